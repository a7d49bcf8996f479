// Those who look after the world: who may what to whom, always with a reason and a line that stays; and what the world feels of it.
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { items } from '../../src/shared/content';
import { CHANNEL_SAY, CHANNEL_SYSTEM, CLOSE_KICKED } from '../../src/shared/protocol/messages';
import { LEDGER } from '../../src/shared/rules/journal';
import { REASONS } from '../../src/shared/rules/reasons';
import type { Rank } from '../../src/shared/rules/staff';
import { ulid } from '../../src/ulid';
import { Visitor } from '../harness/visitor';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(() => stage.clear());

const DAY_MS = 24 * 3600_000;
const because = { reason: 'for this story' };
type Person = Awaited<ReturnType<typeof Visitor.guest>>;

async function staff(rank: Rank): Promise<Person> {
  const person = await Visitor.guest();
  await env.DB.prepare('UPDATE accounts SET role = ? WHERE id = ?').bind(rank, person.account).run();
  return person;
}

/** Asks while the world goes on: what a region is to do, it does in a tick. */
async function meanwhile<T>(asked: Promise<T>): Promise<T> {
  let done = false;
  const both = asked.finally(() => {
    done = true;
  });
  for (let i = 0; i < 200 && !done; i++) {
    await stage.turns(1);
    await new Promise(resolve => setTimeout(resolve, 2));
  }
  return both;
}

const act = (by: Visitor, on: Person, what: string, body: object = {}) =>
  meanwhile(by.ask('POST', `/api/admin/people/${on.account}/${what}`, { ...because, ...body }));

const lines = async (on: Person) =>
  (await env.DB.prepare('SELECT action, reason, details FROM audit WHERE account_id = ? ORDER BY id').bind(on.account).all())
    .results;

/** Somebody who plays, and whom the realm has heard of. */
async function playing(person: Person): Promise<Bot> {
  const bot = await stage.enter({ ...person, cookie: person.cookie });
  await stage.seconds(1.5);
  return bot;
}

/** Kind of something that he has with him and of which each piece fills a slot. */
const single = (bot: Bot): number => bot.known('bag').items.find(({ kind }) => items.get(kind)!.stack === 1)!.kind;

describe('ranks', () => {
  const needs: [string, object, Rank][] = [
    ['mute', { span_ms: DAY_MS }, 'helper'],
    ['unmute', {}, 'helper'],
    ['ban', { span_ms: DAY_MS }, 'moderator'],
    ['unban', {}, 'moderator'],
    ['role', { rank: 'helper' }, 'admin'],
  ];
  it('open their own doors and those below, and no others', async () => {
    const ranks: Rank[] = ['player', 'helper', 'moderator', 'admin'];
    for (const rank of ranks) {
      const by = await staff(rank);
      for (const [what, body, least] of needs) {
        const { status } = await act(by, await Visitor.guest(), what, body);
        expect([rank, what, status]).toEqual([rank, what, ranks.indexOf(rank) >= ranks.indexOf(least) ? 200 : 403]);
      }
      const look = await by.ask('GET', `/api/admin/people?find=${by.name}`);
      expect(look.status).toBe(rank === 'player' ? 403 : 200);
    }
  });

  it('keep equals, betters and oneself out of reach', async () => {
    const [admin, other, moderator] = [await staff('admin'), await staff('admin'), await staff('moderator')];
    for (const on of [admin, other]) {
      expect((await act(moderator, on, 'ban', { span_ms: 0 })).status).toBe(403);
      expect((await act(admin, on, 'role', { rank: 'player' })).status).toBe(403);
    }
    const pal = await Visitor.guest();
    expect((await act(admin, pal, 'role', { rank: 'admin' })).body.error.code).toBe('outranked');
    expect((await act(admin, pal, 'role', { rank: 'moderator' })).status).toBe(200);
    expect((await pal.ask('GET', '/api/account')).body.rank).toBe('moderator');
    expect((await act(admin, pal, 'role', { rank: 'player' })).status).toBe(200);
    expect((await pal.ask('GET', '/api/account')).status).toBe(401);
  });
});

