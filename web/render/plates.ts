// Names, titles, health bars and marks over heads: one instanced draw. In: bodies shown. Out: plates of the most relevant ones (relevance.ts),
// pushed apart on the screen; who finds no room has none, and none comes or goes at a blow.
import { type PerspectiveCamera, type ShaderMaterial, Vector2, Vector3, type WebGLRenderer } from 'three';
import { FLAG_COMBAT, FLAG_DEAD } from '../../assembly/layout';
import { sightPercent } from '../../src/shared/rules/weather';
import type { Actor } from './actor';
import type { ActorView, FrameView, Tier } from './contract';
import { Instances } from './instances';
import { display, overlayMaterial } from './overlaymaterial';
import { PLATE_FRAGMENT, PLATE_VERTEX } from './plateshader';
import { type Palette, PlateText } from './platetext';
import { ALWAYS, PLATES_M, Relevant, relevance, type Standing } from './relevance';
import { square } from './sparks';

const MOST: Record<Tier, number> = { test: 12, low: 24, medium: 40, high: 60 };
/** What one plate takes of the screen: pixels down, and across for each letter of a name or a title and for what lies about them. */
const ROW_PX = 30;
const NAME_LETTER_PX = 8.8;
const TITLE_LETTER_PX = 6.4;
const ROUND_PX = 10;
const LEAST_WIDTH_PX = 80;
/** A plate that is shown keeps its place in a little less room, one that was hidden wants a little more. */
const KEEPS = 0.9;
const WANTS = 1.15;
/** Plates make way upwards, so far at most. */
const MOST_LIFT_PX = 66;
const LIFTS_PER_S = 10;
const FADES_PER_S = 6;
/** Plates that nobody has seen for a while are forgotten when there are so many. */
const MOST_KEPT = 900;

type Colour = readonly [number, number, number];
const bars = (colours: Record<ActorView['stance'], string>): Record<ActorView['stance'], Colour> => ({
  self: display(colours.self),
  friend: display(colours.friend),
  foe: display(colours.foe),
  neutral: display(colours.neutral),
  villager: display(colours.villager),
});
/** Bar colours by how a body stands to the player, for each colour-vision palette. */
const BARS: Record<Palette, Record<ActorView['stance'], Colour>> = {
  default: bars({ self: '#5fd068', friend: '#6aa8ff', foe: '#e8603f', neutral: '#e6c24a', villager: '#8fc45a' }),
  deutan: bars({ self: '#58b0ff', friend: '#7fa6ff', foe: '#f09a00', neutral: '#e8e2b8', villager: '#7cc8f0' }),
  tritan: bars({ self: '#49d6c2', friend: '#9fdcd8', foe: '#e8456b', neutral: '#d9b9cf', villager: '#7fd8c4' }),
};
const MARKS: Record<ActorView['mark'], number> = { '': 0, offer: 1, turnin: 2, shop: 3, loot: 4 };

interface Plate extends Standing {
  actor: Actor;
  x: number;
  y: number;
  width: number;
  lift: number;
  /** No room was left for it. */
  crowded: boolean;
  /** 0..1, how far it has come up. */
  shown: number;
}

export class Plates {
  private readonly instances: Instances;
  private readonly screen = new Vector2(1, 1);
  private readonly text: PlateText;
  private readonly relevant = new Relevant<Plate>();
  private readonly plates = new Map<number, Plate>();
  /** Those that can be seen, some of them fading, the least relevant first. */
  private readonly seen: Plate[] = [];
  private readonly taken: Plate[] = [];
  private most = MOST.medium;
  private palette: Palette = 'default';
  private readonly point = new Vector3();

  constructor(gl: WebGLRenderer) {
    this.text = new PlateText(gl);
    const material: ShaderMaterial = overlayMaterial(PLATE_VERTEX, PLATE_FRAGMENT, {
      uAtlas: { value: this.text.atlas },
      uScreen: { value: this.screen },
      uFar: { value: PLATES_M },
    });
    material.depthTest = true;
    this.instances = new Instances(square(), ['aAt', 'aBar', 'aMore'], material, 128, 90);
  }

  get mesh() {
    return this.instances.mesh;
  }

  setTier(tier: Tier): void {
    this.most = MOST[tier];
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.text.setPalette(palette);
  }

  /** `shown`: bodies near enough to be seen. Sizes in CSS pixels. */
  update(view: FrameView, shown: readonly Actor[], camera: PerspectiveCamera, width: number, height: number): void {
    this.screen.set(width, height);
    this.text.begin();
    this.choose(view, shown);
    this.place(view.dtS, camera, width, height);
    this.fade(view.dtS);
    this.instances.begin();
    for (const plate of this.seen) this.draw(view, plate);
    this.instances.end();
  }

  private choose(view: FrameView, shown: readonly Actor[]): void {
    const { relevant } = this;
    relevant.begin(this.most, view.timeS);
    for (const actor of shown) {
      if (!actor.inSight) continue;
      const { id } = actor.view;
      const weight = relevance(actor.view, actor.distance, view.heeds.get(id) ?? 0, view);
      if (weight > 0 && (actor.presence > 0.05 || weight >= 900)) relevant.offer(this.plateOf(actor), weight);
    }
    relevant.end();
  }

