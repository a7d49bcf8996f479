// Letters: to anybody by name, with gold, things or for payment; taken once, paid once, sent back once; through full bags, crashes of every
// object on the way and the end of their time. At every rest all gold and all things are somewhere, once.
import { abortAllDurableObjects, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mailbox } from '../../src/mailbox/mailbox';
import { items } from '../../src/shared/content';
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import { CAUSE_MAIL } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { applyAdd } from '../../src/shared/rules/inventory';
import { LEDGER } from '../../src/shared/rules/journal';
import { LETTER_MS, MOST_LETTERS, POSTAGE, POSTAGE_ENCLOSED, postageOf } from '../../src/shared/rules/mail';
import { REASONS } from '../../src/shared/rules/reasons';
import { STARTER_GOLD } from '../../src/shared/rules/starter';
import { onDelivery } from '../harness/border';
import { everything, expectConserved, mailboxOf, rowsIn, type Sums } from '../harness/conserved';
import { known } from '../harness/party';
import { asked, atRest, inTown, lettersOf, mailboxes, ring } from '../harness/post';
import { type Bot, Stage, settle } from '../harness/world';

const stage = await Stage.open();
let [wren, maud] = [] as Bot[];
let before: Sums;
/** Copper that was destroyed since. */
let sunk = 0;

const all = () =>
  everything(
    stage,
    [wren, maud].map(({ guest }) => guest.character),
  );
const rest = () => atRest(stage, mailboxes(wren, maud));

beforeEach(async () => {
  [wren, maud] = [await stage.join(), await stage.join()];
  await inTown(stage, wren, maud);
  await stage.player(wren, ({ character, journal }) => {
    character.gold += 1000;
    journal.gold(LEDGER.quest, 1000);
  });
  await stage.turns(2);
  before = await all();
  sunk = 0;
});
afterEach(async () => {
  await rest();
  expectConserved(await all(), before, sunk);
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
}, 60_000);

const inBag = (bot: Bot, key: string) => bot.known('bag').items.filter(item => item.kind === items.key(key).id);
const count = (bot: Bot, key: string) => inBag(bot, key).reduce((sum, { quantity }) => sum + quantity, 0);
const gold = (bot: Bot) => bot.known('sheet').gold;

interface Draft {
  to?: string;
  subject?: string;
  text?: string;
  bread?: number;
  gold?: number;
  cod?: number;
}
async function answerTo(bot: Bot, command: number): Promise<number> {
  await stage.until(() => bot.result(command) !== undefined, 60, 'an answer');
  return bot.result(command)!;
}

async function write(from: Bot, draft: Draft): Promise<number> {
  const { to = maud.guest.name, subject = 'Bread', text = 'As promised.', bread = 0, gold: copper = 0, cod = 0 } = draft;
  const enclosed = bread ? [{ item: inBag(from, 'bread')[0].id, quantity: bread }] : [];
  const reason = await answerTo(from, from.command('sendLetter', { to, subject, text, items: enclosed, gold: copper, cod }));
  if (!reason) sunk += postageOf({ items: enclosed, gold: copper });
  return reason;
}

/** Sends it and waits until it lies there; its id. */
async function posted(draft: Draft): Promise<string> {
  expect(await write(wren, draft)).toBe(0);
  await rest();
  return (await lettersOf(maud))[0].id;
}
const takeIt = async (bot: Bot, letter: string, pay = 0) => answerTo(bot, bot.command('takeLetter', { letter, pay }));

/** Nothing more goes into his bag. */
const fill = (bot: Bot) =>
  stage.player(bot, ({ character, journal }) => {
    const kind = items.key('rusty-sword').id;
    let n = 0;
    while (character.items.filter(item => item.slot < BAG_SLOTS).length < BAG_SLOTS) {
      applyAdd(character, journal, () => `${bot.guest.character.slice(0, 22)}F${String(n++).padStart(3, '0')}`, LEDGER.quest, {
        kind,
        quantity: 1,
      });
    }
  });

