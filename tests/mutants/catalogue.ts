// Faults that somebody might put into the code that moves and keeps what players own. Each is a few lines of that code as they are (`find`,
// which must be there exactly once) and as they would be (`put`). The simulation must catch every one of them.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the text of code

import { EXCHANGE_MUTANTS } from './exchanges';
import { type Mutant, mutant } from './mutant';

/** Of a guild's bank. */
const ofBank = (name: string, find: string, put: string): Mutant => ({
  ...mutant(name, 'src/guild/vault.ts', find, put),
  program: 'tests/simulate/bank.ts',
});

const TRANSFERS = 'src/transfer/transfers.ts';
const STORE = 'src/region/store.ts';
const HOLDINGS = 'src/region/holdings.ts';
const CUSTODY = 'src/region/custody.ts';
const BOOKS = 'src/region/books.ts';
const ROWS = 'src/region/rows.ts';
const LANDING = 'src/region/landing.ts';
const WHEREABOUTS = 'src/region/whereabouts.ts';
const RECORD = 'src/store/custody.ts';

/** Where batches are taken in whatever order they come: what stands behind that must hold by itself. */
const outOfOrder = (name: string, find: string, put: string): Mutant => ({
  name,
  patches: [
    { file: RECORD, find: 'THEN excluded.sequence END', put: 'THEN excluded.sequence ELSE sequence END' },
    { file: RECORD, find, put },
  ],
});

const HAND_OVER = '      for (const { held, to, motion } of deeds.crossings) this.handOver(held, to, motion, now_ms);\n';
const LAST_OF_TURN = '      if (deeds.match) this.putMatch(deeds.match);\n    });\n';

export const MUTANTS: readonly Mutant[] = [
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
    "(characters.epoch = d.value->>'epoch' AND characters.version < d.value->>'version' AND owner_region = ?2)",
    "(characters.version < d.value->>'version')",
  ),
  outOfOrder('D1 takes equal epochs over again', '((characters.epoch <', '((characters.epoch <='),
  outOfOrder('D1 takes older versions', "AND characters.version < d.value->>'version' AND owner_region", 'AND owner_region'),
  mutant(
    'a batch that D1 refuses counts as written',
    RECORD,
    'const isReached = last !== null && last.sequence >= sequence;',
    'const isReached = last !== null;',
  ),
  mutant(
    'a late batch makes D1 forget later ones',
    RECORD,
    'CASE WHEN sequence < excluded.sequence THEN excluded.sequence END',
    'excluded.sequence',
  ),
  mutant('D1 checks out what has an owner', RECORD, '(owner_region IS NULL OR', '(true OR'),
  mutant('checked out again whatever the epoch', RECORD, 'AND epoch = ?))', 'AND ? IS NOT NULL))'),
  mutant(
    'what was given away is given back by a late write',
    RECORD,
    'WHERE moves < excluded.moves OR (character_id = excluded.character_id AND moves = excluded.moves',
    'WHERE moves < excluded.moves OR (moves = moves',
  ),
  mutant(
    'items that were given away stay in the record',
    RECORD,
    "    AND (character_id, id) NOT IN (SELECT value->>'$.of.id', value->>'id' FROM json_each(?2))`",
    '    AND false`',
  ),
  mutant(
    'a character checked in meanwhile is called gone',
    RECORD,
    ': checkOut(d1, characterId, region, nowMs, again);',
    ': { gone: true };',
  ),
  ofBank(
    "what a member takes is not counted against his day's limit",
    '    this.use(by.character, withUse(used, GOLD, 0, gold));\n',
    '',
  ),
  ofBank('gold is given out and stays in the bank', "    this.sql.exec('UPDATE vault SET gold = gold - ?', gold);\n", ''),
  ofBank('a part of a pile keeps the id of the whole', 'id: ulid(Date.now()), quantity };', 'quantity };'),
  ofBank(
    'a deposit that is sent back is kept as well',
    "REFUSED);\n      this.crier.notice(character, NOTICES.refused, '', reason);\n      return;",
    'REFUSED);',
  ),
  ofBank('what came back is thrown away', '    this.put(gold, things, Math.max(0, tab));\n', ''),
  ofBank(
    'what came back is given back to the day twice',
    'withUse(this.usedBy(to), tab, -things.length, -gold)',
    'withUse(this.usedBy(to), tab, -2 * things.length, -2 * gold)',
  ),
  ...EXCHANGE_MUTANTS,
];