  private plateOf(actor: Actor): Plate {
    const known = this.plates.get(actor.view.id);
    if (known) {
      known.actor = actor;
      return known;
    }
    if (this.plates.size > MOST_KEPT) this.tidy();
    const made: Plate = { actor, weight: 0, sinceS: 0, chosen: -1, x: 0, y: 0, width: 0, lift: 0, crowded: false, shown: 0 };
    this.plates.set(actor.view.id, made);
    return made;
  }

  private tidy(): void {
    for (const [id, plate] of this.plates) if (plate.chosen < 0 && plate.shown === 0) this.plates.delete(id);
  }

  /** Lifts plates that would cover a more relevant one, as far as that goes; the lift eases, so that nothing jumps. */
  private place(dtS: number, camera: PerspectiveCamera, width: number, height: number): void {
    const { taken } = this;
    taken.length = 0;
    for (const plate of this.relevant.order) {
      const { view, guise, lift: saddle } = plate.actor;
      const at = this.point.set(view.x, view.y + saddle + guise.height + 0.12, view.z).project(camera);
      plate.x = (at.x * 0.5 + 0.5) * width;
      const base = (0.5 - at.y * 0.5) * height;
      const room = plate.shown > 0 && !plate.crowded ? KEEPS : WANTS;
      const outside = at.z > 1 || Math.abs(at.x) > 1.1 || Math.abs(at.y) > 1.2;
      plate.width = widthOf(view);
      const lift = outside ? -1 : this.freeAbove(plate, base, room);
      plate.crowded = lift < 0 && plate.weight < ALWAYS;
      if (plate.crowded || outside) continue;
      const to = Math.max(0, lift);
      plate.lift = plate.shown === 0 ? to : plate.lift + (to - plate.lift) * Math.min(1, dtS * LIFTS_PER_S);
      // Others keep clear of where it is going to be.
      plate.y = base - to;
      taken.push(plate);
    }
  }

  /** Pixels by which a plate must rise to stand free; -1: too many. */
  private freeAbove(plate: Plate, base: number, room: number): number {
    let lift = 0;
    for (let tries = 0; tries < 4 && lift <= MOST_LIFT_PX; tries++) {
      // One that was lifted comes down when there is room to spare, or it would go up and down.
      const clash = this.clash(plate, base - lift, lift === 0 && plate.lift > ROW_PX / 2 ? WANTS : room);
      if (!clash) return lift;
      lift = base - clash.y + ROW_PX + 1;
    }
    return -1;
  }

  private clash(plate: Plate, y: number, room: number): Plate | undefined {
    for (const other of this.taken) {
      const apart = (other.width + plate.width) / 2;
      if (Math.abs(other.x - plate.x) < apart * room && Math.abs(other.y - y) < ROW_PX * room) return other;
    }
    return undefined;
  }

  /** Those that are wanted come up, the others go. */
  private fade(dtS: number): void {
    const { order } = this.relevant;
    const { seen } = this;
    let kept = 0;
    for (const plate of seen) {
      if (plate.chosen >= 0) continue;
      plate.shown = Math.max(0, plate.shown - dtS * FADES_PER_S);
      if (plate.shown > 0) seen[kept++] = plate;
    }
    seen.length = kept;
    // The most relevant last, so that they lie over the others.
    for (let i = order.length - 1; i >= 0; i--) {
      const plate = order[i];
      const step = dtS * FADES_PER_S;
      plate.shown = plate.crowded ? Math.max(0, plate.shown - step) : Math.min(1, plate.shown + step);
      if (plate.shown > 0) seen.push(plate);
    }
  }

  private draw(view: FrameView, { actor, weight, lift, shown }: Plate): void {
    const { view: body, guise } = actor;
    const cell = body.name ? this.text.cell(body, view.timeS) : -1;
    const colour = BARS[this.palette][body.stance];
    const aimed = body.id === view.target || body.id === view.hover;
    const wild = body.stance === 'foe' || body.stance === 'neutral';
    const hurt = wild ? body.hp < 1 || (body.flags & FLAG_COMBAT) !== 0 : body.hp < 0.995;
    const barred = !(body.flags & FLAG_DEAD) && (hurt || aimed);
    const sight_m = (PLATES_M * sightPercent(view.sky)) / 100;
    const near = Math.min(1, Math.max(0, (sight_m - actor.distance) / 10)) * actor.presence * (aimed ? 1 : 0.94);
    this.instances.put(
      body.x,
      body.y + actor.lift + guise.height + 0.12,
      body.z,
      cell,
      colour[0],
      colour[1],
      colour[2],
      barred ? body.hp : -1,
      MARKS[body.mark],
      lift,
      (weight >= ALWAYS ? Math.max(near, 0.9) : near) * shown,
      0,
    );
  }
}

function widthOf({ name, title }: ActorView): number {
  return Math.max(LEAST_WIDTH_PX, name.length * NAME_LETTER_PX, title.length * TITLE_LETTER_PX) + ROUND_PX;
}
