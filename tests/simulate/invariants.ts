// What must be true after every single step, whatever went wrong before it: looked up in all storages at once. In: a stage. Out: nothing, or
// the first thing that is not as it must be.
//
// A character's authority is the one copy with the highest epoch: rows of a region, or a parcel that its receiver has not taken, or, when
// there is neither, D1's record. Rows of somebody who left and whom D1 has checked in already are leftovers, and own nothing.
import { checkBooks } from './books';
import type { Copy, Posted } from './look';
import type { Site } from './site';
import type { Stage } from './stage';
import type { Known, Stack } from './truth';

interface Place {
  where: string;
  copy: Copy;
  site: Site;
  /** A parcel that waits for a human. */
  isAside: boolean;
}

export function check(stage: Stage): void {
  let changed = stage.recordView.look();
  for (const { view } of stage.sites) changed = view.look() || changed;
  if (!changed) return;
  const undelivered = stage.sites.flatMap(site => undeliveredOf(stage, site).map(parcel => ({ site, parcel })));
  for (const known of stage.truth.characters.values()) checkCharacter(stage, known, placesOf(stage, known.id, undelivered));
  if (stage.sites.some(isSuspect)) return;
  const parcels = undelivered.map(({ parcel }) => parcel);
  checkGround(stage, parcels);
  checkBooks(stage, parcels);
  checkRecord(stage);
}

/** Put back to an older copy, and not compared with D1 yet: its rows may be void. */
export const isSuspect = ({ view, suspectUntil }: Site): boolean => view.sequence < suspectUntil;

/** Whoever was put back numbers anew, so numbers alone do not tell. */
const undeliveredOf = ({ taken }: Stage, { view }: Site): Posted[] => view.posted.filter(({ id }) => !taken.has(id));

function placesOf(stage: Stage, id: string, undelivered: readonly { site: Site; parcel: Posted }[]): Place[] {
  const record = stage.recordView.records.get(id);
  const places: Place[] = [];
  for (const site of stage.sites) {
    const copy = site.view.copies.get(id);
    if (!copy) continue;
    // Checked in, and not told yet.
    const isNewer = record && (record.epoch > copy.epoch || (record.epoch === copy.epoch && record.owner !== site.key));
    if (copy.leaving && isNewer) continue;
    places.push({ where: site.key, copy, site, isAside: false });
  }
  for (const { site, parcel } of undelivered) {
    const { copy, receiver, aside: isAside } = parcel;
    if (copy?.id === id) places.push({ where: `${site.key} -> ${receiver}`, copy, site, isAside });
  }
  return places;
}

function checkCharacter(stage: Stage, known: Known, places: Place[]): void {
  const name = known.id.slice(-4);
  const record = stage.recordView.records.get(known.id);
  if (!record) {
    stage.fail(`${name} is not in D1`);
    return;
  }
  const epoch = Math.max(0, ...places.map(({ copy }) => copy.epoch));
  const [first, second] = places.filter(({ copy }) => copy.epoch === epoch);
  if (second) stage.fail(`${name} is in two places with epoch ${epoch}: ${first.where} and ${second.where}`);
  for (const place of places) {
    if (place === first || isSuspect(place.site) || place.isAside) continue;
    stage.fail(`${name} is at ${first.where} with epoch ${epoch} and at ${place.where} with ${place.copy.epoch}`);
  }
  const version = first?.site.view.unchecked.get(known.id) ?? first?.copy.version;
  const isVoid = first && isSuspect(first.site) && (record.epoch > epoch || record.version > version);
  const authority = first && !isVoid ? first : { where: 'D1', copy: { ...record, leaving: false } };
  if (authority === first) {
    checkOwner(stage, name, first, record);
    if (!stage.wasRestored) checkEpoch(stage, name, known, first);
  }
  known.where = authority.where;
  known.epoch = authority.copy.epoch;
  checkBelongings(stage, known, name, authority.where, authority.copy.text);
}

/** Whoever gets it has a higher epoch than whoever had it before; a parcel has that of its receiver already. */
function checkEpoch(stage: Stage, name: string, { where, epoch }: Known, to: Place): void {
  if (to.copy.epoch < epoch) stage.fail(`the epoch of ${name} fell from ${epoch} to ${to.copy.epoch}`);
  const isNew = to.where !== where && where !== 'D1' && !where.endsWith(`-> ${to.where}`);
  if (isNew && to.copy.epoch === epoch) stage.fail(`${name} came from ${where} to ${to.where} without a new epoch (${epoch})`);
}

