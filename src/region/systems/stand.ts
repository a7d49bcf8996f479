// Stands: a post of the place is held against waves of beasts that come for whoever holds it. In: stand commands, time. Out: waves
// (summons.ts), and at the end counts in the quests of all who stood there. Nothing of it is kept: after a restart it begins anew.
import type { Post } from '../../shared/content/kinds';
import { type Body, type C2S, TASK_DEFEND, TASK_DONE, TASK_FAILED, TASK_RUNS } from '../../shared/protocol/messages';
import { OK, REASONS } from '../../shared/rules/reasons';
import type { Player } from '../player';
import type { World } from '../world';
import { isDead } from './death';
import { hasRoomFor, summon } from './summons';
import { askedOf, Company, complete, type Part, partsIn, tellTask } from './tasks';

export interface Stand {
  readonly post: Post;
  /** Waves that have come, and when the last one did. */
  came: number;
  wave_ms: number;
  /** Who came in them. */
  readonly beasts: number[];
  readonly company: Company;
  /** When somebody last stood here. */
  held_ms: number;
  /** Index of the post in the place. */
  readonly number: number;
}

const LOOK_TICKS = 10;
/** Nobody within the post for so long, and it is lost. */
const EMPTY_MS = 6_000;
/** Time between a command and the first wave. */
const BREATH_MS = 3_000;
/** The last wave may be fought this much longer than the others. */
const LAST_FACTOR = 3;
/** Beasts that lost sight of everybody are set on somebody again. */
const GOAD_TICKS = 100;

const taskOf = ({ key }: Post) => ({ kind: 'defend', post: key }) as const;

export function makeStand(world: World, player: Player, { post: index }: Body<typeof C2S.stand>): number {
  if (isDead(world, player)) return REASONS.isDead;
  const post = world.place.posts[index];
  if (!post) return REASONS.nothingThere;
  const quest = askedOf(player, taskOf(post));
  if (!quest) return REASONS.notYourErrand;
  if (world.distanceTo(player.entity, post.x, post.z) > post.radius) return REASONS.tooFar;
  if (world.stands.has(index)) return REASONS.standBegun;
  if (!hasRoomFor(world, Math.max(...post.waves.map(({ count }) => count)))) return REASONS.tooMuchGoingOn;
  const { now_ms } = world;
  const wave_ms = now_ms - post.every_s * 1000 + BREATH_MS;
  const stand: Stand = { post, came: 0, wave_ms, beasts: [], company: new Company(), held_ms: now_ms, number: index };
  stand.company.join([{ player, quest }]);
  world.stands.set(index, stand);
  return OK;
}

export function holdStands(world: World): void {
  for (const stand of world.stands.values()) if (world.turnOf(stand.number * 3, LOOK_TICKS)) hold(world, stand);
}

function hold(world: World, stand: Stand): void {
  const { post, number } = stand;
  const parts = partsIn(world, post, post.radius, taskOf(post));
  const { now_ms } = world;
  if (parts.length) stand.held_ms = now_ms;
  stand.company.join(parts);
  const alive = stand.beasts.filter(entity => world.sim.core.hp(entity) > 0);
  const isBeaten = stand.came > 0 && !alive.length;
  const left_ms = stand.wave_ms + post.every_s * 1000 - now_ms;
  const isLast = stand.came >= post.waves.length;
  const isLate = isLast && left_ms < -post.every_s * 1000 * (LAST_FACTOR - 1);
  const isOver = now_ms - stand.held_ms > EMPTY_MS || isLate;
  if (isOver || (isLast && isBeaten)) {
    if (isOver) end(world, stand, TASK_FAILED, stand.company.here(world));
    else end(world, stand, TASK_DONE, parts);
    return;
  }
  if (!isLast && parts.length && (left_ms <= 0 || isBeaten)) comeOn(world, stand, parts);
  else if (world.turnOf(number, GOAD_TICKS)) goad(world, alive, parts);
  if (world.turnOf(number * 3, LOOK_TICKS * 2)) tell(stand, parts, TASK_RUNS, Math.max(0, left_ms));
}

function comeOn(world: World, stand: Stand, parts: readonly Part[]): void {
  const wave = stand.post.waves[stand.came++];
  stand.wave_ms = world.now_ms;
  const targets = parts.map(({ player }) => player.entity);
  stand.beasts.push(...summon(world, wave, stand.post, targets));
}

function goad(world: World, alive: readonly number[], parts: readonly Part[]): void {
  alive.forEach((entity, i) => {
    if (parts.length) world.sim.core.provoke(entity, parts[i % parts.length].player.entity);
  });
}

function end(world: World, stand: Stand, way: number, parts: readonly Part[]): void {
  tell(stand, parts, way, 0);
  world.stands.delete(stand.number);
  if (way === TASK_DONE) complete(parts, taskOf(stand.post));
  world.counters.count(way === TASK_DONE ? 'stand.held' : 'stand.lost');
}

function tell({ post, came }: Stand, parts: readonly Part[], way: number, left_ms: number): void {
  tellTask(parts, {
    kind: TASK_DEFEND,
    way,
    left_s: Math.ceil(left_ms / 1000),
    wave: came,
    waves: post.waves.length,
    life: 100,
    x: Math.round(post.x * 100),
    z: Math.round(post.z * 100),
    radius: post.radius,
  });
}
