// The world on this machine: the core, the builder worker, a core for the first region, the renderer, and the first picture.
// In: a canvas and a tier; out: all of them, piece by piece, with steps told in plain words.
import coreUrl from '../../build/core.wasm?url';
import { HOME_REGION, placeOf } from '../../src/shared/content';
import type { Place } from '../../src/shared/content/kinds';
import { boundsOf } from '../../src/shared/regions';
import type { Sim } from '../../src/shared/sim';
import { Builder } from '../render/builder';
import type { Renderer, Tier } from '../render/contract';
import { t } from '../strings';
import { Cores } from './cores';

export type Progress = (step: string, done: number) => void;

export interface Built {
  /** The core of `place`, the region that is shown first. */
  sim: Sim;
  place: Place;
  renderer: Renderer;
  cores: Cores;
}

/** Compiles the core while it streams in; servers without the right type for wasm get the slower way. */
export async function loadCore(): Promise<WebAssembly.Module> {
  const answer = await fetch(coreUrl);
  if (!answer.ok) throw new Error(`core: HTTP ${answer.status}`);
  const typed = answer.headers.get('Content-Type')?.startsWith('application/wasm');
  return typed ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** Everything that must be there before Play can show the world. `tier` undefined = let the renderer choose. */
export async function buildWorld(
  canvas: HTMLCanvasElement,
  tier: Tier | undefined,
  progress: Progress,
  region = HOME_REGION,
): Promise<Built> {
  const place = placeOf(region);
  if (!place) throw new Error(`no place lies in region ${region}`);
  progress(t('enter.core'), 0.05);
  const rendering = import('../render/renderer');
  const module = await loadCore();
  progress(t('enter.ground'), 0.15);
  const builder = new Builder(module, region);
  const cores = new Cores(module, builder);
  const [sim, { createRenderer }] = await Promise.all([cores.coreFor(region), rendering]);
  cores.standIn(region);
  const renderer = createRenderer(canvas, tier);
  const { x, z } = firstSight(place);
  await renderer.load(builder, cores.ground, x, z, done => progress(t('enter.ground'), 0.2 + done * 0.6));
  return { sim, place, renderer, cores };
}

/** Where the first picture is taken: where newcomers wake, else in the middle. */
function firstSight(place: Place): { x: number; z: number } {
  const { west, north, east, south } = boundsOf(place.region.join('-'));
  return place.spawns[0] ?? { x: (west + east) / 2, z: (north + south) / 2 };
}
