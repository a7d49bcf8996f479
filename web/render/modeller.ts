// Immediate-mode mesh modeller: flat-shaded triangles with painted colours, a matrix stack and four side numbers per vertex.
// In: calls like box, loft, tube, ico in local metres. Out: typed arrays (transferable from a worker), see geometry.ts for three.
// Needs no three, so that it runs in the world builder's worker as well.
import {
  boxRing,
  faceNormal,
  icosphere,
  linear,
  loop,
  mix,
  multiply,
  type Paint,
  type Ring,
  seeded,
  unit,
  type Vec3,
} from './shapes';

export { linear, type Paint, type Ring, seeded, type Vec3 } from './shapes';

export interface MeshArrays {
  position: Float32Array; // x, y, z
  normal: Int8Array; // x, y, z, 0 in 1/127
  color: Uint16Array; // linear r, g, b, 1 in 1/65535
  tag: Float32Array; // four side numbers, see Modeller.tag
  vertices: number;
}

export interface BoxShape {
  /** How much the top shrinks or grows along x and z. */
  top?: readonly [number, number];
  /** Chamfer of the vertical edges, metres. */
  bevel?: number;
  topPaint?: Paint;
  noBottom?: boolean;
  shade?: number;
}

export interface LoftShape {
  capTop?: boolean;
  capBottom?: boolean;
  /** Turn of the first corner, radians; half a side when not given. */
  turn?: number;
  /** 1 = ellipse, smaller = towards a rounded box. */
  square?: number;
}

export class Modeller {
  /** How far the brightness of a face may stray from its paint, 0..1. */
  jitter = 0.035;
  /** Darkens towards the bottom: from `y0` (brightness `dark`) up to `y1` (full). World heights. */
  occlude: { y0: number; y1: number; dark: number } | null = null;
  /** Bends normals away from a centre (crowns shade as one volume); `mix` 0..1. */
  bend: { centre: Vec3; mix: number } | null = null;
  /** Side numbers given to each following vertex: bone and palette slot, sway and glow, ... */
  tag: readonly [number, number, number, number] = [0, 0, 0, 0];
  /** Side numbers by place instead (mesh space), when one face spans two bones. */
  tagAt: ((x: number, y: number, z: number) => readonly [number, number, number, number]) | null = null;
  readonly random: () => number;

  private positions: number[] = [];
  private normals: number[] = [];
  private colors: number[] = [];
  private tags: number[] = [];
  /** Row-major 3x4 matrix from local to mesh space. */
  private matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
  private stack: number[][] = [];

  constructor(seed = 1) {
    this.random = seeded(seed);
  }

  get vertices(): number {
    return this.positions.length / 3;
  }

  // ---- placing ----

  /** Moves, turns (y, then x, then z) and scales what follows, until `pop`. */
  push(x = 0, y = 0, z = 0, turnY = 0, scale: number | Vec3 = 1, turnX = 0, turnZ = 0): this {
    this.stack.push(this.matrix);
    const [sx, sy, sz] = typeof scale === 'number' ? [scale, scale, scale] : scale;
    const a = Math.cos(turnX);
    const b = Math.sin(turnX);
    const c = Math.cos(turnY);
    const d = Math.sin(turnY);
    const e = Math.cos(turnZ);
    const f = Math.sin(turnZ);
    const local = [
      (c * e + d * f * b) * sx,
      (d * e * b - c * f) * sy,
      a * d * sz,
      x,
      a * f * sx,
      a * e * sy,
      -b * sz,
      y,
      (c * f * b - d * e) * sx,
      (d * f + c * e * b) * sy,
      a * c * sz,
      z,
    ];
    this.matrix = multiply(this.matrix, local);
    return this;
  }

  pop(): this {
    const matrix = this.stack.pop();
    if (!matrix) throw new Error('modeller: pop without push');
    this.matrix = matrix;
    return this;
  }

  /** `draw` with its own place, turn and scale. */
  at(x: number, y: number, z: number, turnY: number, draw: () => void, scale: number | Vec3 = 1, turnX = 0, turnZ = 0): this {
    this.push(x, y, z, turnY, scale, turnX, turnZ);
    draw();
    return this.pop();
  }

  // ---- faces ----

