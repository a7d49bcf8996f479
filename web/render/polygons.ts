// Flat polygons: a dented outline, whichever way round it runs, as convex ones; and what of a convex one lies within another. Pure.

export type Point = readonly [x: number, y: number];

const TINY = 1e-9;

/** Twice the area of a triangle, positive where its corners run counter-clockwise. */
const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

export function areaOf(outline: readonly Point[]): number {
  return outline.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** Triangles that fill an outline, counter-clockwise. Method: ear clipping (Meisters 1975). */
function triangles(outline: readonly Point[]): [Point, Point, Point][] {
  const left = areaOf(outline) < 0 ? [...outline].reverse() : [...outline];
  const made: [Point, Point, Point][] = [];
  while (left.length > 2) {
    const at = left.findIndex((_, i) => isEar(left, i));
    // Nothing but slivers is left, where a cut ran along an edge.
    if (at < 0) break;
    const [a, b, c] = around(left, at);
    if (turn(a, b, c) > TINY) made.push([a, b, c]);
    left.splice(at, 1);
  }
  return made;
}

const around = (outline: readonly Point[], i: number): [Point, Point, Point] => {
  const { length } = outline;
  return [outline[(i + length - 1) % length], outline[i], outline[(i + 1) % length]];
};

function isEar(outline: readonly Point[], i: number): boolean {
  const [a, b, c] = around(outline, i);
  const area = turn(a, b, c);
  if (Math.abs(area) <= TINY) return true;
  if (area < 0) return false;
  return !outline.some(p => turn(a, b, p) > TINY && turn(b, c, p) > TINY && turn(c, a, p) > TINY);
}

/** The same as few convex outlines: triangles are joined over a common edge as long as no dent comes of it. Method: Hertel & Mehlhorn 1983. */
export function convexes(outline: readonly Point[]): Point[][] {
  const made: Point[][] = [];
  for (const triangle of triangles(outline)) {
    let grown: Point[] = triangle;
    for (let i = 0; i < made.length; ) {
      const joined = join(made[i], grown);
      if (joined) {
        grown = joined;
        made.splice(i, 1);
        i = 0;
      } else i++;
    }
    made.push(grown);
  }
  return made;
}

/** Two convex outlines as one, if they have an edge in common and it is convex too. */
function join(a: readonly Point[], b: readonly Point[]): Point[] | null {
  for (let i = 0; i < a.length; i++) {
    const from = b.indexOf(a[(i + 1) % a.length]);
    if (from < 0 || b[(from + 1) % b.length] !== a[i]) continue;
    const rest = Array.from({ length: b.length - 2 }, (_, k) => b[(from + 2 + k) % b.length]);
    const joined = [...a.slice(0, i + 1), ...rest, ...a.slice(i + 1)];
    return joined.every((_, k) => turn(...around(joined, k)) >= 0) ? joined : null;
  }
  return null;
}

/** What of a convex outline lies within another; both run counter-clockwise. Method: Sutherland & Hodgman 1974. */
export function within(outline: readonly Point[], bounds: readonly Point[]): Point[] {
  let rest: Point[] = [...outline];
  bounds.forEach((from, i) => {
    const to = bounds[(i + 1) % bounds.length];
    const sides = rest.map(p => turn(from, to, p));
    rest = rest.flatMap((p, k) => {
      const next = (k + 1) % rest.length;
      const kept = sides[k] >= 0 ? [p] : [];
      if (sides[k] >= 0 === sides[next] >= 0) return kept;
      const t = sides[k] / (sides[k] - sides[next]);
      return [...kept, [p[0] + (rest[next][0] - p[0]) * t, p[1] + (rest[next][1] - p[1]) * t] as const];
    });
  });
  return rest;
}
