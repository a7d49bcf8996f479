// What the holder of an account does with it: how it stands, passkeys, recovery codes, sessions, the word to his ban, his data, the end of it.
// Everything is looked up together with his account: what is another's is as unknown as what is nobody's.
import * as v from 'valibot';
import { nameKey } from '../shared/rules/names';
import { APPEAL_LETTERS, RANKS } from '../shared/rules/staff';
import { appeal, banOf } from '../store/accounts';
import { mayTry } from '../store/attempts';
import { type CharacterCard, listCharacters } from '../store/characters';
import { listPasskeys, removePasskey } from '../store/passkeys';
import { CODES, codesLeft, newCodes } from '../store/recovery';
import { endAllSessions, endSession, listSessions, renewSession } from '../store/sessions';
import { cookieName, dropSecret, keepToken } from './cookies';
import { depart } from './departures';
import { type App, type AppContext, endpoint, Refusal } from './endpoint';
import { ownData } from './ownexport';
import { attestationOptions, attestationResponse, requestAttestation, takeAttestation } from './passkeys';
import { putOut } from './push';

/** Every room that keeps something is asked for it: within a quarter of an hour so often. */
const EXPORTS = 3;
/** Bodies that stand in the world have this long to leave it before their account is deleted. */
const LEAVE_MS = 10_000;
const LOOK_MS = 250;

const time = v.pipe(v.number(), v.description('epoch ms'));
const standing = v.object({
  account: v.string(),
  rank: v.picklist(RANKS),
  passkeys: v.array(v.object({ id: v.string(), device: v.string(), created: time, used: time })),
  codes: v.pipe(v.number(), v.description('recovery codes left')),
  sessions: v.array(v.object({ id: v.string(), device: v.string(), created: time, used: time, current: v.boolean() })),
  ban: v.nullable(v.object({ reason: v.string(), since: time, until: time, appealed: v.boolean() })),
});
const done = v.object({ done: v.boolean() });
const OK = { done: true };

export function ownAccountRoutes(app: App): void {
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/account',
      summary: 'How the account stands: passkeys, recovery codes left, sessions, and the ban if there is one.',
      access: 'account',
      answer: standing,
    },
    async c => c.json(await standingOf(c)),
  );
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/account/passkeys/options',
      summary: 'What a new passkey is to be made from, once and within five minutes, in this browser.',
      access: 'account',
      answer: attestationOptions,
      errors: { too_many_passkeys: 'The account has as many as it may have.' },
    },
    async c => {
      const [first] = await listCharacters(c.env.DB, c.get('account'));
      return c.json(await requestAttestation(c, first?.name ?? 'Evermarch'));
    },
  );
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/account/passkeys',
      summary: 'Keep a passkey: from now on it opens the account on every device that has it.',
      access: 'account',
      body: v.object({ response: attestationResponse }),
      answer: done,
      errors: { bad_passkey: 'It is not what was asked for.', passkey_known: 'It is kept already.' },
    },
    async (c, { response }) => {
      await takeAttestation(c, response);
      // What opened a guest's account must not open what is worth more now, should anybody else know it.
      keepToken(c, await renewSession(c.env.DB, c.get('session')));
      return c.json(OK, 201);
    },
  );
  endpoint(
    app,
    {
      method: 'delete',
      path: '/api/account/passkeys/:id',
      summary: 'Forget a passkey.',
      access: 'account',
      answer: done,
      errors: { no_such_passkey: 'The account has no such passkey.' },
    },
    async c => {
      if (!(await removePasskey(c.env.DB, c.get('account'), c.req.param('id') ?? '')))
        throw new Refusal(404, 'no_such_passkey', 'You have no such passkey.');
      return c.json(OK);
    },
  );
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/account/recovery-codes',
      summary: `${CODES} new recovery codes, shown this once; those of before open nothing any more.`,
      access: 'account',
      answer: v.object({ codes: v.array(v.string()) }),
    },
    async c => c.json({ codes: await newCodes(c.env.DB, c.get('account')) }, 201),
  );
  endpoint(
    app,
    {
      method: 'delete',
      path: '/api/account/sessions/:id',
      summary: 'Sign one browser out; its connection to the world is closed.',
      access: 'account',
      answer: done,
      errors: { no_such_session: 'The account has no such session.' },
    },
    async c => {
      const id = c.req.param('id') ?? '';
      if (!(await endSession(c.env.DB, c.get('account'), id)))
        throw new Refusal(404, 'no_such_session', 'You have no such session.');
      if (id === c.get('session')) dropSecret(c, cookieName(c));
      await putOut(c.env, c.get('account'), 'signedOut', id);
      return c.json(OK);
    },
  );
  endpoint(
    app,
    {
      method: 'delete',
      path: '/api/account/sessions',
      summary: 'Sign out everywhere, here too; all connections to the world are closed.',
      access: 'account',
      answer: done,
    },
    async c => {
      await endAllSessions(c.env.DB, c.get('account'));
      dropSecret(c, cookieName(c));
      await putOut(c.env, c.get('account'), 'signedOut');
      return c.json(OK);
    },
  );
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/account/appeal',
      summary: 'What the holder has to say to his ban, once; the staff reads it.',
      access: 'account',
      body: v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(APPEAL_LETTERS.least), v.maxLength(APPEAL_LETTERS.most)) }),
      answer: done,
      errors: { not_banned: 'There is no ban.', appealed: 'That was said already.' },
    },
    async (c, { text }) => {
      const ban = await banOf(c.env.DB, c.get('account'), Date.now());
      if (!ban) throw new Refusal(409, 'not_banned', 'You are not banned.');
      if (!(await appeal(c.env.DB, c.get('account'), ban.id, text, Date.now())))
        throw new Refusal(409, 'appealed', 'You have said your word to this already. Somebody will read it.');
      return c.json(OK, 201);
    },
  );
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/account/export',
      summary:
        'Everything that is kept of the account, as JSON: characters, items, ledger, sessions, letters, orders, guilds, talk. No secrets.',
      access: 'account',
      answer: v.looseObject({}),
      errors: { too_many_exports: `It was asked for ${EXPORTS} times within a quarter of an hour.` },
    },
    async c => {
      if (!(await mayTry(c.env.DB, `export:${c.get('account')}`, EXPORTS, Date.now())))
        throw new Refusal(429, 'too_many_exports', 'You have taken your data several times just now. Wait a quarter of an hour.');
      c.header('Content-Disposition', 'attachment; filename="evermarch.json"');
      c.header('Cache-Control', 'no-store');
      return c.json(await ownData(c.env, c.get('account')));
    },
  );
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/account/delete',
      summary:
        'Delete the account with everything in it. `confirm`: the name of one of its characters, or its id if there is none.',
      access: 'account',
      body: v.object({ confirm: v.pipe(v.string(), v.maxLength(64)) }),
      answer: v.object({ deleted: v.boolean() }),
      errors: { not_confirmed: 'The name is not right.', in_world: 'A character is still in the world.' },
    },
    endAccount,
  );
}

