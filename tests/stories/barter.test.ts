// Trading from hand to hand: both see all of it, agree to just what they see, and everything changes hands at once or not at all, whatever
// either of them tries in the last moment.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { items } from '../../src/shared/content';
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import { BARTER_DONE, BARTER_OFF, BARTER_OPEN } from '../../src/shared/protocol/messages';
import { BARTER_ASK_MS } from '../../src/shared/rules/barter';
import { applyAdd } from '../../src/shared/rules/inventory';
import { LEDGER } from '../../src/shared/rules/journal';
import { REASONS } from '../../src/shared/rules/reasons';
import { expectConserved, heldInRegions, type Sums, sumsOf } from '../harness/conserved';
import { agree as duelOn } from '../harness/duel';
import { refusals } from '../harness/party';
import { listening } from '../harness/talkers';
import { type Bot, Stage } from '../harness/world';

const EAST = '2-2-1';
const OVER = { x: 1032, z: 752 };
const stage = await Stage.open(EAST);
const [, east] = stage.grounds;
let [one, two] = [] as Bot[];
let before: Sums;

beforeEach(async () => {
  [one, two] = [await stage.join(), await stage.join()];
  const { x, z } = one.own!;
  await stage.place(two, x + 2, z);
  await stage.turns(4);
  before = sumsOf(await heldInRegions(stage));
});
afterEach(async () => {
  expectConserved(sumsOf(await heldInRegions(stage)), before);
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
}, 60_000);

const inBag = (bot: Bot, key: string) => bot.known('bag').items.filter(item => item.kind === items.key(key).id);
const count = (bot: Bot, key: string) => inBag(bot, key).reduce((sum, { quantity }) => sum + quantity, 0);
const gold = (bot: Bot) => bot.known('sheet').gold;
const window = (bot: Bot) => bot.known('barter');

async function open(): Promise<void> {
  one.send('askBarter', { target: two.entity, name: '' });
  await stage.turns(4);
  two.send('answerBarter', { from: two.known('barterAsked').from, accept: true });
  await stage.turns(4);
  expect([window(one), window(two)]).toMatchObject([
    { state: BARTER_OPEN, name: two.guest.name },
    { state: BARTER_OPEN, name: one.guest.name },
  ]);
}

async function offer(bot: Bot, key: string, quantity: number, copper = 0): Promise<void> {
  const offered = quantity ? [{ item: inBag(bot, key).find(({ slot }) => slot < BAG_SLOTS)!.id, quantity }] : [];
  bot.send('offer', { items: offered, gold: copper });
  await stage.turns(4);
}

async function agree(bot: Bot, seen = window(bot).seen): Promise<number | undefined> {
  const command = bot.command('agree', { seen });
  await stage.turns(4);
  return bot.result(command);
}

