// Accounts: a guest gets passkeys and keeps everything, comes in on another device, by a recovery code too, signs devices out, takes his data
// along, and ends it all.
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Env } from '../../src/ports';
import { frontDoor } from '../../src/routes/app';
import { CLOSE_KICKED } from '../../src/shared/protocol/messages';
import { TRIES_MS } from '../../src/store/attempts';
import { CODES, TRIES } from '../../src/store/recovery';
import { Authenticator } from '../harness/authenticator';
import { ORIGIN, Visitor } from '../harness/visitor';
import { Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(() => stage.clear());

/** Gives the visitor's account a passkey of that authenticator. */
async function keep(visitor: Visitor, key: Authenticator) {
  const options = await visitor.ask('POST', '/api/account/passkeys/options');
  return visitor.ask('POST', '/api/account/passkeys', { response: await key.create(options.body) });
}

async function signIn(visitor: Visitor, key: Authenticator) {
  const options = await visitor.ask('POST', '/api/signin/options');
  return visitor.ask('POST', '/api/signin', { response: await key.get(options.body) });
}

describe('one address', () => {
  it('makes no more than twenty guests a minute where the world is public, and as many as it likes at home', async () => {
    const door = frontDoor();
    const come = async (from: string, ENVIRONMENT: string) => {
      const request = new Request(`${ORIGIN}/api/guest`, { method: 'POST', headers: { Origin: ORIGIN, 'CF-Connecting-IP': from } });
      const response = await door.fetch(request, { ...(env as unknown as Env), ENVIRONMENT });
      return response.ok ? 'in' : ((await response.json()) as { error: { code: string } }).error.code;
    };
    const crowd = (count: number, from: string, environment: string) =>
      Promise.all(Array.from({ length: count }, () => come(from, environment)));
    const said = await crowd(25, '203.0.113.7', 'production');
    expect(said.filter(word => word === 'in')).toHaveLength(20);
    expect(said.filter(word => word === 'too_many_guests')).toHaveLength(5);
    expect(await come('203.0.113.8', 'production')).toBe('in');
    expect(new Set(await crowd(25, '203.0.113.9', 'development'))).toEqual(new Set(['in']));
  });
});

describe('a guest with a passkey', () => {
  it('keeps account and characters, and finds both on another device', async () => {
    const guest = await Visitor.guest();
    const key = await Authenticator.make(ORIGIN);
    expect((await keep(guest, key)).status).toBe(201);
    const mine = (await guest.ask('GET', '/api/me')).body;
    expect(mine.account).toBe(guest.account);

    const phone = new Visitor();
    expect((await signIn(phone, key)).body).toEqual({ account: guest.account });
    expect((await phone.ask('GET', '/api/me')).body).toEqual(mine);
    const { passkeys, sessions } = (await phone.ask('GET', '/api/account')).body;
    expect(passkeys).toHaveLength(1);
    expect(sessions).toHaveLength(2);
    expect(sessions.map((s: { device: string }) => s.device)).toEqual(['Firefox · Linux', 'Firefox · Linux']);
    expect(sessions.filter((s: { current: boolean }) => s.current)).toHaveLength(1);
  });

  it('may have several, and forgets each by itself', async () => {
    const guest = await Visitor.guest();
    const [one, two] = [await Authenticator.make(ORIGIN), await Authenticator.make(ORIGIN)];
    await keep(guest, one);
    await keep(guest, two);
    expect((await guest.ask('DELETE', `/api/account/passkeys/${one.id}`)).status).toBe(200);
    expect((await signIn(new Visitor(), one)).body.error.code).toBe('bad_passkey');
    expect((await signIn(new Visitor(), two)).body).toEqual({ account: guest.account });
  });

  it('gets another token with it: what opened the guest opens nothing any more', async () => {
    const guest = await Visitor.guest();
    const planted = new Visitor();
    for (const [name, value] of guest.jar) planted.jar.set(name, value);
    await keep(guest, await Authenticator.make(ORIGIN));
    expect((await planted.ask('GET', '/api/me')).status).toBe(401);
    expect((await guest.ask('GET', '/api/me')).body.account).toBe(guest.account);
  });

  it('leaves the session that the browser had before', async () => {
    const key = await Authenticator.make(ORIGIN);
    await keep(await Visitor.guest(), key);
    const other = await Visitor.guest();
    const before = new Visitor();
    for (const [name, value] of other.jar) before.jar.set(name, value);
    await signIn(other, key);
    expect((await before.ask('GET', '/api/me')).status).toBe(401);
  });
});

describe('a passkey', () => {
  it.each([
    ['of another page', { origin: 'https://evil.test' }],
    ['for another address', { rpId: 'evil.test' }],
    ['that signs another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['without its holder having been asked', { flags: 1 }],
    ['that was made for something else', { type: 'webauthn.create' }],
    ['that counts backwards', { counter: 0 }],
  ])('%s opens nothing', async (_, slip) => {
    const key = await Authenticator.make(ORIGIN);
    await keep(await Visitor.guest(), key);
    expect((await signIn(new Visitor(), key)).status).toBe(200);
    const visitor = new Visitor();
    const options = await visitor.ask('POST', '/api/signin/options');
    const answer = await visitor.ask('POST', '/api/signin', { response: await key.get(options.body, slip) });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'bad_passkey']);
    expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
  });

  it('opens once for each challenge, within five minutes, and in the browser that asked', async () => {
    const key = await Authenticator.make(ORIGIN);
    await keep(await Visitor.guest(), key);
    const visitor = new Visitor();
    const options = await visitor.ask('POST', '/api/signin/options');
    const jar = new Map(visitor.jar);
    const response = await key.get(options.body);
    const thief = new Visitor();
    await thief.ask('POST', '/api/signin/options');
    expect((await thief.ask('POST', '/api/signin', { response })).status).toBe(403);
    expect((await visitor.ask('POST', '/api/signin', { response })).status).toBe(200);
    for (const [name, value] of jar) visitor.jar.set(name, value);
    expect((await visitor.ask('POST', '/api/signin', { response })).status).toBe(403);

    const slow = new Visitor();
    const late = await slow.ask('POST', '/api/signin/options');
    vi.setSystemTime(Date.now() + 5 * 60_000 + 1);
    expect((await slow.ask('POST', '/api/signin', { response: await key.get(late.body) })).status).toBe(403);
  });

  it('is kept for the account that asked, not for another', async () => {
    const [one, two] = [await Visitor.guest(), await Visitor.guest()];
    const key = await Authenticator.make(ORIGIN);
    const options = await one.ask('POST', '/api/account/passkeys/options');
    await two.ask('POST', '/api/account/passkeys/options');
    const answer = await two.ask('POST', '/api/account/passkeys', { response: await key.create(options.body) });
    expect(answer.body.error.code).toBe('bad_passkey');
    expect((await two.ask('GET', '/api/account')).body.passkeys).toEqual([]);
  });
});

