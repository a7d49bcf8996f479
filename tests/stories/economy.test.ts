// The economy board: what D1 tells of all gold and things adds up, through trade, mail and market, and the sinks on the way are named.
import { exports } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { LEDGER } from '../../src/shared/rules/journal';
import { POSTAGE, POSTAGE_ENCLOSED } from '../../src/shared/rules/mail';
import { depositFor } from '../../src/shared/rules/market';
import { marketStub } from '../harness/conserved';
import { atRest, inTown, mailboxes, ring } from '../harness/post';
import { type Bot, ORIGIN, Stage } from '../harness/world';

const stage = await Stage.open();

interface Board {
  gold: {
    made: number;
    destroyed: number;
    world: number;
    recorded: number;
    sent: number;
    ceased: number;
    kept: number;
    gap: number;
  };
  things: { gap: number; kept: number };
  causes: { cause: string; gold_made: number; gold_destroyed: number }[];
  market: { gold: number; things: number; orders: number };
  live: { regions: number; balance: number };
}
/** A minute later: nobody is told what was asked for a moment ago. */
async function board(): Promise<Board> {
  stage.pass(60_000);
  // The region says that it is awake.
  await stage.turns(110);
  return (await exports.default.fetch(`${ORIGIN}/api/economy`)).json() as Promise<Board>;
}
async function answerTo(bot: Bot, command: number): Promise<number> {
  await stage.until(() => bot.result(command) !== undefined, 60, 'an answer');
  return bot.result(command)!;
}
/** Until D1 has heard everything. */
async function recorded(...bots: Bot[]): Promise<void> {
  await atRest(stage, [...mailboxes(...bots), marketStub()]);
  for (const keeper of [...mailboxes(...bots), marketStub()]) {
    stage.pass(31_000);
    await ring(keeper);
  }
  await stage.inside(region => region.footing.custody.tend(Date.now()));
}

it('adds up: with characters, in mailboxes and on the market, and what ceased has a name', async () => {
  const [wren, maud] = [await stage.join(), await stage.join()];
  await inTown(stage, wren, maud);
  await stage.player(wren, ({ character, journal }) => {
    character.gold += 1000;
    journal.gold(LEDGER.quest, 1000);
  });
  await stage.turns(2);
  const bread = wren.known('bag').items.find(({ quantity }) => quantity > 1)!;
  const letter = { to: maud.guest.name, subject: '', text: '', items: [{ item: bread.id, quantity: 1 }], gold: 200, cod: 0 };
  expect(await answerTo(wren, wren.command('sendLetter', letter))).toBe(0);
  expect(await answerTo(wren, wren.command('sellOrder', { items: [{ item: bread.id, quantity: 1 }], price: 100 }))).toBe(0);
  await recorded(wren, maud);
  const stands = await board();
  expect(stands.gold).toMatchObject({ gap: 0, kept: 200 + depositFor(100, 1), ceased: 0 });
  expect(stands.gold.world).toBe(stands.gold.recorded + stands.gold.kept);
  expect(stands.things).toMatchObject({ gap: 0, kept: 2 });
  expect(stands.market).toEqual({ gold: depositFor(100, 1), things: 1, orders: 1 });
  expect(stands.live).toEqual({ regions: 1, balance: 0 });

  stage.pass(49 * 3_600_000);
  await ring(marketStub());
  await recorded(wren, maud);
  const after = await board();
  expect(after.gold).toMatchObject({ gap: 0, kept: 200, ceased: depositFor(100, 1) });
  expect(after.causes.find(({ cause }) => cause === 'marketDeposit')).toMatchObject({ gold_destroyed: depositFor(100, 1) });
  expect(after.causes.find(({ cause }) => cause === 'postage')).toMatchObject({ gold_destroyed: POSTAGE + 2 * POSTAGE_ENCLOSED });
  expect(after.market).toEqual({ gold: 0, things: 0, orders: 0 });
});

it('is described with the other doors', async () => {
  const { paths } = (await (await exports.default.fetch(`${ORIGIN}/api/openapi.json`)).json()) as { paths: object };
  for (const path of [
    '/api/economy',
    '/api/market',
    '/api/market/{kind}/{quality}',
    '/api/characters/{id}/mail',
    '/api/characters/{id}/orders',
  ]) {
    expect(Object.keys(paths)).toContain(path);
  }
});