describe('the record', () => {
  it('has every act with its reason, none without one, and nothing of it can be changed', async () => {
    const [admin, on] = [await staff('admin'), await Visitor.guest()];
    for (const reason of ['', '  ', 'no'])
      expect((await act(admin, on, 'mute', { span_ms: DAY_MS, reason })).body.error.code).toBe('needsReason');
    expect(await lines(on)).toEqual([]);
    await act(admin, on, 'mute', { span_ms: DAY_MS });
    await act(admin, on, 'ban', { span_ms: 0 });
    expect((await lines(on)).map(({ action, reason }) => [action, reason])).toEqual([
      ['mute', because.reason],
      ['ban', because.reason],
    ]);
    await expect(env.DB.prepare("UPDATE audit SET reason = 'never'").run()).rejects.toThrow('only added to');
    await expect(env.DB.prepare('DELETE FROM audit').run()).rejects.toThrow('only added to');
    const { audit } = (await admin.ask('GET', `/api/admin/people/${on.account}`)).body;
    expect(audit).toHaveLength(2);
  });
});

describe('a mute', () => {
  it('silences him at once and over a new connection, until it ends', async () => {
    const [helper, on] = [await staff('helper'), await Visitor.guest()];
    const [bot, listener] = [await playing(on), await stage.join()];
    const say = async (speaker: Bot, text: string): Promise<boolean> => {
      speaker.send('chat', { channel: CHANNEL_SAY, to: '', text });
      await stage.turns(3);
      return listener.all('chat').some(line => line.text === text);
    };
    expect(await say(bot, 'one')).toBe(true);
    await act(helper, on, 'mute', { span_ms: DAY_MS });
    await stage.seconds(1);
    expect(await say(bot, 'two')).toBe(false);
    expect(bot.known('notice').value).toBe(REASONS.muted);
    await bot.cut();
    const back = await stage.enter({ ...on, cookie: on.cookie });
    expect(await say(back, 'three')).toBe(false);
    await act(helper, on, 'unmute');
    await stage.seconds(1);
    expect(await say(back, 'four')).toBe(true);
  });
});

describe('a ban', () => {
  it('puts him out within a second, keeps the door shut, and says why, until when, and whom to ask', async () => {
    const [moderator, on] = [await staff('moderator'), await Visitor.guest()];
    const bot = await playing(on);
    await act(moderator, on, 'ban', { span_ms: DAY_MS, reason: 'duplicated swords' });
    await stage.until(() => bot.closed !== null, 20, 'the socket to close');
    expect(bot.closed?.code).toBe(CLOSE_KICKED);
    expect(await stage.world(world => world.byCharacter.has(on.character)).catch(() => false)).toBe(false);
    const refused = await on.ask('POST', '/api/ticket', { character: on.character });
    expect([refused.status, refused.body.error.code]).toEqual([403, 'banned']);
    expect(refused.body.error.message).toMatch(/^You are banned until \d{4}-\d\d-\d\d \d\d:\d\d UTC: duplicated swords$/);

    const { ban } = (await on.ask('GET', '/api/account')).body;
    expect(ban).toMatchObject({ reason: 'duplicated swords', appealed: false });
    expect((await on.ask('POST', '/api/account/appeal', { text: 'It was my brother, <b>honest</b>.' })).status).toBe(201);
    expect((await on.ask('POST', '/api/account/appeal', { text: 'And another thing…' })).body.error.code).toBe('appealed');
    const { appeals } = (await moderator.ask('GET', '/api/admin/appeals')).body;
    expect(appeals.map((each: { appeal: string }) => each.appeal)).toContain('It was my brother, <b>honest</b>.');

    await act(moderator, on, 'unban');
    expect((await on.ask('POST', '/api/ticket', { character: on.character })).status).toBe(200);
  });

  it('ends when its time is over', async () => {
    const [moderator, on] = [await staff('moderator'), await Visitor.guest()];
    await act(moderator, on, 'ban', { span_ms: DAY_MS });
    expect((await on.ask('POST', '/api/ticket', { character: on.character })).status).toBe(403);
    stage.pass(DAY_MS + 1);
    expect((await on.ask('POST', '/api/ticket', { character: on.character })).status).toBe(200);
  });

  it('is found out by the region itself when the word of it is lost', async () => {
    const [moderator, on] = [await staff('moderator'), await Visitor.guest()];
    const bot = await playing(on);
    await stage.seconds(2);
    await env.DB.prepare("INSERT INTO bans(id, account_id, reason, at_ms, until_ms) VALUES (?, ?, 'x', 0, 0)")
      .bind(ulid(Date.now()), on.account)
      .run();
    await stage.until(() => bot.closed !== null, 31 * 20, 'the region to ask');
    expect((await act(moderator, on, 'unban')).status).toBe(200);
  });
});

