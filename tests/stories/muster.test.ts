// The muster: strangers from all over the world are put together, asked, and stand in the same instance; whoever declines goes alone, whoever
// waits keeps his place, and companions come for whom nobody came.
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import type { Runs } from '../../src/realm/runs';
import { classes, dungeonOf } from '../../src/shared/content';
import { MUSTER_ASKED, MUSTER_NONE, MUSTER_WAITS } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { isInstance } from '../../src/shared/regions';
import { FILL_AFTER_MS, FILLS, READY_MS } from '../../src/shared/rules/muster';
import { REASONS } from '../../src/shared/rules/reasons';
import { bitOf } from '../../src/shared/rules/roles';
import { BEGUN_WITHIN_MS, MOST_BEGUN, type Run } from '../../src/shared/rules/runs';
import { atTheGate, BARROW, goIn, goOut, outsideOf } from '../harness/dungeon';
import { joinUp, known, notices, partyOf, refusals } from '../harness/party';
import { type Bot, type Ground, Stage } from '../harness/world';

const stage = await Stage.open();
await stage.ground(outsideOf(BARROW));

afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

const inRealm = <T>(look: (realm: object, state: DurableObjectState) => T): Promise<T> =>
  runInDurableObject(env.REALM.get(env.REALM.idFromName('world')) as never, look as never);

const CLASS = { tank: 'warden', healer: 'sage', damage: 'ranger' } as const;
const fill = (how: (typeof FILLS)[number]): number => FILLS.indexOf(how);
const stateOf = (bot: Bot): number => bot.all('muster').at(-1)?.state ?? MUSTER_NONE;

/** Somebody of that role, at home or at the gate of the barrow. */
async function of(role: keyof typeof CLASS, isFar = false): Promise<Bot> {
  const bot = isFar ? await atTheGate(stage) : await stage.join();
  const ground = (await stage.whereIs(bot))!;
  await ground.player(bot, player => {
    player.character.level = BARROW.level;
    player.character.life.cls = classes.key(CLASS[role]).id;
    player.journal.character = player.journal.life = true;
    player.changed = true;
  });
  await known(stage, bot);
  await stage.seconds(1);
  return bot;
}
const five = async (): Promise<Bot[]> => [
  await of('damage'),
  await of('tank'),
  await of('damage', true),
  await of('healer'),
  await of('damage'),
];

function queue(bot: Bot, how: (typeof FILLS)[number] = 'never'): void {
  bot.send('queue', { dungeon: BARROW.id, fill: fill(how) });
}
async function waiting(...bots: Bot[]): Promise<void> {
  await stage.until(() => bots.every(bot => stateOf(bot) === MUSTER_WAITS), 80, 'their waiting');
}
async function asked(...bots: Bot[]): Promise<void> {
  await stage.until(() => bots.every(bot => stateOf(bot) === MUSTER_ASKED), 80, 'the ready check');
}
async function inside(...bots: Bot[]): Promise<Ground> {
  await stage.until(
    async () => {
      const where = await Promise.all(bots.map(bot => stage.whereIs(bot)));
      return where.every(ground => isInstance(ground?.key ?? '')) && bots.every(bot => isInstance(bot.known('welcome').region));
    },
    200,
    'the dungeon',
  );
  return (await stage.whereIs(bots[0]))!;
}

