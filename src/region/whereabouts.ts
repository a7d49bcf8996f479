// Where a character is when neither this region nor D1 can tell: D1 may not have heard of crossings, and a storage that was put back to an
// older copy has forgotten them. All regions together know. In: what each of them says. Out: who has it, and what may be done here.
import type { Whereabouts } from '../ports';
import type { Again } from '../store/custody';
import type { Held } from './held';
import { readParcel } from './parcels';
import type { Store } from './store';

type Standing = Pick<Held, 'epoch' | 'version'>;

/** What this region can say of each character to another that asks: held, on its way, or passed on. */
export function whereaboutsHere(
  store: Store,
  held: ReadonlyMap<string, Held>,
  ids: readonly string[],
  asker: string,
): Whereabouts[] {
  const leaving = new Set(store.transfers.waiting('character').map(({ body }) => readParcel('character', body).character.id));
  return ids.flatMap((character): Whereabouts[] => {
    const here = held.get(character);
    if (here) return [{ character, epoch: here.epoch, isYours: false }];
    const passed = store.holdings.passed(character);
    if (!passed) return [];
    return [{ character, epoch: passed.epoch, isYours: passed.receiver === asker && !leaving.has(character) }];
  });
}

/** Of each character that others know of, what the last of them knows. */
export function lastOf(answers: readonly Whereabouts[]): Map<string, Whereabouts> {
  const last = new Map<string, Whereabouts>();
  for (const one of answers) if (one.epoch > (last.get(one.character)?.epoch ?? 0)) last.set(one.character, one);
  return last;
}

/**
 * D1, or whoever sent the player here, says that it is here, and it is not. We died before we wrote it down, or our storage is an older copy
 * of itself: then it may have gone on, or come here and be lost with what is lost. Returns what may be checked out of D1; null: it is with
 * somebody else. Throws when D1 must hear of that first.
 */
export function claim(region: string, id: string, d1: { busy: string; epoch: number }, last?: Whereabouts): Again | null {
  const { busy: owner, epoch } = d1;
  const isNewer = last !== undefined && last.epoch > epoch;
  if (isNewer && last.isYours) return { owner, epoch, above: last.epoch };
  if (owner !== region) return null;
  if (isNewer) throw new Error(`character ${id} is elsewhere, and D1 has not heard of it`);
  return { owner, epoch, above: epoch };
}

/** What an old copy of a character is worth: the epoch with which it may stay, because it is the newest that is left; 0: void. */
export function worthOf({ epoch, version }: Standing, d1?: Standing, last?: Whereabouts): number {
  if (!d1 || d1.epoch > epoch || (d1.epoch === epoch && d1.version > version)) return 0;
  if (!last || last.epoch <= epoch) return epoch;
  // It went on and came back, and that is lost: what was before is the best there is.
  return last.isYours ? last.epoch + 1 : 0;
}