/** While a region has it, D1 must not give it to anybody else. */
function checkOwner(
  stage: Stage,
  name: string,
  { where, copy, site }: Place,
  record: { epoch: number; owner: string | null },
): void {
  if (isSuspect(site)) return;
  if (record.epoch > copy.epoch) stage.fail(`${name} is at ${where} with epoch ${copy.epoch}, and D1 is at ${record.epoch}`);
  else if (record.owner === null) stage.fail(`${name} is at ${where} with epoch ${copy.epoch}, and D1 would give it to anybody`);
  else if (record.epoch === copy.epoch && record.owner !== where) stage.fail(`${name} is at ${where}, and D1 says ${record.owner}`);
}

function checkBelongings(stage: Stage, known: Known, name: string, where: string, text: string): void {
  if (text === known.text) return;
  if (known.since !== null && known.history.indexOf(text, known.since) >= 0) stage.truth.fallsBack(known, text);
  else stage.fail(`${name} at ${where} has\n  ${text}\nand owns\n  ${known.text}`);
}

function checkGround(stage: Stage, undelivered: readonly Posted[]): void {
  const lying = new Map<string, Stack>();
  const grounds = [...stage.sites.map(({ view }) => view.ground), ...undelivered.map(({ ground }) => ground)];
  for (const ground of grounds) {
    for (const [item, stack] of ground) {
      if (lying.has(item)) stage.fail(`item ${item} lies in two places`);
      lying.set(item, stack);
    }
  }
  const { truth } = stage;
  for (const [item, { kind, quantity }] of lying) {
    const known = truth.ground.get(item);
    if (known?.kind !== kind || known.quantity !== quantity) stage.fail(`item ${item} lies about, and should not`);
  }
  if (stage.wasRestored) checkDoubles(stage, lying);
  else for (const item of truth.ground.keys()) if (!lying.has(item)) stage.fail(`item ${item} lies nowhere`);
}

/** After a storage was put back no text tells for sure who has what: but nobody has what somebody else has. */
function checkDoubles(stage: Stage, lying: ReadonlyMap<string, Stack>): void {
  const owners = new Map<string, string>();
  for (const item of lying.keys()) owners.set(item, 'the ground');
  for (const { id, items } of stage.truth.characters.values()) {
    for (const item of items) {
      const other = owners.get(item.id);
      if (other) stage.fail(`${id.slice(-4)} has ${item.id}, and so has ${other}`);
      owners.set(item.id, id.slice(-4));
    }
  }
}

/** D1 never goes back. */
function checkRecord(stage: Stage): void {
  const { recordView, seen } = stage;
  for (const { id, epoch, version } of recordView.records.values()) {
    const before = seen.get(id);
    if (before && (epoch < before.epoch || (epoch === before.epoch && version < before.version))) {
      stage.fail(`D1 went back from ${before.epoch}.${before.version} to ${epoch}.${version} of ${id.slice(-4)}`);
    }
    if (before?.epoch !== epoch || before.version !== version) seen.set(id, { epoch, version });
  }
  for (const [region, sequence] of recordView.sequences) {
    const before = seen.get(region)?.version ?? 0;
    if (sequence < before) stage.fail(`D1 forgot batches of ${region}`);
    if (sequence !== before) seen.set(region, { epoch: 0, version: sequence });
  }
}

/** Memory and rows say the same of who is here. */
export function checkMemory(stage: Stage): void {
  for (const { current, view, key } of stage.sites) {
    if (!current) continue;
    for (const [id, { epoch, leaving }] of current.custody.held) {
      const copy = view.copies.get(id);
      if (copy?.epoch === epoch && copy.leaving === leaving) continue;
      stage.fail(`${key} believes it holds ${id.slice(-4)} with epoch ${epoch}, and its rows say ${copy?.epoch ?? 'nothing'}`);
    }
    for (const id of view.copies.keys()) {
      if (!current.custody.held.has(id)) stage.fail(`${key} has rows of ${id.slice(-4)} and does not know it`);
    }
  }
}
