// What this client sees of the world: snapshots go into the core's mirror, and come out as bodies placed for the shown instant.
// In: cell bytes and a clock; out: one reused ActorView per body, and outcomes when their instant is on the screen. Over a crossing into
// another region the bodies stay who they are.
import * as L from '../../assembly/layout';
import type { Outcome, Sim } from '../../src/shared/sim';
import type { ActorView } from '../render/contract';
import { Kept } from './kept';
import { ViewClock } from './viewclock';

/** Outcomes wait for their instant at most so many at a time; a flood beyond is shown at once. */
const MOST_WAITING = 512;

export class Mirror {
  readonly clock = new ViewClock();
  /** Bodies of the shown instant, by entity id; the objects stay the same from frame to frame. */
  readonly bodies = new Map<number, ActorView>();
  /** The same, as a list. */
  readonly list: ActorView[] = [];
  /** The own entity, 0 before the welcome. */
  own = 0;
  /** A body came into sight: its name, title, stance and mark are still blank. */
  onAppear: (body: ActorView) => void = () => {};
  onVanish: (body: ActorView) => void = () => {};
  onOutcome: (outcome: Outcome) => void = () => {};
  private readonly waiting: { tick: number; outcome: Outcome }[] = [];
  private round = 0;
  private readonly seen = new Map<number, number>();
  /** What is left of the view into the region before. */
  private readonly kept = new Kept();

  constructor(private sim: Sim) {}

  reset(own: number, sim = this.sim): void {
    this.sim = sim;
    sim.core.mirrorReset();
    this.kept.clear();
    this.clock.reset();
    this.own = own;
    this.waiting.length = 0;
    for (const body of this.bodies.values()) this.onVanish(body);
    this.bodies.clear();
    this.seen.clear();
    this.list.length = 0;
  }

  /** Another region is looked into from now on, through the core `sim`; who is in sight there as well has never been away. */
  moveTo(sim: Sim): void {
    this.sim = sim;
    sim.core.mirrorReset();
    this.clock.begin();
    this.kept.keep(this.bodies.values());
    for (const { outcome } of this.waiting.splice(0)) this.onOutcome(outcome);
  }

  /** The cells of one snapshot. False when the core refuses them. */
  read(tick: number, cells: Uint8Array, now_ms: number): boolean {
    this.clock.arrived(tick, now_ms);
    this.sim.give(cells);
    if (this.sim.core.mirrorRead(cells.length)) return false;
    this.kept.told(now_ms);
    this.sim.outcomes(o => this.keep(tick, o));
    return true;
  }

  /** Places every body for the instant on the screen and lets due outcomes out. */
  sample(now_ms: number, dt_ms: number): void {
    this.clock.advance(now_ms, dt_ms);
    const count = this.sim.core.mirrorSample(this.clock.tick, this.clock.fraction);
    this.round++;
    this.list.length = 0;
    let p = this.sim.core.viewsPtr();
    for (let i = 0; i < count; i++, p += L.VIEW_BYTES) this.place(p);
    for (const body of this.kept.frame(now_ms, dt_ms)) this.show(body);
    if (this.list.length !== this.bodies.size) this.sweep();
    this.letOut();
  }

  private place(p: number): void {
    const { memory } = this.sim;
    const id = memory.getUint32(p + L.VIEW_ID, true);
    let body = this.bodies.get(id);
    const isNew = !body;
    if (!body) {
      body = blank(id, id === this.own);
      this.bodies.set(id, body);
    }
    body.x = memory.getFloat32(p + L.VIEW_X, true);
    body.y = memory.getFloat32(p + L.VIEW_Y, true);
    body.z = memory.getFloat32(p + L.VIEW_Z, true);
    body.yaw = memory.getFloat32(p + L.VIEW_YAW, true);
    body.speed = memory.getFloat32(p + L.VIEW_SPEED, true);
    body.vy = memory.getFloat32(p + L.VIEW_VY, true);
    body.flags = memory.getUint16(p + L.VIEW_FLAGS, true);
    body.cls = memory.getUint8(p + L.VIEW_CLASS);
    body.kind = memory.getUint8(p + L.VIEW_KIND);
    body.level = memory.getUint8(p + L.VIEW_LEVEL);
    body.team = memory.getUint8(p + L.VIEW_TEAM);
    body.hp = memory.getUint8(p + L.VIEW_HP) / 255;
    body.look = memory.getUint32(p + L.VIEW_LOOK, true);
    body.gear = memory.getUint32(p + L.VIEW_GEAR, true);
    this.kept.ease(body);
    this.show(body);
    if (isNew) this.onAppear(body);
  }

  private show(body: ActorView): void {
    this.seen.set(body.id, this.round);
    this.list.push(body);
  }

  private sweep(): void {
    for (const [id, body] of this.bodies) {
      if (this.seen.get(id) === this.round) continue;
      this.bodies.delete(id);
      this.seen.delete(id);
      this.onVanish(body);
    }
  }

  /** What the player did himself is shown at once; the rest when the screen has come to that instant. */
  private keep(tick: number, o: Outcome): void {
    if (o.a === this.own || this.waiting.length >= MOST_WAITING) this.onOutcome(o);
    else this.waiting.push({ tick, outcome: { ...o } });
  }

  private letOut(): void {
    const { waiting, clock } = this;
    let due = 0;
    while (due < waiting.length && waiting[due].tick * L.TICK_MS <= clock.at_ms) this.onOutcome(waiting[due++].outcome);
    if (due) waiting.splice(0, due);
  }
}

function blank(id: number, own: boolean): ActorView {
  return {
    id,
    own,
    x: 0,
    y: 0,
    z: 0,
    yaw: 0,
    speed: 0,
    vy: 0,
    flags: 0,
    cls: 0,
    kind: 0,
    level: 0,
    team: 0,
    hp: 1,
    look: 0,
    gear: 0,
    name: '',
    title: '',
    stance: 'neutral',
    mark: '',
    colours: 0,
  };
}
