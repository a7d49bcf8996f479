// The end of a turn: what rules changed is written in one transaction, then (and only then) told. In: players' journals and the turn's
// deeds. Out: rows, and the owners' new sheets, bags and quests in the second frame.
import { Journal } from '../shared/rules/journal';
import { applyEvent } from '../shared/rules/quests';
import { settleDeeds } from './systems/deeds';
import { tellBag, tellBank, tellLife, tellQuests, tellSheet } from './tell';
import { noDeeds, type World } from './world';

export function writeTurn(world: World): void {
  const { deeds } = world;
  for (const player of world.players.values()) {
    const { journal } = player;
    if (!player.tallied && journal.empty) continue;
    settleDeeds(player);
    if (journal.empty) continue;
    const { character, held } = player;
    if (hasItems(journal)) applyEvent(character, journal, { kind: 'bag' });
    deeds.journals.set(held, journal);
  }
  if (isEmpty(world)) return;
  const { store } = world.footing;
  store.write(deeds, world.now_ms);
  if (deeds.parcels.length || deeds.match?.over) void store.transfers.pump();
  for (const player of world.players.values()) {
    const { journal, session, character } = player;
    if (journal.empty) continue;
    player.changed ||= journal.character || journal.life || hasItems(journal);
    player.journal = new Journal();
    if (!session) continue;
    if (hasItems(journal)) tellBag(session.sure, character);
    if (journal.bank) tellBank(session.sure, character);
    // Clothes change numbers: whatever moved may have been worn.
    tellSheet(session.sure, character);
    if (journal.character) tellQuests(session.sure, character);
    if (journal.life) tellLife(session.sure, character);
  }
  world.deeds = noDeeds();
}

const hasItems = ({ items, removed }: Journal): boolean => items.size > 0 || removed.size > 0;

function isEmpty({ deeds }: World): boolean {
  const { division, run, match, ...lists } = deeds;
  return !division && !run && !match && !Object.values(lists).some(list => (Array.isArray(list) ? list.length : list.size) > 0);
}
