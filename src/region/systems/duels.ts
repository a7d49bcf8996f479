// Duels: two players agree to fight until one of them has a single breath left. In: challenges, answers, blows that beat somebody, where the two
// stand. Out: foes of each other in the core (assembly/quarrels.ts), and words for them and for those near. Memory only: what a region forgets of
// a duel when it begins anew is a duel that nobody has lost.
import { FLAG_COMBAT, HIT_YIELD } from '../../../assembly/layout';
import { type Body, type C2S, S2C } from '../../shared/protocol/messages';
import { NOTICES } from '../../shared/protocol/notices';
import {
  CHALLENGE_MS,
  COUNTDOWN_MS,
  checkDuel,
  type Duellist,
  HEARD_M,
  hasFled,
  LOSSES,
  type Loss,
  OUTSIDE_MS,
  outsideSince,
} from '../../shared/rules/duels';
import { OK, REASONS, type Reason } from '../../shared/rules/reasons';
import type { Outcome } from '../../shared/sim';
import type { Player } from '../player';
import type { World } from '../world';
import { isDead } from './death';
import { isOpenHere } from './laws';
import { refuse } from './parties';
import { ignores } from './talk';

interface Challenge {
  readonly from: Player;
  readonly to: Player;
  readonly until_ms: number;
}

interface Duel {
  readonly pair: readonly [Player, Player];
  /** The flag, metres. */
  readonly x: number;
  readonly z: number;
  readonly starts_ms: number;
  isOn: boolean;
  /** Since when each of them is off its ground; 0: he is on it. */
  readonly outside_ms: [number, number];
}

export class Duels {
  challenges: Challenge[] = [];
  readonly all = new Set<Duel>();

  of(player: Player): Duel | undefined {
    for (const duel of this.all) if (duel.pair.includes(player)) return duel;
    return undefined;
  }
}

export const isDuelling = ({ duels }: World, player: Player): boolean => duels.of(player) !== undefined;

// ---- asking ----

export function challenge(world: World, player: Player, { target }: Body<typeof C2S.challenge>): void {
  const other = world.players.get(target);
  const reason = other?.playing && other !== player ? checkPair(world, player, other) : REASONS.noSuchPlayer;
  if (!other || reason !== OK) refuse(world, player, reason);
  else if (world.duels.challenges.some(({ from, to }) => from === player && to === other)) {
    refuse(world, player, REASONS.alreadyChallenged, other.character.name);
  } else if (ignores(world, other, player.character.account)) {
    // Whoever is ignored hears what anybody hears who is declined; the other one sees nothing of it.
    notice(player, NOTICES.duelDeclined, other);
  } else {
    world.duels.challenges.push({ from: player, to: other, until_ms: world.now_ms + CHALLENGE_MS });
    other.soon(S2C.challenged, { from: player.entity, name: player.character.name, left_s: CHALLENGE_MS / 1000 });
    notice(player, NOTICES.duelChallenged, other);
  }
}

export function answerChallenge(world: World, player: Player, { from, accept }: Body<typeof C2S.answerChallenge>): void {
  const { duels } = world;
  const asked = duels.challenges.find(one => one.to === player && one.from.entity === from);
  if (!asked) {
    refuse(world, player, REASONS.noChallenge);
    return;
  }
  drop(duels, asked);
  if (!accept) {
    notice(asked.from, NOTICES.duelDeclined, player);
    return;
  }
  const reason = asked.from.playing ? checkPair(world, player, asked.from) : REASONS.noChallenge;
  if (reason !== OK) refuse(world, player, reason);
  else begin(world, asked.from, player);
}

export function giveUp(world: World, player: Player): void {
  const duel = world.duels.of(player);
  if (duel) end(world, duel, player, 'yielded');
  else refuse(world, player, REASONS.notInDuel);
}

function checkPair(world: World, one: Player, other: Player): Reason {
  const away_m = world.distance(one.entity, other.entity);
  return checkDuel(standingOf(world, one), standingOf(world, other), away_m, !world.isInstance);
}

const standingOf = (world: World, player: Player): Duellist => ({
  isDead: isDead(world, player),
  fights: (world.sim.core.flags(player.entity) & FLAG_COMBAT) !== 0,
  duels: isDuelling(world, player),
  trades: world.barters.open.has(player),
  isOpen: isOpenHere(world, player),
});

function drop(duels: Duels, gone: Challenge): void {
  duels.challenges = duels.challenges.filter(one => one !== gone);
}

const notice = (player: Player, number: number, about: Player): void =>
  player.soon(S2C.notice, { notice: number, value: 0, text: about.character.name });

