// One schedule of what people do with each other: trades from hand to hand, letters, payments, orders, cancellations; time that runs out, objects
// that die, deliveries that are lost. After every step everything is counted. In: a seed. Out: the first thing that is wrong, and what was done.
import type { Held } from '../../../src/region/held';
import type { Motion } from '../../../src/region/parcels';
import { noDeeds } from '../../../src/region/world';
import { applySwap, checkSwap } from '../../../src/shared/rules/barter';
import { applySend, checkGive, type Piece } from '../../../src/shared/rules/goods';
import { Journal } from '../../../src/shared/rules/journal';
import { applyDraft, checkDraft, type Draft, LETTER_MS } from '../../../src/shared/rules/mail';
import { checkBuyOrder, checkSellOrder, depositFor, ORDER_MS, type Order, wareOf } from '../../../src/shared/rules/market';
import { OK } from '../../../src/shared/rules/reasons';
import { below, pick, seeded } from '../../harness/seeded';
import { paidTwice, violationOf } from './count';
import { BREAD, PEOPLE, REGIONS, type RegionPost, SmallWorld } from './world';

const STEPS = 60;
/** How bodies move is of no account here. */
const MOTION = { body: '', cursor: 0, intent: {}, login_ms: 0, frozen_ms: 0, adriftUntil_ms: 0 } as unknown as Motion;

/** Nobody is in the world who could do it. */
class Nobody extends Error {}
function nobody(): never {
  throw new Nobody('nobody is there');
}

interface Hand {
  id: string;
  post: RegionPost;
  held: Held;
}

