// Deeds: what players do is counted as it happens, and what it comes to is granted at the end of the turn, in the turn's one write. In:
// kills, falls, swims, talk, time out of doors, the turn's books; the player's question and his choice of a title. Out: tallies, deeds.
import { FLAG_AIRBORNE, FLAG_DEAD, FLAG_MOUNTED, TICKS_PER_SECOND } from '../../../assembly/layout';
import { hourOf, isNight } from '../../shared/clock';
import { type Body, type C2S, CAUSE_DEED, S2C } from '../../shared/protocol/messages';
import { applyTitle, checkTitle, grantDeeds, tally, tallyBooks, tallyKill, tallyUpTo } from '../../shared/rules/deeds';
import { OK } from '../../shared/rules/reasons';
import { isInTown } from '../../shared/rules/towns';
import { nameOf, skyAt } from '../../shared/rules/weather';
import type { Outcome } from '../../shared/sim';
import type { Player } from '../player';
import { tellGain, tellLevels } from '../tell';
import type { World } from '../world';

/** Time out of doors is counted by the minute, rides by the kilometre: each player is looked at so often. */
const LOOK_TICKS = 3 * TICKS_PER_SECOND;
const LOOK_MIN = 3 / 60;
const KM = 1000;

export function count(player: Player, name: string, by = 1): void {
  if (tally(player.character, name, by)) player.tallied = player.untold = true;
}

/** A share in a kill, whatever it was worth. */
export function countFall(world: World, { a, b }: Outcome): void {
  const creature = world.creatures.get(a);
  const player = world.players.get(b);
  if (!creature || !player) return;
  tallyKill(player.character, creature.kind);
  player.tallied = player.untold = true;
}

export function countRising(world: World, { a }: Outcome): void {
  const player = world.players.get(a);
  if (player) count(player, 'risen');
}

export function countBruise(world: World, { a, value }: Outcome): void {
  const player = value > 0 ? world.players.get(a) : undefined;
  if (player) count(player, 'bruised');
}

/** `value` 1: into the water, 0: out of it. */
export function countSwim(world: World, { a, value }: Outcome): void {
  const player = value ? world.players.get(a) : undefined;
  if (player) count(player, 'swim');
}

/** Nights, storms and fogs spent out of doors, heights stood on, ways ridden. */
export function countOutings(world: World): void {
  const { core } = world.sim;
  const night = isNight(hourOf(world.now_ms));
  for (const player of world.players.values()) {
    if (!player.playing || !world.turnOf(player.entity, LOOK_TICKS)) continue;
    const flags = core.flags(player.entity);
    const at = { x: core.x(player.entity), y: core.y(player.entity), z: core.z(player.entity) };
    const { outing } = player;
    const rode_m = flags & FLAG_MOUNTED ? Math.hypot(at.x - outing.x, at.z - outing.z) : 0;
    outing.x = at.x;
    outing.z = at.z;
    if (flags & FLAG_DEAD) continue;
    // A journey by waystone is not a ride.
    if (rode_m < 80) pile(player, 'ridden', rode_m / KM);
    // To stand up there, not to fall past it.
    const stands = !(flags & FLAG_AIRBORNE);
    if (stands && tallyUpTo(player.character, 'height', Math.floor(at.y))) player.tallied = player.untold = true;
    if (isInTown(world.place, at.x, at.z)) continue;
    if (night) pile(player, 'night', LOOK_MIN);
    const weather = nameOf(skyAt(at.x, at.z, world.now_ms));
    if (weather === 'storm' || weather === 'fog') pile(player, weather, LOOK_MIN);
  }
}

/** Parts of a whole are kept until they make one; who leaves loses the part. */
function pile(player: Player, name: string, part: number): void {
  const { parts } = player.outing;
  const sum = (parts.get(name) ?? 0) + part;
  const whole = Math.floor(sum + 1e-6);
  parts.set(name, sum - whole);
  if (whole) count(player, name, whole);
}

/** At the end of a turn, before it is written: what came of everything that was counted and changed in it. */
export function settleDeeds(player: Player): void {
  const { character, journal } = player;
  player.tallied = false;
  tallyBooks(character, journal.ledger);
  for (const { deed, xp, gold, levels } of grantDeeds(character, journal)) {
    player.sure(S2C.deed, { deed: deed.id });
    if (xp || gold) tellGain(player, CAUSE_DEED, { xp, gold });
    tellLevels(player, levels);
  }
}

/** He looks at his deeds: what was counted since he was told last is written first. */
export function tellDeeds(_world: World, player: Player): void {
  if (!player.untold) return;
  player.untold = false;
  player.journal.life = true;
}

export function wearTitle(_world: World, player: Player, { deed }: Body<typeof C2S.wearTitle>): number {
  const reason = checkTitle(player.character, deed);
  if (reason !== OK) return reason;
  applyTitle(player.character, player.journal, deed);
  player.retitled = true;
  return OK;
}
