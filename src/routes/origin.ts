// Requests that change something come from our own pages, or from no page at all. In: a request. Out: passed on, or refused before anything
// looks at its cookie.
import type { MiddlewareHandler } from 'hono';
import { type AppContext, Refusal } from './endpoint';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers name the page that asks (Origin) or how it stands to us (Sec-Fetch-Site): then it must be ours. Who names neither is a program, which
 * no foreign page can send here; as it could only be a very old browser, it must speak JSON, for which that would have to ask first.
 */
export const ownPagesOnly: MiddlewareHandler = async (c: AppContext, next) => {
  if (!SAFE.has(c.req.method) && !isOurs(c)) throw new Refusal(403, 'foreign_origin', 'Only our own pages may ask for this.');
  await next();
};

function isOurs(c: AppContext): boolean {
  const origin = c.req.header('Origin');
  if (origin !== undefined) return origin === new URL(c.req.url).origin;
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  return (c.req.header('Content-Type') ?? '').split(';')[0].trim().toLowerCase() === 'application/json';
}

/** Where passkeys hold: our own address, if it is one of ORIGINS (comma-separated) or none are named. Anything else is refused. */
export function relyingParty(c: AppContext): { origin: string; id: string } {
  const { origin, hostname, protocol } = new URL(c.req.url);
  const named = (c.env.ORIGINS ?? '').split(',').map(each => each.trim());
  const isKnown = c.env.ORIGINS ? named.includes(origin) : protocol === 'https:' || hostname === 'localhost';
  if (!isKnown) throw new Refusal(403, 'foreign_origin', 'Passkeys work at the address of this world only.');
  return { origin, id: hostname };
}
