// Bodies over a crossing: nobody pops. Who is not in sight of the new region at once stays where he was for a moment, and who is slides
// from where he was drawn last to where that region has him. In: bodies before and after; out: who is still shown, and eased places.
import type { ActorView } from '../render/contract';

/** Far rings of a region's sight are told within four ticks; whom it has not named by then is not there. */
const GRACE_MS = 500;
/** The difference between two regions' instants fades from the picture with this time constant. */
const FADE_MS = 110;
/** Farther than this is no difference of instants: he went elsewhere. */
const SNAP_M = 8;

interface Slip {
  x: number;
  y: number;
  z: number;
}

export class Kept {
  /** Drawn before the crossing and not yet told by the new region, with where they were. */
  private readonly missing = new Map<number, Slip & { body: ActorView }>();
  private readonly slips = new Map<number, Slip>();
  private until_ms = 0;

  clear(): void {
    this.missing.clear();
    this.slips.clear();
  }

  /** Another region is looked into now. */
  keep(bodies: Iterable<ActorView>): void {
    this.clear();
    for (const body of bodies) this.missing.set(body.id, { x: body.x, y: body.y, z: body.z, body });
    this.until_ms = Number.POSITIVE_INFINITY;
  }

  /** It has told something: the rest follows soon or never. */
  told(now_ms: number): void {
    if (this.until_ms === Number.POSITIVE_INFINITY) this.until_ms = now_ms + GRACE_MS;
  }

  /** A body was placed where the region has it: moves it towards where it was drawn. */
  ease(body: ActorView): void {
    if (!this.missing.size && !this.slips.size) return;
    const was = this.missing.get(body.id);
    if (was) this.meet(was);
    const slip = this.slips.get(body.id);
    if (!slip) return;
    body.x += slip.x;
    body.y += slip.y;
    body.z += slip.z;
  }

  /** After all are placed: who is shown besides. */
  *frame(now_ms: number, dt_ms: number): Generator<ActorView> {
    if (!this.missing.size && !this.slips.size) return;
    const keep = Math.exp(-dt_ms / FADE_MS);
    for (const [id, slip] of this.slips) {
      slip.x *= keep;
      slip.y *= keep;
      slip.z *= keep;
      if (Math.abs(slip.x) + Math.abs(slip.y) + Math.abs(slip.z) < 0.01) this.slips.delete(id);
    }
    if (now_ms > this.until_ms) this.missing.clear();
    for (const { body } of this.missing.values()) yield body;
  }

  private meet({ x, y, z, body }: Slip & { body: ActorView }): void {
    this.missing.delete(body.id);
    const slip = { x: x - body.x, y: y - body.y, z: z - body.z };
    if (Math.hypot(slip.x, slip.y, slip.z) < SNAP_M) this.slips.set(body.id, slip);
  }
}