  /** One face, counter-clockwise seen from outside. `shades` darkens or lightens single corners. */
  tri(a: Vec3, b: Vec3, c: Vec3, paint: Paint, shade = 1, shades?: Vec3): void {
    // A mirrored matrix would turn the face inside out.
    const turned = this.mirrored();
    const p0 = this.place(a);
    const p1 = this.place(turned ? c : b);
    const p2 = this.place(turned ? b : c);
    const n = faceNormal(p0, p1, p2);
    if (!n) return;
    const stray = shade * (1 + (this.random() - 0.5) * 2 * this.jitter);
    const colour = linear(paint);
    this.corner(p0, n, colour, shades ? stray * shades[0] : stray);
    this.corner(p1, n, colour, shades ? stray * shades[1] : stray);
    this.corner(p2, n, colour, shades ? stray * shades[2] : stray);
  }

  private corner(point: Vec3, face: Vec3, colour: Vec3, shade: number): void {
    const normal = this.bend ? this.bent(point, face) : face;
    const s = shade * this.occlusion(point[1]);
    const tag = this.tagAt ? this.tagAt(point[0], point[1], point[2]) : this.tag;
    this.positions.push(point[0], point[1], point[2]);
    this.normals.push(normal[0], normal[1], normal[2]);
    this.colors.push(colour[0] * s, colour[1] * s, colour[2] * s);
    this.tags.push(tag[0], tag[1], tag[2], tag[3]);
  }

  /** Two faces of one shade, corners counter-clockwise seen from outside. */
  quad(a: Vec3, b: Vec3, c: Vec3, d: Vec3, paint: Paint, shade = 1): void {
    const { jitter } = this;
    const s = shade * (1 + (this.random() - 0.5) * 2 * jitter);
    this.jitter = jitter * 0.25;
    this.tri(a, b, c, paint, s);
    this.tri(a, c, d, paint, s);
    this.jitter = jitter;
  }

  /** A quad seen from both sides; the back is darker. */
  sheet(a: Vec3, b: Vec3, c: Vec3, d: Vec3, paint: Paint, shade = 1, backShade = 0.75): void {
    this.quad(a, b, c, d, paint, shade);
    this.quad(d, c, b, a, paint, shade * backShade);
  }

  // ---- solids ----

  /** A box centred at x, z that stands on y. */
  box(x: number, y: number, z: number, w: number, h: number, d: number, paint: Paint, shape: BoxShape = {}): void {
    const [tx, tz] = shape.top ?? [1, 1];
    const bevel = shape.bevel ?? 0;
    const shade = shape.shade ?? 1;
    const low = boxRing(x, y, z, w / 2, d / 2, bevel);
    const high = boxRing(x, y + h, z, (w / 2) * tx, (d / 2) * tz, Math.min(bevel, (w / 2) * tx, (d / 2) * tz));
    for (let i = 0; i < low.length; i++) {
      const k = (i + 1) % low.length;
      this.quad(low[k], low[i], high[i], high[k], paint, shade);
    }
    this.fan(high, true, shape.topPaint ?? paint, shade);
    if (!shape.noBottom) this.fan(low, false, paint, shade * 0.8);
  }

  /** Stacked rings joined to a faceted tube along y. */
  loft(rings: readonly Ring[], sides: number, paint: Paint, shape: LoftShape = {}): void {
    const turn = shape.turn ?? Math.PI / sides;
    const square = shape.square ?? 1;
    const loops = rings.map(r => loop(r, sides, turn, square));
    for (let k = 0; k < rings.length - 1; k++) {
      const { paint: band = paint, shade = 1 } = rings[k];
      for (let i = 0; i < sides; i++) {
        const j = (i + 1) % sides;
        this.quad(loops[k][j], loops[k][i], loops[k + 1][i], loops[k + 1][j], band, shade);
      }
    }
    const last = rings.length - 1;
    if (shape.capTop !== false)
      this.fan(loops[last], true, rings[last].paint ?? rings[last - 1].paint ?? paint, rings[last].shade ?? 1);
    if (shape.capBottom !== false) this.fan(loops[0], false, rings[0].paint ?? paint, (rings[0].shade ?? 1) * 0.85);
  }

  cylinder(
    x: number,
    y: number,
    z: number,
    low: number,
    high: number,
    h: number,
    sides: number,
    paint: Paint,
    shape: LoftShape = {},
  ): void {
    this.push(x, y, z);
    this.loft(
      [
        { y: 0, rx: low },
        { y: h, rx: high },
      ],
      sides,
      paint,
      shape,
    );
    this.pop();
  }

  cone(x: number, y: number, z: number, radius: number, h: number, sides: number, paint: Paint, shape: LoftShape = {}): void {
    this.push(x, y, z);
    this.loft(
      [
        { y: 0, rx: radius },
        { y: h, rx: 0.001 },
      ],
      sides,
      paint,
      { ...shape, capTop: false },
    );
    this.pop();
  }

