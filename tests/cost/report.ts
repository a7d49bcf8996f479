// What a player-hour costs, as a table: scenes beside each other, causes below each other. In: counts per player-hour by scene. Out: text.
import type { Entering } from './entering';
import { CAUSES, type Cause, PRICES, type Price, priced, READ_ON, TARGET_USD, total, type Usage } from './prices';

export interface SceneCost {
  /** Per player-hour, the share of entering and leaving included. */
  counts: Usage;
  usd: Record<Cause, number | null>;
  total_usd: number;
  /** Of its rows written in objects, while it plays. */
  rows_by_table: Record<string, number>;
  met: boolean;
}

export function print(
  players: number,
  session_min: number,
  scenes: Readonly<Record<string, SceneCost>>,
  { newcomer, returning }: Entering,
): void {
  const names = Object.keys(scenes);
  const titles = [...names, 'to come new', 'come again'];
  console.log(`
One player for one hour, ${players} in the region; a session lasts ${session_min} min, and each is a newcomer's. Counts, then US dollars.
`);
  row('', titles, titles);
  const [first, again] = [priced(newcomer), priced(returning)];
  for (const cause of CAUSES) {
    const counts = [...names.map(name => scenes[name].counts[cause]), newcomer[cause], returning[cause]];
    const dollars = [...names.map(name => scenes[name].usd[cause]), first[cause], again[cause]];
    row(PRICES[cause].unit, counts.map(count), dollars.map(usd));
  }
  const sums = [...names.map(name => scenes[name].total_usd), total(first), total(again)];
  row(
    'together',
    titles.map(() => ''),
    sums.map(usd),
  );
  for (const name of names) console.log(`${name}: ${scenes[name].met ? 'within' : 'ABOVE'} the target of ${TARGET_USD} USD`);
  console.log('\nRows written in objects, by table, of that:');
  for (const name of names) console.log(`  ${name}: ${tables(scenes[name].rows_by_table)}`);
  console.log(`\nPrices, as read on ${READ_ON} (without free allowances and the monthly fee):`);
  for (const cause of CAUSES) {
    const { unit, usd: price, source }: Price = PRICES[cause];
    console.log(
      `  a million ${unit}: ${price === null ? 'left out, not known here' : `${Number((price * 1e6).toPrecision(6))} USD (${source})`}`,
    );
  }
}

const tables = (rows: Record<string, number>): string =>
  Object.entries(rows)
    .sort(([, a], [, b]) => b - a)
    .map(([table, each]) => `${table} ${count(each)}`)
    .join(', ');

function row(title: string, counts: readonly string[], dollars: readonly string[]): void {
  const cells = [...counts.map(text => text.padStart(12)), ' ', ...dollars.map(text => text.padStart(12))];
  console.log(`${title.padEnd(28)}${cells.join('')}`);
}

const count = (value: number): string => value.toFixed(value < 100 ? 2 : 0);
const usd = (value: number | null): string => (value === null ? '-' : value.toFixed(7));
