// Coming and going: entering, newer logins, cut lines, tickets, the region's sleep.
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { FLAG_ADRIFT } from '../../assembly/layout';
import { HOME_REGION } from '../../src/shared/content';
import { CLOSE_FLOOD, CLOSE_NEWER_LOGIN, CLOSE_TICKET, PROTOCOL } from '../../src/shared/protocol/messages';
import { signTicket, ticketSecret } from '../../src/ticket';
import { ulid } from '../../src/ulid';
import { Stage, settle } from '../harness/world';

const stage = await Stage.open();
afterEach(() => stage.clear());

describe('a guest', () => {
  it('enters and is told who he is, what he carries and where he stands', async () => {
    const bot = await stage.join();
    const { character } = bot.guest;
    expect(bot.known('welcome')).toMatchObject({ protocol: PROTOCOL, region: HOME_REGION, character, resumed: false });
    expect(bot.known('bag').items.length).toBeGreaterThan(5);
    // The first that he was told: by now he may have looked round and discovered the market.
    expect(bot.all('sheet')[0]).toMatchObject({ level: 1, xp: 0 });
    expect(bot.own?.id).toBe(bot.entity);
    const [spawn] = await stage.world(world => world.place.spawns);
    expect(Math.hypot((bot.own?.x ?? 0) - spawn.x, (bot.own?.z ?? 0) - spawn.z)).toBeLessThan(5);
  });

  it('finds a populated place: monsters in their camps and villagers at their doors', async () => {
    await stage.join();
    const { creatures, villagers, levels } = await stage.world(world => ({
      creatures: world.creatures.size,
      villagers: world.villagers.size,
      levels: new Set([...world.creatures.values()].map(c => c.level)),
    }));
    expect(creatures).toBeGreaterThanOrEqual(150);
    expect(villagers).toBeGreaterThanOrEqual(8);
    expect(levels.size).toBeGreaterThan(5);
  });

  it('sees others who stand near', async () => {
    const one = await stage.join();
    const other = await stage.join();
    one.send('whois', { ids: [other.entity, 0, 0xffffffff] });
    await stage.turns(2);
    expect(one.known('who').people).toEqual([expect.objectContaining({ id: other.entity, name: other.guest.name })]);
  });
});

describe('a newer login', () => {
  it('takes over the body, and the older socket is closed with its code', async () => {
    const guest = await stage.newGuest();
    const old = await stage.enter(guest);
    await stage.place(old, 760, 780);
    await stage.turns(2);
    const young = await stage.enter(guest);
    expect(old.closed?.code).toBe(CLOSE_NEWER_LOGIN);
    expect(young.known('welcome')).toMatchObject({ resumed: true, entity: old.entity });
    expect(young.own?.x).toBeCloseTo(760, 0);
    expect((await stage.status()).players).toBe(1);
  });

  it('leaves no word of the older connection behind', async () => {
    const guest = await stage.newGuest();
    const old = await stage.enter(guest);
    const bread = old.known('bag').items.find(item => item.quantity > 1)!;
    const entry = await stage.ticket(guest);
    old.command('drop', { item: bread.id, quantity: 1 });
    const young = await stage.knock(guest, entry);
    await settle();
    await stage.turns(3);
    const left = young.known('bag').items.find(item => item.id === bread.id)!;
    expect(left.quantity).toBeGreaterThanOrEqual(bread.quantity - 1);
  });

  it('of many racing tabs leaves exactly one alive', async () => {
    const guest = await stage.newGuest();
    const entries = await Promise.all(Array.from({ length: 6 }, () => stage.ticket(guest)));
    const bots = await Promise.all(entries.map(entry => stage.knock(guest, entry)));
    await stage.turns(5);
    expect(bots.filter(bot => !bot.closed)).toHaveLength(1);
    expect((await stage.status()).players).toBe(1);
  });
});

