// What a guild's bank has answered, held against all files while the server is dead. In: the audit's lines, what is on its way, what the guild has
// written down, and each bot's dealings. Out: noted in the audit: what was put in and is not in the books as often as it was answered; what was
// taken out and is not with its taker once; who took more than his rank may in a day.
import { CAUSE_GUILD } from '../../src/shared/protocol/messages';
import { firstRanks, LEADER } from '../../src/shared/rules/guild';
import { LEDGER } from '../../src/shared/rules/journal';
import type { Audit } from './audit';
import { type Dealings, dealingsOf, OFFICER, type Worth } from './banker';
import type { Subject } from './subject';

/** How much of each kind; kind 0: copper. */
type Sums = ReadonlyMap<number, number>;

export function judgeBanks(found: Audit, subjects: readonly Subject[]): void {
  for (const { bot } of subjects) {
    const dealings = dealingsOf(bot);
    if (dealings) judgeDealings(found, bot.character, bot.session.known.guild?.rank === LEADER, dealings);
  }
}

export function judgeDealings(found: Audit, character: string, leads: boolean, dealings: Dealings): void {
  const { lost, doubled, moves, coming, used } = found;
  const own = (cause: number): Sums => {
    const lines = moves.filter(line => line.character === character && line.cause === cause);
    return sumsOf(lines.map(({ gold, kind, quantity }) => ({ kind, quantity: Math.abs(kind ? quantity : gold) })));
  };
  const [sent, received] = [own(LEDGER.sent), own(LEDGER.received)];

  const applied = whichOf([...dealings.open, ...dealings.unclear], some => isSame(sumsOf([...dealings.given, ...some]), sent));
  if (applied) dealings.settle(applied);
  else {
    const words = `${character} put ${wordsOf(sumsOf(dealings.given))} into the bank, and the books have ${wordsOf(sent)}`;
    const isLess = [...sumsOf(dealings.given)].some(([kind, quantity]) => (sent.get(kind) ?? 0) < quantity);
    (isLess ? lost : doubled).push(words);
  }

  const got = sumsOf(dealings.got);
  for (const [kind, quantity] of got)
    if ((received.get(kind) ?? 0) < quantity)
      lost.push(`${character} was shown ${wordsOf(got)} out of the bank, and the books have ${wordsOf(received)}`);

  const day = used.get(character);
  // The guild remembers one day: past midnight only the sums of the whole world are looked at.
  if (!day || day.day !== dealings.day) return;
  const onTheWay = coming.filter(({ to, cause }) => to === character && cause === CAUSE_GUILD);
  const here = (received.get(0) ?? 0) + onTheWay.reduce((sum, { gold }) => sum + gold, 0);
  if (here !== day.gold) (here < day.gold ? lost : doubled).push(`${character} took ${day.gold} copper, and ${here} came of it`);
  const { gold, items } = firstRanks()[OFFICER];
  if (!leads && (day.gold > gold || day.items.some((times, tab) => times > items[tab])))
    doubled.push(`${character} took more than his rank may: ${day.gold} copper, and things ${day.items.join(', ')} times`);
}

function sumsOf(worths: readonly Worth[]): Sums {
  const sums = new Map<number, number>();
  for (const { kind, quantity } of worths) sums.set(kind, (sums.get(kind) ?? 0) + quantity);
  return sums;
}

const isSame = (a: Sums, b: Sums): boolean => a.size === b.size && [...a].every(([kind, quantity]) => b.get(kind) === quantity);
const wordsOf = (sums: Sums): string => [...sums].map(([kind, quantity]) => `${quantity} of ${kind}`).join(', ') || 'nothing';

/** Those of a few that make it true; undefined: none do. */
function whichOf<T>(few: readonly T[], fits: (some: readonly T[]) => boolean, some: readonly T[] = []): readonly T[] | undefined {
  if (!few.length) return fits(some) ? some : undefined;
  const [one, ...rest] = few;
  return whichOf(rest, fits, some) ?? whichOf(rest, fits, [...some, one]);
}
