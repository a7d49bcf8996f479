// A company of guests who clear a dungeon over the wire, as players do: keys held, abilities used, releases and loot. They see what a screen
// would show (the region's own world is read, never changed), and decide by the tactics that companions have. In: bots inside. Out: fallen bosses.
import { BUTTON_FORWARD, FLAG_DEAD } from '../../assembly/layout';
import type { Corpse } from '../../src/region/remains';
import { decide, foesNear, usable } from '../../src/region/systems/companions';
import { Sidestep } from '../../src/region/systems/sidestep';
import type { World } from '../../src/region/world';
import { monsters } from '../../src/shared/content';
import type { Dungeon } from '../../src/shared/content/kinds';
import { Halls } from './halls';
import type { Bot, Ground, Stage } from './world';

interface Spot {
  readonly x: number;
  readonly z: number;
}
interface Act {
  readonly buttons: number;
  readonly yaw: number;
  readonly ability: number;
  readonly target: number;
  readonly release: boolean;
  readonly loot: number;
}

const THINK_TICKS = 5;
/** Nobody goes on before everybody has so much of his health. */
const RESTED = 0.75;
/** Who is so far behind is waited for. */
const BEHIND_M = 12;
const TAKE_M = 4;
const SHARED_TICKS = 1200;
const IDLE: Act = { buttons: 0, yaw: 0, ability: 0, target: 0, release: false, loot: 0 };

const away = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.z - b.z);
const yawTo = (a: Spot, b: Spot): number => Math.atan2(b.x - a.x, a.z - b.z);

/** Plays on until that many bosses have fallen. Throws after `most_s` seconds of the world. */
export async function clear(
  stage: Stage,
  ground: Ground,
  dungeon: Dungeon,
  bots: readonly Bot[],
  bosses: number,
  most_s: number,
): Promise<void> {
  const halls = new Halls(dungeon.place);
  const steps = bots.map(() => new Sidestep());
  for (let tick = 0; tick < most_s * 20; tick += THINK_TICKS) {
    const acts = await ground.world(world => {
      if ((world.run?.felled ?? 0) >= bosses) return null;
      const company = new Set(bots.flatMap(({ guest }) => world.byCharacter.get(guest.character)?.entity ?? []));
      return bots.map((bot, i) => aside(world, bot, actOf(world, halls, bots, bot, i === 0, company), steps[i]));
    });
    if (!acts) return;
    for (const [i, act] of acts.entries()) perform(bots[i], act);
    await stage.turnsIn(ground, THINK_TICKS);
  }
  const state = await ground.world(world => ({
    felled: world.run?.felled,
    alive: [...world.creatures.values()].filter(({ entity }) => world.sim.core.hp(entity) > 0).length,
    company: [...world.company.members.values()].map(({ kind, entity }) => [
      kind.cls,
      Math.round(world.sim.core.x(entity)),
      Math.round(world.sim.core.z(entity)),
      world.sim.core.hp(entity),
      mostOf(world, entity),
    ]),
    next: nextPrey(world),
    at: [...world.players.values()].map(({ entity }) => [
      Math.round(world.sim.core.x(entity)),
      Math.round(world.sim.core.z(entity)),
      world.sim.core.hp(entity),
    ]),
    fights: [...world.encounters.fights.values()].map(({ creature, phase, record }) => [
      creature.kind.key,
      world.sim.core.hp(creature.entity),
      phase,
      record,
    ]),
  }));
  throw new Error(`${dungeon.name} is not cleared after ${most_s} s: ${JSON.stringify(state)}`);
}

/** Everybody goes to what the dungeon's last boss has left him, and takes it. Throws after a minute of the world. */
export async function share(stage: Stage, ground: Ground, dungeon: Dungeon, bots: readonly Bot[]): Promise<void> {
  const halls = new Halls(dungeon.place);
  const steps = bots.map(() => new Sidestep());
  const { id } = monsters.key(dungeon.bosses.at(-1)!);
  const spoils = (world: World) => [...world.corpses].filter(([, { kind, loot }]) => kind === id && loot.size > 0);
  for (let tick = 0; tick < SHARED_TICKS; tick += THINK_TICKS) {
    const acts = await ground.world(world => {
      const [lies] = spoils(world);
      return lies ? bots.map((bot, i) => aside(world, bot, fetch(world, halls, bot, ...lies), steps[i])) : null;
    });
    if (!acts) return;
    for (const [i, act] of acts.entries()) perform(bots[i], act);
    await stage.turnsIn(ground, THINK_TICKS);
  }
  const left = await ground.world(world =>
    spoils(world).flatMap(([, { loot, x, z }]) =>
      [...loot].map(([id, what]) => {
        const { entity = 0, character } = world.byCharacter.get(id) ?? {};
        const bag = character?.items.length;
        return { what, from: [x, z], at: [world.sim.core.x(entity), world.sim.core.z(entity)], bag, hp: world.sim.core.hp(entity) };
      }),
    ),
  );
  throw new Error(`that is left: ${JSON.stringify(left)}`);
}

