// A match in an arena: who has come, when the gates open, who still stands, how it ends. In: the match as the realm opened it, where players are
// and how they fare. Out: sides in the core (systems/laws.ts), the match written as it goes on, and at its end, in one transaction, a parcel for the
// boards and the winners' pay; then everybody goes back to where he was.
import { FLAG_DEAD, TEAM_FIRST, TEAM_SECOND } from '../../../assembly/layout';
import { arenaOf, dungeonOf, gateOf } from '../../shared/content';
import type { Arena } from '../../shared/content/kinds';
import { ADRIFT_MS } from '../../shared/protocol/limits';
import { ARENA_NONE, type Body, CAUSE_ARENA, S2C } from '../../shared/protocol/messages';
import { NOTICES } from '../../shared/protocol/notices';
import {
  AFTER_MS,
  AWAY_MS,
  FIGHT_MS,
  GATE_RADIUS_M,
  GATES_MS,
  GATHER_MS,
  judge,
  MATCH_MS,
  type Match,
  payVictory,
  rosterOf,
  type Score,
  type Stage,
  sideIn,
  stageOf,
} from '../../shared/rules/arena';
import { REASONS } from '../../shared/rules/reasons';
import type { Player } from '../player';
import { tellGain } from '../tell';
import type { World } from '../world';
import { isDead } from './death';
import { standTo } from './laws';
import { refuse, wish } from './parties';
import { scattered } from './runs';

/** Looked at so often while a match goes on. */
const LOOK_TICKS = 4;
const STAGES: readonly Stage[] = ['gathers', 'gates', 'fights', 'over'];

export const arenaHere = (world: World): Arena | undefined => (world.isInstance ? arenaOf(world.footing.region) : undefined);

// ---- in the world ----

export function enlist(world: World, player: Player): void {
  if (world.isInstance) refuse(world, player, REASONS.notFromHere);
  else wish(world, player, { what: 'enlist' });
}

/** Out of the lists; in an arena: out of the match, which is lost with that, and back. */
export function leaveArena(world: World, player: Player): void {
  if (!arenaHere(world)) {
    wish(world, player, { what: 'withdraw' });
    return;
  }
  const { match } = world.footing;
  if (match && !match.over && sideIn(match, player.character.id) >= 0)
    put(world, { ...match, out: [...match.out, player.character.id] });
  sendBack(world, player);
}

/** Where he stands now is where he comes back to; out of a dungeon, whose spots are none of the world's, at its gate. */
export function rememberWay(world: World, player: Player): void {
  // Called from one arena into another: where he came from before is still the way.
  if (arenaHere(world)) return;
  const { core } = world.sim;
  const dungeon = dungeonOf(world.footing.region);
  player.character.life.back = dungeon ? scattered(gateOf(dungeon).poi) : { x: core.x(player.entity), z: core.z(player.entity) };
  player.journal.life = true;
}

// ---- in the arena ----

/** TEAM_FIRST or TEAM_SECOND while he fights for that side; 0: he does not. */
export function sideOf(world: World, { character }: Player): number {
  const { match } = world.footing;
  if (!match || !arenaHere(world) || stageOf(match, world.now_ms) !== 'fights' || match.out.includes(character.id)) return 0;
  return [TEAM_FIRST, TEAM_SECOND][sideIn(match, character.id)] ?? 0;
}

export function keepMatch(world: World): void {
  if (!arenaHere(world) || !world.turnOf(0, LOOK_TICKS)) return;
  const { match } = world.footing;
  if (match) goOn(world, match);
  for (const player of world.players.values()) {
    if (!isWanted(world, player)) sendBack(world, player);
  }
  tellMatch(world);
}

function goOn(world: World, match: Match): void {
  const stage = stageOf(match, world.now_ms);
  if (stage === 'gathers') gather(world, match);
  else if (stage === 'gates') keepBehindGates(world, match);
  else if (stage === 'fights') fight(world, match);
}

function gather(world: World, match: Match): void {
  const isHere = (character: string): boolean => world.byCharacter.get(character)?.playing ?? false;
  const missing = rosterOf(match).filter(character => !isHere(character));
  if (missing.length && world.now_ms < match.opened_ms + GATHER_MS) return;
  const isEmpty = match.sides.some(side => side.every(({ character }) => missing.includes(character)));
  if (isEmpty) {
    for (const player of world.players.values()) player.sure(S2C.notice, { notice: NOTICES.arenaVoid, value: 0, text: '' });
    end(world, match, null);
    return;
  }
  put(world, { ...match, out: missing, begins_ms: world.now_ms + GATES_MS });
}

