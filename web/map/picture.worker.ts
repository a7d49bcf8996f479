// Draws the picture of the whole world, in a worker of its own: a second of work that no frame should wait for. In: a message to begin.
// Out: the picture, north up, in whole and in half size.
import { WORLD_SIZE_M } from '../../assembly/layout';
import coreUrl from '../../build/core.wasm?url';
import { HOME_REGION, PLACES, placeOf } from '../../src/shared/content';
import type { Place } from '../../src/shared/content/kinds';
import { packContent } from '../../src/shared/content/pack';
import { boundsOf } from '../../src/shared/regions';
import { Sim } from '../../src/shared/sim';
import { inkPlaces, inkWater } from './ink';
import type { WorldPicture } from './picture';
import { paintLand, paintWater, SIDE, sampleWorld } from './relief';

const scope = self as unknown as {
  postMessage(picture: WorldPicture, transfer: Transferable[]): void;
  onmessage: (() => void) | null;
};

scope.onmessage = () => void draw();

async function draw(): Promise<void> {
  const ground = await heights();
  const sheet = new OffscreenCanvas(WORLD_SIZE_M, WORLD_SIZE_M);
  // Kept in plain memory: what a graphics card holds for a worker is gone when the worker ends.
  const pen = sheet.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('no canvas for the map');
  pen.imageSmoothingQuality = 'high';
  const lay = async (bytes: Uint8ClampedArray<ArrayBuffer>): Promise<void> => {
    const layer = await createImageBitmap(new ImageData(bytes, SIDE, SIDE));
    pen.drawImage(layer, 0, 0, WORLD_SIZE_M, WORLD_SIZE_M);
  };
  await lay(paintLand(ground, PLACES));
  inkWater(pen, PLACES);
  await lay(paintWater(ground));
  inkPlaces(pen, PLACES);
  const full = sheet.transferToImageBitmap();
  const half = await createImageBitmap(full, { resizeWidth: SIDE, resizeHeight: SIDE, resizeQuality: 'high' });
  scope.postMessage({ full, half }, [full, half]);
}

/** Any core knows the ground of the whole world. */
async function heights(): Promise<Float32Array> {
  const answer = await fetch(coreUrl);
  if (!answer.ok) throw new Error(`core: HTTP ${answer.status}`);
  const sim = new Sim(await WebAssembly.compile(await answer.arrayBuffer()));
  const { west, north } = boundsOf(HOME_REGION);
  const home = placeOf(HOME_REGION) as Place;
  sim.load(home.seed, west, north, packContent(home));
  return sampleWorld((x, z) => sim.core.height(x, z));
}
