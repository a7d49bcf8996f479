// What happened, made visible: swings, shots, spells, hits, deaths, and the marks of what runs on a body. In: outcomes and bodies. Out: calls to
// actors, arcs, sparks, streaks, rings and projectiles. Looks only: nothing here changes the game.
import {
  FLAG_BURNING,
  FLAG_DEAD,
  FLAG_SLOWED,
  FLAG_STUNNED,
  HIT_CRITICAL,
  HIT_HEAD,
  HIT_PERIODIC,
  OUT_AGGRO,
  OUT_CAST_START,
  OUT_CAST_STOP,
  OUT_DEATH,
  OUT_EMOTE,
  OUT_HEAL,
  OUT_HIT,
  OUT_LAND,
  OUT_PROJECTILE,
  OUT_PROJECTILE_END,
  OUT_RESPAWN,
  OUT_SPLASH,
  OUT_USED,
  TICKS_PER_SECOND,
} from '../../assembly/layout';
import { ABILITIES } from '../../src/shared/content/abilities';
import type { AbilityKind } from '../../src/shared/content/kinds';
import type { Outcome } from '../../src/shared/sim';
import type { Actor } from './actor';
import { Arcs } from './arcs';
import { EMOTES } from './clips/social';
import type { Ground } from './contract';
import { Projectiles } from './projectiles';
import type { Rings } from './rings';
import { Sparks } from './sparks';
import { Streaks } from './streaks';
import type { Hands } from './wardrobe/outfit';

const FIRE = ['#ffe08a', '#ffb347', '#ff7a2e', '#e8522a'] as const;
const EARTH = ['#d8c39a', '#b89a6a', '#c9b085'] as const;
const HEALING = ['#9df58f', '#d8ffc4', '#6fe0a0'] as const;
const CHILL = ['#9ff5da', '#d8fff2', '#6fd8c0'] as const;
const COLD = ['#bfe6ff', '#eaf7ff', '#8fc8f0'] as const;
/** Further than this from the camera small things are not worth drawing. */
const SEEN_M = 75;

/** Clip and weapon of an ability's picture. */
const MOVES: Record<string, { clip: string; hands: Hands; keep_s: number }> = {
  slash: { clip: 'slash', hands: 'melee', keep_s: 3 },
  cleave: { clip: 'smash', hands: 'melee', keep_s: 3 },
  bash: { clip: 'smash', hands: 'melee', keep_s: 3 },
  arrow: { clip: 'bowLoose', hands: 'bow', keep_s: 1.6 },
  shot: { clip: 'shoot', hands: 'gun', keep_s: 2.5 },
  ember: { clip: 'release', hands: 'focus', keep_s: 1.4 },
  mend: { clip: 'release', hands: 'focus', keep_s: 1.4 },
  kindle: { clip: 'release', hands: 'focus', keep_s: 1.4 },
  nova: { clip: 'smash', hands: 'focus', keep_s: 1.4 },
  wind: { clip: 'salute', hands: 'empty', keep_s: 0.8 },
  bite: { clip: 'attack', hands: 'melee', keep_s: 0 },
  claw: { clip: 'attack2', hands: 'melee', keep_s: 0 },
  charge: { clip: 'attack', hands: 'melee', keep_s: 0 },
  chill: { clip: 'backhand', hands: 'melee', keep_s: 0 },
  web: { clip: 'spit', hands: 'melee', keep_s: 0 },
  spit: { clip: 'spit', hands: 'melee', keep_s: 0 },
  wisp: { clip: 'attack', hands: 'melee', keep_s: 0 },
};
const ARCS: Record<string, { color: string; radius: number; tilt: number }> = {
  slash: { color: '#eaf4ff', radius: 1.35, tilt: 0.7 },
  cleave: { color: '#ffe2a8', radius: 2.6, tilt: 0.12 },
  bash: { color: '#fff3c9', radius: 1.1, tilt: 1.2 },
  claw: { color: '#ffd9c9', radius: 1.1, tilt: 0.5 },
  chill: { color: '#9ff5da', radius: 1.3, tilt: 0.4 },
};

export class Effects {
  readonly sparks = new Sparks();
  readonly streaks = new Streaks();
  readonly arcs = new Arcs();
  readonly projectiles = new Projectiles(this.sparks, this.streaks);
  private readonly abilities = new Map(ABILITIES.map(a => [a.id, a]));
  private timeS = 0;
  private nextAura = 0;
  private swings = 0;