describe('a trade', () => {
  it('changes everything at once when both have agreed to the same, and survives the crash after it', async () => {
    const [bread, purse] = [count(one, 'bread'), gold(two)];
    await open();
    await offer(one, 'bread', 2);
    await offer(two, 'bread', 0, 20);
    expect([window(two).theirs.items, window(one).theirs.gold]).toMatchObject([[{ quantity: 2, slot: 0 }], 20]);
    expect(await agree(one)).toBe(0);
    expect(window(two)).toMatchObject({ theirs: { agreed: true }, mine: { agreed: false } });
    expect(await agree(two)).toBe(0);
    expect([window(one).state, window(two).state]).toEqual([BARTER_DONE, BARTER_DONE]);
    expect([count(one, 'bread'), gold(two)]).toEqual([bread - 2, purse - 20]);
    await stage.crash();
    [one, two] = [await stage.enter(one.guest), await stage.enter(two.guest)];
    expect([count(one, 'bread'), gold(two)]).toEqual([bread - 2, purse - 20]);
  });

  it('swaps full bags, because room is counted after giving', async () => {
    for (const bot of [one, two]) {
      await stage.player(bot, ({ character, journal }) => {
        const kind = items.key('rusty-sword').id;
        while (character.items.filter(item => item.slot < BAG_SLOTS).length < BAG_SLOTS) {
          applyAdd(character, journal, () => crypto.randomUUID().slice(0, 26), LEDGER.quest, { kind, quantity: 1 });
        }
      });
    }
    await stage.turns(4);
    before = sumsOf(await heldInRegions(stage));
    await open();
    await offer(one, 'bread', count(one, 'bread'));
    await agree(one);
    expect(await agree(two)).toBe(0); // melts into his pile of bread
    await open();
    await offer(two, 'rusty-sword', 1);
    await agree(two);
    expect(await agree(one)).toBe(0); // into the place of his bread
    await open();
    await offer(two, 'rusty-sword', 1);
    await agree(two);
    expect(await agree(one)).toBe(REASONS.bagFull);
    await offer(one, 'rusty-sword', 1);
    await agree(one);
    expect(await agree(two)).toBe(0);
  });

  it('is refused when the other has no room, and he is told', async () => {
    await stage.player(two, ({ character, journal }) => {
      const kind = items.key('rusty-sword').id;
      while (character.items.filter(item => item.slot < BAG_SLOTS).length < BAG_SLOTS) {
        applyAdd(character, journal, () => crypto.randomUUID().slice(0, 26), LEDGER.quest, { kind, quantity: 1 });
      }
    });
    const sword = inBag(one, 'rusty-sword')[0];
    await stage.turns(4);
    before = sumsOf(await heldInRegions(stage));
    one.command('move', { item: sword.id, slot: 20, quantity: 1 });
    await stage.turns(4);
    await open();
    await offer(one, 'rusty-sword', 1);
    await agree(two);
    expect(await agree(one)).toBe(REASONS.theyCannotCarry);
    expect(refusals(two)).toContain(REASONS.bagFull);
    expect(window(one)).toMatchObject({ state: BARTER_OPEN, mine: { agreed: false }, theirs: { agreed: false } });
  });
});

describe('bait and switch', () => {
  it('comes to nothing: any change takes back both agreements, and an old number buys nothing', async () => {
    await open();
    await offer(one, 'bread', 2);
    await offer(two, 'bread', 0, 20);
    const { seen } = window(two);
    await agree(two);
    await offer(one, 'bread', 1);
    expect(window(two)).toMatchObject({ mine: { agreed: false }, theirs: { agreed: false } });
    expect(await agree(one)).toBe(0);
    expect(await agree(two, seen)).toBe(REASONS.tradeChanged);
    expect(window(two).state).toBe(BARTER_OPEN);
    expect(gold(two)).toBe(before.gold / 2);
  });

  it('in one frame with the agreement is refused too', async () => {
    await open();
    await offer(one, 'bread', 2);
    await agree(two);
    const { seen } = window(one);
    one.send('offer', { items: [], gold: 0 });
    const command = one.command('agree', { seen });
    await stage.turns(4);
    expect(one.result(command)).toBe(REASONS.tradeChanged);
  });

  it('of the thing itself is noticed: worn, used up or divided meanwhile', async () => {
    await open();
    await offer(one, 'bread', count(one, 'bread'));
    expect(await agree(two)).toBe(0);
    const [bread] = inBag(one, 'bread');
    one.command('move', { item: bread.id, slot: 20, quantity: 1 });
    expect(await agree(one)).toBe(REASONS.tradeChanged);
    expect(window(two)).toMatchObject({ theirs: { items: [] }, mine: { agreed: false } });
    const draught = inBag(one, 'healing-draught')[0];
    await offer(one, 'healing-draught', 1);
    await agree(two);
    await stage.player(one, ({ character }) => {
      character.items.find(item => item.id === draught.id)!.marks = { quality: 1 };
    });
    expect(await agree(one)).toBe(REASONS.tradeChanged);
    await stage.player(one, ({ character }) => {
      character.items.find(item => item.id === draught.id)!.marks = undefined;
    });
  });
});

