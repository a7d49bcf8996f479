// How the world stands, as far as quests ask: the day, day or night, who holds what, how camps have grown. In: what is known of the world.
// Out: whether a condition holds for somebody of a covenant, and from all conditions what a character is told (S2C.tidings).

import { isNight } from '../clock';
import { quests } from '../content';
import { COVENANTS, type Quest, type When } from '../content/kinds';
import { DAILY_ROUND } from '../content/questkinds';
import { type Front, WILDS } from './front';

/** The world as a region knows it. */
export interface World {
  /** 0..24 of the world's day. */
  readonly hour: number;
  /** Null as long as the realm has not told it. */
  readonly front: Front | null;
  /** Number of a place by its key. */
  placeNumber(key: string): number;
  /** How many more than its own that camp holds; 0 for camps of other places. */
  grown(place: string, camp: string): number;
}

export function holds(when: When, world: World, covenant: number): boolean {
  switch (when.is) {
    case 'night':
      return isNight(world.hour);
    case 'day':
      return !isNight(world.hour);
    case 'grown':
      return world.grown(when.place, when.camp) >= when.least;
    case 'pressed':
      return (landOf(world, when.place)?.pressure ?? 0) >= when.least;
    case 'held': {
      const land = landOf(world, when.place);
      return land !== undefined && isHeldBy(land.holder, when.by, covenant + 1);
    }
  }
}

const landOf = ({ front, placeNumber }: World, key: string) => front?.lands.find(land => land.place === placeNumber(key));

/** `own`: his covenant as a holder's number. */
function isHeldBy(holder: number, by: string, own: number): boolean {
  if (by === 'wilds') return holder === WILDS;
  if (by === 'mine') return holder === own;
  if (by === 'others') return holder !== WILDS && holder !== own;
  return holder === COVENANTS.indexOf(by as (typeof COVENANTS)[number]) + 1;
}

/** What decides which quests are on offer besides the character himself. */
export interface Standing {
  readonly day: number;
  /** Whether a quest on a condition may be taken now. */
  allows(quest: Quest): boolean;
}

/** `open`: ids of quests on a condition that holds. */
export const standing = (day: number, open: ReadonlySet<number>): Standing => ({
  day,
  allows: ({ id, when, daily }) => (!when || open.has(id)) && (!daily || day % DAILY_ROUND === daily.turn),
});

const conditional = quests.all.filter(quest => quest.when);
const talkative = quests.all.filter(quest => quest.aside);

/** For somebody of that covenant: quests on a condition that holds, and those whose giver has something to add. */
export function tidingsOf(world: World, covenant: number): { open: number[]; asides: number[] } {
  const now = (when: When | undefined): boolean => when !== undefined && holds(when, world, covenant);
  return {
    open: conditional.filter(quest => now(quest.when)).map(quest => quest.id),
    asides: talkative.filter(quest => now(quest.aside?.when)).map(quest => quest.id),
  };
}
