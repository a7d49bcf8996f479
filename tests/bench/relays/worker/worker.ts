// The bench's Worker: on the server of places every client's socket goes to the place; on the server of relays clients are dealt out among
// relays. In: upgrades. Out: sockets, and what went between place and relays at any other address.
import { type BenchEnv, counts } from './env';

export { Place } from './place';
export { Relay } from './relay';

/** Clients so far; all objects of a local server share this module. */
let came = 0;

export default {
  fetch(request: Request, env: BenchEnv): Response | Promise<Response> {
    if (request.headers.get('Upgrade') !== 'websocket') return Response.json(counts);
    const place = env.PLACE.get(env.PLACE.idFromName('place'));
    if (new URL(request.url).pathname === '/relay') return place.fetch(request);
    const number = came++;
    const to = env.PLACE_URL ? env.RELAY.get(env.RELAY.idFromName(`relay ${number % Number(env.RELAYS)}`)) : place;
    return to.fetch(`https://bench/?n=${number}`, request);
  },
};
