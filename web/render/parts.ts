// The seam between the two halves of the picture: renderer.ts (land, light, camera) composes this part; actors.ts provides it.
import type { PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import type { Outcome } from '../../src/shared/sim';
import type { FrameView, Ground, Renderer, Tier } from './contract';

/** What the land lends to the actors. */
export interface Stage {
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  readonly gl: WebGLRenderer;
  readonly tier: Tier;
  /** Canvas size in CSS pixels. */
  readonly size: { width: number; height: number };
  /** Sun and sky light of this hour, for scenes of one's own (the weapon in the hand). */
  readonly light: { sun: number; sunColor: number; sky: number; skyColor: number; groundColor: number };
}

/** People, creatures, plates, rings, effects and the weapon in the hand. */
export interface Actors {
  load(ground: Ground): Promise<void>;
  /** Before the scene is drawn. */
  frame(view: FrameView): void;
  /** After the scene is drawn: what lies over it (the first-person weapon, with a depth buffer of its own). */
  overlay(view: FrameView): void;
  show(outcome: Outcome): void;
  levelUp(id: number): void;
  questDone(id: number): void;
  layAreas: Renderer['layAreas'];
  recoil(): void;
  setTier(tier: Tier): void;
  setPalette(palette: 'default' | 'deutan' | 'tritan'): void;
  /** The body under a screen point (CSS pixels), or 0. */
  pick(x: number, y: number): number;
  /** What all this cost of the last picture: draws and triangles with shadows, and the time to make it ready. */
  readonly cost: { readonly calls: number; readonly triangles: number; readonly ms: number };
}

export type CreateActors = (stage: Stage) => Actors;
