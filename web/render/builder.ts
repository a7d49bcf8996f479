// The page's side of the builder worker: asks for land, ground and tiles, and passes on what comes back. Needs no screen and no three.
import type { FromBuilder, LayerName, Shapes, TilePiece, ToBuilder } from './buildermessages';
import type { PatchArrays } from './world/patch';

/** The land of a region's core, see Sim.loadLand. */
export interface CoreLand {
  seed: number;
  bytes: Uint8Array<ArrayBuffer>;
}

type Answer = CoreLand | Shapes | Uint16Array<ArrayBuffer>;

/** Who waits for one answer. */
interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

export class Builder {
  onTile: (tile: TilePiece) => void = () => {};
  onPatch: (key: string, patch: PatchArrays) => void = () => {};
  onFail: (error: Error) => void = () => {};
  private readonly worker = new Worker(new URL('./builder.worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<string, Waiting[]>();
  /** Worlds asked for that the worker has not turned to yet: what comes meanwhile is of another one. */
  private turning = 0;

  /** `core`: the compiled core; `region`: whose land will be wanted first. */
  constructor(core: WebAssembly.Module, region: string) {
    this.worker.onmessage = (event: MessageEvent<FromBuilder>) => this.receive(event.data);
    this.worker.onerror = event => this.fail(new Error(`the world's builder failed: ${event.message}`));
    this.send({ type: 'begin', core, region });
  }

  /** Tiles and patches are of another world from now on; those that were asked for before never come. */
  enter(world: string): void {
    this.turning++;
    this.send({ type: 'world', world });
  }

  land(region: string): Promise<CoreLand> {
    return this.ask({ type: 'land', region }, `land ${region}`) as Promise<CoreLand>;
  }

  shapes(): Promise<Shapes> {
    return this.ask({ type: 'shapes' }, 'shapes') as Promise<Shapes>;
  }

  /** Half floats, RELIEF_SIDE x RELIEF_SIDE. */
  relief(): Promise<Uint16Array<ArrayBuffer>> {
    return this.ask({ type: 'relief' }, 'relief') as Promise<Uint16Array<ArrayBuffer>>;
  }

  tile(layer: LayerName, i: number, j: number): void {
    this.send({ type: 'tile', layer, i, j });
  }

  patch(key: string, x: number, z: number, size: number, urgent: boolean): void {
    this.send({ type: 'patch', key, x, z, size, urgent });
  }

  stop(): void {
    this.worker.terminate();
    this.fail(new Error("the world's builder was stopped"));
  }

  private receive(message: FromBuilder): void {
    if (message.type === 'world') this.turning--;
    else if (message.type === 'tile' || message.type === 'patch') this.deliver(message);
    else if (message.type === 'land') this.answer(`land ${message.region}`, message);
    else if (message.type === 'shapes') this.answer('shapes', message.shapes);
    else this.answer('relief', message.heights);
  }

  private deliver(message: Extract<FromBuilder, { type: 'tile' | 'patch' }>): void {
    if (this.turning) return;
    if (message.type === 'tile') this.onTile(message);
    else this.onPatch(message.key, message.patch);
  }

  /** Resolves with the answer; rejects when the worker breaks down. */
  private ask(message: ToBuilder, name: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const all = this.waiting.get(name);
      if (all) all.push({ resolve, reject });
      else this.waiting.set(name, [{ resolve, reject }]);
      this.send(message);
    });
  }

  private answer(name: string, answer: Answer): void {
    const all = this.waiting.get(name);
    all?.shift()?.resolve(answer);
    if (!all?.length) this.waiting.delete(name);
  }

  private fail(error: Error): void {
    for (const all of this.waiting.values()) for (const each of all) each.reject(error);
    this.waiting.clear();
    this.onFail(error);
  }

  private send(message: ToBuilder): void {
    this.worker.postMessage(message);
  }
}
