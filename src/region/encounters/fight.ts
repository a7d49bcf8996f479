// A fight with a boss as the region remembers it: in memory alone, begun anew with the region. In: nothing. Out: the state that the files beside
// this one change, and questions about who takes part.
import { CLASS_PLAYER, FLAG_COMBAT, FLAG_DEAD } from '../../../assembly/layout';
import type {
  AddsMechanic,
  CastMechanic,
  Encounter,
  GroundMechanic,
  Mechanic,
  Shape,
  SoakMechanic,
  SpreadMechanic,
} from '../../shared/content/encounters';
import { hash01 } from '../../shared/content/scatter';
import type { Laid } from '../../shared/rules/encounters';
import type { Player } from '../player';
import type { Creature } from '../population';
import type { World } from '../world';

export interface Spot {
  readonly x: number;
  readonly z: number;
}

/** Ground that something is about to fall on. A `follows` body takes it along. */
export interface Area extends Laid {
  readonly id: number;
  readonly mechanic: GroundMechanic | SoakMechanic | SpreadMechanic;
  readonly shape: Shape;
  readonly follows: number;
  /** Of a soak: who must stand in it. */
  readonly hands: number;
  readonly laid_tick: number;
  readonly falls_tick: number;
  /** It has fallen and stays until then; when it hurts next. */
  readonly ends_tick: number;
  pulse_tick: number;
  /** Who stood in it when the warning came. */
  readonly warned: ReadonlySet<number>;
}

export interface Called {
  readonly mechanic: AddsMechanic;
  readonly entities: Set<number>;
}

/** A cast that the boss is about to begin, or makes. */
export interface Chant {
  readonly mechanic: CastMechanic;
  readonly ability: number;
  /** Tick of its begin; 0: not yet. */
  begun: number;
  /** It gives up trying to begin then. */
  readonly until: number;
}

export interface Fight {
  readonly creature: Creature;
  readonly table: Encounter;
  /** Where it stood when it turned on somebody: fixed points count from here. */
  readonly home: Spot;
  /** For how many it is; grows in the open. */
  size: number;
  hpMax: number;
  damage: number;
  readonly begun: number;
  phase: number;
  /** When each mechanic of the phase comes next, in ticks. */
  due: number[];
  readonly areas: Area[];
  readonly called: Called[];
  chant: Chant | null;
  /** It stands and winds up until then. */
  braced: number;
  enraged: boolean;
  line: number;
  /** What each character did. */
  readonly did: Map<string, number>;
  readonly record: EncounterRecord;
  /** Who has its bar on the screen; what of it changed. */
  readonly told: Set<Player>;
  stale: boolean;
  readonly fresh: Area[];
  readonly dropped: number[];
}

/** What was met in a fight, for whoever looks at it: `<mechanic>.<what>` -> how often; `phase` -> the last one begun, from 1. */
export type EncounterRecord = Record<string, number>;

export interface Ended {
  readonly record: EncounterRecord;
  readonly won: boolean;
}

/** What the region knows of bosses: kept with the world, gone with it. */
export class Encounters {
  /** By the boss's entity. */
  readonly fights = new Map<number, Fight>();
  /** How fights ended, by the boss's key: the last of each. */
  readonly ended = new Map<string, Ended>();
  /** For how many a boss is, where somebody said so (scaleBoss). */
  readonly sizes = new Map<number, number>();
  /** Bosses that grow with those who come (letGrow). */
  readonly growing = new Set<number>();
  /** Bosses whose deaths were shared out here: the core's own shares of them are not read. */
  readonly sharedOut = new Set<number>();
  private areas = 0;
  private draws = 0;

  nextArea(): number {
    this.areas = (this.areas % 0xffff) + 1;
    return this.areas;
  }

  /** 0..1, the same in every run of the same fight. */
  chance(seed: number): number {
    return hash01(seed, ++this.draws, 91);
  }
}

/** Counts for this fight, and over the region's life. */
export function count(world: World, { record }: Fight, what: string, by = 1): void {
  record[what] = (record[what] ?? 0) + by;
  world.counters.count(`encounter.${what.slice(what.indexOf('.') + 1)}`, by);
}

/** Where the boss is now. */
export const spotOf = (world: World, { creature }: Pick<Fight, 'creature'>): Spot => ({
  x: world.sim.core.x(creature.entity),
  z: world.sim.core.z(creature.entity),
});

/** Entities of living players, here or next door, within so far of a point. */
export function playersNear(world: World, x: number, z: number, radius_m: number): number[] {
  const { core, bytes } = world.sim;
  const n = core.near(x, z, radius_m, CLASS_PLAYER);
  const ids = [...new Uint32Array(bytes.buffer, core.nearPtr(), n)];
  return ids.filter(id => !(core.flags(id) & FLAG_DEAD)).sort((a, b) => a - b);
}

/** Who takes part: living players in its arena who fight, or did something in this fight. Whoever only looks on is nobody's target. */
export function fighters(world: World, fight: Fight): number[] {
  const { core } = world.sim;
  const { x, z } = spotOf(world, fight);
  const foe = core.foe(fight.creature.entity);
  return playersNear(world, x, z, fight.table.arena_m).filter(id => {
    const character = characterOf(world, id);
    return id === foe || (core.flags(id) & FLAG_COMBAT) !== 0 || (character !== undefined && fight.did.has(character));
  });
}

/** Of a player here or next door. */
export const characterOf = (world: World, entity: number): string | undefined =>
  world.players.get(entity)?.character.id ?? (world.strangers.get(entity)?.character || undefined);

export const mechanicsOf = ({ table, phase }: Fight): readonly Mechanic[] => table.phases[phase]?.mechanics ?? [];
