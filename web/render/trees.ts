// Trees, bushes, ferns and stones on the screen: instances in three levels of detail, refilled when the camera has moved or turned enough.
// In: models and items from the builder. Out: a group.
import { Color, Group, InstancedMesh, MeshLambertMaterial } from 'three';
import { PALETTE } from './palette';
import { stylize } from './style';
import type { Quality } from './tiers';
import { AUX_GLSL, geometryOf } from './works';
import { type Growth, ITEM } from './world/growth';
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
    fragmentColor: 'diffuseColor.rgb *= .94 + .12 * valueNoise(vWorldAt.xz * 1.7 + vWorldAt.y);',
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
const TURN_RAD = 0.22;
const MOVE_M = 4;
/** Half the view is widened by this much, so that turning a little shows no gap. */
const MARGIN_RAD = 0.45;

export class TreeMeshes {
  readonly group = new Group();
  private readonly meshes = new Map<string, InstancedMesh>();
  private readonly farTint: (Color | null)[] = TREE_MODELS.map(model => {
    const look = FAR_LOOK[model];
    return look && new Color(PALETTE[look.paint]).multiplyScalar(1.05);
  });
  private items: Float32Array = new Float32Array(0);
  private quality: Quality | null = null;
  private lastX = Number.NaN;
  private lastZ = 0;
  private lastYaw = 0;

  setQuality(quality: Quality): void {
    this.quality = quality;
    this.lastX = Number.NaN;
  }

  load(shapes: TreeShapes, growth: Growth): void {
    this.items = growth.items;
    const material = leafMaterial();
    const counts = new Array<number>(TREE_MODELS.length).fill(0);
    for (let i = 0; i < growth.count; i++) counts[growth.items[i * ITEM + 5]]++;
    const make = (name: string, mesh: Parameters<typeof geometryOf>[0], capacity: number, casts: boolean) => {
      const instanced = new InstancedMesh(geometryOf(mesh), material, Math.max(1, capacity));
      instanced.frustumCulled = false;
      instanced.castShadow = casts;
      instanced.receiveShadow = true;
      instanced.count = 0;
      instanced.setColorAt(0, new Color(1, 1, 1));
      this.meshes.set(name, instanced);
      this.group.add(instanced);
    };
    TREE_MODELS.forEach((model, i) => {
      if (!counts[i]) return;
      make(`near${i}`, shapes.near[model], counts[i], model !== 'fern');
      const middle = shapes.middle[model];
      if (middle) make(`middle${i}`, middle, counts[i], false);
    });
    make('leaf', shapes.far.leaf, growth.count, false);
    make('pine', shapes.far.pine, growth.count, false);
    this.lastX = Number.NaN;
  }

  /** Fills the instances for this camera; cheap when it has hardly moved. */
  update(x: number, y: number, z: number, yaw: number, pitch: number, fovDeg: number, aspect: number): void {
    const { quality } = this;
    const turned = Math.abs(Math.atan2(Math.sin(yaw - this.lastYaw), Math.cos(yaw - this.lastYaw)));
    if (!quality || (Math.hypot(x - this.lastX, z - this.lastZ) < MOVE_M && turned < TURN_RAD)) return;
    this.lastX = x;
    this.lastZ = z;
    this.lastYaw = yaw;
    for (const mesh of this.meshes.values()) mesh.count = 0;
    const wide = Math.atan(Math.tan((fovDeg * Math.PI) / 360) * aspect);
    // Looking steeply down, the view takes in the ground all round.
    const cone = pitch < -0.5 ? -1 : Math.cos(Math.min(Math.PI, wide + MARGIN_RAD));
    const fx = Math.sin(yaw);
    const fz = -Math.cos(yaw);
    const { items } = this;
    for (let at = 0; at < items.length; at += ITEM) {
      const dx = items[at] - x;
      const dz = items[at + 2] - z;
      const flat = Math.hypot(dx, dz);
      if (flat > 26 && dx * fx + dz * fz < flat * cone) continue;
      this.place(at, Math.hypot(flat, (y - items[at + 1]) * 0.7), quality);
    }
    for (const mesh of this.meshes.values()) {
      mesh.visible = mesh.count > 0;
      mesh.instanceMatrix.needsUpdate = true;
      mesh.instanceColor!.needsUpdate = true;
    }
  }

  private place(at: number, distance: number, quality: Quality): void {
    const model = this.items[at + 5];
    if (model >= LOW_FROM && distance > quality.bush_m) return;
    const level = levelAt(distance, quality, model >= LOW_FROM);
    if (!level) return;
    const look = FAR_LOOK[TREE_MODELS[model]];
    const mesh = this.meshes.get(level === 'far' ? (look?.shape ?? '') : `${level}${model}`) ?? this.meshes.get(`near${model}`);
    if (!mesh || (level === 'far' && !look)) return;
    this.write(mesh, at, level === 'far' ? this.farTint[model] : null);
  }

  private write(mesh: InstancedMesh, at: number, tint: Color | null): void {
    const { items } = this;
    const scale = items[at + 3];
    const c = Math.cos(items[at + 4]) * scale;
    const s = Math.sin(items[at + 4]) * scale;
    const m = mesh.instanceMatrix.array as Float32Array;
    const o = mesh.count * 16;
    m.fill(0, o, o + 16);
    m[o] = c;
    m[o + 2] = -s;
    m[o + 5] = scale;
    m[o + 8] = s;
    m[o + 10] = c;
    m[o + 12] = items[at];
    m[o + 13] = items[at + 1];
    m[o + 14] = items[at + 2];
    m[o + 15] = 1;
    const light = items[at + 6];
    const warm = 0.96 + items[at + 7] * 0.1;
    const color = mesh.instanceColor!.array as Float32Array;
    color[mesh.count * 3] = light * warm * (tint?.r ?? 1);
    color[mesh.count * 3 + 1] = light * (tint?.g ?? 1);
    color[mesh.count * 3 + 2] = light * 0.97 * (tint?.b ?? 1);
    mesh.count++;
  }
}

function levelAt(distance: number, quality: Quality, low: boolean): Level | null {
  if (distance < quality.treeNear_m) return 'near';
  if (distance < quality.treeMiddle_m || low) return 'middle';
  return distance < quality.treeFar_m ? 'far' : null;
}
