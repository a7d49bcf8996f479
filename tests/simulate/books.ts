// The books of all regions and D1 against what everybody has. In: a stage, and parcels that nobody has taken. Out: nothing, or the first line that is
// not where it must be, or the sum that is wrong.
import type { Line, Posted } from './look';
import type { Stage } from './stage';
import { Sums } from './sums';

/** Causes of lines that are booked for somebody who may be elsewhere: what he left lying rotted. */
const ROTTED = 5;

/** Σ of all lines, each counted once wherever it is, is what everybody has. */
export function checkBooks(stage: Stage, undelivered: readonly Posted[]): void {
  const { recordView } = stage;
  const sums = new Sums(recordView.booked);
  // What D1 was told of has not changed since, and is counted.
  for (const [id, line] of waitingLines(stage, undelivered)) if (!recordView.lines.has(id)) sums.add(line);
  compare(stage, sums);
}

/** What regions have booked and D1 has not said that it heard. */
function waitingLines(stage: Stage, undelivered: readonly Posted[]): Map<string, Line> {
  const { sites, recordView, wasRestored } = stage;
  const waiting = new Map<string, Line>();
  const add = (id: string, line: Line, where: string): void => {
    if (!wasRestored && waiting.has(id)) stage.fail(`line ${id} waits in two places, one of them ${where}`);
    const told = recordView.lines.get(id);
    if (told && !isSame(told, line)) stage.fail(`line ${id} changed after D1 was told of it`);
    waiting.set(id, line);
  };
  for (const { key, view } of sites) {
    for (const [id, line] of view.lines) {
      add(id, line, key);
      const isStray = !view.copies.has(line.character) && line.cause !== ROTTED && !recordView.lines.has(id);
      if (isStray && !wasRestored) stage.fail(`line ${id} stayed behind in ${key}`);
    }
  }
  for (const { lines, receiver } of undelivered) for (const [id, line] of lines) add(id, line, `the way to ${receiver}`);
  return waiting;
}

const isSame = (a: Line, b: Line): boolean =>
  a.character === b.character && a.cause === b.cause && a.kind === b.kind && a.gold === b.gold && a.quantity === b.quantity;

/** `sums`: of the books. */
function compare(stage: Stage, sums: Sums): void {
  const { truth, wasRestored } = stage;
  for (const { gold, items } of truth.characters.values()) {
    sums.gold -= gold;
    for (const { kind, quantity } of items) sums.things(kind, -quantity);
  }
  for (const { kind, quantity } of truth.ground.values()) sums.things(kind, -quantity);
  if (sums.gold) stage.fail(`the books and what is there differ by ${sums.gold} of gold`);
  for (const [kind, sum] of sums.kinds) {
    // What only a region knew that was put back may be gone; but there is never more than the books say.
    if (!sum || (wasRestored && sum > 0)) continue;
    stage.fail(`the books and what is there differ by ${sum} of kind ${kind}`);
  }
}
