// The picture: composes sky, light, ground, water, works, growth and the actors into one scene and draws it.
// In: the builder and the ground once, a FrameView per frame. Out: pixels on the canvas, and answers about them (contract.ts).
import { CustomToneMapping, PCFShadowMap, PerspectiveCamera, type Points, Scene, SRGBColorSpace, WebGLRenderer } from 'three';
import type { Mood } from '../../src/shared/content/kinds';
import { placesOf } from '../places';
import { createActors } from './actors';
import { createMotes } from './air';
import type { Builder } from './builder';
import type { FrameView, Ground, Renderer, RenderStats, Tier } from './contract';
import { createGrass, placeGrass } from './grass';
import { Landscape } from './landscape';
import { Lights } from './lights';
import type { Stage } from './parts';
import { groundAt, project } from './picking';
import { createSky } from './sky';
import { shared } from './style';
import { Governor, QUALITY, type Quality, suggestTier } from './tiers';
import { Weather } from './weather';
import { Biomes, LookBlend } from './world/biomes';

const FAR_M = 3400;
/** A farther move of the camera from one picture to the next is a journey. */
const JUMP_M = 150;
/** The last picture is held no longer than this. */
const LONGEST_HOLD_S = 2;
/** Nobody waits longer than this for another world to stand. */
const LONGEST_VEIL_MS = 8000;
/** Between two looks at whether the land stands already. */
const LOOK_MS = 16;

/** Draws into `canvas`; `tier` undefined looks at the machine. Throws when the browser has no WebGL 2. */
export function createRenderer(canvas: HTMLCanvasElement, tier: Tier = suggestTier()): Renderer {
  return new Picture(canvas, tier);
}

class Picture implements Renderer {
  private readonly gl: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(55, 16 / 9, 0.25, FAR_M);
  private readonly lights = new Lights(this.scene);
  private readonly weather = new Weather();
  private biomes = new Biomes(placesOf(''));
  private mood: Mood | null = null;
  private readonly looks = new LookBlend();
  private readonly governor = new Governor();
  private readonly stage: Stage;
  private readonly actors;
  private land: { ground: Ground; scape: Landscape; builder: Builder } | null = null;
  /** How many worlds were entered: the last one counts. */
  private entered = 0;
  private entering = false;
  /** Set when the builder broke down: no more land will come. */
  private broken: Error | null = null;
  private grass: { tufts: ReturnType<typeof createGrass>; flowers: ReturnType<typeof createGrass> } | null = null;
  private motes: Points | null = null;
  private quality: Quality;
  private scale = 1;
  /** Pictures so far. */
  private drawn = 0;
  private travelsSince_s = 0;
  private pixelRatio = 1;
  private readonly size = { width: 1, height: 1 };