describe('five strangers', () => {
  it('are found, asked, and stand in one instance as a party; they come out at its gate', async () => {
    const bots = await five();
    for (const bot of bots.slice(0, 4)) queue(bot);
    await waiting(...bots.slice(0, 4));
    queue(bots[4]);
    await asked(...bots);
    const { seats, own } = bots[1].known('muster');
    expect(seats.map(({ role }) => role).toSorted()).toEqual([0, 1, 2, 2, 2]);
    expect(seats[own].role).toBe(0);
    for (const bot of bots) bot.send('ready', { accept: true });
    const ground = await inside(...bots);
    expect(dungeonOf(ground.key)).toBe(BARROW);
    for (const bot of bots) {
      expect(await stage.whereIs(bot)).toBe(ground);
      await stage.until(() => partyOf(bot).length === 5 && stateOf(bot) === MUSTER_NONE, 60, 'the party');
    }
    expect(bots[0].known('run')).toMatchObject({ hands: 5 });
    await goOut(stage, bots[0]);
    expect((await stage.whereIs(bots[0]))?.key).toBe(outsideOf(BARROW));
  });

  it('keep their places when one declines, who goes alone', async () => {
    const bots = await five();
    for (const bot of bots) queue(bot);
    await asked(...bots);
    for (const bot of bots.slice(0, 4)) bot.send('ready', { accept: true });
    bots[4].send('ready', { accept: false });
    await waiting(...bots.slice(0, 4));
    expect(stateOf(bots[4])).toBe(MUSTER_NONE);
    expect(notices(bots[0])).toContain(NOTICES.musterFailed);
    const other = await of('damage');
    queue(other);
    await asked(...bots.slice(0, 4), other);
    // Silence is a no.
    for (const bot of bots.slice(0, 4)) bot.send('ready', { accept: true });
    await stage.turns(4);
    stage.pass(READY_MS);
    await stage.seconds(6);
    await waiting(...bots.slice(0, 4));
    expect(stateOf(other)).toBe(MUSTER_NONE);
    expect(bots[0].known('muster').waited_s).toBeGreaterThanOrEqual(30);
  });

  it('who lie dead when their company goes follow when they have risen', async () => {
    const bots = await five();
    for (const bot of bots) queue(bot);
    await asked(...bots);
    await stage.player(bots[0], ({ entity }, { sim: { core } }) => core.setVitals(entity, 0, 0));
    await stage.turns(2);
    for (const bot of bots) bot.send('ready', { accept: true });
    const ground = await inside(...bots.slice(1));
    await stage.seconds(1);
    expect(await stage.whereIs(bots[0])).toBe(stage);
    bots[0].send('release', {});
    await inside(bots[0]);
    expect(await stage.whereIs(bots[0])).toBe(ground);
  });

  it('have their places through a crash of everything', async () => {
    const bots = await five();
    for (const bot of bots.slice(0, 4)) queue(bot);
    await waiting(...bots.slice(0, 4));
    await stage.crash();
    const again: Bot[] = [];
    for (const { guest } of bots) again.push(await stage.enter(guest));
    await known(stage, ...again);
    await waiting(...again.slice(0, 4));
    queue(again[4]);
    await asked(...again);
  });
});

describe('somebody alone', () => {
  it('is filled up with companions at once, if he wants to', async () => {
    const bot = await of('tank');
    queue(bot, 'now');
    const ground = await inside(bot);
    await stage.seconds(2);
    expect(bot.known('run').hands).toBe(5);
    const roles = await ground.world(world => [...world.company.members.values()].map(({ kind }) => classes.key(kind.cls).role));
    expect(roles.toSorted()).toEqual(['damage', 'damage', 'damage', 'healer']);
    expect(partyOf(bot)).toEqual([]);
  });

  it('goes with companions when nobody came for a while, in the role that he picked', async () => {
    const bot = await of('tank');
    bot.send('pickRoles', { roles: bitOf('damage') });
    await stage.turns(4);
    queue(bot, 'late');
    await waiting(bot);
    stage.pass(FILL_AFTER_MS);
    await asked(bot);
    bot.send('ready', { accept: true });
    const ground = await inside(bot);
    await stage.seconds(2);
    const roles = await ground.world(world => [...world.company.members.values()].map(({ kind }) => classes.key(kind.cls).role));
    expect(roles.toSorted()).toEqual(['damage', 'damage', 'healer', 'tank']);
  });

  it('goes back in from anywhere after he has left, and after his line has fallen', async () => {
    const bot = await of('tank');
    queue(bot, 'now');
    const ground = await inside(bot);
    await goOut(stage, bot);
    await stage.until(() => bot.known('way').dungeon === BARROW.id, 60, 'the offer');
    bot.send('rejoin', {});
    await inside(bot);
    expect(await stage.whereIs(bot)).toBe(ground);
    await stage.seconds(1);
    bot.send('rejoin', {});
    await stage.turns(6);
    expect(refusals(bot)).toEqual([REASONS.noWayBack]);
    await bot.cut();
    await stage.minute();
    await stage.drain();
    const again = await stage.enter(bot.guest);
    expect(again.known('welcome').region).toBe(ground.key);
    await stage.crash();
    const once = await stage.enter(bot.guest);
    expect(once.known('welcome').region).toBe(ground.key);
  });
});

