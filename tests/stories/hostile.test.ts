// Bad input: refused, counted, nothing changed, and nobody else is troubled.
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_WATCHERS } from '../../assembly/layout';
import { Writer } from '../../src/shared/protocol/codec';
import { BUDGETS, SLOW_CLOSE_MS, SLOW_TICKS } from '../../src/shared/protocol/limits';
import {
  C2S,
  CHANNEL_REGION,
  CHANNEL_SAY,
  CLOSE_FLOOD,
  CLOSE_PROTOCOL,
  CLOSE_SLOW,
  CLOSE_UNAVAILABLE,
  pack,
  put,
} from '../../src/shared/protocol/messages';
import { REASONS } from '../../src/shared/rules/reasons';
import { type Bot, Stage, settle } from '../harness/world';

const stage = await Stage.open();
afterEach(() => stage.clear());

/** Somebody who has found already what there is to find where he stands. */
async function settled(): Promise<Bot> {
  const bot = await stage.join();
  await stage.turns(12);
  return bot;
}

/** Everything of value that a character has. What deeds count of him on the way (rules/deeds.ts) goes on by itself. */
const stateOf = (bot: Bot) =>
  stage.player(bot, ({ character: { life, ...rest } }) => JSON.stringify({ ...rest, life: { ...life, tallies: {} } }));

describe('a frame', () => {
  const bad: [string, string, Uint8Array | string][] = [
    ['of text', 'frame.text', 'hello'],
    ['without a byte', 'frame.malformed', new Uint8Array(0)],
    ['that is empty of sense', 'frame.malformed', new Uint8Array([255, 1, 0, 9])],
    ['whose length lies', 'frame.malformed', new Uint8Array([C2S.talk.number, 200, 0, 1])],
    ['with bytes left over', 'frame.malformed', new Uint8Array([C2S.release.number, 1, 0, 7])],
    ['that is too long', 'frame.oversized', new Uint8Array(2000)],
    ['that is long and no chat', 'frame.oversized', new Uint8Array(700).fill(C2S.ack.number)],
    ['with a number that is none', 'frame.malformed', pack(C2S.ack, { tick: 1, clientTime: Number.NaN })],
    [
      'of more messages than fit',
      'frame.malformed',
      new Uint8Array(Array.from({ length: 17 }, () => [C2S.cancel.number, 0, 0]).flat()),
    ],
  ];

  it.each(bad)('%s is refused and counted, and the world is unchanged', async (_, counter, frame) => {
    const bot = await settled();
    const before = await stateOf(bot);
    const counted = await stage.counter(counter);
    bot.raw(frame);
    await settle();
    await stage.turns(2);
    expect(await stage.counter(counter)).toBe(counted + 1);
    expect(await stateOf(bot)).toBe(before);
    expect(bot.closed).toBeNull();
  });

  it('before the welcome is early: counted, not obeyed', async () => {
    const guest = await stage.newGuest();
    const bot = await stage.knock(guest, await stage.ticket(guest));
    bot.send('talk', { target: 1 });
    await settle();
    expect(await stage.counter('frame.early')).toBeGreaterThan(0);
    await stage.turns(3);
    expect(bot.snapshots).toBeGreaterThan(0);
  });

  it('three bad ones within ten seconds close the connection; the body stays', async () => {
    const bot = await stage.join();
    for (let i = 0; i < 3; i++) bot.raw('again');
    await settle();
    expect(bot.closed?.code).toBe(CLOSE_PROTOCOL);
    expect(await stage.world(world => world.byCharacter.has(bot.guest.character))).toBe(true);
  });

  it('now and then is forgiven', async () => {
    const bot = await stage.join();
    for (let i = 0; i < 5; i++) {
      bot.raw('oops');
      await settle();
      stage.pass(6_000);
    }
    expect(bot.closed).toBeNull();
  });
});

describe('a flood', () => {
  it('is closed, and the others are served on', async () => {
    const bystander = await stage.join();
    const flooder = await stage.join();
    for (let i = 0; i < 200; i++) flooder.send('cancel', {});
    await settle();
    const before = bystander.snapshots;
    await stage.turns(20);
    expect(flooder.closed?.code).toBe(CLOSE_FLOOD);
    expect(bystander.snapshots - before).toBeGreaterThanOrEqual(10);
    expect(bystander.closed).toBeNull();
  });

  it('of chat is stopped long before that of movement', async () => {
    const bot = await stage.join();
    const { burst, perSecond } = BUDGETS.chat;
    const from_ms = Date.now();
    for (let i = 0; i < burst + 2; i++) bot.send('chat', { channel: CHANNEL_SAY, to: '', text: `line ${i}` });
    await settle();
    await stage.turns(2);
    // On a full machine that takes seconds, and a second allows another line.
    const allowed = burst + Math.floor(((Date.now() - from_ms) / 1000) * perSecond);
    // Villagers mutter.
    const said = bot.all('chat').filter(({ text }) => text.startsWith('line '));
    expect(said.length).toBeLessThanOrEqual(allowed);
    const other = await stage.join();
    for (let i = 0; i < 20; i++) other.hold(0, i / 10, ++other.clientTick);
    await settle();
    expect(other.closed).toBeNull();
  });
});

