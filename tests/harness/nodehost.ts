// The client's machine without a page: Node's clock, timers and sockets, and a fetch that keeps its cookie.
import type { Fetch } from '../../web/net/doors';
import type { Host } from '../../web/net/host';
import { PlainSocket } from './plainsocket';

/** `base`: address of the front door, as 'http://localhost:8787'; also named as the page's origin. `random` in [0, 1). */
export function nodeHost(base: string, random: () => number): Host {
  const { origin } = new URL(base);
  return {
    now: () => performance.now(),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random,
    open: (url, protocols) => {
      const { protocol, hostname, port, pathname, search } = new URL(url, base);
      const secure = protocol === 'https:';
      const headers = { Origin: origin, 'Sec-WebSocket-Protocol': protocols.join(', ') };
      return new PlainSocket({
        host: hostname,
        port: Number(port) || (secure ? 443 : 80),
        secure,
        path: pathname + search,
        headers,
      });
    },
  };
}

/** fetch with a cookie jar for one visitor. */
export function visitor(): Fetch {
  const jar = new Map<string, string>();
  return async (url, { method, headers, body }) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const origin = new URL(url).origin;
    const response = await fetch(url, { method, body, headers: { ...headers, origin, ...(cookie ? { cookie } : {}) } });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
}