describe('a party', () => {
  it('waits as one, and is filled up by whoever fits', async () => {
    const [tank, striker, healer, ...others] = [
      await of('tank'),
      await of('damage', true),
      await of('healer'),
      await of('damage'),
      await of('damage'),
    ];
    await joinUp(stage, tank, striker);
    striker.send('queue', { dungeon: BARROW.id, fill: 0 });
    await stage.turns(4);
    expect(refusals(striker)).toEqual([REASONS.notLeader]);
    for (const bot of others) queue(bot);
    queue(healer);
    queue(tank);
    await asked(tank, striker, healer, ...others);
    for (const bot of [tank, striker, healer, ...others]) bot.send('ready', { accept: true });
    await inside(tank, striker, healer, ...others);
    await stage.until(() => partyOf(healer).length === 5, 60, 'the party');
    expect(healer.known('party').members[healer.known('party').leader].name).toBe(tank.guest.name);
  });

  it('waits no more when it is no more what it was', async () => {
    const [tank, striker, other] = [await of('tank'), await of('damage'), await of('damage')];
    await joinUp(stage, tank, striker);
    queue(tank);
    await waiting(tank, striker);
    queue(tank);
    await stage.turns(4);
    expect(refusals(tank)).toEqual([REASONS.alreadyQueued]);
    await joinUp(stage, tank, other);
    await stage.until(() => stateOf(tank) === MUSTER_NONE && stateOf(striker) === MUSTER_NONE, 40, 'the end of it');
    expect(notices(tank)).toContain(NOTICES.musterEnded);
  });

  it('takes in who joins later, and a companion makes room for him', async () => {
    const [leader, second, late] = [await atTheGate(stage), await atTheGate(stage), await of('healer', true)];
    await joinUp(stage, leader, second);
    const ground = await goIn(stage, leader, { helpers: true });
    const roles = () =>
      ground.world(world => [...world.company.members.values()].map(({ kind }) => classes.key(kind.cls).role).toSorted());
    await stage.seconds(2);
    expect(await roles()).toEqual(['damage', 'healer', 'tank']);
    await joinUp(stage, leader, late);
    expect(await goIn(stage, late)).toBe(ground);
    await stage.seconds(2);
    expect(await roles()).toEqual(['damage', 'tank']);
    expect(late.known('run').hands).toBe(5);
    // Somebody goes: his place is free for the next, and nobody else makes room.
    leader.send('kick', { member: late.guest.character });
    await stage.until(async () => (await stage.whereIs(late))?.key === outsideOf(BARROW), 120, 'the way out');
    const next = await of('damage', true);
    await joinUp(stage, leader, next);
    expect(await goIn(stage, next)).toBe(ground);
    await stage.seconds(2);
    expect(await roles()).toEqual(['damage', 'tank']);
  });

  it('shares a run: who goes through the gate comes where the others are, and who is put out is put outside', async () => {
    const [leader, late] = [await atTheGate(stage), await atTheGate(stage)];
    await known(stage, leader, late);
    const ground = await goIn(stage, leader);
    await joinUp(stage, leader, late);
    // The run was begun by one; it is not the party's, and he who has joined since begins his own with him on its roster.
    expect((await goIn(stage, late)).key).not.toBe(ground.key);
    await goOut(stage, leader);
    const shared = await goIn(stage, leader, { anew: true });
    await goOut(stage, late);
    expect((await goIn(stage, late)).key).toBe(shared.key);
    expect(leader.known('run').hands).toBe(2);
    leader.send('kick', { member: late.guest.character });
    await stage.until(async () => (await stage.whereIs(late))?.key === outsideOf(BARROW), 120, 'the way out');
    expect(await stage.whereIs(leader)).toBe(shared);
  });
});

