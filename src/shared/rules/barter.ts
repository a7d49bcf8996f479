// Trading from hand to hand: what may be offered, and the exchange itself. In: two characters and what each offers. Out: why not, or both of
// them changed at once. What is given and what comes may share a place in the bag: room is counted as it is after giving.
import { OFFER_THINGS } from '../protocol/barter';
import type { Character } from './character';
import { applyGive, applyReceive, checkGive, checkReceive, type Piece } from './goods';
import type { Mint } from './inventory';
import { Journal } from './journal';
import { OK, REASONS, type Reason } from './reasons';

/** So near they stand to each other. */
export const BARTER_RANGE_M = 10;
/** Whoever is asked has this long to answer. */
export const BARTER_ASK_MS = 30_000;

export interface Offer {
  readonly pieces: readonly Piece[];
  readonly gold: number;
}
export interface Party {
  readonly character: Character;
  readonly offer: Offer;
}

export function checkOffer(c: Character, { pieces, gold }: Offer): Reason {
  return pieces.length > OFFER_THINGS ? REASONS.tooManyThings : checkGive(c, pieces, gold);
}

/** As `one` hears it: his own bag is full, or the other's is. */
export function checkSwap(one: Party, two: Party): Reason {
  for (const { character, offer } of [one, two]) {
    const reason = checkOffer(character, offer);
    if (reason !== OK) return reason;
  }
  if (![one, two].some(({ offer }) => offer.gold || offer.pieces.length)) return REASONS.nothingThere;
  const [mine, theirs] = [rehearse(one), rehearse(two)];
  const reason = checkReceive(mine.character, two.offer.gold, theirs.things);
  if (reason !== OK) return reason;
  return checkReceive(theirs.character, one.offer.gold, mine.things) === OK ? OK : REASONS.theyCannotCarry;
}

export function applySwap(one: Party & { journal: Journal }, two: Party & { journal: Journal }, mint: Mint): void {
  const reason = checkSwap(one, two);
  if (reason !== OK) throw new Error(`traded what the check refuses: ${reason}`);
  const [mine, theirs] = [one, two].map(({ character, journal, offer }) =>
    applyGive(character, journal, mint, offer.pieces, offer.gold),
  );
  applyReceive(one.character, one.journal, two.offer.gold, theirs);
  applyReceive(two.character, two.journal, one.offer.gold, mine);
}

/** A copy of him that has given what he offers. */
function rehearse({ character, offer }: Party) {
  const copy = { ...character, items: character.items.map(item => ({ ...item })) };
  let parts = 0;
  const things = applyGive(copy, new Journal(), () => `part ${parts++}`, offer.pieces, offer.gold);
  return { character: copy, things };
}