  constructor(
    private readonly find: (id: number) => Actor | undefined,
    private readonly rings: Rings,
    private readonly ground: () => Ground | null,
  ) {}

  show(o: Outcome): void {
    const ability = this.abilities.get(o.ability);
    switch (o.type) {
      case OUT_USED:
        return this.used(o, ability);
      case OUT_HIT:
        return this.hit(o, ability);
      case OUT_HEAL:
        return this.heal(o);
      case OUT_CAST_START:
        return this.castStart(o, ability);
      case OUT_CAST_STOP:
        return this.find(o.a)?.motion.release();
      case OUT_PROJECTILE:
        return this.projectiles.launch(o.b, ability, [o.x, o.y, o.z], [o.x2, o.y2, o.z2], this.timeS);
      case OUT_PROJECTILE_END:
        return this.impact(
          o,
          this.projectiles.end(o.b, o.a, o.x, o.y, o.z, this.timeS, id => this.whereIs(id)),
        );
      case OUT_DEATH:
        return this.death(o);
      case OUT_RESPAWN:
        return this.respawn(o);
      case OUT_EMOTE:
        return this.emote(o.a, o.value);
      case OUT_LAND:
        return this.land(o);
      case OUT_SPLASH:
        return this.splash(o.a);
      case OUT_AGGRO:
        return this.aggro(o.a);
    }
  }

  // ---- doing ----

  private used(o: Outcome, ability: AbilityKind | undefined): void {
    const actor = this.find(o.a);
    if (!actor || !ability) return;
    const { visual } = ability;
    const move = MOVES[visual];
    if (move) {
      actor.take(move.hands, move.keep_s);
      actor.motion.release();
      actor.motion.once(move.clip);
    }
    const { view, guise } = actor;
    const arc = ARCS[visual];
    if (arc) {
      const way = this.swings++ % 2 ? -1 : 1;
      this.arcs.put(
        view.x,
        view.y + guise.chest,
        view.z,
        view.yaw,
        arc.tilt * way,
        arc.radius * way * Math.max(0.6, guise.size),
        arc.color,
        this.timeS,
      );
    }
    if (visual === 'shot') this.shot(actor, o);
    else if (visual === 'nova') this.nova(view.x, view.y, view.z, ability.radius_m ?? 6, FIRE, '#ff8a3a');
    else if (visual === 'chill' && ability.reach === 'nova')
      this.nova(view.x, view.y, view.z, ability.radius_m ?? 6, CHILL, '#8ff0d0');
    else if (visual === 'wind') this.wind(actor);
    else if (visual === 'charge') this.dust(view.x, view.y, view.z, 10);
    else if (visual === 'kindle') this.kindle(o.b);
    else if (visual === 'arrow')
      this.sparks.burst(
        { kind: 'puff', count: 3, colors: ['#f4efe2'], x: o.x, y: o.y, z: o.z, out: 0.6, life_s: 0.25, size: 0.05, light: 0.2 },
        this.timeS,
      );
  }

  private castStart(o: Outcome, ability: AbilityKind | undefined): void {
    const actor = this.find(o.a);
    if (!actor || !ability) return;
    const seconds = o.value / TICKS_PER_SECOND + 0.4;
    if (ability.visual === 'arrow') {
      actor.take('bow', seconds + 1);
      actor.motion.hold('bowDraw', seconds, 'bowHold');
    } else {
      if (ability.arms === 'focus') actor.take('focus', seconds + 1);
      actor.motion.hold('cast', seconds);
    }
    if (ability.reach === 'cone' || ability.reach === 'nova') {
      const { x, y, z } = actor.view;
      this.rings.cast(
        'disc',
        x,
        y,
        z,
        ability.radius_m ?? ability.range_m,
        ability.radius_m ?? ability.range_m,
        '#ff5a3a',
        o.value / TICKS_PER_SECOND,
        this.timeS,
        0.1,
        0.85,
      );
    }
  }

