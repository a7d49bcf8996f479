// Cheats with goods: amounts that cannot be, the things of others, the same thing twice, trade from afar, places and trades that one has not.
import { items, QUESTS, RECIPES } from '../../src/shared/content';
import { BANK_BASE, BANK_SLOTS, WORN_BASE } from '../../src/shared/protocol/limits';
import { C2S, pack } from '../../src/shared/protocol/messages';
import { REASONS } from '../../src/shared/rules/reasons';
import type { Bot } from '../harness/bot';
import { BANKER, VENDOR, villager } from './cast';
import { no, type Table } from './cheats';
import { ticks, until } from './pace';
import { must, type Trial } from './trial';

const AMOUNTS = [0, 999, 65535];
const nothing = 'x'.repeat(26);

export function goodsCheats({ cast, cheat }: Table): Trial[] {
  const { trader, thief, dead, client, far } = cast.bots;
  const bag = (bot: Bot) => bot.session.known.bag?.items ?? [];
  const pile = (bot: Bot) => bag(bot).find(item => item.slot < WORN_BASE && item.quantity > 1)!;
  const worn = (bot: Bot) => bag(bot).find(item => item.slot >= WORN_BASE)!;
  const vendor = (): number => villager(trader, VENDOR);
  const banker = (): number => villager(client, BANKER);
  const bread = items.key('bread').id;
  const ware = items.key(VENDOR.vendor!.find(key => items.key(key).price > 0)!);

  /** Of two commands sent together exactly one is done, and what they were about is there once. */
  const race = async (one: Promise<number>, two: Promise<number>): Promise<void> => {
    const both = await Promise.all([one, two]);
    must(both.filter(reason => reason === 0).length === 1, `they were answered with ${both}`);
  };

  return [
    // ---- amounts ----
    cheat('amounts: dropping more than there is, or nothing', [trader], async () => {
      for (const quantity of AMOUNTS) await no(trader, 'drop', { item: pile(trader).id, quantity }, REASONS.badQuantity);
    }),
    cheat('amounts: selling more than there is, or nothing', [trader], async () => {
      for (const quantity of AMOUNTS)
        await no(trader, 'sell', { npc: vendor(), item: pile(trader).id, quantity }, REASONS.badQuantity);
    }),
    cheat('amounts: buying more than can be, or nothing', [trader], async () => {
      for (const quantity of AMOUNTS)
        await no(trader, 'buy', { npc: vendor(), kind: bread, quantity }, REASONS.badQuantity, REASONS.notForSale);
    }),
    cheat('amounts: splitting off more than the pile', [trader], async () => {
      for (const quantity of AMOUNTS) await no(trader, 'move', { item: pile(trader).id, slot: 20, quantity }, REASONS.badQuantity);
    }),
    cheat('amounts: destroying more than there is', [trader], async () => {
      for (const quantity of AMOUNTS) await no(trader, 'destroy', { item: pile(trader).id, quantity }, REASONS.badQuantity);
    }),
    cheat('amounts: a number that is none', [thief], async () => {
      thief.link.send(pack(C2S.ack, { tick: 1, clientTime: Number.NaN }) as Uint8Array<ArrayBuffer>);
      await ticks(thief, 6);
      must(thief.session.inWorld, 'the honest rest of him is gone');
    }),
    // ---- slots ----
    cheat('slots: beyond the bag, beyond the body, into the bank', [trader], async () => {
      const { id, quantity } = pile(trader);
      for (const slot of [24, 99, WORN_BASE + 60, BANK_BASE, BANK_BASE + BANK_SLOTS, 255])
        await no(trader, 'move', { item: id, slot, quantity }, REASONS.wrongSlot);
    }),
    cheat('slots: bread for a helmet', [trader], async () => {
      for (let slot = WORN_BASE; slot < WORN_BASE + 3; slot++)
        await no(trader, 'move', { item: pile(trader).id, slot, quantity: 1 });
    }),
    cheat('slots: a worn thing onto a pile of others', [trader], async () => {
      await no(trader, 'move', { item: worn(trader).id, slot: pile(trader).slot, quantity: 1 });
    }),
    // ---- others' things ----
    ...(['move', 'drop', 'useItem', 'destroy'] as const).map(what =>
      cheat(`theft: ${what} what is another's`, [trader, thief], async () => {
        const { id } = pile(trader);
        await no(thief, what, { item: id, slot: 20, quantity: 1 }, REASONS.noSuchItem);
      }),
    ),
    cheat("theft: selling and banking what is another's", [trader, thief, client], async () => {
      await no(thief, 'sell', { npc: vendor(), item: pile(trader).id, quantity: 1 }, REASONS.noSuchItem);
      await no(client, 'bank', { npc: banker(), item: pile(trader).id, slot: BANK_BASE, quantity: 1 }, REASONS.noSuchItem);
    }),
    cheat('use of what cannot be used', [trader], async () => {
      await no(trader, 'useItem', { item: worn(trader).id }, REASONS.notUsable, REASONS.notInBag, REASONS.noSuchItem);
      await no(trader, 'useItem', { item: nothing }, REASONS.noSuchItem);
    }),
    // ---- twice ----
    splitRace(),
    cheat('twice: selling and dropping the same', [thief], async () => {
      const { id, quantity } = pile(client);
      await no(thief, 'sell', { npc: vendor(), item: id, quantity });
      await no(thief, 'drop', { item: id, quantity });
    }),
    raceForGround(),
    // ---- from afar, without the gold ----
    ...(
      [
        ['buy', { kind: bread, quantity: 1 }],
        ['sell', { item: '', quantity: 1 }],
        ['acceptQuest', { quest: 1 }],
        ['turnInQuest', { quest: 1, choice: 0 }],
        ['learn', { recipe: RECIPES[0].id }],
        ['repair', { item: '' }],
        ['learnMount', { mount: 1 }],
      ] as const
    ).map(([what, body]) =>
      cheat(`afar: ${what} across the village`, [far], async () => {
        await no(far, what, { ...body, npc: vendor(), ...('item' in body ? { item: pile(far).id } : {}) }, REASONS.tooFar);
      }),
    ),
    cheat('afar: the bank across the village', [far], async () =>
      no(far, 'bank', { npc: banker(), item: pile(far).id, slot: BANK_BASE, quantity: 1 }, REASONS.tooFar),
    ),
    cheat('buying without the gold', [trader], async () => {
      const most = Math.max(ware.stack, 5);
      const gold = trader.session.known.sheet?.gold ?? 0;
      const dear = VENDOR.vendor!.map(key => items.key(key)).find(kind => kind.price * Math.max(kind.stack, 5) > gold) ?? ware;
      await no(
        trader,
        'buy',
        { npc: vendor(), kind: dear.id, quantity: Math.max(dear.stack, 5, most) },
        REASONS.notEnoughGold,
        REASONS.badQuantity,
      );
    }),
    cheat('buying what he does not sell', [trader], async () => {
      for (const kind of [0, 65535, items.key('short-sword').id])
        await no(trader, 'buy', { npc: vendor(), kind, quantity: 1 }, REASONS.notForSale);
    }),
    cheat('trading with players, beasts and nobody', [trader], async () => {
      for (const npc of [trader.session.entity, thief.session.entity, 0xdeadbeef])
        await no(trader, 'buy', { npc, kind: bread, quantity: 1 }, REASONS.nothingThere);
    }),
    cheat('selling to the banker, banking with the trader', [client, trader], async () => {
      await no(client, 'sell', { npc: banker(), item: pile(client).id, quantity: 1 }, REASONS.cannotSell);
      await no(trader, 'bank', { npc: vendor(), item: pile(trader).id, slot: BANK_BASE, quantity: 1 }, REASONS.noBanker);
    }),
    cheat('the bank: drawers that are none, amounts that cannot be', [client], async () => {
      const { id } = pile(client);
      for (const slot of [BANK_BASE + BANK_SLOTS, 255, 24])
        await no(client, 'bank', { npc: banker(), item: id, slot, quantity: 1 }, REASONS.wrongSlot);
      for (const quantity of AMOUNTS)
        await no(client, 'bank', { npc: banker(), item: id, slot: BANK_BASE, quantity }, REASONS.badQuantity);
    }),
    cheat('the bank: out of what one wears', [client], async () =>
      no(client, 'bank', { npc: banker(), item: worn(client).id, slot: BANK_BASE, quantity: 1 }, REASONS.notInBag),
    ),
    // ---- quests ----
    cheat('quests: from one who has none to give', [trader], async () => {
      for (const quest of QUESTS.filter(({ giver }) => giver !== VENDOR.key).slice(0, 3))
        await no(trader, 'acceptQuest', { npc: vendor(), quest: quest.id }, REASONS.questNotOffered);
    }),
    cheat('quests: that are none', [trader], async () => {
      for (const quest of [0, 65535])
        await no(trader, 'acceptQuest', { npc: vendor(), quest }, REASONS.noSuchQuest, REASONS.questNotOffered);
    }),
    cheat('quests: turned in without having been taken', [trader], async () => {
      for (const quest of [1, 2, 65535]) await no(trader, 'turnInQuest', { npc: vendor(), quest, choice: 0 });
    }),
    cheat('quests: given up without having been taken', [trader], async () =>
      no(trader, 'abandonQuest', { quest: 1 }, REASONS.noSuchQuest),
    ),
    // ---- trades ----
    cheat('crafting without a station, things or skill', [trader], async () => {
      for (const { id } of RECIPES.slice(0, 3)) await no(trader, 'craft', { recipe: id, quantity: 1 });
      await no(trader, 'craft', { recipe: 65535, quantity: 1 }, REASONS.unknownRecipe);
      await no(trader, 'craft', { recipe: RECIPES[0].id, quantity: 0 });
    }),
    cheat('experimenting with what one has not', [trader], async () => no(trader, 'experiment', { trade: 0, kinds: [1, 2, 3] })),
    cheat('learning from one who does not teach', [trader], async () =>
      no(trader, 'learn', { npc: vendor(), recipe: RECIPES[0].id }),
    ),
    cheat('gathering across the land', [far], async () => no(far, 'gather', { node: 0 }, REASONS.tooFar)),
    cheat('gathering what is not there', [far], async () => no(far, 'gather', { node: 65535 }, REASONS.nothingThere)),
    cheat('lifting what is not there', [far], async () => no(far, 'pickUp', { ground: 0xdeadbeef }, REASONS.nothingThere)),
    // ---- dead ----
    ...(
      [
        ['buy', { kind: bread, quantity: 1 }],
        ['sell', { quantity: 1 }],
        ['drop', { quantity: 1 }],
        ['useItem', {}],
        ['acceptQuest', { quest: 1 }],
        ['pickUp', { ground: 1 }],
        ['gather', { node: 0 }],
        ['loot', { corpse: 1 }],
        ['travel', { poi: 1 }],
      ] as const
    ).map(([what, body]) =>
      cheat(`dead: ${what}`, [dead], async () => no(dead, what, { npc: vendor(), item: pile(dead).id, ...body }, REASONS.isDead)),
    ),
  ];

  /** One of them is done, so the piles are others: what they come to is as before. */
  function splitRace(): Trial {
    const sum = (): string => {
      const all = new Map<number, number>();
      for (const { kind, quantity } of bag(far)) all.set(kind, (all.get(kind) ?? 0) + quantity);
      return JSON.stringify([...all].sort(([a], [b]) => a - b));
    };
    return {
      name: 'cheat: twice: one pile split at once into two',
      state: async () => {
        await ticks(far, 4);
        return sum();
      },
      attempt: async () => {
        const { id, quantity } = pile(far);
        await race(
          far.session.command('move', { item: id, slot: 20, quantity: quantity - 1 }),
          far.session.command('move', { item: id, slot: 21, quantity: quantity - 1 }),
        );
      },
    };
  }

  /** What one lays down two lift at once: together they hold what there was. */
  function raceForGround(): Trial {
    const sum = (): string => {
      const all = new Map<number, number>();
      for (const bot of [trader, thief]) for (const { kind, quantity } of bag(bot)) all.set(kind, (all.get(kind) ?? 0) + quantity);
      return JSON.stringify([...all].sort(([a], [b]) => a - b));
    };
    return {
      name: 'cheat: twice: two lift the same thing at once',
      state: async () => {
        await Promise.all([ticks(trader, 6), ticks(thief, 6)]);
        return sum();
      },
      attempt: async () => {
        must((await trader.session.command('drop', { item: pile(trader).id, quantity: 1 })) === 0, 'the honest drop');
        let ground = 0;
        await until(() => {
          ground = trader.session.known.ground?.items.at(-1)?.id ?? 0;
          return ground > 0;
        }, 'something lay there');
        await race(trader.session.command('pickUp', { ground }), thief.session.command('pickUp', { ground }));
        await no(thief, 'pickUp', { ground }, REASONS.nothingThere, REASONS.someoneFaster);
      },
    };
  }
}