describe('a new connection', () => {
  it('has no more to say than the last one left, and comes back as often as it likes', async () => {
    const reader = await stage.join();
    const bot = await stage.join();
    const { burst, perSecond } = BUDGETS.chat;
    const from_ms = Date.now();
    const lines = () => reader.all('chat').filter(({ text }) => text.startsWith('line ')).length;
    const shout = async (shouter: Bot, from: number): Promise<void> => {
      for (let i = 0; i < burst; i++) shouter.send('chat', { channel: CHANNEL_REGION, to: '', text: `line ${from + i}` });
      await settle();
      await stage.turns(1);
    };
    await shout(bot, 0);
    expect(lines()).toBe(burst);
    await bot.cut();
    const back = await stage.enter(bot.guest);
    await shout(back, burst);
    // On a full machine coming in takes seconds, and a second allows another line.
    expect(lines()).toBeLessThanOrEqual(burst + Math.floor(((Date.now() - from_ms) / 1000) * perSecond));
    await back.cut();
    for (let i = 0; i < 8; i++) {
      const again = await stage.enter(bot.guest);
      again.hold(0, 0, ++again.clientTick);
      await stage.turns(2);
      expect(again.closed).toBeNull();
      await again.cut();
    }
  });
});

describe('a crowd', () => {
  it('that shouts in one moment drowns itself, and the world goes on', async () => {
    const bots = await Promise.all(
      Array.from({ length: 32 }, async () => {
        const guest = await stage.newGuest();
        return stage.knock(guest, await stage.ticket(guest));
      }),
    );
    await stage.turns(3);
    const rebuilds = await stage.counter('rebuild');
    for (const bot of bots)
      for (let i = 0; i < 5; i++) bot.send('chat', { channel: CHANNEL_REGION, to: '', text: '\u{1F43A}'.repeat(200) });
    await settle();
    await stage.turns(4);
    expect(await stage.counter('rebuild')).toBe(rebuilds);
    expect(await stage.counter('chat.drowned')).toBeGreaterThan(0);
    expect(bots.filter(bot => bot.closed)).toEqual([]);
    expect(bots[0].all('chat').length).toBeGreaterThan(5);
  });

  it('that fills the region leaves newcomers outside, and nobody inside is dropped', async () => {
    const bot = await stage.join();
    const guest = await stage.newGuest();
    await stage.world(world => {
      const watchers: unknown[] = Reflect.get(world, 'watchers');
      for (let i = 0; i < MAX_WATCHERS; i++) watchers[i] ??= null;
    });
    const late = await stage.knock(guest, await stage.ticket(guest));
    await stage.turns(3);
    expect(late.closed?.code).toBe(CLOSE_UNAVAILABLE);
    expect(bot.closed).toBeNull();
    expect(await stage.counter('rebuild')).toBe(0);
    await stage.world(world => {
      const watchers: unknown[] = Reflect.get(world, 'watchers');
      for (let i = 0; i < MAX_WATCHERS; i++) watchers[i] ??= undefined;
    });
  });

  it('of those who are gone hears nothing that would have to be kept for them', async () => {
    const [speaker, gone] = [await stage.join(), await stage.join()];
    await gone.cut();
    speaker.send('chat', { channel: CHANNEL_REGION, to: '', text: 'anybody?' });
    await stage.turns(2);
    expect(await stage.player(gone, ({ session }) => session)).toBeNull();
  });
});

