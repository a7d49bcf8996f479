// Attacks on being signed in: planted and stolen sessions, passkeys that are not one's own, guessed recovery codes, and bans that somebody would
// get round. They come last, because they use up what the others look at.
import { CLOSE_KICKED } from '../../src/shared/protocol/messages';
import { TRIES } from '../../src/store/recovery';
import { Authenticator, type Slip } from '../harness/authenticator';
import { Caller, type Fate, knock } from './caller';
import type { Ground } from './run';
import { must, type Trial } from './trial';

/** As many at once as a patient attacker opens. */
const AT_ONCE = 40;

export async function LOGIN_ATTACKS({ base, state, victim, attacker, moderator, tries }: Ground): Promise<Trial[]> {
  const key = await Authenticator.make(base);
  const options = await victim.ask('POST', '/api/account/passkeys/options');
  const kept = await victim.ask('POST', '/api/account/passkeys', { response: await key.create(options.body) });
  must(kept.status === 201, `the victim got no passkey: ${kept.text}`);
  const { codes } = (await victim.ask('POST', '/api/account/recovery-codes')).body as { codes: string[] };

  const known = (): string => state.record('sessions');
  const trial = (name: string, attempt: () => Promise<void>): Trial => ({ name: `login: ${name}`, attempt, state: known });
  const nobody = async (by: Caller): Promise<void> =>
    must((await by.ask('GET', '/api/me')).status === 401, 'somebody is signed in');
  const recover = (name: string, code: string) => new Caller(base).ask('POST', '/api/signin/recovery', { name, code });

  const signed = (name: string, slip: Slip, by = key): Trial =>
    trial(name, async () => {
      const stranger = new Caller(base);
      const asked = await stranger.ask('POST', '/api/signin/options');
      const { status } = await stranger.ask('POST', '/api/signin', { response: await by.get(asked.body, slip) });
      must(status === 403, `answered with ${status}`);
      await nobody(stranger);
    });
  const other = await Authenticator.make(base);

  return [
    signed('a passkey that nobody knows', {}, other),
    signed('a passkey used on another page', { origin: 'https://evil.example' }),
    signed('a passkey used on a page of another port', { origin: `${base}0` }),
    signed('a passkey for another address', { rpId: 'evil.example' }),
    signed('a passkey that signs its own challenge', { challenge: 'A'.repeat(43) }),
    signed('a passkey whose holder was not asked', { flags: 1 }),
    signed('a registration instead of a signature', { type: 'webauthn.create' }),
    trial('a signature a second time', async () => {
      const honest = new Caller(base);
      const asked = await honest.ask('POST', '/api/signin/options');
      const replay = honest.twin();
      const response = await key.get(asked.body);
      must((await honest.ask('POST', '/api/signin', { response })).status === 200, 'the honest use did not come through');
      must((await replay.ask('POST', '/api/signin', { response })).status === 403, 'it was taken again');
      await nobody(replay);
    }),
    trial('a signature from another browser', async () => {
      const [honest, thief] = [new Caller(base), new Caller(base)];
      const asked = await honest.ask('POST', '/api/signin/options');
      await thief.ask('POST', '/api/signin/options');
      must((await thief.ask('POST', '/api/signin', { response: await key.get(asked.body) })).status === 403, 'it was taken');
      await nobody(thief);
    }),
    trial("an own passkey for another's account", async () => {
      const asked = await victim.ask('POST', '/api/account/passkeys/options');
      await attacker.ask('POST', '/api/account/passkeys/options');
      const { status } = await attacker.ask('POST', '/api/account/passkeys', { response: await other.create(asked.body) });
      must(status === 403, `answered with ${status}`);
    }),
    trial("another's passkey is forgotten", async () => {
      must((await attacker.ask('DELETE', `/api/account/passkeys/${key.id}`)).status === 404, 'it was');
    }),
    trial('a session is chosen by who planted it', async () => {
      const planted = new Caller(base);
      planted.jar.set('evermarch', 'A'.repeat(43));
      const { body } = await planted.ask('POST', '/api/signin/options');
      must((await planted.ask('POST', '/api/signin', { response: await key.get(body) })).status === 200, 'no way in');
      must(planted.jar.get('evermarch') !== 'A'.repeat(43), 'the planted token holds');
    }),
    trial('a session planted before a passkey came', async () => {
      const guest = await Caller.guest(base);
      const planted = guest.twin();
      const asked = await guest.ask('POST', '/api/account/passkeys/options');
      const mine = await Authenticator.make(base);
      await guest.ask('POST', '/api/account/passkeys', { response: await mine.create(asked.body) });
      await nobody(planted);
      must((await guest.ask('POST', '/api/account/delete', { confirm: guest.name })).status === 200, 'the guest stays');
    }),
    trial('a session that was signed out', async () => {
      const asked = new Caller(base);
      const { body } = await asked.ask('POST', '/api/signin/options');
      await asked.ask('POST', '/api/signin', { response: await key.get(body) });
      const stolen = asked.twin();
      const { sessions } = (await asked.ask('GET', '/api/account')).body as { sessions: { id: string; current: boolean }[] };
      await asked.ask('DELETE', `/api/account/sessions/${sessions.find(each => each.current)!.id}`);
      await nobody(stolen);
    }),
    trial(`${tries} recovery codes`, async () => {
      const answers = new Map<number, number>();
      let left = tries;
      const guess = async (): Promise<void> => {
        while (left-- > 0) {
          const { status } = await recover(victim.name, `0000-0000-${String(left).padStart(8, '0')}`);
          answers.set(status, (answers.get(status) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, guess));
      const looked = answers.get(403) ?? 0;
      must(looked <= TRIES && looked + (answers.get(429) ?? 0) === tries, `answered ${JSON.stringify([...answers])}`);
    }),
    trial('the right code after too many', async () => {
      must((await recover(victim.name, codes[0])).status === 429, 'it was looked at');
    }),
    trial('names are told from codes', async () => {
      const [none, bare] = [await recover('Nosuchperson', codes[1]), await recover(attacker.name, codes[1])];
      must(none.text === bare.text && none.status === bare.status, 'the answers differ');
      must(none.status === 403, `answered with ${none.status}`);
    }),
    trial('a banned account asks for a ticket', () =>
      banned(async (guest, ban) => {
        await ban();
        const { status, body } = await guest.ask('POST', '/api/ticket', { character: guest.character });
        must(status === 403 && body.error.code === 'banned', `answered with ${status}`);
      }),
    ),
    trial('a banned account uses the ticket that it has', () =>
      banned(async (guest, ban) => {
        const { url, ticket } = await guest.ticket();
        await ban();
        const fate = await knock(base, url, ticket);
        fate.socket.terminate();
        must(fate.code === CLOSE_KICKED, `the socket was closed with ${fate.code}`);
      }),
    ),
    trial('a banned account plays on', () =>
      banned(async (guest, ban) => {
        const { url, ticket } = await guest.ticket();
        const playing = await played(url, ticket);
        await ban();
        const fate = await playing.fate;
        fate.socket.terminate();
        must(fate.frames > 0 && fate.code === CLOSE_KICKED, `${fate.frames} frames, closed with ${fate.code}`);
      }),
    ),
    trial('an account that was signed out plays on', async () => {
      const guest = await Caller.guest(base);
      const { url, ticket } = await guest.ticket();
      const playing = await played(url, ticket);
      await guest.ask('DELETE', '/api/account/sessions');
      const fate = await playing.fate;
      fate.socket.terminate();
      must(fate.frames > 0 && fate.code === CLOSE_KICKED, `${fate.frames} frames, closed with ${fate.code}`);
    }),
  ].map(each => (/banned|plays on|planted before/.test(each.name) ? { ...each, state: () => victimOnly() } : each));

  /** Somebody who has been told something of the world, and what becomes of him. */
  async function played(url: string, ticket: string): Promise<{ fate: Promise<Fate> }> {
    let heard = (): void => {};
    const begun = new Promise<void>(resolve => {
      heard = resolve;
    });
    const fate = knock(base, url, ticket, { heard });
    await Promise.race([begun, fate]);
    return { fate };
  }

  /** These make and lose accounts of their own: the victim's is looked at. */
  function victimOnly(): string {
    const id = victim.account;
    return JSON.stringify(
      state.query(`SELECT a.role, c.gold, c.level, count(p.id) AS passkeys FROM accounts a JOIN characters c ON c.account_id = a.id
        LEFT JOIN passkeys p ON p.account_id = a.id WHERE a.id = '${id}'`),
    );
  }

  async function banned(attempt: (guest: Caller, ban: () => Promise<void>) => Promise<void>): Promise<void> {
    const guest = await Caller.guest(base);
    await attempt(guest, async () => {
      const body = { reason: 'for this attack', span_ms: 0 };
      const { status, text } = await moderator.ask('POST', `/api/admin/people/${guest.account}/ban`, body);
      must(status === 200, `no ban: ${text}`);
    });
  }
}