  /** Muzzle flash, tracer and where it struck. */
  private shot(actor: Actor, o: Outcome): void {
    const { view } = actor;
    const from: [number, number, number] = view.own
      ? [o.x, o.y - 0.12, o.z]
      : [view.x + Math.sin(view.yaw) * 0.95, view.y + 1.34, view.z - Math.cos(view.yaw) * 0.95];
    const to: [number, number, number] = [o.x2, o.y2, o.z2];
    this.streaks.put({ kind: 'tracer', from, to, color: '#ffe3a0', alpha: 0.95, width: [0.03, 0.03], life_s: 0.22 }, this.timeS);
    const [x, y, z] = from;
    const ahead: [number, number, number] = [Math.sin(view.yaw) * 2.2, 0.2, -Math.cos(view.yaw) * 2.2];
    if (!view.own)
      this.sparks.burst(
        { kind: 'star', count: 2, colors: ['#fff0b8', '#ffb347'], x, y, z, life_s: 0.09, size: 0.34, endSize: 0.5 },
        this.timeS,
      );
    this.sparks.burst(
      {
        kind: 'puff',
        count: 7,
        colors: ['#e9e6df', '#cfcac0'],
        x,
        y,
        z,
        push: ahead,
        out: 0.7,
        up: 0.4,
        pull: -0.5,
        life_s: 0.9,
        size: 0.12,
        endSize: 0.34,
        light: 0.1,
      },
      this.timeS,
    );
    if (!o.b) this.struckGround(...to);
  }

  private struckGround(x: number, y: number, z: number): void {
    const ground = this.ground();
    const low = ground ? y - ground.height(x, z) < 0.4 : true;
    this.sparks.burst(
      {
        kind: 'puff',
        count: 6,
        colors: low ? EARTH : ['#d8d2c6', '#b8b0a4'],
        x,
        y,
        z,
        out: 1.2,
        up: 1.4,
        pull: 4,
        life_s: 0.5,
        size: 0.08,
        endSize: 0.18,
        light: 0,
      },
      this.timeS,
    );
    this.sparks.burst(
      { kind: 'shard', count: 5, colors: ['#ffe3a0', '#ffb347'], x, y, z, out: 3, up: 1.5, pull: 9, life_s: 0.3, size: 0.05 },
      this.timeS,
    );
  }

  private nova(x: number, y: number, z: number, radius: number, colors: readonly string[], edge: string): void {
    this.rings.cast('wave', x, y, z, 0.6, radius, edge, 0.6, this.timeS, radius * 0.5, 1);
    this.rings.cast('line', x, y, z, 0.4, radius, '#fff0b8', 0.45, this.timeS, 0.35, 0.8);
    for (let k = 0; k < 18; k++) {
      const a = (k / 18) * Math.PI * 2;
      this.sparks.burst(
        {
          kind: 'flame',
          count: 2,
          colors,
          x: x + Math.cos(a) * 0.6,
          y: y + 0.3,
          z: z + Math.sin(a) * 0.6,
          push: [Math.cos(a) * radius * 1.7, 0.6, Math.sin(a) * radius * 1.7],
          out: 0.5,
          up: 0.6,
          life_s: 0.62,
          size: 0.3,
          endSize: 0.1,
        },
        this.timeS,
      );
    }
  }

  private wind(actor: Actor): void {
    const { x, y, z } = actor.view;
    actor.shine(0.8);
    this.rings.cast('line', x, y, z, 0.3, 1.6, '#dff6ea', 0.6, this.timeS, 0.3, 0.8);
    this.sparks.burst(
      {
        kind: 'shard',
        count: 22,
        colors: ['#eafff4', '#bff0dc'],
        x,
        y: y + 0.1,
        z,
        spread: 0.75,
        up: 2,
        life_s: 0.8,
        size: 0.07,
        orbit: true,
      },
      this.timeS,
    );
  }

  private kindle(id: number): void {
    const actor = this.find(id);
    if (!actor) return;
    const { x, y, z } = actor.view;
    this.sparks.burst(
      {
        kind: 'flame',
        count: 16,
        colors: FIRE,
        x,
        y: y + actor.guise.chest * 0.8,
        z,
        spread: 0.35,
        out: 0.8,
        up: 1.6,
        life_s: 0.6,
        size: 0.24,
        endSize: 0.04,
      },
      this.timeS,
    );
  }

  // ---- suffering ----

