// Names, titles, health bars and marks over heads: one instanced draw, text from an atlas drawn cell by cell. In: bodies shown. Out: plates of the
// most relevant ones, pushed apart on the screen.
import {
  CanvasTexture,
  DataTexture,
  LinearFilter,
  RGBAFormat,
  type ShaderMaterial,
  UnsignedByteType,
  Vector2,
  Vector3,
  type WebGLRenderer,
} from 'three';
import { CLASS_PLAYER, FLAG_COMBAT, FLAG_DEAD } from '../../assembly/layout';
import type { Actor } from './actor';
import type { ActorView, FrameView, Tier } from './contract';
import { Instances } from './instances';
import { display, overlayMaterial } from './overlaymaterial';
import { COLUMNS, PLATE_FRAGMENT, PLATE_VERTEX, ROWS } from './plateshader';
import { square } from './sparks';

const CELL_W = 256;
const CELL_H = 64;
const CELLS = COLUMNS * ROWS;
/** Names drawn into the atlas per frame at most: drawing text is slow. */
const NEW_PER_FRAME = 4;
const MOST: Record<Tier, number> = { test: 12, low: 24, medium: 40, high: 60 };
const FAR_M = 48;
/** Plates at least this relevant are shown even where there is no room: target, hover, marks. */
const ALWAYS = 420;
/** What one plate takes of the screen. */
const ROOM_PX = [104, 32] as const;

/** Text and bar colours by how a body stands to the player, for each colour-vision palette. */
const STANCES: Record<'default' | 'deutan' | 'tritan', Record<ActorView['stance'], string>> = {
  default: { self: '#8fe08a', friend: '#cfe3ff', foe: '#ff8a6b', neutral: '#ffe08a', villager: '#d8f0b0' },
  deutan: { self: '#9fd4ff', friend: '#cfe3ff', foe: '#ffb000', neutral: '#f4f0d8', villager: '#bfe6ff' },
  tritan: { self: '#8ff0e0', friend: '#dff6f4', foe: '#ff6f8d', neutral: '#f3e3ee', villager: '#bff0e4' },
};
const BARS: Record<'default' | 'deutan' | 'tritan', Record<ActorView['stance'], string>> = {
  default: { self: '#5fd068', friend: '#6aa8ff', foe: '#e8603f', neutral: '#e6c24a', villager: '#8fc45a' },
  deutan: { self: '#58b0ff', friend: '#7fa6ff', foe: '#f09a00', neutral: '#e8e2b8', villager: '#7cc8f0' },
  tritan: { self: '#49d6c2', friend: '#9fdcd8', foe: '#e8456b', neutral: '#d9b9cf', villager: '#7fd8c4' },
};
const MARKS: Record<ActorView['mark'], number> = { '': 0, offer: 1, turnin: 2, shop: 3, loot: 4 };

interface Placed {
  actor: Actor;
  weight: number;
  x: number;
  y: number;
  /** No room was left for it. */
  crowded: boolean;
}

export class Plates {
  private readonly instances: Instances;
  private readonly screen = new Vector2(1, 1);
  private readonly atlas: DataTexture;
  private readonly page = document.createElement('canvas');
  private readonly pen: CanvasRenderingContext2D;
  private readonly pageTexture: CanvasTexture;
  private readonly cells = new Map<string, number>();
  private readonly lastUsed = new Float64Array(CELLS);
  private readonly keyOf: string[] = new Array(CELLS).fill('');
  private drawnNow = 0;
  private most = MOST.medium;
  private palette: 'default' | 'deutan' | 'tritan' = 'default';
  private readonly lifts = new Map<number, number>();
  private readonly point = new Vector3();

