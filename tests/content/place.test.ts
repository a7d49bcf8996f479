// Lint of every place: nothing in the water, nothing inside something else, every door, villager, camp and node reachable on dry feet,
// and nobody so near a border that he could step over it.
import { describe, expect, it } from 'vitest';
import { GROUND_ROCK, MAX_COLLIDERS, REGION_SIZE_M } from '../../assembly/layout';
import { spotsAround } from '../../src/region/openground';
import { ALDERWICK, items, monsters, PLACES } from '../../src/shared/content';
import { doorOf } from '../../src/shared/content/colliders';
import type { Building, Camp, Point, Prop } from '../../src/shared/content/kinds';
import { distanceToPath, expandForests } from '../../src/shared/content/scatter';
import { along, coreOf, corners, distanceTo, Land, outside, Reach, spotsOf } from './land';

type Spot = { x: number; z: number };
const name = (thing: Spot, word = ''): string => `${word}(${thing.x.toFixed(1)}, ${thing.z.toFixed(1)})`;
const OPEN: readonly Building['kind'][] = ['stall', 'ruin', 'dock', 'palisade-gate', 'well', 'mine'];
/** Lie in shallow water as well as beside it. */
const SUNKEN: readonly Prop['kind'][] = ['log', 'stump', 'rock', 'boulder', 'bones', 'pillar'];
/** How deep those may stand who are at home in the water; everybody else stands dry. */
const WADERS = ['snapper', 'strand-crab', 'tide-crab', 'cliff-crab', 'wrack-crab', 'wisp', 'piper-light'];
const DIVERS = ['drowned', 'barnacled', 'tarn-drowned', 'keep-drowned'];
const DEPTH_M: Record<string, number> = Object.fromEntries([...WADERS.map(k => [k, 1.2]), ...DIVERS.map(k => [k, 2.2])]);
const isHostile = (camp: Camp): boolean => monsters.key(camp.monster).team !== 'critter';
/** Nobody who must be met lives nearer to a region's border, nor to the lines along which a region divides. */
const FROM_BORDER_M = 16;
const FROM_DIVIDE_M = 10;
const nearestLine = (value: number, spacing: number): number => Math.abs(value - Math.round(value / spacing) * spacing);
const toLine = ({ x, z }: Spot, spacing: number): number => Math.min(nearestLine(x, spacing), nearestLine(z, spacing));

