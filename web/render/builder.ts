// The renderer's side of the builder worker: samples the ground in three grids, hands them over, and passes on what comes back.
import type { Place } from '../../src/shared/content/kinds';
import type { FromBuilder, ToBuilder } from './buildermessages';
import type { Ground } from './contract';
import type { Grid } from './world/land';

const MIDDLE_STEP_M = 8;
const MIDDLE_REACH_M = 512;
const FAR_STEP_M = 32;
const FAR_REACH_M = 2080;
/** Rows sampled before the page gets a turn. */
const ROWS_AT_ONCE = 24;

export class Builder {
  private readonly worker = new Worker(new URL('./builder.worker.ts', import.meta.url), { type: 'module' });
  private readonly pictures = new Map<number, (bytes: Uint8ClampedArray<ArrayBuffer>) => void>();
  private requests = 0;

  /** `fail` hears when the worker breaks down: nothing more will come from it. */
  constructor(
    private readonly receive: (message: Exclude<FromBuilder, { type: 'picture' }>) => void,
    fail: (error: Error) => void,
  ) {
    this.worker.onmessage = (event: MessageEvent<FromBuilder>) => {
      const message = event.data;
      if (message.type === 'picture') this.pictures.get(message.request)?.(message.bytes);
      else this.receive(message);
    };
    this.worker.onerror = event => fail(new Error(`the world's builder failed: ${event.message}`));
  }

  /** Samples the ground (asynchronously, in slices) and sets the worker to work; what lies near (x, z) comes first. */
  async begin(place: Place, ground: Ground, x: number, z: number): Promise<void> {
    const middle = {
      x: ground.originX + ((ground.side - 1) * ground.step) / 2,
      z: ground.originZ + ((ground.side - 1) * ground.step) / 2,
    };
    const fine: Grid = {
      heights: ground.samples.slice(),
      side: ground.side,
      step: ground.step,
      x: ground.originX,
      z: ground.originZ,
    };
    const half = ((ground.side - 1) * ground.step) / 2;
    const grids = [
      fine,
      await sample(ground, middle.x, middle.z, Math.ceil((half + MIDDLE_REACH_M) / MIDDLE_STEP_M) * MIDDLE_STEP_M, MIDDLE_STEP_M),
      await sample(ground, middle.x, middle.z, FAR_REACH_M, FAR_STEP_M),
    ];
    this.send(
      { type: 'begin', place, grids, x, z },
      grids.map(grid => grid.heights.buffer as ArrayBuffer),
    );
  }

  patch(key: string, x: number, z: number, size: number, urgent: boolean): void {
    this.send({ type: 'patch', key, x, z, size, urgent });
  }

  picture(size: number, area: { x: number; z: number; size: number }): Promise<Uint8ClampedArray<ArrayBuffer>> {
    const request = ++this.requests;
    return new Promise(resolve => {
      this.pictures.set(request, bytes => {
        this.pictures.delete(request);
        resolve(bytes);
      });
      this.send({ type: 'picture', request, size, area });
    });
  }

  stop(): void {
    this.worker.terminate();
  }

  private send(message: ToBuilder, transfer: ArrayBuffer[] = []): void {
    this.worker.postMessage(message, transfer);
  }
}

async function sample(ground: Ground, middleX: number, middleZ: number, reach: number, step: number): Promise<Grid> {
  const side = Math.round((reach * 2) / step) + 1;
  const heights = new Float32Array(side * side);
  const [x, z] = [middleX - reach, middleZ - reach];
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) heights[j * side + i] = ground.height(x + i * step, z + j * step);
    if (j % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await new Promise(resolve => setTimeout(resolve, 0));
  }
  return { heights, side, step, x, z };
}
