// Arenas: six who wait are matched by rating, fight, and the result counts once, whatever dies in between; who leaves has lost; everybody is
// put back where he was.
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { boardsPort, type Env } from '../../src/ports';
import { rememberWay } from '../../src/region/systems/arena';
import { gateOf } from '../../src/shared/content';
import { ARENA_FIGHTS, ARENA_GATES, ARENA_OVER, CAUSE_ARENA } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { AFTER_MS, ARENA_LEVEL, ARENA_PAY, AWAY_MS, FIRST_RATING, GATES_MS, GATHER_MS, SIDE } from '../../src/shared/rules/arena';
import { REASONS } from '../../src/shared/rules/reasons';
import { GATE_RANGE_M } from '../../src/shared/rules/runs';
import { strikeAt, turnTo } from '../harness/duel';
import { atTheGate, BARROW, goIn, outsideOf } from '../harness/dungeon';
import { joinUp, known, refusals } from '../harness/party';
import { type Bot, type Ground, Stage } from '../harness/world';

const stage = await Stage.open();
const outside = await stage.ground(outsideOf(BARROW));
const boards = () => boardsPort(env as unknown as Env);
const ratingsOf = (bots: readonly Bot[]) => boards().ratings(bots.map(({ guest }) => guest.character));

afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
  // Arenas rest between matches.
  stage.pass(20 * 60_000);
});

async function grown(level = ARENA_LEVEL): Promise<Bot> {
  const bot = await stage.join();
  await stage.player(bot, player => {
    player.character.level = level;
    player.journal.character = true;
    player.changed = true;
  });
  await stage.turns(25);
  await known(stage, bot);
  return bot;
}

async function six(): Promise<Bot[]> {
  const bots: Bot[] = [];
  for (let i = 0; i < 2 * SIDE; i++) bots.push(await grown());
  for (const [i, bot] of bots.entries()) await turnTo(stage, bot, 760 + 3 * i, 800, 0);
  return bots;
}

const stageOf = (bot: Bot): number => bot.all('arena').at(-1)?.stage ?? 0;

/** All of them wait and are called; resolves to the arena, with everybody in it. */
async function called(bots: readonly Bot[]): Promise<Ground> {
  for (const bot of bots) bot.send('enlist', {});
  await stage.until(async () => (await stage.whereIs(bots[0]))?.key.startsWith('sands.') ?? false, 200, 'the call');
  const arena = (await stage.whereIs(bots[0]))!;
  await stage.until(
    async () => (await Promise.all(bots.map(bot => stage.whereIs(bot)))).every(ground => ground === arena),
    100,
    'everybody',
  );
  return arena;
}

async function fighting(bots: readonly Bot[]): Promise<Ground> {
  const arena = await called(bots);
  await stage.until(() => bots.every(bot => stageOf(bot) === ARENA_GATES), 60, 'the gates');
  await stage.seconds(GATES_MS / 1000);
  await stage.until(() => bots.every(bot => stageOf(bot) === ARENA_FIGHTS), 60, 'the fight');
  return arena;
}

const sideOf = (bot: Bot): number => bot.known('arena').own;
const sides = (bots: readonly Bot[]): [Bot[], Bot[]] => [
  bots.filter(bot => sideOf(bot) === 0),
  bots.filter(bot => sideOf(bot) === 1),
];

async function fell(arena: Ground, ...bots: readonly Bot[]): Promise<void> {
  for (const bot of bots) await arena.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 0, 0));
}

async function home(bots: readonly Bot[]): Promise<void> {
  await stage.until(
    async () => (await Promise.all(bots.map(bot => stage.whereIs(bot)))).every(g => g === stage),
    400,
    'the way back',
  );
}

describe('who waits', () => {
  it('is refused below the level, in a party that is too large or not led by him, twice; and may go again', async () => {
    const [one, two, young] = [await grown(), await grown(), await grown(ARENA_LEVEL - 1)];
    const tries: number[] = [];
    /** `waits`: of how many, when it is granted; -1: it is refused. */
    const asks = async (bot: Bot, what: 'enlist' | 'leaveArena', waits: number): Promise<void> => {
      const before = refusals(bot).length;
      bot.send(what, {});
      const isAnswered = (): boolean => (waits < 0 ? refusals(bot).length > before : bot.all('lists').at(-1)?.party === waits);
      await stage.until(isAnswered, 80, 'the answer');
      tries.push(refusals(bot)[before] ?? 0);
    };
    await asks(young, 'enlist', -1);
    await asks(one, 'leaveArena', -1);
    await asks(one, 'enlist', 1);
    await asks(one, 'enlist', -1);
    expect(one.known('lists')).toMatchObject({ party: 1, rating: FIRST_RATING });
    await asks(one, 'leaveArena', 0);
    await joinUp(stage, one, two);
    await asks(two, 'enlist', -1);
    await asks(one, 'enlist', 2);
    await stage.until(() => two.known('lists').party === 2, 40, 'both to wait');
    expect(tries).toEqual([REASONS.levelTooLow, REASONS.notEnlisted, 0, REASONS.alreadyEnlisted, 0, REASONS.notLeader, 0]);
    two.send('leaveParty', {});
    await stage.until(() => one.known('lists').party === 0, 40, 'the end of waiting');
    expect(one.all('notice').some(({ notice }) => notice === NOTICES.arenaWithdrawn)).toBe(true);
  });
});

