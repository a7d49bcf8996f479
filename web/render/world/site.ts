// What a building adds to the world besides its mesh, in the building's local metres.
import type { Vec3 } from '../modeller';

export interface Spin {
  /** What turns there. */
  kind: 'sails' | 'wheel';
  x: number;
  y: number;
  z: number;
  /** Turn of its axle about y, radians; the axle points to local z. */
  turn: number;
}

export interface Extras {
  smoke: Vec3[];
  lamps: Vec3[];
  spins: Spin[];
}

export const nothingElse = (): Extras => ({ smoke: [], lamps: [], spins: [] });
