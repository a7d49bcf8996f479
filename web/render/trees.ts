// Trees, bushes, ferns and stones on the screen: instances in three levels of detail, refilled when the camera has moved or turned enough.
// In: models, and items of the tiles round the eye. Out: a group.
import { Color, Group, MeshLambertMaterial } from 'three';
import { PALETTE } from './palette';
import { SNOW_GLSL, stylize } from './style';
import { Thicket } from './thicket';
import type { Quality } from './tiers';
import { AUX_GLSL, geometryOf } from './works';
import { cornerOf, TILE_M } from './world/grid';
import { ITEM } from './world/growth';
import type { PackedMesh } from './world/mesh';
import { FAR_LOOK, TREE_MODELS, type TreeShapes } from './world/treemodels';

/** Crowns sway by place and height; light shines through leaves against the sun. */
function leafMaterial(): MeshLambertMaterial {
  return stylize(new MeshLambertMaterial({ vertexColors: true }), {
    vertexHead: AUX_GLSL,
    vertexBegin: /* glsl */ `
{
  vec2 root = instanceMatrix[3].xz;
  float wind = sin(uTime * 1.3 + root.x * .11 + root.y * .07 + position.y * .25) + .5 * sin(uTime * 2.7 + root.x * .3 + position.x);
  transformed.xz += AUX.x * wind * vec2(.10, .06);
}`,
    fragmentColor: `diffuseColor.rgb *= .94 + .12 * valueNoise(vWorldAt.xz * 1.7 + vWorldAt.y);${SNOW_GLSL}`,
    fragmentOut: /* glsl */ `
{
  float through = pow(max(0., dot(normalize(vWorldAt - cameraPosition), uSunDir)), 3.);
  outgoingLight += diffuseColor.rgb * uSunCol * through * .28;
}`,
  });
}

type Level = 'near' | 'middle' | 'far';

/** Models from this index on are low growth: seen near only. */
const LOW_FROM = TREE_MODELS.indexOf('bush');
/** What throws no shadow worth drawing. */
const THIN: ReadonlySet<(typeof TREE_MODELS)[number]> = new Set(['fern', 'reed', 'heather', 'dunegrass']);
const TURN_RAD = 0.22;
const MOVE_M = 4;
/** Half the view is widened by this much, so that turning a little shows no gap. */
const MARGIN_RAD = 0.45;

/** Half of a tile's diagonal, and how far crowns reach over its edge. */
const TILE_REACH_M = TILE_M * 0.7072 + 4;

/** A tile's items: `low` growth is not looked at where it would not be drawn. */
interface Stand {
  x: number;
  z: number;
  items: Float32Array;
  low: boolean;
}

interface Eye {
  x: number;
  y: number;
  z: number;
  /** Unit vector of its direction over ground, and the cosine of half of what it sees. */
  fx: number;
  fz: number;
  cone: number;
}

export class TreeMeshes {
  readonly group = new Group();
  private readonly thickets = new Map<string, Thicket>();
  private readonly stands = new Map<string, Stand>();
  private readonly farTint: (Color | null)[] = TREE_MODELS.map(model => {
    const look = FAR_LOOK[model];
    return look && new Color(PALETTE[look.paint]).multiplyScalar(1.05);
  });
  private quality: Quality | null = null;
  private stale = true;
  private lastX = 0;
  private lastZ = 0;
  private lastYaw = 0;

  setQuality(quality: Quality): void {
    this.quality = quality;
    this.stale = true;
  }

  load(shapes: TreeShapes): void {
    const material = leafMaterial();
    const make = (name: string, mesh: PackedMesh, casts: boolean) =>
      this.thickets.set(name, new Thicket(geometryOf(mesh), material, casts, this.group));
    TREE_MODELS.forEach((model, i) => {
      make(`near${i}`, shapes.near[model], !THIN.has(model));
      const middle = shapes.middle[model];
      if (middle) make(`middle${i}`, middle, false);
    });
    make('leaf', shapes.far.leaf, false);
    make('pine', shapes.far.pine, false);
  }

  /** `low`: bushes and below, drawn near only. */
  add(key: number, low: boolean, items: Float32Array): void {
    if (!items.length) return;
    const [i, j] = cornerOf(key);
    this.stands.set(`${key} ${low}`, { x: (i + 0.5) * TILE_M, z: (j + 0.5) * TILE_M, items, low });
    this.stale = true;
  }

  drop(key: number, low: boolean): void {
    if (this.stands.delete(`${key} ${low}`)) this.stale = true;
  }

  /** Fills the instances for this camera; nothing when it has hardly moved. */
  update(x: number, y: number, z: number, yaw: number, pitch: number, fovDeg: number, aspect: number): void {
    const { quality } = this;
    if (!quality || !this.thickets.size) return;
    const turned = Math.abs(Math.atan2(Math.sin(yaw - this.lastYaw), Math.cos(yaw - this.lastYaw)));
    if (!this.stale && Math.hypot(x - this.lastX, z - this.lastZ) < MOVE_M && turned < TURN_RAD) return;
    this.stale = false;
    this.lastX = x;
    this.lastZ = z;
    this.lastYaw = yaw;
    for (const thicket of this.thickets.values()) thicket.begin();
    const wide = Math.atan(Math.tan((fovDeg * Math.PI) / 360) * aspect);
    // Looking steeply down, the view takes in the ground all round.
    const cone = pitch < -0.5 ? -1 : Math.cos(Math.min(Math.PI, wide + MARGIN_RAD));
    const eye: Eye = { x, y, z, fx: Math.sin(yaw), fz: -Math.cos(yaw), cone };
    for (const stand of this.stands.values()) this.fill(stand, eye, quality);
    for (const thicket of this.thickets.values()) thicket.end();
  }

  private fill({ x, z, items, low }: Stand, eye: Eye, quality: Quality): void {
    const dx = x - eye.x;
    const dz = z - eye.z;
    const away = Math.hypot(dx, dz);
    if (away - TILE_REACH_M > (low ? quality.bush_m : quality.treeFar_m)) return;
    if (away > TILE_REACH_M + 26 && dx * eye.fx + dz * eye.fz + TILE_REACH_M < away * eye.cone - TILE_REACH_M) return;
    for (let at = 0; at < items.length; at += ITEM) this.place(items, at, eye, quality);
  }

  private place(items: Float32Array, at: number, eye: Eye, quality: Quality): void {
    const dx = items[at] - eye.x;
    const dz = items[at + 2] - eye.z;
    const flat = Math.hypot(dx, dz);
    if (flat > 26 && dx * eye.fx + dz * eye.fz < flat * eye.cone) return;
    const distance = Math.hypot(flat, (eye.y - items[at + 1]) * 0.7);
    const model = items[at + 5];
    if (model >= LOW_FROM && distance > quality.bush_m) return;
    const level = levelAt(distance, quality, model >= LOW_FROM);
    if (!level) return;
    const look = FAR_LOOK[TREE_MODELS[model]];
    if (level === 'far') {
      if (look) this.thickets.get(look.shape)!.put(items, at, this.farTint[model]);
    } else (this.thickets.get(`${level}${model}`) ?? this.thickets.get(`near${model}`)!).put(items, at, null);
  }
}

function levelAt(distance: number, quality: Quality, low: boolean): Level | null {
  if (distance < quality.treeNear_m) return 'near';
  if (distance < quality.treeMiddle_m || low) return 'middle';
  return distance < quality.treeFar_m ? 'far' : null;
}
