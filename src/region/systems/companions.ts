// Companions in a dungeon: sellswords in the places of players whom a company lacks. In: the run, its players, what fights them. Out: bodies
// like players' own, that follow, fight by rules/tactics.ts and keep to the same core as everybody. They have no record and earn nothing; who
// fell gets up when the fight is over. They begin no fight.
import {
  ARMS_BOW,
  ARMS_FIREARM,
  ARMS_FOCUS,
  ARMS_MELEE,
  BUTTON_FORWARD,
  BUTTON_SPRINT,
  CLASS_MONSTER,
  CLASS_PLAYER,
  FLAG_CASTING,
  FLAG_COMBAT,
  FLAG_DEAD,
  TEAM_AZURE,
} from '../../../assembly/layout';
import { companions, monsters } from '../../shared/content';
import type { AbilityKind, Arms, CompanionKind, Role } from '../../shared/content/kinds';
import { CHANNEL_NPC } from '../../shared/protocol/messages';
import type { Character } from '../../shared/rules/character';
import { classOf, knownAbilities, talentBytes, tuned } from '../../shared/rules/classes';
import { characterOf } from '../../shared/rules/companions';
import { armsOf, bodyOf, gearOf } from '../../shared/rules/stats';
import { type Choice, choose, type Foe, type Friend, type Self } from '../../shared/rules/tactics';
import type { Player } from '../player';
import type { World } from '../world';
import { sayNear } from './chat';
import { groundFor } from './companionground';
import { Sidestep } from './sidestep';

const THINK_TICKS = 4;
/** They help against whatever fights so near to their leader. */
const ASSIST_M = 32;
/** They come after him when he is farther away than this, and walk on until they are nearer than that. */
const FOLLOW_M = 6;
const NEAR_M = 3.5;
/** From farther away, or after so many thoughts on the way (nine seconds), they are there at once, if nobody fights: the way was none for them. */
const LOST_M = 55;
const LOST_THOUGHTS = 45;
const CRUMB_M = 2;
const MOST_CRUMBS = 96;
const EYES_M = 1.3;
/** Who fell gets up when nobody has fought for so long. */
const CALM_TICKS = 60;
const SPOT_M = 1.6;

interface Spot {
  readonly x: number;
  readonly z: number;
}
/** Who fights by rules/tactics.ts. */
export interface Fighter {
  readonly character: Character;
  readonly entity: number;
  readonly abilities: readonly AbilityKind[];
}
export interface Companion extends Fighter {
  readonly kind: CompanionKind;
  readonly sidestep: Sidestep;
  isFollowing: boolean;
  /** For how many thoughts he has been coming after his leader. */
  coming: number;
}

/** Those who go along, and what they know of the way. */
export class Company {
  readonly members = new Map<number, Companion>();
  /** Where their leader has walked, newest last. */
  readonly trail: Spot[] = [];
  calmTicks = 0;
}

/** Before the step. */
export function marchCompanions(world: World): void {
  const { company } = world;
  if (!world.run || (!company.members.size && !world.run.helpers.length)) return;
  if (world.onTheSecond) muster(world);
  if (!company.members.size) return;
  const leader = leaderOf(world);
  leaveCrumb(world, leader);
  const foes = foesNear(world, leader?.entity ?? company.members.keys().next().value);
  company.calmTicks = foes.length ? 0 : company.calmTicks + 1;
  if (company.calmTicks === CALM_TICKS) recover(world, leader);
  for (const companion of company.members.values()) {
    if (world.turnOf(companion.kind.id, THINK_TICKS)) act(world, companion, leader, foes);
  }
}

/** As many as the run has helpers, while somebody is there whom they could help. */
function muster(world: World): void {
  const { company, run } = world;
  const leader = leaderOf(world);
  const wanted = new Set(world.players.size && run ? run.helpers : []);
  for (const { kind, entity } of [...company.members.values()]) {
    if (wanted.delete(kind.key)) continue;
    company.members.delete(entity);
    world.sim.core.despawn(entity);
  }
  if (leader) for (const key of wanted) raise(world, companions.key(key), leader);
}