  private hit(o: Outcome, ability: AbilityKind | undefined): void {
    const actor = this.find(o.b);
    const heavy = (o.flags & (HIT_CRITICAL | HIT_HEAD)) !== 0;
    if (o.flags & HIT_PERIODIC) {
      actor?.shine(0.3);
      return;
    }
    actor?.struck(heavy ? 1 : 0.7);
    const x = actor ? actor.view.x : o.x;
    const y = actor ? actor.view.y + actor.guise.chest : o.y;
    const z = actor ? actor.view.z : o.z;
    if (actor && actor.distance > SEEN_M) return;
    const visual = ability?.visual ?? 'slash';
    const colors =
      visual === 'ember' || visual === 'nova' || visual === 'kindle'
        ? FIRE
        : visual === 'chill'
          ? CHILL
          : visual === 'wisp'
            ? COLD
            : ['#fff6d8', '#ffd27a', '#ffffff'];
    this.sparks.burst(
      {
        kind: 'star',
        count: heavy ? 2 : 1,
        colors,
        x,
        y,
        z,
        spread: 0.1,
        life_s: 0.16,
        size: heavy ? 0.5 : 0.34,
        endSize: heavy ? 0.75 : 0.5,
      },
      this.timeS,
    );
    this.sparks.burst(
      {
        kind: 'shard',
        count: heavy ? 12 : 7,
        colors,
        x,
        y,
        z,
        spread: 0.15,
        out: 3.4,
        up: 0.9,
        pull: 7,
        life_s: 0.42,
        size: 0.085,
        endSize: 0.02,
      },
      this.timeS,
    );
    this.sparks.burst(
      {
        kind: 'puff',
        count: 4,
        colors: ['#efe7d8', '#d9cbb4'],
        x,
        y,
        z,
        spread: 0.15,
        out: 1.1,
        up: 0.5,
        life_s: 0.4,
        size: 0.09,
        endSize: 0.2,
        light: 0,
      },
      this.timeS,
    );
  }

  private impact(o: Outcome, visual: string | null): void {
    if (!visual) return;
    const { x, y, z } = o;
    if (visual === 'arrow') {
      if (!o.a)
        this.sparks.burst(
          {
            kind: 'puff',
            count: 5,
            colors: EARTH,
            x,
            y,
            z,
            out: 0.8,
            up: 0.8,
            pull: 3,
            life_s: 0.4,
            size: 0.06,
            endSize: 0.14,
            light: 0,
          },
          this.timeS,
        );
      return;
    }
    const colors =
      visual === 'ember'
        ? FIRE
        : visual === 'web'
          ? ['#f4f4f2', '#d8d8dc']
          : visual === 'spit'
            ? ['#b7f06a', '#7fc24a', '#dff7a8']
            : COLD;
    const light = visual === 'web' || visual === 'spit' ? 0.15 : 1;
    this.sparks.burst(
      {
        kind: visual === 'ember' ? 'flame' : 'puff',
        count: 14,
        colors,
        x,
        y,
        z,
        spread: 0.15,
        out: 2.2,
        up: 0.8,
        life_s: 0.5,
        size: 0.2,
        endSize: 0.05,
        light,
      },
      this.timeS,
    );
    this.sparks.burst(
      { kind: 'glow', count: 1, colors: [colors[0]], x, y, z, life_s: 0.22, size: 0.9, endSize: 1.3, light: Math.max(0.4, light) },
      this.timeS,
    );
    if (visual === 'web') this.strands(x, y, z);
  }

  private strands(x: number, y: number, z: number): void {
    for (let k = 0; k < 7; k++) {
      const a = (k / 7) * Math.PI * 2;
      this.streaks.put(
        {
          kind: 'strand',
          from: [x, y, z],
          to: [x + Math.cos(a) * 0.7, y - 0.9 + (k % 3) * 0.3, z + Math.sin(a) * 0.7],
          color: '#f4f4f2',
          alpha: 0.8,
          width: [0.02, 0.012],
          life_s: 1.4,
          light: 0.2,
        },
        this.timeS,
      );
    }
  }

  private heal(o: Outcome): void {
    const actor = this.find(o.b);
    if (!actor || actor.distance > SEEN_M) return;
    const { x, y, z } = actor.view;
    if (o.flags & HIT_PERIODIC) {
      this.sparks.burst(
        {
          kind: 'cross',
          count: 2,
          colors: HEALING,
          x,
          y: y + actor.guise.chest,
          z,
          spread: 0.4,
          up: 0.8,
          life_s: 0.9,
          size: 0.075,
        },
        this.timeS,
      );
      return;
    }
    actor.shine(1);
    this.rings.cast('line', x, y, z, 1.1, 0.5, '#9df58f', 0.8, this.timeS, 0.2, 0.7);
    this.sparks.burst(
      { kind: 'cross', count: 9, colors: HEALING, x, y: y + 0.2, z, spread: 0.5, up: 1.5, life_s: 1, size: 0.1, endSize: 0.04 },
      this.timeS,
    );
    this.sparks.burst(
      { kind: 'glow', count: 14, colors: HEALING, x, y: y + 0.1, z, spread: 0.6, up: 1.6, life_s: 1, size: 0.09, orbit: true },
      this.timeS,
    );
  }

