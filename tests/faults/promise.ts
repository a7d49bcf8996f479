// What a player was shown as his is his: compares what a bot saw before a crash with what it finds afterwards. A difference is excused only
// by a command that was on its way when the line fell (it may or may not have been applied). Everything else is lost or doubled.
import { FLAG_DEAD } from '../../assembly/layout';
import { quests as allQuests } from '../../src/shared/content';
import { BARTER_OPEN, type Body, type S2C } from '../../src/shared/protocol/messages';
import { isInstance } from '../../src/shared/regions';
import type { Bot } from '../harness/bot';
import type { OnItsWay } from './juggler';

export interface Shown {
  bag: Body<typeof S2C.bag>['items'];
  sheet: Body<typeof S2C.sheet>;
  quests: Body<typeof S2C.quests>;
  life: Body<typeof S2C.life>;
  /** Bosses of the run that goes on where he is, that have fallen. */
  felled: number;
  /** Others may send him something at any time: what comes is looked for in the files, where it may be once only. */
  exchanges: boolean;
  /** He has agreed to give these, and gold, as soon as the other agrees. */
  agreed: string[] | null;
  onItsWay: OnItsWay[];
  region: string;
  x: number;
  z: number;
  dead: boolean;
  /** Where he was shown in the moment before, newest last: who leaps at somebody goes far in it. */
  trail: readonly { x: number; z: number }[];
}

export interface Verdict {
  lost: string[];
  doubled: string[];
}

const BRINGS_ITEMS = new Set(['buy', 'loot', 'pickUp', 'gather', 'turnInQuest', 'acceptQuest', 'craft', 'skin', 'agree']);
const TAKES_ITEMS = new Set(['turnInQuest', 'abandonQuest', 'craft']);
const MOVES_GOLD = new Set([
  'buy',
  'sell',
  'loot',
  'turnInQuest',
  'learn',
  'agree',
  'sendLetter',
  'takeLetter',
  'sellOrder',
  'buyOrder',
  'guildDeposit',
]);

/** What the bot knows now, as it was told. Undefined before it was told everything. */
export function shown(bot: Bot, onItsWay: Iterable<OnItsWay>, exchanges = false, trail: Shown['trail'] = []): Shown | undefined {
  const { known, region, predictor } = bot.session;
  const { bag, sheet, quests, life, barter } = known;
  const open = [...onItsWay];
  const hasAgreed = barter?.mine.agreed || open.some(({ name }) => name === 'agree');
  const agreed = barter?.state === BARTER_OPEN && hasAgreed ? barter.mine.items.map(({ id }) => id) : null;
  if (!bag || !sheet || !quests || !life) return undefined;
  const { x, z, flags } = predictor.server;
  const dead = (flags & FLAG_DEAD) !== 0;
  return structuredClone({
    bag: bag.items,
    sheet,
    quests,
    life,
    felled: felledOf(bot),
    onItsWay: open,
    exchanges,
    agreed,
    region,
    x,
    z,
    dead,
    trail,
  });
}

/** Bosses that have fallen in the run in which he is. */
export const felledOf = ({ session: { region, known } }: Bot): number => (isInstance(region) ? (known.run?.felled ?? 0) : 0);

/** How far from the way that he was shown last he came back; who died meanwhile, or rose, is somewhere else by right. */
export function strayed_m(before: Shown, after: Shown): number {
  if (before.dead || after.dead) return 0;
  return Math.min(...[before, ...before.trail].map(({ x, z }) => Math.hypot(after.x - x, after.z - z)));
}

export function compare(before: Shown, after: Shown): Verdict {
  const verdict: Verdict = { lost: [], doubled: [] };
  compareItems(before, after, verdict);
  compareGold(before, after, verdict);
  if (after.sheet.level < before.sheet.level) verdict.lost.push(`level ${before.sheet.level} -> ${after.sheet.level}`);
  compareQuests(before, after, verdict);
  compareRewards(before, after, verdict);
  compareLives(before, after, verdict);
  return verdict;
}