function raise(world: World, kind: CompanionKind, leader: Player): void {
  const { core } = world.sim;
  const character = characterOf(kind, leader.character.level);
  const { x, z } = beside(world, leader.entity, kind.id);
  const entity = core.spawn(
    CLASS_PLAYER,
    0,
    TEAM_AZURE + leader.character.covenant,
    character.level,
    x,
    z,
    core.yaw(leader.entity),
  );
  if (!entity) return;
  const body = bodyOf(character);
  const { bits, melee, bow, gun } = armsOf(character);
  const known = knownAbilities(character);
  core.setBody(entity, body.hpMax, body.powerMax, body.might, body.aim, body.spirit, body.armor, body.hastePct);
  core.setArms(entity, bits, melee[0], melee[1], bow[0], bow[1], gun[0], gun[1]);
  world.sim.setKnown(
    entity,
    known.map(({ id }) => id),
  );
  core.setTalents(entity, talentBytes(character));
  core.setLook(entity, kind.look, gearOf(character));
  core.setVitals(entity, body.hpMax, body.powerMax);
  const abilities = usable(character);
  world.company.members.set(entity, {
    kind,
    character,
    entity,
    abilities,
    sidestep: new Sidestep(),
    isFollowing: false,
    coming: 0,
  });
}

/** What somebody knows and has the arms for, as talents have changed it. Aimed shots are for who aims himself. */
export function usable(character: Character): AbilityKind[] {
  const { bits } = armsOf(character);
  return knownAbilities(character)
    .filter(({ arms, reach }) => hasArms(bits, arms) && reach !== 'ray')
    .map(ability => tuned(character, ability));
}

const ARMS_BITS: Readonly<Record<Arms, number>> = {
  none: 0,
  melee: ARMS_MELEE,
  bow: ARMS_BOW,
  firearm: ARMS_FIREARM,
  focus: ARMS_FOCUS,
};
const hasArms = (bits: number, arms: Arms): boolean => (ARMS_BITS[arms] & ~bits) === 0;

/** The first of the run who is on his feet, else whoever is. */
function leaderOf(world: World): Player | null {
  const alive = ({ entity }: Player): boolean => !(world.sim.core.flags(entity) & FLAG_DEAD);
  const listed = (world.run?.roster ?? []).map(id => world.byCharacter.get(id));
  return listed.find((player): player is Player => player !== undefined && alive(player)) ?? null;
}

function leaveCrumb(world: World, leader: Player | null): void {
  if (!leader) return;
  const { trail } = world.company;
  const { core } = world.sim;
  const spot = { x: core.x(leader.entity), z: core.z(leader.entity) };
  const last = trail.at(-1);
  if (last && Math.hypot(last.x - spot.x, last.z - spot.z) < CRUMB_M) return;
  trail.push(spot);
  if (trail.length > MOST_CRUMBS) trail.shift();
}

/** What fights near that body. */
export function foesNear(world: World, at: number | undefined): Foe[] {
  const { core, memory } = world.sim;
  if (!at) return [];
  const count = core.near(core.x(at), core.z(at), ASSIST_M, CLASS_MONSTER);
  const ids = [...new Uint32Array(memory.buffer, core.nearPtr(), count)];
  return ids.flatMap(id => {
    const flags = core.flags(id);
    const creature = world.creatures.get(id);
    if (!creature || flags & FLAG_DEAD || !(flags & FLAG_COMBAT)) return [];
    const kind = monsters.get(core.kind(id));
    const isCasting = (flags & FLAG_CASTING) !== 0;
    return [
      {
        id,
        x: core.x(id),
        z: core.z(id),
        life: lifeOf(world, id),
        isCasting,
        radius_m: kind?.radius_m ?? 0.5,
        fights: core.foe(id),
      },
    ];
  });
}

function friendsOf(world: World, alike?: ReadonlySet<number>): Friend[] {
  const { core } = world.sim;
  const friend = (id: number, character: Character, isAlike: boolean): Friend[] =>
    core.flags(id) & FLAG_DEAD
      ? []
      : [{ id, x: core.x(id), z: core.z(id), life: lifeOf(world, id), role: roleOf(character), isAlike }];
  return [
    ...[...world.players.values()].flatMap(({ entity, character }) => friend(entity, character, alike?.has(entity) ?? false)),
    ...[...world.company.members.values()].flatMap(({ entity, character }) => friend(entity, character, true)),
  ];
}

const roleOf = (character: Character): Role => classOf(character)?.role ?? 'damage';

/** Share of its health, 0..1. */
function lifeOf({ sim: { core, memory } }: World, id: number): number {
  return core.hp(id) / Math.max(1, memory.getUint16(core.status(id) + 2, true));
}

function act(world: World, companion: Companion, leader: Player | null, foes: readonly Foe[]): void {
  const { core } = world.sim;
  const { entity } = companion;
  if (core.flags(entity) & FLAG_DEAD) return;
  const choice = decide(world, companion, foes);
  if (!choice) {
    if (leader) follow(world, companion, leader);
    else hold(world, companion, null);
    return;
  }
  if (choice.to) go(world, companion, choice.to, leader);
  else hold(world, companion, choice.face);
  if (choice.ability) core.useAbility(entity, choice.ability.id, choice.target, 0);
}

