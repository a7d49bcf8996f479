// The world's builder, in a worker of its own with a core of its own: gives back the land of regions' cores, patches and maps of the ground,
// tiles of things. What the camera or the player waits for comes first; a far-off barn never holds up the ground underfoot.
import { REGION_SIZE_M } from '../../assembly/layout';
import { placeOf, regionKey } from '../../src/shared/content';
import type { Place } from '../../src/shared/content/kinds';
import { packContent } from '../../src/shared/content/pack';
import { instanceKey } from '../../src/shared/regions';
import { Sim } from '../../src/shared/sim';
import { placesOf, worldOf } from '../places';
import type { FromBuilder, NodeShapes, Shapes, TilePiece, ToBuilder } from './buildermessages';
import { Modeller } from './modeller';
import { PALETTE } from './palette';
import { GATHERABLES, type GatherableLook } from './world/gatherables';
import { RELIEF_M, RELIEF_SIDE } from './world/grid';
import { toHalf } from './world/half';
import { Land } from './world/land';
import { bakeMaps } from './world/maps';
import { buffersOf, type PackedMesh, pack } from './world/mesh';
import { millWheel, sails } from './world/moving';
import { buildPatch } from './world/patch';
import { Things } from './world/things';
import { buildTrees, meshesOf } from './world/treemodels';

const scope = self as unknown as {
  postMessage(message: FromBuilder, transfer: ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<ToBuilder>) => void) | null;
};

/** Jobs by how urgent they are: the ground before the camera, land for a core, tiles, ground that stands in for finer ground. */
const queues: (() => void)[][] = [[], [], [], []];
const [GROUND, LAND, TILE, STAND_IN] = queues;
/** A turn of work ends after this long, so that new requests get in between. */
const TURN_MS = 6;

interface World {
  sim: Sim;
  land: Land;
  things: Things;
  /** Whose land the core holds just now. */
  loaded: string;
}
/** The world, and the dungeon that was wanted last: each with a core of its own, for their lands have nothing in common. */
const worlds = new Map<string, World>();
let core: WebAssembly.Module | null = null;
/** The one whose tiles and patches are asked for. */
let shown: World | null = null;
let awake = false;
/** A timer would be held back by 4 ms at every turn. */
const bell = new MessageChannel();
bell.port1.onmessage = work;

scope.onmessage = event => {
  const message = event.data;
  if (message.type === 'begin') begin(message);
  else if (message.type === 'land') LAND.push(() => sendLand(message.region));
  else if (message.type === 'world') turnTo(message.world);
  else if (message.type === 'tile') TILE.push(ofShown(() => sendTile(message)));
  else if (message.type === 'patch') (message.urgent ? GROUND : STAND_IN).push(ofShown(() => sendPatch(message)));
  else if (message.type === 'shapes') GROUND.push(sendShapes);
  else STAND_IN.push(sendRelief);
  wake();
};

function wake(): void {
  if (awake) return;
  awake = true;
  bell.port2.postMessage(0);
}

function work(): void {
  awake = false;
  const from_ms = performance.now();
  let job = nextJob();
  while (job) {
    job();
    job = performance.now() - from_ms < TURN_MS ? nextJob() : undefined;
  }
  if (queues.some(queue => queue.length)) wake();
}

function nextJob(): (() => void) | undefined {
  return queues.find(queue => queue.length)?.shift();
}

/** Nothing is built of a world that is not looked at any more. */
function ofShown(job: () => void): () => void {
  const of = shown;
  return () => {
    if (of === shown) job();
  };
}

function begin(message: Extract<ToBuilder, { type: 'begin' }>): void {
  core = message.core;
  load(message.region);
  shown = worlds.get(worldOf(message.region))!;
}

/** Its land must have been asked for before: that is where its heights come from. */
function turnTo(name: string): void {
  const [place] = placesOf(name);
  const known = worlds.get(name);
  if (!known) load(name ? instanceKey(name, 0) : regionKey(place));
  shown = worlds.get(name)!;
  scope.postMessage({ type: 'world' }, []);
}