export async function runExchange(seed: number): Promise<{ violation: string | null; trace: string[] }> {
  const chance = seeded(seed);
  const world = new SmallWorld(chance);
  const trace: string[] = [];
  /** What was paid on delivery, by the subject of its letter. */
  const paid = new Map<string, string>();
  let minted = 0;
  const mint = (): string => `M${String(minted++).padStart(25, '0')}`;
  const handOf = (id: string): Hand | null => {
    const post = world.regionOf(id);
    return post ? { id, post, held: post.held.get(id)! } : null;
  };
  /** Somebody who is in the world. */
  const hand = (): Hand => {
    const here = PEOPLE.flatMap(id => handOf(id) ?? []).filter(({ held }) => !held.leaving);
    return here.length ? pick(chance, here) : nobody();
  };
  const some = ({ held }: Hand): Piece[] => {
    const mine = held.character.items.filter(() => chance() < 0.5);
    return mine.map(({ id, quantity }) => ({ item: id, quantity: 1 + below(chance, quantity) }));
  };
  /** A turn of the region, in which its players' journals are written; it may die in it. */
  const turn = async (
    hands: readonly Hand[],
    journals: Map<Held, Journal>,
    parcels: { to: string; kind: string; body: object }[] = [],
  ) => {
    const { post } = hands[0];
    await world.guard(post, () => post.store.write({ ...noDeeds(), journals, parcels }, world.now_ms));
    void post.store.transfers.pump();
  };

  const deeds: Record<string, () => Promise<unknown>> = {
    barter: async () => {
      const one = hand();
      const others = [...one.post.held.values()].filter(held => held !== one.held && !held.leaving);
      if (!others.length) return;
      const held = pick(chance, others);
      const two: Hand = { id: held.character.id, post: one.post, held };
      const [mine, theirs] = [one, two].map(side => ({
        character: side.held.character,
        journal: new Journal(),
        offer: { pieces: some(side), gold: below(chance, 50) },
      }));
      if (checkSwap(mine, theirs) !== OK) return;
      applySwap(mine, theirs, mint);
      await turn([one, two], new Map([one, two].map((side, i) => [side.held, [mine, theirs][i].journal])));
    },
    write: async () => {
      const from = hand();
      const pieces = some(from);
      const isAsked = pieces.length > 0 && chance() < 0.5;
      const sums = isAsked ? { gold: 0, cod: 1 + below(chance, 60) } : { gold: below(chance, 90), cod: 0 };
      const draft: Draft = { subject: mint(), text: '', items: pieces, ...sums };
      if (checkDraft(from.held.character, draft, true) !== OK) return;
      const to = pick(
        chance,
        PEOPLE.filter(id => id !== from.id),
      );
      const journal = new Journal();
      const body = applyDraft(from.held.character, journal, mint, draft, to, world.now_ms);
      await turn([from], new Map([[from.held, journal]]), [{ to: `mailbox:${to}`, kind: 'letter', body }]);
    },
    take: async () => {
      const { id, post, held } = hand();
      const box = world.posts.get(`mailbox:${id}`)!;
      const letters = await world.guard(box, () => world.mailbox(id).list(id));
      const full = (letters ?? []).filter(letter => letter.gold || letter.things.length);
      if (!full.length) return;
      const letter = pick(chance, full);
      const gold = chance() < 0.2 ? letter.cod + 1 : letter.cod;
      if (!letter.cod) return world.guard(box, () => world.mailbox(id).empty(id, letter.id, post.address));
      if (checkGive(held.character, [], gold) !== OK) return;
      const journal = new Journal();
      applySend(held.character, journal, mint, [], gold);
      const body = { letter: letter.id, gold, character: id, name: id.slice(0, 4), region: post.address };
      await turn([{ id, post, held }], new Map([[held, journal]]), [{ to: `mailbox:${id}`, kind: 'payment', body }]);
    },
    sell: async () => {
      const who = hand();
      const { character } = who.held;
      const pieces = some(who);
      const price = 5 + below(chance, 6);
      const ware = wareOf(character, pieces);
      if (typeof ware === 'number' || checkSellOrder(character, pieces, price, true) !== OK) return;
      const journal = new Journal();
      const gold = depositFor(price, ware.quantity);
      const things = applySend(character, journal, mint, pieces, gold);
      const order: Order = { id: mint(), character: who.id, side: 'sell', ...ware, price, things, gold };
      await turn([who], new Map([[who.held, journal]]), [{ to: 'market', kind: 'order', body: order }]);
    },
    buy: async () => {
      const who = hand();
      const { character } = who.held;
      const [price, quantity, ware] = [5 + below(chance, 6), 1 + below(chance, 6), { kind: BREAD.kind, quality: 0 }];
      if (checkBuyOrder(character, ware, price, quantity, true) !== OK) return;
      const journal = new Journal();
      applySend(character, journal, mint, [], price * quantity);
      const order: Order = {
        id: mint(),
        character: who.id,
        side: 'buy',
        ware,
        price,
        quantity,
        things: [],
        gold: price * quantity,
      };
      await turn([who], new Map([[who.held, journal]]), [{ to: 'market', kind: 'order', body: order }]);
    },
    cancel: async () => {
      const id = pick(chance, PEOPLE);
      const orders = await world.market.orders(id);
      if (!orders.length) return;
      const order = pick(chance, orders).id;
      for (let i = 0; i < 2; i++) await world.guard(world.posts.get('market')!, () => world.market.cancel(id, order));
    },
    cross: async () => {
      const { id, post, held } = hand();
      const to = REGIONS.find(key => key !== post.address)!;
      const crossings = [{ held, to, motion: MOTION }];
      const done = await world.guard(post, () => {
        post.store.write({ ...noDeeds(), crossings }, world.now_ms);
        return true;
      });
      if (!done) return;
      post.held.delete(id);
      void post.store.transfers.pump();
    },
    leave: async () => {
      const { post, held } = hand();
      await world.guard(post, () => post.store.holdings.setLeaving(held, true));
    },
    come: async () => {
      const [away] = PEOPLE.flatMap(id => handOf(id) ?? []).filter(({ held }) => held.leaving);
      if (away) await world.guard(away.post, () => away.post.store.holdings.setLeaving(away.held, false));
    },
    die: async () => pick(chance, [...world.posts.values()]).boot(),
    strike: async () => {
      const post = pick(chance, [...world.posts.values()]);
      post.disk.crash = { commits: below(chance, 3), when: chance() < 0.5 ? 'before' : 'after', struck: () => post.boot() };
    },
    wait: () => world.pass(20_000),
    ends: () => world.pass((chance() < 0.3 ? LETTER_MS : ORDER_MS) + 1),
  };
  const habits = [
    'barter',
    'write',
    'write',
    'take',
    'take',
    'take',
    'sell',
    'sell',
    'buy',
    'buy',
    'cancel',
    'cross',
    'leave',
    'come',
    'come',
    'die',
    'strike',
    'wait',
    'wait',
    'ends',
  ];

  try {
    for (let step = 0; step < STEPS; step++) {
      const deed = pick(chance, habits);
      trace.push(deed);
      await deeds[deed]().catch(error => {
        if (!(error instanceof Nobody)) throw error;
      });
      await world.idle();
      const violation = violationOf(world) ?? paidTwice(world, paid);
      if (violation) return { violation: `step ${step}, ${deed}: ${violation}`, trace };
    }
    return { violation: null, trace };
  } catch (error) {
    return { violation: `thrown: ${error instanceof Error ? error.stack : error}`, trace };
  } finally {
    world.end();
  }
}
