// Lint of the place: nothing in the water, nothing inside something else, every door, villager, camp and node reachable on dry feet.
import { describe, expect, it } from 'vitest';
import { MAX_COLLIDERS, REGION_SIZE_M } from '../../assembly/layout';
import { ALDERWICK, items, monsters } from '../../src/shared/content';
import { doorOf } from '../../src/shared/content/colliders';
import type { Building, Camp, Point } from '../../src/shared/content/kinds';
import { distanceToPath, expandForests } from '../../src/shared/content/scatter';
import { distanceTo, Land, Reach } from './land';

const place = ALDERWICK;
const land = new Land(place);
const reach = new Reach(land, place.spawns[0].x, place.spawns[0].z);
const VILLAGE = { x: 768, z: 768 };
const name = (thing: { x: number; z: number }, word = ''): string => `${word}(${thing.x}, ${thing.z})`;
const fromVillage = (p: { x: number; z: number }): number => Math.hypot(p.x - VILLAGE.x, p.z - VILLAGE.z);
/** Outlines of buildings as boxes. */
const outline = (b: Building) => ({ shape: 'box' as const, x: b.x, z: b.z, yaw: b.yaw, a: b.w / 2, b: b.d / 2 });
const outside = (b: Building, x: number, z: number): number => distanceTo(outline(b) as never, x, z);
const corners = (b: Building): Point[] =>
  [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([u, v]) => {
    const lx = (u * b.w) / 2;
    const lz = (v * b.d) / 2;
    return [b.x + lx * Math.cos(b.yaw) - lz * Math.sin(b.yaw), b.z + lx * Math.sin(b.yaw) + lz * Math.cos(b.yaw)];
  });
const OPEN: readonly Building['kind'][] = ['stall', 'ruin', 'dock', 'palisade-gate', 'well', 'mine'];
const isHostile = (camp: Camp): boolean => monsters.key(camp.monster).team !== 'critter';

/** Points along a line, `step` metres apart. */
function along(points: readonly Point[], step: number): Point[] {
  const out: Point[] = [];
  for (let i = 1; i < points.length; i++) {
    const [ax, az] = points[i - 1];
    const [bx, bz] = points[i];
    const count = Math.max(1, Math.ceil(Math.hypot(bx - ax, bz - az) / step));
    for (let k = 0; k <= count; k++) out.push([ax + ((bx - ax) * k) / count, az + ((bz - az) * k) / count]);
  }
  return out;
}

describe('the plan', () => {
  it('lies inside its region', () => {
    const things = [
      ...place.buildings,
      ...place.props,
      ...place.npcs,
      ...place.nodes,
      ...place.spawns,
      ...place.pois,
      ...place.trees,
    ];
    expect(things.filter(t => !land.inside(t.x, t.z, 2)).map(t => name(t))).toEqual([]);
    expect(place.camps.filter(c => !land.inside(c.x, c.z, c.radius + 2)).map(c => c.key)).toEqual([]);
    expect(land.size).toBe(REGION_SIZE_M);
  });

  it('has as much as was promised, and not more than the core holds', () => {
    expect(place.camps.reduce((sum, c) => sum + c.count, 0)).toBeGreaterThanOrEqual(160);
    expect(new Set(place.camps.map(c => c.monster)).size).toBeGreaterThanOrEqual(10);
    expect(place.npcs.length).toBeGreaterThanOrEqual(16);
    expect(place.pois.length).toBeGreaterThanOrEqual(10);
    expect(place.spawns.length).toBeGreaterThanOrEqual(3);
    expect(place.nodes.length).toBeGreaterThanOrEqual(30);
    expect(land.solids.length).toBeLessThan(MAX_COLLIDERS);
    expect(expandForests(place).length).toBeGreaterThan(1200);
  });

  it('calls nothing twice by one key', () => {
    for (const list of [place.camps, place.npcs, place.pois, place.spawns, place.nodes]) {
      expect(new Set(list.map(x => x.key)).size).toBe(list.length);
    }
    expect(new Set(place.npcs.map(n => n.id)).size).toBe(place.npcs.length);
  });

  it('plants the same trees every time, none in water, road or house', () => {
    const trees = expandForests(place);
    expect(expandForests(place)).toEqual(trees);
    const all = [...trees, ...place.trees];
    expect(all.filter(t => land.height(t.x, t.z) < 0.2).map(t => name(t, t.kind))).toEqual([]);
    expect(all.filter(t => place.buildings.some(b => outside(b, t.x, t.z) < 0.8)).map(t => name(t, t.kind))).toEqual([]);
    const roads = place.roads.filter(r => r.width < 20);
    expect(
      all.filter(t => roads.some(r => distanceToPath(t.x, t.z, r.points) < r.width / 2 + 0.4)).map(t => name(t, t.kind)),
    ).toEqual([]);
  });
});

