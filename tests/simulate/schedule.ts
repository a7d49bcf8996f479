// One schedule: some dozens of steps under faults, then rest. In: machines and a seed. Out: what went wrong, or nothing, and how much happened.

import { numberOf } from '../../src/shared/regions';
import { newCharacter } from '../../src/shared/rules/starter';
import { ulid } from '../../src/ulid';
import { below, pick } from '../harness/seeded';
import { BREAD } from './deeds';
import { errandOf } from './errand';
import type { Counts } from './faults';
import { check, checkMemory } from './invariants';
import { withStage } from './platform';
import { checkRest, settleDown } from './rest';
import { maybeRestore } from './restore';
import { Handle } from './sqlite';
import { KEYS, type Machines, Stage } from './stage';
import { step } from './step';
import { Visitor } from './visitor';

export interface Outcome {
  seed: number;
  steps: number;
  /** Null: everything was as it must be. */
  violation: string | null;
  faults: Counts;
  trace: string[];
}

/** Millisconds from one step to the next: mostly within a few turns, now and then so long that D1 is written to. */
const GAPS_MS = [20, 200, 1_000, 5_000, 40_000];
/** Some hundreds are usual: whatever goes on for so long never ends. */
const MOST_EVENTS = 20_000;

export async function runSchedule(machines: Machines, seed: number, isTraced = false): Promise<Outcome> {
  const { record, disks } = machines;
  record.begin();
  for (const disk of disks) disk.begin();
  const stage = new Stage(machines, seed, isTraced);
  let steps = 0;
  try {
    await withStage(stage, async () => {
      populate(stage);
      const most = 30 + below(stage.chance, 30);
      const errand = errandOf(stage);
      const longest = pick(stage.chance, [2, 3, 4, 5]);
      while (steps < most && !stage.failure) {
        const planned = errand[steps++];
        stage.attempt(() => step(stage, planned));
        stage.attempt(() => maybeRestore(stage));
        await pass(stage, planned?.gap_ms ?? stage.chance() * GAPS_MS[below(stage.chance, longest)]);
      }
      if (!stage.failure) await settleDown(stage, pass);
      if (!stage.failure) await checkRest(stage, pass);
    });
  } finally {
    // An error that nobody caught ends the process here, and not sooner: `quiet` lets no time pass for it.
    await new Promise(resolve => setImmediate(resolve));
    for (const site of stage.sites) {
      site.crash();
      site.bury();
    }
    for (const disk of disks) disk.end();
    record.end();
  }
  return { seed, steps, violation: stage.failure?.message ?? null, faults: stage.faults.counts, trace: stage.trace };
}

/** Lets time pass, and everything happen that is due meanwhile. Looks at all storages after every event. */
export async function pass(stage: Stage, gap_ms: number): Promise<void> {
  const until_ms = stage.clock.now_ms + gap_ms;
  await quiet(stage);
  for (let event = stage.clock.next(until_ms); event && !stage.failure; event = stage.clock.next(until_ms)) {
    if (++stage.events > MOST_EVENTS) stage.fail('it never comes to rest');
    event.run();
    await quiet(stage);
  }
}

/** Everything that followed at once has happened: the queue of ticks goes on when no promise has anything to tell any more. */
async function quiet(stage: Stage): Promise<void> {
  await new Promise<void>(resolve => process.nextTick(resolve));
  check(stage);
  checkMemory(stage);
  for (const site of stage.sites) site.rearm();
}

export function populate(stage: Stage): void {
  const count = 2 + below(stage.chance, 3);
  for (let i = 0; i < count; i++) {
    const id = ulid(stage.clock.now_ms);
    const region = pick(stage.chance, KEYS);
    const mint = (): string => ulid(stage.clock.now_ms);
    const { character, journal } = newCharacter({ id, account: 'account', name: `N${i}`, covenant: 0, look: 0 }, mint);
    character.items = character.items.slice(-3);
    stage.record.run(
      `INSERT INTO characters(id, account_id, place, name, name_key, covenant, look, level, xp, gold, quests, done, pois, last_region, epoch,
        version, created_ms, updated_ms) VALUES (?, 'account', ?, ?, ?, 0, 0, 1, 0, ?, '[]', '[]', '[]', ?, 0, 0, 0, 0)`,
      id,
      i,
      `N${i}`,
      `n${i}`,
      character.gold,
      region,
    );
    for (const { id: item, kind, quantity, slot } of character.items) {
      stage.record.run(
        'INSERT INTO items(id, character_id, kind, quantity, slot) VALUES (?, ?, ?, ?, ?)',
        item,
        id,
        kind,
        quantity,
        slot,
      );
    }
    const kept = new Set(character.items.map(({ kind }) => kind));
    for (const { cause, gold, kind, quantity } of journal.ledger.filter(line => line.gold || kept.has(line.kind))) {
      stage.record.run('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?)', mint(), region, id, cause, gold, kind, quantity);
    }
    stage.truth.born(character);
    stage.visitors.push(new Visitor(id, id.slice(-4), stage));
  }
  for (const { key, disk } of stage.sites) {
    const item = ulid(stage.clock.now_ms);
    const ground = numberOf(key) << 24;
    const query = 'INSERT INTO ground(id, item, kind, quantity, x, z, dropper, until_ms) VALUES (?, ?, ?, 2, 0, 0, ?, 0)';
    new Handle(disk).sql.exec(query, ground, item, BREAD, stage.visitors[0].id);
    stage.record.run("INSERT INTO ledger VALUES (?, '', '', 1, 0, ?, 2)", ulid(stage.clock.now_ms), BREAD);
    stage.truth.ground.set(item, { kind: BREAD, quantity: 2 });
  }
}