describe('a letter', () => {
  it('leaves with what it holds in one turn, is told to its reader, read from anywhere, and emptied once', async () => {
    await known(stage, wren, maud);
    const [bread, purse] = [count(wren, 'bread'), gold(wren)];
    const id = await posted({ bread: 2, gold: 100 });
    expect([count(wren, 'bread'), gold(wren)]).toEqual([bread - 2, purse - 100 - POSTAGE - 2 * POSTAGE_ENCLOSED]);
    await stage.until(() => maud.all('notice').some(({ notice }) => notice === NOTICES.mail), 60, 'the word of it');
    expect(maud.all('notice').find(({ notice }) => notice === NOTICES.mail)).toMatchObject({ value: 1, text: wren.guest.name });
    const [letter] = await lettersOf(maud);
    expect(letter).toMatchObject({ kind: 'plain', name: wren.guest.name, subject: 'Bread', gold: 100, cod: 0, read: false });
    const had = [count(maud, 'bread'), gold(maud)];
    expect(await takeIt(maud, id)).toBe(0);
    await rest();
    expect([count(maud, 'bread'), gold(maud)]).toEqual([had[0] + 2, had[1] + 100]);
    expect(maud.known('gained')).toMatchObject({ gold: 100, cause: CAUSE_MAIL });
    expect(await takeIt(maud, id)).toBe(REASONS.nothingThere);
    expect((await asked(maud.guest.cookie, 'DELETE', `/api/characters/${maud.guest.character}/mail/${id}`)).status).toBe(200);
    expect(await lettersOf(maud)).toEqual([]);
  });

  it('asked for twice in one turn goes once', async () => {
    const id = await posted({ bread: 2, gold: 50 });
    const had = gold(maud);
    const commands = [maud.command('takeLetter', { letter: id, pay: 0 }), maud.command('takeLetter', { letter: id, pay: 0 })];
    const reasons = [await answerTo(maud, commands[0]), await answerTo(maud, commands[1])];
    expect(reasons.sort((a, b) => a - b)).toEqual([0, REASONS.nothingThere]);
    await rest();
    expect(gold(maud)).toBe(had + 50);
  });

  it('waits for somebody who is not in the world, and for one who comes back after a crash of everything', async () => {
    await maud.cut();
    await stage.minute();
    await stage.drain();
    expect(await write(wren, { bread: 1, gold: 5 })).toBe(0);
    await abortAllDurableObjects();
    await stage.crash();
    wren = await stage.enter(wren.guest);
    await rest();
    expect((await lettersOf({ guest: maud.guest } as Bot)).map(({ gold: copper }) => copper)).toEqual([5]);
    maud = await stage.enter(maud.guest);
    await inTown(stage, maud);
    expect(await takeIt(maud, (await lettersOf(maud))[0].id)).toBe(0);
  });

  it('goes with the bag too full to it stays in the mailbox, and is had when there is room', async () => {
    const id = await posted({ bread: 3, gold: 7 });
    const pile = inBag(maud, 'bread')[0];
    await stage.player(maud, ({ character }) => {
      // A pile that nothing more goes onto.
      character.items.find(item => item.id === pile.id)!.marks = { quality: 1 };
    });
    await fill(maud);
    await stage.turns(2);
    before = await all();
    sunk = 0;
    expect(await takeIt(maud, id)).toBe(0);
    await rest();
    expect((await lettersOf(maud))[0]).toMatchObject({ id, gold: 7, things: [{ quantity: 3 }] });
    await stage.until(() => maud.all('notice').some(({ notice }) => notice === NOTICES.mailKept), 60, 'the word of it');
    const sword = inBag(maud, 'rusty-sword').find(({ slot }) => slot < BAG_SLOTS)!;
    const destroyed = maud.command('destroy', { item: sword.id, quantity: 1 });
    expect(await answerTo(maud, destroyed)).toBe(0);
    before.kinds[sword.kind]--;
    expect(await takeIt(maud, id)).toBe(0);
    await rest();
    expect((await lettersOf(maud))[0]).toMatchObject({ gold: 0, things: [] });
  });
});

