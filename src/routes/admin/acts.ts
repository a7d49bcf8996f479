// What the staff may do. What is written in D1 is one batch with its line of the audit, then the world is told at once; what a region carries
// out is a line first, then an order, then a second line with the outcome: an act without an outcome may be sent again under its id.
import * as v from 'valibot';
import { type Order, realmPort, talkPort } from '../../ports';
import { cleanChat } from '../../shared/rules/chatText';
import { OK } from '../../shared/rules/reasons';
import { type Action, checkPromote, checkSpan, MOST_GIVEN, type Person, RANKS } from '../../shared/rules/staff';
import { type Act, auditLine, banning, enact, lifting, muting, ranking } from '../../store/moderation';
import { endAllSessions } from '../../store/sessions';
import { ULID, ulid } from '../../ulid';
import { type App, type AppContext, endpoint, Refusal } from '../endpoint';
import { putOut } from '../push';
import { characterOf, needRank, needReason, needTarget, rankChanged, refused, why } from './guard';
import { giveOrder, type Ruled } from './orders';

const span = v.pipe(v.number(), v.integer(), v.description('milliseconds; 0: for good, which only a ban may be'));
const id = v.pipe(v.string(), v.regex(ULID));
const orderId = v.optional(v.pipe(id, v.description('the same again: nothing is done twice')));
const metres = v.pipe(v.number(), v.finite());
const amount = (most: number) => v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most)), 0);
const done = v.object({ done: v.boolean() });
const until = v.object({ until_ms: v.number() });
const placed = v.object({ region: v.string(), x: v.number(), z: v.number() });
const errors = {
  rankTooLow: 'His rank does not allow it.',
  outranked: 'It would be done to an equal or a better.',
  needsReason: 'Without a reason nothing is done.',
  no_such_account: 'Nobody has that id.',
};
const inWorld = { ...errors, notInWorld: 'The character is not in the world.' };

export function actRoutes(app: App): void {
  const path = (action: string): string => `/api/admin/people/:account/${action}`;
  const about = { method: 'post', access: 'staff', errors } as const;

  endpoint(
    app,
    {
      ...about,
      path: path('mute'),
      summary: 'Nobody hears him for a while.',
      body: v.object({ reason: why, span_ms: span }),
      answer: until,
    },
    async (c, { reason, span_ms }) => {
      const who = await needTarget(c, 'mute');
      needSpan('mute', span_ms);
      const until_ms = Date.now() + span_ms;
      await write(c, 'mute', who, reason, { until_ms }, muting(who.account, until_ms));
      await talkPort(c.env).mute(who.account, until_ms, reason);
      return c.json({ until_ms });
    },
  );
  endpoint(
    app,
    { ...about, path: path('unmute'), summary: 'He is heard again.', body: v.object({ reason: why }), answer: done },
    async (c, { reason }) => {
      const who = await needTarget(c, 'unmute');
      await write(c, 'unmute', who, reason, {}, muting(who.account, 0));
      await talkPort(c.env).mute(who.account, 0, '');
      return c.json({ done: true });
    },
  );
  endpoint(
    app,
    {
      ...about,
      path: path('ban'),
      summary: 'The account may not enter the world; who of it is there is put out.',
      body: v.object({ reason: why, span_ms: span }),
      answer: until,
    },
    async (c, { reason, span_ms }) => {
      const who = await needTarget(c, 'ban');
      needSpan('ban', span_ms);
      const now_ms = Date.now();
      const until_ms = span_ms ? now_ms + span_ms : 0;
      await write(c, 'ban', who, reason, { until_ms }, banning(ulid(now_ms), who.account, reason, now_ms, until_ms));
      await putOut(c.env, who.account, 'banned');
      return c.json({ until_ms });
    },
  );
  endpoint(
    app,
    { ...about, path: path('unban'), summary: 'Lift all bans of the account.', body: v.object({ reason: why }), answer: done },
    async (c, { reason }) => {
      const who = await needTarget(c, 'unban');
      await write(c, 'unban', who, reason, {}, lifting(who.account, Date.now()));
      return c.json({ done: true });
    },
  );
  endpoint(
    app,
    {
      ...about,
      path: path('role'),
      summary: 'Give the account a rank, below his own who gives it. It is signed out everywhere if it lost one.',
      body: v.object({ reason: why, rank: v.picklist(RANKS) }),
      answer: done,
    },
    async (c, { reason, rank }) => {
      const who = await needTarget(c, 'role', (actor, _, target, isSelf) => checkPromote(actor, target, rank, isSelf));
      await write(c, 'role', who, reason, { from: who.rank, to: rank }, ranking(who.account, rank));
      if (RANKS.indexOf(rank) < RANKS.indexOf(who.rank)) {
        await endAllSessions(c.env.DB, who.account);
        await putOut(c.env, who.account, 'signedOut');
      }
      return c.json({ done: true });
    },
  );
  endpoint(
    app,
    {
      ...about,
      errors: inWorld,
      path: path('kick'),
      summary: 'Put a character out of the world; it may come back.',
      body: v.object({ reason: why, character: id, order: orderId }),
      answer: done,
    },
    async (c, { reason, character, order }) => {
      const who = await needTarget(c, 'kick');
      await command(c, 'kick', who, reason, {}, { id: order ?? ulid(Date.now()), character, what: 'kick' });
      return c.json({ done: true });
    },
  );
  endpoint(
    app,
    {
      ...about,
      errors: inWorld,
      path: path('teleport'),
      summary: 'Put a character at a place (metres), or beside another one in the world.',
      body: v.object({
        reason: why,
        character: id,
        order: orderId,
        to: v.union([v.object({ x: metres, z: metres }), v.object({ character: id })]),
      }),
      answer: placed,
    },
    async (c, { reason, character, order, to }) => {
      const who = await needTarget(c, 'teleport');
      needReason(reason);
      const spot = 'x' in to ? to : beside(await ruledOk(giveOrder(c.env, { id: '', character: to.character, what: 'where' })));
      const { region } = await command(
        c,
        'teleport',
        who,
        reason,
        { ...to },
        {
          id: order ?? ulid(Date.now()),
          character,
          what: 'place',
          ...spot,
        },
      );
      return c.json({ region, ...spot });
    },
  );
  endpoint(
    app,
    {
      ...about,
      errors: { ...inWorld, bagFull: 'It does not fit into the bag.', order_differs: 'That id was used for another act.' },
      path: path('give'),
      summary: 'Give a character in the world gold (copper) or things; booked as a source of its own.',
      body: v.object({
        reason: why,
        character: id,
        order: orderId,
        gold: amount(MOST_GIVEN.gold),
        kind: amount(65535),
        quantity: amount(MOST_GIVEN.quantity),
      }),
      answer: done,
    },
    async (c, { reason, character, order, ...gift }) => {
      const who = await needTarget(c, 'give');
      await command(c, 'give', who, reason, gift, { id: order ?? ulid(Date.now()), character, what: 'give', ...gift });
      return c.json({ done: true });
    },
  );
  endpoint(
    app,
    {
      ...about,
      path: '/api/admin/announce',
      summary: 'Say something to everybody in the world.',
      body: v.object({ reason: why, text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)) }),
      answer: v.object({ heard: v.number() }),
    },
    async (c, { reason, text }) => {
      needRank(c, 'announce');
      const plain = cleanChat(text);
      if (!plain) throw new Refusal(422, 'bad_text', 'There is nothing to read in that.');
      await write(c, 'announce', null, reason, { text: plain });
      return c.json({ heard: await realmPort(c.env).proclaim(plain) });
    },
  );
}

