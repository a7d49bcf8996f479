// A name, covenant or look changed at the front door while the character is here: record and body follow at once, and those who see it
// learn the name anew. In: the change. Out: the record written, the body dressed in the next tick.

import { standTo } from './systems/laws';
import { introduce } from './systems/who';
import { tellSheet } from './tell';
import type { Footing, World } from './world';

export function rename(
  { custody, store }: Footing,
  world: World | null,
  id: string,
  change: { name?: string; covenant?: number; look?: number },
): void {
  const held = custody.held.get(id);
  if (!held) return;
  Object.assign(held.character, change);
  store.holdings.rename(held);
  const player = world?.byCharacter.get(id);
  if (!world || !player) return;
  player.changed = true;
  standTo(world, player);
  if (player.session) tellSheet(player.session.sure, held.character);
  introduce(world, player);
}
