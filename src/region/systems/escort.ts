// Walks in company: a villager sets out with whoever has the quest, waits when they fall behind, is set upon on the way, and must arrive
// alive. In: escort commands, time. Out: his home moved from point to point of the walk (the core walks him there), ambushes, and at the end
// counts in the quests of all who came along. Nothing of it is kept: after a restart he stands at home, and the walk begins anew.
import { monsters, walks } from '../../shared/content';
import type { Npc, Walk } from '../../shared/content/kinds';
import { type Body, type C2S, CHANNEL_NPC, TASK_DONE, TASK_ESCORT, TASK_FAILED, TASK_RUNS } from '../../shared/protocol/messages';
import { unmet } from '../../shared/rules/quests';
import { OK, REASONS } from '../../shared/rules/reasons';
import { creatureBody } from '../../shared/rules/stats';
import type { Player } from '../player';
import { sendHome } from '../population';
import type { World } from '../world';
import { sayNear } from './chat';
import { hasRoomFor, summon } from './summons';
import { askedOf, Company, complete, type Part, partsIn, tellTask } from './tasks';
import { villagerNear } from './villagers';

export interface Escort {
  readonly entity: number;
  readonly npc: Npc;
  readonly walk: Walk;
  /** Index of the point he goes to. */
  next: number;
  /** He stands and waits for company. */
  waits: boolean;
  /** When somebody was last with him. */
  seen_ms: number;
  /** When he was last sent on: whoever is stuck is sent again. */
  sent_ms: number;
  /** Who has come along so far. */
  readonly company: Company;
  /** His health when whole. */
  most: number;
  /** He has arrived (or was left alone), and goes home from then on. */
  over_ms: number;
}

const LOOK_TICKS = 10;
/** With company nearer than this he walks on; farther than that nobody is with him. */
const NEAR_M = 16;
const WITH_M = 36;
const REACHED_M = 2.2;
/** Left alone for so long he gives up. */
const PATIENCE_MS = 20_000;
/** Having arrived he stays a little; on his way home he is set down there when nobody looks, or it takes too long. */
const STAY_MS = 10_000;
const HOMEWARD_MS = 90_000;
const UNSEEN_M = 45;
const AT_HOME_M = 8;
const AGAIN_MS = 6_000;
/** A goal that is a little off the last one is tried anew. */
const OFF_M = 0.1;
/** What he can bear and how he hits back, beside an even foe. */
const SINEWS = 1.4;

/** The walk of this place on which that villager goes, if one of his quests asks for it. */
export function walkAsked(world: World, player: Player, npc: Npc): { walk: Walk; quest: number } | undefined {
  for (const { quest, o } of unmet(player.character, 'escort')) {
    const found = walks.get(o.walk);
    if (found?.place === world.place && found.walk.npc === npc.key) return { walk: found.walk, quest: quest.id };
  }
  return undefined;
}

export function setOut(world: World, player: Player, { npc: entity }: Body<typeof C2S.escort>): number {
  const npc = villagerNear(world, player, entity);
  if (typeof npc === 'number') return npc;
  const asked = walkAsked(world, player, npc);
  if (!asked) return REASONS.notYourErrand;
  if (world.escorts.has(entity) || isAway(world, entity, npc)) return REASONS.escortBusy;
  const { walk } = asked;
  if (
    !hasRoomFor(
      world,
      walk.ambush.reduce((sum, { count }) => sum + count, 0),
    )
  )
    return REASONS.tooMuchGoingOn;
  const escort: Escort = {
    entity,
    npc,
    walk,
    next: 0,
    waits: false,
    seen_ms: world.now_ms,
    sent_ms: 0,
    company: new Company(),
    most: 1,
    over_ms: 0,
  };
  escort.company.join([{ player, quest: asked.quest }]);
  world.escorts.set(entity, escort);
  strengthen(world, escort);
  goOn(world, escort);
  return OK;
}

/** His round by day may lead him a few steps from home. */
function isAway(world: World, entity: number, npc: Npc): boolean {
  const spots = npc.route ?? [[npc.x, npc.z]];
  return Math.min(...spots.map(([x, z]) => world.distanceTo(entity, x, z))) > AT_HOME_M * 2;
}

export function walkEscorts(world: World): void {
  for (const escort of world.escorts.values()) {
    if (!world.turnOf(escort.entity, LOOK_TICKS)) continue;
    if (!world.villagers.has(escort.entity)) world.escorts.delete(escort.entity);
    else if (escort.over_ms) seeHome(world, escort);
    else walkOn(world, escort);
  }
}

const taskOf = ({ walk }: Escort) => ({ kind: 'escort', walk: walk.key }) as const;