describe('somebody who means ill', () => {
  const runsOf = ({ guest: { character } }: Bot) =>
    inRealm((_, state) => {
      const rows = state.storage.sql.exec<{ json: string }>('SELECT json FROM run').toArray();
      return rows.map(({ json }) => JSON.parse(json) as Run).filter(({ by }) => by?.includes(character));
    });

  it('takes one instance of a dungeon, however often he asks for it and does not go', async () => {
    const bot = await of('tank');
    await stage.player(bot, ({ entity }, { sim: { core } }) => core.setVitals(entity, 0, 0));
    await stage.turns(2);
    for (let i = 0; i < 6; i++) {
      queue(bot, 'now');
      await stage.turns(12);
    }
    expect(refusals(bot)).toEqual([]);
    expect(await runsOf(bot)).toHaveLength(1);
    bot.send('release', {});
    const ground = await inside(bot);
    await stage.seconds(1);
    // Somebody has been in it: the next is another one.
    queue(bot, 'now');
    await stage.until(async () => ((await stage.whereIs(bot)) ?? ground) !== ground, 120, 'the other one');
    expect(await runsOf(bot)).toHaveLength(2);
  });

  it('begins so many runs in an hour and no more; what he has begun he may go back to', async () => {
    const bot = await of('tank', true);
    await goIn(stage, bot);
    await goOut(stage, bot);
    await inRealm(realm => {
      const runs = Reflect.get(realm, 'runs') as Runs;
      const { character } = bot.guest;
      const order = { dungeon: BARROW.key, roster: [character], roles: ['tank'], helpers: false, anew: true } as const;
      // What came to nothing is nobody's fault.
      for (let i = 0; i < MOST_BEGUN; i++) {
        const { instance, run } = runs.begin(order, [character], Date.now())!;
        runs.fail(instance, run.id);
      }
      for (let i = 2; i < MOST_BEGUN; i++) runs.enter(runs.begin(order, [character], Date.now())!.instance);
    });
    await goIn(stage, bot, { anew: true });
    await goOut(stage, bot);
    bot.send('enterDungeon', { dungeon: BARROW.id, anew: true, helpers: false });
    await stage.until(() => refusals(bot).length === 1, 60, 'the answer at the gate');
    queue(bot, 'now');
    await stage.until(() => refusals(bot).length === 2, 60, 'the answer of the muster');
    expect(refusals(bot)).toEqual([REASONS.tooFast, REASONS.tooFast]);
    expect(await runsOf(bot)).toHaveLength(MOST_BEGUN);
    await goIn(stage, bot);
    await goOut(stage, bot);
    stage.pass(BEGUN_WITHIN_MS);
    await stage.turns(4);
    await goIn(stage, bot, { anew: true });
    expect(await runsOf(bot)).toHaveLength(MOST_BEGUN + 1);
  });

  it('cannot queue twice, too young, for nothing, or be ready for nothing', async () => {
    const bot = await of('tank');
    const young = await stage.join();
    await known(stage, young);
    bot.send('ready', { accept: true });
    bot.send('unqueue', {});
    bot.send('rejoin', {});
    await stage.turns(6);
    expect(refusals(bot)).toEqual([REASONS.noReadyCheck, REASONS.notQueued, REASONS.noWayBack]);
    bot.send('queue', { dungeon: 99, fill: 0 });
    bot.send('queue', { dungeon: BARROW.id, fill: 9 });
    bot.send('pickRoles', { roles: bitOf('healer') });
    queue(young);
    await stage.turns(6);
    expect(
      refusals(bot)
        .slice(3)
        .toSorted((a, b) => a - b),
    ).toEqual([REASONS.badChoice, REASONS.noSuchDungeon, REASONS.rolesUnfit].toSorted((a, b) => a - b));
    expect(refusals(young)).toEqual([REASONS.levelTooLow]);
    queue(bot);
    queue(bot);
    await stage.turns(6);
    expect(refusals(bot).at(-1)).toBe(REASONS.alreadyQueued);
    bot.send('unqueue', {});
    await stage.until(() => stateOf(bot) === MUSTER_NONE, 40, 'the end of waiting');
    expect(await inRealm((_, state) => state.storage.sql.exec('SELECT * FROM ticket').toArray())).toEqual([]);
  });
});