/** A quest that was being handed in is done, and paid once, or neither. */
function compareRewards(before: Shown, after: Shown, { lost, doubled }: Verdict): void {
  const [given, ...others] = before.onItsWay.filter(({ name }) => MOVES_GOLD.has(name));
  if (given?.name !== 'turnInQuest' || others.length) return;
  const quest = allQuests.get((given.body as { quest: number }).quest)!;
  // What it pays may hang on what was decided on the way.
  if (quest.ends) return;
  const isDone = after.quests.done.includes(quest.id) && !before.quests.done.includes(quest.id);
  const gap = after.sheet.gold - before.sheet.gold - (isDone ? quest.reward.gold : 0);
  if (gap < 0) lost.push(`${-gap} copper of ${quest.key}`);
  if (gap > 0) doubled.push(`${gap} copper of ${quest.key}`);
}

/** What he has learned and done stays: recipes, skill, what was taken of bosses this week, and how far a run has come. */
function compareLives(before: Shown, after: Shown, { lost }: Verdict): void {
  for (const id of before.life.recipes) if (!after.life.recipes.includes(id)) lost.push(`recipe ${id}`);
  for (const words of ['skills', 'locks'] as const) {
    const now = new Map(after.life[words].map(({ of, count }) => [of, count]));
    for (const { of, count } of before.life[words]) if ((now.get(of) ?? 0) < count) lost.push(`${words} of ${of}`);
  }
  if (before.region === after.region && after.felled < before.felled)
    lost.push(`${before.felled - after.felled} bosses of the run`);
}

function compareItems(before: Shown, after: Shown, { lost, doubled }: Verdict): void {
  const now = new Map(after.bag.map(row => [row.id, row]));
  const then = new Map(before.bag.map(row => [row.id, row]));
  const names = new Set(before.onItsWay.map(({ name }) => name as string));
  const meant = new Set([...(before.agreed ?? []), ...before.onItsWay.flatMap(({ body }) => named(body))]);
  const brings = before.exchanges || [...names].some(name => BRINGS_ITEMS.has(name));
  const takes = [...names].some(name => TAKES_ITEMS.has(name));
  const moves = names.has('move');
  for (const row of before.bag) {
    const found = now.get(row.id);
    const touched = meant.has(row.id) || takes;
    if (!found && !touched) lost.push(`item ${row.id} (kind ${row.kind}, ${row.quantity})`);
    else if (found && found.quantity < row.quantity && !touched && !moves)
      lost.push(`${row.quantity - found.quantity} of item ${row.id}`);
    else if (found && found.quantity > row.quantity && !brings && !moves)
      doubled.push(`${found.quantity - row.quantity} of item ${row.id}`);
  }
  for (const row of after.bag) {
    if (!then.has(row.id) && !brings && !moves) doubled.push(`item ${row.id} (kind ${row.kind}, ${row.quantity})`);
  }
}

/** The things that a command is about. */
function named(body: object): string[] {
  const { item, items = [] } = body as { item?: string; items?: { item: string }[] };
  return [...(item ? [item] : []), ...items.map(piece => piece.item)];
}

function compareGold(before: Shown, after: Shown, { lost, doubled }: Verdict): void {
  const change = after.sheet.gold - before.sheet.gold;
  if (!change || before.agreed || (before.exchanges && change > 0)) return;
  if (before.onItsWay.some(({ name }) => MOVES_GOLD.has(name))) return;
  if (change < 0) lost.push(`${-change} copper`);
  else doubled.push(`${change} copper`);
}

function compareQuests(before: Shown, after: Shown, { lost }: Verdict): void {
  const changed = new Set(
    before.onItsWay
      .filter(({ name }) => name === 'turnInQuest' || name === 'abandonQuest')
      .map(({ body }) => (body as { quest: number }).quest),
  );
  for (const { quest, counts } of before.quests.active) {
    if (changed.has(quest)) continue;
    const found = after.quests.active.find(active => active.quest === quest);
    if (!found) lost.push(`quest ${quest}`);
    else if (counts.some((count, i) => (found.counts[i] ?? 0) < count)) lost.push(`steps of quest ${quest}`);
  }
  for (const quest of before.quests.done) if (!after.quests.done.includes(quest)) lost.push(`quest ${quest} as done`);
}

/** Items that two bots hold at once. */
export function heldTwice(all: Shown[]): string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const { bag } of all) {
    for (const { id } of bag) {
      if (seen.has(id)) twice.push(`item ${id} in two bags`);
      seen.add(id);
    }
  }
  return twice;
}
