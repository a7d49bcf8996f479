// Lint of the dungeons: who lives there and at which level, that bosses stand alone, that every boss can be walked to and nobody gets out, and
// that nobody is attacked at a gate.
import { describe, expect, it } from 'vitest';
import { DUNGEONS, gateOf, items, monsters, PLACES } from '../../src/shared/content';
import { encounterOf, DUNGEONS as INHABITED } from '../../src/shared/content/encounters';
import type { Camp, Dungeon } from '../../src/shared/content/kinds';
import { GATE_RANGE_M } from '../../src/shared/rules/runs';
import { Land, Reach, spotsOf } from './land';

/** A boss has so much room on all sides, before the walls and other camps. */
const ARENA_M = 14;
/** Between who rises again and whoever would notice him. */
const PEACE_M = 6;
/** As high as anybody jumps from where he stands, and steps up at the end of it. */
const JUMP_M = 1.7;

const isBoss = (dungeon: Dungeon, camp: Camp): boolean => dungeon.bosses.includes(camp.monster);
const away = (a: { x: number; z: number }, b: { x: number; z: number }): number => Math.hypot(a.x - b.x, a.z - b.z);
const inClearing = ({ place }: Dungeon, x: number, z: number): boolean =>
  place.clearings.some(disc => Math.hypot(disc.x - x, disc.z - z) < disc.radius);

/** Every square metre that somebody gets to who walks, jumps, climbs on things and swims. */
function squaresFrom(land: Land, startX: number, startZ: number, most: number): Map<string, number> {
  const first: [number, number, number] = [Math.floor(startX), Math.floor(startZ), land.ground(startX, startZ)];
  const seen = new Map<string, number>([[`${first[0]},${first[1]}`, first[2]]]);
  const queue = [first];
  for (let next = queue.pop(); next && seen.size < most; next = queue.pop()) {
    const [x, z, from] = next;
    for (const [dx, dz] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ]) {
      const [nx, nz] = [x + dx, z + dz];
      const floors = land.floors(nx + 0.5, nz + 0.5).filter(floor => Math.max(floor, -0.9) <= Math.max(from, -0.9) + JUMP_M);
      if (!floors.length) continue;
      const best = Math.max(...floors);
      const known = seen.get(`${nx},${nz}`);
      if (known !== undefined && known >= best) continue;
      seen.set(`${nx},${nz}`, best);
      queue.push([nx, nz, best]);
    }
  }
  return seen;
}

