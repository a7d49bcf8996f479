// Things in flight: arrows that fly, trail and stick; embers, webs and bolts of light. In: launches and ends from outcomes. Out: arrow meshes and sparks.
import { InstancedMesh, Matrix4, MeshLambertMaterial, Quaternion, Vector3 } from 'three';
import type { AbilityKind } from '../../src/shared/content/kinds';
import { toGeometry } from './geometry';
import { Modeller } from './modeller';
import type { Recipe } from './recipes';
import type { Sparks } from './sparks';
import type { Streaks } from './streaks';
import { stylize } from './style';

const MAX_ARROWS = 96;
const STUCK_S = 9;
const STUCK_IN_BODY_S = 4;
/** A flight nobody ended: the shooter's cell went out of sight. */
const LOST_S = 3;

interface Flight {
  visual: string;
  at: Vector3;
  speed: Vector3;
  drop: number;
  born: number;
}
interface Stuck {
  at: Vector3;
  way: Vector3;
  born: number;
  /** Body it sticks in, and where in its own frame. */
  body: number;
  yaw: number;
}

/** Where a body is, for arrows that stick in it. */
export type WhereIs = (id: number) => { x: number; y: number; z: number; yaw: number } | null;

/** Core and tail of flights that are no arrows. */
const GLOWS: Record<string, readonly [core: Recipe, tail: Recipe]> = {
  ember: ['emberCore', 'emberTail'],
  wisp: ['wispCore', 'wispTail'],
  web: ['webCore', 'webTail'],
  spit: ['spitCore', 'spitTail'],
};

const TAILS: Record<string, string> = { ember: '#ff9a4a', wisp: '#8ff0ff', web: '#f4f4f2', spit: '#b7f06a' };

export class Projectiles {
  readonly mesh: InstancedMesh;
  private readonly flights = new Map<number, Flight>();
  private stuck: Stuck[] = [];
  private readonly matrix = new Matrix4();
  private readonly turn = new Quaternion();
  private readonly ahead = new Vector3(0, 0, 1);
  private readonly one = new Vector3(1, 1, 1);

  constructor(
    private readonly sparks: Sparks,
    private readonly streaks: Streaks,
  ) {
    this.mesh = new InstancedMesh(toGeometry(arrowMesh()), stylize(new MeshLambertMaterial({ vertexColors: true })), MAX_ARROWS);
    this.mesh.frustumCulled = false;
    this.mesh.count = 0;
  }

  launch(
    number: number,
    ability: AbilityKind | undefined,
    at: readonly [number, number, number],
    speed: readonly [number, number, number],
    timeS: number,
  ): void {
    this.flights.set(number, {
      visual: ability?.visual ?? 'arrow',
      at: new Vector3(...at),
      speed: new Vector3(...speed),
      drop: ability?.drop_mps2 ?? 0,
      born: timeS,
    });
  }

  /** Returns what it was, or null when its start was not seen. */
  end(number: number, hit: number, x: number, y: number, z: number, timeS: number, whereIs: WhereIs): string | null {
    const flight = this.flights.get(number);
    if (!flight) return null;
    this.flights.delete(number);
    if (flight.visual === 'arrow') this.stick(flight, hit, new Vector3(x, y, z), timeS, whereIs);
    return flight.visual;
  }

  private stick(flight: Flight, hit: number, at: Vector3, timeS: number, whereIs: WhereIs): void {
    const way = flight.speed.clone().normalize();
    const body = hit ? whereIs(hit) : null;
    if (hit && !body) return;
    if (body) {
      at.set(at.x - body.x, at.y - body.y, at.z - body.z);
      way.multiplyScalar(0.999);
    }
    this.stuck.push({ at, way, born: timeS, body: hit, yaw: body?.yaw ?? 0 });
    if (this.stuck.length > MAX_ARROWS / 2) this.stuck.shift();
  }

  step(timeS: number, dtS: number, whereIs: WhereIs): void {
    let count = 0;
    for (const [number, flight] of this.flights) {
      if (timeS - flight.born > LOST_S) {
        this.flights.delete(number);
        continue;
      }
      const before = flight.at.clone();
      flight.speed.y -= flight.drop * dtS;
      flight.at.addScaledVector(flight.speed, dtS);
      if (flight.visual === 'arrow') {
        if (count < MAX_ARROWS) this.place(count++, flight.at, flight.speed);
        if (dtS > 0)
          this.streaks.put(
            {
              kind: 'trail',
              from: before.toArray(),
              to: flight.at.toArray(),
              color: '#fff6dc',
              alpha: 0.5,
              width: [0.022, 0.022],
              life_s: 0.28,
              light: 0.6,
            },
            timeS,
          );
      } else {
        this.glow(flight, timeS);
        if (dtS > 0) this.tail(before, flight, timeS);
      }
    }
    this.stuck = this.stuck.filter(s => timeS - s.born < (s.body ? STUCK_IN_BODY_S : STUCK_S));
    for (const arrow of this.stuck) {
      if (count < MAX_ARROWS && this.placeStuck(count, arrow, whereIs)) count++;
    }
    this.mesh.count = count;
    this.mesh.visible = count > 0;
    if (count > 0) this.mesh.instanceMatrix.needsUpdate = true;
  }

  private glow(flight: Flight, timeS: number): void {
    const [core, tail] = GLOWS[flight.visual] ?? GLOWS.ember;
    const { x, y, z } = flight.at;
    this.sparks.burst(core, x, y, z, timeS);
    this.sparks.burst(tail, x, y, z, timeS);
  }

  /** The light that a bolt leaves behind: one can see afterwards where it came from. */
  private tail(before: Vector3, flight: Flight, timeS: number): void {
    this.streaks.put(
      {
        kind: 'trail',
        from: before.toArray(),
        to: flight.at.toArray(),
        color: TAILS[flight.visual] ?? TAILS.ember,
        alpha: 0.6,
        width: [0.07, 0.1],
        life_s: 0.34,
        light: 0.7,
      },
      timeS,
    );
  }

  private placeStuck(index: number, arrow: Stuck, whereIs: WhereIs): boolean {
    if (!arrow.body) {
      this.place(index, arrow.at, arrow.way);
      return true;
    }
    const body = whereIs(arrow.body);
    if (!body) return false;
    const turned = arrow.yaw - body.yaw;
    const axis = new Vector3(0, 1, 0);
    const at = arrow.at
      .clone()
      .applyAxisAngle(axis, turned)
      .add(new Vector3(body.x, body.y, body.z));
    this.place(index, at, arrow.way.clone().applyAxisAngle(axis, turned));
    return true;
  }

  private place(index: number, at: Vector3, way: Vector3): void {
    this.turn.setFromUnitVectors(this.ahead, way.clone().normalize());
    this.mesh.setMatrixAt(index, this.matrix.compose(at, this.turn, this.one));
  }
}

/** Point at the origin, feathers behind; thicker than life so that it reads from afar. */
function arrowMesh() {
  const m = new Modeller(3);
  m.tube([0, 0, -0.78], [0, 0, -0.06], 0.014, 0.014, 5, '#b8894f');
  m.tube([0, 0, -0.09], [0, 0, 0.06], 0.034, 0.002, 4, '#b3bdc9');
  for (let k = 0; k < 3; k++) {
    m.at(
      0,
      0,
      -0.7,
      0,
      () => m.box(0.03, -0.003, 0, 0.06, 0.006, 0.16, '#f4efe2', { noBottom: false }),
      1,
      0,
      (k / 3) * Math.PI * 2,
    );
  }
  return m.arrays();
}
