// The Worker's entry: the front door and the Durable Objects, nothing else.
import { frontDoor } from './routes/app';

export { Boards } from './boards/boards';
export { Departures } from './departures/departures';
export { Guild } from './guild/guild';
export { GuildRegistry } from './guild/registry';
export { Mailbox } from './mailbox/mailbox';
export { Market } from './market/market';
export { Realm } from './realm/realm';
export { Region } from './region/region';
export { Talk } from './talk/talk';

export default frontDoor();
