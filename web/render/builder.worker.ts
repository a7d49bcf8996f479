// The world's builder, in a worker of its own: takes a place and its heights, gives back meshes and maps piece by piece, nearest first.
// Patches of ground and pictures are answered between the pieces, so that the camera never waits for a far-off barn.

import type { FromBuilder, Moving, NodeShapes, ToBuilder } from './buildermessages';
import { Modeller } from './modeller';
import { PALETTE } from './palette';
import { Grower } from './world/growth';
import { Land } from './world/land';
import { bakeMaps, type GroundMaps } from './world/maps';
import { millWheel, sails } from './world/moving';
import { paintPlot } from './world/paint';
import { buildPatch } from './world/patch';
import { paintPicture } from './world/picture';
import { buildTrees } from './world/treemodels';
import { berries, herb, ore } from './world/wild';
import { buffersOf, type PackedMesh, pack, Works } from './world/works';

type Job = () => void;

const scope = self as unknown as {
  postMessage(message: FromBuilder, transfer: ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<ToBuilder>) => void) | null;
};

let land: Land | null = null;
/** The plot's ground colours; painted when first needed. */
let colors: Float32Array | null = null;
let maps: GroundMaps | null = null;
/** Asked for by the camera: done first, newest order kept. */
const urgent: Job[] = [];
const jobs: Job[] = [];
let awake = false;

scope.onmessage = event => {
  const message = event.data;
  if (message.type === 'begin') begin(message);
  else if (message.type === 'patch') (message.urgent ? urgent : jobs).push(() => sendPatch(message));
  else jobs.unshift(() => sendPicture(message));
  wake();
};

/** One job per turn of the event loop, so that new requests get in between. */
function wake(): void {
  if (awake) return;
  awake = true;
  setTimeout(work, 0);
}

function work(): void {
  awake = false;
  const job = urgent.shift() ?? jobs.shift();
  job?.();
  if (urgent.length + jobs.length > 0) wake();
}

function begin(message: Extract<ToBuilder, { type: 'begin' }>): void {
  const ground = new Land(message.place, message.grids);
  land = ground;
  colors = paintPlot(ground);
  const works = new Works(ground);
  const grower = new Grower(ground);
  jobs.push(() => sendMaps(ground, works, grower));
  jobs.push(sendTrees);
  jobs.push(() => {
    const growth = grower.growth();
    scope.postMessage({ type: 'growth', growth }, [growth.items.buffer as ArrayBuffer]);
  });
  const order = works.order(message.x, message.z);
  for (const [i, key] of order.entries()) jobs.push(() => sendChunk(works, key, order.length - 1 - i));
  jobs.push(() => sendFixtures(works));
}

function sendMaps(ground: Land, works: Works, grower: Grower): void {
  if (!colors) return;
  const baked = bakeMaps(ground, colors, [...works.shades(), ...grower.shades]);
  // Kept here for pictures, so it is copied, not handed over.
  maps = baked;
  scope.postMessage({ type: 'maps', maps: baked }, []);
}

function sendPatch(message: Extract<ToBuilder, { type: 'patch' }>): void {
  if (!land || !colors) return;
  const patch = buildPatch(land, colors, message.x, message.z, message.size);
  const buffers = [patch.position, patch.normal, patch.color, patch.index].map(a => a.buffer as ArrayBuffer);
  scope.postMessage({ type: 'patch', key: message.key, patch }, buffers);
}

function sendTrees(): void {
  const shapes = buildTrees();
  const all = [...Object.values(shapes.near), ...Object.values(shapes.middle), ...Object.values(shapes.far)];
  scope.postMessage({ type: 'trees', shapes }, all.filter(mesh => mesh !== null).flatMap(buffersOf));
}

function sendChunk(works: Works, key: string, left: number): void {
  const chunk = works.build(key);
  scope.postMessage({ type: 'chunk', chunk, left }, [...buffersOf(chunk.near), ...buffersOf(chunk.far)]);
}

function sendFixtures(works: Works): void {
  const moving: Moving = { sails: draw(sails), wheel: draw(millWheel), puff: draw(puff) };
  const nodes: NodeShapes = {
    ore: [draw(m => ore(m, false)), draw(m => ore(m, true))],
    herb: [draw(m => herb(m, false)), draw(m => herb(m, true))],
    berry: [draw(m => berries(m, false)), draw(m => berries(m, true))],
  };
  const meshes = [moving.sails, moving.wheel, moving.puff, ...nodes.ore, ...nodes.herb, ...nodes.berry];
  scope.postMessage({ type: 'fixtures', fixtures: works.fixtures, moving, nodes }, meshes.flatMap(buffersOf));
}

/** A ball of smoke. */
function puff(m: Modeller): void {
  m.bend = { centre: [0, 0, 0], mix: 0.8 };
  m.ico(0, 0, 0, 1, 1, PALETTE.smoke, { noise: 0.1, topPaint: PALETTE.white });
}

function draw(model: (m: Modeller) => void): PackedMesh {
  const m = new Modeller(5);
  model(m);
  return pack(m.arrays());
}

function sendPicture(message: Extract<ToBuilder, { type: 'picture' }>): void {
  if (!land || !maps) {
    // The maps are among the first jobs: look again after them.
    jobs.push(() => sendPicture(message));
    return;
  }
  const bytes = paintPicture(land, maps, message.area, message.size);
  scope.postMessage({ type: 'picture', request: message.request, size: message.size, bytes }, [bytes.buffer]);
}