describe('cash on delivery', () => {
  it('hands the things out for it and the gold to the sender, once, however often it is paid', async () => {
    const id = await posted({ bread: 2, cod: 12 });
    const [bread, purse] = [count(maud, 'bread'), gold(maud)];
    expect(await takeIt(maud, id)).toBe(REASONS.notPaid);
    const commands = [maud.command('takeLetter', { letter: id, pay: 12 }), maud.command('takeLetter', { letter: id, pay: 12 })];
    expect([await answerTo(maud, commands[0]), await answerTo(maud, commands[1])]).toEqual([0, 0]);
    await rest();
    expect([count(maud, 'bread'), gold(maud)]).toEqual([bread + 2, purse - 12]);
    expect((await lettersOf(wren))[0]).toMatchObject({ kind: 'paid', gold: 12, name: maud.guest.name, subject: 'Bread' });
  });

  it('of another sum, or for a letter that is none, comes back', async () => {
    const id = await posted({ bread: 2, cod: 12 });
    const purse = gold(maud);
    for (const [letter, pay] of [
      [id, 11],
      [id, 13],
      ['01ARZ3NDEKTSV4RRFFQ69G5FAV', 12],
    ] as const) {
      expect(await takeIt(maud, letter, pay)).toBe(0);
      await rest();
      expect(gold(maud)).toBe(purse);
    }
    expect((await lettersOf(maud))[0]).toMatchObject({ cod: 12, things: [{ quantity: 2 }] });
  });

  it('paid by one who is gone when it is given back lies in his mailbox', async () => {
    await posted({ bread: 1, cod: 12 });
    await onDelivery(stage, async () => {
      throw new Error('no answer');
    });
    expect(await takeIt(maud, '01ARZ3NDEKTSV4RRFFQ69G5FAV', 9)).toBe(0);
    await maud.cut();
    await stage.minute();
    await stage.drain();
    await onDelivery(stage, null);
    await rest();
    expect((await lettersOf(maud)).filter(({ kind }) => kind === 'goods')).toMatchObject([{ gold: 9 }]);
  });

  it('survives that the answer is lost and the parcel comes again', async () => {
    const id = await posted({ bread: 2, cod: 12 });
    await onDelivery(stage, async real => {
      await real();
      throw new Error('the answer is lost');
    });
    expect(await takeIt(maud, id, 12)).toBe(0);
    await stage.turns(4);
    await onDelivery(stage, null);
    stage.pass(16_000);
    await rest();
    expect((await lettersOf(wren)).map(({ gold: copper }) => copper)).toEqual([12]);
  });
});

describe('time', () => {
  it('sends what was not taken back to its sender once, and ends it the second time, in the books', async () => {
    const id = await posted({ bread: 2, gold: 40 });
    const { kind } = inBag(wren, 'bread')[0];
    stage.pass(LETTER_MS + 1);
    await ring(mailboxOf(maud.guest.character));
    await ring(mailboxOf(maud.guest.character));
    await settle();
    expect(await lettersOf(maud)).toEqual([]);
    expect(await lettersOf(wren)).toMatchObject([{ id, kind: 'back', gold: 40, things: [{ quantity: 2 }], cod: 0 }]);
    expectConserved(await all(), before, sunk);
    stage.pass(LETTER_MS + 1);
    await ring(mailboxOf(wren.guest.character));
    expect(await lettersOf(wren)).toEqual([]);
    sunk += 40;
    before.kinds[kind] -= 2;
    expect(await lapsed()).toEqual([]);
    stage.pass(31_000);
    await ring(mailboxOf(wren.guest.character));
    await settle();
    expect(await lapsed()).toEqual([
      { gold: -40, kind: 0, quantity: 0 },
      { gold: 0, kind, quantity: -2 },
    ]);
    await ring(mailboxOf(wren.guest.character));
    expect((await lapsed()).length).toBe(2);
  });

  it('and a taking in the same moment: what is on its way is his, and no letter has it', async () => {
    const id = await posted({ gold: 40 });
    stage.pass(LETTER_MS + 1);
    const taken = await takeIt(maud, id);
    await ring(mailboxOf(maud.guest.character));
    await rest();
    expect(taken).toBe(0);
    expect(await lettersOf(wren)).toEqual([]);
  });

  async function lapsed() {
    const query = 'SELECT gold, kind, quantity FROM ledger WHERE cause = ? ORDER BY gold';
    return (await env.DB.prepare(query).bind(LEDGER.mailLapsed).all()).results;
  }
});

