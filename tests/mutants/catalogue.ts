// Faults that somebody might put into the code that moves and keeps what players own. Each is a few lines of that code as they are (`find`,
// which must be there exactly once) and as they would be (`put`). The simulation must catch every one of them.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the text of code

export interface Patch {
  file: string;
  find: string;
  put: string;
}

export interface Mutant {
  name: string;
  patches: Patch[];
  /** The simulation that is to catch it, if it is not that of characters and regions. */
  by?: string;
}

const mutant = (name: string, file: string, find: string, put: string): Mutant => ({ name, patches: [{ file, find, put }] });

const TRANSFERS = 'src/transfer/transfers.ts';
const STORE = 'src/region/store.ts';
const HOLDINGS = 'src/region/holdings.ts';
const CUSTODY = 'src/region/custody.ts';
const BOOKS = 'src/region/books.ts';
const ROWS = 'src/region/rows.ts';
const LANDING = 'src/region/landing.ts';
const WHEREABOUTS = 'src/region/whereabouts.ts';
const RECORD = 'src/store/custody.ts';

const HAND_OVER = '      for (const { held, to, motion } of deeds.crossings) this.handOver(held, to, motion, now_ms);\n';
const LAST_OF_TURN = '      if (deeds.run) this.putRun(deeds.run);\n    });\n';

/** Of trade from hand to hand, mail and market. */
const exchange = (name: string, file: string, find: string, put: string): Mutant => ({
  ...mutant(name, file, find, put),
  by: 'tests/simulate/exchange/exchange.ts',
});
const GOODS = 'src/shared/rules/goods.ts';
const MAILBOX = 'src/mailbox/mailbox.ts';
const MARKET = 'src/market/market.ts';
const MEETING = 'src/market/meeting.ts';

