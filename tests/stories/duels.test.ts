// Duels: asked for and agreed upon, fought within a border until one has a breath left, kept out of by everybody else, lost by leaving.
import { afterEach, describe, expect, it } from 'vitest';
import { FLAG_DEAD } from '../../assembly/layout';
import { NOTICES } from '../../src/shared/protocol/notices';
import { CHALLENGE_MS, LOSSES, OUTSIDE_MS } from '../../src/shared/rules/duels';
import { REASONS } from '../../src/shared/rules/reasons';
import { agree, faceOff, healthOf, setHealth, strikeAt, turnTo } from '../harness/duel';
import { STRIKE } from '../harness/hunt';
import { notices, refusals } from '../harness/party';
import { listening } from '../harness/talkers';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open('2-2-1');
const BORDER_X = 1024;

afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

async function pair(): Promise<[Bot, Bot]> {
  const two: [Bot, Bot] = [await stage.join(), await stage.join()];
  await faceOff(stage, ...two);
  return two;
}

const over = (bot: Bot) => bot.all('duelOver').at(-1);
const lossOf = (how: (typeof LOSSES)[number]): number => LOSSES.indexOf(how);

describe('a challenge', () => {
  it('is refused with a reason: too far, dead, fighting, in a duel already, twice, to nobody or oneself', async () => {
    const [one, two] = await pair();
    const third = await stage.join();
    const tries: number[] = [];
    const refused = async (by: Bot, target: number): Promise<void> => {
      by.send('challenge', { target });
      await stage.turns(2);
      tries.push(refusals(by).at(-1) ?? 0);
    };
    await turnTo(stage, third, 768, 860, 0);
    await refused(one, third.entity);
    await refused(one, one.entity);
    await refused(one, 4711);
    await setHealth(stage, one, 0);
    await refused(one, two.entity);
    await refused(two, one.entity);
    await stage.player(one, ({ entity }, world) => world.sim.core.revive(entity, 768, 800));
    // A beast's blow a moment ago.
    const wolf = await stage.world(({ creatures }) => [...creatures.values()].find(c => c.kind.key === 'wolf')!.entity);
    await stage.player(one, ({ entity }, world) => world.sim.core.blast(wolf, entity, STRIKE, 1));
    await stage.turns(1);
    await refused(one, two.entity);
    await refused(two, one.entity);
    await stage.seconds(6);
    one.send('challenge', { target: two.entity });
    await refused(one, two.entity);
    expect(tries).toEqual([
      REASONS.tooFar,
      REASONS.noSuchPlayer,
      REASONS.noSuchPlayer,
      REASONS.isDead,
      REASONS.targetDead,
      REASONS.inCombat,
      REASONS.otherFights,
      REASONS.alreadyChallenged,
    ]);
    await faceOff(stage, one, two);
    two.send('answerChallenge', { from: one.entity, accept: true });
    await stage.turns(2);
    await turnTo(stage, third, 770, 800, 0);
    await refused(third, one.entity);
    await refused(one, third.entity);
    expect(tries.slice(-2)).toEqual([REASONS.otherDuels, REASONS.duelling]);
  });

  it('is declined to whoever is ignored, and who ignores him sees nothing of it', async () => {
    const [one, two] = await pair();
    await listening(stage, one, two);
    one.send('ignore', { name: two.guest.name });
    await stage.until(() => one.known('friends').ignored.length > 0, 200, 'the list');
    two.send('challenge', { target: one.entity });
    await stage.turns(4);
    expect(notices(two).at(-1)).toBe(NOTICES.duelDeclined);
    expect(one.all('challenged')).toEqual([]);
  });

  it('is declined, lapses, and then cannot be answered any more', async () => {
    const [one, two] = await pair();
    one.send('challenge', { target: two.entity });
    await stage.turns(2);
    two.send('answerChallenge', { from: one.entity, accept: false });
    await stage.turns(2);
    expect(notices(one)).toContain(NOTICES.duelDeclined);
    one.send('challenge', { target: two.entity });
    await stage.turns(2);
    stage.pass(CHALLENGE_MS);
    await stage.turns(2);
    expect(notices(one)).toContain(NOTICES.duelLapsed);
    two.send('answerChallenge', { from: one.entity, accept: true });
    await stage.turns(4);
    expect(refusals(two)).toEqual([REASONS.noChallenge]);
    expect(two.all('duel').at(-1)?.opponent ?? 0).toBe(0);
  });
});

