// Trading from hand to hand (rules/barter.ts): a window that two who stand beside each other look into. In: requests, answers, offers, and
// agreements to a numbered state of both offers. Out: what lies there, shown to both; once both have agreed to the same number, one exchange
// in the turn's one transaction. The window is memory only: whoever goes, dies, falls silent or crosses ends it, and nothing has moved.
import { BARTER_DONE, BARTER_OFF, BARTER_OPEN, type Body, type C2S, CAUSE_BARTER, S2C } from '../../shared/protocol/messages';
import { type ItemRow, tellItem } from '../../shared/protocol/told';
import { applySwap, BARTER_ASK_MS, BARTER_RANGE_M, checkOffer, checkSwap, type Offer } from '../../shared/rules/barter';
import { nameKey } from '../../shared/rules/names';
import { OK, REASONS, type Reason } from '../../shared/rules/reasons';
import { itemById } from '../../shared/rules/worn';
import { mint } from '../mint';
import type { Player } from '../player';
import { tellGain } from '../tell';
import type { World } from '../world';
import { isDead } from './death';
import { isDuelling } from './duels';
import { refuse } from './parties';
import { ignores } from './talk';

interface Side {
  readonly player: Player;
  offer: Offer;
  /** What he offers as the other has seen it. */
  shown: ItemRow[];
  agreed: boolean;
}
interface Barter {
  readonly sides: readonly [Side, Side];
  /** Number of what lies there now; grows with every change. */
  seen: number;
}

/** All windows and requests of a region. */
export class Barters {
  readonly open = new Map<Player, Barter>();
  /** By who asked: whom, and until when. */
  readonly asked = new Map<Player, { whom: Player; until_ms: number }>();
  /** Numbers are unique in the region's life: an agreement to an earlier window can never fit a later one. */
  seen = 0;
}

export function askBarter(world: World, player: Player, { target, name }: Body<typeof C2S.askBarter>): void {
  const whom = target ? world.players.get(target) : findNear(world, player, name);
  const reason = reasonAgainst(world, player, whom);
  if (reason !== OK || !whom) refuse(world, player, reason, name);
  else if (isAsked(world, player, whom)) refuse(world, player, REASONS.alreadyInvited, whom.character.name);
  // Both have asked each other: that is an answer.
  else if (isAsked(world, whom, player)) open(world, whom, player);
  // Whoever is ignored hears what anybody hears who is declined; the other one sees nothing of it.
  else if (ignores(world, whom, player.character.account)) refuse(world, player, REASONS.declinedLately, whom.character.name);
  else {
    world.barters.asked.set(player, { whom, until_ms: world.now_ms + BARTER_ASK_MS });
    whom.soon(S2C.barterAsked, { from: player.entity, name: player.character.name, left_s: BARTER_ASK_MS / 1000 });
  }
}

export function answerBarter(world: World, player: Player, { from, accept }: Body<typeof C2S.answerBarter>): void {
  const asker = world.players.get(from);
  if (!asker || !isAsked(world, asker, player)) {
    refuse(world, player, REASONS.notTrading);
    return;
  }
  world.barters.asked.delete(asker);
  const reason = accept ? reasonAgainst(world, player, asker) : OK;
  if (reason !== OK) refuse(world, player, reason);
  else if (accept) open(world, asker, player);
  else refuse(world, asker, REASONS.declinedLately, player.character.name);
}

export function offer(world: World, player: Player, { items, gold }: Body<typeof C2S.offer>): void {
  const barter = world.barters.open.get(player);
  if (!barter) {
    refuse(world, player, REASONS.notTrading);
    return;
  }
  const wanted = { pieces: items, gold };
  const reason = checkOffer(player.character, wanted);
  if (reason === OK) sideOf(barter, player).offer = wanted;
  else refuse(world, player, reason);
  // Also when it was refused: his screen shows what he wanted.
  change(world, barter, reason, player);
}