// ---- fighting ----

function begin(world: World, one: Player, two: Player): void {
  const { core } = world.sim;
  const middle = (a: number, b: number): number => (a + b) / 2;
  const duel: Duel = {
    pair: [one, two],
    x: middle(core.x(one.entity), core.x(two.entity)),
    z: middle(core.z(one.entity), core.z(two.entity)),
    starts_ms: world.now_ms + COUNTDOWN_MS,
    isOn: false,
    outside_ms: [0, 0],
  };
  world.duels.all.add(duel);
  // Whoever else has asked one of the two asks in vain.
  for (const asked of world.duels.challenges.filter(({ from, to }) => [from, to].some(each => duel.pair.includes(each))))
    drop(world.duels, asked);
  for (const player of duel.pair) tellDuel(world, player);
}

/** Every tick: challenges lapse, duels begin, and whoever dies or stays off the ground has lost. */
export function fightDuels(world: World): void {
  const { duels, now_ms } = world;
  for (const asked of duels.challenges) {
    if (now_ms < asked.until_ms && asked.from.playing && asked.to.playing) continue;
    drop(duels, asked);
    notice(asked.from, NOTICES.duelLapsed, asked.to);
  }
  for (const duel of duels.all) {
    const lost = duel.pair.find(player => isDead(world, player));
    if (lost) end(world, duel, lost, 'died');
    else if (!duel.isOn && now_ms >= duel.starts_ms) start(world, duel);
    else keepIn(world, duel);
  }
}

function start(world: World, duel: Duel): void {
  const [one, two] = duel.pair;
  duel.isOn = true;
  world.sim.core.beginDuel(one.entity, two.entity);
  for (const player of duel.pair) tellDuel(world, player);
}

function keepIn(world: World, duel: Duel): void {
  for (const [i, player] of duel.pair.entries()) {
    const before = duel.outside_ms[i];
    // Whose line has fallen is as good as off the ground, and may come back as soon.
    const away_m = player.playing ? world.distanceTo(player.entity, duel.x, duel.z) : Number.POSITIVE_INFINITY;
    duel.outside_ms[i] = outsideSince(before, away_m, world.now_ms);
    if (hasFled(duel.outside_ms[i], world.now_ms)) {
      end(world, duel, player, player.playing ? 'fled' : 'left');
      return;
    }
    if (!before !== !duel.outside_ms[i]) tellDuel(world, player);
  }
}

/** Of OUT_HIT: the core has spared somebody. */
export function noteYield(world: World, { b, flags }: Outcome): void {
  const player = flags & HIT_YIELD ? world.players.get(b) : undefined;
  const duel = player && world.duels.of(player);
  if (duel) end(world, duel, player, 'beaten');
}

/** He goes to another region, or out of the world. */
export function leaveDuel(world: World, player: Player): void {
  const duel = world.duels.of(player);
  if (duel) end(world, duel, player, 'left');
}

function end(world: World, duel: Duel, loser: Player, how: Loss): void {
  const winner = duel.pair[0] === loser ? duel.pair[1] : duel.pair[0];
  world.duels.all.delete(duel);
  world.sim.core.endDuel(loser.entity);
  for (const player of duel.pair) tellDuel(world, player);
  const told = { winner: winner.character.name, loser: loser.character.name, how: LOSSES.indexOf(how) };
  for (const viewer of world.players.values()) {
    if (duel.pair.includes(viewer) || world.distanceTo(viewer.entity, duel.x, duel.z) <= HEARD_M) viewer.soon(S2C.duelOver, told);
  }
}

/** How it stands with his duel; also told to a screen that has just come. */
export function tellDuel(world: World, player: Player): void {
  const duel = world.duels.of(player);
  player.soon(S2C.duel, duel ? duelBody(world, duel, player) : { opponent: 0, name: '', x: 0, z: 0, starts_ms: 0, outside_ms: 0 });
}

function duelBody({ now_ms }: World, duel: Duel, player: Player): Body<typeof S2C.duel> {
  const own = duel.pair.indexOf(player);
  const { entity, character } = duel.pair[1 - own];
  const outside_ms = duel.outside_ms[own];
  return {
    opponent: entity,
    name: character.name,
    x: Math.round(duel.x * 100),
    z: Math.round(duel.z * 100),
    starts_ms: Math.max(0, duel.starts_ms - now_ms),
    outside_ms: outside_ms ? Math.max(1, outside_ms + OUTSIDE_MS - now_ms) : 0,
  };
}
