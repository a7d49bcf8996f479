// The pictures of what happens, free of who did it: shots, rings of fire, columns of light, impacts, auras. In: places and times. Out: particles,
// streaks, arcs and marks on the ground.
import { FLAG_BURNING, FLAG_DEAD, FLAG_SLOWED, FLAG_STUNNED } from '../../assembly/layout';
import type { Actor } from './actor';
import { Arcs } from './arcs';
import type { Ground } from './contract';
import { Projectiles, type WhereIs } from './projectiles';
import type { Hue, Recipe } from './recipes';
import type { Rings } from './rings';
import { Sparks, type Twist } from './sparks';
import { Streaks } from './streaks';

type Place = readonly [x: number, y: number, z: number];
const AURA_EVERY_S = 0.12;
const AURA_M = 45;
/** Faster than this a runner kicks up dust; who sprints more of it, and no more than so many at once, the nearest first. */
const DUSTY_MPS = 3.2;
const SPRINT_MPS = 6.4;
const DUSTY_M = 24;
const MOST_DUSTY = 10;

const RUNS: Twist = { count: 1 };
const SPRINTS: Twist = { count: 2 };

const ARCS: Record<string, { color: string; radius: number; tilt: number }> = {
  slash: { color: '#eaf4ff', radius: 1.35, tilt: 0.7 },
  cleave: { color: '#ffe2a8', radius: 2.6, tilt: 0.12 },
  bash: { color: '#fff3c9', radius: 1.1, tilt: 1.2 },
  claw: { color: '#ffd9c9', radius: 1.1, tilt: 0.5 },
  chill: { color: '#9ff5da', radius: 1.3, tilt: 0.4 },
};
const BURSTS: Record<string, readonly [Recipe, Hue]> = {
  ember: ['emberBurst', 'fire'],
  wisp: ['wispBurst', 'wisp'],
  web: ['webBurst', 'silk'],
  spit: ['spitBurst', 'venom'],
};
/** Sparks of a blow take the colour of what struck. */
const HIT_HUES: Record<string, Hue> = {
  ember: 'fire',
  nova: 'fire',
  kindle: 'fire',
  chill: 'chill',
  wisp: 'wisp',
  web: 'silk',
  spit: 'venom',
};

export class Spectacle {
  readonly sparks = new Sparks();
  readonly streaks = new Streaks();
  readonly arcs = new Arcs();
  readonly projectiles = new Projectiles(this.sparks, this.streaks);
  timeS = 0;
  private nextAura = 0;
  private swings = 0;
  private dusty = 0;

  constructor(
    private readonly rings: Rings,
    private readonly ground: () => Ground | null,
  ) {}

  burst(recipe: Recipe, [x, y, z]: Place, twist?: Twist): void {
    this.sparks.burst(recipe, x, y, z, this.timeS, twist);
  }

  /** The crescent of a blow; every second one swings the other way. */
  swing(visual: string, { view, guise }: Actor): void {
    const arc = ARCS[visual];
    if (!arc) return;
    const way = this.swings++ % 2 ? -1 : 1;
    const radius = arc.radius * way * Math.max(0.6, guise.size);
    this.arcs.put(view.x, view.y + guise.chest, view.z, view.yaw, arc.tilt * way, radius, arc.color, this.timeS);
  }

  /** Smoke, tracer and where it struck. `own`: the flash is drawn by the weapon in the hand. */
  shot(from: Place, to: Place, own: boolean, missed: boolean): void {
    const way = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
    const length = Math.hypot(...way) || 1;
    const push: Place = [(way[0] / length) * 2.2, (way[1] / length) * 2.2 + 0.2, (way[2] / length) * 2.2];
    const width = own ? 0.014 : 0.03;
    this.streaks.put(
      { kind: 'tracer', from, to, color: '#ffe3a0', alpha: 0.9, width: [width, width * 1.5], life_s: 0.2, light: 0.8 },
      this.timeS,
    );
    if (!own) this.burst('muzzle', from);
    this.burst('powder', from, { push });
    if (missed) this.struckGround(to);
  }

  private struckGround(at: Place): void {
    const ground = this.ground();
    const low = ground ? at[1] - ground.height(at[0], at[2]) < 0.4 : true;
    this.burst(low ? 'chips' : 'rubble', at);
    this.burst('ricochet', at);
  }

  nova(at: Place, radius: number, recipe: 'ringFire' | 'ringChill'): void {
    const edge = recipe === 'ringFire' ? '#ff7a2e' : '#6fe8c8';
    this.rings.cast('wave', ...at, 0.6, radius, edge, 0.6, this.timeS, radius * 0.5, 0.95);
    this.rings.cast('line', ...at, 0.4, radius, '#fff0b8', 0.45, this.timeS, 0.3, 0.8);
    for (let k = 0; k < 20; k++) {
      const angle = (k / 20) * Math.PI * 2;
      const [dx, dz] = [Math.cos(angle), Math.sin(angle)];
      this.burst(recipe, [at[0] + dx * 0.6, at[1] + 0.35, at[2] + dz * 0.6], { push: [dx * radius * 1.7, 0.6, dz * radius * 1.7] });
    }
  }

