// Goods for somebody: gold and things that a mailbox, the market or a guild sends to a character. In: a parcel, inside the transfer's
// transaction. Out: they are his, told with the next turn; who went on is followed, and who left the world or has no room has them sent back.
import { applyArrive, checkReceive, type Goods } from '../shared/rules/goods';
import { Journal } from '../shared/rules/journal';
import { applyEvent } from '../shared/rules/quests';
import { OK } from '../shared/rules/reasons';
import type { Held } from './held';
import { writeParcel } from './parcels';
import { tellBag, tellGain, tellQuests, tellSheet } from './tell';
import type { Footing, World } from './world';

/** What goods do to the rows. Returns what they do to memory, for after the transaction. */
export function takeGoods(footing: Footing, world: World | null, goods: Goods): () => void {
  const { store, custody, counters } = footing;
  const { to, gold, things, followed } = goods;
  const held = custody.held.get(to);
  if (!held || held.leaving) {
    const passed = held ? null : store.holdings.passed(to);
    if (!passed || passed.epoch <= followed) return sendBack(footing, goods);
    store.transfers.send(passed.receiver, 'goods', writeParcel('goods', { ...goods, followed: passed.epoch }));
    return () => counters.count('goods.passed');
  }
  if (checkReceive(held.character, gold, things) !== OK) return sendBack(footing, goods);
  const journal = new Journal();
  applyArrive(held.character, journal, gold, things);
  applyEvent(held.character, journal, { kind: 'bag' });
  store.writeJournal(held, journal, Date.now());
  return () => {
    counters.count('goods.received');
    if (world) tellGoods(world, held, goods);
  };
}

/** He cannot have them: back to whoever sent them, as a parcel of our own. */
function sendBack({ store, counters }: Footing, goods: Goods): () => void {
  store.transfers.send(goods.back, 'returned', writeParcel('goods', goods));
  return () => counters.count('goods.returned');
}

/** It is written already; it is heard with the next turn. */
function tellGoods(world: World, { character }: Held, { gold, things, cause }: Goods): void {
  const player = world.byCharacter.get(character.id);
  const { session } = player ?? {};
  if (!player || !session) return;
  tellBag(session.sure, character);
  tellSheet(session.sure, character);
  tellQuests(session.sure, character);
  tellGain(player, cause, { gold, items: things.map(({ kind, quantity }) => ({ kind, quantity })) });
}