function walkOn(world: World, escort: Escort): void {
  const { core } = world.sim;
  const { entity } = escort;
  const spot = { x: core.x(entity), z: core.z(entity) };
  const parts = partsIn(world, spot, WITH_M, taskOf(escort));
  if (parts.length) escort.seen_ms = world.now_ms;
  escort.company.join(parts);
  if (core.hp(entity) === 0 || world.now_ms - escort.seen_ms > PATIENCE_MS) {
    end(world, escort, TASK_FAILED);
    return;
  }
  const isNear = parts.some(({ player }) => world.distance(player.entity, entity) < NEAR_M);
  if (isNear && (escort.waits || world.now_ms - escort.sent_ms > AGAIN_MS)) goOn(world, escort);
  if (!isNear && !escort.waits) wait(world, escort, spot);
  const [x, z] = escort.walk.points[escort.next];
  if (isNear && world.distanceTo(entity, x, z) < REACHED_M) arriveAt(world, escort, parts);
  if (!escort.over_ms) tell(world, escort, parts, TASK_RUNS);
}

function arriveAt(world: World, escort: Escort, parts: readonly Part[]): void {
  const { entity, npc, walk, next } = escort;
  for (const line of walk.says ?? []) if (line.at === next) speak(world, entity, npc, line.text);
  for (const band of walk.ambush) {
    if (band.at !== next) continue;
    const [x, z] = walk.points[next];
    summon(world, band, { x, z }, [entity, ...parts.map(({ player }) => player.entity)]);
  }
  escort.next++;
  if (escort.next >= walk.points.length) end(world, escort, TASK_DONE, parts);
  else goOn(world, escort);
}

function speak(world: World, entity: number, { name }: Npc, text: string): void {
  sayNear(world, { entity }, { channel: CHANNEL_NPC, from: name, fromEntity: entity, to: '', text, time: world.now_ms });
}

function goOn(world: World, escort: Escort): void {
  escort.waits = false;
  escort.sent_ms = world.now_ms;
  const [x, z] = escort.walk.points[escort.next];
  world.sim.core.setHome(escort.entity, x + (world.tick % 3) * OFF_M, z, 0, -1, 0);
}

function wait(world: World, escort: Escort, { x, z }: { x: number; z: number }): void {
  escort.waits = true;
  world.sim.core.setHome(escort.entity, x, z, 0, -1, 0);
}

/** `parts`: who has arrived with him; when it failed, all who came along hear of it. */
function end(world: World, escort: Escort, way: number, parts: readonly Part[] = escort.company.here(world)): void {
  tell(world, escort, parts, way);
  escort.over_ms = world.now_ms;
  if (way === TASK_DONE) complete(parts, taskOf(escort));
  world.counters.count(way === TASK_DONE ? 'escort.arrived' : 'escort.lost');
}

/** After a while he turns round; a dead one is at home again when he rises. */
function seeHome(world: World, escort: Escort): void {
  const { core } = world.sim;
  const { entity, npc, over_ms } = escort;
  const dead = core.hp(entity) === 0;
  const since_ms = world.now_ms - over_ms;
  if (!dead && since_ms < STAY_MS) return;
  if (!escort.waits) {
    escort.waits = true;
    sendHome(world, entity, npc);
    weaken(world, escort);
  }
  const isHome = dead || !isAway(world, entity, npc);
  const unseen = core.near(core.x(entity), core.z(entity), UNSEEN_M, 0) === 0;
  if (!isHome && !unseen && since_ms < HOMEWARD_MS) return;
  if (!isHome) core.teleport(entity, npc.x, Number.NaN, npc.z, npc.yaw);
  world.escorts.delete(entity);
}

/** He is as strong as what waits for him, and a little more. */
function strengthen(world: World, escort: Escort): void {
  const { entity, npc, walk } = escort;
  const level = Math.max(1, ...walk.ambush.map(band => band.level));
  const kind = monsters.key(npc.kind);
  const peer = creatureBody(monsters.key('wolf'), level);
  const own = creatureBody(kind, kind.level[0]);
  const hp = Math.max(own.hpMax, Math.round(peer.hpMax * SINEWS));
  world.sim.core.setBody(entity, hp, own.powerMax, 0, 0, 0, Math.max(own.armor, peer.armor), 0);
  world.sim.core.setVitals(entity, hp, own.powerMax);
  escort.most = hp;
}

function weaken(world: World, { entity, npc }: Escort): void {
  const kind = monsters.key(npc.kind);
  const own = creatureBody(kind, kind.level[0]);
  world.sim.core.setBody(entity, own.hpMax, own.powerMax, 0, 0, 0, own.armor, 0);
}

function tell(world: World, escort: Escort, parts: readonly Part[], way: number): void {
  if (way === TASK_RUNS && !world.turnOf(escort.entity, LOOK_TICKS * 2)) return;
  const { walk, next, entity, most } = escort;
  const [x, z] = walk.points[walk.points.length - 1];
  tellTask(parts, {
    kind: TASK_ESCORT,
    way,
    left_s: 0,
    wave: next,
    waves: walk.points.length,
    life: Math.round((100 * world.sim.core.hp(entity)) / most),
    x: Math.round(x * 100),
    z: Math.round(z * 100),
    radius: 3,
  });
}

/** Whether that quest of his would be walked with this villager now: for the dialogue. */
export function walkOffered(world: World, player: Player, entity: number, npc: Npc): number {
  const asked = walkAsked(world, player, npc);
  if (!asked || world.escorts.has(entity) || isAway(world, entity, npc)) return 0;
  return askedOf(player, { kind: 'escort', walk: asked.walk.key });
}
