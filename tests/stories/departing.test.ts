// Whoever is deleted is gone everywhere: out of friends' lists and rooms, the market, his guild and the boards; what others sent him goes back to
// them, the rest has a line in the books; and a crash in the middle of it changes nothing of that.
import { runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Departures } from '../../src/departures/departures';
import { boardsPort, marketPort } from '../../src/ports';
import { CHANNEL_WHISPER, VIEW_ROSTER } from '../../src/shared/protocol/messages';
import { LEDGER } from '../../src/shared/rules/journal';
import { mailboxOf, marketStub, rowsIn } from '../harness/conserved';
import { enrich, found, guildIdOf, insideGuild, portOf, promote, registry, takeIn, theEnv } from '../harness/guild';
import { atRest, inTown, lettersOf, mailboxes, ring } from '../harness/post';
import { insideTalk, pause, says, talker } from '../harness/talkers';
import { type Bot, type Guest, ORIGIN, Stage } from '../harness/world';

const stage = await Stage.open();
let [wren, maud] = [] as Bot[];
/** What keepers have from the stories before. */
let [gold0, things0] = [0, 0];
let guilds = 0;
const guildName = () => `The Fleeting ${['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'][guilds++]}`;

beforeEach(async () => {
  [wren, maud] = [await talker(stage), await talker(stage)];
  await inTown(stage, wren, maud);
  await enrich(stage, wren, 1_000);
  await enrich(stage, maud, 1_000);
  const { gold, things } = await books();
  [gold0, things0] = [gold.kept, things.kept];
});
afterEach(async () => {
  const { gold, things } = await books();
  expect([gold.gap, things.gap]).toEqual([0, 0]);
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
}, 60_000);

const departures = (): DurableObjectStub => env.DEPARTURES.get(env.DEPARTURES.idFromName('world')) as unknown as DurableObjectStub;
const insideDepartures = (look: (object: Departures) => void) =>
  runInDurableObject(departures() as never, (object: Departures) => look(object));
const leaving = () => rowsIn(departures(), rows => rows('SELECT id, rounds FROM leaving'));

async function answerTo(bot: Bot, command: number): Promise<number> {
  await stage.until(() => bot.result(command) !== undefined, 60, 'an answer');
  return bot.result(command)!;
}
const bread = (bot: Bot) => bot.known('bag').items.find(({ quantity }) => quantity > 1)!.id;

async function post(from: Bot, to: Bot, gold: number): Promise<void> {
  const letter = { to: to.guest.name, subject: 'Bread', text: '', items: [{ item: bread(from), quantity: 1 }], gold, cod: 0 };
  expect(await answerTo(from, from.command('sendLetter', letter))).toBe(0);
}

/** Out of the world, and D1 has all of him. */
async function goesHome(bot: Bot): Promise<void> {
  await bot.cut();
  await stage.minute();
  await stage.alarm();
  await stage.until(async () => (await ownerOf(bot.guest)) === null, 60, 'D1 to have him');
}
const ownerOf = async ({ character }: Guest) =>
  (await env.DB.prepare('SELECT owner_region FROM characters WHERE id = ?').bind(character).first())?.owner_region ?? null;

