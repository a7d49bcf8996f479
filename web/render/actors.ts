// People, creatures, plates, rings, effects and the weapon in the hand, behind the one seam of parts.ts.
// In: FrameView and outcomes. Out: objects in the stage's scene, and the weapon drawn over it.
import { Vector3 } from 'three';
import { FLAG_CASTING, FLAG_DEAD } from '../../assembly/layout';
import type { Actor } from './actor';
import type { Banners } from './banners';
import type { ActorView, FrameView, Ground, Renderer, Tier } from './contract';
import { Effects } from './effects';
import { HandWeapon } from './handweapon';
import { LootBags } from './lootbags';
import { LootBeams } from './lootbeams';
import { display } from './overlaymaterial';
import type { Actors, CreateActors, Stage } from './parts';
import { Plates } from './plates';
import { Rings } from './rings';
import { Tally } from './tally';
import { Troupe } from './troupe';

type Palette = 'default' | 'deutan' | 'tritan';
const RING_COLORS: Record<Palette, Record<ActorView['stance'], string>> = {
  default: { self: '#8fe08a', friend: '#7fb6ff', foe: '#ff5a3a', neutral: '#ffd24a', villager: '#b6f08a' },
  deutan: { self: '#9fd4ff', friend: '#7fb6ff', foe: '#ffb000', neutral: '#fff3c9', villager: '#bfe6ff' },
  tritan: { self: '#8ff0e0', friend: '#bff0ee', foe: '#ff4a72', neutral: '#f6d6e6', villager: '#8ff0d0' },
};
const SHADOW: readonly [number, number, number] = [0.05, 0.07, 0.1];
const GOAL: readonly [number, number, number] = [1, 0.8, 0.28];
const GUIDE = display('#ffd97a');
const DUEL = display('#ffb45a');
/** Farther than this the place one is led to is not marked on the ground. */
const LED_M = 90;
const BLOB_M = 60;
/** A click this far from a body's outline still means it. */
const PICK_SLACK_PX = 10;

class Stagehands {
  private readonly troupe = new Troupe();
  private readonly tally = new Tally();
  private took_ms = 0;
  private readonly rings = new Rings();
  private readonly blobs = new Rings(10, 2, 400, 60);
  private readonly effects: Effects;
  private readonly plates: Plates;
  private readonly weapon: HandWeapon;
  private readonly bags: LootBags;
  private readonly beams: LootBeams;
  private banners: Banners | null = null;
  private wantsBanners = false;
  private ground: Ground | null = null;
  private tier: Tier;
  private palette: Palette = 'default';
  private readonly point = new Vector3();

  constructor(private readonly stage: Stage) {
    this.effects = new Effects(
      id => this.troupe.get(id),
      this.rings,
      () => this.ground,
    );
    this.plates = new Plates(stage.gl);
    this.weapon = new HandWeapon(stage);
    const { sparks, streaks, arcs, projectiles } = this.effects.spectacle;
    this.bags = new LootBags(sparks, (x, z) => this.ground?.height(x, z) ?? 0);
    this.beams = new LootBeams(streaks);
    const objects = [
      this.troupe.cast.crowd.group,
      this.blobs.mesh,
      this.rings.mesh,
      projectiles.mesh,
      this.bags.mesh,
      streaks.mesh,
      sparks.mesh,
      arcs.mesh,
      this.plates.mesh,
    ];
    for (const each of objects) this.tally.add(each);
    stage.scene.add(...objects);
    this.tier = stage.tier;
    this.setTier(stage.tier);
  }

  async load(ground: Ground): Promise<void> {
    this.ground = ground;
  }

  setTier(tier: Tier): void {
    this.tier = tier;
    this.troupe.setTier(tier);
    this.plates.setTier(tier);
    this.effects.spectacle.sparks.plenty = tier === 'test' ? 0.3 : tier === 'low' ? 0.55 : 1;
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.plates.setPalette(palette);
  }

