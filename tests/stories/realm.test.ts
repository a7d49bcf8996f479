// The directory of the world: regions report, divide and merge; the front moves; nothing of it is lost and nothing of it keeps time awake.
import { abortAllDurableObjects, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type RegionReport, realmPort } from '../../src/ports';
import { concerned } from '../../src/realm/tidings';
import type { Region } from '../../src/region/region';
import { HOME_REGION, placeOf, REGIONS } from '../../src/shared/content';
import { childrenOf, type Division } from '../../src/shared/regions';
import { advance, BOARD, HOUR_MS } from '../../src/shared/rules/front';
import { ORIGIN } from '../harness/world';

const REGION = env.REGION;
const CHILDREN = childrenOf(HOME_REGION);
const START_MS = Date.UTC(2026, 10, 20, 12, 0, 30);
let told: { key: string; version: number }[] = [];
let unreachable: string[] = [];

/** Stands where the regions would: notes what they are told. */
const listeners = {
  idFromName: (key: string) => key,
  get: (key: string) => ({
    divided: async ({ version }: Division) => {
      if (unreachable.includes(key)) throw new Error('nobody there');
      told.push({ key, version });
    },
  }),
};

const realm = () => realmPort(env);
const stub = () => env.REALM.get(env.REALM.idFromName('world'));
const inside = <T>(look: (realm: object, state: DurableObjectState) => T | Promise<T>): Promise<T> =>
  runInDurableObject(stub() as never, look as never);
const listen = (regions: unknown = listeners) => inside(self => void Reflect.set(self, 'env', { ...env, REGION: regions }));
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

async function crash(): Promise<void> {
  await abortAllDurableObjects();
  await listen();
}

async function say(region: string, players: number, more: Partial<RegionReport> = {}): Promise<Division> {
  const { division } = await realm().report({ region, players, awake: true, load: 0.2, at_ms: Date.now(), ...more });
  return division;
}

/** Every child reports every 5 s for that long, all together with so many players. */
async function live(seconds: number, players: number): Promise<void> {
  for (let s = 0; s < seconds; s += 5) {
    pass(5_000);
    for (const [i, child] of CHILDREN.entries()) await say(child, i ? 0 : players);
  }
}

const divided = async () => (await realm().division()).divided;

/** What a page gets, as old as the front door allows itself. */
async function get(path: string): Promise<{ body: never; headers: Headers }> {
  pass(2_000);
  const response = await exports.default.fetch(`${ORIGIN}${path}`);
  expect(response.status).toBe(200);
  return { body: (await response.json()) as never, headers: response.headers };
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START_MS });
  await inside((_, state) => state.storage.deleteAll());
  told = [];
  unreachable = [];
  await crash();
});

describe('dividing', () => {
  it('cuts a region in four and tells everybody whom it concerns', async () => {
    const division = await realm().divide(HOME_REGION);
    expect(division).toEqual({ version: 1, divided: [HOME_REGION] });
    await vi.waitFor(() => expect(told).toHaveLength(concerned(division, HOME_REGION).length));
    expect(told.map(({ key }) => key)).toEqual(expect.arrayContaining([HOME_REGION, ...CHILDREN]));
    expect(new Set(told.map(({ version }) => version))).toEqual(new Set([1]));
  });

  it('is told to a real region by its own door', async () => {
    const failed = vi.spyOn(console, 'error').mockImplementation(() => {});
    await listen(REGION);
    await realm().divide(HOME_REGION);
    const count = concerned(await realm().division(), HOME_REGION).length;
    expect(count).toBeGreaterThanOrEqual(5);
    await vi.waitFor(async () => {
      const home = REGION.get(REGION.idFromName(HOME_REGION)) as never;
      const division = await runInDurableObject(home, (region: object) => (region as Region).footing.division);
      expect(division).toMatchObject({ version: 1 });
    });
    failed.mockRestore();
  });

  it('goes on when a region cannot be reached, which then learns of it with its next report', async () => {
    const failed = vi.spyOn(console, 'error').mockImplementation(() => {});
    unreachable = [CHILDREN[2]];
    await realm().divide(HOME_REGION);
    await vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(4));
    expect(await say(CHILDREN[2], 3)).toEqual({ version: 1, divided: [HOME_REGION] });
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ event: 'division_untold', region: CHILDREN[2] }));
    failed.mockRestore();
  });

  it('happens once, and only to a region of level 2 that has a place', async () => {
    await realm().divide(HOME_REGION);
    for (const key of [HOME_REGION, CHILDREN[0], '2-9-9', '', '__proto__', 7, null, undefined, {}]) {
      expect(await realm().divide(key as string)).toEqual({ version: 1, divided: [HOME_REGION] });
    }
  });

  it('survives the end of the object', async () => {
    await realm().divide(HOME_REGION);
    await crash();
    expect(await realm().division()).toEqual({ version: 1, divided: [HOME_REGION] });
    expect(await say(CHILDREN[0], 1)).toEqual({ version: 1, divided: [HOME_REGION] });
  });
});