export const MUTANTS: readonly Mutant[] = [
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
  exchange('an expired letter goes back and stays', MAILBOX, '      this.letters.remove(letter.id);\n', ''),
  exchange(
    'what ran out in a mailbox is not booked',
    MAILBOX,
    '      else this.destroy(letter, now_ms);\n',
    '      else void this.destroy;\n',
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
  exchange('an order is taken back twice', MARKET, '    this.book.remove(id);\n', ''),
  exchange(
    'the cut of the market is not booked',
    MARKET,
    '      this.bookCeased({ character: seller, cause: LEDGER.marketCut, gold: -cut, kind: 0, quantity: 0 }, now_ms);\n',
    '',
  ),
  {
    name: 'outbox written outside the transaction',
    patches: [
      { file: STORE, find: HAND_OVER, put: '' },
      { file: STORE, find: LAST_OF_TURN, put: LAST_OF_TURN + HAND_OVER },
    ],
  },
  mutant(
    'outbox deleted before the answer',
    TRANSFERS,
    '        const taken = await',
    "        for (const { number } of parcels) this.storage.sql.exec('DELETE FROM parcel_out WHERE number = ?', number);\n        const taken = await",
  ),
  mutant('inbox not consulted', TRANSFERS, '      if (number <= last.number) continue;\n', ''),
  mutant(
    'inbox written outside the transaction',
    TRANSFERS,
    `        after = this.storage.transactionSync(() => {
          this.storage.sql.exec('INSERT OR REPLACE INTO parcel_in VALUES (?, ?, ?)', from, number, id);
          return take(kind, body);
        });`,
    `        after = this.storage.transactionSync(() => take(kind, body));
        this.storage.sql.exec('INSERT OR REPLACE INTO parcel_in VALUES (?, ?, ?)', from, number, id);`,
  ),
  mutant('parcels sent out of order', TRANSFERS, 'ORDER BY number LIMIT', 'ORDER BY number DESC LIMIT'),
  mutant(
    'new parcels of a sender that was put back skipped',
    TRANSFERS,
    '    if (parcels.some(({ number }) => number <= last.number) && !parcels.some(isKnown)) return last;\n',
    '    void isKnown;\n',
  ),
  mutant(
    'set-aside skipped on a sender that was put back',
    TRANSFERS,
    '      this.setAside(to, taken.number);\n      return true;\n',
    '',
  ),
  mutant('epoch not raised at hand-over', STORE, 'epoch: epoch + 1, version', 'epoch, version'),
  mutant(
    'commands not carried over',
    STORE,
    'version, soft, commands, ledger, motion }',
    'version, soft, commands: [], ledger, motion }',
  ),
  mutant(
    'tombstone not written',
    HOLDINGS,
    "    this.sql.exec('INSERT OR REPLACE INTO passed VALUES (?, ?, ?, ?)', id, held.epoch + 1, receiver, now_ms);\n",
    '    void [receiver, now_ms];\n',
  ),
  mutant(
    'ledger lines stay behind',
    HOLDINGS,
    '    return linesOf(held.books);\n',
    '    for (const line of linesOf(held.books)) this.putStray(id, line);\n    return [];\n',
  ),
  mutant(
    'ledger lines doubled',
    HOLDINGS,
    '    return linesOf(held.books);\n',
    '    for (const line of linesOf(held.books)) this.putStray(id, line);\n    return linesOf(held.books);\n',
  ),
  mutant(
    'a line grows while D1 is told of it',
    BOOKS,
    '  books.told = linesOf(books);\n  books.waiting = [];\n  return [...books.told];\n',
    '  return linesOf(books);\n',
  ),
  mutant(
    'a line of before a boot grows',
    ROWS,
    'told: JSON.parse(row.lines) as BookedLine[], waiting: []',
    'told: [], waiting: JSON.parse(row.lines) as BookedLine[]',
  ),
  mutant(
    'lines that came meanwhile are settled too',
    BOOKS,
    '  books.told = books.told.filter(({ id }) => !settled.has(id));\n',
    '  books.told = [];\n  books.waiting = settled.size ? [] : books.waiting;\n',
  ),
  mutant('a merged line is not written again', BOOKS, 'gold: gold + line.gold,', 'gold,'),
  mutant('what was remembered is forgotten at a boot', ROWS, 'memoryOf(JSON.parse(row.commands) as number[])', 'memoryOf([])'),
  mutant(
    'who leaves is no news for D1',
    HOLDINGS,
    '    held.leaving = leaving;\n    held.version++;\n',
    '    held.leaving = leaving;\n',
  ),
  mutant('tombstone ignored at the door', CUSTODY, 'return passed && passed.epoch > epoch ?', 'return passed && !passed.epoch ?'),
  mutant('an older tombstone believed', CUSTODY, 'return passed && passed.epoch > epoch ?', 'return passed ?'),
  mutant('an answer settles a later stay', CUSTODY, '    if (held?.epoch !== sent.epoch) return;\n', '    if (!held) return;\n'),
  mutant(
    'whoever left is taken back while D1 is told so',
    CUSTODY,
    '    while (this.isReleasing(id)) await this.finishLeaving(id);\n',
    '',
  ),
  mutant(
    'whoever left before a crash is taken back unasked',
    CUSTODY,
    'new Set([...this.held].filter(([, held]) => held.leaving).map(([id]) => id))',
    'new Set()',
  ),
  mutant(
    'a storage that was put back is not noticed',
    CUSTODY,
    'if (!last || last.sequence <= this.store.sequence) return this.store.holdings.checked();',
    'if (last || !last) return this.store.holdings.checked();',
  ),
  mutant('checked out again without asking elsewhere', CUSTODY, '(await this.elsewhere([id])).get(id)', 'undefined'),
  mutant('a share counts for who has left', LANDING, '!held || held.leaving || !kind', '!held || !kind'),
  mutant(
    'checked out again though it is elsewhere',
    WHEREABOUTS,
    '  if (isNewer) throw new Error(`character ${id} is elsewhere, and D1 has not heard of it`);\n',
    '  void id;\n',
  ),
  mutant(
    'an old copy outranks newer ones elsewhere',
    WHEREABOUTS,
    '  if (!last || last.epoch <= epoch) return epoch;\n',
    '  if (last || !last) return epoch;\n',
  ),
  mutant(
    'D1 takes writes of an older epoch',
    RECORD,
    '(epoch = ${epoch} AND version < ${version} AND owner_region = ${region})',
    '(version < ${version})',
  ),
  mutant('D1 takes equal epochs over again', RECORD, '((epoch < ${epoch} AND owner_region', '((epoch <= ${epoch} AND owner_region'),
  mutant('D1 takes older versions', RECORD, 'AND version < ${version} AND owner_region', 'AND owner_region'),
  mutant(
    'one key for all batches of a life',
    RECORD,
    'const key = `${region}:${incarnation}:${sequence}`;',
    'const key = `${region}:${incarnation}`;',
  ),
  mutant('a late batch makes D1 forget later ones', RECORD, '\n        WHERE sequence < excluded.sequence`', '`'),
  mutant('D1 checks out what has an owner', RECORD, 'or(nobodys, theirs)', 'or(nobodys, theirs, sql`true`)'),
  mutant('checked out again whatever the epoch', RECORD, 'eq(characters.epoch, again.epoch)', 'sql`true`'),
  mutant(
    'what was given away is given back by a late write',
    RECORD,
    'WHERE moves < excluded.moves OR (character_id = excluded.character_id AND moves = excluded.moves',
    'WHERE moves < excluded.moves OR (moves = moves',
  ),
  mutant(
    'items that were given away stay in the record',
    RECORD,
    "        AND id NOT IN (SELECT value->>'id' FROM json_each(${rows}))`",
    '        AND false`',
  ),
  mutant(
    'a character checked in meanwhile is called gone',
    RECORD,
    ': checkOut(d1, characterId, region, nowMs, again);',
    ': { gone: true };',
  ),
];
