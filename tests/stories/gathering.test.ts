// Winning things from the land: it takes a while, moving ends it, and what two reach for in the same moment one of them gets.
import { afterEach, describe, expect, it } from 'vitest';
import { BUTTON_FORWARD, FLAG_RESTING } from '../../assembly/layout';
import { items, monsters } from '../../src/shared/content';
import { CAUSE_GATHER, WORK_GATHER, WORK_NONE, WORK_SKIN } from '../../src/shared/protocol/messages';
import { GATHER_TICKS, SKIN_TICKS } from '../../src/shared/rules/gather';
import { REASONS } from '../../src/shared/rules/reasons';
import { approach, slay } from '../harness/hunt';
import { has, supply, train } from '../harness/supplies';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

const skill = (bot: Bot, of: string): number => bot.known('life').skills.find(s => s.of === of)?.count ?? 0;

/** Stands beside a whole node of that look; returns its number. */
async function atNode(bots: Bot[], prop: string): Promise<number> {
  const { index, x, z } = await stage.world(world => {
    const found = world.place.nodes.findIndex((n, i) => n.prop === prop && !world.spent.has(i));
    return { index: found, x: world.place.nodes[found].x, z: world.place.nodes[found].z };
  });
  for (const [i, bot] of bots.entries()) await stage.place(bot, x + 1.5, z + i * 0.6);
  await stage.turns(8);
  return index;
}

describe('a node', () => {
  it('is worked at for a while, and what it gives teaches', async () => {
    const bot = await stage.join();
    const node = await atNode([bot], 'herb');
    const command = bot.command('gather', { node });
    await stage.turns(2);
    expect(bot.result(command)).toBeUndefined();
    expect(bot.known('work')).toEqual({ what: WORK_GATHER, of: node, ticks: GATHER_TICKS.herb, left: 0 });
    expect(await stage.world(world => world.sim.core.flags(bot.entity) & FLAG_RESTING)).not.toBe(0);
    await stage.turns(GATHER_TICKS.herb);
    expect(bot.result(command)).toBe(0);
    expect(bot.known('work').what).toBe(WORK_NONE);
    const gained = bot.known('gained');
    expect(gained).toMatchObject({ cause: CAUSE_GATHER });
    expect(gained.xp).toBeGreaterThan(0);
    expect(items.get(gained.items[0].kind)?.key).toBe('healwort');
    expect(skill(bot, 'herbalism')).toBe(1);
    expect(await stage.world(world => world.sim.core.flags(bot.entity) & FLAG_RESTING)).toBe(0);
  });

  it('is left as it was by who walks away, and by who says stop', async () => {
    const bot = await stage.join();
    const node = await atNode([bot], 'ore');
    const walked = bot.command('gather', { node });
    await stage.turns(8);
    bot.hold(BUTTON_FORWARD);
    await stage.turns(10);
    bot.clientTick += 12;
    bot.hold(0);
    await stage.turns(4);
    expect(bot.result(walked)).toBe(REASONS.workStopped);
    await atNode([bot], 'ore');
    const stopped = bot.command('gather', { node });
    await stage.turns(8);
    bot.send('stopWork', {});
    await stage.turns(2);
    expect(bot.result(stopped)).toBe(REASONS.workStopped);
    expect(has(bot, 'iron-ore')).toBe(0);
    expect(await stage.world(world => world.spent.has(node))).toBe(false);
    // A refused number may be tried again.
    bot.command('gather', { node }, stopped);
    await stage.turns(GATHER_TICKS.ore + 3);
    expect(bot.result(stopped)).toBe(0);
    expect(has(bot, 'iron-ore')).toBeGreaterThan(0);
  });

  it('that two work at goes to exactly one, and the other is told so', async () => {
    const hands = [await stage.join(), await stage.join()];
    const node = await atNode(hands, 'berry');
    const tries = hands.map(hand => hand.command('gather', { node }));
    await stage.turns(GATHER_TICKS.berry + 3);
    const reasons = hands.map((hand, i) => hand.result(tries[i]));
    expect(reasons.toSorted()).toEqual([0, REASONS.someoneFaster]);
    expect(hands.map(hand => has(hand, 'brambleberry') > 0)).toEqual(reasons.map(reason => reason === 0));
  });

  it('asks for one pair of hands, near and alive', async () => {
    const bot = await stage.join();
    const node = await atNode([bot], 'wood');
    const { x, z } = await stage.world(world => world.place.nodes[node]);
    await stage.place(bot, x + 30, z);
    const far = bot.command('gather', { node });
    await stage.turns(2);
    await atNode([bot], 'wood');
    const first = bot.command('gather', { node });
    const second = bot.command('gather', { node });
    const sent = bot.command('gather', { node }, first);
    await stage.turns(2);
    expect(sent).toBe(first);
    expect(bot.result(far)).toBe(REASONS.tooFar);
    expect(bot.result(second)).toBe(REASONS.isBusy);
    expect(bot.result(first)).toBeUndefined();
    await stage.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 0, 0));
    await stage.turns(2);
    expect(bot.result(first)).toBe(REASONS.workStopped);
    const dead = bot.command('gather', { node });
    await stage.turns(2);
    expect(bot.result(dead)).toBe(REASONS.isDead);
  });

  it('stays whole when the bag is full', async () => {
    const bot = await stage.join();
    await supply(stage, bot, { 'fang-necklace': 24 - bot.known('bag').items.filter(item => item.slot < 24).length });
    const node = await atNode([bot], 'fish');
    const command = bot.command('gather', { node });
    await stage.turns(3);
    expect(bot.result(command)).toBe(REASONS.bagFull);
    expect(await stage.world(world => world.spent.has(node))).toBe(false);
  });

  it('is worked at by nobody whose line fell, and may be begun anew', async () => {
    const bot = await stage.join();
    const node = await atNode([bot], 'fish');
    bot.command('gather', { node });
    await stage.turns(8);
    await bot.cut();
    await stage.turns(GATHER_TICKS.fish + 10);
    expect(await stage.world(world => world.spent.has(node))).toBe(false);
    const back = await stage.enter(bot.guest);
    const command = back.command('gather', { node });
    await stage.turns(GATHER_TICKS.fish + 4);
    expect(back.result(command)).toBe(0);
  });
});