function needSpan(action: 'mute' | 'ban', span_ms: number): void {
  const reason = checkSpan(action, span_ms);
  if (reason !== OK) throw refused(reason, 422);
}

type Details = Record<string, unknown>;

/** The act and its line, in one. */
async function write(
  c: AppContext,
  action: Action,
  who: Person | null,
  reason: string,
  details: Details,
  change?: Parameters<typeof enact>[2],
): Promise<void> {
  needReason(reason);
  if (!(await enact(c.env.DB, actOf(c, ulid(Date.now()), action, who, '', reason, details), change))) throw rankChanged();
}

function actOf(
  c: AppContext,
  id: string,
  action: Act['action'],
  who: Person | null,
  character: string,
  reason: string,
  details: Details,
): Act {
  const actor = { account: c.get('account'), rank: c.get('rank') };
  return { id, at_ms: Date.now(), actor, action, target: who, character, reason, details };
}

/** A line, the order, and a line of what came of it. Throws with the reason when the region refuses. */
async function command(c: AppContext, action: Action, who: Person, reason: string, details: Details, order: Order): Promise<Ruled> {
  needReason(reason);
  const { id: character } = characterOf(who, order.character);
  const act = actOf(c, order.id, action, who, character, reason, details);
  const before = await auditLine(c.env.DB, order.id);
  if (before && !isSame(before, act)) throw new Refusal(409, 'order_differs', 'That order was another one.');
  if (!before && !(await enact(c.env.DB, act))) throw rankChanged();
  const ruled = await giveOrder(c.env, order);
  const outcome = { of: order.id, reason: ruled.reason, region: ruled.region };
  await enact(c.env.DB, { ...actOf(c, ulid(Date.now() + 1), 'outcome', who, character, reason, outcome), target: who });
  if (ruled.reason !== OK) throw refused(ruled.reason);
  return ruled;
}

function isSame(line: NonNullable<Awaited<ReturnType<typeof auditLine>>>, act: Act): boolean {
  const { actor, action, target, character, details } = act;
  const [is, was] = [
    [actor.account, action, target?.account, character, JSON.stringify(details)],
    [line.actor_id, line.action, line.account_id, line.character_id, line.details],
  ];
  return is.every((word, i) => word === was[i]);
}

async function ruledOk(asked: Promise<Ruled>): Promise<Ruled> {
  const ruled = await asked;
  if (ruled.reason !== OK) throw refused(ruled.reason);
  return ruled;
}

/** A step away, so that nobody stands in another. */
const beside = ({ x, z }: Ruled): { x: number; z: number } => ({ x: x + 1.5, z });