  private death(o: Outcome): void {
    const actor = this.find(o.a);
    if (!actor || actor.distance > SEEN_M) return;
    const { x, y, z } = actor.view;
    if (actor.guise.airy)
      this.sparks.burst(
        { kind: 'glow', count: 26, colors: COLD, x, y: y + 0.9, z, out: 2, up: 0.6, life_s: 0.9, size: 0.14, endSize: 0.02 },
        this.timeS,
      );
    else
      this.sparks.burst(
        {
          kind: 'puff',
          count: 10,
          colors: ['#efe7d8', '#d9cbb4', '#c9bba4'],
          x,
          y: y + 0.25,
          z,
          spread: 0.4,
          out: 1,
          up: 0.5,
          pull: -0.4,
          life_s: 0.9,
          size: 0.13,
          endSize: 0.3,
          light: 0,
        },
        this.timeS,
      );
  }

  private respawn(o: Outcome): void {
    const ground = this.ground();
    const y = o.y || (ground ? ground.height(o.x, o.z) : 0);
    this.column(o.x, y, o.z, '#bfe6ff', 3.2);
    this.sparks.burst(
      {
        kind: 'glow',
        count: 18,
        colors: COLD,
        x: o.x,
        y: y + 0.1,
        z: o.z,
        spread: 0.6,
        up: 1.7,
        life_s: 1.1,
        size: 0.09,
        orbit: true,
      },
      this.timeS,
    );
  }

  private emote(id: number, number: number): void {
    const actor = this.find(id);
    const clip = EMOTES[number];
    if (!actor || !clip) return;
    const take = actor.guise.takes[clip];
    if (!take) return;
    if (!take.upper) actor.motion.perform(clip, clip === 'sit' ? 600 : take.loop ? take.seconds * 3 : take.seconds);
    else if (take.loop) actor.motion.hold(clip, take.seconds * 3);
    else actor.motion.once(clip);
  }

  private land(o: Outcome): void {
    const actor = this.find(o.a);
    if (!actor) return;
    if (actor.view.speed < 1.5) actor.motion.perform('land', 0.3);
    const { x, y, z } = actor.view;
    this.dust(x, y, z, o.value > 0 ? 12 : 5);
  }

  private dust(x: number, y: number, z: number, count: number): void {
    this.sparks.burst(
      {
        kind: 'puff',
        count,
        colors: EARTH,
        x,
        y: y + 0.08,
        z,
        spread: 0.3,
        out: 1.3,
        up: 0.4,
        life_s: 0.6,
        size: 0.09,
        endSize: 0.24,
        light: 0,
      },
      this.timeS,
    );
  }

  private splash(id: number): void {
    const actor = this.find(id);
    if (!actor) return;
    const { x, z } = actor.view;
    this.sparks.burst(
      {
        kind: 'glow',
        count: 16,
        colors: ['#f4fcff', '#bfeaf4', '#8fd8e8'],
        x,
        y: 0.1,
        z,
        spread: 0.35,
        out: 1.4,
        up: 2.6,
        pull: 9,
        life_s: 0.7,
        size: 0.13,
        endSize: 0.05,
        light: 0.3,
      },
      this.timeS,
    );
    this.rings.cast('line', x, 0.05, z, 0.3, 1.9, '#f4fcff', 0.9, this.timeS, 0.16, 0.7);
  }

  private aggro(id: number): void {
    const actor = this.find(id);
    if (!actor || actor.distance > 40) return;
    const { view, guise } = actor;
    this.sparks.burst(
      {
        kind: 'star',
        count: 1,
        colors: ['#ff6a4a'],
        x: view.x,
        y: view.y + guise.height + 0.25,
        z: view.z,
        up: 0.4,
        life_s: 0.6,
        size: 0.2,
        endSize: 0.28,
        light: 0.2,
      },
      this.timeS,
    );
  }

