// The little world that the peers simulate: bodies on a plain that run where they look. No game rules, no walls: what is measured is what it
// takes to tell everybody. In: a scene; what each body wants. Out: bodies after a step, and who is in sight of whom.
import { TICKS_PER_SECOND } from '../../../../assembly/layout';
import { begins, type SceneName, SIGHT_M } from '../scenes';

export const BUTTON_FORWARD = 1;
/** As an adventurer runs. */
const SPEED_MPS = 5.2;
const STEP_M = SPEED_MPS / TICKS_PER_SECOND;

export interface Body {
  readonly id: number;
  x: number;
  z: number;
  /** 65536 = full turn. */
  yaw: number;
  buttons: number;
  /** Metres in 1/32, a full turn in 256: what is told of a body, by whatever means, is these four and its number. */
  told: { x: number; z: number; yaw: number; state: number };
}

export class Field {
  readonly bodies: Body[] = [];
  tick = 0;
  private readonly places;
  private cells = new Map<number, Body[]>();

  constructor(
    readonly scene: SceneName,
    players: number,
  ) {
    this.places = begins(scene, players);
  }

  /** Everyone sees everyone: one message serves all. */
  get isShared(): boolean {
    return this.scene === 'dense';
  }

  join(): Body {
    const id = this.bodies.length;
    const { x, z } = this.places[id % this.places.length];
    const body = { id, x, z, yaw: 0, buttons: 0, told: { x: 0, z: 0, yaw: 0, state: 0 } };
    tell(body);
    this.bodies.push(body);
    return body;
  }

  step(): void {
    this.tick++;
    for (const body of this.bodies) {
      if (body.buttons & BUTTON_FORWARD) {
        const angle = (body.yaw / 65_536) * 2 * Math.PI;
        body.x += Math.sin(angle) * STEP_M;
        body.z += Math.cos(angle) * STEP_M;
      }
      tell(body);
    }
    if (!this.isShared) this.sort();
  }

  /** Everybody within sight, oneself too. */
  inSight({ x, z }: Body): Body[] {
    const seen: Body[] = [];
    const [column, row] = [Math.floor(x / SIGHT_M), Math.floor(z / SIGHT_M)];
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        for (const other of this.cells.get(cellOf(column + i, row + j)) ?? []) {
          if ((other.x - x) ** 2 + (other.z - z) ** 2 <= SIGHT_M ** 2) seen.push(other);
        }
    return seen;
  }

  private sort(): void {
    this.cells = new Map();
    for (const body of this.bodies) {
      const cell = cellOf(Math.floor(body.x / SIGHT_M), Math.floor(body.z / SIGHT_M));
      const list = this.cells.get(cell);
      if (list) list.push(body);
      else this.cells.set(cell, [body]);
    }
  }
}

const cellOf = (column: number, row: number): number => column * 1024 + row;

function tell({ x, z, yaw, buttons, told }: Body): void {
  told.x = Math.round(x * 32) & 0xffff;
  told.z = Math.round(z * 32) & 0xffff;
  told.yaw = yaw >> 8;
  told.state = buttons & 0xff;
}