  constructor(private readonly gl: WebGLRenderer) {
    this.atlas = new DataTexture(
      new Uint8Array(COLUMNS * CELL_W * ROWS * CELL_H * 4),
      COLUMNS * CELL_W,
      ROWS * CELL_H,
      RGBAFormat,
      UnsignedByteType,
    );
    this.atlas.minFilter = LinearFilter;
    this.atlas.magFilter = LinearFilter;
    this.atlas.needsUpdate = true;
    this.page.width = CELL_W;
    this.page.height = CELL_H;
    this.pen = this.page.getContext('2d')!;
    this.pageTexture = new CanvasTexture(this.page);
    this.pageTexture.generateMipmaps = false;
    this.pageTexture.minFilter = LinearFilter;
    // Flags of the atlas rule the copy of a cell into it.
    this.atlas.premultiplyAlpha = true;
    const material: ShaderMaterial = overlayMaterial(PLATE_VERTEX, PLATE_FRAGMENT, {
      uAtlas: { value: this.atlas },
      uScreen: { value: this.screen },
      uFar: { value: FAR_M },
    });
    material.depthTest = true;
    this.instances = new Instances(square(), ['aAt', 'aBar', 'aMore'], material, 96, 90);
  }

  get mesh() {
    return this.instances.mesh;
  }

  setTier(tier: Tier): void {
    this.most = MOST[tier];
  }

  setPalette(palette: 'default' | 'deutan' | 'tritan'): void {
    this.palette = palette;
    this.cells.clear();
    this.keyOf.fill('');
  }

  /** `shown`: bodies in sight, near ones first. `project`: clip space of a point. Sizes in CSS pixels. */
  update(view: FrameView, shown: readonly Actor[], project: (point: Vector3) => Vector3, width: number, height: number): void {
    this.screen.set(width, height);
    this.drawnNow = 0;
    const chosen = this.choose(view, shown);
    this.place(chosen, project, width, height);
    this.instances.begin();
    // Far ones first, so that near ones lie over them.
    for (let i = chosen.length - 1; i >= 0; i--) if (!chosen[i].crowded) this.draw(view, chosen[i]);
    this.instances.end();
  }

  private choose(view: FrameView, shown: readonly Actor[]): Placed[] {
    const picked: Placed[] = [];
    for (const actor of shown) {
      const weight = relevance(view, actor);
      if (weight > 0) picked.push({ actor, weight, x: 0, y: 0, crowded: false });
    }
    picked.sort((a, b) => b.weight - a.weight);
    if (picked.length > this.most) picked.length = this.most;
    return picked;
  }

  /** Lifts plates that would cover a more relevant one; the lift eases, so that nothing jumps. */
  private place(chosen: Placed[], project: (point: Vector3) => Vector3, width: number, height: number): void {
    const taken: Placed[] = [];
    for (const plate of chosen) {
      const { view, guise } = plate.actor;
      const at = project(this.point.set(view.x, view.y + guise.height + 0.12, view.z));
      plate.x = (at.x * 0.5 + 0.5) * width;
      let lift = 0;
      const base = (0.5 - at.y * 0.5) * height;
      for (let tries = 0; tries < 4; tries++) {
        const y = base - lift;
        const clash = taken.find(t => Math.abs(t.x - plate.x) < ROOM_PX[0] && Math.abs(t.y - y) < ROOM_PX[1]);
        if (!clash) break;
        lift = base - clash.y + ROOM_PX[1] + 1;
      }
      const eased = this.lifts.get(view.id) ?? lift;
      const now = eased + (Math.min(lift, 110) - eased) * 0.2;
      this.lifts.set(view.id, now);
      plate.crowded =
        plate.weight < ALWAYS && taken.some(t => Math.abs(t.x - plate.x) < ROOM_PX[0] && Math.abs(t.y - base + lift) < ROOM_PX[1]);
      if (plate.crowded) continue;
      plate.y = base - now;
      taken.push(plate);
    }
    if (this.lifts.size > 400) this.lifts.clear();
  }

