// The core as a client carries it: loaded with the place's content, to predict its own body and to hold what it sees.
import { readFileSync } from 'node:fs';
import { REGION_SIZE_M } from '../../assembly/layout';
import { ALDERWICK } from '../../src/shared/content';
import { packContent } from '../../src/shared/content/pack';
import { Sim } from '../../src/shared/sim';

/** The Workers' types know no constructor (a Worker cannot compile); Node has one. */
const Module = WebAssembly.Module as unknown as new (bytes: Uint8Array) => WebAssembly.Module;

let made: { module: WebAssembly.Module; content: Uint8Array } | undefined;

export function newEyes(): Sim {
  made ??= { module: new Module(readFileSync('build/core.wasm')), content: packContent(ALDERWICK) };
  const sim = new Sim(made.module);
  const [, column, row] = ALDERWICK.region;
  sim.load(ALDERWICK.seed, column * REGION_SIZE_M, row * REGION_SIZE_M, made.content);
  return sim;
}