describe('an agreement', () => {
  it('given twice counts once', async () => {
    const bread = count(one, 'bread');
    await open();
    await offer(one, 'bread', 2);
    await agree(two);
    const { seen } = window(one);
    const command = one.command('agree', { seen });
    one.command('agree', { seen }, command);
    const again = one.command('agree', { seen });
    await stage.turns(4);
    expect([
      one
        .all('result')
        .filter(r => r.command === command)
        .map(r => r.reason),
      one.result(again),
    ]).toEqual([[0, REASONS.alreadyDone], REASONS.notTrading]);
    expect(count(one, 'bread')).toBe(bread - 2);
  });

  it('of both in one turn is one exchange', async () => {
    const bread = count(one, 'bread');
    await open();
    await offer(one, 'bread', 2);
    const { seen } = window(one);
    const commands = [one.command('agree', { seen }), two.command('agree', { seen })];
    await stage.turns(4);
    expect([one.result(commands[0]), two.result(commands[1])]).toEqual([0, 0]);
    expect([count(one, 'bread'), count(two, 'bread')]).toEqual([bread - 2, bread + 2]);
  });
});

describe('whoever goes', () => {
  const off = (bot: Bot, reason: number) => expect(window(bot)).toMatchObject({ state: BARTER_OFF, reason });

  it('logs out with his agreement given: nothing has moved', async () => {
    await open();
    await offer(one, 'bread', 2);
    await agree(one);
    await one.cut();
    await stage.turns(4);
    off(two, REASONS.noSuchPlayer);
    expect(await agree(two)).toBe(REASONS.notTrading);
  });

  it('crosses the border with his agreement given: nothing has moved, or all of it before he went', async () => {
    await open();
    await offer(one, 'bread', 2);
    await agree(one);
    await stage.place(one, OVER.x, OVER.z);
    await stage.until(async () => (await stage.whereIs(one)) === east, 80, 'the east');
    await stage.turns(4);
    off(two, REASONS.tooFar);
    expect(await agree(two)).toBe(REASONS.notTrading);
  });

  it('in the very turn in which the other agrees, has traded, and carries it over', async () => {
    const bread = count(two, 'bread');
    await open();
    await offer(one, 'bread', 2);
    await agree(one);
    await stage.place(two, OVER.x, OVER.z);
    await stage.place(one, OVER.x, OVER.z + 2);
    const command = two.command('agree', { seen: window(two).seen });
    await stage.until(async () => (await stage.whereIs(two)) === east, 80, 'the east');
    await stage.turns(4);
    expect([two.result(command), count(two, 'bread')]).toEqual([0, bread + 2]);
  });

  it('walks away, or dies', async () => {
    await open();
    const { x, z } = two.own!;
    await stage.place(two, x + 14, z);
    await stage.turns(4);
    off(one, REASONS.tooFar);
    await stage.place(two, x, z);
    await stage.turns(4);
    await open();
    await stage.player(two, ({ entity }, world) => world.sim.core.setVitals(entity, 0, 0));
    await stage.turns(4);
    off(one, REASONS.isDead);
  });
});

describe('what nobody can offer', () => {
  it('is bound, worn, banked, not his, too much, twice the same, or money that he has not', async () => {
    await open();
    const [bread] = inBag(one, 'bread');
    const [sword] = inBag(one, 'rusty-sword');
    const [foreign] = inBag(two, 'bread');
    const ask = async (pieces: { item: string; quantity: number }[], copper = 0) => {
      one.send('offer', { items: pieces, gold: copper });
      await stage.turns(4);
      return refusals(one).at(-1);
    };
    expect(await ask([{ item: sword.id, quantity: 1 }])).toBe(REASONS.notInBag);
    expect(await ask([{ item: foreign.id, quantity: 1 }])).toBe(REASONS.noSuchItem);
    expect(await ask([{ item: bread.id, quantity: 999 }])).toBe(REASONS.badQuantity);
    expect(await ask([{ item: bread.id, quantity: 0 }])).toBe(REASONS.badQuantity);
    expect(await ask([1, 1].map(quantity => ({ item: bread.id, quantity })))).toBe(REASONS.badQuantity);
    expect(await ask([], gold(one) + 1)).toBe(REASONS.notEnoughGold);
    await stage.player(one, ({ character }) => {
      character.items.find(item => item.id === bread.id)!.marks = { bound: true };
    });
    expect(await ask([{ item: bread.id, quantity: 1 }])).toBe(REASONS.bound);
    expect(window(one).mine).toMatchObject({ items: [], gold: 0 });
  });
});

