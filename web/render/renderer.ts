// The picture: composes sky, light, ground, water, works, growth and the actors into one scene and draws it.
// In: a Place and its Ground once, a FrameView per frame. Out: pixels on the canvas, and answers about them (contract.ts).
import { CustomToneMapping, PCFShadowMap, PerspectiveCamera, type Points, Scene, SRGBColorSpace, WebGLRenderer } from 'three';
import type { Place } from '../../src/shared/content/kinds';
import { createActors } from './actors';
import { createMotes, createSmoke } from './air';
import { Builder } from './builder';
import type { FromBuilder } from './buildermessages';
import type { FrameView, Ground, Renderer, RenderStats, Tier } from './contract';
import { createGrass, placeGrass } from './grass';
import { GroundMeshes, ROOT_M } from './ground';
import { LampLight } from './lamplight';
import { Lights } from './lights';
import { bindMaps } from './map';
import { NodeMeshes } from './nodes';
import type { Stage } from './parts';
import { groundAt, project } from './picking';
import { createSky } from './sky';
import { shared } from './style';
import { Governor, QUALITY, type Quality, suggestTier } from './tiers';
import { TreeMeshes } from './trees';
import { createWater } from './water';
import { WorksMeshes } from './works';
import type { Growth } from './world/growth';
import type { TreeShapes } from './world/treemodels';

const FAR_M = 3400;
/** Chunks of works nearer than this must stand before Play. */
const READY_CHUNKS = 6;

/** Draws into `canvas`; `tier` undefined looks at the machine. Throws when the browser has no WebGL 2. */
export function createRenderer(canvas: HTMLCanvasElement, tier: Tier = suggestTier()): Renderer {
  return new Picture(canvas, tier);
}

class Picture implements Renderer {
  private readonly gl: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(55, 16 / 9, 0.25, FAR_M);
  private readonly lights = new Lights(this.scene);
  private readonly works = new WorksMeshes();
  private readonly trees = new TreeMeshes();
  private readonly nodes = new NodeMeshes();
  private readonly lamps = new LampLight();
  private readonly governor = new Governor();
  private readonly stage: Stage;
  private readonly actors;
  private land: { ground: Ground; meshes: GroundMeshes; builder: Builder; place: Place } | null = null;
  private grass: { tufts: ReturnType<typeof createGrass>; flowers: ReturnType<typeof createGrass> } | null = null;
  private motes: Points | null = null;
  private quality: Quality;
  private scale = 1;
  private pixelRatio = 1;
  private readonly size = { width: 1, height: 1 };

  constructor(
    canvas: HTMLCanvasElement,
    private tier: Tier,
  ) {
    this.quality = QUALITY[tier];
    this.gl = new WebGLRenderer({ canvas, antialias: this.quality.antialias, powerPreference: 'high-performance' });
    this.gl.outputColorSpace = SRGBColorSpace;
    this.gl.toneMapping = CustomToneMapping;
    this.gl.shadowMap.type = PCFShadowMap;
    this.gl.info.autoReset = false;
    this.camera.rotation.order = 'YXZ';
    this.scene.add(createSky(), this.works.group, this.trees.group, this.nodes.group, this.lamps.group);
    this.stage = {
      scene: this.scene,
      camera: this.camera,
      gl: this.gl,
      tier,
      size: this.size,
      light: { sun: 0, sunColor: 0xffffff, sky: 0, skyColor: 0xffffff, groundColor: 0xffffff },
    };
    this.actors = createActors(this.stage);
    this.setTier(tier);
    // Without this the browser gives the context up for good; three itself uploads everything again when it comes back.
    canvas.addEventListener('webglcontextlost', event => event.preventDefault());
    this.resize(canvas.clientWidth || 1, canvas.clientHeight || 1, 1);
  }