  /** A heavy body came down. */
  thud([x, y, z]: Place, size: number): void {
    this.burst('fall', [x, y + 0.2, z], { count: Math.round(9 * Math.min(2, size)), spread: 0.45 * size });
    this.burst('dust', [x, y + 0.08, z], { count: Math.round(6 * Math.min(2, size)) });
    this.rings.cast('wave', x, y, z, 0.3 * size, 1.5 * size, '#e6d6b4', 0.45, this.timeS, 0.8, 0.4);
  }

  breath(at: Place): void {
    this.rings.cast('line', ...at, 0.3, 1.6, '#dff6ea', 0.6, this.timeS, 0.3, 0.8);
    this.burst('breath', at);
  }

  mended([x, y, z]: Place): void {
    this.rings.cast('line', x, y, z, 1.1, 0.5, '#9df58f', 0.8, this.timeS, 0.2, 0.7);
    this.burst('mendCrosses', [x, y + 0.2, z]);
    this.burst('mendMotes', [x, y + 0.1, z]);
  }

  struck(at: Place, visual: string, heavy: boolean): void {
    const hue = HIT_HUES[visual] ?? 'steel';
    this.burst(heavy ? 'heavyStar' : 'hitStar', at, { hue });
    this.burst('hitSparks', at, { hue, count: heavy ? 12 : 7 });
    this.burst('hitPuff', at);
  }

  /** A flight ended here. */
  impact(at: Place, visual: string, body: boolean): void {
    if (visual === 'arrow') {
      if (!body) this.burst('chips', at, { count: 4 });
      return;
    }
    const [recipe, hue] = BURSTS[visual] ?? BURSTS.ember;
    this.burst(recipe, at);
    this.burst('wispCore', at, { hue });
    if (visual === 'web') this.strands(at);
  }

  private strands([x, y, z]: Place): void {
    for (let k = 0; k < 7; k++) {
      const a = (k / 7) * Math.PI * 2;
      const to: Place = [x + Math.cos(a) * 0.7, y - 0.9 + (k % 3) * 0.3, z + Math.sin(a) * 0.7];
      this.streaks.put(
        { kind: 'strand', from: [x, y, z], to, color: '#f4f4f2', alpha: 0.8, width: [0.02, 0.012], life_s: 1.4, light: 0.2 },
        this.timeS,
      );
    }
  }

  column([x, y, z]: Place, color: string, height: number): void {
    for (const width of [0.75, 0.4]) {
      this.streaks.put(
        {
          kind: 'column',
          from: [x, y, z],
          to: [x, y + height, z],
          color,
          alpha: 0.7,
          width: [width, width * 0.7],
          life_s: 1.3,
          light: 0.7,
        },
        this.timeS,
      );
    }
  }

  risen([x, y, z]: Place): void {
    this.column([x, y, z], '#bfe6ff', 3.2);
    this.burst('returnMotes', [x, y + 0.1, z]);
  }

  levelUp([x, y, z]: Place): void {
    this.column([x, y, z], '#ffd97a', 5.5);
    this.rings.cast('wave', x, y, z, 0.4, 3.4, '#ffc94a', 1, this.timeS, 2.2, 0.9);
    this.rings.cast('line', x, y, z, 0.5, 2.6, '#fff3c9', 1.2, this.timeS, 0.2, 0.9);
    this.burst('levelStars', [x, y + 0.2, z]);
    this.burst('levelMotes', [x, y + 1, z]);
  }

  /** A wreath of gold that rises round who handed in a quest. */
  questDone([x, y, z]: Place): void {
    this.rings.cast('line', x, y, z, 0.4, 1.9, '#ffe39a', 0.9, this.timeS, 0.16, 0.9);
    this.burst('wreath', [x, y + 0.3, z]);
    this.burst('wreath', [x, y + 0.9, z], { hue: 'cold', count: 8 });
  }

  splash(x: number, z: number): void {
    this.burst('splash', [x, 0.1, z]);
    this.rings.cast('line', x, 0.05, z, 0.3, 1.9, '#f4fcff', 0.9, this.timeS, 0.16, 0.7);
  }

  update(timeS: number, dtS: number, shown: readonly Actor[], whereIs: WhereIs): void {
    this.timeS = timeS;
    this.projectiles.step(timeS, dtS, whereIs);
    if (timeS >= this.nextAura || timeS < this.nextAura - 1) {
      this.nextAura = timeS + AURA_EVERY_S;
      this.dusty = 0;
      for (const actor of shown) if (actor.distance < AURA_M) this.aura(actor);
    }
    this.sparks.flush(timeS);
    this.streaks.flush(timeS);
    this.arcs.flush(timeS);
  }

  /** What runs on a body: flames, frost, stars round the head, glimmer of a wisp, dust of a runner. */
  private aura({ view, guise, distance }: Actor): void {
    const { x, y, z, flags } = view;
    if (flags & FLAG_DEAD) return;
    if (flags & FLAG_BURNING) this.burst('burning', [x, y + guise.height * 0.45, z], { spread: 0.28 * guise.size });
    if (flags & FLAG_SLOWED) this.burst('frost', [x, y + 0.25, z]);
    if (flags & FLAG_STUNNED) this.burst('dizzy', [x, y + guise.height + 0.05, z]);
    if (guise.airy) this.burst('glimmer', [x, y + guise.chest, z]);
    else if (view.speed > DUSTY_MPS && view.vy === 0 && distance < DUSTY_M && this.dusty++ < MOST_DUSTY)
      this.sparks.burst('footfall', x, y + 0.06, z, this.timeS, view.speed > SPRINT_MPS ? SPRINTS : RUNS);
  }
}
