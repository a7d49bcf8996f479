// Being signed in: the cookie, whom it opens, and the ways in: as a guest, by passkey, by recovery code. In: cookies and proofs. Out: a session
// of its own for every way in; the one that the browser had before is over.
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import * as v from 'valibot';
import { nameKey } from '../shared/rules/names';
import { redeem } from '../store/recovery';
import { endSession, openSession, type SignedIn, signedIn } from '../store/sessions';
import { cookieName, deviceOfAsker, keepToken } from './cookies';
import { type App, type AppContext, endpoint, Refusal } from './endpoint';
import { assertionOptions, assertionResponse, checkAssertion, requestAssertion } from './passkeys';
import { putOut } from './push';

export function whoAsks(c: AppContext): Promise<SignedIn | null> {
  const token = getCookie(c, cookieName(c));
  return token ? signedIn(c.env.DB, token, Date.now()) : Promise.resolve(null);
}

/** Lets only the holder of an account through and puts it into the context. */
export const needAccount: MiddlewareHandler = async (c: AppContext, next) => {
  const who = await whoAsks(c);
  if (!who) throw new Refusal(401, 'no_account', 'Play as a guest first: this request carries no account.');
  c.set('account', who.account);
  c.set('session', who.session);
  c.set('rank', who.rank);
  c.set('muted_until_ms', who.muted_until_ms);
  await next();
};

/** Not more than a few a minute from one address. On one's own machine everybody comes from the same: a swarm is welcome there. */
export async function slowDown(c: AppContext, code: string, words: string): Promise<void> {
  if (c.env.ENVIRONMENT !== 'production') return;
  const { success } = await c.env.GUESTS.limit({ key: c.req.header('CF-Connecting-IP') ?? '' });
  if (!success) throw new Refusal(429, code, words);
}

const entered = v.object({ account: v.string() });
const busy = 'This address tried too often in the last minute.';

export function signinRoutes(app: App): void {
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/signin/options',
      summary: 'What a passkey of any account is to sign, once and within five minutes, in this browser.',
      access: 'open',
      answer: assertionOptions,
      errors: { too_many_tries: busy },
    },
    async c => {
      await slowDown(c, 'too_many_tries', busy);
      return c.json(await requestAssertion(c));
    },
  );
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/signin',
      summary: 'Sign in with a passkey: opens a session of its account in this browser.',
      access: 'open',
      body: v.object({ response: assertionResponse }),
      answer: entered,
      errors: { bad_passkey: 'The passkey is unknown, or what it signed is not what was asked.' },
    },
    async (c, { response }) => enter(c, await checkAssertion(c, response)),
  );
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/signin/recovery',
      summary: "Sign in with the name of one of the account's characters and a recovery code, which is used up.",
      access: 'open',
      body: v.object({ name: v.pipe(v.string(), v.maxLength(64)), code: v.pipe(v.string(), v.maxLength(40)) }),
      answer: entered,
      errors: {
        wrong_code: 'Nobody of that name has such a code.',
        too_many_tries: 'Ten codes were tried in a quarter of an hour.',
      },
    },
    async (c, { name, code }) => {
      await slowDown(c, 'too_many_tries', busy);
      const redeemed = await redeem(c.env.DB, nameKey(name), code, Date.now());
      if (redeemed === 'tooMany')
        throw new Refusal(429, 'too_many_tries', 'Too many codes were tried. Wait a quarter of an hour, or use a passkey.');
      if (redeemed === 'wrong') throw new Refusal(403, 'wrong_code', 'Nobody of that name has such a recovery code.');
      return enter(c, redeemed.account);
    },
  );
}

/** A new session for whoever has proved who he is. The token that his browser held before opens nothing any more. */
async function enter(c: AppContext, account: string): Promise<Response> {
  const before = await whoAsks(c);
  const { token } = await openSession(c.env.DB, account, deviceOfAsker(c), Date.now());
  if (before) {
    await endSession(c.env.DB, before.account, before.session);
    await putOut(c.env, before.account, 'signedOut', before.session);
  }
  keepToken(c, token);
  return c.json({ account });
}