/** Nobody leaves his gate's room before it opens; then everybody is whole. */
function keepBehindGates(world: World, match: Match): void {
  const { core } = world.sim;
  for (const player of world.players.values()) {
    const gate = world.place.spawns[sideIn(match, player.character.id)];
    if (!gate) continue;
    if (isDead(world, player)) core.revive(player.entity, gate.x, gate.z);
    core.setVitals(player.entity, 0xffff, 0xffff);
    if (world.distanceTo(player.entity, gate.x, gate.z) <= GATE_RADIUS_M) continue;
    const spot = scattered(gate);
    core.teleport(player.entity, spot.x, Number.NaN, spot.z, gate.yaw);
  }
}

function fight(world: World, match: Match): void {
  const { now_ms } = world;
  const left = rosterOf(match).filter(character => !match.out.includes(character) && isGone(world, character));
  const now = left.length ? { ...match, out: [...match.out, ...left] } : match;
  if (left.length) put(world, now);
  for (const player of world.players.values()) standTo(world, player);
  const score = judge(now, character => healthOf(world, character), now_ms);
  if (score !== undefined) end(world, now, score);
}

function isGone(world: World, character: string): boolean {
  const player = world.byCharacter.get(character);
  // The body of one whose line has fallen stands a minute; what of it has passed?
  return !player || (!player.playing && player.adriftUntil_ms - world.now_ms < ADRIFT_MS - AWAY_MS);
}

function healthOf(world: World, character: string): number {
  const player = world.byCharacter.get(character);
  if (!player || isDead(world, player)) return 0;
  const { hp, hpMax } = world.sim.status(player.entity);
  return hp / Math.max(1, hpMax);
}

function put(world: World, match: Match): void {
  world.footing.match = match;
  world.deeds.match = match;
}

/** What is decided is written with the winners' pay and the parcel for the boards. */
function end(world: World, match: Match, score: Score): void {
  put(world, { ...match, over: { score, at_ms: world.now_ms } });
  for (const player of world.players.values()) {
    standTo(world, player);
    const side = sideIn(match, player.character.id);
    const hasWon = side >= 0 && score === 1 - side && !match.out.includes(player.character.id);
    const gold = hasWon ? payVictory(player.character, player.journal, world.now_ms) : 0;
    if (gold) tellGain(player, CAUSE_ARENA, { gold });
  }
}

/** Of the match, while it lasts and a moment longer. */
function isWanted({ footing: { match }, now_ms }: World, { character }: Player): boolean {
  if (!match || sideIn(match, character.id) < 0 || match.out.includes(character.id)) return false;
  if (now_ms > match.opened_ms + MATCH_MS) return false;
  return !match.over || now_ms < match.over.at_ms + AFTER_MS;
}

function sendBack(world: World, player: Player): void {
  if (player.goal) return;
  const { core } = world.sim;
  if (core.flags(player.entity) & FLAG_DEAD) core.revive(player.entity, core.x(player.entity), core.z(player.entity));
  core.setVitals(player.entity, 0xffff, 0xffff);
  const { back } = player.character.life;
  player.goal = back ?? HOME;
  player.character.life.back = null;
  player.journal.life = true;
}
/** For who has forgotten where he came from: the green of Alderwick. */
const HOME = { x: 768, z: 800 };

// ---- telling ----

/** On change, and once a second. */
function tellMatch(world: World): void {
  const { match } = world.footing;
  for (const player of world.players.values()) {
    const told = bodyOf(world, match, player);
    const text = JSON.stringify({ ...told, left_s: 0 });
    if (text === player.matchTold && !world.turnOf(0, 20)) continue;
    player.matchTold = text;
    player.soon(S2C.arena, told);
  }
}

function bodyOf(world: World, match: Match | null, { character }: Player): Body<typeof S2C.arena> {
  if (!match) return { stage: ARENA_NONE, left_s: 0, own: 0, score: 0, fighters: [] };
  const { now_ms } = world;
  const stage = stageOf(match, now_ms);
  const until: Record<Stage, number> = {
    gathers: match.opened_ms + GATHER_MS,
    gates: match.begins_ms,
    fights: match.begins_ms + FIGHT_MS,
    over: (match.over?.at_ms ?? 0) + AFTER_MS,
  };
  const own = sideIn(match, character.id);
  const score = match.over?.score ?? null;
  return {
    stage: STAGES.indexOf(stage) + 1,
    left_s: Math.max(0, Math.ceil((until[stage] - now_ms) / 1000)),
    own: Math.max(0, own),
    // 1 won, 2 lost, 3 neither.
    score: score === null || own < 0 ? 0 : score === 0.5 ? 3 : score === 1 - own ? 1 : 2,
    fighters: match.sides.flatMap((fighters, side) =>
      fighters.map(({ character: id, name, level, covenant, rating }) => ({
        side,
        entity: world.byCharacter.get(id)?.entity ?? 0,
        name,
        level,
        covenant,
        rating,
        hp: Math.ceil(healthOf(world, id) * 100),
        out: match.out.includes(id),
      })),
    ),
  };
}
