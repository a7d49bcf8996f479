// Orders of the staff for somebody who is here: where he is, out with him, over there with him, this for him. In: an order by a call, at any
// time. Out: done in the next tick, answered once it is written. An order that comes again (its first answer was lost) gives nothing twice:
// its id is remembered in the character's life, which goes where he goes.
import { WORLD_SIZE_M } from '../../assembly/layout';
import type { Order, Ruling } from '../ports';
import { items } from '../shared/content';
import { CAUSE_GIVEN } from '../shared/protocol/messages';
import { isInstance } from '../shared/regions';
import { applyAdd, checkAdd } from '../shared/rules/inventory';
import { LEDGER } from '../shared/rules/journal';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { MOST_GIVEN } from '../shared/rules/staff';
import { mint } from './mint';
import { putOut } from './ousting';
import type { Player } from './player';
import { tellGain } from './tell';
import type { Footing, World } from './world';

/** So many gifts of each character are remembered. */
const REMEMBERED = 16;

export interface PendingOrder {
  readonly order: Order;
  readonly settle: (ruling: Ruling) => void;
  /** Set by the tick that did it; told after that tick's write. */
  ruling: Ruling | null;
}

/** At any time. `isAwake`: a tick will see to it. */
export function takeOrder(footing: Footing, order: Order, isAwake: boolean): Promise<Ruling> {
  const { custody, store } = footing;
  const passed = custody.held.has(order.character) ? null : store.holdings.passed(order.character);
  if (passed) return Promise.resolve({ moved: passed.receiver });
  if (!isAwake) return Promise.resolve(refusal(footing, REASONS.notInWorld));
  return new Promise(settle => footing.orders.push({ order, settle, ruling: null }));
}

/** First in a tick. What an earlier tick did and could not write is done anew: the world is as it was before. */
export function followOrders(world: World): void {
  for (const pending of world.footing.orders) {
    const { order } = pending;
    const player = world.byCharacter.get(order.character);
    pending.ruling = player ? rule(world, player, order) : gone(world, order);
  }
}

/** After the write. */
export function answerOrders({ footing }: World): void {
  if (!footing.orders.length) return;
  const answered = footing.orders.filter(({ ruling }) => ruling);
  footing.orders.splice(0, footing.orders.length, ...footing.orders.filter(({ ruling }) => !ruling));
  for (const { settle, ruling } of answered) settle(ruling!);
}

function gone({ footing }: World, { character }: Order): Ruling {
  const passed = footing.store.holdings.passed(character);
  return passed ? { moved: passed.receiver } : refusal(footing, REASONS.notInWorld);
}

const refusal = ({ region }: Footing, reason: Reason): Ruling => ({ reason, region, x: 0, z: 0 });

function rule(world: World, player: Player, order: Order): Ruling {
  const { core } = world.sim;
  const { region } = world.footing;
  const reason = obey(world, player, order);
  return { reason, region, x: core.x(player.entity), z: core.z(player.entity) };
}

function obey(world: World, player: Player, order: Order): Reason {
  switch (order.what) {
    case 'where':
      return OK;
    case 'kick':
      putOut(world, order.character, 'kicked', '');
      return OK;
    case 'place':
      return place(world, player, order);
    case 'give':
      return give(player, order);
  }
}

/** Within this region at once, into another like by a waystone. Dungeons are entered and left by their gates only. */
function place(world: World, player: Player, { x, z }: { x: number; z: number }): Reason {
  const isOnMap = x >= 0 && z >= 0 && x < WORLD_SIZE_M && z < WORLD_SIZE_M;
  if (!isOnMap || isInstance(world.footing.region)) return REASONS.noWayThere;
  if (world.owns(x, z)) world.sim.core.teleport(player.entity, x, Number.NaN, z, 0);
  else player.goal = { x, z };
  return OK;
}

function give(player: Player, { id, gold, kind, quantity }: Order & { what: 'give' }): Reason {
  const { character, journal } = player;
  const { life } = character;
  if (life.gifts.includes(id)) return OK;
  if (gold < 0 || gold > MOST_GIVEN.gold || quantity < 0 || quantity > MOST_GIVEN.quantity || (!gold && !quantity))
    return REASONS.badQuantity;
  if (quantity && !items.get(kind)) return REASONS.noSuchItem;
  const stacks = quantity ? [{ kind, quantity }] : [];
  const reason = checkAdd(character, stacks);
  if (reason !== OK) return reason;
  life.gifts = [...life.gifts, id].slice(-REMEMBERED);
  journal.life = true;
  character.gold += gold;
  if (gold) journal.gold(LEDGER.given, gold);
  for (const stack of stacks) applyAdd(character, journal, mint, LEDGER.given, stack);
  tellGain(player, CAUSE_GIVEN, { gold, items: stacks });
  return OK;
}