describe.each(PLACES.map(place => [place.key, place] as const))('%s', (_, place) => {
  const land = new Land(place);
  const reach = new Reach(land, place.spawns[0].x, place.spawns[0].z);
  const streets = place.roads.filter(r => r.width < 20);

  it('lies inside its region', () => {
    const { buildings, props, npcs, nodes, spawns, pois, trees } = place;
    const things = [...buildings, ...props, ...npcs, ...nodes, ...spawns, ...pois, ...trees];
    expect(things.filter(t => !land.inside(t.x, t.z, 2)).map(t => name(t))).toEqual([]);
    expect(place.camps.filter(c => !land.inside(c.x, c.z, c.radius + 2)).map(c => c.key)).toEqual([]);
    for (const way of [...place.roads, ...place.rivers])
      expect(
        way.points.filter(([x, z]) => !land.inside(x, z, -0.01)),
        JSON.stringify(way.points),
      ).toEqual([]);
    expect(land.size).toBe(REGION_SIZE_M);
  });

  it('keeps away from borders whoever must be met, and whatever must be taken', () => {
    const met = [...place.npcs, ...place.spawns, ...place.nodes, ...place.camps];
    expect(met.filter(t => toLine(t, REGION_SIZE_M) < FROM_BORDER_M).map(t => t.key)).toEqual([]);
    const stones = place.pois.filter(p => p.waystone);
    expect(stones.filter(p => toLine(p, REGION_SIZE_M) < 40).map(p => p.key)).toEqual([]);
    // Alderwick's market was there before anybody thought of dividing regions.
    const still = [...stones, ...(place === ALDERWICK ? [] : [...place.npcs, ...place.spawns])];
    expect(still.filter(t => toLine(t, REGION_SIZE_M / 2) < FROM_DIVIDE_M).map(t => name(t, t.key))).toEqual([]);
  });

  it('has what a place must have, and not more than the core holds', () => {
    expect(place.camps.length).toBeGreaterThanOrEqual(8);
    expect(place.camps.reduce((sum, c) => sum + c.count, 0)).toBeGreaterThanOrEqual(40);
    if (place !== ALDERWICK) expect(place.camps.reduce((sum, c) => sum + c.count, 0)).toBeLessThanOrEqual(110);
    expect(place.pois.length).toBeGreaterThanOrEqual(5);
    expect(place.nodes.length).toBeGreaterThanOrEqual(20);
    expect(place.npcs.length).toBeGreaterThanOrEqual(1);
    expect(place.spawns.length).toBeGreaterThanOrEqual(1);
    expect(land.solids.length).toBeLessThan(MAX_COLLIDERS);
    if (!place.home) return;
    expect(place.buildings.filter(b => !OPEN.includes(b.kind)).length).toBeGreaterThanOrEqual(8);
    expect(place.npcs.filter(n => n.vendor?.length).length).toBeGreaterThanOrEqual(5);
    expect(place.npcs.filter(n => monsters.key(n.kind).mind.includes('guard')).length).toBeGreaterThanOrEqual(3);
  });

  it('has a waystone with room beside it to arrive', () => {
    const stones = place.pois.filter(p => p.waystone);
    expect(stones.length).toBeGreaterThanOrEqual(1);
    for (const p of stones) {
      expect(
        place.props.some(prop => prop.kind === 'waystone' && Math.hypot(prop.x - p.x, prop.z - p.z) < 2),
        p.key,
      ).toBe(true);
      expect(land.around(p.x, p.z + 3, 0.7).length, p.key).toBe(0);
      expect(reach.near(p.x, p.z + 3, 0.8), p.key).toBe(true);
    }
  });

  it('calls nothing twice by one key', () => {
    for (const list of [place.camps, place.npcs, place.pois, place.spawns, place.nodes]) {
      expect(new Set(list.map(x => x.key)).size).toBe(list.length);
    }
  });

  it('plants no tree in water, road or house', () => {
    const all = [...expandForests(place), ...place.trees];
    expect(all.filter(t => land.height(t.x, t.z) < 0.2).map(t => name(t, t.kind))).toEqual([]);
    expect(all.filter(t => place.buildings.some(b => outside(b, t.x, t.z) < 0.8)).map(t => name(t, t.kind))).toEqual([]);
    const blocking = all.filter(t => streets.some(r => distanceToPath(t.x, t.z, r.points) < r.width / 2 + 0.4));
    expect(blocking.map(t => name(t, t.kind))).toEqual([]);
  });

  it('has roads without cliffs and fords, and rivers with water', () => {
    const wet = along2(streets.map(r => r.points)).filter(([x, z]) => land.height(x, z) < 0.3 && !onBridge(x, z));
    expect(wet.map(([x, z]) => name({ x, z }))).toEqual([]);
    const steep = streets.flatMap(r => {
      const points = along(r.points, 2);
      return points.slice(1).filter(([x, z], i) => {
        const [px, pz] = points[i];
        return !onBridge(x, z) && Math.abs(land.height(x, z) - land.height(px, pz)) > 0.55 * Math.hypot(x - px, z - pz) + 0.05;
      });
    });
    expect(steep.map(([x, z]) => name({ x, z }))).toEqual([]);
    const dry = along2(place.rivers.map(r => r.points)).filter(([x, z]) => land.height(x, z) > -0.4);
    expect(dry.map(([x, z]) => name({ x, z }))).toEqual([]);
    const stony = along2(streets.map(r => r.points)).filter(([x, z]) => land.type(x, z) === GROUND_ROCK);
    expect(stony).toEqual([]);
  });

  const along2 = (lines: readonly (readonly Point[])[]): Point[] => lines.flatMap(points => along(points, 2));
  const onBridge = (x: number, z: number): boolean =>
    place.bridges.some(b => distanceTo({ shape: 'box', x: b.x, z: b.z, yaw: b.yaw, a: b.width, b: b.length / 2 + 3 }, x, z) <= 0);

  it('lets one walk to every border that a road crosses', () => {
    const ends = place.roads.flatMap(r => [r.points[0], r.points[r.points.length - 1]]);
    const out = ends.filter(([x, z]) => toLine({ x, z }, REGION_SIZE_M) < 0.01);
    expect(out.length).toBeGreaterThanOrEqual(2);
    expect(out.filter(([x, z]) => !reach.near(x, z, 3)).map(([x, z]) => name({ x, z }))).toEqual([]);
  });

  it('builds on dry and nearly level ground', () => {
    const askew = place.buildings.filter(b => {
      const heights = corners(b).map(([x, z]) => land.height(x, z));
      const isDry = b.kind === 'dock' || b.kind === 'watermill' || Math.min(...heights) > 0.5;
      const slack = b.kind === 'dock' ? 9 : b.kind === 'watermill' || b.kind === 'mine' ? 3.2 : 1.3;
      return !isDry || Math.max(...heights) - Math.min(...heights) > slack;
    });
    expect(askew.map(b => name(b, b.kind))).toEqual([]);
  });

  it('builds nothing into anything else', () => {
    const solid = place.buildings.filter(b => b.kind !== 'dock');
    for (const [i, a] of solid.entries()) {
      for (const b of solid.slice(i + 1)) {
        if (Math.hypot(a.x - b.x, a.z - b.z) > 30) continue;
        const rim = along([...corners(a), corners(a)[0]], 0.5);
        expect(Math.min(...rim.map(([x, z]) => outside(b, x, z))), `${name(a, a.kind)} ${name(b, b.kind)}`).toBeGreaterThan(0.6);
      }
    }
  });

  it('keeps its buildings off the roads', () => {
    const blocking = new Set<string>();
    for (const road of place.roads) {
      for (const [x, z] of along(road.points, 1)) {
        for (const b of place.buildings) {
          if (OPEN.includes(b.kind) || Math.hypot(b.x - x, b.z - z) > 30) continue;
          if (outside(b, x, z) < road.width / 2 - 0.1) blocking.add(name(b, b.kind));
        }
      }
    }
    expect([...blocking]).toEqual([]);
  });

  it('has doors one can walk up to', () => {
    const shut = place.buildings.filter(b => b.kind !== 'dock' && !reach.near(...doorOf(b), 0.8));
    expect(shut.map(b => name(b, b.kind))).toEqual([]);
  });

  it('leaves things lying on dry land outside the houses and off the streets', () => {
    const soaked = place.props.filter(p => land.height(p.x, p.z) < (SUNKEN.includes(p.kind) ? -2 : 0.1));
    expect(soaked.map(p => name(p, p.kind))).toEqual([]);
    const shut = place.buildings.filter(b => !OPEN.includes(b.kind) && b.kind !== 'smithy');
    expect(place.props.filter(p => shut.some(b => outside(b, p.x, p.z) < 0.2)).map(p => name(p, p.kind))).toEqual([]);
    const blocking = place.props.filter(
      p =>
        !['bones', 'mushroom', 'web', 'fountain'].includes(p.kind) &&
        streets.some(r => distanceToPath(p.x, p.z, r.points) < r.width / 2 - 0.7),
    );
    expect(blocking.map(p => name(p, p.kind))).toEqual([]);
  });

  it('lets everything be gathered and every point of interest be entered', () => {
    for (const n of place.nodes) items.key(n.item);
    const isFish = (n: (typeof place.nodes)[number]): boolean => n.prop === 'fish';
    const dry = place.nodes.filter(n => !isFish(n));
    expect(dry.filter(n => land.height(n.x, n.z) < 0.2 || !reach.near(n.x, n.z, 2)).map(n => name(n, n.key))).toEqual([]);
    // Fish are in the water, and can be reached from where one stands.
    const fish = place.nodes.filter(isFish);
    expect(fish.filter(n => land.height(n.x, n.z) > -0.4 || !reach.near(n.x, n.z, 3.5)).map(n => name(n, n.key))).toEqual([]);
    const shut = place.buildings.filter(b => !OPEN.includes(b.kind));
    expect(place.nodes.filter(n => shut.some(b => outside(b, n.x, n.z) < 0.5)).map(n => name(n, n.key))).toEqual([]);
    expect(place.pois.filter(p => !reach.near(p.x, p.z, Math.min(p.radius * 0.7, 12))).map(p => p.key)).toEqual([]);
  });

  it('has people who stand free on dry ground and can be walked up to', () => {
    const faults: string[] = [];
    for (const n of place.npcs) {
      monsters.key(n.kind);
      for (const ware of n.vendor ?? []) items.key(ware);
      if (land.height(n.x, n.z) <= 0.3) faults.push(`${n.key} is wet`);
      const touching = land.around(n.x, n.z, 0.45).filter(s => s.high > land.height(n.x, n.z) + 0.45);
      if (touching.length) faults.push(`${n.key} stands in something`);
      if (!reach.near(n.x, n.z, 1.5)) faults.push(`${n.key} is out of reach`);
      expect(n.greeting.length, n.key).toBeGreaterThan(0);
      for (const text of [...n.greeting, ...(n.barks ?? [])]) expect(Buffer.byteLength(text), text).toBeLessThan(800);
    }
    expect(faults).toEqual([]);
  });

  it('has people whose rounds nothing blocks', () => {
    const blocked: string[] = [];
    for (const n of place.npcs) {
      if (!n.route) continue;
      expect(Math.hypot(n.route[0][0] - n.x, n.route[0][1] - n.z), n.key).toBeLessThan(0.1);
      let floor = land.ground(n.x, n.z);
      for (const [x, z] of along(n.route, 0.5)) {
        const next = land.floors(x, z).filter(f => f > 0.1 && Math.abs(f - floor) < 0.6);
        if (!next.length) blocked.push(`${n.key} at ${x.toFixed(1)}, ${z.toFixed(1)}`);
        floor = next.length ? Math.max(...next) : land.ground(x, z);
      }
    }
    expect(blocked).toEqual([]);
  });

  it('wakes newcomers and the dead in safety', () => {
    for (const s of place.spawns) {
      expect(land.height(s.x, s.z), s.key).toBeGreaterThan(0.5);
      expect(land.around(s.x, s.z, 1).length, s.key).toBe(0);
      expect(reach.near(s.x, s.z), s.key).toBe(true);
    }
    const dangers = place.camps.filter(isHostile).flatMap(camp => {
      const { notice_m } = monsters.key(camp.monster);
      const round = camp.route ?? [];
      return [...place.spawns, ...place.npcs]
        .filter(
          p =>
            Math.hypot(p.x - camp.x, p.z - camp.z) <= camp.radius + notice_m ||
            (round.length > 0 && distanceToPath(p.x, p.z, round) <= notice_m),
        )
        .map(p => `${p.key} and ${camp.key}`);
    });
    expect(dangers).toEqual([]);
  });

  it('has camps on land that can be reached, of levels their kind has', () => {
    const wet: string[] = [];
    for (const camp of place.camps) {
      const deepest = -(DEPTH_M[camp.monster] ?? 0);
      for (const [x, z] of spotsOf(camp)) if (land.height(x, z) < deepest) wet.push(`${camp.key} ${x.toFixed()},${z.toFixed()}`);
      const kind = monsters.key(camp.monster);
      const [low, high] = camp.level ?? kind.level;
      expect(low, camp.key).toBeGreaterThanOrEqual(kind.level[0]);
      expect(high, camp.key).toBeLessThanOrEqual(kind.level[1]);
    }
    expect(wet).toEqual([]);
    expect(place.camps.filter(c => !reach.near(c.x, c.z, Math.min(c.radius, 6))).map(c => c.key)).toEqual([]);
  });

  it('has walks that begin at the walker, on ground that he and his company can walk', () => {
    const faults: string[] = [];
    const core = place.walks.length ? coreOf(place).core : null;
    for (const { key, npc, points, ambush, says } of place.walks) {
      const walker = place.npcs.find(each => each.key === npc);
      const [[x, z]] = points;
      if (!walker || Math.hypot(walker.x - x, walker.z - z) > 1) faults.push(`${key} does not begin at ${npc}`);
      for (const [px, pz] of along(points, 1)) {
        if (!reach.near(px, pz, 1.2) || !land.floors(px, pz).some(floor => floor > 0.1))
          faults.push(`${key} at ${px.toFixed()}, ${pz.toFixed()}`);
        if (toLine({ x: px, z: pz }, REGION_SIZE_M) < FROM_BORDER_M)
          faults.push(`${key} at ${px.toFixed()}, ${pz.toFixed()} is near a border`);
      }
      for (const band of ambush) {
        const { level } = monsters.key(band.monster);
        const [bx, bz] = points[band.at] ?? [0, 0];
        if (core && spotsAround(core, { x: bx, z: bz }, band.count, 1).length < band.count)
          faults.push(`${key} has no room for ${band.monster}`);
        if (band.at >= points.length || band.level < level[0] || band.level > level[1]) faults.push(`${key} ${band.monster}`);
      }
      for (const { at, text } of says ?? [])
        if (at >= points.length || Buffer.byteLength(text) > 400) faults.push(`${key} “${text}”`);
    }
    expect(faults).toEqual([]);
  });

  it('has posts that one can stand at, with open ground round them for who comes', () => {
    const faults: string[] = [];
    for (const { key, x, z, waves } of place.posts) {
      if (!reach.near(x, z, 2) || land.height(x, z) < 0.3) faults.push(`${key} cannot be stood at`);
      const open = Array.from(
        { length: 24 },
        (_, i) => [x + Math.sin(i * 0.2618) * 15, z + Math.cos(i * 0.2618) * 15] as const,
      ).filter(([px, pz]) => reach.near(px, pz, 1) && land.height(px, pz) > 0.2);
      const core = coreOf(place).core;
      for (const { count } of waves) {
        for (let turn = 0; turn < 6; turn++)
          if (spotsAround(core, { x, z }, count, turn).length < count) faults.push(`${key} has no room for ${count}`);
      }
      if (open.length < 10) faults.push(`${key} has open ground in ${open.length} directions`);
      if (toLine({ x, z }, REGION_SIZE_M) < 40) faults.push(`${key} is near a border`);
      for (const wave of waves) {
        const { level } = monsters.key(wave.monster);
        if (wave.level < level[0] || wave.level > level[1]) faults.push(`${key} ${wave.monster} ${wave.level}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('has patrols that keep to their leash and to ground they can walk', () => {
    const lost: string[] = [];
    for (const camp of place.camps) {
      if (!camp.route) continue;
      const { leash_m } = monsters.key(camp.monster);
      const far = Math.max(...camp.route.map(([x, z]) => Math.hypot(x - camp.x, z - camp.z)));
      if (far + 24 > leash_m) lost.push(`${camp.key} goes ${far.toFixed()} m`);
      for (const [x, z] of camp.route) if (!reach.near(x, z, 1.2)) lost.push(`${camp.key} cannot stand at ${x}, ${z}`);
      for (const [x, z] of along(camp.route, 2)) {
        if (!reach.near(x, z, 5) || land.height(x, z) < -0.5) lost.push(`${camp.key} at ${x.toFixed()}, ${z.toFixed()}`);
      }
    }
    expect(lost).toEqual([]);
  });
});
