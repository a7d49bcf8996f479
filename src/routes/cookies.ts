// Cookies with secrets in them: seen by neither scripts nor other sites, and over https by nobody on the way.
import { deleteCookie, setCookie } from 'hono/cookie';
import { SESSION_LIFE_MS } from '../store/sessions';
import { deviceOf } from './device';
import type { AppContext } from './endpoint';

/** `__Host-` cookies need https; plain http is served only by a developer's machine. */
export function cookieName(c: AppContext, what = ''): string {
  return `${isSecure(c) ? '__Host-' : ''}evermarch${what}`;
}
const isSecure = (c: AppContext): boolean => new URL(c.req.url).protocol === 'https:';

export function setSecret(c: AppContext, name: string, token: string, life_ms: number): void {
  const maxAge = Math.floor(life_ms / 1000);
  setCookie(c, name, token, { path: '/', httpOnly: true, secure: isSecure(c), sameSite: 'Lax', maxAge });
}
export function dropSecret(c: AppContext, name: string): void {
  deleteCookie(c, name, { path: '/', httpOnly: true, secure: isSecure(c), sameSite: 'Lax' });
}
export const keepToken = (c: AppContext, token: string): void => setSecret(c, cookieName(c), token, SESSION_LIFE_MS);

export const deviceOfAsker = (c: AppContext): string => deviceOf(c.req.header('User-Agent') ?? '');