describe.each(DUNGEONS.map(dungeon => [dungeon.key, dungeon] as const))('%s', (_, dungeon) => {
  const { place } = dungeon;
  const land = new Land(place);
  const [door] = place.spawns;

  it('is told of in full', () => {
    expect(dungeon.key).toMatch(/^[a-z]{1,12}$/);
    expect(place.key).toBe(dungeon.key);
    expect(place.name).toBe(dungeon.name);
    expect(dungeon.text.length).toBeGreaterThan(60);
    expect(dungeon.least).toBeLessThanOrEqual(dungeon.level);
    expect(place.mood).toBeDefined();
    expect(PLACES.map(({ number }) => number)).not.toContain(place.number);
  });

  it('has its bosses in their order, each once, each with a fight of its own', () => {
    expect(place.camps.filter(camp => isBoss(dungeon, camp)).map(camp => camp.monster)).toEqual(dungeon.bosses);
    for (const boss of dungeon.bosses) expect(encounterOf(boss), boss).toBeDefined();
    expect(place.spawns).toHaveLength(dungeon.bosses.length + 1);
    const inhabited = INHABITED.find(({ key }) => key === dungeon.key);
    if (!inhabited) return;
    expect(dungeon.bosses).toEqual(inhabited.bosses);
    expect(dungeon.level).toBe(inhabited.level);
    const trash = new Set(place.camps.filter(camp => !isBoss(dungeon, camp)).map(camp => camp.monster));
    expect([...trash].toSorted()).toEqual([...inhabited.trash].toSorted());
  });

  it('is lived in by what exists, at levels that are meant', () => {
    for (const camp of place.camps) {
      const kind = monsters.key(camp.monster);
      const [low, high] = camp.level!;
      expect(low, camp.key).toBeGreaterThanOrEqual(Math.max(kind.level[0], dungeon.level - 1));
      expect(high, camp.key).toBeLessThanOrEqual(Math.min(kind.level[1], dungeon.level + 1));
    }
    for (const node of place.nodes) expect(items.has(node.item), node.item).toBe(true);
  });

  it('leaves each boss alone, with room round it', () => {
    for (const boss of place.camps.filter(camp => isBoss(dungeon, camp))) {
      const near = place.camps.filter(
        camp => camp !== boss && away(camp, boss) < camp.radius + monsters.key(camp.monster).notice_m + ARENA_M,
      );
      expect(
        near.map(camp => camp.key),
        boss.monster,
      ).toEqual([]);
      const inTheWay = land.around(boss.x, boss.z, ARENA_M).length;
      expect(inTheWay, boss.monster).toBe(0);
      for (let turn = 0; turn < 16; turn++) {
        const [x, z] = [boss.x + Math.sin(turn * 0.39) * ARENA_M, boss.z + Math.cos(turn * 0.39) * ARENA_M];
        expect(inClearing(dungeon, x, z), `${boss.monster} ${turn}`).toBe(true);
      }
    }
  });

  it('has three or four packs before each boss', () => {
    const spawnsAndBosses = place.camps.findIndex(camp => isBoss(dungeon, camp));
    expect(spawnsAndBosses).toBeGreaterThan(0);
    let before = 0;
    const rooms: number[] = [];
    let last: Camp | undefined;
    for (const camp of place.camps) {
      if (isBoss(dungeon, camp)) {
        rooms.push(before);
        before = 0;
      } else if (!last || away(last, camp) > 12) before++;
      last = camp;
    }
    for (const packs of rooms) expect([3, 4]).toContain(packs);
  });

  it('lets everybody rise again in peace', () => {
    for (const spawn of place.spawns) {
      for (const camp of place.camps) {
        if (isBoss(dungeon, camp) && place.spawns.indexOf(spawn) > dungeon.bosses.indexOf(camp.monster)) continue;
        const gap = away(camp, spawn) - camp.radius - monsters.key(camp.monster).notice_m;
        expect(gap, `${spawn.key} ${camp.key}`).toBeGreaterThan(PEACE_M);
      }
    }
  });

  it('can be walked from its door past every boss to its last room', () => {
    const reach = new Reach(land, door.x, door.z);
    for (const spawn of place.spawns) expect(reach.near(spawn.x, spawn.z), spawn.key).toBe(true);
    for (const camp of place.camps)
      for (const [x, z] of spotsOf(camp)) expect(reach.near(x, z), `${camp.key} ${x.toFixed()} ${z.toFixed()}`).toBe(true);
    for (const node of place.nodes) expect(reach.near(node.x, node.z, 2.5), node.key).toBe(true);
  });

  it('keeps everybody between its walls, whatever he climbs on', () => {
    const inside = place.clearings.reduce((sum, { radius }) => sum + radius * radius * Math.PI, 0);
    for (const spawn of place.spawns) {
      const squares = squaresFrom(land, spawn.x, spawn.z, inside * 3);
      const outside = [...squares.keys()].filter(square => {
        const [x, z] = square.split(',').map(Number);
        return !inClearing(dungeon, x + 0.5, z + 0.5);
      });
      expect(outside.slice(0, 5), spawn.key).toEqual([]);
      expect(squares.size).toBeGreaterThan(1000);
    }
  });

  it('has a gate at which nobody is attacked', () => {
    const { place: outside, poi } = gateOf(dungeon);
    expect(outside.props.some(prop => prop.kind === 'gate' && away(prop, poi) < GATE_RANGE_M)).toBe(true);
    for (const camp of outside.camps) {
      const kind = monsters.key(camp.monster);
      if (kind.team === 'critter') continue;
      const spots = camp.route ? camp.route.map(([x, z]) => ({ x, z })) : [camp];
      const gap = Math.min(...spots.map(spot => away(spot, poi))) - camp.radius - kind.notice_m;
      expect(gap, camp.key).toBeGreaterThan(GATE_RANGE_M);
    }
    const reach = new Reach(new Land(outside), outside.spawns[0].x, outside.spawns[0].z);
    expect(reach.near(poi.x, poi.z)).toBe(true);
  });
});

it('would notice a hole in a wall', () => {
  const [dungeon] = DUNGEONS;
  const open = new Land({ ...dungeon.place, fences: dungeon.place.fences.slice(1), trees: [] });
  const [{ x, z }] = dungeon.place.spawns;
  const inside = dungeon.place.clearings.reduce((sum, { radius }) => sum + radius * radius * Math.PI, 0);
  const squares = [...squaresFrom(open, x, z, inside * 3).keys()].map(square => square.split(',').map(Number));
  expect(squares.some(([sx, sz]) => !inClearing(dungeon, sx + 0.5, sz + 0.5))).toBe(true);
});

it('bars the gates to those who are too young for them', () => {
  expect(DUNGEONS.map(({ least }) => least)).toEqual([6, 12, 18, 20]);
  expect(DUNGEONS.map(({ company }) => company)).toEqual([5, 5, 5, 20]);
});
