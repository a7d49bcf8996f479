// Runs of dungeons. In the world: who stands at a gate asks the realm for a run and goes through. In an instance: the run that goes on here,
// whom it lets be here, which bosses have fallen. In: commands, answers of the realm, deaths. Out: crossings, and how far the run has come,
// written in the turn of the kill.
import { FLAG_COMBAT } from '../../../assembly/layout';
import { dungeonOf, dungeons, gateOf } from '../../shared/content';
import { encounterOf } from '../../shared/content/encounters';
import type { Dungeon, MonsterKind } from '../../shared/content/kinds';
import { type Body, type C2S, S2C } from '../../shared/protocol/messages';
import { NOTICES } from '../../shared/protocol/notices';
import type { RegionKey } from '../../shared/regions';
import { classOf } from '../../shared/rules/classes';
import { scaledFor } from '../../shared/rules/encounters';
import { OK, REASONS, type Reason } from '../../shared/rules/reasons';
import { checkGate, shareOf, standingOf, takeLock } from '../../shared/rules/runs';
import type { Outcome } from '../../shared/sim';
import type { Player } from '../player';
import type { World } from '../world';
import { isDead } from './death';
import { scaleBoss, strengthen } from './encounters';

/** Those who come in together do not stand in each other. */
const SCATTER_M = 2;

/** What the realm answered to somebody who wants in. */
export interface Opened {
  readonly character: string;
  readonly dungeon: string;
  /** Null: it did not work, for that reason. */
  readonly instance: RegionKey | null;
  readonly reason: Reason;
}

// ---- at the gate ----

export function enterDungeon(
  world: World,
  player: Player,
  { dungeon: number, anew, helpers }: Body<typeof C2S.enterDungeon>,
): void {
  const dungeon = dungeons.get(number);
  const reason = dungeon ? reasonAgainst(world, player, dungeon) : REASONS.noSuchDungeon;
  if (!dungeon || reason !== OK) refuse(world, player, reason);
  else if (!player.atGate) {
    player.atGate = true;
    const { character } = player;
    world.footing.askIn({
      dungeon: dungeon.key,
      roster: [character.id],
      roles: [classOf(character)?.role ?? 'damage'],
      helpers,
      anew,
    });
  }
}

/** What the realm has answered since the last turn. Whoever walked off or began a fight meanwhile stays. */
export function openGates(world: World): void {
  for (const { character, dungeon: key, instance, reason } of world.footing.opened.splice(0)) {
    const player = world.byCharacter.get(character);
    if (!player) continue;
    player.atGate = false;
    const dungeon = dungeons.key(key);
    const against = instance ? reasonAgainst(world, player, dungeon) : reason;
    if (!instance || against !== OK) refuse(world, player, against);
    else player.goal = { ...scattered(standingOf(dungeon, 0)), to: instance };
  }
}

function reasonAgainst(world: World, player: Player, dungeon: Dungeon): Reason {
  if (isDead(world, player)) return REASONS.isDead;
  const { place, poi } = gateOf(dungeon);
  if (place !== world.place) return REASONS.tooFar;
  const fighting = (world.sim.core.flags(player.entity) & FLAG_COMBAT) !== 0;
  return checkGate(player.character, dungeon, world.distanceTo(player.entity, poi.x, poi.z), fighting);
}

function refuse(world: World, player: Player, reason: Reason): void {
  world.counters.count('refused.dungeon');
  player.soon(S2C.notice, { notice: NOTICES.refused, value: reason, text: '' });
}

export const scattered = ({ x, z }: { x: number; z: number }) => ({
  x: x + (Math.random() - 0.5) * SCATTER_M,
  z: z + (Math.random() - 0.5) * SCATTER_M,
});

// ---- inside ----

export function leaveDungeon(world: World, player: Player): void {
  const dungeon = dungeonHere(world);
  const fighting = (world.sim.core.flags(player.entity) & FLAG_COMBAT) !== 0;
  if (!dungeon) refuse(world, player, REASONS.notInDungeon);
  else if (fighting && !isDead(world, player)) refuse(world, player, REASONS.inCombat);
  else sendOut(player, dungeon);
}

/** Once a second: whoever is not of the run, or stays when it is over, is put outside. */
export function keepRun(world: World): void {
  const dungeon = world.onTheSecond ? dungeonHere(world) : undefined;
  if (!dungeon) return;
  const { run, now_ms } = world;
  const isOn = run !== null && now_ms < run.until_ms;
  for (const player of world.players.values()) {
    if (!isOn || !run.roster.includes(player.character.id)) sendOut(player, dungeon);
  }
}

/** A boss of the run fell: what lies behind it is open. Those that are skipped count as well: nothing of them is left to open. */
export function countBoss(world: World, { a }: Outcome): void {
  const { run } = world;
  const kind = world.creatures.get(a)?.kind;
  const dungeon = dungeonHere(world);
  if (!run || !kind || !dungeon) return;
  const number = dungeon.bosses.indexOf(kind.key) + 1;
  if (number <= run.felled) return;
  run.felled = number;
  world.deeds.run = run;
  for (const player of world.players.values()) player.sure(S2C.run, runBody(world, dungeon));
  if (number === dungeon.bosses.length) world.footing.closeRun(run);
}

/** Everybody of the run who is here has his share of a kill: outcomes as the core would tell them (OUT_SHARE). */
export function sharesOfRun(world: World, death: Outcome): Outcome[] {
  const value = shareOf(world.players.size);
  return [...world.players.keys()].map(b => ({ ...death, b, value }));
}

/** What a screen is told when its player comes in. */
export function tellRun(world: World, player: Player): void {
  const dungeon = dungeonHere(world);
  if (dungeon && world.run) player.soon(S2C.run, runBody(world, dungeon));
}

/** Where those stand who come in or rise here; null in the world. */
export function checkpointOf(world: World): { x: number; z: number } | null {
  const dungeon = dungeonHere(world);
  return dungeon ? scattered(standingOf(dungeon, world.run?.felled ?? 0)) : null;
}

/** Whether a monster of that key is a boss that has fallen in this run. */
export function hasFallen(world: World, monster: string): boolean {
  const number = dungeonHere(world)?.bosses.indexOf(monster) ?? -1;
  return number >= 0 && number < (world.run?.felled ?? 0);
}

/** Makes a beast of the dungeon fit for as many as the run counts. */
export function fitToRun(world: World, entity: number): void {
  const { run } = world;
  const dungeon = dungeonHere(world);
  const creature = world.creatures.get(entity);
  if (!run || !dungeon || !creature) return;
  if (encounterOf(creature.kind.key)) scaleBoss(world, entity, run.hands);
  else strengthen(world, entity, scaledFor(run.hands, dungeon.company));
}

/** Whether he has had his share of that boss this week; if not, he has it now. */
export function isHadThisWeek(world: World, { character, journal }: Player, { key }: MonsterKind): boolean {
  const isBoss = dungeonHere(world)?.bosses.includes(key) ?? false;
  return isBoss && !takeLock(character, journal, key, world.now_ms);
}

const dungeonHere = (world: World): Dungeon | undefined => dungeonOf(world.footing.region);

function sendOut(player: Player, dungeon: Dungeon): void {
  const { x, z } = gateOf(dungeon).poi;
  player.goal = scattered({ x, z });
}

function runBody({ run, now_ms }: World, dungeon: Dungeon): Body<typeof S2C.run> {
  if (!run) throw new Error('no run goes on here');
  return {
    dungeon: dungeon.id,
    felled: run.felled,
    hands: run.hands,
    left_s: Math.max(0, Math.round((run.until_ms - now_ms) / 1000)),
  };
}
