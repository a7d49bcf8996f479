// What wears down and is mended, what is bound and can only be destroyed, and where things say they come from.
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { FLAG_DEAD } from '../../assembly/layout';
import { items, monsters } from '../../src/shared/content';
import { WORN_BASE } from '../../src/shared/protocol/limits';
import { MARKED_BY, type Marks } from '../../src/shared/rules/character';
import { KILLS_PER_KNOCK, WEAR_OF_DEATH, WEAR_OF_KNOCK } from '../../src/shared/rules/durability';
import { applyAdd } from '../../src/shared/rules/inventory';
import { LEDGER } from '../../src/shared/rules/journal';
import { REASONS } from '../../src/shared/rules/reasons';
import { repairCost } from '../../src/shared/rules/repair';
import { wornSlot } from '../../src/shared/rules/worn';
import { approach, slay } from '../harness/hunt';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  stage.pass(16 * 60_000);
  await stage.clear();
});

const held = (bot: Bot, key: string) => bot.known('bag').items.find(item => item.kind === items.key(key).id);
const worn = (bot: Bot) => bot.known('bag').items.filter(item => item.slot >= WORN_BASE);
const wearAt = (bot: Bot) => worn(bot).map(item => item.wear);

async function done(bot: Bot, send: () => number): Promise<number | undefined> {
  const command = send();
  await stage.turns(2);
  return bot.result(command);
}

async function meet(bot: Bot, key: string): Promise<number> {
  const { npc, x, z } = await stage.world(world => {
    const [entity] = [...world.villagers].find(([, villager]) => villager.key === key)!;
    return { npc: entity, x: world.sim.core.x(entity), z: world.sim.core.z(entity) };
  });
  await stage.place(bot, x + 1, z);
  await stage.turns(2);
  return npc;
}

/** As a kill or a chest would: by the rules, and written before it is told. */
async function given(bot: Bot, key: string, marks?: Marks): Promise<void> {
  await stage.player(bot, ({ character, journal }) => {
    applyAdd(
      character,
      journal,
      () => `01GIVEN${key.toUpperCase().replaceAll('-', '').padEnd(19, '0')}`.slice(0, 26),
      LEDGER.kill,
      { kind: items.key(key).id, quantity: 1, marks },
    );
  });
  await stage.turns(2);
}

async function die(bot: Bot): Promise<void> {
  const wolf = await approach(stage, [bot], 'wolf', 1);
  await stage.until(
    () =>
      stage.player(bot, ({ entity }, { sim: { core } }) => {
        if (core.flags(entity) & FLAG_DEAD) return true;
        core.setVitals(entity, 1, 100);
        core.teleport(entity, core.x(wolf), Number.NaN, core.z(wolf) + 1.5, 0);
        return false;
      }),
    400,
    'the wolf to win',
  );
  await stage.turns(3);
}

describe('worn things', () => {
  it('wear down by dying, are known to be worn after a crash, and a smith mends them for gold', async () => {
    const bot = await stage.join();
    expect(wearAt(bot)).toEqual(wearAt(bot).map(() => 0));
    await die(bot);
    expect(wearAt(bot)).toEqual(wearAt(bot).map(() => WEAR_OF_DEATH));
    expect(await done(bot, () => bot.command('repair', { npc: 1, item: '' }))).toBe(REASONS.isDead);
    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(wearAt(back)).toEqual(wearAt(back).map(() => WEAR_OF_DEATH));
    back.send('release', {});
    await stage.turns(4);

    const npc = await meet(back, 'bram');
    const shirt = held(back, 'linen-shirt')!;
    const { gold } = back.known('sheet');
    expect(await done(back, () => back.command('repair', { npc, item: shirt.id }))).toBe(0);
    const cost = repairCost({ kind: shirt.kind, marks: { wear: WEAR_OF_DEATH } });
    expect([held(back, 'linen-shirt')?.wear, back.known('sheet').gold]).toEqual([0, gold - cost]);
    expect(await done(back, () => back.command('repair', { npc, item: shirt.id }))).toBe(REASONS.notWorn);
    expect(await done(back, () => back.command('repair', { npc, item: '' }))).toBe(0);
    expect(wearAt(back)).toEqual(wearAt(back).map(() => 0));
    expect(back.known('sheet').gold).toBeLessThan(gold - cost);
    expect(await done(back, () => back.command('repair', { npc, item: '' }))).toBe(REASONS.notWorn);
  });

  it('take a knock in every few kills', async () => {
    const bot = await stage.join();
    for (let kill = 0; kill < KILLS_PER_KNOCK; kill++) {
      expect(wearAt(bot).every(wear => wear === 0)).toBe(true);
      await slay(stage, [bot], await approach(stage, [bot], kill % 2 ? 'boar' : 'wolf', 0.2));
      await stage.turns(3);
    }
    expect(wearAt(bot).reduce((sum, wear) => sum + wear, 0)).toBe(WEAR_OF_KNOCK);
  });

  it('that are broken give nothing until they are mended, and nobody but a smith mends', async () => {
    const bot = await stage.join();
    const { armor } = bot.known('sheet');
    await stage.player(bot, ({ character, journal }) => {
      for (const item of character.items.filter(each => each.slot >= WORN_BASE)) {
        item.marks = { wear: 100 };
        journal.touch(item);
      }
    });
    await stage.turns(2);
    expect([armor > 0, bot.known('sheet').armor]).toEqual([true, 0]);
    const baker = await meet(bot, 'nan');
    expect(await done(bot, () => bot.command('repair', { npc: baker, item: '' }))).toBe(REASONS.noSmith);
    const npc = await meet(bot, 'bram');
    await stage.player(bot, player => {
      player.character.gold -= 24;
      player.journal.gold(LEDGER.travel, -24);
    });
    await stage.turns(2);
    expect(await done(bot, () => bot.command('repair', { npc, item: '' }))).toBe(REASONS.notEnoughGold);
    const shirt = held(bot, 'worn-boots')!;
    expect(await done(bot, () => bot.command('repair', { npc, item: shirt.id }))).toBe(0);
    expect(bot.known('sheet').armor).toBeGreaterThan(0);
    await stage.place(bot, bot.own!.x + 30, bot.own!.z);
    await stage.turns(2);
    expect(await done(bot, () => bot.command('repair', { npc, item: '' }))).toBe(REASONS.tooFar);
  });
});