/** A numbered command: whoever agrees last hears by its answer that all of it is written. */
export function agree(world: World, player: Player, { seen }: Body<typeof C2S.agree>): Reason {
  const barter = world.barters.open.get(player);
  if (!barter) return REASONS.notTrading;
  if (review(world, barter) || seen !== barter.seen) return REASONS.tradeChanged;
  const reason = standing(world, barter);
  if (reason !== OK) return close(world, barter, reason);
  const mine = sideOf(barter, player);
  const theirs = otherOf(barter, player);
  mine.agreed = true;
  if (!theirs.agreed) {
    show(barter);
    return OK;
  }
  return exchange(world, barter, mine, theirs);
}

export function endBarter(world: World, player: Player): void {
  const barter = world.barters.open.get(player);
  if (barter) close(world, barter, REASONS.notTrading);
  for (const [asker, { whom }] of world.barters.asked) if (asker === player || whom === player) world.barters.asked.delete(asker);
}

/** Every turn: windows end with what they stand on, and show what has become of the things in them. */
export function holdBarters(world: World): void {
  const { open, asked } = world.barters;
  for (const [player, barter] of open) {
    if (barter.sides[0].player !== player) continue;
    const reason = standing(world, barter);
    if (reason !== OK) close(world, barter, reason);
    else if (world.onTheSecond) review(world, barter);
  }
  if (!world.onTheSecond) return;
  for (const [asker, { until_ms }] of asked) if (until_ms < world.now_ms) asked.delete(asker);
}

function exchange(world: World, barter: Barter, mine: Side, theirs: Side): Reason {
  const [one, two] = [mine, theirs].map(({ player, offer }) => ({ character: player.character, journal: player.journal, offer }));
  const reason = checkSwap(one, two);
  if (reason !== OK) {
    if (reason === REASONS.theyCannotCarry) refuse(world, theirs.player, REASONS.bagFull);
    change(world, barter);
    return reason;
  }
  applySwap(one, two, mint);
  world.counters.count('barter.done');
  forget(world, barter);
  for (const [side, other] of [
    [mine, theirs],
    [theirs, mine],
  ]) {
    const stacks = other.shown.map(({ kind, quantity }) => ({ kind, quantity }));
    tellGain(side.player, CAUSE_BARTER, { gold: other.offer.gold - side.offer.gold, items: stacks });
    side.player.sure(S2C.barter, bodyOf(barter, side, other, BARTER_DONE, OK));
  }
  return OK;
}

// ---- the window ----

function open(world: World, asker: Player, player: Player): void {
  const { barters } = world;
  barters.asked.delete(asker);
  barters.asked.delete(player);
  const side = (of: Player): Side => ({ player: of, offer: { pieces: [], gold: 0 }, shown: [], agreed: false });
  const barter: Barter = { sides: [side(asker), side(player)], seen: ++barters.seen };
  barters.open.set(asker, barter);
  barters.open.set(player, barter);
  show(barter);
}

/** Whatever was agreed to is no more; both see what lies there now, and `refused` why it is not what he wanted. */
function change(world: World, barter: Barter, reason: Reason = OK, refused?: Player): void {
  barter.seen = ++world.barters.seen;
  for (const side of barter.sides) {
    side.agreed = false;
    side.shown = rowsOf(side);
  }
  show(barter, reason, refused);
}

/** Things in the window may have been worn, used, split or given away meanwhile. True: it is not what was shown. */
function review(world: World, barter: Barter): boolean {
  const isOther = (side: Side): boolean =>
    checkOffer(side.player.character, side.offer) !== OK || JSON.stringify(rowsOf(side)) !== JSON.stringify(side.shown);
  const others = barter.sides.filter(isOther);
  for (const side of others) {
    const { character } = side.player;
    if (checkOffer(character, side.offer) === OK) continue;
    const left = side.offer.pieces.filter(piece => checkOffer(character, { pieces: [piece], gold: 0 }) === OK);
    side.offer = { pieces: left, gold: Math.min(side.offer.gold, character.gold) };
  }
  if (others.length) change(world, barter);
  return others.length > 0;
}

