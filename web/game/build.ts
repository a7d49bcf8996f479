// The world on this machine: the core with the place packed into it, its ground for the renderer, and the first picture.
// In: a canvas and a tier; out: Sim and Renderer, piece by piece, with steps told in plain words.

import { HEIGHT_STEP_M, REGION_MARGIN_M, REGION_SIZE_M } from '../../assembly/layout';
import coreUrl from '../../build/core.wasm?url';
import { ALDERWICK } from '../../src/shared/content';
import type { Place } from '../../src/shared/content/kinds';
import { packContent } from '../../src/shared/content/pack';
import { Sim } from '../../src/shared/sim';
import type { Ground, Renderer, Tier } from '../render/contract';
import { t } from '../strings';

export type Progress = (step: string, done: number) => void;

export interface Built {
  sim: Sim;
  place: Place;
  renderer: Renderer;
}

/** Compiles the core while it streams in; servers without the right type for wasm get the slower way. */
export async function loadCore(): Promise<WebAssembly.Module> {
  const answer = await fetch(coreUrl);
  if (!answer.ok) throw new Error(`core: HTTP ${answer.status}`);
  const typed = answer.headers.get('Content-Type')?.startsWith('application/wasm');
  return typed ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

export function originOf(place: Place): { x: number; z: number } {
  const [, column, row] = place.region;
  return { x: column * REGION_SIZE_M, z: row * REGION_SIZE_M };
}

export function makeSim(module: WebAssembly.Module, place: Place): Sim {
  const sim = new Sim(module);
  const origin = originOf(place);
  sim.load(place.seed, origin.x, origin.z, packContent(place));
  return sim;
}

export function groundOf(sim: Sim, place: Place): Ground {
  const { core } = sim;
  const side = core.heightsSide();
  const origin = originOf(place);
  return {
    samples: new Float32Array(core.memory.buffer, core.heightsPtr(), side * side),
    side,
    step: HEIGHT_STEP_M,
    originX: origin.x - REGION_MARGIN_M,
    originZ: origin.z - REGION_MARGIN_M,
    height: (x, z) => core.height(x, z),
    type: (x, z) => core.groundType(x, z),
  };
}

/** Everything that must be there before Play can show the world. `tier` '' = let the renderer choose. */
export async function buildWorld(canvas: HTMLCanvasElement, tier: Tier | undefined, progress: Progress): Promise<Built> {
  const place = ALDERWICK;
  progress(t('enter.core'), 0.05);
  const [module, { createRenderer }] = await Promise.all([loadCore(), import('../render/renderer')]);
  progress(t('enter.ground'), 0.15);
  const sim = makeSim(module, place);
  const renderer = createRenderer(canvas, tier);
  await renderer.load(place, groundOf(sim, place), (step, done) => progress(step, 0.2 + done * 0.6));
  return { sim, place, renderer };
}
