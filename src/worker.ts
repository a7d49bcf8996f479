// The Worker's entry: the front door and the Durable Objects, nothing else.
import { frontDoor } from './routes/app';

export { Realm } from './realm/realm';
export { Region } from './region/region';
export { Talk } from './talk/talk';

export default frontDoor();