function show(barter: Barter, reason: Reason = OK, refused?: Player): void {
  const [one, two] = barter.sides;
  const why = ({ player }: Side): Reason => (player === refused ? reason : OK);
  one.player.soon(S2C.barter, bodyOf(barter, one, two, BARTER_OPEN, why(one)));
  two.player.soon(S2C.barter, bodyOf(barter, two, one, BARTER_OPEN, why(two)));
}

/** Returns the reason, which the one who caused it is told by his answer. */
function close(world: World, barter: Barter, reason: Reason): Reason {
  forget(world, barter);
  const [one, two] = barter.sides;
  one.player.soon(S2C.barter, bodyOf(barter, one, two, BARTER_OFF, reason));
  two.player.soon(S2C.barter, bodyOf(barter, two, one, BARTER_OFF, reason));
  return reason;
}

function forget({ barters }: World, { sides }: Barter): void {
  for (const { player } of sides) barters.open.delete(player);
}

function bodyOf({ seen }: Barter, mine: Side, theirs: Side, state: number, reason: Reason): Body<typeof S2C.barter> {
  const { entity, character } = theirs.player;
  const told = ({ shown, offer, agreed }: Side) => ({ items: shown, gold: offer.gold, agreed });
  return { state, with: entity, name: character.name, seen, mine: told(mine), theirs: told(theirs), reason };
}

/** Where it lies in his bag is nobody's business: moving it about changes nothing. */
const rowsOf = ({ player, offer }: Side): ItemRow[] =>
  offer.pieces.flatMap(({ item: id, quantity }) => {
    const item = itemById(player.character, id);
    return item ? [{ ...tellItem(item), slot: 0, quantity }] : [];
  });

// ---- who may ----

/** Why these two cannot trade; whoever is `whom` is asked or asks. */
function reasonAgainst(world: World, player: Player, whom: Player | undefined): Reason {
  const { barters } = world;
  if (!whom?.playing || whom === player) return REASONS.noSuchPlayer;
  if (barters.open.has(player) || barters.open.has(whom)) return REASONS.alreadyTrading;
  // Whoever looks into a window sees no blow coming.
  if (isDuelling(world, player)) return REASONS.duelling;
  if (isDuelling(world, whom)) return REASONS.otherDuels;
  return nearness(world, player, whom);
}

function standing(world: World, { sides: [{ player: one }, { player: two }] }: Barter): Reason {
  for (const player of [one, two]) {
    if (!player.playing || world.players.get(player.entity) !== player) return REASONS.noSuchPlayer;
    // By a waystone, through a gate or over a border.
    if (player.goal || player.lean) return REASONS.tooFar;
  }
  return nearness(world, one, two);
}

function nearness(world: World, one: Player, two: Player): Reason {
  if (isDead(world, one) || isDead(world, two)) return REASONS.isDead;
  return world.distance(one.entity, two.entity) > BARTER_RANGE_M ? REASONS.tooFar : OK;
}

function findNear(world: World, { entity }: Player, name: string): Player | undefined {
  const key = nameKey(name);
  const found = [...world.players.values()].filter(other => other.entity !== entity && other.nameKey === key);
  return found[0];
}

function isAsked({ barters, now_ms }: World, asker: Player, whom: Player): boolean {
  const asked = barters.asked.get(asker);
  return asked?.whom === whom && asked.until_ms >= now_ms;
}

const sideOf = ({ sides }: Barter, player: Player): Side => (sides[0].player === player ? sides[0] : sides[1]);
const otherOf = ({ sides }: Barter, player: Player): Side => (sides[0].player === player ? sides[1] : sides[0]);
