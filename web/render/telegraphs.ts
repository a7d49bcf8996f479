// Where a blow is about to fall, on the ground: cones and circles under their casters, filling until it falls. In: casts that begin and end,
// and the bodies that cast. Out: sectors among the rings (rings.ts). Shape and size are those by which the core decides whom it strikes.
import type { AbilityKind } from '../../src/shared/content/kinds';
import type { Rings } from './rings';

/** Who stands with his middle beyond this is not struck: the core reaches to the edge of a body, and this is a player's. */
const VICTIM_M = 0.4;
/** After it fell the shape is seen a moment longer, full: whoever was struck sees by what. */
const AFTER_S = 0.16;
/** An end that is not heard of comes so much after its time. */
const LATE_S = 0.6;
const MOST = 24;

/** Where and how a caster stands; `radius_m` of its body. */
export interface Caster {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yaw: number;
  readonly foe: boolean;
  readonly own: boolean;
  readonly radius_m: number;
}

export interface Reach {
  radius_m: number;
  /** To both sides of where the caster looks, rad; PI is all round. */
  half: number;
}

/** What an ability strikes at once; null: it has no place on the ground. */
export function reachOf(ability: AbilityKind): Reach | null {
  if (ability.reach === 'cone') return { radius_m: ability.range_m, half: ((ability.angle_deg ?? 180) * Math.PI) / 180 };
  if (ability.reach === 'nova') return { radius_m: ability.radius_m ?? ability.range_m, half: Math.PI };
  return null;
}

/** How far the shape has filled, 0..1, of a cast that began at `begun` and takes `cast_s`. */
export const filled = (timeS: number, begun: number, cast_s: number): number =>
  Math.max(0, Math.min(1, (timeS - begun) / Math.max(0.05, cast_s)));

interface Shown extends Reach {
  begun: number;
  cast_s: number;
  /** When it fell; 0 while it is cast. */
  fell: number;
}

export class Telegraphs {
  private readonly shown = new Map<number, Shown>();

  begin(caster: number, ability: AbilityKind, cast_s: number, timeS: number): void {
    const reach = reachOf(ability);
    if (!reach || (this.shown.size >= MOST && !this.shown.has(caster))) return;
    this.shown.set(caster, { ...reach, begun: timeS, cast_s, fell: 0 });
  }

  /** It was let go: what has no cast is shown for the moment in which it strikes. */
  fall(caster: number, ability: AbilityKind, timeS: number): void {
    const reach = reachOf(ability);
    if (!reach) return;
    const known = this.shown.get(caster);
    if (known) known.fell = timeS;
    else if (this.shown.size < MOST) this.shown.set(caster, { ...reach, begun: timeS, cast_s: 0, fell: timeS });
  }

  /** It was broken off, or its caster is dead. */
  drop(caster: number): void {
    this.shown.delete(caster);
  }

  get size(): number {
    return this.shown.size;
  }

  /** Puts all of them among the rings. `who`: the caster as it stands now; null when it is out of sight. */
  draw(
    rings: Pick<Rings, 'sector'>,
    who: (id: number) => Caster | null,
    timeS: number,
    threat: readonly [number, number, number],
    own: readonly [number, number, number],
  ): void {
    for (const [id, each] of this.shown) {
      const over = each.fell ? timeS - each.fell > AFTER_S : timeS - each.begun > each.cast_s + LATE_S;
      const caster = over ? null : who(id);
      if (!caster) {
        this.shown.delete(id);
        continue;
      }
      const fill = each.fell ? 1 : filled(timeS, each.begun, each.cast_s);
      const fading = each.fell ? 1 - (timeS - each.fell) / AFTER_S : 1;
      // It comes up at once and not in a blink.
      const rising = Math.min(1, (timeS - each.begun) / 0.12 + (each.cast_s ? 0 : 1));
      const { x, y, z, yaw, foe, radius_m } = caster;
      rings.sector(
        foe ? 'threat' : 'own',
        x,
        y,
        z,
        each.radius_m + radius_m + VICTIM_M,
        yaw,
        each.half,
        fill,
        foe ? threat : own,
        fading * rising * (foe ? 0.95 : caster.own ? 0.8 : 0.5),
      );
    }
  }
}
