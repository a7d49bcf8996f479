// Boards: sums are counted once, however often and in whatever order they are told; periods begin anew; what players do arrives there by itself.
import { runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { type BoardAnswer, boardsPort, type Env } from '../../src/ports';
import { Counters } from '../../src/region/counters';
import { Scores } from '../../src/region/scores';
import type { Fact } from '../../src/shared/rules/boards';
import { xpToNext } from '../../src/shared/rules/levels';
import { found, guildIdOf, insideGuild, portOf, takeIn, theEnv } from '../harness/guild';
import { ring } from '../harness/post';
import { ORIGIN, Stage } from '../harness/world';

const stage = await Stage.open();
const boards = () => boardsPort(env as unknown as Env);
afterEach(() => stage.clear());

const fact = (subject: string, total: number, board: Fact['board'] = 'craft'): Fact => ({
  board,
  subject,
  name: `The one called ${subject}`,
  level: 9,
  covenant: 1,
  total,
});

/** As the front door tells it, past what it and the object keep for a moment. */
async function told(board: string, period: string, name = ''): Promise<BoardAnswer> {
  stage.pass(11_000);
  const response = await exports.default.fetch(`${ORIGIN}/api/boards/${board}/${period}?name=${encodeURIComponent(name)}`);
  expect(response.status).toBe(200);
  return response.json();
}

describe('a board', () => {
  it('counts what a region repeats once, and takes no older sum', async () => {
    await boards().facts([fact('wren', 100), fact('kestrel', 80)]);
    await boards().facts([fact('wren', 100), fact('kestrel', 80)]);
    await boards().facts([fact('wren', 60), fact('kestrel', 130)]);
    const { rows, own } = await told('craft', 'day', 'The one called wren');
    expect(rows.map(({ place, subject, value }) => [place, subject, value])).toEqual([
      [1, 'kestrel', 130],
      [2, 'wren', 100],
    ]);
    expect(own).toMatchObject({ place: 2, value: 100 });
  });

  it('begins anew with each period, from where the one before had ended', async () => {
    await boards().facts([fact('rook', 1000)]);
    stage.pass(24 * 3_600_000);
    expect((await told('craft', 'day')).rows).toEqual([]);
    await boards().facts([fact('rook', 1030)]);
    expect((await told('craft', 'day')).rows).toMatchObject([{ subject: 'rook', value: 30 }]);
    expect((await told('craft', 'season', 'The one called rook')).own?.value).toBe(1030);
  });

  it('shows a hundred, and tells everybody else his own place', async () => {
    await boards().facts(Array.from({ length: 130 }, (_, i) => fact(`b${String(i).padStart(3, '0')}`, 1000 - i, 'guild')));
    const { rows, own } = await told('guild', 'week', 'The one called b120');
    expect(rows).toHaveLength(100);
    expect(own).toMatchObject({ place: 121, value: 880 });
  });

  it('refuses what is no fact, and what is no board, and goes on', async () => {
    await boards().facts([
      { ...fact('x', Number.NaN) },
      { ...fact('', 5) },
      { ...fact('y', 5), board: 'arena' as Fact['board'] },
      { ...fact('z', 7, 'bosses') },
    ]);
    expect((await told('bosses', 'day')).rows).toMatchObject([{ subject: 'z', value: 7 }]);
    expect((await told('arena', 'day')).rows).toEqual([]);
    for (const path of ['gold/day', 'craft/decade']) {
      const response = await exports.default.fetch(`${ORIGIN}/api/boards/${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { code: 'no_such_board' } });
    }
  });

  it('hears of what a player has become when he leaves, once, also through a crash of the boards', async () => {
    const bot = await stage.join();
    await stage.player(bot, player => {
      player.character.level = 3;
      player.character.xp = 7;
      player.character.life.tallies['score.slain'] = 2;
      player.journal.character = true;
    });
    await stage.turns(3);
    await stage.clear();
    await runInDurableObject(env.BOARDS.get(env.BOARDS.idFromName('world')) as never, (_: unknown, state: DurableObjectState) => {
      state.abort('the boards die');
    }).catch(() => {});
    const level = await told('level', 'day', bot.guest.name);
    expect(level.own?.value).toBe(xpToNext(1) + xpToNext(2) + 7);
    expect((await told('slain', 'season', bot.guest.name)).own?.value).toBe(2);
  });
});

describe('a region that tells the boards', () => {
  /** A region's scores, and what the boards hear of them while they answer. */
  function telling() {
    const calls: Fact[][] = [];
    const answers = { isAway: false };
    const hear = async (facts: Fact[]): Promise<void> => {
      calls.push(facts);
      if (answers.isAway) throw new Error('the boards do not answer');
    };
    const door = { idFromName: () => 'world', get: () => ({ facts: hear }) };
    return { scores: new Scores({ BOARDS: door } as unknown as Env, new Counters()), calls, answers };
  }

  /** Somebody of whom two boards are to hear. */
  const hero = (n: number, slain = 1) =>
    ({ id: `hero${n}`, name: `Hero ${n}`, level: 2, xp: 0, covenant: 1, life: { tallies: { 'score.slain': slain } } }) as never;

  it('tells of all who were written together at once, and of no more than are heard', async () => {
    const { scores, calls } = telling();
    await Promise.all(Array.from({ length: 150 }, (_, n) => scores.note(hero(n), false)));
    expect(calls.map(({ length }) => length)).toEqual([256, 44]);
    expect(new Set(calls.flat().map(({ subject }) => subject)).size).toBe(150);
    await scores.note(hero(3, 9), false);
    expect(calls).toHaveLength(2);
    await scores.note(hero(3, 9), true);
    expect(calls[2]).toContainEqual(expect.objectContaining({ subject: 'hero3', board: 'slain', total: 9 }));
  });

  it('tells the newest of everybody once the boards answer again', async () => {
    const { scores, calls, answers } = telling();
    answers.isAway = true;
    await Promise.all([scores.note(hero(1), false), scores.note(hero(2), false)]);
    await scores.note(hero(1, 5), false);
    expect(calls).toHaveLength(1);
    answers.isAway = false;
    await scores.note(hero(4), true);
    const told = calls[1].filter(({ board }) => board === 'slain').map(({ subject, total }) => [subject, total]);
    expect(told.sort()).toEqual([
      ['hero1', 5],
      ['hero2', 1],
      ['hero4', 1],
    ]);
  });

  it('does not call for somebody who has done nothing yet', async () => {
    const { scores, calls } = telling();
    const newcomer = { id: 'n', name: 'N', level: 1, xp: 0, covenant: 0, life: { tallies: {} } } as never;
    await scores.note(newcomer, false);
    await scores.note(newcomer, true);
    expect(calls).toEqual([]);
  });
});

describe('the board of guilds', () => {
  it('shows what members have done for their guild by day, week and season, and no guild that is no more', async () => {
    const [leader, mate] = [await stage.join(), await stage.join()];
    const guild = await found(stage, leader, 'The Renowned');
    await takeIn(stage, leader, mate);
    const { character } = mate.guest;
    const first = (await portOf(guild).memberOf(character))!.member.counted;
    const does = (points: number) => portOf(guild).deeds([{ character, points: first + points }]);
    const value = async (period: string) => (await told('guild', period, 'The Renowned')).own?.value;

    // A region tells of it by itself, and the guild tells the board.
    await stage.player(mate, player => {
      player.character.life.tallies.crafted = (player.character.life.tallies.crafted ?? 0) + 20;
      player.journal.life = true;
    });
    await stage.seconds(11);
    expect(await value('day')).toBe(20);
    expect((await told('guild', 'season', 'The Renowned')).own).toMatchObject({ subject: guild, name: 'The Renowned', value: 20 });

    // What follows within ten minutes is told after them, all at once, also by a guild that has begun anew meanwhile.
    await does(50);
    await does(60);
    expect(await value('day')).toBe(20);
    await stage.crash();
    stage.pass(10 * 60_000);
    expect(await ring(theEnv.GUILD.get(theEnv.GUILD.idFromName(guild)) as never)).toBe(true);
    expect(await value('day')).toBe(60);

    stage.pass(24 * 3_600_000);
    await does(75);
    expect([await value('day'), await value('season')]).toEqual([15, 75]);

    const again = await stage.enter(leader.guest);
    await stage.until(() => guildIdOf(again) === guild, 200, 'his guild');
    again.send('guildDisband', {});
    await stage.until(() => guildIdOf(again) === '', 100, 'the end of it');
    await insideGuild(guild, object => object.alarm());
    expect(await value('season')).toBeUndefined();
  });
});
