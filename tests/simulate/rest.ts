// The end of a schedule: nothing fails any more, everybody leaves, everything that waits is sent. Then D1 alone must know the whole truth.
// In: a stage. Out: nothing, or what is not as it must be.
import type { Stage } from './stage';
import { sendOff } from './step';

type Pass = (stage: Stage, gap_ms: number) => Promise<void>;

const ROUNDS = 40;
const ROUND_MS = 61_000;

export async function settleDown(stage: Stage, pass: Pass): Promise<void> {
  stage.say('nothing fails any more');
  stage.faults.isOver = true;
  stage.outage.until_ms = 0;
  for (const site of stage.sites) {
    site.disk.crash = null;
    site.bury();
  }
  for (const visitor of stage.visitors) visitor.away();
  for (let round = 0; round < ROUNDS && !stage.failure; round++) {
    for (const site of stage.sites) {
      sendOff(stage, site.up());
      site.work();
    }
    await pass(stage, ROUND_MS);
    if (isAtRest(stage)) return;
  }
  for (const { key, view } of stage.sites) {
    if (view.posted.some(({ aside }) => !aside)) stage.fail(`${key} never gets rid of ${view.posted.length} parcels`);
    for (const id of view.copies.keys()) stage.fail(`${key} never checks ${id.slice(-4)} in`);
    if (view.lines.size) stage.fail(`${key} never tells D1 of ${view.lines.size} lines`);
  }
}

function isAtRest({ sites }: Stage): boolean {
  return sites.every(({ view }) => !view.posted.some(({ aside }) => !aside) && !view.copies.size && !view.lines.size);
}

/** D1 has everything, and everybody can come back. */
export async function checkRest(stage: Stage, pass: Pass): Promise<void> {
  for (const visitor of stage.visitors) {
    const query = 'SELECT coalesce(owner_region, last_region) AS region FROM characters WHERE id = ?';
    const [{ region }] = stage.record.rows<{ region: string }>(query, visitor.id);
    void visitor.knock(stage.site(region));
  }
  await pass(stage, ROUND_MS);
  for (const { id, name, state } of stage.visitors) {
    // In a parcel that was set aside: a human has to see to it.
    const isAside = stage.truth.of(id).where.includes('->');
    if (state !== 'in' && !isAside) stage.fail(`${name} cannot come back`);
  }
}