describe('buildings', () => {
  it('stand on dry and nearly level ground', () => {
    const askew = place.buildings.filter(b => {
      const heights = corners(b).map(([x, z]) => land.height(x, z));
      const isDry = b.kind === 'dock' || b.kind === 'watermill' || Math.min(...heights) > 0.5;
      const slack = b.kind === 'dock' ? 9 : b.kind === 'watermill' || b.kind === 'mine' ? 3.2 : 1.3;
      return !isDry || Math.max(...heights) - Math.min(...heights) > slack;
    });
    expect(askew.map(b => name(b, b.kind))).toEqual([]);
  });

  it('do not stand in one another', () => {
    const solid = place.buildings.filter(b => b.kind !== 'dock');
    for (const [i, a] of solid.entries()) {
      for (const b of solid.slice(i + 1)) {
        if (Math.hypot(a.x - b.x, a.z - b.z) > 30) continue;
        const rim = along([...corners(a), corners(a)[0]], 0.5);
        expect(Math.min(...rim.map(([x, z]) => outside(b, x, z))), `${name(a, a.kind)} ${name(b, b.kind)}`).toBeGreaterThan(0.6);
      }
    }
  });

  it('keep off the roads', () => {
    for (const road of place.roads) {
      for (const [x, z] of along(road.points, 1)) {
        for (const b of place.buildings) {
          if (OPEN.includes(b.kind) || Math.hypot(b.x - x, b.z - z) > 30) continue;
          expect(outside(b, x, z), `${name(b, b.kind)} at ${x},${z}`).toBeGreaterThan(road.width / 2 - 0.1);
        }
      }
    }
  });

  it('have doors one can walk up to', () => {
    const shut = place.buildings.filter(b => {
      const [x, z] = doorOf(b);
      return b.kind !== 'dock' && !reach.near(x, z, 0.8);
    });
    expect(shut.map(b => name(b, b.kind))).toEqual([]);
  });
});

describe('things', () => {
  it('lie on dry land outside the houses and off the streets', () => {
    expect(place.props.filter(p => land.height(p.x, p.z) < 0.1).map(p => name(p, p.kind))).toEqual([]);
    const shut = place.buildings.filter(b => !OPEN.includes(b.kind) && b.kind !== 'smithy');
    expect(place.props.filter(p => shut.some(b => outside(b, p.x, p.z) < 0.2)).map(p => name(p, p.kind))).toEqual([]);
    const streets = place.roads.filter(r => r.width < 20);
    const blocking = place.props.filter(
      p =>
        !['bones', 'mushroom', 'web', 'fountain'].includes(p.kind) &&
        streets.some(r => distanceToPath(p.x, p.z, r.points) < r.width / 2 - 0.7),
    );
    expect(blocking.map(p => name(p, p.kind))).toEqual([]);
  });

  it('that can be gathered can be reached', () => {
    for (const n of place.nodes) items.key(n.item);
    expect(place.nodes.filter(n => land.height(n.x, n.z) < 0.2 || !reach.near(n.x, n.z, 2)).map(n => name(n, n.key))).toEqual([]);
  });

  it('that are places of interest can be entered', () => {
    expect(place.pois.filter(p => !reach.near(p.x, p.z, Math.min(p.radius * 0.7, 12))).map(p => p.key)).toEqual([]);
  });
});