  frame(view: FrameView): void {
    const { camera, size } = this.stage;
    const from_ms = performance.now();
    this.tally.begin();
    this.troupe.update(view, camera);
    this.effects.update(view.timeS, view.dtS, this.troupe.shown, view.reducedMotion);
    this.bags.update(view.ground, view.timeS, view.reducedMotion);
    this.showBanners(view.banners);
    this.markGround(view);
    this.shadeGround(view);
    this.plates.update(view, this.troupe.shown, camera, size.width, size.height);
    this.took_ms = performance.now() - from_ms;
  }

  overlay(view: FrameView): void {
    const { render } = this.stage.gl.info;
    const { calls, triangles } = render;
    this.weapon.draw(view);
    this.tally.calls += render.calls - calls;
    this.tally.triangles += render.triangles - triangles;
  }

  get cost(): Actors['cost'] {
    const { calls, triangles } = this.tally;
    return { calls, triangles, ms: this.took_ms };
  }

  /** What draws them is fetched when the first one stands: most places have none. */
  private showBanners(banners: FrameView['banners']): void {
    this.banners?.update(banners, (x, z) => this.ground?.height(x, z) ?? 0);
    if (!banners.length || this.wantsBanners) return;
    this.wantsBanners = true;
    import('./banners').then(
      module => {
        this.banners = new module.Banners();
        this.tally.add(this.banners.mesh);
        this.stage.scene.add(this.banners.mesh);
      },
      failed => {
        console.warn('banners did not load', failed);
      },
    );
  }

  private markGround(view: FrameView): void {
    this.rings.begin();
    const mark = (actor: Actor | undefined, kind: 'line' | 'dashed' | 'ticks', alpha: number) => {
      if (!actor) return;
      const { x, y, z, stance } = actor.view;
      const beat = view.reducedMotion ? 0 : 0.03 * Math.sin(view.timeS * 4);
      const radius = (0.42 + 0.32 * actor.guise.height * (actor.guise.height < 1.6 ? 1 : 0.5)) * (1 + beat);
      this.rings.put(
        kind,
        x,
        y,
        z,
        radius,
        display(RING_COLORS[this.palette][stance]),
        alpha,
        0.085,
        view.reducedMotion ? 0 : view.timeS * 0.6,
      );
    };
    for (const id of view.selected) if (id !== view.target) mark(this.troupe.get(id), 'line', 0.85);
    if (view.hover && view.hover !== view.target) mark(this.troupe.get(view.hover), 'ticks', 0.6);
    // Shape tells hostility as well as colour: foes have a dashed ring.
    const target = view.target ? this.troupe.get(view.target) : undefined;
    mark(target, target?.view.stance === 'foe' ? 'dashed' : 'line', 1);
    for (const actor of this.troupe.shown) {
      if (actor.inSight && actor.distance < 30 && actor.view.flags & FLAG_CASTING && actor.view.stance !== 'foe')
        this.rings.put('line', actor.view.x, actor.view.y, actor.view.z, 0.62, [1, 0.85, 0.5], 0.35, 0.05);
    }
    for (const { x, y, z, radius } of view.goals)
      this.rings.put('dashed', x, y, z, radius, GOAL, 0.8, 0.28, view.reducedMotion ? 0 : view.timeS * 0.08);
    this.markDuel(view);
    const colors = RING_COLORS[this.palette];
    this.beams.update(view.loot, this.rings, view.camera, this.palette, view.timeS, view.reducedMotion);
    this.leadOn(view);
    this.effects.warn(view.timeS, display(colors.foe), display(colors.self), view.reducedMotion);
    this.rings.end(view.timeS);
  }

