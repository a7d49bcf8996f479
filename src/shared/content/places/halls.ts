// Halls under the open sky, as scenes: rooms in a row between high walls, each joined to the next by a passage, closed at both ends; and who
// stands in them. In: rooms by middle, radius and height, metres. Out: walls, floors, and ground that is level in the rooms.
import type { FenceKind, Place, Point, Prop } from '../kinds';
import { at } from './houses';
import { type Scene, together } from './plan';
import { arc, prop } from './shapes';

export type Room = readonly [x: number, z: number, radius: number, height: number];

export interface Hall {
  wall: FenceKind;
  /** Half the width of a passage, from wall to wall. */
  half: number;
  /** What lies underfoot in the middle of rooms and along passages: flags, a trodden way, or what grows there. */
  floor: 'paved' | 'trodden' | 'bare';
}

/** Walls stand on level ground: it reaches this far beyond them, and runs out over so much more. */
const BEYOND_M = 3;
const BLEND_M = 9;
/** Passages rise and fall from disc to disc of ground. */
const STEP_M = 5;
/** Straight pieces of a round wall. */
const PIECE_M = 3.2;

const round2 = (value: number): number => Math.round(value * 100) / 100;

/** An opening of a room towards another one: its middle, and its edges to the left and right of who looks out. */
interface Door {
  degrees: number;
  /** Half of what it takes out of the round, degrees. */
  gap: number;
  left: Point;
  right: Point;
}

function doorTo([x, z, radius]: Room, [toX, toZ]: Room, half: number): Door {
  const [dx, dz] = [toX - x, toZ - z];
  const away = Math.sqrt(dx * dx + dz * dz);
  const [ux, uz] = [dx / away, dz / away];
  const out = Math.sqrt(radius * radius - half * half);
  const edge = (side: number): Point => [round2(x + ux * out - uz * side), round2(z + uz * out + ux * side)];
  return {
    degrees: (Math.atan2(dx, -dz) * 180) / Math.PI,
    gap: (Math.asin(half / radius) * 180) / Math.PI,
    left: edge(-half),
    right: edge(half),
  };
}

/** All rooms of a row and the passages between them. */
export function halls({ wall, half, floor }: Hall, ...rooms: readonly Room[]): Scene {
  const doors = rooms.map((room, i) => [rooms[i - 1], rooms[i + 1]].filter(Boolean).map(next => doorTo(room, next, half)));
  const rounds = rooms.flatMap((room, i) => roundWalls(room, doors[i]));
  const passages = rooms.slice(1).flatMap((room, i): Point[][] => {
    const out = doorTo(rooms[i], room, half);
    const back = doorTo(room, rooms[i], half);
    return [
      [out.left, back.right],
      [out.right, back.left],
    ];
  });
  return {
    fences: [...rounds, ...passages].map(points => ({ kind: wall, points })),
    flats: [...rooms.slice(1).flatMap((room, i) => ramp(rooms[i], room, half)), ...rooms.map(levelled)],
    clearings: [
      ...rooms.map(([x, z, radius]) => ({ x, z, radius: radius + 1.5 })),
      ...rooms.slice(1).flatMap((room, i) => spots(rooms[i], room).map(({ x, z }) => ({ x, z, radius: half + 2 }))),
    ],
    roads: floor === 'bare' ? [] : floors(rooms, half, floor === 'paved'),
  };
}

/** The wall of one room, from door to door. */
function roundWalls([x, z, radius]: Room, doors: readonly Door[]): Point[][] {
  const inTurn = doors.toSorted((a, b) => a.degrees - b.degrees);
  return inTurn.map((door, i) => {
    const next = inTurn[(i + 1) % inTurn.length];
    const from = door.degrees + door.gap;
    const to = next.degrees - next.gap + (next.degrees <= door.degrees ? 360 : 0);
    const count = Math.max(2, Math.ceil((((to - from) / 360) * 6.2832 * radius) / PIECE_M));
    return [door.right, ...arc(x, z, radius, from, to, count).slice(1, -1), next.left];
  });
}