describe('people', () => {
  it('stand free on dry ground and can be walked up to', () => {
    for (const n of place.npcs) {
      monsters.key(n.kind);
      for (const ware of n.vendor ?? []) items.key(ware);
      expect(land.height(n.x, n.z), n.key).toBeGreaterThan(0.3);
      expect(land.around(n.x, n.z, 0.45).filter(s => s.high > land.height(n.x, n.z) + 0.45).length, n.key).toBe(0);
      expect(reach.near(n.x, n.z, 1.5), n.key).toBe(true);
      expect(n.greeting.length, n.key).toBeGreaterThan(0);
      for (const text of [...n.greeting, ...(n.barks ?? [])]) expect(Buffer.byteLength(text), text).toBeLessThan(800);
    }
  });

  it('walk routes that nothing blocks', () => {
    const blocked: string[] = [];
    for (const n of place.npcs) {
      if (!n.route) continue;
      expect(Math.hypot(n.route[0][0] - n.x, n.route[0][1] - n.z), n.key).toBeLessThan(0.1);
      let floor = land.height(n.x, n.z);
      for (const [x, z] of along(n.route, 0.5)) {
        const next = land.floors(x, z).filter(f => f > 0.1 && Math.abs(f - floor) < 0.6);
        if (!next.length) blocked.push(`${n.key} at ${x.toFixed(1)}, ${z.toFixed(1)}`);
        floor = next.length ? Math.max(...next) : land.height(x, z);
      }
    }
    expect(blocked).toEqual([]);
  });

  it('and newcomers wake in safety', () => {
    for (const s of place.spawns) {
      expect(land.height(s.x, s.z), s.key).toBeGreaterThan(0.5);
      expect(land.around(s.x, s.z, 1).length, s.key).toBe(0);
      expect(reach.near(s.x, s.z), s.key).toBe(true);
    }
    for (const camp of place.camps.filter(isHostile)) {
      const far = camp.radius + monsters.key(camp.monster).notice_m;
      for (const p of [...place.spawns, ...place.npcs]) {
        expect(Math.hypot(p.x - camp.x, p.z - camp.z), `${p.key} and ${camp.key}`).toBeGreaterThan(far);
      }
    }
  });
});

describe('camps', () => {
  /** As the region sets monsters down: a golden spiral over the disc. */
  const spots = (camp: Camp): Point[] =>
    Array.from({ length: camp.count }, (_, i) => {
      const away = camp.radius * Math.sqrt((i + 0.5) / camp.count);
      const turn = i * Math.PI * (3 - Math.sqrt(5));
      return [camp.x + away * Math.cos(turn), camp.z + away * Math.sin(turn)];
    });

  it('lie on land and can be reached', () => {
    const wet: string[] = [];
    for (const camp of place.camps) {
      const least = camp.monster === 'snapper' ? -1.2 : 0;
      for (const [x, z] of spots(camp)) if (land.height(x, z) < least) wet.push(`${camp.key} ${x.toFixed()},${z.toFixed()}`);
    }
    expect(wet).toEqual([]);
    expect(place.camps.filter(c => !reach.near(c.x, c.z, Math.min(c.radius, 6))).map(c => c.key)).toEqual([]);
  });

  it('leave the village a ring of peace', () => {
    for (const camp of place.camps.filter(isHostile)) expect(fromVillage(camp) - camp.radius, camp.key).toBeGreaterThan(75);
  });

  it('rise in level with the way from the village', () => {
    for (const camp of place.camps.filter(isHostile)) {
      const kind = monsters.key(camp.monster);
      const [low, high] = camp.level ?? kind.level;
      expect(low, camp.key).toBeGreaterThanOrEqual(kind.level[0]);
      expect(high, camp.key).toBeLessThanOrEqual(kind.level[1]);
      expect(high, camp.key).toBeLessThanOrEqual(1 + (fromVillage(camp) - 70) / 18);
      if (fromVillage(camp) > 240) expect(low, camp.key).toBeGreaterThanOrEqual(3);
    }
  });

  it('offer foes for every level from 1 to 10', () => {
    for (let level = 1; level <= 10; level++) {
      const count = place.camps
        .filter(isHostile)
        .reduce((sum, c) => sum + (c.level && c.level[0] <= level && c.level[1] >= level ? c.count : 0), 0);
      expect(count, `level ${level}`).toBeGreaterThanOrEqual(9);
    }
  });
});
