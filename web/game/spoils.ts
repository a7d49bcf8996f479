// What lies about with something in it for the player, as one list for beams, labels and marks. In: corpses and ground items as the region
// told them, and where corpses lie. Out: LootMarks, the best thing of each first. Pure look-ups.
import { items } from '../../src/shared/content';
import type { Rarity } from '../../src/shared/content/kinds';
import type { Body, S2C } from '../../src/shared/protocol/messages';
import type { LootMark } from '../state';

export const RARITIES: readonly Rarity[] = ['common', 'fine', 'rare', 'epic'];
/** 0 common .. 3 epic: also how many beads a beam carries. */
export const rankOf = (rarity: Rarity): number => Math.max(0, RARITIES.indexOf(rarity));

interface Lying {
  x: number;
  y: number;
  z: number;
}

export function spoilsOf(
  corpses: ReadonlyMap<number, Body<typeof S2C.corpse>>,
  ground: Body<typeof S2C.ground>['items'],
  lies: (corpse: number) => Lying | null,
  height: (x: number, z: number) => number,
  coins: (copper: number) => string,
): LootMark[] {
  const marks: LootMark[] = [];
  for (const [id, corpse] of corpses) {
    const at = lies(id);
    if (!at) continue;
    const best = bestOf(corpse.items.map(each => each.kind));
    const things = corpse.items.length + (corpse.gold ? 1 : 0);
    if (!things) continue;
    marks.push({
      id,
      x: at.x,
      y: at.y,
      z: at.z,
      label: best?.name ?? coins(corpse.gold),
      more: things - 1,
      rarity: best?.rarity ?? 'common',
      corpse: true,
    });
  }
  for (const item of ground) {
    const kind = items.get(item.kind);
    if (!kind) continue;
    const [x, z] = [item.x / 100, item.z / 100];
    marks.push({ id: item.id, x, y: height(x, z), z, label: kind.name, more: 0, rarity: kind.rarity, corpse: false });
  }
  return marks;
}

function bestOf(kinds: readonly number[]) {
  return kinds
    .flatMap(kind => items.get(kind) ?? [])
    .reduce<ReturnType<typeof items.get>>(
      (best, each) => (best && rankOf(best.rarity) >= rankOf(each.rarity) ? best : each),
      undefined,
    );
}