  /** A tapered tube from one point to another. `flat` squeezes it across its local z. */
  tube(
    from: Vec3,
    to: Vec3,
    low: number,
    high: number,
    sides: number,
    paint: Paint,
    shape: LoftShape & { flat?: number } = {},
  ): void {
    const dx = to[0] - from[0];
    const dy = to[1] - from[1];
    const dz = to[2] - from[2];
    const length = Math.hypot(dx, dy, dz);
    if (length < 1e-6) return;
    const flat = shape.flat ?? 1;
    this.push(from[0], from[1], from[2], Math.atan2(dx, dz), 1, Math.acos(Math.max(-1, Math.min(1, dy / length))));
    this.loft(
      [
        { y: 0, rx: low, rz: low * flat },
        { y: length, rx: high, rz: high * flat },
      ],
      sides,
      paint,
      shape,
    );
    this.pop();
  }

  /** A displaced icosphere. `detail` 0: 20 faces, 1: 80, 2: 320. `topPaint` is blended in towards the top. */
  ico(
    x: number,
    y: number,
    z: number,
    radius: number | Vec3,
    detail: number,
    paint: Paint,
    shape: { noise?: number; topPaint?: Paint; flatBottom?: number; shade?: number } = {},
  ): void {
    const [rx, ry, rz] = typeof radius === 'number' ? [radius, radius, radius] : radius;
    const noise = shape.noise ?? 0;
    const base = linear(paint);
    const top = shape.topPaint ? linear(shape.topPaint) : null;
    const { points, faces } = icosphere(detail);
    const moved = points.map((p): Vec3 => {
      const k = 1 + (this.random() - 0.5) * 2 * noise;
      const py = shape.flatBottom === undefined ? p[1] * k : Math.max(p[1] * k, -shape.flatBottom);
      return [x + p[0] * rx * k, y + py * ry, z + p[2] * rz * k];
    });
    for (const [a, b, c] of faces) {
      const height = (points[a][1] + points[b][1] + points[c][1]) / 3;
      const colour = top ? mix(base, top, Math.min(1, Math.max(0, height * 0.62 + 0.42))) : base;
      this.tri(moved[a], moved[b], moved[c], colour, shape.shade ?? 1);
    }
  }

  /** Fills a convex loop. */
  fan(points: readonly Vec3[], up: boolean, paint: Paint, shade = 1): void {
    for (let i = 1; i < points.length - 1; i++) {
      if (up) this.tri(points[0], points[i + 1], points[i], paint, shade);
      else this.tri(points[0], points[i], points[i + 1], paint, shade);
    }
  }

  // ---- result ----

  /** What was drawn so far, vertex by vertex, three per face. */
  arrays(): MeshArrays {
    const { vertices } = this;
    const normal = new Int8Array(vertices * 4);
    const color = new Uint16Array(vertices * 4);
    for (let i = 0; i < vertices; i++) {
      for (let k = 0; k < 3; k++) {
        normal[i * 4 + k] = Math.round(this.normals[i * 3 + k] * 127);
        color[i * 4 + k] = Math.round(Math.min(1, Math.max(0, this.colors[i * 3 + k])) * 65535);
      }
      color[i * 4 + 3] = 65535;
    }
    return { position: new Float32Array(this.positions), normal, color, tag: new Float32Array(this.tags), vertices };
  }

  private place(p: Vec3): Vec3 {
    const m = this.matrix;
    return [
      m[0] * p[0] + m[1] * p[1] + m[2] * p[2] + m[3],
      m[4] * p[0] + m[5] * p[1] + m[6] * p[2] + m[7],
      m[8] * p[0] + m[9] * p[1] + m[10] * p[2] + m[11],
    ];
  }

  private mirrored(): boolean {
    const m = this.matrix;
    return m[0] * (m[5] * m[10] - m[6] * m[9]) - m[1] * (m[4] * m[10] - m[6] * m[8]) + m[2] * (m[4] * m[9] - m[5] * m[8]) < 0;
  }

  private bent(point: Vec3, normal: Vec3): Vec3 {
    if (!this.bend) return normal;
    const { centre, mix: k } = this.bend;
    const away = unit([point[0] - centre[0], point[1] - centre[1], point[2] - centre[2]]);
    return unit(mix(normal, away, k));
  }

  private occlusion(y: number): number {
    if (!this.occlude) return 1;
    const { y0, y1, dark } = this.occlude;
    return dark + (1 - dark) * Math.min(1, Math.max(0, (y - y0) / (y1 - y0)));
  }
}