describe('recovery codes', () => {
  it('are shown once, kept as hashes, and each opens the account once', async () => {
    const guest = await Visitor.guest();
    const { codes } = (await guest.ask('POST', '/api/account/recovery-codes')).body;
    expect(new Set(codes).size).toBe(CODES);
    const kept = await env.DB.prepare('SELECT * FROM recovery_codes').all();
    for (const code of codes) expect(JSON.stringify(kept.results)).not.toContain(code);

    const phone = new Visitor();
    const sloppy = codes[0].toLowerCase().replaceAll('-', ' ');
    expect((await phone.ask('POST', '/api/signin/recovery', { name: guest.name, code: sloppy })).body.account).toBe(guest.account);
    expect((await phone.ask('GET', '/api/account')).body.codes).toBe(CODES - 1);
    const again = await new Visitor().ask('POST', '/api/signin/recovery', { name: guest.name, code: codes[0] });
    expect(again.body.error.code).toBe('wrong_code');

    await guest.ask('POST', '/api/account/recovery-codes');
    const old = await new Visitor().ask('POST', '/api/signin/recovery', { name: guest.name, code: codes[1] });
    expect(old.body.error.code).toBe('wrong_code');
  });

  it('are looked at ten times in a quarter of an hour, however many are tried at once; the right one too', async () => {
    const guest = await Visitor.guest();
    const { codes } = (await guest.ask('POST', '/api/account/recovery-codes')).body;
    const tries = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        new Visitor().ask('POST', '/api/signin/recovery', { name: guest.name, code: `0000-0000-0000-${1000 + i}` }),
      ),
    );
    expect(tries.filter(({ body }) => body.error.code === 'wrong_code')).toHaveLength(TRIES);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(60 - TRIES);
    const right = () => new Visitor().ask('POST', '/api/signin/recovery', { name: guest.name, code: codes[0] });
    expect((await right()).status).toBe(429);
    vi.setSystemTime(Date.now() + TRIES_MS + 1);
    expect((await right()).body.account).toBe(guest.account);
  });

  it('tell nothing of whether a name or its codes exist', async () => {
    const guest = await Visitor.guest();
    const ask = (name: string) => new Visitor().ask('POST', '/api/signin/recovery', { name, code: '0000-0000-0000-0000' });
    const [known, unknown] = [await ask(guest.name), await ask('Nobodyatall')];
    expect(unknown).toEqual(known);
    for (let i = 1; i < TRIES; i++) await ask('Nobodyatall');
    expect((await ask('Nobodyatall')).status).toBe(429);
  });
});