async function standingOf(c: AppContext): Promise<v.InferOutput<typeof standing>> {
  const account = c.get('account');
  const { DB } = c.env;
  const [passkeys, codes, sessions, ban] = await Promise.all([
    listPasskeys(DB, account),
    codesLeft(DB, account),
    listSessions(DB, account),
    banOf(DB, account, Date.now()),
  ]);
  return {
    account,
    rank: c.get('rank'),
    passkeys: passkeys.map(({ id, device, createdMs, usedMs }) => ({ id, device, created: createdMs, used: usedMs })),
    codes,
    sessions: sessions.map(({ id, device, createdMs, usedMs }) => ({
      id,
      device,
      created: createdMs,
      used: usedMs,
      current: id === c.get('session'),
    })),
    ban: ban && { reason: ban.reason, since: ban.atMs, until: ban.untilMs, appealed: ban.appealedMs > 0 },
  };
}

async function endAccount(c: AppContext, { confirm }: { confirm: string }): Promise<Response> {
  const account = c.get('account');
  const characters = await listCharacters(c.env.DB, account);
  const isRight = characters.some(({ name }) => nameKey(name) === nameKey(confirm)) || (!characters.length && confirm === account);
  if (!isRight) throw new Refusal(422, 'not_confirmed', 'Type the name of one of your characters to delete the account.');
  await putOut(c.env, account, 'deleted');
  await untilGone(c, account);
  await depart(c.env, { account, characters: characters.map(({ id }) => id) });
  dropSecret(c, cookieName(c));
  return c.json({ deleted: true });
}

/** Waits until no region has any of them, for a while. */
async function untilGone(c: AppContext, account: string): Promise<void> {
  const isOut = ({ owner }: CharacterCard): boolean => owner !== null;
  for (let waited_ms = 0; waited_ms < LEAVE_MS; waited_ms += LOOK_MS) {
    if (!(await listCharacters(c.env.DB, account)).some(isOut)) return;
    await new Promise(resolve => setTimeout(resolve, LOOK_MS));
  }
}