  private draw(view: FrameView, { actor }: Placed): void {
    const { view: body, guise } = actor;
    const named = body.name !== '';
    const cell = named ? this.cell(body, view.timeS) : -1;
    const [r, g, b] = display(BARS[this.palette][body.stance]);
    const aimed = body.id === view.target || body.id === view.hover;
    const barred =
      !(body.flags & FLAG_DEAD) &&
      (body.stance === 'foe' || body.stance === 'neutral'
        ? body.hp < 1 || aimed || (body.flags & FLAG_COMBAT) !== 0
        : body.hp < 0.995 || body.cls === CLASS_PLAYER || aimed);
    const fade = Math.min(1, Math.max(0, (FAR_M - actor.distance) / 10)) * actor.presence * (aimed ? 1 : 0.94);
    this.instances.put(
      body.x,
      body.y + guise.height + 0.12,
      body.z,
      cell,
      r,
      g,
      b,
      barred ? body.hp : -1,
      MARKS[body.mark],
      this.lifts.get(body.id) ?? 0,
      body.mark || aimed ? Math.max(fade, 0.9) : fade,
      0,
    );
  }

  /** The atlas cell of a name, drawn when it is new; -1 while too many are waiting. */
  private cell(body: ActorView, timeS: number): number {
    const key = `${body.stance}|${body.name}|${body.title}|${body.cls === CLASS_PLAYER ? 0 : body.level}`;
    const known = this.cells.get(key);
    if (known !== undefined) {
      this.lastUsed[known] = timeS;
      return known;
    }
    if (this.drawnNow >= NEW_PER_FRAME) return -1;
    this.drawnNow++;
    const cell = this.oldest();
    this.cells.delete(this.keyOf[cell]);
    this.cells.set(key, cell);
    this.keyOf[cell] = key;
    this.lastUsed[cell] = timeS;
    this.write(body);
    this.gl.copyTextureToTexture(
      this.pageTexture,
      this.atlas,
      null,
      new Vector2((cell % COLUMNS) * CELL_W, Math.floor(cell / COLUMNS) * CELL_H),
    );
    return cell;
  }

  private oldest(): number {
    let best = 0;
    for (let i = 0; i < CELLS; i++) {
      if (!this.keyOf[i]) return i;
      if (this.lastUsed[i] < this.lastUsed[best]) best = i;
    }
    return best;
  }

  private write(body: ActorView): void {
    const { pen } = this;
    pen.clearRect(0, 0, CELL_W, CELL_H);
    pen.textAlign = 'center';
    pen.lineJoin = 'round';
    const put = (words: string, font: string, y: number, color: string) => {
      pen.font = font;
      pen.lineWidth = 5;
      pen.strokeStyle = 'rgba(10,14,24,.88)';
      pen.strokeText(words, CELL_W / 2, y, CELL_W - 10);
      pen.fillStyle = color;
      pen.fillText(words, CELL_W / 2, y, CELL_W - 10);
    };
    const family = '"Nunito Sans Variable", "Nunito Sans", system-ui, sans-serif';
    const wild = body.stance === 'foe' || body.stance === 'neutral';
    put(
      wild ? `${body.name}  ${body.level}` : body.name,
      `700 25px ${family}`,
      body.title ? 26 : 42,
      STANCES[this.palette][body.stance],
    );
    if (body.title) put(body.title, `600 18px ${family}`, 50, 'rgba(240,230,206,.94)');
    this.pageTexture.needsUpdate = true;
  }
}

/** How much a plate matters; 0 shows none. */
function relevance(view: FrameView, actor: Actor): number {
  const { view: body, distance } = actor;
  if (body.own) return 0;
  if (body.id === view.target) return 1000;
  if (body.id === view.hover) return 900;
  if (actor.presence < 0.05) return 0;
  if (body.mark && distance < FAR_M * 1.4) return 500 - distance;
  if (!view.platesOn || distance > FAR_M) return 0;
  const dead = (body.flags & FLAG_DEAD) !== 0;
  if (dead) return 0;
  const fighting = (body.flags & FLAG_COMBAT) !== 0 || body.hp < 1;
  if (body.stance === 'foe') return (fighting ? 400 : distance < 26 ? 240 : 60) - distance;
  if (body.cls === CLASS_PLAYER) return 200 - distance;
  if (body.stance === 'villager') return distance < 18 ? 150 - distance : 0;
  return distance < 16 || fighting ? 100 - distance : 0;
}