describe('a bound thing', () => {
  it('cannot be dropped once it was worn, by nobody and never; only destroyed', async () => {
    const bot = await stage.join();
    await given(bot, 'wolfhide-hood', { from: monsters.key('old-mother').id, by: 'kill' });
    const hood = held(bot, 'wolfhide-hood')!;
    expect([hood.bound, MARKED_BY[hood.by], hood.from]).toEqual([false, 'kill', monsters.key('old-mother').id]);
    expect(await done(bot, () => bot.command('move', { item: hood.id, slot: wornSlot('head'), quantity: 1 }))).toBe(
      REASONS.levelTooLow,
    );
    await stage.player(bot, ({ character }) => {
      character.level = 10;
    });
    expect(await done(bot, () => bot.command('move', { item: hood.id, slot: wornSlot('head'), quantity: 1 }))).toBe(0);
    expect(held(bot, 'wolfhide-hood')?.bound).toBe(true);
    expect(await done(bot, () => bot.command('destroy', { item: hood.id, quantity: 1 }))).toBe(REASONS.notInBag);
    expect(await done(bot, () => bot.command('move', { item: hood.id, slot: 20, quantity: 1 }))).toBe(0);
    expect(await done(bot, () => bot.command('drop', { item: hood.id, quantity: 1 }))).toBe(REASONS.bound);
    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(held(back, 'wolfhide-hood')).toMatchObject({ bound: true, from: hood.from });
    expect(await done(back, () => back.command('drop', { item: hood.id, quantity: 1 }))).toBe(REASONS.bound);
    const command = back.command('destroy', { item: hood.id, quantity: 1 });
    back.command('destroy', { item: hood.id, quantity: 1 }, command);
    await stage.turns(2);
    expect(
      back
        .all('result')
        .filter(r => r.command === command)
        .map(r => r.reason),
    ).toEqual([0, REASONS.alreadyDone]);
    expect(held(back, 'wolfhide-hood')).toBeUndefined();
    stage.pass(16 * 60_000);
    await stage.clear();
    const query = 'SELECT quantity FROM ledger WHERE character_id = ? AND cause = ? AND kind = ?';
    const told = await env.DB.prepare(query).bind(bot.guest.character, LEDGER.consumed, hood.kind).all();
    expect(told.results).toEqual([{ quantity: -1 }]);
  });

  it('is not the only thing that can be destroyed, but quests’ things and others’ things cannot', async () => {
    const [bot, other] = [await stage.join(), await stage.join()];
    await given(bot, 'rusks-seal');
    const [bread, seal, foreign] = [held(bot, 'bread')!, held(bot, 'rusks-seal')!, held(other, 'bread')!];
    expect(await done(bot, () => bot.command('destroy', { item: bread.id, quantity: 1 }))).toBe(0);
    expect(held(bot, 'bread')?.quantity).toBe(bread.quantity - 1);
    for (const quantity of [0, bread.quantity, 65535]) {
      expect(await done(bot, () => bot.command('destroy', { item: bread.id, quantity }))).toBe(REASONS.badQuantity);
    }
    expect(await done(bot, () => bot.command('destroy', { item: seal.id, quantity: 1 }))).toBe(REASONS.questItem);
    expect(await done(bot, () => bot.command('destroy', { item: foreign.id, quantity: 1 }))).toBe(REASONS.noSuchItem);
  });
});

describe('history', () => {
  it('says of a bought thing who sold it', async () => {
    const bot = await stage.join();
    await stage.player(bot, ({ character, journal }) => {
      character.gold += 500;
      journal.gold(LEDGER.kill, 500);
    });
    const npc = await meet(bot, 'bram');
    expect(await done(bot, () => bot.command('buy', { npc, kind: items.key('ash-cudgel').id, quantity: 1 }))).toBe(0);
    expect(held(bot, 'ash-cudgel')).toMatchObject({ from: 1, by: MARKED_BY.indexOf('shop'), bound: false });
  });
});