describe('a request', () => {
  it('goes by name too, is answered by asking back, runs out, and is declined with a word', async () => {
    one.send('askBarter', { target: 0, name: two.guest.name.toUpperCase() });
    await stage.turns(4);
    one.send('askBarter', { target: two.entity, name: '' });
    await stage.turns(4);
    expect([refusals(one), two.all('barterAsked').length]).toEqual([[REASONS.alreadyInvited], 1]);
    two.send('askBarter', { target: one.entity, name: '' });
    await stage.turns(4);
    expect(window(one).state).toBe(BARTER_OPEN);
    two.send('endBarter', {});
    await stage.turns(4);
    expect(window(one).state).toBe(BARTER_OFF);
    one.send('askBarter', { target: two.entity, name: '' });
    await stage.turns(4);
    two.send('answerBarter', { from: one.entity, accept: false });
    await stage.turns(4);
    expect(refusals(one)).toContain(REASONS.declinedLately);
    one.send('askBarter', { target: two.entity, name: '' });
    await stage.turns(4);
    stage.pass(BARTER_ASK_MS);
    await stage.turns(21);
    two.send('answerBarter', { from: one.entity, accept: true });
    await stage.turns(4);
    expect(refusals(two).at(-1)).toBe(REASONS.notTrading);
  });

  it('is refused from afar, to oneself, and to who trades already', async () => {
    one.send('askBarter', { target: one.entity, name: '' });
    one.send('askBarter', { target: 12345, name: '' });
    await stage.turns(4);
    expect(refusals(one)).toEqual([REASONS.noSuchPlayer, REASONS.noSuchPlayer]);
    await open();
    const third = await stage.join();
    before = sumsOf(await heldInRegions(stage));
    third.send('askBarter', { target: one.entity, name: '' });
    await stage.turns(4);
    expect(refusals(third)).toEqual([REASONS.alreadyTrading]);
  });

  it('is declined to whoever is ignored, and who ignores him sees nothing of it but may still ask him', async () => {
    await listening(stage, one, two);
    one.send('ignore', { name: two.guest.name });
    await stage.until(() => one.known('friends').ignored.length > 0, 200, 'the list');
    two.send('askBarter', { target: one.entity, name: '' });
    two.send('askBarter', { target: 0, name: one.guest.name });
    await stage.turns(4);
    expect(refusals(two)).toEqual([REASONS.declinedLately, REASONS.declinedLately]);
    expect(one.all('barterAsked')).toEqual([]);
    await open();
    two.send('endBarter', {});
    await stage.turns(4);
    expect(window(one).state).toBe(BARTER_OFF);
  });

  it('is refused to both while one of them fights a duel, and a duel while one of them trades', async () => {
    const third = await stage.join();
    const { x, z } = one.own!;
    await stage.place(third, x, z + 2);
    before = sumsOf(await heldInRegions(stage));
    await open();
    one.send('challenge', { target: two.entity });
    two.send('challenge', { target: third.entity });
    third.send('challenge', { target: one.entity });
    await stage.turns(4);
    expect([one, two, third].map(refusals)).toEqual([[REASONS.trading], [REASONS.trading], [REASONS.otherTrades]]);
    expect(window(one).state).toBe(BARTER_OPEN);
    one.send('endBarter', {});
    // Asked for before the duel began, answered in it.
    third.send('askBarter', { target: two.entity, name: '' });
    await duelOn(stage, one, two);
    two.send('answerBarter', { from: third.entity, accept: true });
    one.send('askBarter', { target: third.entity, name: '' });
    third.send('askBarter', { target: one.entity, name: '' });
    await stage.turns(4);
    const last = [one, two, third].map(bot => refusals(bot).at(-1));
    expect(last).toEqual([REASONS.duelling, REASONS.duelling, REASONS.otherDuels]);
    expect(third.all('barter')).toEqual([]);
  });
});
