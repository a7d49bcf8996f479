// Bad input: refused, counted, nothing changed, and nobody else is troubled.
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_WATCHERS } from '../../assembly/layout';
import { Writer } from '../../src/shared/protocol/codec';
import { SLOW_CLOSE_MS, SLOW_TICKS, WORN_BASE } from '../../src/shared/protocol/limits';
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

/** Everything of value that a character has. */
const stateOf = (bot: Bot) => stage.player(bot, ({ character }) => JSON.stringify(character));

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
    expect(bystander.snapshots - before).toBe(20);
    expect(bystander.closed).toBeNull();
  });

  it('of chat is stopped long before that of movement', async () => {
    const bot = await stage.join();
    for (let i = 0; i < 7; i++) bot.send('chat', { channel: CHANNEL_SAY, to: '', text: `line ${i}` });
    await settle();
    await stage.turns(2);
    expect(bot.all('chat').length).toBeLessThanOrEqual(5);
    const other = await stage.join();
    for (let i = 0; i < 20; i++) other.hold(0, i / 10, ++other.clientTick);
    await settle();
    expect(other.closed).toBeNull();
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

describe('the things of another', () => {
  it('cannot be moved, dropped, eaten or sold, even by one who knows their ids', async () => {
    const [owner, thief] = [await settled(), await settled()];
    const npc = await besideVendor(thief);
    const before = [await stateOf(owner), await stateOf(thief)];
    const [bread] = owner.known('bag').items.filter(item => item.quantity > 1);
    const tries = [
      thief.command('move', { item: bread.id, slot: 20, quantity: 1 }),
      thief.command('drop', { item: bread.id, quantity: 1 }),
      thief.command('useItem', { item: bread.id }),
      thief.command('sell', { npc, item: bread.id, quantity: 1 }),
    ];
    await stage.turns(2);
    for (const command of tries) expect(thief.result(command)).toBe(REASONS.noSuchItem);
    expect([await stateOf(owner), await stateOf(thief)]).toEqual(before);
  });
});

describe('quantities and slots that cannot be', () => {
  it('change nothing, whichever command carries them', async () => {
    const bot = await settled();
    const npc = await besideVendor(bot);
    const before = await stateOf(bot);
    const bread = bot.known('bag').items.find(item => item.quantity > 1)!;
    const worn = bot.known('bag').items.find(item => item.slot >= WORN_BASE)!;
    const tries: number[] = [];
    for (const quantity of [0, bread.quantity + 1, 65535]) {
      tries.push(bot.command('move', { item: bread.id, slot: 20, quantity }));
      tries.push(bot.command('drop', { item: bread.id, quantity }));
      tries.push(bot.command('sell', { npc, item: bread.id, quantity }));
      tries.push(bot.command('buy', { npc, kind: bread.kind, quantity }));
    }
    await stage.seconds(2);
    for (const slot of [24, 99, WORN_BASE, WORN_BASE + 10, 255])
      tries.push(bot.command('move', { item: bread.id, slot, quantity: 1 }));
    tries.push(bot.command('move', { item: worn.id, slot: bread.slot, quantity: 1 }));
    tries.push(bot.command('move', { item: worn.id, slot: 20, quantity: 2 }));
    await stage.turns(2);
    for (const command of tries) expect(bot.result(command)).toBeGreaterThan(0);
    expect(await stateOf(bot)).toBe(before);
  });
});

describe('the same thing twice in one tick', () => {
  it('is given once: sold, dropped, split and eaten', async () => {
    const bot = await settled();
    const npc = await besideVendor(bot);
    const bread = bot.known('bag').items.find(item => item.quantity > 1)!;
    const all = { item: bread.id, quantity: bread.quantity };
    const tries = [
      bot.command('sell', { npc, ...all }),
      bot.command('sell', { npc, ...all }),
      bot.command('drop', all),
      bot.command('move', { ...all, slot: 20 }),
      bot.command('useItem', { item: bread.id }),
    ];
    await stage.turns(2);
    const [first, ...rest] = tries.map(command => bot.result(command));
    expect(first).toBe(0);
    for (const reason of rest) expect(reason).toBe(REASONS.noSuchItem);
    expect((await stage.status()).ledger.balance).toBe(0);
  });
});

describe('one who is dead', () => {
  it('neither deals, takes, gathers, eats nor waves; and a dead villager sells nothing', async () => {
    const bot = await settled();
    const npc = await besideVendor(bot);
    const before = await stateOf(bot);
    const [bread] = bot.known('bag').items.filter(item => item.quantity > 1);
    await stage.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 0, 0));
    const tries = [
      bot.command('sell', { npc, item: bread.id, quantity: 1 }),
      bot.command('buy', { npc, kind: bread.kind, quantity: 1 }),
      bot.command('acceptQuest', { npc, quest: 1 }),
      bot.command('turnInQuest', { npc, quest: 1, choice: 0 }),
      bot.command('loot', { corpse: npc }),
      bot.command('pickUp', { ground: 1 }),
      bot.command('gather', { node: 0 }),
      bot.command('drop', { item: bread.id, quantity: 1 }),
      bot.command('useItem', { item: bread.id }),
    ];
    bot.send('talk', { target: npc });
    await stage.turns(2);
    for (const command of tries) expect(bot.result(command)).toBe(REASONS.isDead);
    expect(bot.known('notice').value).toBe(REASONS.isDead);
    expect(await stateOf(bot)).toBe(before);
    await stage.player(bot, ({ entity }, { sim: { core } }) => {
      core.setVitals(entity, 50, 0);
      core.setVitals(npc, 0, 0);
    });
    const late = bot.command('sell', { npc, item: bread.id, quantity: 1 });
    await stage.turns(2);
    expect(bot.result(late)).toBe(REASONS.targetDead);
    await stage.world(({ sim: { core } }) => core.setVitals(npc, 1000, 0));
  });
});

describe('names of bodies that are gone', () => {
  it('mean nobody, also when another has their place now', async () => {
    const [bot, gone] = [await settled(), await stage.join()];
    const stale = gone.entity;
    await gone.cut();
    await stage.minute();
    const next = await stage.join();
    expect(next.entity).not.toBe(stale);
    bot.heard.length = 0;
    bot.send('whois', { ids: [stale, stale, 0xffffffff] });
    bot.send('talk', { target: stale });
    const strike = bot.use(1, stale);
    await stage.turns(2);
    expect(bot.known('who').people).toEqual([]);
    expect(bot.known('notice').value).toBe(REASONS.nothingThere);
    expect(bot.all('refused').find(r => r.number === strike)?.reason).toBe(REASONS.noTarget);
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

/** Puts the bot beside a villager who buys and sells; returns his entity. */
async function besideVendor(bot: Bot): Promise<number> {
  const { npc, x, z } = await stage.world(world => {
    const [entity] = [...world.villagers].find(([, { vendor }]) => vendor?.length) ?? [0];
    return { npc: entity, x: world.sim.core.x(entity), z: world.sim.core.z(entity) };
  });
  await stage.place(bot, x + 1, z);
  await stage.turns(14);
  return npc;
}
