// Low growth of single biomes: reeds of the marsh, heather of the highland, grass of the dunes. Out: packed meshes about (0, 0, 0).
import { Modeller, type Vec3 } from '../modeller';
import { mixRgb, type Paint, rgb, scaleRgb } from '../palette';
import { P, sway } from './kit';
import { type PackedMesh, pack } from './mesh';

/** One blade from the ground outwards: two pieces, seen from both sides, light at the tip. */
function blade(m: Modeller, turn: number, foot: number, high: number, out: number, wide: number, low: Paint, tip: Paint): void {
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  const at = (along: number, up: number, side: number): Vec3 => [c * along - s * side, up, s * along + c * side];
  const bend = out * 0.35;
  const [a, b] = [at(foot, 0, -wide), at(foot, 0, wide)];
  const [d, e] = [at(foot + bend, high * 0.62, -wide * 0.8), at(foot + bend, high * 0.62, wide * 0.8)];
  const top = at(foot + out, high, 0);
  const shade = 0.92 + m.random() * 0.16;
  const middle = mixRgb(rgb(low), rgb(tip), 0.45);
  m.sheet(a, b, e, d, scaleRgb(mixRgb(rgb(low), rgb(tip), 0.1), 0.8), shade, 0.9);
  m.tri(d, e, top, mixRgb(middle, rgb(tip), 0.5), shade);
  m.tri(e, d, top, mixRgb(middle, rgb(tip), 0.5), shade * 0.9);
}

/** Tall blades that hardly bend, and a few cattails among them. */
export function reed(seed: number): PackedMesh {
  const m = new Modeller(seed);
  m.tag = sway(0.9);
  m.bend = { centre: [0, -1.4, 0], mix: 0.85 };
  for (let k = 0; k < 13; k++) {
    const turn = k * 2.4 + m.random() * 0.4;
    blade(
      m,
      turn,
      0.06 + m.random() * 0.34,
      1.1 + m.random() * 0.75,
      0.12 + m.random() * 0.3,
      0.035,
      'reed',
      k % 3 ? 'reed' : 'reedDry',
    );
  }
  for (let k = 0; k < 3; k++) {
    const turn = k * 2.1 + 0.7;
    const [x, z] = [Math.cos(turn) * 0.2, Math.sin(turn) * 0.2];
    const high = 1.65 + m.random() * 0.35;
    m.tube([x, 0, z], [x * 1.5, high, z * 1.5], 0.018, 0.014, 3, P.reedDry, { capBottom: false, capTop: false });
    m.tube([x * 1.48, high - 0.06, z * 1.48], [x * 1.58, high + 0.22, z * 1.58], 0.05, 0.045, 5, P.cattail, { capBottom: false });
  }
  return pack(m.arrays());
}

/** Low cushions, green below and in bloom above, bristling with sprigs. */
export function heather(seed: number): PackedMesh {
  const m = new Modeller(seed);
  m.jitter = 0.08;
  m.tag = sway(0.2);
  m.bend = { centre: [0, -0.8, 0], mix: 0.85 };
  for (const [x, z, r, h, bloom] of [
    [0, 0, 0.62, 0.34, 'heather'],
    [0.62, 0.2, 0.44, 0.25, 'heatherPale'],
    [-0.5, 0.36, 0.46, 0.28, 'heather'],
    [0.04, -0.56, 0.42, 0.22, 'heather'],
  ] as const) {
    m.ico(x, 0.05, z, [r, h, r], 1, scaleRgb(rgb('leafDeep'), 0.8), { noise: 0.16, topPaint: rgb(bloom), flatBottom: 0.3 });
    for (let k = 0; k < 9; k++) {
      // Placed like the seeds of a sunflower: even over the cushion.
      const out = Math.sqrt((k + 0.5) / 9);
      const turn = k * 2.4 + x * 5;
      const [sx, sz] = [x + Math.cos(turn) * out * r * 0.9, z + Math.sin(turn) * out * r * 0.9];
      m.at(sx, 0.03 + h * Math.sqrt(1 - out * out * 0.85), sz, 0, () => {
        blade(m, turn, 0, 0.13 + m.random() * 0.12, 0.03 + out * 0.1, 0.035, 'heather', k % 2 ? 'heatherPale' : bloom);
      });
    }
  }
  return pack(m.arrays());
}

/** A tuft of long blades that arch over, bleached at the tips. */
export function dunegrass(seed: number): PackedMesh {
  const m = new Modeller(seed);
  m.tag = sway(0.8);
  m.bend = { centre: [0, -1, 0], mix: 0.88 };
  for (let k = 0; k < 15; k++) {
    const turn = k * 2.4 + m.random() * 0.5;
    blade(m, turn, 0.03 + m.random() * 0.16, 0.5 + m.random() * 0.45, 0.3 + m.random() * 0.4, 0.028, 'dune', 'dunePale');
  }
  return pack(m.arrays());
}