describe('in the world', () => {
  it('a kick closes the socket and sends the body off; he may come back', async () => {
    const [helper, on] = [await staff('helper'), await Visitor.guest()];
    const bot = await playing(on);
    expect((await act(helper, on, 'kick', { character: on.character })).status).toBe(200);
    expect(bot.closed?.code).toBe(CLOSE_KICKED);
    expect((await act(helper, on, 'kick', { character: on.character })).body.error.code).toBe('notInWorld');
    expect((await lines(on)).map(line => line.action).sort()).toEqual(['kick', 'kick', 'outcome', 'outcome']);
    await stage.enter({ ...on, cookie: on.cookie });
  });

  it('a character is put at a place, and beside another', async () => {
    const [moderator, on, goal] = [await staff('moderator'), await Visitor.guest(), await Visitor.guest()];
    const [bot, other] = [await playing(on), await playing(goal)];
    const at = await stage.player(other, ({ entity }, { sim: { core } }) => ({ x: core.x(entity), z: core.z(entity) }));
    const near = { x: at.x + 40, z: at.z };
    expect((await act(moderator, on, 'teleport', { character: on.character, to: near })).status).toBe(200);
    const where = () =>
      stage.player(bot, ({ entity }, { sim: { core } }) => Math.hypot(core.x(entity) - at.x, core.z(entity) - at.z));
    expect(await where()).toBeGreaterThan(30);
    expect((await act(moderator, on, 'teleport', { character: on.character, to: { character: goal.character } })).status).toBe(200);
    expect(await where()).toBeLessThan(4);
    const off = await act(moderator, on, 'teleport', { character: on.character, to: { x: -5, z: 1e9 } });
    expect(off.body.error.code).toBe('noWayThere');
  });

  it('a gift comes once, however often its order is sent, and the books know it', async () => {
    const [admin, on] = [await staff('admin'), await Visitor.guest()];
    const bot = await playing(on);
    const held = () => stage.player(bot, ({ character }) => ({ gold: character.gold, items: character.items.length }));
    const before = await held();
    const kind = single(bot);
    const gift = { character: on.character, gold: 700, kind, quantity: 1, order: ulid(Date.now()) };
    for (let i = 0; i < 3; i++) expect((await act(admin, on, 'give', gift)).status).toBe(200);
    expect(await held()).toEqual({ gold: before.gold + 700, items: before.items + 1 });
    expect(bot.known('gained')).toMatchObject({ gold: 700, items: [{ kind, quantity: 1 }] });
    expect((await act(admin, on, 'give', { ...gift, gold: 1 })).body.error.code).toBe('order_differs');
    expect((await stage.status()).ledger.balance).toBe(0);

    await stage.clear();
    const given = await env.DB.prepare(
      'SELECT sum(gold) AS gold, sum(quantity) AS items FROM ledger WHERE character_id = ? AND cause = ?',
    )
      .bind(on.character, LEDGER.given)
      .first();
    expect(given).toEqual({ gold: 700, items: 1 });
    // He comes back in another life of the region, and the order once more.
    await playing(on);
    expect((await act(admin, on, 'give', gift)).status).toBe(200);
    const row = await stage.world(world => world.byCharacter.get(on.character)!.character.gold);
    expect(row).toBe(before.gold + 700);
  });

  it('a gift that cannot be is refused, and nothing of it comes', async () => {
    const [admin, on] = [await staff('admin'), await Visitor.guest()];
    const bot = await playing(on);
    const state = () => stage.player(bot, ({ character: { gold, items } }) => JSON.stringify({ gold, items }));
    const before = await state();
    const { character } = on;
    for (const [gift, code] of [
      [{ gold: -5 }, 'bad_request'],
      [{ gold: 1e12 }, 'bad_request'],
      [{ gold: 1.5 }, 'bad_request'],
      [{ kind: 65_000, quantity: 1 }, 'noSuchItem'],
      [{}, 'badQuantity'],
      [{ kind: single(bot), quantity: 200 }, 'bagFull'],
    ] as const)
      expect((await act(admin, on, 'give', { character, ...gift })).body.error.code).toBe(code);
    expect((await act(admin, await Visitor.guest(), 'give', { character, gold: 5 })).body.error.code).toBe('no_such_character');
    expect(await state()).toBe(before);
  });

  it('everybody hears an announcement', async () => {
    const moderator = await staff('moderator');
    const bots = [await playing(await Visitor.guest()), await playing(await Visitor.guest())];
    const { body } = await meanwhile(
      moderator.ask('POST', '/api/admin/announce', { ...because, text: 'The world rests at noon.' }),
    );
    expect(body.heard).toBeGreaterThanOrEqual(2);
    await stage.seconds(1);
    for (const bot of bots) {
      expect(bot.all('chat').find(line => line.channel === CHANNEL_SYSTEM)).toMatchObject({
        from: '',
        text: 'The world rests at noon.',
      });
    }
  });
});
