// A name or look changed at the front door while the character is here: record and body follow at once, and those who see it learn the name anew
// within a second, however often it changes. In: the change. Out: the record written, the body dressed in the next tick.
import { introduce } from './systems/who';
import { tellSheet } from './tell';
import type { Footing, World } from './world';

export function rename(
  { custody, store }: Footing,
  world: World | null,
  id: string,
  change: { name?: string; look?: number },
): void {
  const held = custody.held.get(id);
  if (!held) return;
  Object.assign(held.character, change);
  store.holdings.rename(held);
  const player = world?.byCharacter.get(id);
  if (!world || !player) return;
  player.changed = true;
  if (player.session) tellSheet(player.session.sure, held.character);
  world.renamed.add(player);
}

export function introduceAnew(world: World): void {
  if (!world.onTheSecond) return;
  for (const player of world.renamed) introduce(world, player);
  world.renamed.clear();
}