  async load(place: Place, ground: Ground, progress: (step: string, done: number) => void): Promise<void> {
    progress('Reading the land', 0.05);
    const [level, column, row] = place.region;
    const side = 2048 / 2 ** level;
    const spawn = place.spawns[0] ?? { x: (column + 0.5) * side, z: (row + 0.5) * side };
    const near = new NearWorld();
    const builder = new Builder(
      message => this.receive(message, near, progress),
      error => near.fail(error),
    );
    const plot = { x: ground.originX, z: ground.originZ, size: (ground.side - 1) * ground.step };
    const meshes = new GroundMeshes(plot, (key, x, z, size, urgent) => builder.patch(key, x, z, size, urgent));
    meshes.setQuality(this.quality);
    this.land?.builder.stop();
    this.land = { ground, meshes, builder, place };
    this.scene.add(meshes.group, createWater(plot.x + plot.size / 2, plot.z + plot.size / 2, ROOT_M));
    await builder.begin(place, ground, spawn.x, spawn.z);
    progress('Raising the hills', 0.2);
    meshes.update(spawn.x, ground.height(spawn.x, spawn.z) + 8, spawn.z);
    await this.actors.load(ground);
    await near.whole(() => {
      meshes.update(spawn.x, ground.height(spawn.x, spawn.z) + 8, spawn.z);
      return meshes.complete;
    });
    progress('Ready', 1);
  }

  frame(view: FrameView): void {
    this.moveCamera(view);
    this.lights.frame(view.hour);
    this.gl.toneMappingExposure = this.lights.exposure;
    shared.uTime.value = view.timeS;
    const { x, y, z, yaw, pitch, fovDeg } = view.camera;
    const above = this.land ? y - this.land.ground.height(x, z) : 0;
    this.lights.setShadowReach(above > 20 ? 110 + above * 1.6 : 130);
    this.land?.meshes.update(x, y, z);
    this.works.update(x, above, z, view.timeS);
    this.trees.update(x, y, z, yaw, pitch, fovDeg, this.camera.aspect);
    this.lamps.frame(x, y, z, view.timeS);
    this.nodes.update(view.spentNodes);
    this.layGrass(view, above);
    this.tellLight();
    this.actors.frame(view);
    this.gl.info.reset();
    this.gl.render(this.scene, this.camera);
    this.actors.overlay(view);
    this.govern(view);
  }

  show(...outcome: Parameters<Renderer['show']>): void {
    this.actors.show(...outcome);
  }

  levelUp(id: number): void {
    this.actors.levelUp(id);
  }

  recoil(): void {
    this.actors.recoil();
  }

  resize(width: number, height: number, pixelRatio: number): void {
    this.size.width = Math.max(1, width);
    this.size.height = Math.max(1, height);
    this.pixelRatio = pixelRatio;
    this.gl.setPixelRatio(Math.min(pixelRatio, 2, this.quality.pixelRatio) * this.scale);
    this.gl.setSize(this.size.width, this.size.height, false);
    this.gl.getDrawingBufferSize(shared.uView.value);
    this.camera.aspect = this.size.width / this.size.height;
    this.camera.updateProjectionMatrix();
  }

  setTier(tier: Tier): void {
    this.tier = tier;
    this.quality = QUALITY[tier];
    this.gl.shadowMap.enabled = this.quality.shadow > 0;
    this.lights.setQuality(this.quality);
    this.land?.meshes.setQuality(this.quality);
    this.works.setQuality(this.quality);
    this.trees.setQuality(this.quality);
    this.lamps.setQuality(this.quality);
    this.sow();
    this.actors.setTier(tier);
    this.resize(this.size.width, this.size.height, this.pixelRatio);
  }

  project(x: number, y: number, z: number): { x: number; y: number } | null {
    return project(this.camera, this.size, x, y, z);
  }

  pick(x: number, y: number): number {
    return this.actors.pick(x, y);
  }

  groundAt(x: number, y: number): { x: number; y: number; z: number } | null {
    return this.land && groundAt(this.camera, this.land.ground, this.size, x, y);
  }

  stats(): RenderStats {
    const { calls, triangles } = this.gl.info.render;
    return { drawCalls: calls, triangles, tier: this.tier };
  }

  async mapImage(size: number): Promise<ImageBitmap> {
    if (!this.land) throw new Error('no map before the world is loaded');
    const [level, column, row] = this.land.place.region;
    const side = 2048 / 2 ** level;
    const bytes = await this.land.builder.picture(size, { x: column * side, z: row * side, size: side });
    return createImageBitmap(new ImageData(bytes, size, size));
  }

  setPalette(palette: Parameters<Renderer['setPalette']>[0]): void {
    this.actors.setPalette(palette);
  }

  private moveCamera(view: FrameView): void {
    const { camera } = this;
    const { x, y, z, yaw, pitch, fovDeg } = view.camera;
    camera.position.set(x, y, z);
    camera.rotation.set(pitch, -yaw, 0);
    if (camera.fov !== fovDeg) {
      camera.fov = fovDeg;
      camera.updateProjectionMatrix();
    }
    camera.updateMatrixWorld();
  }