describe('a duel', () => {
  it('begins after a countdown, in which nobody can be hurt', async () => {
    const [one, two] = await pair();
    one.send('challenge', { target: two.entity });
    await stage.turns(2);
    two.send('answerChallenge', { from: one.entity, accept: true });
    await stage.turns(2);
    expect(one.known('duel')).toMatchObject({ opponent: two.entity, name: two.guest.name });
    expect(one.known('duel').starts_ms).toBeGreaterThan(2_500);
    expect(await strikeAt(stage, one, two)).toBe(REASONS.badTarget);
    await stage.turns(40);
    expect(await strikeAt(stage, one, two)).toBe(0);
  });

  it('is won when the other has one breath left: nobody dies, nothing wears down, all near hear of it', async () => {
    const [one, two] = await pair();
    const watcher = await stage.join();
    await turnTo(stage, watcher, 775, 800, 0);
    await agree(stage, one, two);
    const worn = await stage.player(two, ({ character }) => JSON.stringify(character.items));
    await setHealth(stage, two, 2);
    for (let i = 0; i < 10 && !over(one); i++) await strikeAt(stage, one, two);
    const told = { winner: one.guest.name, loser: two.guest.name, how: lossOf('beaten') };
    await stage.until(() => [one, two, watcher].every(bot => over(bot)), 40, 'word of it');
    expect([over(one), over(two), over(watcher)]).toEqual([told, told, told]);
    expect(await stage.player(two, ({ entity }, world) => world.sim.core.flags(entity) & FLAG_DEAD)).toBe(0);
    expect(await stage.player(two, ({ character }) => JSON.stringify(character.items))).toBe(worn);
    expect([one.known('duel').opponent, two.known('duel').opponent]).toEqual([0, 0]);
    expect(await strikeAt(stage, one, two)).toBe(REASONS.badTarget);
  });

  it('lets no bystander in', async () => {
    const [one, two] = await pair();
    const third = await stage.join();
    await turnTo(stage, third, 769, 799, 0);
    await agree(stage, one, two);
    expect(await strikeAt(stage, third, two)).toBe(REASONS.badTarget);
    expect(await strikeAt(stage, one, third)).toBe(REASONS.badTarget);
  });

  it('is lost by staying off its ground, with a warning, and not by stepping off it', async () => {
    const [one, two] = await pair();
    await agree(stage, one, two);
    await turnTo(stage, two, 768, 850, 0);
    await stage.turns(3);
    expect(two.known('duel').outside_ms).toBeGreaterThan(OUTSIDE_MS - 1_000);
    await turnTo(stage, two, 768, 810, 0);
    await stage.turns(3);
    expect(two.known('duel').outside_ms).toBe(0);
    await turnTo(stage, two, 768, 850, 0);
    await stage.seconds(9);
    expect(over(one) ?? null).toBeNull();
    await stage.seconds(2);
    expect(over(one)).toEqual({ winner: one.guest.name, loser: two.guest.name, how: lossOf('fled') });
  });

  it('is lost by giving up, by hanging up, and by death at the hands of somebody else', async () => {
    const [one, two] = await pair();
    await agree(stage, one, two);
    two.send('yield', {});
    await stage.turns(4);
    expect(over(one)).toMatchObject({ winner: one.guest.name, how: lossOf('yielded') });
    two.send('yield', {});
    await stage.turns(4);
    expect(refusals(two)).toEqual([REASONS.notInDuel]);
    await stage.seconds(6);
    await agree(stage, one, two);
    await setHealth(stage, one, 0);
    await stage.turns(4);
    expect(over(two)).toMatchObject({ winner: two.guest.name, how: lossOf('died') });
    await stage.player(one, ({ entity }, world) => world.sim.core.revive(entity, 768, 800));
    await faceOff(stage, one, two);
    await agree(stage, one, two);
    await two.cut();
    await stage.seconds(OUTSIDE_MS / 1000 - 2);
    expect(over(one)).toMatchObject({ how: lossOf('died') });
    await stage.seconds(3);
    expect(over(one)).toMatchObject({ winner: one.guest.name, how: lossOf('left') });
  });

  it('is lost by going to another region, where it is over', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    await faceOff(stage, one, two, BORDER_X - 8, 640);
    await agree(stage, one, two);
    await turnTo(stage, two, BORDER_X + 6, 640, 0);
    await stage.until(async () => (await stage.whereIs(two))?.key === '2-2-1', 80, 'the crossing');
    await stage.turns(2);
    expect(over(one)).toMatchObject({ winner: one.guest.name, how: lossOf('left') });
    expect(two.known('duel').opponent).toBe(0);
    const there = await stage.ground('2-2-1');
    expect(await healthOf(there, two)).toBeGreaterThan(0);
  });

  it('is nobody’s loss when the region begins anew', async () => {
    const [one, two] = await pair();
    await agree(stage, one, two);
    await stage.crash();
    const [again, other] = [await stage.enter(one.guest), await stage.enter(two.guest)];
    expect([again.known('duel').opponent, over(again)]).toEqual([0, undefined]);
    await faceOff(stage, again, other);
    expect(await strikeAt(stage, again, other)).toBe(REASONS.badTarget);
  });
});
