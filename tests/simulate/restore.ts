// A region's storage is put back to an older copy of itself, as somebody does who restores it by hand. What that region alone knew since the
// copy may be lost; nothing may be doubled, and nobody else may lose anything. D1 tells the region that it was put back, if it has heard a
// batch since: the schedule waits for that, because without it nobody can tell, and until nothing is on its way there that has arrived
// before. Nobody drops things in such a schedule: whoever is lost with a region falls back to what D1 last heard of him, and what he had given
// away since then would be there twice. In: a stage. Out: a copy, later its return.
import { pick } from '../harness/seeded';
import type { Site } from './site';
import type { Stage } from './stage';

export function maybeRestore(stage: Stage): void {
  const { faults, copied } = stage;
  if (!faults.has('restored') || stage.wasRestored) return;
  if (!copied) {
    if (faults.may('restored')) copy(stage, pick(stage.chance, stage.sites));
    return;
  }
  if (isOnItsWay(stage, copied.site)) return;
  if ((stage.recordView.sequences.get(copied.site.key) ?? 0) <= copied.sequence || !faults.strikes('restored')) return;
  restore(stage, copied);
}

/** Something that it has taken, and whose sender does not know that yet. */
const isOnItsWay = ({ sites, taken }: Stage, to: Site): boolean =>
  sites.some(({ view }) => view.posted.some(({ id, receiver }) => receiver === to.key && taken.has(id)));

function copy(stage: Stage, site: Site): void {
  stage.say(`a copy of ${site.key} is taken`);
  site.disk.copy();
  const texts = new Map(Array.from(stage.truth.characters, ([id, { history }]) => [id, history.length - 1]));
  stage.copied = { site, texts, sequence: Math.max(site.view.sequence, stage.recordView.sequences.get(site.key) ?? 0) };
}

function restore(stage: Stage, { site, texts }: NonNullable<Stage['copied']>): void {
  stage.say(`${site.key} is put back to its copy`);
  site.crash();
  site.bury();
  site.disk.restore();
  stage.wasRestored = true;
  site.storages++;
  site.view.look();
  for (const [id, { at, from, number }] of stage.taken) {
    if (at === site && number > (site.view.inbox.get(from) ?? 0)) stage.taken.delete(id);
  }
  site.suspectUntil = stage.recordView.sequences.get(site.key)!;
  for (const known of stage.truth.characters.values()) {
    if (known.where !== site.key && !known.where.startsWith(`${site.key} -> `)) continue;
    const isOutgoing = site.view.posted.some(({ id, copy }) => copy?.id === known.id && !stage.taken.has(id));
    const inCopy = isOutgoing || site.view.copies.has(known.id) ? texts.get(known.id)! : 0;
    known.since = Math.max(inCopy, known.history.indexOf(stage.recordView.records.get(known.id)!.text));
    known.commands.clear();
  }
}
