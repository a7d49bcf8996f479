// Bakes clips into one float texture: a row per frame, three texels (a 3x4 matrix, row by row) per bone.
// In: rigs with their clips. Out: the texels and where each clip lies in them.
import type { Clip, Clips, Pose, Rig } from './skeleton';

export const MAX_BONES = 24;
export const ROW_TEXELS = MAX_BONES * 3;

export interface Take {
  row: number;
  frames: number;
  seconds: number;
  loop: boolean;
  upper: boolean;
  stride: number;
}
export type Takes = Record<string, Take>;

type Matrix = Float64Array; // row-major 3x4

export class Bakery {
  private rows: Float32Array[] = [];

  add(rig: Rig, clips: Clips): Takes {
    if (rig.bones.length > MAX_BONES) throw new Error(`${rig.name} has ${rig.bones.length} bones, at most ${MAX_BONES} fit`);
    const takes: Takes = {};
    for (const [name, clip] of Object.entries(clips)) {
      takes[name] = {
        row: this.rows.length,
        frames: clip.frames,
        seconds: clip.seconds,
        loop: clip.loop,
        upper: clip.upper === true,
        stride: clip.stride ?? 0,
      };
      for (let frame = 0; frame < clip.frames; frame++) this.rows.push(frameRow(rig, clip, frame));
    }
    return takes;
  }

  get height(): number {
    return this.rows.length;
  }

  texels(): Float32Array {
    const out = new Float32Array(this.rows.length * ROW_TEXELS * 4);
    this.rows.forEach((row, i) => {
      out.set(row, i * ROW_TEXELS * 4);
    });
    return out;
  }
}

function frameRow(rig: Rig, clip: Clip, frame: number): Float32Array {
  // A loop's last frame leads back to its first; a one-shot ends on its last.
  const t = clip.loop ? frame / clip.frames : frame / Math.max(1, clip.frames - 1);
  const row = new Float32Array(ROW_TEXELS * 4);
  skin(rig, clip.pose(t)).forEach((matrix, bone) => {
    row.set(matrix, bone * 12);
  });
  return row;
}

/** Matrices that carry rest-pose vertices of each bone to the pose. */
export function skin(rig: Rig, pose: Pose): Matrix[] {
  const world: Matrix[] = [];
  for (const bone of rig.bones) {
    const from = bone.parent < 0 ? [0, 0, 0] : rig.bones[bone.parent].pivot;
    const [mx, my, mz] = pose.move?.[bone.name] ?? [0, 0, 0];
    const local = turned(pose.turn[bone.name] ?? [0, 0, 0], pose.size?.[bone.name] ?? 1);
    local[3] = bone.pivot[0] - from[0] + mx;
    local[7] = bone.pivot[1] - from[1] + my;
    local[11] = bone.pivot[2] - from[2] + mz;
    world.push(bone.parent < 0 ? local : times(world[bone.parent], local));
  }
  return world.map((matrix, i) => {
    const [x, y, z] = rig.bones[i].pivot;
    const out = matrix.slice();
    for (let r = 0; r < 3; r++) out[r * 4 + 3] -= matrix[r * 4] * x + matrix[r * 4 + 1] * y + matrix[r * 4 + 2] * z;
    return out;
  });
}

/** Rotation in the order y, x, z with a uniform size. */
function turned([x, y, z]: readonly [number, number, number], size: number): Matrix {
  const a = Math.cos(x);
  const b = Math.sin(x);
  const c = Math.cos(y);
  const d = Math.sin(y);
  const e = Math.cos(z);
  const f = Math.sin(z);
  const out = new Float64Array(12);
  out[0] = (c * e + d * f * b) * size;
  out[1] = (d * e * b - c * f) * size;
  out[2] = a * d * size;
  out[4] = a * f * size;
  out[5] = a * e * size;
  out[6] = -b * size;
  out[8] = (c * f * b - d * e) * size;
  out[9] = (d * f + c * e * b) * size;
  out[10] = a * c * size;
  return out;
}

function times(p: Matrix, q: Matrix): Matrix {
  const out = new Float64Array(12);
  for (let r = 0; r < 3; r++) {
    for (let c = 0; c < 4; c++) {
      out[r * 4 + c] = p[r * 4] * q[c] + p[r * 4 + 1] * q[4 + c] + p[r * 4 + 2] * q[8 + c] + (c === 3 ? p[r * 4 + 3] : 0);
    }
  }
  return out;
}
