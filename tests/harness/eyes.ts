// The core as a client carries it: loaded with the place's content, to predict its own body and to hold what it sees.
import { readFileSync } from 'node:fs';
import { REGION_SIZE_M } from '../../assembly/layout';
import { ALDERWICK } from '../../src/shared/content';
import { packContent } from '../../src/shared/content/pack';
import { Sim } from '../../src/shared/sim';

/** The Workers' types know no constructor (a Worker cannot compile); Node has one. */
const Module = WebAssembly.Module as unknown as new (bytes: Uint8Array) => WebAssembly.Module;

const [, column, row] = ALDERWICK.region;
const ORIGIN = [column * REGION_SIZE_M, row * REGION_SIZE_M] as const;

let made: { module: WebAssembly.Module; first: Sim } | undefined;

export function newEyes(): Sim {
  made ??= begin();
  const sim = new Sim(made.module);
  // Hundreds of bots share a thread: the land is worked out once.
  sim.loadLike(made.first, ALDERWICK.seed, ...ORIGIN);
  return sim;
}

function begin(): { module: WebAssembly.Module; first: Sim } {
  const module = new Module(readFileSync('build/core.wasm'));
  const first = new Sim(module);
  first.load(ALDERWICK.seed, ...ORIGIN, packContent(ALDERWICK));
  return { module, first };
}
