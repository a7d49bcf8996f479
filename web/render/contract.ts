// What the game asks of the renderer: one world to load, one call per frame, and questions about the picture. No game rules in here.

import type { Body, S2C } from '../../src/shared/protocol/messages';
import type { Sky } from '../../src/shared/rules/weather';
import type { Outcome } from '../../src/shared/sim';
import type { Mode } from '../state';
import type { Builder } from './builder';

export type Tier = 'test' | 'low' | 'medium' | 'high';

/** The ground as the core computes it, anywhere in the world. Metres, world coordinates. */
export interface Ground {
  height(x: number, z: number): number;
  /** See CoreExports.groundType. */
  type(x: number, z: number): number;
}

export interface Camera {
  x: number;
  y: number;
  z: number;
  yaw: number; // 0 looks north (-z), clockwise
  pitch: number; // up is positive
  fovDeg: number;
}

/** Why a body matters to the player beyond being near (FrameView.heeds). */
export const HEED_FRIEND = 1;
export const HEED_ATTACKER = 2;
export const HEED_SPEAKING = 4;

/** One visible body this frame. */
export interface ActorView {
  id: number;
  x: number;
  y: number;
  z: number;
  yaw: number;
  speed: number;
  vy: number;
  flags: number; // FLAG_*
  cls: number; // CLASS_*
  kind: number; // MonsterKind id, 0 for players
  level: number;
  team: number;
  hp: number; // 0..1
  look: number;
  gear: number;
  name: string;
  title: string;
  /** The emblem of his guild as one number (packEmblem); 0: none. */
  colours: number;
  /** How its plate is coloured. */
  stance: 'self' | 'friend' | 'foe' | 'neutral' | 'villager';
  /** A mark over the head: quest offered, quest to turn in, shop, loot. */
  mark: '' | 'offer' | 'turnin' | 'shop' | 'loot';
  own: boolean;
}

export interface FrameView {
  timeS: number;
  dtS: number;
  hour: number; // 0..24
  /** What the sky does over the eye (rules/weather.ts). */
  sky: Sky;
  /** 0..1: lightning. */
  flash: number;
  mode: Mode;
  camera: Camera;
  actors: readonly ActorView[];
  /** In first person the own body is not drawn and the weapon is. */
  weapon: 'none' | 'wheel-lock' | 'bow';
  target: number;
  hover: number;
  selected: readonly number[];
  /** HEED_* bits by body, for those who have any: they stay detailed and named in any crowd. */
  heeds: ReadonlyMap<number, number>;
  /** Grounds that a quest leads to: rings that follow the land. */
  goals: readonly { x: number; y: number; z: number; radius: number }[];
  /** Where something lies on the ground: loot bags. */
  ground: readonly { id: number; x: number; z: number }[];
  /** What holds something for the player, on the ground and in corpses; rank 0 common .. 3 epic. */
  loot: readonly { id: number; x: number; y: number; z: number; rank: number }[];
  /** Where the player is being led, or null. */
  guide: { x: number; y: number; z: number; kind: string } | null;
  /** Banners that guilds planted; another list whenever it changes. `colours` as in ActorView. */
  banners: readonly { x: number; z: number; yaw: number; colours: number }[];
  /** The ground of one's duel, flag in the middle; `isOut`: one is off it. */
  duel: { x: number; z: number; radius: number; isOut: boolean } | null;
  /** Indexes into the nodes of `place` that are gathered empty. What was told of other places before still holds. */
  spentNodes: ReadonlySet<number>;
  /** Number of the place whose region tells of `spentNodes`. */
  place: number;
  platesOn: boolean;
  reducedMotion: boolean;
}

export interface RenderStats {
  drawCalls: number;
  triangles: number;
  /** What of both is bodies, their shadows, plates, rings and effects. */
  actorCalls: number;
  actorTriangles: number;
  /** Time to make them ready, without the drawing. */
  actors_ms: number;
  tier: Tier;
  /** On the graphics card: these come back to the same after a walk in a circle. */
  geometries: number;
  textures: number;
  /** Tiles and patches of the land round the eye. */
  near: number;
  maps: number;
  far: number;
  patches: number;
}

export interface Renderer {
  /** Brings the land round a point onto the screen; `progress` gets 0..1. Resolves when Play may begin; the rest streams in. */
  load(builder: Builder, ground: Ground, x: number, z: number, progress: (done: number) => void): Promise<void>;
  /**
   * Shows another world from now on (places.ts worldOf), round the spot that `at` says once the player stands there. Draws nothing until it may be
   * looked at; then it resolves, or when another world has been asked for since.
   */
  enter(world: string, at: () => { x: number; z: number } | null): Promise<void>;
  frame(view: FrameView): void;
  /** Something happened that should be seen: swings, projectiles, hits, deaths, level-ups. */
  show(outcome: Outcome): void;
  levelUp(id: number): void;
  /** A quest was handed in: a flourish round that body. */
  questDone(id: number): void;
  /** A boss lays ground on which something will fall, and what it laid before does not; `early_s`: so much sooner it looks fallen. */
  layAreas(boss: number, laid: Body<typeof S2C.areas>['laid'], dropped: readonly number[], early_s: number): void;
  /** Kick of the first-person weapon. */
  recoil(): void;
  resize(width: number, height: number, pixelRatio: number): void;
  readonly tier: Tier;
  /** Without one: what suits the machine. */
  setTier(tier?: Tier): void;
  /** CSS pixels of a point, or null when it is behind the camera. */
  project(x: number, y: number, z: number): { x: number; y: number } | null;
  /** The body under a screen point (CSS pixels), or 0. */
  pick(x: number, y: number): number;
  /** Where the ray through a screen point meets the ground, or null. */
  groundAt(x: number, y: number): { x: number; y: number; z: number } | null;
  stats(): RenderStats;
  /** Colours of covenants and hostility for the chosen colour-vision palette. */
  setPalette(palette: 'default' | 'deutan' | 'tritan'): void;
}