function fetch(world: World, halls: Halls, bot: Bot, corpse: number, { x, z, loot }: Corpse): Act {
  const { core } = world.sim;
  const player = world.byCharacter.get(bot.guest.character);
  if (!player || !loot.has(player.character.id)) return IDLE;
  if (core.flags(player.entity) & FLAG_DEAD) return { ...IDLE, release: true };
  const here = { x: core.x(player.entity), z: core.z(player.entity) };
  if (away(here, { x, z }) < TAKE_M) return { ...IDLE, loot: corpse };
  return { ...IDLE, buttons: BUTTON_FORWARD, yaw: yawTo(here, halls.next(here, { x, z })) };
}

/** The same, round what stands in the way. */
function aside(world: World, bot: Bot, act: Act, step: Sidestep): Act {
  const player = world.byCharacter.get(bot.guest.character);
  const { core } = world.sim;
  if (player && act.buttons) return { ...act, yaw: act.yaw + step.turn(core.x(player.entity), core.z(player.entity)) };
  step.rest();
  return act;
}

function perform(bot: Bot, { buttons, yaw, ability, target, release, loot }: Act): void {
  bot.clientTick += THINK_TICKS;
  bot.hold(buttons, yaw);
  if (ability) bot.use(ability, target);
  if (release) bot.send('release', {});
  if (loot) bot.command('loot', { corpse: loot });
}

function actOf(world: World, halls: Halls, bots: readonly Bot[], bot: Bot, leads: boolean, company: ReadonlySet<number>): Act {
  const { core } = world.sim;
  const player = world.byCharacter.get(bot.guest.character);
  if (!player) return IDLE;
  const { entity, character } = player;
  const here = { x: core.x(entity), z: core.z(entity) };
  const foes = foesNear(world, entity);
  if (core.flags(entity) & FLAG_DEAD) return { ...IDLE, release: !foes.length };
  const choice = decide(world, { character, entity, abilities: usable(character) }, foes, company);
  if (choice) {
    const goal = choice.to ?? choice.face;
    return {
      ...IDLE,
      buttons: choice.to ? BUTTON_FORWARD : 0,
      yaw: goal ? yawTo(here, goal) : 0,
      ability: choice.ability?.id ?? 0,
      target: choice.target,
    };
  }
  const friends = [...company, ...world.company.members.keys()];
  const isTired = friends.some(id => core.flags(id) & FLAG_DEAD || core.hp(id) < RESTED * mostOf(world, id));
  const isScattered = leads && friends.some(id => away(here, { x: core.x(id), z: core.z(id) }) > BEHIND_M);
  const leader = world.byCharacter.get(bots[0].guest.character);
  const goal = leads ? nextPrey(world) : leader ? { x: core.x(leader.entity), z: core.z(leader.entity) } : null;
  const loot =
    [...world.corpses].find(([id, corpse]) => corpse.loot.has(character.id) && world.distance(entity, id) < TAKE_M)?.[0] ?? 0;
  if (!goal || (leads && (isTired || isScattered)) || (!leads && away(here, goal) < 4)) return { ...IDLE, loot };
  const next = halls.next(here, goal);
  return { ...IDLE, loot, buttons: BUTTON_FORWARD, yaw: yawTo(here, next) };
}

function mostOf({ sim: { core, memory } }: World, id: number): number {
  return Math.max(1, memory.getUint16(core.status(id) + 2, true));
}

/** Beasts are met in the order in which they stand in the rooms. */
function nextPrey(world: World): Spot | null {
  const { core } = world.sim;
  const [first] = [...world.creatures.values()].filter(({ entity }) => core.hp(entity) > 0).toSorted((a, b) => a.spawn - b.spawn);
  return first ? { x: core.x(first.entity), z: core.z(first.entity) } : null;
}
