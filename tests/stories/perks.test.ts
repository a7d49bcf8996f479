// How a guild becomes known, and what that is worth to its members at a smith's and at a waystone: cheaper there, and for nobody else.
import { afterEach, describe, expect, it } from 'vitest';
import { HOME_REGION, items, PLACES, placeOf, poiNumber } from '../../src/shared/content';
import { VIEW_ROSTER } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { perksOf, pointsOfLevel } from '../../src/shared/rules/guildlevel';
import { applyAdd } from '../../src/shared/rules/inventory';
import { LEDGER } from '../../src/shared/rules/journal';
import { REASONS } from '../../src/shared/rules/reasons';
import { repairCostOf } from '../../src/shared/rules/repair';
import { fare } from '../../src/shared/rules/travel';
import { found, insideGuild, portOf, takeIn } from '../harness/guild';
import { notices } from '../harness/party';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

const LEVEL = 9;
const PERKS = perksOf(LEVEL);

async function done(bot: Bot, send: () => number): Promise<number | undefined> {
  const command = send();
  await stage.turns(2);
  return bot.result(command);
}

/** Exactly so much in his purse, by the books. */
const purse = (bot: Bot, copper: number): Promise<void> =>
  stage.player(bot, ({ character, journal }) => {
    journal.gold(LEDGER.quest, copper - character.gold);
    character.gold = copper;
    journal.character = true;
  });

async function ofAKnownGuild(name: string): Promise<Bot> {
  const bot = await stage.join();
  const guild = await found(stage, bot, name);
  await portOf(guild).deeds([{ character: bot.guest.character, points: pointsOfLevel(LEVEL) + 1_000 }]);
  await stage.until(() => bot.known('guild').level === LEVEL, 60, `level ${LEVEL}`);
  return bot;
}

describe('what members do', () => {
  it('makes the guild known, told twice or late and counted once', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    const guild = await found(stage, one, 'The Diligent');
    await takeIn(stage, one, two);
    const at = await stage.player(two, ({ character }) => character.id);
    const counted = await insideGuild(guild, object => Reflect.get(object, 'book').members.get(at).counted as number);
    const sum = [{ character: at, points: counted + 160 }];
    await portOf(guild).deeds(sum);
    await portOf(guild).deeds([{ character: at, points: counted + 40 }]);
    await portOf(guild).deeds(sum);
    await stage.until(() => two.known('guild').level === 2, 60, 'level 2');
    expect(await portOf(guild).view(at, VIEW_ROSTER)).toMatchObject({ points: 160 });
    expect(notices(one)).toContain(NOTICES.guildLevel);
    // The regions tell it by themselves, off the record.
    await stage.player(one, ({ character, journal }) => {
      character.life.tallies.crafted = (character.life.tallies.crafted ?? 0) + 30;
      journal.life = true;
    });
    await stage.seconds(11);
    expect(await portOf(guild).view(at, VIEW_ROSTER)).toMatchObject({ points: 190 });
  });
});

describe('a guild of level nine', () => {
  it('has its things mended for a tenth less', async () => {
    const [member, stranger] = [await ofAKnownGuild('The Well Kept'), await stage.join()];
    const smith = await stage.world(world => {
      const [npc] = [...world.villagers].find(([, villager]) => villager.key === 'bram')!;
      return { npc, x: world.sim.core.x(npc), z: world.sim.core.z(npc) };
    });
    // Something dear enough that a tenth of its mending is more than the rounding.
    const dear = items.all.filter(({ slot }) => slot === 'chest').toSorted((one, other) => other.price - one.price)[0];
    const wornOut = (bot: Bot): Promise<number> =>
      stage.player(bot, ({ character, journal }) => {
        const mint = () => `01DEAR${bot.guest.character.slice(-20)}`;
        applyAdd(character, journal, mint, LEDGER.kill, { kind: dear.id, quantity: 1, marks: { wear: 100 } });
        return repairCostOf(character, '', PERKS.repair);
      });
    for (const bot of [member, stranger]) await stage.place(bot, smith.x + 1, smith.z);
    const cost = await wornOut(member);
    expect(await wornOut(stranger)).toBe(cost);
    for (const bot of [member, stranger]) await purse(bot, cost);
    expect(await done(stranger, () => stranger.command('repair', { npc: smith.npc, item: '' }))).toBe(REASONS.notEnoughGold);
    expect(await done(member, () => member.command('repair', { npc: smith.npc, item: '' }))).toBe(0);
    expect(member.known('sheet').gold).toBe(0);
  });

  it('travels by waystone for a fifth less', async () => {
    const [member, stranger] = [await ofAKnownGuild('The Well Travelled'), await stage.join()];
    const home = placeOf(HOME_REGION)!;
    const stoneIn = (place: (typeof PLACES)[number]) => {
      const at = place.pois.findIndex(({ waystone }) => waystone);
      return { ...place.pois[at], number: poiNumber(place, at) };
    };
    const from = stoneIn(home);
    const stones = PLACES.filter(place => place !== home && place.pois.some(({ waystone }) => waystone)).map(stoneIn);
    const to = stones.toSorted((one, other) => fare(from, other) - fare(from, one))[0];
    const cost = fare({ x: from.x, z: from.z + 1 }, to, PERKS.travel);
    expect(cost).toBeLessThan(fare({ x: from.x, z: from.z + 1 }, to));
    for (const bot of [member, stranger]) {
      await stage.place(bot, from.x, from.z + 1);
      await stage.player(bot, ({ character, journal }) => {
        character.pois = [...new Set([...character.pois, from.number, to.number])];
        journal.character = true;
      });
      await purse(bot, cost);
    }
    expect(await done(stranger, () => stranger.command('travel', { poi: to.number }))).toBe(REASONS.notEnoughGold);
    const command = member.command('travel', { poi: to.number });
    await stage.until(() => member.result(command) !== undefined, 60, 'an answer');
    expect(member.result(command)).toBe(0);
  });
});