const ask = (guest: Guest, method: string, path: string, body?: unknown) =>
  exports.default.fetch(`${ORIGIN}${path}`, {
    method,
    headers: { Origin: ORIGIN, Cookie: guest.cookie, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const deletes = (guest: Guest) => ask(guest, 'POST', '/api/account/delete', { confirm: guest.name });

/** What the economy board says when D1 has heard everything. */
async function books(): Promise<{ gold: { gap: number; kept: number }; things: { gap: number; kept: number } }> {
  const keepers = [...mailboxes(wren, maud), marketStub()];
  await atRest(stage, keepers);
  for (const keeper of keepers) {
    stage.pass(31_000);
    await ring(keeper);
  }
  await stage.inside(region => region.footing.custody.tend(Date.now()));
  stage.pass(60_000);
  await stage.turns(110);
  return (await exports.default.fetch(`${ORIGIN}/api/economy`)).json();
}

/** Everything that may be kept of somebody, with another one who has to do with all of it. */
async function settleDown(): Promise<string> {
  wren.send('befriend', { name: maud.guest.name });
  maud.send('befriend', { name: wren.guest.name });
  wren.send('joinRoom', { room: 'Bakers' });
  await stage.until(() => wren.known('rooms').rooms.length > 0, 200, 'his room');
  maud.send('joinRoom', { room: 'Bakers' });
  await stage.until(() => maud.known('rooms').rooms.length > 0, 200, 'her room');
  await stage.until(() => maud.known('friends').friends.length > 0, 200, 'her friend');
  const guild = await found(stage, wren, guildName());
  await takeIn(stage, wren, maud);
  await inTown(stage, wren, maud);
  await post(maud, wren, 100);
  expect(await answerTo(wren, wren.command('sellOrder', { items: [{ item: bread(wren), quantity: 1 }], price: 100 }))).toBe(0);
  expect(await answerTo(wren, wren.command('guildDeposit', { tab: 0, item: '', quantity: 0, gold: 300 }))).toBe(0);
  await atRest(stage, [...mailboxes(wren, maud), marketStub()]);
  await goesHome(wren);
  await says(stage, maud, CHANNEL_WHISPER, 'Are you there?', wren.guest.name);
  await pause(stage);
  return guild;
}

/** Nothing of him is left anywhere but what is anybody's. */
async function expectGone(): Promise<void> {
  const { account, character } = wren.guest;
  expect(await env.DB.prepare('SELECT count(*) AS n FROM accounts WHERE id = ?').bind(account).first()).toEqual({ n: 0 });
  for (const table of ['relation', 'joined', 'seen', 'held', 'room', 'invite', 'mute']) {
    const rows = await insideTalk((_, { storage }) => JSON.stringify(storage.sql.exec(`SELECT * FROM ${table}`).toArray()));
    expect(rows, table).not.toContain(account);
    expect(rows, table).not.toContain(character);
  }
  expect(await rowsIn(mailboxOf(character), rows => rows('SELECT * FROM letter'))).toEqual([]);
  expect(await marketPort(theEnv).holdings()).toEqual({ gold: 0, things: 0, orders: 0 });
  expect(await registry().guildsOf([character])).toEqual([]);
  for (const period of ['day', 'season'] as const)
    expect((await boardsPort(theEnv).board('level', period, '')).rows.map(({ subject }) => subject)).not.toContain(character);
}

describe('whoever deletes his account', () => {
  it('is gone for his friends, his rooms, his guild and the market, and what was sent to him comes back', async () => {
    const guild = await settleDown();
    const data = (await (await ask(wren.guest, 'GET', '/api/account/export')).json()) as Record<string, unknown>;
    expect(data).toMatchObject({
      letters: [{ character_id: wren.guest.character, gold: 100, things: [{ quantity: 1 }] }],
      orders: [{ character_id: wren.guest.character, side: 'sell', price: 100 }],
      guilds: [{ character_id: wren.guest.character, character: wren.guest.character, rank: 0 }],
      talk: { known: [{ name: maud.guest.name, ignored: false }], rooms: ['Bakers'], waiting: [{ text: 'Are you there?' }] },
    });
    expect((await books()).gold.kept - gold0).toBeGreaterThan(400);

    expect(await (await deletes(wren.guest)).json()).toEqual({ deleted: true });
    await expectGone();
    await stage.until(() => maud.known('friends').friends.length === 0, 200, 'her list');
    expect(maud.known('rooms').rooms).toMatchObject([{ name: 'Bakers', isOwner: true }]);
    await stage.until(() => maud.known('guild').rank === 0, 100, 'her guild');
    const view = await portOf(guild).view(maud.guest.character, VIEW_ROSTER);
    expect(view).toMatchObject({ members: [{ character: maud.guest.character, rank: 0 }] });
    // Of what keepers have only the letter and the guild's bank are left: the deposit and the thing on the market are booked as destroyed.
    const { gold, things } = await books();
    expect([gold.kept - gold0, things.kept - things0]).toEqual([400, 1]);
    expect(await lettersOf(maud)).toMatchObject([{ kind: 'back', gold: 100, things: [{ quantity: 1 }] }]);
    const lines = await env.DB.prepare('SELECT region, cause FROM ledger WHERE character_id = ? AND region IN (?, ?)')
      .bind(wren.guest.character, 'market', `mailbox:${wren.guest.character}`)
      .all();
    expect(new Set(lines.results.map(({ region, cause }) => `${region} ${cause}`))).toEqual(new Set([`market ${LEDGER.deleted}`]));
    // Once more for what was on its way, then that is forgotten too.
    stage.pass(61_000);
    await ring(departures());
    expect(await leaving()).toEqual([]);
  });

  it('is gone in the end when rooms are away and everything crashes in the middle', async () => {
    await settleDown();
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await insideDepartures(object => {
      const away = { idFromName: () => 'x', get: () => ({ forget: lost, guildsOf: lost, close: lost }) };
      const gone = { TALK: away, GUILD_REGISTRY: away, MAILBOX: away };
      Reflect.set(object, 'env', { ...Reflect.get(object, 'env'), ...gone });
    });
    expect(await (await deletes(wren.guest)).json()).toEqual({ deleted: true });
    expect(warned.mock.calls.filter(([line]) => line.event === 'departure_waits')).toHaveLength(3);
    warned.mockRestore();
    expect(await leaving()).toEqual([{ id: wren.guest.account, rounds: 0 }]);
    expect(await registry().guildsOf([wren.guest.character])).toHaveLength(1);
    await stage.crash();
    maud = await stage.enter(maud.guest);
    stage.pass(16_000);
    await ring(departures());
    await expectGone();
    expect((await books()).gold.kept - gold0).toBe(400);
    await ring(departures());
    expect(await leaving()).toEqual([]);
    expect(await lettersOf(maud)).toMatchObject([{ kind: 'back', gold: 100 }]);
  });

  it('is gone in the end when the crash comes before the first step', async () => {
    await settleDown();
    await insideDepartures(object => Reflect.set(object, 'attempt', lost));
    expect((await deletes(wren.guest)).status).toBe(503);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM accounts WHERE id = ?').bind(wren.guest.account).first()).toEqual({
      n: 1,
    });
    await stage.crash();
    maud = await stage.enter(maud.guest);
    stage.pass(16_000);
    await ring(departures());
    await expectGone();
  });

  it('takes a guild of nobody else along, with what lies in its bank', async () => {
    const name = guildName();
    const guild = await found(stage, wren, name);
    expect(await answerTo(wren, wren.command('guildDeposit', { tab: 0, item: bread(wren), quantity: 1, gold: 200 }))).toBe(0);
    await atRest(stage, [...mailboxes(wren, maud), marketStub()]);
    await goesHome(wren);
    expect(await (await deletes(wren.guest)).json()).toEqual({ deleted: true });
    await insideGuild(guild, object => object.alarm());
    expect(await registry().guildsOf([wren.guest.character])).toEqual([]);
    await found(stage, maud, name);
    expect(guildIdOf(maud)).not.toBe(guild);
    const { gold, things } = await books();
    expect([gold.kept - gold0, things.kept - things0]).toEqual([0, 0]);
  });

  it('is followed by the highest of his guild, and of those by whoever came first', async () => {
    const third = await talker(stage);
    const guild = await found(stage, wren, guildName());
    await takeIn(stage, wren, third, maud);
    await promote(stage, wren, third, 2);
    await promote(stage, wren, maud, 2);
    await goesHome(wren);
    await deletes(wren.guest);
    await stage.until(() => third.known('guild').rank === 0, 100, 'the heir');
    expect((await portOf(guild).memberOf(maud.guest.character))?.member.rank).toBe(2);
  });
});

describe('a character that is deleted alone', () => {
  it('sends back what lay and what comes, and leaves the account its friends', async () => {
    await settleDown();
    const { character } = wren.guest;
    expect((await ask(wren.guest, 'DELETE', `/api/characters/${character}`)).status).toBe(200);
    expect(await registry().guildsOf([character])).toEqual([]);
    expect(await insideTalk(talk => talk.relations.of(wren.guest.account))).toHaveLength(1);
    expect(await insideTalk((_, { storage }) => storage.sql.exec('SELECT * FROM held').toArray())).toEqual([]);
    // It was under way when he went.
    const late = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', to: character, from: maud.guest.character, name: maud.guest.name };
    await stage.player(maud, ({ character: own, journal }, world) => {
      own.gold -= 7;
      journal.gold(LEDGER.sent, -7);
      const rest = { kind: 'plain', subject: '', text: '', gold: 7, things: [], cod: 0, facts: [] };
      const lies = { at_ms: world.now_ms, until_ms: world.now_ms + 1_000_000 };
      world.deeds.parcels.push({ to: `mailbox:${character}`, kind: 'letter', body: { ...late, ...rest, ...lies } });
    });
    await books();
    expect((await lettersOf(maud)).map(({ kind, gold }) => `${kind} ${gold}`)).toEqual(['back 7', 'back 100']);
  });
});

const lost = () => Promise.reject(new Error('away'));