describe('a reader that stops reading', () => {
  it('is skipped, shown everything anew when he returns, and closed when he does not', async () => {
    const bot = await stage.join();
    bot.deaf = true;
    await stage.turns(SLOW_TICKS + 10);
    const seen = bot.snapshots;
    await stage.turns(20);
    expect(bot.snapshots).toBe(seen);
    expect(await stage.counter('slow.skipped')).toBe(1);
    bot.deaf = false;
    bot.acknowledge();
    await stage.turns(10);
    expect(bot.snapshots).toBeGreaterThan(seen);
    expect(await stage.counter('slow.resynced')).toBe(1);
    bot.deaf = true;
    await stage.turns(SLOW_TICKS + 10);
    stage.pass(SLOW_CLOSE_MS);
    await stage.turns(2);
    expect(bot.closed?.code).toBe(CLOSE_SLOW);
  });

  it('gains nothing by acknowledging what was never sent', async () => {
    const bot = await stage.join();
    bot.deaf = true;
    bot.send('ack', { tick: 0xfffffff0, clientTime: 0 });
    await stage.turns(SLOW_TICKS + 20);
    expect(await stage.counter('ack.future')).toBe(1);
    expect(await stage.counter('slow.skipped')).toBeGreaterThan(0);
  });
});

describe('words about things that are not there', () => {
  it('are answered with a reason, whatever the numbers', async () => {
    const bot = await settled();
    const before = await stateOf(bot);
    const nobody = 0xdeadbeef;
    const asked: [number, number][] = [
      [bot.command('loot', { corpse: nobody }), REASONS.nothingThere],
      [bot.command('pickUp', { ground: nobody }), REASONS.nothingThere],
      [bot.command('buy', { npc: nobody, kind: 65535, quantity: 65535 }), REASONS.nothingThere],
      [bot.command('sell', { npc: bot.entity, item: 'nothing', quantity: 1 }), REASONS.nothingThere],
      [bot.command('move', { item: 'nothing', slot: 255, quantity: 0 }), REASONS.noSuchItem],
      [bot.command('drop', { item: '', quantity: 0 }), REASONS.noSuchItem],
      [bot.command('useItem', { item: 'x'.repeat(26) }), REASONS.noSuchItem],
      [bot.command('acceptQuest', { npc: nobody, quest: 65535 }), REASONS.nothingThere],
      [bot.command('turnInQuest', { npc: nobody, quest: 0, choice: 255 }), REASONS.nothingThere],
      [bot.command('abandonQuest', { quest: 65535 }), REASONS.noSuchQuest],
      [bot.command('gather', { node: 65535 }), REASONS.nothingThere],
    ];
    bot.send('talk', { target: nobody });
    bot.send('whois', { ids: [nobody, 0, 1] });
    bot.send('emote', { emote: 255 });
    bot.send('view', { mode: 255 });
    bot.send('release', {});
    await stage.turns(3);
    for (const [command, reason] of asked) expect(bot.result(command)).toBe(reason);
    expect(await stateOf(bot)).toBe(before);
    expect(bot.closed).toBeNull();
    expect(await stage.counter('rebuild')).toBe(0);
  });

  it('with a count that runs far ahead are refused, so that later ones still count', async () => {
    const bot = await stage.join();
    const bread = bot.known('bag').items.find(item => item.quantity > 1)!;
    const wild = bot.command('drop', { item: bread.id, quantity: 1 }, 4_000_000_000);
    const right = bot.command('drop', { item: bread.id, quantity: 1 }, 1);
    await stage.turns(2);
    expect(bot.result(wild)).toBe(REASONS.notNow);
    expect(bot.result(right)).toBe(0);
  });
});

describe('messages by the handful', () => {
  it('spend the budget of each, so that a second full frame is a flood', async () => {
    const bot = await settled();
    const w = new Writer(64);
    for (let i = 0; i < 16; i++) put(w, C2S.use, { number: i, ability: (i * 37) & 255, target: 0xffffffff - i });
    const frame = w.take();
    const floods = await stage.counter('frame.flood');
    bot.raw(frame);
    await settle();
    expect(await stage.counter('frame.flood')).toBe(floods);
    bot.raw(frame);
    await settle();
    expect(await stage.counter('frame.flood')).toBe(floods + 1);
    await stage.turns(2);
    expect(bot.all('refused').length).toBeLessThanOrEqual(16);
    expect(bot.closed).toBeNull();
  });

  it('with every ability there is and is not never tear the world', async () => {
    const bot = await settled();
    const rebuilds = await stage.counter('rebuild');
    for (let ability = 0; ability < 256; ability += 7) {
      bot.use(ability, [0, bot.entity, 0xffffffff, bot.entity ^ 0x8000][ability & 3]);
      bot.send('intent', {
        tick: 0xffffffff - ability,
        buttons: 0xffff,
        yaw: 0xffff,
        pitch: -32768,
        viewTick: 0xffffffff,
        viewFraction: 255,
      });
      await stage.turns(4);
    }
    expect(await stage.counter('rebuild')).toBe(rebuilds);
    expect(Number.isFinite(bot.own?.x)).toBe(true);
    expect(bot.closed).toBeNull();
  });
});