describe('a crash', () => {
  it('of the mailbox between the taking and the delivery loses nothing and doubles nothing', async () => {
    const id = await posted({ bread: 2, gold: 40 });
    await stage.inside(region => {
      // The region is deaf while the mailbox hands out.
      Reflect.set(region, 'receive', async () => {
        throw new Error('no answer');
      });
    });
    expect(await takeIt(maud, id)).toBe(0);
    expect((await lettersOf(maud))[0]).toMatchObject({ gold: 0, things: [] });
    await stage.crash();
    [wren, maud] = [await stage.enter(wren.guest), await stage.enter(maud.guest)];
    await rest();
    expect(await rowsIn(mailboxOf(maud.guest.character), rows => rows('SELECT count(*) AS n FROM parcel_out'))).toEqual([{ n: 0 }]);
  });
});

describe('a newcomer', () => {
  it('has enough for a letter with something in it', async () => {
    const bread = count(maud, 'bread');
    expect(gold(maud)).toBe(STARTER_GOLD);
    expect(await write(maud, { to: wren.guest.name, bread: 1 })).toBe(0);
    expect([count(maud, 'bread'), gold(maud)]).toEqual([bread - 1, STARTER_GOLD - POSTAGE - POSTAGE_ENCLOSED]);
    expect(await write(maud, { to: wren.guest.name })).toBe(REASONS.notEnoughGold);
    await stage.player(maud, ({ character, journal }) => {
      character.gold += POSTAGE;
      journal.gold(LEDGER.quest, POSTAGE);
    });
    sunk -= POSTAGE;
    expect(await write(maud, { to: wren.guest.name })).toBe(0);
  });
});

describe('what the post does not take', () => {
  it('has a reason', async () => {
    expect(await write(wren, { to: 'Nobody of that name' })).toBe(REASONS.noSuchPlayer);
    expect(await write(wren, { to: wren.guest.name })).toBe(REASONS.mailSelf);
    expect(await write(wren, { subject: '', text: ' \n ' })).toBe(REASONS.emptyText);
    expect(await write(wren, { cod: 5 })).toBe(REASONS.nothingEnclosed);
    expect(await write(wren, { bread: 1, gold: 5, cod: 5 })).toBe(REASONS.nothingEnclosed);
    expect(await write(wren, { gold: gold(wren) - POSTAGE - POSTAGE_ENCLOSED + 1 })).toBe(REASONS.notEnoughGold);
    expect(await write(wren, { bread: 99 })).toBe(REASONS.badQuantity);
    expect(await takeIt(maud, '01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBe(REASONS.noSuchLetter);
    await stage.place(wren, 600, 900);
    await stage.turns(4);
    expect(await write(wren, { bread: 1 })).toBe(REASONS.notInTown);
    expect(await takeIt(wren, '01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBe(REASONS.notInTown);
    expect(await write(wren, { text: 'Words go from anywhere.' })).toBe(0);
  });

  it('is more than a mailbox holds; and nobody reads, empties or throws away what is not his', async () => {
    const id = await posted({ gold: 5 });
    await runInDurableObject(mailboxOf(maud.guest.character) as never, (box: Mailbox, { storage }: DurableObjectState) => {
      const row =
        'INSERT INTO letter SELECT id || ?, sender, name, kind, subject, words, 0, ?, cod, facts, at_ms, until_ms, read FROM letter WHERE id = ?';
      for (let i = 1; i < MOST_LETTERS; i++) storage.sql.exec(row, `-${i}`, '[]', id);
      return box;
    });
    expect(await write(wren, {})).toBe(REASONS.mailboxFull);
    const path = `/api/characters/${maud.guest.character}/mail`;
    expect((await asked(wren.guest.cookie, 'GET', path)).status).toBe(404);
    expect((await asked(wren.guest.cookie, 'DELETE', `${path}/${id}`)).status).toBe(404);
    expect((await asked('', 'GET', path)).status).toBe(401);
    expect((await asked(maud.guest.cookie, 'DELETE', `${path}/${id}`)).status).toBe(409);
    expect(await takeIt(wren, id)).toBe(REASONS.noSuchLetter);
    expect((await asked(maud.guest.cookie, 'POST', `${path}/${id}/read`)).status).toBe(200);
    expect((await lettersOf(maud)).find(letter => letter.id === id)?.read).toBe(true);
  });
});