describe('a cut line', () => {
  it('leaves the body adrift, and within a minute the same body is resumed in place', async () => {
    const guest = await stage.newGuest();
    const bot = await stage.enter(guest);
    await stage.place(bot, 770, 760);
    await stage.turns(2);
    await bot.cut();
    await stage.turns(1);
    expect(await stage.player(bot, ({ entity }, world) => world.sim.core.flags(entity) & FLAG_ADRIFT)).toBeTruthy();
    stage.pass(30_000);
    const back = await stage.enter(guest);
    expect(back.known('welcome')).toMatchObject({ resumed: true, entity: bot.entity });
    expect(back.own?.x).toBeCloseTo(770, 0);
    expect(await stage.player(back, ({ entity }, world) => world.sim.core.flags(entity) & FLAG_ADRIFT)).toBe(0);
  });

  it('after a minute the body is gone, the character is in D1, and he enters anew where he stood', async () => {
    const watcher = await stage.join();
    const guest = await stage.newGuest();
    const bot = await stage.enter(guest);
    await stage.place(bot, 775, 765);
    await stage.turns(2);
    await bot.cut();
    await stage.minute();
    expect(await stage.world(world => world.byCharacter.has(guest.character))).toBe(false);
    const row = await env.DB.prepare('SELECT owner_region, soft FROM characters WHERE id = ?').bind(guest.character).first();
    expect(row?.owner_region).toBeNull();
    expect(JSON.parse(row?.soft as string).x).toBeCloseTo(775, 0);
    const back = await stage.enter(guest);
    expect(back.known('welcome').resumed).toBe(false);
    expect(back.own?.x).toBeCloseTo(775, 0);
    expect(watcher.closed).toBeNull();
  });

  it('commands sent again after it are applied once', async () => {
    const guest = await stage.newGuest();
    const bot = await stage.enter(guest);
    const bread = bot.known('bag').items.find(item => item.quantity > 1)!;
    const first = bot.command('drop', { item: bread.id, quantity: 1 });
    await stage.turns(2);
    expect(bot.result(first)).toBe(0);
    await bot.cut();
    const back = await stage.enter(guest);
    expect(back.known('welcome').lastCommand).toBe(first);
    const again = back.command('drop', { item: bread.id, quantity: 1 }, first);
    await stage.turns(2);
    expect(back.result(again)).not.toBe(0);
    const quantity = await stage.player(back, ({ character }) => character.items.find(i => i.id === bread.id)?.quantity);
    expect(quantity).toBe(bread.quantity - 1);
  });
});

describe('tickets', () => {
  const secret = ticketSecret(env as never);
  const entryOf = async (guest: { account: string; character: string }, change: object = {}, key = secret) => ({
    url: `/ws/${HOME_REGION}`,
    ticket: await signTicket(key, {
      account: guest.account,
      character: guest.character,
      region: HOME_REGION,
      jti: ulid(Date.now()),
      expires_ms: Date.now() + 30_000,
      login_ms: Date.now(),
      awaits: 0,
      standby: false,
      session: '',
      muted_until_ms: 0,
      ...change,
    }),
  });

  it('are taken once', async () => {
    const guest = await stage.newGuest();
    const entry = await stage.ticket(guest);
    const bot = await stage.knock(guest, entry);
    await stage.turns(3);
    expect(bot.snapshots).toBeGreaterThan(0);
    const replay = await stage.knock(guest, entry);
    await settle();
    expect(replay.closed?.code).toBe(CLOSE_TICKET);
    expect(bot.closed).toBeNull();
    expect(await stage.counter('door.replayed')).toBe(1);
  });

  it('that are expired, forged or of another region open nothing', async () => {
    const guest = await stage.newGuest();
    const bad = [
      entryOf(guest, { expires_ms: Date.now() - 1 }),
      entryOf(guest, { region: '2-0-0' }),
      entryOf(guest, {}, 'another secret, also longer than 32 characters'),
    ];
    for (const entry of bad) await expect(stage.knock(guest, await entry)).rejects.toThrow('401');
  });

  it('admit at most two characters of one account at once', async () => {
    const guest = await stage.newGuest();
    const others = [await stage.newGuest(), await stage.newGuest()].map(({ character }) => ({ ...guest, character }));
    for (const other of others) await stage.knock(other, await entryOf(other));
    const third = await stage.knock(guest, await entryOf(guest));
    await settle();
    expect(third.closed?.code).toBe(CLOSE_FLOOD);
  });
});

describe('the region', () => {
  it('falls asleep when the last body is gone, and on waking lives through the time that passed', async () => {
    const bot = await stage.join();
    await bot.cut();
    await stage.minute();
    expect(await stage.status()).toMatchObject({ asleep: true, players: 0 });
    const before = await stage.inside(region => region.world?.tick);
    await stage.turns(20);
    expect(await stage.inside(region => region.world?.tick)).toBe(before);
    stage.pass(3_600_000);
    const back = await stage.enter(bot.guest);
    expect(back.snapshots).toBeGreaterThan(0);
    expect((await stage.status()).asleep).toBe(false);
    const dead = await stage.world(w => [...w.creatures.keys()].filter(id => w.sim.core.hp(id) === 0).length);
    expect(dead).toBe(0);
  });

  it('owes D1 nothing when it has slept', async () => {
    const bot = await stage.join();
    await bot.cut();
    await stage.minute();
    await stage.drain();
    const left = await env.DB.prepare('SELECT count(*) AS n FROM characters WHERE owner_region IS NOT NULL').first();
    expect(left?.n).toBe(0);
    expect((await stage.status()).ledger).toMatchObject({ gold_held: 0, balance: 0 });
  });
});