  private column(x: number, y: number, z: number, color: string, height: number): void {
    for (const width of [0.75, 0.4])
      this.streaks.put(
        { kind: 'column', from: [x, y, z], to: [x, y + height, z], color, alpha: 0.75, width: [width, width * 0.7], life_s: 1.3 },
        this.timeS,
      );
  }

  levelUp(id: number): void {
    const actor = this.find(id);
    if (!actor) return;
    const { x, y, z } = actor.view;
    actor.shine(1.6);
    this.column(x, y, z, '#ffd97a', 5.5);
    this.rings.cast('wave', x, y, z, 0.4, 3.4, '#ffd97a', 1, this.timeS, 2.2, 0.9);
    this.rings.cast('line', x, y, z, 0.5, 2.6, '#fff3c9', 1.2, this.timeS, 0.2, 0.9);
    this.sparks.burst(
      {
        kind: 'star',
        count: 20,
        colors: ['#ffe6a0', '#fff6d8', '#f0bf4c'],
        x,
        y: y + 0.2,
        z,
        spread: 0.8,
        up: 2.6,
        life_s: 1.5,
        size: 0.11,
        endSize: 0.03,
        orbit: true,
      },
      this.timeS,
    );
    this.sparks.burst(
      {
        kind: 'glow',
        count: 24,
        colors: ['#ffe6a0', '#f0bf4c'],
        x,
        y: y + 1,
        z,
        out: 2.6,
        up: 1.2,
        pull: 2,
        life_s: 1.2,
        size: 0.12,
        endSize: 0.02,
      },
      this.timeS,
    );
  }

  // ---- each frame ----

  private whereIs(id: number) {
    return this.find(id)?.view ?? null;
  }

  update(timeS: number, dtS: number, shown: readonly Actor[]): void {
    this.timeS = timeS;
    this.projectiles.step(timeS, dtS, id => this.whereIs(id));
    if (timeS >= this.nextAura || timeS < this.nextAura - 1) {
      this.nextAura = timeS + 0.12;
      for (const actor of shown) if (actor.distance < 45) this.aura(actor);
    }
    this.sparks.flush(timeS);
    this.streaks.flush(timeS);
    this.arcs.flush(timeS);
  }

  /** What runs on a body: flames, frost, stars round the head, glimmer of a wisp, footfall dust. */
  private aura(actor: Actor): void {
    const { view, guise } = actor;
    const { x, y, z, flags } = view;
    if (flags & FLAG_DEAD) return;
    const at = { x, z };
    if (flags & FLAG_BURNING)
      this.sparks.burst(
        {
          kind: 'flame',
          count: 2,
          colors: FIRE,
          ...at,
          y: y + guise.height * 0.45,
          spread: 0.28 * guise.size,
          up: 1.3,
          life_s: 0.55,
          size: 0.19,
          endSize: 0.04,
        },
        this.timeS,
      );
    if (flags & FLAG_SLOWED)
      this.sparks.burst(
        { kind: 'shard', count: 1, colors: COLD, ...at, y: y + 0.25, spread: 0.35, up: 0.3, life_s: 0.7, size: 0.06 },
        this.timeS,
      );
    if (flags & FLAG_STUNNED)
      this.sparks.burst(
        {
          kind: 'star',
          count: 1,
          colors: ['#ffe27a', '#fff3c0'],
          ...at,
          y: y + guise.height + 0.05,
          spread: 0.3,
          life_s: 0.8,
          size: 0.1,
          endSize: 0.1,
          orbit: true,
          light: 0.3,
        },
        this.timeS,
      );
    if (guise.airy)
      this.sparks.burst(
        {
          kind: 'glow',
          count: 1,
          colors: COLD,
          ...at,
          y: y + guise.chest,
          spread: 0.35,
          up: 0.35,
          life_s: 1.1,
          size: 0.07,
          endSize: 0.01,
        },
        this.timeS,
      );
    if (view.speed > 6.4 && view.vy === 0 && !guise.airy)
      this.sparks.burst(
        {
          kind: 'puff',
          count: 1,
          colors: EARTH,
          ...at,
          y: y + 0.06,
          spread: 0.15,
          up: 0.3,
          life_s: 0.5,
          size: 0.06,
          endSize: 0.16,
          light: 0,
        },
        this.timeS,
      );
  }
}
