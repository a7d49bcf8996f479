// The twin in C++ (twin.cpp) as a child process, built into .cache where g++ is present. In: a plain twin to copy the scene from, wishes round
// by round. Out: milliseconds of each round as the child measured them, and where everybody stands in the end.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import type { Writable } from 'node:stream';
import * as L from '../../assembly/layout';
import type { Twin } from './twin';

const SOURCE = 'tests/bench/twin.cpp';
const PROGRAM = '.cache/twin-cpp';
const MEASURES = {
  REGION_SIZE_M: L.REGION_SIZE_M,
  REGION_MARGIN_M: L.REGION_MARGIN_M,
  HEIGHT_STEP_M: L.HEIGHT_STEP_M,
  STEP_UP_M: L.STEP_UP_M,
  BODY_HEIGHT_M: L.BODY_HEIGHT_M,
  BODY_RADIUS_M: L.BODY_RADIUS_M,
  WATER_LEVEL_M: L.WATER_LEVEL_M,
  TICKS_PER_SECOND: L.TICKS_PER_SECOND,
};
const ROUND_BYTES = 8;

/** Builds it when it is out of date. False where there is no g++; a compiler that fails is an error. */
export function hasCppTwin(): boolean {
  if (spawnSync('g++', ['--version']).status !== 0) return false;
  const sources = [SOURCE, 'tests/bench/cpptwin.ts', 'assembly/layout.ts'];
  if (existsSync(PROGRAM) && sources.every(path => statSync(path).mtimeMs < statSync(PROGRAM).mtimeMs)) return true;
  mkdirSync('.cache', { recursive: true });
  const measures = Object.entries(MEASURES).map(([name, value]) => `-D${name}=${value}`);
  // Roundings as wasm's: where the machine could fuse a product and a sum, it may not.
  const options = ['-std=c++17', '-O3', '-ffp-contract=off', '-Wall', '-Wextra', '-Werror'];
  const aside = `${PROGRAM}.${process.pid}`;
  const built = spawnSync('g++', [...options, ...measures, SOURCE, '-o', aside], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${SOURCE} does not compile:\n${built.stderr}`);
  renameSync(aside, PROGRAM);
  return true;
}

export class CppTwin {
  private readonly into: Writable;
  private readonly chunks: AsyncIterator<Buffer>;
  private came = Buffer.alloc(0);
  private readonly bodies: number;

  /** Starts out from where the plain twin stands now, everybody at rest. */
  constructor(twin: Twin, ticksPerRound: number) {
    const child = spawn(PROGRAM, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.into = child.stdin;
    this.chunks = child.stdout[Symbol.asyncIterator]();
    this.bodies = twin.count;
    const { solids, heights, side, count } = twin;
    const scene = [
      Uint32Array.of(count, ticksPerRound, side, solids.isCircle.length, solids.entries.length),
      Float32Array.of(twin.west, twin.north, twin.radius[0]),
      twin.x.subarray(0, count),
      twin.z.subarray(0, count),
      heights,
      solids.f,
      Uint32Array.from(solids.isCircle),
      solids.starts,
      solids.entries,
    ];
    for (const part of scene) this.send(part);
  }

  /** Lets everybody walk as wished for one round of ticks. Resolves to how long these took, ms. */
  async round(wishX: Float32Array, wishZ: Float32Array): Promise<number> {
    this.send(wishX.subarray(0, this.bodies));
    this.send(wishZ.subarray(0, this.bodies));
    return new Float64Array(await this.receive(ROUND_BYTES))[0];
  }

  /** Ends the child. Resolves to everybody's place. */
  async end(): Promise<{ x: Float32Array; z: Float32Array }> {
    this.into.end();
    const bytes = this.bodies * Float32Array.BYTES_PER_ELEMENT;
    return { x: new Float32Array(await this.receive(bytes)), z: new Float32Array(await this.receive(bytes)) };
  }

  private send(part: Uint32Array | Uint16Array | Float32Array): void {
    // A copy: the pipe may take it later, when the wishes are others already.
    this.into.write(new Uint8Array(part.slice().buffer));
  }

  private async receive(bytes: number): Promise<ArrayBuffer> {
    while (this.came.length < bytes) {
      const { value, done } = await this.chunks.next();
      if (done) throw new Error('the C++ twin ended too early');
      this.came = Buffer.concat([this.came, value]);
    }
    const part = Uint8Array.from(this.came.subarray(0, bytes));
    this.came = this.came.subarray(bytes);
    return part.buffer;
  }
}