describe('a dead beast', () => {
  it('gives its hide to exactly one of two who skin it, once, also after a crash', async () => {
    const hands = [await stage.join(), await stage.join()];
    for (const hand of hands) await train(stage, hand, { skinning: 25 });
    const beast = await approach(stage, hands, 'wolf', 0.2);
    const alive = hands[0].command('skin', { corpse: beast });
    await stage.turns(1);
    expect(hands[0].result(alive)).toBe(REASONS.nothingThere);
    await slay(stage, hands, beast);
    const { x, z, spawn } = await stage.world(world => world.corpses.get(beast)!);
    for (const [i, hand] of hands.entries()) await stage.place(hand, x + 1, z + i);
    await stage.turns(8);
    const tries = hands.map(hand => hand.command('skin', { corpse: beast }));
    await stage.turns(2);
    expect(hands[0].known('work')).toMatchObject({ what: WORK_SKIN, of: monsters.key('wolf').id });
    await stage.turns(SKIN_TICKS + 3);
    const reasons = hands.map((hand, i) => hand.result(tries[i]));
    expect(reasons.toSorted()).toEqual([0, REASONS.someoneFaster]);
    expect(hands.map(hand => has(hand, 'rough-hide') + has(hand, 'thick-hide') > 0)).toEqual(reasons.map(reason => reason === 0));
    const again = hands[0].command('skin', { corpse: beast });
    await stage.turns(2);
    expect(hands[0].result(again)).toBe(REASONS.noHide);
    expect(await stage.rows('SELECT skinned FROM corpse WHERE spawn = ?', spawn)).toEqual([{ skinned: 1 }]);
    await stage.crash();
    const back = await stage.enter(hands[0].guest);
    const left = await stage.world(world => [...world.corpses].find(([, corpse]) => corpse.spawn === spawn)![0]);
    await stage.place(back, x + 1, z);
    await stage.turns(2);
    const anew = back.command('skin', { corpse: left });
    await stage.turns(2);
    expect(back.result(anew)).toBe(REASONS.noHide);
  });
});