  constructor(
    canvas: HTMLCanvasElement,
    public tier: Tier,
  ) {
    this.quality = QUALITY[tier];
    this.gl = new WebGLRenderer({ canvas, antialias: this.quality.antialias, powerPreference: 'high-performance' });
    this.gl.outputColorSpace = SRGBColorSpace;
    this.gl.toneMapping = CustomToneMapping;
    this.gl.shadowMap.type = PCFShadowMap;
    this.gl.info.autoReset = false;
    this.camera.rotation.order = 'YXZ';
    this.scene.add(createSky(), this.weather.group);
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

  async load(builder: Builder, ground: Ground, x: number, z: number, progress: (done: number) => void): Promise<void> {
    progress(0.05);
    const scape = new Landscape(this.gl, builder);
    builder.onFail = error => {
      this.broken = error;
    };
    this.land = { ground, scape, builder };
    await scape.load(builder);
    scape.setQuality(this.quality);
    this.scene.add(scape.group);
    this.sow();
    await this.actors.load(ground);
    await this.stand(x, z, done => progress(0.1 + 0.9 * done));
    progress(1);
  }

  /** Takes in the land round a point until it may be looked at. */
  private async stand(x: number, z: number, progress: (done: number) => void): Promise<void> {
    const { ground, scape } = this.land!;
    const y = ground.height(x, z) + 8;
    for (;;) {
      if (this.broken) throw this.broken;
      scape.bring(x, y, z, LOOK_MS / 1000);
      const done = scape.readiness(x, z);
      if (done >= 1) return;
      progress(done);
      await new Promise(resolve => setTimeout(resolve, LOOK_MS));
    }
  }

  async enter(world: string, at: () => { x: number; z: number } | null): Promise<void> {
    if (!this.land) return;
    const { scape, builder } = this.land;
    const turn = ++this.entered;
    this.entering = true;
    const places = placesOf(world);
    this.biomes = new Biomes(places);
    this.mood = (world && places[0].mood) || null;
    shared.uMote.value.set(...(this.mood?.motes ?? [0, 0, 0]), this.mood?.motes ? 1 : 0);
    builder.enter(world);
    scape.clear(builder.relief());
    const until_ms = performance.now() + LONGEST_VEIL_MS;
    while (turn === this.entered && performance.now() < until_ms) {
      if (this.broken) break;
      const spot = at();
      if (spot) {
        scape.bring(spot.x, this.land.ground.height(spot.x, spot.z) + 8, spot.z, LOOK_MS / 1000);
        if (scape.readiness(spot.x, spot.z) >= 1) break;
      }
      await new Promise(resolve => setTimeout(resolve, LOOK_MS));
    }
    if (turn === this.entered) this.entering = false;
  }

  frame(view: FrameView): void {
    if (this.entering || this.travels(view)) return;
    this.moveCamera(view);
    this.lights.frame(view.hour);
    shared.uTime.value = view.timeS;
    const { x, y, z } = view.camera;
    const above = this.land ? y - this.land.ground.height(x, z) : 0;
    this.lights.setShadowReach(above > 20 ? 110 + above * 1.6 : 130);
    this.biomes.weigh(x, z);
    const look = this.looks.set(this.biomes.shares);
    this.weather.frame(view, this.lights, Math.max(0, above));
    this.gl.toneMappingExposure = this.lights.exposure;
    this.lights.tint(look.air, look.mist * (this.mood?.mist ?? 1));
    if (this.mood) this.lights.tinge(this.mood);
    const sight = { aspect: this.camera.aspect, timeS: view.timeS, dtS: view.dtS, look };
    this.land?.scape.frame({ ...view.camera, above }, sight, view.place, view.spentNodes);
    this.layGrass(view, above);
    this.tellLight();
    this.actors.frame(view);
    this.gl.info.reset();
    this.gl.render(this.scene, this.camera);
    this.drawn++;
    this.actors.overlay(view);
    this.govern(view);
  }

  show(...outcome: Parameters<Renderer['show']>): void {
    this.actors.show(...outcome);
  }

  levelUp(id: number): void {
    this.actors.levelUp(id);
  }

  questDone(id: number): void {
    this.actors.questDone(id);
  }

  layAreas(...told: Parameters<Renderer['layAreas']>): void {
    this.actors.layAreas(...told);
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

  setTier(tier = suggestTier()): void {
    this.tier = tier;
    this.quality = QUALITY[tier];
    this.gl.shadowMap.enabled = this.quality.shadow > 0;
    this.lights.setQuality(this.quality);
    this.weather.setQuality(this.quality);
    this.land?.scape.setQuality(this.quality);
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
    const { render, memory } = this.gl.info;
    const { cost } = this.actors;
    return {
      drawCalls: render.calls,
      triangles: render.triangles,
      actorCalls: cost.calls,
      actorTriangles: cost.triangles,
      actors_ms: cost.ms,
      tier: this.tier,
      geometries: memory.geometries,
      textures: memory.textures,
      ...(this.land?.scape.count ?? { near: 0, maps: 0, far: 0, patches: 0 }),
    };
  }

  setPalette(palette: Parameters<Renderer['setPalette']>[0]): void {
    this.actors.setPalette(palette);
  }

  /**
   * The eye has jumped to land that is not there yet: the last picture stays until it is, or for a moment at most. Nothing that a walker
   * does comes here.
   */
  private travels(view: FrameView): boolean {
    const { x, y, z } = view.camera;
    const jumped = Math.hypot(x - this.camera.position.x, z - this.camera.position.z) > JUMP_M;
    if (!jumped || !this.land || this.drawn === 0) return false;
    if (!this.travelsSince_s) this.travelsSince_s = view.timeS;
    const { scape } = this.land;
    scape.bring(x, y, z, view.dtS);
    if (scape.readiness(x, z) < 1 && view.timeS - this.travelsSince_s < LONGEST_HOLD_S) return true;
    this.travelsSince_s = 0;
    return false;
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
    placeGrass(
      x + Math.sin(yaw) * ahead,
      z - Math.cos(yaw) * ahead,
      this.quality.grassTile_m + high * 70,
      1 + high * 0.5,
      this.looks.look,
    );
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
}