describe('merging', () => {
  it('comes after a minute of few players, and is told', async () => {
    await realm().divide(HOME_REGION);
    await live(55, 159);
    expect(await divided()).toEqual([HOME_REGION]);
    await live(10, 159);
    expect(await realm().division()).toEqual({ version: 2, divided: [] });
    await vi.waitFor(() => expect(told.filter(({ version }) => version === 2).length).toBeGreaterThanOrEqual(5));
    await crash();
    expect(await realm().division()).toEqual({ version: 2, divided: [] });
  });

  it('does not come while there are many, also when they were few in between', async () => {
    await realm().divide(HOME_REGION);
    await live(300, 160);
    await live(50, 100);
    await live(5, 200);
    await live(50, 100);
    expect(await divided()).toEqual([HOME_REGION]);
  });

  it('counts those who still stand in the whole', async () => {
    await realm().divide(HOME_REGION);
    for (let s = 0; s < 120; s += 5) {
      await say(HOME_REGION, 150);
      await live(5, 20);
    }
    expect(await divided()).toEqual([HOME_REGION]);
  });

  it('waits after a boot until every child was heard of, or was silent for half a minute', async () => {
    await realm().divide(HOME_REGION);
    await live(10, 500);
    await crash();
    const only = async (seconds: number) => {
      for (let s = 0; s < seconds; s += 5) {
        pass(5_000);
        await say(CHILDREN[1], 0);
      }
    };
    await only(80);
    expect(await divided()).toEqual([HOME_REGION]);
    await only(25);
    expect(await divided()).toEqual([]);
  });

  it('of children who all fell asleep is done by the next report of anybody', async () => {
    await realm().divide(HOME_REGION);
    for (const child of CHILDREN) await say(child, 0, { awake: false, at_ms: Date.now() + 1 });
    pass(1_000);
    for (const child of CHILDREN) await say(child, 0, { awake: false });
    pass(HOUR_MS);
    expect(await divided()).toEqual([HOME_REGION]);
    expect(await say(HOME_REGION, 1)).toEqual({ version: 2, divided: [] });
  });

  it('is not undone at once: a merged region stays whole for a minute', async () => {
    await realm().divide(HOME_REGION);
    await live(70, 0);
    expect(await realm().divide(HOME_REGION)).toEqual({ version: 2, divided: [] });
    await crash();
    expect(await realm().divide(HOME_REGION)).toEqual({ version: 2, divided: [] });
    pass(60_000);
    expect(await realm().divide(HOME_REGION)).toEqual({ version: 3, divided: [HOME_REGION] });
  });
});

describe('reports', () => {
  it('tell who is awake, for half a minute', async () => {
    await say(HOME_REGION, 12);
    expect(await realm().awake()).toEqual([HOME_REGION]);
    pass(30_000);
    expect(await realm().awake()).toEqual([HOME_REGION]);
    pass(1);
    expect(await realm().awake()).toEqual([]);
    await say(HOME_REGION, 12);
    await say(HOME_REGION, 0, { awake: false });
    expect(await realm().awake()).toEqual([]);
  });

  it('that are late, from the future or nonsense change nothing, and are answered', async () => {
    await say(HOME_REGION, 12);
    await say(HOME_REGION, 0, { awake: false, at_ms: Date.now() - 5_000 });
    expect((await realm().map()).regions.find(r => r.region === HOME_REGION)).toMatchObject({ players: 12, awake: true });
    const nonsense = [
      null,
      'here',
      { region: '2-9-9', players: 1, awake: true, load: 0, at_ms: 1 },
      { region: HOME_REGION, players: -1, awake: true, load: 0, at_ms: Date.now() },
      { region: HOME_REGION, players: 1e9, awake: true, load: 0, at_ms: Date.now() },
      { region: HOME_REGION, players: 1, awake: 1, load: 0, at_ms: Date.now() },
      { region: HOME_REGION, players: 1, awake: true, load: Number.NaN, at_ms: Date.now() },
    ];
    const heard = vi.spyOn(console, 'error').mockImplementation(() => {});
    for (const report of nonsense) expect((await realm().report(report as never)).division).toEqual({ version: 0, divided: [] });
    expect(heard).toHaveBeenCalledTimes(nonsense.length);
    heard.mockRestore();
    expect((await realm().map()).regions.find(r => r.region === HOME_REGION)).toMatchObject({ players: 12 });
    await say(HOME_REGION, 13, { at_ms: Date.now() + 9 * HOUR_MS });
    pass(30_001);
    expect(await realm().awake()).toEqual([]);
    await say(HOME_REGION, 14);
    expect((await realm().map()).regions.find(r => r.region === HOME_REGION)).toMatchObject({ players: 14 });
  });
});