describe('a match', () => {
  it('is fought by the two sides alone, ends with the last of one, counts once, pays, and puts everybody back', async () => {
    const bots = await six();
    const arena = await fighting(bots);
    const [one, two] = sides(bots);
    expect([one.length, two.length]).toEqual([SIDE, SIDE]);
    const spot = { x: 768, z: 776 };
    await turnTo(stage, one[0], spot.x, spot.z, 0);
    await turnTo(stage, two[0], spot.x, spot.z - 2, Math.PI);
    await turnTo(stage, one[1], spot.x + 1, spot.z - 2, Math.PI);
    await stage.turns(2);
    expect(await strikeAt(stage, one[0], two[0])).toBe(0);
    expect(await strikeAt(stage, one[0], one[1])).toBe(REASONS.badTarget);
    const worn = await arena.player(two[0], ({ character }) => JSON.stringify(character.items));
    await fell(arena, ...two);
    await stage.until(() => bots.every(bot => stageOf(bot) === ARENA_OVER), 60, 'the end');
    expect(one.map(bot => bot.known('arena').score)).toEqual([1, 1, 1]);
    expect(two.map(bot => bot.known('arena').score)).toEqual([2, 2, 2]);
    two[0].send('release', {});
    await stage.turns(4);
    expect(refusals(two[0]).at(-1)).toBe(REASONS.noReleaseHere);
    await stage.until(async () => (await ratingsOf(one))[0] > FIRST_RATING, 100, 'the ratings');
    expect(await ratingsOf(one)).toEqual([FIRST_RATING + 16, FIRST_RATING + 16, FIRST_RATING + 16]);
    expect(await ratingsOf(two)).toEqual([FIRST_RATING - 16, FIRST_RATING - 16, FIRST_RATING - 16]);
    await stage.until(() => one[0].all('notice').some(n => n.notice === NOTICES.arenaRated), 40, 'word of the rating');
    expect(one[0].all('notice').find(n => n.notice === NOTICES.arenaRated)).toMatchObject({
      value: FIRST_RATING + 16,
      text: '+16',
    });
    expect(one[0].all('gained').find(({ cause }) => cause === CAUSE_ARENA)?.gold).toBe(ARENA_PAY);
    expect(two[0].all('gained').some(({ cause }) => cause === CAUSE_ARENA)).toBe(false);
    await stage.seconds(AFTER_MS / 1000);
    await home(bots);
    for (const [i, bot] of bots.entries()) {
      const at = await stage.player(bot, ({ entity }, { sim: { core } }) => ({
        x: core.x(entity),
        z: core.z(entity),
        hp: core.hp(entity),
      }));
      expect(Math.hypot(at.x - 760 - 3 * i, at.z - 800)).toBeLessThan(2);
      expect(at.hp).toBeGreaterThan(1);
    }
    expect(await stage.player(two[0], ({ character }) => JSON.stringify(character.items))).toBe(worn);
    expect(await stage.player(two[0], ({ character }) => character.life.back)).toBeNull();
  });

  it('goes on after a crash of everything, and its result is counted once however often it dies', async () => {
    const bots = await six();
    const before = await ratingsOf(bots);
    const arena = await fighting(bots);
    const [one, two] = sides(bots);
    await stage.crash();
    const again = new Map<Bot, Bot>();
    for (const bot of bots) again.set(bot, await reenter(bot, arena));
    await stage.until(() => [...again.values()].every(bot => stageOf(bot) === ARENA_FIGHTS), 60, 'the fight to go on');
    await fell(arena, ...two.map(bot => again.get(bot)!));
    // Written and on its way: it dies before anybody has answered.
    await arena.inside(region => {
      Reflect.set(region.footing.store.transfers, 'seams', {
        ...Reflect.get(region.footing.store.transfers, 'seams'),
        deliver: () => Promise.reject(new Error('the boards are away')),
      });
    });
    await stage.until(() => stageOf(again.get(one[0])!) === ARENA_OVER, 60, 'the end');
    expect(await ratingsOf(bots)).toEqual(before);
    await stage.crash();
    await stage.until(
      async () => {
        await arena.alarm();
        stage.pass(5_000);
        return (await ratingsOf(one))[0] !== before[bots.indexOf(one[0])];
      },
      40,
      'the ratings',
    );
    const after = await ratingsOf(bots);
    for (const [i, bot] of bots.entries()) expect(Math.sign(after[i] - before[i]), bot.guest.name).toBe(one.includes(bot) ? 1 : -1);
    // The same parcel again, as from an arena that has not heard the answer.
    const [{ json }] = await arena.rows('SELECT json FROM match');
    const parcel = { number: 999, id: 'again', kind: 'match', body: String(json) };
    await boards().receive('sands.399', [parcel]);
    expect(await ratingsOf(bots)).toEqual(after);
  });

  it('puts who was called out of a dungeon before its gate', async () => {
    const delver = await atTheGate(stage, BARROW, ARENA_LEVEL);
    await known(stage, delver);
    delver.send('enlist', {});
    await stage.until(() => delver.all('lists').at(-1)?.party === 1, 80, 'the lists');
    await goIn(stage, delver);
    const others: Bot[] = [];
    for (let i = 1; i < 2 * SIDE; i++) others.push(await grown());
    const arena = await called([...others, delver]);
    await stage.until(() => [...others, delver].every(bot => stageOf(bot) === ARENA_GATES), 60, 'the gates');
    // As if he were called into another arena from here, by a party that enlisted meanwhile: the way stays the same.
    await arena.player(delver, (player, world) => rememberWay(world, player));
    delver.send('leaveArena', {});
    await stage.until(async () => (await stage.whereIs(delver)) === outside, 100, 'the way out');
    const { poi } = gateOf(BARROW);
    const away_m = await outside.player(delver, ({ entity }, world) => world.distanceTo(entity, poi.x, poi.z));
    expect(away_m).toBeLessThan(GATE_RANGE_M);
    for (const bot of others) bot.send('leaveArena', {});
    await home(others);
  });

  it('is lost by who leaves or hangs up, even if his side wins', async () => {
    const bots = await six();
    const before = await ratingsOf(bots);
    const arena = await fighting(bots);
    const [one, two] = sides(bots);
    one[0].send('leaveArena', {});
    await stage.until(async () => (await stage.whereIs(one[0])) === stage, 100, 'the way out');
    await one[1].cut();
    await stage.seconds(AWAY_MS / 1000 + 2);
    expect(two[0].known('arena').fighters.filter(({ out }) => out)).toHaveLength(2);
    await fell(arena, ...two);
    await stage.until(() => stageOf(two[0]) === ARENA_OVER, 60, 'the end');
    await stage.until(async () => (await ratingsOf([two[0]]))[0] !== before[bots.indexOf(two[0])], 100, 'the ratings');
    const after = await ratingsOf(bots);
    const changes = bots.map((bot, i) => [bot, after[i] - before[i]] as const);
    for (const [bot, change] of changes) expect(Math.sign(change), bot.guest.name).toBe(bot === one[2] ? 1 : -1);
    await stage.seconds(AFTER_MS / 1000);
    await home([one[2], ...two]);
  });

  it('comes to nothing when a side does not come: nobody’s rating changes, and all go back', async () => {
    const bots = await six();
    const before = await ratingsOf(bots);
    const [leader, ...mates] = bots.slice(0, SIDE);
    await joinUp(stage, leader, ...mates);
    leader.send('enlist', {});
    await stage.until(() => mates.every(bot => bot.all('lists').at(-1)?.party === SIDE), 60, 'the party to wait');
    // They lie dead when they are called, and so stay where they are.
    for (const bot of [leader, ...mates]) await stage.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 0, 0));
    const others = bots.slice(SIDE);
    for (const bot of others) bot.send('enlist', {});
    await stage.until(async () => (await stage.whereIs(others[0]))?.key.startsWith('sands.') ?? false, 200, 'the call');
    await stage.seconds(GATHER_MS / 1000);
    await stage.until(() => others.every(bot => bot.all('notice').some(n => n.notice === NOTICES.arenaVoid)), 80, 'the end of it');
    expect(others.map(bot => bot.known('arena').score)).toEqual([0, 0, 0]);
    await stage.seconds(AFTER_MS / 1000);
    await home(others);
    expect(await ratingsOf(bots)).toEqual(before);
    expect(await stage.whereIs(leader)).toBe(stage);
  });
});

/** Comes back where his character is. */
async function reenter(bot: Bot, arena: Ground): Promise<Bot> {
  const entry = await stage.ticket(bot.guest);
  const back = await stage.knock(bot.guest, entry);
  await stage.until(() => back.snapshots > 0, 200, `${bot.guest.name} to come back to ${arena.key}`);
  return back;
}
