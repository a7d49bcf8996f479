// What players report of each other, for the staff to read and answer: Talk keeps it, with the lines round the one that it is about.
import * as v from 'valibot';
import { type Closing, type Env, type Report, talkPort } from '../../ports';
import { cleanChat } from '../../shared/rules/chatText';
import { OK, REASONS } from '../../shared/rules/reasons';
import { ANSWER_LETTERS, checkAct } from '../../shared/rules/staff';
import { enact, personOf } from '../../store/moderation';
import { ULID, ulid } from '../../ulid';
import { type App, type AppContext, endpoint, Refusal } from '../endpoint';
import { needRank, needReason, rankChanged, refused } from './guard';

const MOST = 200;
const line = v.object({ from: v.string(), account: v.string(), text: v.string(), at_ms: v.number() });
export const report = v.object({
  id: v.string(),
  at_ms: v.number(),
  by: v.object({ account: v.string(), character: v.string(), name: v.string() }),
  about: line,
  channel: v.number(),
  room: v.string(),
  why: v.string(),
  words: v.string(),
  context: v.array(line),
  closed: v.nullable(v.object({ at_ms: v.number(), by: v.string(), answer: v.string() })),
});

/** Those that wait before those that were answered, the newest first. */
export async function readReports(env: Env): Promise<(Omit<Report, 'closed'> & { closed: Closing | null })[]> {
  return (await talkPort(env).reports(MOST)).map(each => ({ ...each, closed: each.closed ?? null }));
}

export function reportRoutes(app: App): void {
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/admin/reports/:report/answer',
      summary: 'Close a report with a few words. Whoever made it reads them in his chat, now or when he comes.',
      access: 'staff',
      body: v.object({ answer: v.pipe(v.string(), v.trim(), v.maxLength(ANSWER_LETTERS.most)) }),
      answer: v.object({ done: v.boolean() }),
      errors: {
        rankTooLow: 'His rank does not allow it.',
        outranked: 'It is about an equal or a better.',
        notYourself: 'It is his own, or about him.',
        needsReason: 'Nothing is closed without a word.',
        no_such_report: 'There is no such report.',
        report_closed: 'Somebody has answered it already.',
      },
    },
    async (c, body) => {
      needRank(c, 'answer');
      await close(c, await needOpen(c), cleanChat(body.answer));
      return c.json({ done: true });
    },
  );
}

const isClosed = (): Refusal => new Refusal(409, 'report_closed', 'Somebody has answered that report already.');

async function needOpen(c: AppContext): Promise<Report> {
  const id = c.req.param('report') ?? '';
  const found = ULID.test(id) ? await talkPort(c.env).report(id) : null;
  if (!found) throw new Refusal(404, 'no_such_report', 'There is no such report.');
  if (found.closed) throw isClosed();
  return found;
}

/** The line of the audit comes first: a word that was not told is said again, a word without a line never was. */
async function close(c: AppContext, { id, by, about }: Report, answer: string): Promise<void> {
  needReason(answer);
  const [account, rank, at_ms] = [c.get('account'), c.get('rank'), Date.now()];
  const target = await personOf(c.env.DB, about.account, at_ms);
  const reason = target ? checkAct(rank, 'answer', target.rank, target.account === account) : OK;
  if (reason !== OK) throw refused(reason, 403);
  if (by.account === account) throw refused(REASONS.notYourself, 403);
  const details = { report: id, by: by.account };
  const act = {
    id: ulid(at_ms),
    at_ms,
    actor: { account, rank },
    action: 'answer',
    target,
    character: '',
    reason: answer,
    details,
  } as const;
  if (!(await enact(c.env.DB, act))) throw rankChanged();
  if (!(await talkPort(c.env).answer(id, { at_ms, by: account, answer }))) throw isClosed();
}