  /** The border of one's duel, and the flag's place in its middle; off it the border is a threat. */
  private markDuel({ duel, timeS, reducedMotion }: FrameView): void {
    if (!duel) return;
    const { x, z, radius, isOut } = duel;
    const y = this.ground?.height(x, z) ?? 0;
    const color = isOut ? display(RING_COLORS[this.palette].foe) : DUEL;
    this.rings.put('line', x, y, z, radius, color, 0.95, 0.5);
    this.rings.put('dashed', x, y, z, radius - 0.9, color, 0.6, 0.35, reducedMotion ? 0 : timeS * 0.05);
    this.rings.put('ticks', x, y, z, 1.1, DUEL, 0.9, 0.2, reducedMotion ? 0 : timeS * 0.4);
    this.rings.put('line', x, y, z, 0.7, DUEL, 0.8, 0.3);
  }

  /** Marks the place the player is led to once he can see it. */
  private leadOn({ guide, camera, timeS, reducedMotion }: FrameView): void {
    if (!guide || Math.hypot(guide.x - camera.x, guide.z - camera.z) > LED_M) return;
    const turn = reducedMotion ? 0 : timeS * 0.5;
    this.rings.put('ticks', guide.x, guide.y, guide.z, 1.15, GUIDE, 0.9, 0.12, turn);
    this.rings.put('line', guide.x, guide.y, guide.z, 0.85, GUIDE, 0.35, 0.5);
  }

  /** Blobs where the tier draws no real shadows. */
  private shadeGround(view: FrameView): void {
    this.blobs.begin();
    if (this.tier === 'low' || this.tier === 'test') {
      for (const actor of this.troupe.shown) {
        const { view: body, guise, distance } = actor;
        if (!actor.inSight || distance > BLOB_M || guise.airy) continue;
        const wide = actor.steed ? 1 : guise.height < 1.5 ? 0.6 * guise.size : 0.62;
        this.blobs.put(
          'blob',
          body.x,
          body.y,
          body.z,
          body.flags & FLAG_DEAD ? wide * 1.5 : wide,
          SHADOW,
          // What fog hides casts no blob either.
          0.55 * actor.presence * (1 - view.sky.fog * Math.min(1, distance / 25)),
          1,
        );
      }
    }
    this.blobs.end(view.timeS);
  }

  /** The body whose outline is nearest to a CSS pixel, the one in front when several are. */
  pick(x: number, y: number): number {
    const { camera, size } = this.stage;
    let best = 0;
    let bestScore = Number.POSITIVE_INFINITY;
    for (const actor of this.troupe.shown) {
      const { view, guise, distance } = actor;
      if (view.own || !actor.inSight || actor.presence < 0.3) continue;
      const lying = (view.flags & FLAG_DEAD) !== 0;
      const middle = this.point.set(view.x, view.y + (lying ? 0.25 : (actor.lift + guise.height) * 0.5), view.z).project(camera);
      if (middle.z > 1) continue;
      const pixelsPerMetre = size.height / 2 / (Math.tan((camera.fov * Math.PI) / 360) * distance);
      const sx = (middle.x * 0.5 + 0.5) * size.width;
      const sy = (0.5 - middle.y * 0.5) * size.height;
      const halfHeight = (lying ? 0.35 : (actor.lift + guise.height) * 0.52) * pixelsPerMetre;
      const halfWidth = (lying ? 0.8 : Math.max(0.38, guise.height < 1.6 ? 0.5 * guise.size : 0.38)) * pixelsPerMetre;
      const away = Math.hypot(Math.max(0, Math.abs(x - sx) - halfWidth), Math.max(0, Math.abs(y - sy) - halfHeight));
      if (away > PICK_SLACK_PX) continue;
      const score = distance + away * 2 + (lying ? 4 : 0);
      if (score < bestScore) {
        bestScore = score;
        best = view.id;
      }
    }
    return best;
  }

  show: Effects['show'] = outcome => this.effects.show(outcome);
  levelUp = (id: number) => this.effects.levelUp(id);
  questDone = (id: number) => this.effects.questDone(id);
  layAreas: Renderer['layAreas'] = (boss, laid, dropped, early_s) => this.effects.layAreas(boss, laid, dropped, early_s);
  recoil = () => this.weapon.recoil();
}

export const createActors: CreateActors = stage => new Stagehands(stage);
