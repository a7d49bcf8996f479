// Attacks on the way to a region: upgrades from elsewhere, tickets that are none, frames that are no frames.
import { HOME_REGION } from '../../src/shared/content';
import { C2S, CLOSE_FLOOD, CLOSE_PROTOCOL, CLOSE_TICKET, pack, SUBPROTOCOL } from '../../src/shared/protocol/messages';
import { signTicket, type Ticket } from '../../src/ticket';
import { type Knock, knock } from './caller';
import type { Ground } from './run';
import { must, type Trial } from './trial';

const DOOR = `/ws/${HOME_REGION}`;
const MOST_KNOCKS = 20;

export async function SOCKET_ATTACKS({ base, secret, state, victim, visitor }: Ground): Promise<Trial[]> {
  const known = (): string => state.record();
  const now = Date.now();
  const forged: Ticket = {
    account: victim.account,
    session: '',
    character: victim.character,
    region: HOME_REGION,
    jti: 'forged',
    expires_ms: now + 3_600_000,
    login_ms: now,
    awaits: 0,
    standby: false,
    muted_until_ms: 0,
  };
  const refusedWith = async (status: number, path: string, ticket: string, o?: Knock): Promise<void> => {
    const fate = await knock(base, path, ticket, o);
    fate.socket.terminate();
    must(fate.status === status, `the upgrade was answered with ${fate.status}, not ${status}`);
  };
  const closedWith = async (code: number, ticket: string, o?: Knock): Promise<void> => {
    const fate = await knock(base, DOOR, ticket, o);
    fate.socket.terminate();
    must(fate.status === 101 && fate.code === code, `the socket was closed with ${fate.code}, not ${code}`);
  };
  const trial = (name: string, attempt: () => Promise<void>): Trial => ({ name: `socket: ${name}`, attempt, state: known });
  const own = async (): Promise<string> => (await visitor.ticket()).ticket;
  const changed = async (change: Partial<Ticket>): Promise<string> => {
    const [payload, signature] = (await own()).split('.');
    const read = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Ticket;
    return `${Buffer.from(JSON.stringify({ ...read, ...change })).toString('base64url')}.${signature}`;
  };
  return [
    trial('from no page', async () => refusedWith(403, DOOR, await own(), { origin: null })),
    trial('from a foreign page', async () => refusedWith(403, DOOR, await own(), { origin: 'https://evil.example' })),
    trial('from a sandboxed page', async () => refusedWith(403, DOOR, await own(), { origin: 'null' })),
    trial('from an address that only begins like ours', async () =>
      refusedWith(403, DOOR, await own(), { origin: `${base}.evil.example` }),
    ),
    trial('without a ticket', () => refusedWith(401, DOOR, '')),
    trial('with a cookie instead of a ticket', () => refusedWith(401, DOOR, '', { headers: { Cookie: victim.cookie } })),
    trial('with the ticket in the address', async () => refusedWith(401, `${DOOR}?ticket=${await own()}`, '')),
    trial('with garbage for a ticket', () => refusedWith(401, DOOR, 'garbage')),
    trial('with a ticket of endless length', () => refusedWith(401, DOOR, `${'A'.repeat(4000)}.${'A'.repeat(43)}`)),
    trial('with a ticket signed by another key', async () => refusedWith(401, DOOR, await signTicket(`${secret}!`, forged))),
    trial('with a ticket signed by nobody', async () => refusedWith(401, DOOR, `${(await own()).split('.')[0]}.`)),
    trial("with a ticket changed to another's character", async () =>
      refusedWith(401, DOOR, await changed({ character: victim.character })),
    ),
    trial('with a ticket changed to last for ever', async () => refusedWith(401, DOOR, await changed({ expires_ms: now * 2 }))),
    trial('with a ticket that has expired', async () =>
      refusedWith(401, DOOR, await signTicket(secret, { ...forged, expires_ms: now - 1 })),
    ),
    trial('with a ticket for another region', async () => refusedWith(401, '/ws/2-0-0', await own())),
    trial('into a region that is none', async () => refusedWith(404, '/ws/9-9-9', await own())),
    trial('through the door between regions', async () =>
      refusedWith(404, '/ws/link', await own(), { headers: { 'X-Region': '2-0-0' } }),
    ),
    trial('in another protocol', async () => refusedWith(400, DOOR, '', { protocols: ['evermarch.0', await own()] })),
    trial('without an upgrade', async () => {
      const { status } = await visitor.ask('GET', DOOR);
      must(status === 426, `answered with ${status}`);
    }),
    trial('with a ticket that was used', async () => {
      const ticket = await own();
      const first = await knock(base, DOOR, ticket, { untilHeard: true });
      first.socket.terminate();
      must(first.code === 0 && first.frames > 0, 'the honest use did not come through');
      await closedWith(CLOSE_TICKET, ticket);
    }),
    trial('with a ticket that is used twice at once', async () => {
      const ticket = await own();
      const both = await Promise.all([0, 1].map(() => knock(base, DOOR, ticket, { untilHeard: true })));
      for (const { socket } of both) socket.terminate();
      must(both.filter(({ code }) => code === CLOSE_TICKET).length === 1, `closed with ${both.map(({ code }) => code)}`);
    }),
    trial('that sends a bomb of compressed nothing', async () =>
      closedWith(CLOSE_PROTOCOL, await own(), { deflate: true, first: Array.from({ length: 3 }, () => new Uint8Array(1 << 20)) }),
    ),
    trial('that speaks text', async () => closedWith(CLOSE_PROTOCOL, await own(), { first: ['one', 'two', 'three'] })),
    trial('that sends frames too long', async () =>
      closedWith(CLOSE_PROTOCOL, await own(), { first: Array.from({ length: 3 }, () => new Uint8Array(70_000)) }),
    ),
    trial('that speaks before it was welcomed', async () => {
      const early = async (): Promise<number> => {
        const { body } = await visitor.ask('GET', '/api/status');
        return body.regions.find(({ region }: { region: string }) => region === HOME_REGION).counters['frame.early'] ?? 0;
      };
      const before = await early();
      // On a full machine the welcome may be quicker than the word: then that was not early, and another one tries.
      for (let knocks = 0; knocks < MOST_KNOCKS && (await early()) === before; knocks++) {
        const fate = await knock(base, DOOR, await own(), { first: [pack(C2S.release, {})], untilHeard: true });
        fate.socket.terminate();
        must(fate.frames > 0, 'nobody was let in');
      }
      must((await early()) > before, 'it was listened to');
    }),
    trial('that floods', async () => {
      const fate = await knock(base, DOOR, await own(), { first: Array.from({ length: 4000 }, () => pack(C2S.cancel, {})) });
      fate.socket.terminate();
      must([CLOSE_FLOOD, CLOSE_PROTOCOL].includes(fate.code), `closed with ${fate.code}`);
    }),
    trial('of a kind that was never offered', async () =>
      refusedWith(400, DOOR, '', { protocols: [`${SUBPROTOCOL}x`, await own()] }),
    ),
  ];
}