  /** Grass before the camera: a wider tile with larger blades from high above. */
  private layGrass(view: FrameView, above: number): void {
    if (!this.grass) return;
    const { x, z, yaw } = view.camera;
    const high = Math.max(0, Math.min(1, (above - 12) / 25));
    const ahead = this.quality.grassTile_m * 0.2 + high * above * 0.9;
    placeGrass(x + Math.sin(yaw) * ahead, z - Math.cos(yaw) * ahead, this.quality.grassTile_m + high * 70, 1 + high * 0.5);
    const visible = above < 90;
    this.grass.tufts.visible = visible;
    this.grass.flowers.visible = visible;
  }

  private sow(): void {
    for (const mesh of [this.grass?.tufts, this.grass?.flowers, this.motes]) {
      if (!mesh) continue;
      this.scene.remove(mesh);
      mesh.geometry.dispose();
      for (const material of [mesh.material].flat()) material.dispose();
    }
    const { grass, flowers, motes } = this.quality;
    // Blades stand on the ground maps: before those are there, there is nothing to stand on.
    this.grass = grass && shared.uMaskMap.value ? { tufts: createGrass(grass, false), flowers: createGrass(flowers, true) } : null;
    if (this.grass) this.scene.add(this.grass.tufts, this.grass.flowers);
    this.motes = motes ? createMotes(motes) : null;
    if (this.motes) this.scene.add(this.motes);
  }

  private tellLight(): void {
    const { light } = this.stage;
    light.sun = this.lights.sun.intensity;
    light.sunColor = this.lights.sun.color.getHex();
    light.sky = this.lights.sky.intensity;
    light.skyColor = this.lights.sky.color.getHex();
    light.groundColor = this.lights.sky.groundColor.getHex();
  }

  private govern(view: FrameView): void {
    if (this.tier === 'test') return;
    const scale = this.governor.watch(view.dtS, view.target === 0);
    if (scale === null) return;
    this.scale = scale;
    this.resize(this.size.width, this.size.height, this.pixelRatio);
  }

  private receive(
    message: Exclude<FromBuilder, { type: 'picture' }>,
    near: NearWorld,
    progress: (step: string, done: number) => void,
  ): void {
    const { land } = this;
    if (!land) return;
    if (message.type === 'maps') {
      bindMaps(message.maps);
      this.sow();
      near.maps = true;
      progress('Laying the paths', 0.45);
    } else if (message.type === 'patch') {
      land.meshes.add(message.key, message.patch);
    } else if (message.type === 'trees') {
      near.shapes = message.shapes;
    } else if (message.type === 'growth') {
      this.trees.load(near.shapes!, message.growth);
      near.growth = message.growth;
      progress('Planting the woods', 0.65);
    } else if (message.type === 'chunk') {
      this.works.add(message.chunk);
      near.chunks++;
      near.left = message.left;
      if (near.chunks <= READY_CHUNKS) progress('Building the village', 0.65 + (0.33 * near.chunks) / READY_CHUNKS);
    } else {
      this.works.addTurning(message.fixtures.spins, message.moving);
      this.scene.add(createSmoke(message.fixtures.smoke, message.moving.puff));
      this.lamps.load(message.fixtures.lamps);
      this.nodes.load(land.place.nodes, message.nodes, this.works.material, (x, z) => land.ground.height(x, z));
    }
    near.check();
  }
}

/** What must have come from the builder before Play may begin. */
class NearWorld {
  maps = false;
  shapes: TreeShapes | null = null;
  growth: Growth | null = null;
  chunks = 0;
  left = 1;
  private done: (() => void) | null = null;
  private broken: (error: Error) => void = error => {
    this.error = error;
  };
  private error: Error | null = null;
  private groundReady: () => boolean = () => false;

  whole(groundReady: () => boolean): Promise<void> {
    this.groundReady = groundReady;
    return new Promise((resolve, reject) => {
      if (this.error) return reject(this.error);
      this.done = resolve;
      this.broken = reject;
      this.check();
    });
  }

  /** The builder broke down: Play cannot begin. */
  fail(error: Error): void {
    this.broken(error);
  }

  check(): void {
    const works = this.chunks >= READY_CHUNKS || (this.chunks > 0 && this.left === 0);
    if (this.done && this.maps && this.growth && works && this.groundReady()) this.done();
  }
}
