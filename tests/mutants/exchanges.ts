// Faults of trade from hand to hand, mail and market.
import { type Mutant, mutant } from './mutant';

const exchange = (name: string, file: string, find: string, put: string): Mutant => ({
  ...mutant(name, file, find, put),
  program: 'tests/simulate/exchange/exchange.ts',
});
const GOODS = 'src/shared/rules/goods.ts';
const MAILBOX = 'src/mailbox/mailbox.ts';
const MARKET = 'src/market/market.ts';
const MEETING = 'src/market/meeting.ts';

export const EXCHANGE_MUTANTS: readonly Mutant[] = [
  exchange('a trade gives gold without taking it', GOODS, '  c.gold -= gold;\n', ''),
  exchange(
    'goods that cannot be kept are dropped',
    'src/region/goods.ts',
    "  store.transfers.send(goods.back, 'returned', writeParcel('goods', goods));\n",
    '  void store;\n',
  ),
  exchange(
    'a mailbox hands out and keeps',
    MAILBOX,
    '    this.letters.put({ ...letter, gold: 0, things: [], cod: 0 }, true);\n',
    '',
  ),
  exchange(
    'a payment for another letter is swallowed',
    MAILBOX,
    "      this.transfers.send(region, 'goods', JSON.stringify(this.goods('', gold, [])));\n",
    '',
  ),
  exchange('a letter paid for stays to be paid', MAILBOX, '    this.handOut({ ...letter, cod: 0 }, region);\n', ''),
  exchange(
    'an expired letter goes back and stays',
    MAILBOX,
    '(const letter of this.letters.expired(now_ms)) {\n      this.letters.remove(letter.id);\n',
    '(const letter of this.letters.expired(now_ms)) {\n',
  ),
  exchange(
    'what ran out in a mailbox is not booked',
    MAILBOX,
    '    else this.destroy(letter, cause, now_ms);\n',
    '    else void this.destroy;\n',
  ),
  exchange('an order that was filled stands', MEETING, '  else book.remove(order.id);\n', ''),
  exchange(
    'the change of a buyer is forgotten',
    MEETING,
    '  const change = (wish.price - price) * quantity;\n',
    '  const change = 0;\n',
  ),
  exchange(
    'a part of a pile keeps the name of the pile',
    'src/shared/rules/market.ts',
    'id: mint(), quantity: part',
    'quantity: part',
  ),
  exchange('an order is taken back twice', MARKET, '    this.book.remove(id);\n    const deposit', '    const deposit'),
  exchange(
    'the cut of the market is not booked',
    MARKET,
    '      this.bookCeased({ character: seller, cause: LEDGER.marketCut, gold: -cut, kind: 0, quantity: 0 }, now_ms);\n',
    '',
  ),
];