describe('sessions', () => {
  it('are signed out one by one or all at once, and their sockets close', async () => {
    const guest = await Visitor.guest();
    const key = await Authenticator.make(ORIGIN);
    await keep(guest, key);
    const phone = new Visitor();
    await signIn(phone, key);
    const bot = await stage.enter({ ...guest, cookie: guest.cookie });
    await stage.seconds(1.5);
    const { sessions } = (await phone.ask('GET', '/api/account')).body;
    const other = sessions.find((s: { current: boolean }) => !s.current);
    expect((await phone.ask('DELETE', `/api/account/sessions/${other.id}`)).status).toBe(200);
    await stage.until(() => bot.closed !== null, 60, 'the socket to close');
    expect(bot.closed?.code).toBe(CLOSE_KICKED);
    expect((await guest.ask('GET', '/api/me')).status).toBe(401);
    // His body stays like that of anybody whose line falls.
    expect(await stage.world(world => world.byCharacter.has(guest.character))).toBe(true);

    const back = await stage.enter({ ...guest, cookie: phone.cookie });
    await stage.seconds(1.5);
    await phone.ask('DELETE', '/api/account/sessions');
    await stage.until(() => back.closed !== null, 60, 'the socket to close');
    expect((await phone.ask('GET', '/api/me')).status).toBe(401);
  });

  it('that are over are found out within half a minute, though no word of it came through', async () => {
    const guest = await Visitor.guest();
    const bot = await stage.enter({ ...guest, cookie: guest.cookie });
    await stage.seconds(2);
    await env.DB.prepare('DELETE FROM sessions WHERE account_id = ?').bind(guest.account).run();
    await stage.until(() => bot.closed !== null, 31 * 20, 'the region to ask');
    expect(bot.closed?.code).toBe(CLOSE_KICKED);
  });

  it("of another account are as unknown as nobody's", async () => {
    const [one, two] = [await Visitor.guest(), await Visitor.guest()];
    const [{ id }] = (await one.ask('GET', '/api/account')).body.sessions;
    expect((await two.ask('DELETE', `/api/account/sessions/${id}`)).status).toBe(404);
    expect((await one.ask('GET', '/api/me')).status).toBe(200);
  });
});

describe("one's own data", () => {
  it('come out whole and without secrets', async () => {
    const guest = await Visitor.guest();
    const key = await Authenticator.make(ORIGIN);
    await keep(guest, key);
    await guest.ask('POST', '/api/account/recovery-codes');
    const { body } = await guest.ask('GET', '/api/account/export');
    expect(body.account.id).toBe(guest.account);
    expect(body.characters.map((c: { id: string }) => c.id)).toEqual([guest.character]);
    expect(body.items.length).toBeGreaterThan(3);
    expect(body.ledger.length).toBeGreaterThan(3);
    expect(body.sessions).toHaveLength(1);
    expect(body.passkeys).toHaveLength(1);
    const token = [...guest.jar.values()][0];
    const hashes = await env.DB.prepare('SELECT token_hash AS hash FROM sessions UNION SELECT hash FROM recovery_codes').all<{
      hash: string;
    }>();
    const written = JSON.stringify(body);
    for (const secret of [token, ...hashes.results.map(row => row.hash)]) expect(written).not.toContain(secret);
  });

  it('are put together a few times, and then not for a while: every room that keeps something is asked', async () => {
    const guest = await Visitor.guest();
    const other = await Visitor.guest();
    const take = async (of: Visitor) => (await of.ask('GET', '/api/account/export')).status;
    expect((await Promise.all(Array.from({ length: 5 }, () => take(guest)))).sort()).toEqual([200, 200, 200, 429, 429]);
    expect((await guest.ask('GET', '/api/account/export')).body.error.code).toBe('too_many_exports');
    expect(await take(other)).toBe(200);
    stage.pass(TRIES_MS + 1);
    expect(await take(guest)).toBe(200);
  });

  it('are deleted when the name is typed, out of the world too, and what was held is booked as destroyed', async () => {
    const guest = await Visitor.guest();
    const bot = await stage.enter({ ...guest, cookie: guest.cookie });
    await stage.seconds(1.5);
    expect((await guest.ask('POST', '/api/account/delete', { confirm: 'Somebody' })).body.error.code).toBe('not_confirmed');
    const deleting = guest.ask('POST', '/api/account/delete', { confirm: guest.name });
    for (let i = 0; i < 20; i++) {
      await stage.seconds(0.5);
      stage.pass(2_000);
      await stage.alarm();
      await new Promise(resolve => setTimeout(resolve, 30));
    }
    expect((await deleting).body).toEqual({ deleted: true });
    expect(bot.closed?.code).toBe(CLOSE_KICKED);
    const sums = await env.DB.prepare('SELECT sum(gold) AS gold, sum(quantity) AS items FROM ledger WHERE character_id = ?')
      .bind(guest.character)
      .first();
    expect(sums).toEqual({ gold: 0, items: 0 });
    for (const table of [
      'accounts WHERE id',
      'characters WHERE account_id',
      'sessions WHERE account_id',
      'passkeys WHERE account_id',
    ])
      expect(await env.DB.prepare(`SELECT count(*) AS n FROM ${table} = ?`).bind(guest.account).first()).toEqual({ n: 0 });
    expect(guest.jar.size).toBe(0);
  });
});