describe('the map', () => {
  it('adds the children up and is open to all', async () => {
    await realm().divide(HOME_REGION);
    for (const [i, child] of CHILDREN.entries()) await say(child, i + 1);
    const { body, headers } = await get('/api/map');
    expect(headers.get('Cache-Control')).toBe('public, max-age=2');
    expect(body).toMatchObject({ at: Date.now(), version: 1 });
    const { regions } = body as { regions: { region: string }[] };
    expect(regions.map(({ region }) => region)).toEqual([...REGIONS]);
    expect(regions.find(({ region }) => region === HOME_REGION)).toEqual({
      region: HOME_REGION,
      place: 0,
      players: 10,
      awake: true,
      divided: true,
      holder: 0,
      by: 0,
      pressure: 0,
      efforts: [0, 0, 0],
    });
  });

  it('asks only regions that are awake for their status, and the first', async () => {
    type Status = { players: number; regions: { region: string; asleep: boolean }[] };
    const asleep = (await get('/api/status')).body as Status;
    expect(asleep).toMatchObject({ players: 0, regions: [{ region: HOME_REGION, asleep: true }] });
    pass(250);
    await say(HOME_REGION, 12);
    const awake = (await get('/api/status')).body as Status;
    expect(awake.regions.map(({ region }) => region)).toEqual([HOME_REGION]);
  });
});

describe('the front', () => {
  it('is kept, and on waking has moved by the hours that passed', async () => {
    const born = await realm().front();
    expect(born.hour).toBe(Math.floor(START_MS / HOUR_MS));
    expect(born.lands).toHaveLength(BOARD.grounds.length);
    await crash();
    expect(await realm().front()).toEqual(born);
    pass(29 * HOUR_MS);
    await crash();
    const later = await realm().front();
    expect(later).toEqual(advance(BOARD, born, born.hour + 29));
    await crash();
    expect(await realm().front()).toEqual(later);
  });

  it('moves with reports too, and after a long sleep only the last week is fought', async () => {
    const born = await realm().front();
    pass(1000 * HOUR_MS);
    await say(HOME_REGION, 1);
    expect(await realm().front()).toEqual(advance(BOARD, born, born.hour + 1000));
  });
});

describe('what players do for their covenant', () => {
  const ground = BOARD.grounds.find(({ fixed }) => !fixed)!;
  const region = REGIONS.find(key => placeOf(key)?.number === ground.place)!;
  const land = async () => (await realm().front()).lands.find(({ place }) => place === ground.place);

  it('is added up for the hour, kept, shown on the map, and fought with when the hour is over', async () => {
    await say(region, 2, { efforts: [10, 0, 4] });
    await say(childrenOf(region)[0], 1, { efforts: [0, 0, 6] });
    expect(await land()).toMatchObject({ efforts: [10, 0, 10] });
    await crash();
    expect(await land()).toMatchObject({ efforts: [10, 0, 10] });
    // Later than what any other story looked at.
    pass(60_000);
    const { regions } = (await get('/api/map')).body as { regions: { region: string; efforts: number[] }[] };
    expect(regions.find(each => each.region === region)?.efforts).toEqual([10, 0, 10]);
    expect(regions.find(each => each.region === HOME_REGION)?.efforts).toEqual([0, 0, 0]);
    const fought = await realm().front();
    pass(HOUR_MS);
    expect(await realm().front()).toEqual(advance(BOARD, fought, fought.hour + 1));
    expect((await land())?.efforts).toBeUndefined();
  });

  it('counts nothing that is no number of points', async () => {
    for (const efforts of [[-5], [1, 2, 3, 4], [0.5, 0, 0], ['9', 0, 0], 7]) await say(region, 2, { efforts: efforts as number[] });
    expect((await land())?.efforts).toBeUndefined();
  });
});

it('an idle realm has no alarm', async () => {
  await realm().divide(HOME_REGION);
  await live(90, 0);
  await say(HOME_REGION, 0, { awake: false });
  expect(await inside((_, state) => state.storage.getAlarm())).toBeNull();
});
