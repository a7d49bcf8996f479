// What a creature's file gives the crowd: a skeleton with clips, a near and a far mesh, and coats.
import type { Figure } from '../figure';
import type { Clips, Rig } from '../skeleton';
import type { Dye } from '../wardrobe/dyes';

export interface Species {
  rig: Rig;
  clips: Clips;
  near: Figure;
  far: Figure;
  /** Height of the model at size 1, metres; a kind's height_m scales it. */
  height: number;
  /** Dyes of the twelve slots in their order, by monster key; `''` is for every other kind. */
  coats: Record<string, readonly Dye[]>;
  /** Where projectiles and plates see its chest and head, metres at size 1. */
  chest: number;
  /** Hovers and glows: no blob of a shadow, sparks around it. */
  airy?: boolean;
}