/**
 * What a fighter does next against these foes; null: nothing, nobody fights, or he lies dead. `alike`: who else thinks so, beside
 * companions.
 */
export function decide(world: World, fighter: Fighter, foes: readonly Foe[], alike?: ReadonlySet<number>): Choice | null {
  const { core } = world.sim;
  const friends = friendsOf(world, alike);
  const own = friends.find(({ id }) => id === fighter.entity);
  if (!own || !foes.length) return null;
  const mark = foes.toSorted((a, b) => core.hp(a.id) - core.hp(b.id))[0].id;
  return choose({
    self: selfOf(world, fighter, own),
    friends,
    foes,
    mark,
    ...groundFor(world, own, friends),
    isOpen: spot => sees(world, fighter.entity, spot),
  });
}

function selfOf(world: World, { abilities, entity }: Fighter, own: Friend): Self {
  const { core, memory } = world.sim;
  const power = memory.getUint16(core.status(entity) + 4, true);
  return {
    ...own,
    abilities,
    isCasting: (core.flags(entity) & FLAG_CASTING) !== 0,
    isReady: ({ id, cost }) => cost <= power && core.cooldownLeft(entity, id) === 0,
  };
}

function follow(world: World, companion: Companion, leader: Player): void {
  const { core } = world.sim;
  const { entity } = companion;
  const away_m = world.distance(entity, leader.entity);
  companion.coming = companion.isFollowing ? companion.coming + 1 : 0;
  if (away_m > LOST_M || companion.coming > LOST_THOUGHTS) {
    companion.coming = 0;
    const { x, z } = beside(world, leader.entity, companion.kind.id);
    core.teleport(entity, x, Number.NaN, z, core.yaw(leader.entity));
  }
  if (away_m > FOLLOW_M) companion.isFollowing = true;
  if (away_m < NEAR_M) companion.isFollowing = false;
  if (companion.isFollowing)
    go(world, companion, { x: core.x(leader.entity), z: core.z(leader.entity) }, leader, away_m > FOLLOW_M * 2);
  else hold(world, companion, null);
}

/** Straight there if nothing stands between; else after the leader, along the way he took. */
function go(world: World, { entity, sidestep }: Companion, to: Spot, leader: Player | null, hurries = false): void {
  const { core } = world.sim;
  const here = { x: core.x(entity), z: core.z(entity) };
  const crumb = sees(world, entity, to)
    ? to
    : (world.company.trail.findLast(spot => sees(world, entity, spot)) ?? (leader ? to : here));
  const yaw = Math.atan2(crumb.x - here.x, here.z - crumb.z) + sidestep.turn(here.x, here.z);
  core.setIntent(entity, BUTTON_FORWARD | (hurries ? BUTTON_SPRINT : 0), yaw, 0, 0, 0, 1);
}

function hold(world: World, { entity, sidestep }: Companion, face: Spot | null): void {
  const { core } = world.sim;
  sidestep.rest();
  const yaw = face ? Math.atan2(face.x - core.x(entity), core.z(entity) - face.z) : core.yaw(entity);
  core.setIntent(entity, 0, yaw, 0, 0, 0, 1);
}

function sees(world: World, entity: number, { x, z }: Spot): boolean {
  const { core } = world.sim;
  return core.lineOfSight(core.x(entity), core.y(entity) + EYES_M, core.z(entity), x, core.height(x, z) + EYES_M, z) === 1;
}

function beside(world: World, entity: number, number: number): Spot {
  const { core } = world.sim;
  const angle = number * 1.3;
  return { x: core.x(entity) + Math.sin(angle) * SPOT_M, z: core.z(entity) + Math.cos(angle) * SPOT_M };
}

/** The fight is over: who fell gets up, and somebody has a word for it. */
function recover(world: World, leader: Player | null): void {
  const { core } = world.sim;
  if (!leader) return;
  const members = [...world.company.members.values()];
  for (const { entity, kind } of members) {
    if (!(core.flags(entity) & FLAG_DEAD)) continue;
    const { x, z } = beside(world, leader.entity, kind.id);
    core.revive(entity, x, z);
  }
  const speaker = members[world.tick % members.length];
  const text = speaker.kind.says[world.tick % speaker.kind.says.length];
  if (world.tick % 3 === 0)
    sayNear(world, speaker, {
      channel: CHANNEL_NPC,
      from: speaker.kind.name,
      fromEntity: speaker.entity,
      to: '',
      text,
      time: world.now_ms,
    });
}
