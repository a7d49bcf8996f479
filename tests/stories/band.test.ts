// What a party does together beside fighting: asks whether all are ready, marks bodies, points at places, and rolls for rare finds.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FLAG_DEAD } from '../../assembly/layout';
import type { World } from '../../src/region/world';
import { items } from '../../src/shared/content';
import { READY_NO, READY_OPEN, READY_YES } from '../../src/shared/protocol/messages';
import { READINESS_MS } from '../../src/shared/rules/parties';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { CHOICES, ROLL_MS } from '../../src/shared/rules/rolls';
import { atTheGate } from '../harness/dungeon';
import { joinUp, refusals } from '../harness/party';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  vi.restoreAllMocks();
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

const answersOf = (bot: Bot) => bot.known('readiness').answers.map(({ answer }) => answer);

describe('a leader who asks whether all are ready', () => {
  it('hears of each of them, over regions, and of the end', async () => {
    const [leader, near, far] = [await stage.join(), await stage.join(), await atTheGate(stage)];
    await joinUp(stage, leader, near, far);
    near.send('askReady', {});
    leader.send('askReady', {});
    await stage.until(() => far.all('readiness').length > 0, 60, 'the question');
    expect(refusals(near)).toEqual([REASONS.notLeader]);
    expect(answersOf(far)).toEqual([READY_YES, READY_OPEN, READY_OPEN]);
    far.send('answerReady', { accept: true });
    far.send('answerReady', { accept: false });
    await stage.turns(6);
    expect(refusals(far)).toEqual([REASONS.noReadyCheck]);
    near.send('answerReady', { accept: false });
    await stage.turns(6);
    for (const bot of [leader, near, far]) {
      expect(answersOf(bot)).toEqual([READY_YES, READY_NO, READY_YES]);
      expect(bot.known('readiness').left_s).toBe(0);
    }
  });

  it('is told when somebody says nothing, and may ask again', async () => {
    const [leader, other] = [await stage.join(), await stage.join()];
    await joinUp(stage, leader, other);
    leader.send('askReady', {});
    await stage.until(() => other.all('readiness').length > 0, 60, 'the question');
    leader.send('askReady', {});
    await stage.turns(6);
    expect(refusals(leader)).toEqual([REASONS.alreadyDone]);
    stage.pass(READINESS_MS);
    await stage.until(() => leader.known('readiness').left_s === 0, 300, 'the end of it');
    expect(answersOf(leader)).toEqual([READY_YES, READY_OPEN]);
    leader.send('askReady', {});
    await stage.turns(6);
    expect(other.known('readiness').left_s).toBeGreaterThan(0);
  });
});

/** A beast that lives, and where. */
const beastOf = (world: World, nth = 0) => {
  const { core } = world.sim;
  const { entity } = [...world.creatures.values()].filter(
    one => core.hp(one.entity) > 0 && one.kind.team === 'wild' && one.level <= 3,
  )[nth];
  return { entity, x: core.x(entity), z: core.z(entity) };
};

describe('marks', () => {
  it('are seen by the party, move with the mark, and end with the body', async () => {
    const [one, two, stranger] = [await stage.join(), await stage.join(), await stage.join()];
    await joinUp(stage, one, two);
    const [first, second] = await stage.world(world => [beastOf(world), beastOf(world, 1)]);
    stranger.send('mark', { mark: 1, target: first.entity });
    one.send('mark', { mark: 8, target: first.entity });
    one.send('mark', { mark: 99, target: first.entity });
    await stage.turns(8);
    expect(refusals(stranger)).toEqual([REASONS.notInParty]);
    expect(refusals(one)).toEqual([REASONS.nothingThere]);
    expect(two.known('marks').marks).toEqual([{ mark: 8, entity: first.entity }]);
    expect(stranger.all('marks').at(-1)?.marks ?? []).toEqual([]);
    two.send('mark', { mark: 8, target: second.entity });
    two.send('mark', { mark: 2, target: first.entity });
    await stage.turns(8);
    const seen = one.known('marks').marks;
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual({ mark: 8, entity: second.entity });
    expect(seen).toContainEqual({ mark: 2, entity: first.entity });
    two.send('mark', { mark: 2, target: first.entity });
    await stage.world(world => world.sim.core.despawn(second.entity));
    await stage.turns(8);
    expect(one.known('marks').marks).toEqual([]);
  });
});

describe('pointing', () => {
  it('shows a place to the party, wherever its members are', async () => {
    const [near, far] = [await stage.join(), await atTheGate(stage)];
    await joinUp(stage, near, far);
    near.send('point', { x: 800, z: 760 });
    await stage.turns(6);
    const shown = { name: near.guest.name, x: 800, z: 760 };
    expect([near.all('pointed'), far.all('pointed')]).toEqual([[shown], [shown]]);
  });
});