const levelled = ([x, z, radius, height]: Room): Place['flats'][number] => ({
  x,
  z,
  radius: radius + BEYOND_M,
  blend: BLEND_M,
  height,
});

/** Points of a passage a few metres apart, with the height there. */
function spots(from: Room, to: Room): { x: number; z: number; height: number }[] {
  const [dx, dz] = [to[0] - from[0], to[1] - from[1]];
  const away = Math.sqrt(dx * dx + dz * dz);
  const [first, last] = [from[2] / away, 1 - to[2] / away];
  const count = Math.max(2, Math.ceil(((last - first) * away) / STEP_M));
  return Array.from({ length: count + 1 }, (_, i) => {
    const share = first + ((last - first) * i) / count;
    const height = from[3] + ((to[3] - from[3]) * i) / count;
    return { x: round2(from[0] + dx * share), z: round2(from[1] + dz * share), height: round2(height) };
  });
}

const ramp = (from: Room, to: Room, half: number): Place['flats'][number][] =>
  spots(from, to).map(spot => ({ ...spot, radius: half + BEYOND_M, blend: BLEND_M }));

function floors(rooms: readonly Room[], half: number, paved: boolean): Place['roads'][number][] {
  const disc = ([x, z, radius]: Room): Place['roads'][number] => ({
    // The rim is left as it is: pools may lie there.
    width: paved ? radius * 1.15 : radius,
    paved,
    points: [
      [x - 0.5, z],
      [x + 0.5, z],
    ],
  });
  const passage = (a: Room, b: Room): Place['roads'][number] => ({
    width: paved ? half * 2 - 1 : half,
    paved,
    points: [
      [a[0], a[1]],
      [b[0], b[1]],
    ],
  });
  return [...rooms.map(disc), ...rooms.slice(1).map((room, i) => passage(rooms[i], room))];
}

/** A spot of a room: so many metres from its middle, degrees clockwise from north. */
export const inRoom = ([x, z]: Room, away: number, degrees: number): Point => at(x, z, away, degrees);

/** Things along the wall of a room, `inset` metres before it, fronts to the middle. */
export const alongWall = (kind: Prop['kind'], room: Room, inset: number, scale: number, ...degrees: readonly number[]): Scene => ({
  props: degrees.map(d => prop(kind, ...inRoom(room, room[2] - inset, d), (d + 180) % 360, scale)),
});

/** A pack that stands together in a room: kinds and how many of each. */
export function pack([x, z]: Room, level: number, ...kinds: readonly (readonly [monster: string, count: number])[]): Scene {
  return {
    camps: kinds.map(([monster, count], i) => {
      const [cx, cz] = at(x, z, kinds.length > 1 ? 3 : 0, i * 150 + x);
      return { monster, x: cx, z: cz, radius: 2.6, count, level: [level, level] as const };
    }),
  };
}

/** A boss, alone in the middle of its room. */
export const boss = (monster: string, [x, z]: Room, level: number): Scene => ({
  camps: [{ monster, x, z, radius: 1, count: 1, level: [level, level] }],
});

/** Where those stand who come in or rise again: in a room, looking to the next one. */
export const checkpoint = (key: string, [x, z]: Room, [toX, toZ]: Room): Scene => ({
  spawns: [{ key, x, z, yaw: round2(Math.atan2(toX - x, z - toZ)) }],
});

/** The way in, shut behind whoever came: a gate at the back of the first room. */
export function entrance(room: Room, next: Room): Scene {
  const behind = (Math.atan2(room[0] - next[0], next[1] - room[1]) * 180) / Math.PI;
  return together(alongWall('gate', room, 1.4, 1, behind), alongWall('brazier', room, 1.8, 1, behind - 32, behind + 32));
}