function worldNamed(name: string): World {
  const known = worlds.get(name);
  if (known) return known;
  for (const other of worlds.keys()) if (other && worlds.get(other) !== shown) worlds.delete(other);
  const sim = new Sim(core!);
  const land = new Land((x, z) => sim.core.height(x, z), placesOf(name));
  const made: World = { sim, land, things: new Things(land), loaded: '' };
  worlds.set(name, made);
  return made;
}

/** Loads a region's content into the core of its world. The heights of that world stay the same thereby. */
function load(region: string): { world: World; place: Place } {
  const place = placeOf(region);
  if (!place) throw new Error(`no place lies in region ${region}`);
  const world = worldNamed(worldOf(region));
  const key = worldOf(region) || region;
  const [, column, row] = place.region;
  if (world.loaded !== key) world.sim.load(place.seed, column * REGION_SIZE_M, row * REGION_SIZE_M, packContent(place));
  world.loaded = key;
  return { world, place };
}

function sendLand(region: string): void {
  const { world, place } = load(region);
  const bytes = world.sim.landBytes();
  scope.postMessage({ type: 'land', region, seed: place.seed, bytes }, [bytes.buffer]);
}

function sendTile({ layer, i, j }: Extract<ToBuilder, { type: 'tile' }>): void {
  const { land, things } = shown!;
  let answer: TilePiece;
  let buffers: ArrayBufferLike[];
  if (layer === 'maps') {
    const piece = bakeMaps(land, i, j, things.shades(i, j));
    answer = { type: 'tile', layer, i, j, piece };
    buffers = [piece.heights.buffer, piece.paint.buffer, ...piece.mask.map(level => level.buffer)];
  } else if (layer === 'far') {
    const piece = things.far(i, j);
    answer = { type: 'tile', layer, i, j, piece };
    buffers = [piece.trees.buffer, ...buffersOf(piece.works)];
  } else {
    const piece = things.near(i, j);
    answer = { type: 'tile', layer, i, j, piece };
    buffers = [piece.low.buffer, ...buffersOf(piece.works)];
  }
  scope.postMessage(answer, buffers as ArrayBuffer[]);
}

function sendPatch({ key, x, z, size }: Extract<ToBuilder, { type: 'patch' }>): void {
  const patch = buildPatch(shown!.land, x, z, size);
  const buffers = [patch.position, patch.normal, patch.color].map(a => a.buffer as ArrayBuffer);
  scope.postMessage({ type: 'patch', key, patch }, buffers);
}

function sendRelief(): void {
  const heights = new Uint16Array(RELIEF_SIDE * RELIEF_SIDE);
  for (let at = 0; at < heights.length; at++) {
    const [column, row] = [at % RELIEF_SIDE, Math.floor(at / RELIEF_SIDE)];
    heights[at] = toHalf(shown!.land.lie((column + 0.5) * RELIEF_M, (row + 0.5) * RELIEF_M));
  }
  scope.postMessage({ type: 'relief', heights }, [heights.buffer]);
}

function sendShapes(): void {
  const shapes: Shapes = {
    trees: buildTrees(),
    moving: { sails: draw(sails), wheel: draw(millWheel), puff: draw(puff) },
    nodes: nodeShapes(),
  };
  const meshes = [...meshesOf(shapes.trees), ...Object.values(shapes.moving), ...Object.values(shapes.nodes).flat()];
  scope.postMessage({ type: 'shapes', shapes }, meshes.flatMap(buffersOf));
}

function nodeShapes(): NodeShapes {
  const shapes = {} as NodeShapes;
  for (const look of Object.keys(GATHERABLES) as GatherableLook[])
    shapes[look] = [draw(m => GATHERABLES[look](m, false)), draw(m => GATHERABLES[look](m, true))];
  return shapes;
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