describe('a rare find', () => {
  /** One throw of chance decides everything: this one makes a plain foe of level 12 carry something rare. */
  const LUCK = 0.047;
  const [NEED, GREED, PASS] = CHOICES.keys();

  async function findFor(...bots: Bot[]): Promise<{ corpse: number; finder: Bot }> {
    for (const bot of bots) await stage.player(bot, ({ character }) => void (character.level = 12));
    const beast = await stage.world(world => {
      const found = beastOf(world);
      Object.assign(world.creatures.get(found.entity)!, { level: 12 });
      return found;
    });
    for (const bot of bots) await stage.place(bot, beast.x + 1, beast.z);
    const [finder] = bots;
    for (const bot of bots.slice(1)) await stage.place(bot, beast.x + 30, beast.z);
    vi.spyOn(Math, 'random').mockReturnValue(LUCK);
    await stage.world(({ sim: { core } }) => core.setVitals(beast.entity, 1, 0));
    await stage.turns(2);
    let turn = 0;
    await stage.until(
      async () => {
        await stage.player(finder, ({ entity }, { sim: { core } }) => {
          core.teleport(entity, core.x(beast.entity) + 1, Number.NaN, core.z(beast.entity), -Math.PI / 2);
        });
        if (turn++ % 6 === 0) finder.use(1, beast.entity);
        return stage.world(({ sim: { core } }) => (core.flags(beast.entity) & FLAG_DEAD) !== 0);
      },
      200,
      'the death of the beast',
    );
    await stage.turns(3);
    return { corpse: beast.entity, finder };
  }
  const rareIn = (bot: Bot, corpse: number): string[] =>
    (bot.all('corpse').findLast(one => one.corpse === corpse)?.items ?? [])
      .map(({ kind }) => items.get(kind)!)
      .filter(({ rarity }) => rarity === 'rare')
      .map(({ key }) => key);

  async function answer(bot: Bot, corpse: number): Promise<number> {
    const before = bot.all('result').length;
    bot.command('loot', { corpse });
    await stage.until(() => bot.all('result').length > before, 60, 'an answer');
    return bot.all('result').at(-1)!.reason;
  }

  async function rolling(): Promise<{ one: Bot; two: Bot; corpse: number; rolls: number[] }> {
    const [one, two] = [await stage.join(), await stage.join()];
    await joinUp(stage, one, two);
    two.send('shareLoot', { rolls: true });
    one.send('shareLoot', { rolls: true });
    await stage.until(() => two.known('party').rolls, 60, 'the rule');
    expect(refusals(two)).toEqual([REASONS.notLeader]);
    const { corpse } = await findFor(one, two);
    const rolls = two.all('rollFor').map(({ roll }) => roll);
    expect(rolls.length).toBeGreaterThan(0);
    return { one, two, corpse, rolls };
  }

  it('goes to whoever needs it, and lies in the corpse for him alone', async () => {
    const { one, two, corpse, rolls } = await rolling();
    expect(rareIn(one, corpse)).toEqual([]);
    for (const roll of rolls) {
      one.send('roll', { roll, choice: GREED });
      two.send('roll', { roll, choice: NEED });
      two.send('roll', { roll, choice: NEED });
    }
    await stage.turns(4);
    expect(refusals(two).slice(1)).toEqual(rolls.map(() => REASONS.nothingThere));
    expect(one.all('rolled')).toHaveLength(rolls.length);
    expect(one.all('rolled')[0].throws.map(({ name, choice }) => [name, choice])).toEqual([
      [two.guest.name, NEED],
      [one.guest.name, GREED],
    ]);
    expect(rareIn(one, corpse)).toEqual([]);
    expect(rareIn(two, corpse)).toHaveLength(rolls.length);
    const [won] = rareIn(two, corpse);
    await stage.player(two, ({ entity }, { sim: { core } }) =>
      core.teleport(entity, core.x(corpse), Number.NaN, core.z(corpse), 0),
    );
    expect(await answer(two, corpse)).toBe(OK);
    expect(two.known('bag').items.map(({ kind }) => items.get(kind)!.key)).toContain(won);
  });

  it('stays with its finder when nobody says anything, and is not taken before', async () => {
    const { one, two, corpse, rolls } = await rolling();
    await answer(one, corpse);
    expect(await answer(one, corpse)).toBe(REASONS.nothingThere);
    expect(one.known('bag').items.map(({ kind }) => items.get(kind)!.rarity)).not.toContain('rare');
    expect(rareIn(one, corpse)).toEqual([]);
    stage.pass(ROLL_MS);
    await stage.turns(4);
    expect(one.all('rolled').map(({ throws }) => throws.map(({ choice }) => choice))).toEqual(rolls.map(() => [PASS, PASS]));
    // Each of the two has found something.
    expect([rareIn(one, corpse), rareIn(two, corpse)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it("is its finder's after a crash in the middle of it", async () => {
    const { one, two, corpse } = await rolling();
    const before = await stage.world(world => world.corpses.get(corpse)!.spawn);
    await stage.crash();
    await stage.enter(two.guest);
    const again = await stage.enter(one.guest);
    await stage.turns(4);
    const held = await stage.world(world => {
      const kept = [...world.corpses.values()].find(({ spawn }) => spawn === before);
      return kept?.loot.get(again.guest.character)?.stacks.map(({ kind }) => items.get(kind)!.rarity) ?? [];
    });
    expect(held).toContain('rare');
  });
});
