// A crowd divides its region under a fight, and the region merges when it is calm: nobody is disconnected, no beast is healed, no thing on
// the ground is lost.
import { expect, it } from 'vitest';
import { readLoot } from '../../src/region/remains';
import { HOME_REGION } from '../../src/shared/content';
import { divide, QUARTERS } from '../harness/border';
import { approach, STRIKE, slay } from '../harness/hunt';
import { type Bot, type Ground, Stage } from '../harness/world';

const stage = await Stage.open(...QUARTERS);

const everywhere = async <T>(look: (ground: Ground) => Promise<T[]>): Promise<T[]> =>
  (await Promise.all(stage.grounds.map(look))).flat();
const onGround = () => everywhere(ground => ground.rows('SELECT item, quantity FROM ground'));
const realOf = (beast: number) =>
  everywhere(ground =>
    ground.inside(({ world }) => (world?.creatures.has(beast) ? [{ key: ground.key, hp: world.sim.core.hp(beast) }] : [])),
  );

async function dropSomething(bot: Bot): Promise<void> {
  const pile = bot.known('bag').items.find(item => item.quantity > 1)!;
  const command = bot.command('drop', { item: pile.id, quantity: 1 });
  await stage.turns(3);
  expect(bot.result(command)).toBe(0);
}

it('divides under a fight and merges again', async () => {
  const bots: Bot[] = [];
  for (let i = 0; i < 6; i++) bots.push(await stage.join());
  const beast = await approach(stage, bots.slice(0, 2), 'boar', 1);
  await dropSomething(bots[3]);
  const lying = await onGround();
  const people = await stage.world(world => world.villagers.size);
  for (const bot of bots.slice(0, 2)) bot.use(STRIKE, beast);
  await stage.turns(10);

  await divide(stage);
  await stage.until(
    async () => (await everywhere(async ground => [await ground.inside(r => r.footing.custody.held.size)]))[0] === 0,
    200,
    'all to leave',
  );
  await stage.turns(20);
  const quarters = await everywhere(ground => ground.inside(({ world }) => (world ? [...world.byCharacter.keys()] : [])));
  expect(quarters.toSorted()).toEqual(bots.map(bot => bot.guest.character).toSorted());
  expect(bots.map(bot => bot.closed)).toEqual(bots.map(() => null));
  expect(bots.every(bot => QUARTERS.includes(bot.known('welcome').region))).toBe(true);
  expect(await realOf(beast)).toMatchObject([{ key: expect.stringMatching(/^3-/) }]);
  expect(await onGround()).toEqual(lying);
  const spread = await everywhere(ground => ground.inside(({ world }) => (world ? [...world.villagers.values()] : [])));
  expect(new Set(spread.map(npc => npc.id)).size).toBe(people);
  expect(spread.length).toBe(people);

  // The fight goes on where it was.
  for (const bot of bots.slice(0, 2)) bot.use(STRIKE, beast);
  await stage.turns(20);

  await divide(stage, false);
  await stage.until(async () => (await stage.inside(r => r.footing.custody.held.size)) === bots.length, 200, 'all to come back');
  await stage.turns(20);
  expect(bots.map(bot => bot.closed)).toEqual(bots.map(() => null));
  expect(bots.map(bot => bot.known('welcome').region)).toEqual(bots.map(() => HOME_REGION));
  expect(await onGround()).toEqual(lying);
  expect(await stage.world(world => world.villagers.size)).toBe(people);
  expect((await realOf(beast)).length).toBeLessThanOrEqual(1);
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
});

it('leaves each of a crowd what fell for him, through a crash and a division', async () => {
  const bot = await stage.join();
  const { character } = bot.guest;
  const beast = await approach(stage, [bot], 'boar', 0.2);
  await slay(stage, [bot], beast);
  await stage.turns(2);
  await stage.world(world => {
    const corpse = world.corpses.get(beast)!;
    corpse.loot.clear();
    for (let i = 0; i < 100; i++) corpse.loot.set(`helper${i}`.padStart(26, '0'), { gold: i, stacks: [] });
    corpse.loot.set(character, { gold: 77, stacks: [] });
    world.deeds.corpses.add(corpse);
  });
  await stage.turns(2);
  await stage.crash();
  const back = await stage.enter(bot.guest);
  expect(back.all('corpse').map(({ gold }) => gold)).toContain(77);

  await divide(stage, true, 1002);
  await stage.until(async () => (await stage.rows('SELECT * FROM corpse')).length === 0, 80, 'the estates');
  await stage.until(
    async () => (await stage.whereIs(back)) !== stage && QUARTERS.includes(back.known('welcome').region),
    200,
    'a quarter',
  );
  const corpses = await everywhere(ground => ground.rows('SELECT loot FROM corpse'));
  const crowded = corpses.map(({ loot }) => readLoot(loot as ArrayBuffer)).filter(loot => loot.has(character));
  expect(crowded.map(loot => [loot.size, loot.get(character)?.gold])).toEqual([[101, 77]]);
});
