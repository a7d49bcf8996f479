// Attacks on the desk of the staff: doors that are not one's own, ranks that one has not got, acts without a reason, records that should change.
import type { Caller } from './caller';
import type { Ground } from './run';
import { must, type Trial } from './trial';

const DAY_MS = 86_400_000;

export async function STAFF_ATTACKS({ state, victim, attacker, helper, moderator, admin }: Ground): Promise<Trial[]> {
  const known = (): string => state.record();
  const trial = (name: string, attempt: () => Promise<void>): Trial => ({ name: `staff: ${name}`, attempt, state: known });
  const act = async (by: Caller, on: Caller, what: string, body: object, statuses: number[]): Promise<void> => {
    const sent = { reason: 'because I can', ...body };
    const { status, text } = await by.ask('POST', `/api/admin/people/${on.account}/${what}`, sent);
    must(statuses.includes(status), `${what} was answered with ${status}: ${text.slice(0, 120)}`);
  };
  const { character } = victim;
  const all: [string, object][] = [
    ['mute', { span_ms: DAY_MS }],
    ['unmute', {}],
    ['ban', { span_ms: 0 }],
    ['unban', {}],
    ['kick', { character }],
    ['teleport', { character, to: { x: 1, z: 1 } }],
    ['give', { character, gold: 1 }],
    ['role', { rank: 'moderator' }],
  ];
  return [
    ...all.map(([what, body]) => trial(`a player would ${what}`, () => act(attacker, victim, what, body, [403]))),
    trial('a player looks at the desk', async () => {
      for (const path of ['people?find=a', `people/${victim.account}`, 'audit', 'reports', 'appeals'])
        must((await attacker.ask('GET', `/api/admin/${path}`)).status === 403, `${path} was shown`);
    }),
    trial('a report is answered that there is not, or by a player', async () => {
      const path = (id: string): string => `/api/admin/reports/${encodeURIComponent(id)}/answer`;
      const statuses = async (by: Caller, id: string) => (await by.ask('POST', path(id), { answer: 'because I can' })).status;
      must((await statuses(attacker, '01AAAAAAAAAAAAAAAAAAAAAAAA')) === 403, 'a player was heard');
      for (const id of ['01AAAAAAAAAAAAAAAAAAAAAAAA', "' OR 1=1 --", '%'])
        must((await statuses(admin, id)) === 404, `${id} was answered`);
    }),
    trial('a player announces', async () => {
      const { status } = await attacker.ask('POST', '/api/admin/announce', { reason: 'because', text: 'I am the law' });
      must(status === 403, `answered with ${status}`);
    }),
    trial('a helper does what moderators do', async () => {
      for (const [what, body] of all.slice(2, 8)) if (what !== 'kick') await act(helper, victim, what, body, [403]);
    }),
    trial('a moderator does what admins do', async () => {
      for (const [what, body] of all.slice(6)) await act(moderator, victim, what, body, [403]);
    }),
    trial('a moderator bans an admin', () => act(moderator, admin, 'ban', { span_ms: 0 }, [403])),
    trial('a moderator mutes himself free', () => act(moderator, moderator, 'unmute', {}, [403])),
    trial('an admin makes another one', () => act(admin, attacker, 'role', { rank: 'admin' }, [403])),
    trial('somebody promotes himself', async () => {
      for (const by of [attacker, helper, moderator]) await act(by, by, 'role', { rank: 'admin' }, [403]);
    }),
    trial('something is done without a reason', async () => {
      for (const reason of ['', ' ', 'x']) await act(admin, attacker, 'ban', { span_ms: 0, reason }, [422]);
      const { status } = await admin.ask('POST', `/api/admin/people/${attacker.account}/ban`, { span_ms: 0 });
      must(status === 400, `answered with ${status}`);
    }),
    trial('a span is none', async () => {
      for (const span_ms of [-1, 1.5, Number.MAX_SAFE_INTEGER, '86400000', null])
        await act(admin, attacker, 'ban', { span_ms }, [400, 422]);
    }),
    trial('a search is a piece of SQL', async () => {
      for (const find of ["' OR 1=1 --", '%', '_', '"; DROP TABLE audit; --']) {
        const { status, body } = await admin.ask('GET', `/api/admin/people?find=${encodeURIComponent(find)}`);
        must(status === 200 && body.people.length === 0, `${find} found ${body.people?.length}`);
      }
    }),
    trial('the record is cut', async () => {
      for (const method of ['DELETE', 'PATCH', 'PUT'])
        must((await admin.ask(method, '/api/admin/audit', {})).status === 404, `${method} was taken`);
      const { status } = await admin.ask('GET', `/api/admin/audit?before=${encodeURIComponent("' OR 1=1 --")}`);
      must(status === 200, `answered with ${status}`);
    }),
  ];
}
