// Hands through which everything passes: they trade with whoever is near, write letters with gold and things in them, take out and pay for what
// came, and deal on the market, at random and all at once. In: chance, the others. Out: commands of every kind that moves value between people.
import { items } from '../../src/shared/content';
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import { BARTER_OPEN } from '../../src/shared/protocol/messages';
import { OK } from '../../src/shared/rules/reasons';
import type { Bot, Mind } from '../harness/bot';
import { below, pick } from '../harness/seeded';

const PAUSE_MS = 220;
/** What is dealt in on the market: all bots carry some of it. */
const WARES = ['bread', 'healing-draught'].map(key => items.key(key).id);

/** `others`: everybody who plays this way, himself too. */
export function exchange(others: () => readonly Bot[]): Mind {
  let next_ms = 0;
  return (bot, now_ms) => {
    if (now_ms < next_ms || bot.dead || bot.session.commands.pending > 3) return;
    next_ms = now_ms + PAUSE_MS * (0.5 + bot.chance());
    const friends = others().filter(other => other !== bot);
    if (!friends.length) return;
    pick(bot.chance, [barter, barter, barter, write, take, take, deal, deal, withdraw])(bot, pick(bot.chance, [...friends]));
  };
}

const things = (bot: Bot) =>
  (bot.session.known.bag?.items ?? []).filter(({ slot, bound, kind }) => slot < BAG_SLOTS && !bound && !items.get(kind)?.quest);
const gold = (bot: Bot): number => bot.session.known.sheet?.gold ?? 0;

/** Nothing, or a part of one of his piles. */
function some(bot: Bot): { item: string; quantity: number }[] {
  const mine = things(bot);
  if (!mine.length || bot.chance() < 0.3) return [];
  const { id, quantity } = pick(bot.chance, mine);
  return [{ item: id, quantity: 1 + below(bot.chance, quantity) }];
}

function barter(bot: Bot, friend: Bot): void {
  const { session } = bot;
  const { barter: shown, barterAsked } = session.known;
  if (shown?.state !== BARTER_OPEN) {
    if (barterAsked) session.send('answerBarter', { from: barterAsked.from, accept: true });
    session.known.barterAsked = undefined;
    if (!barterAsked) session.send('askBarter', { target: 0, name: friend.session.known.welcome?.name ?? '' });
    return;
  }
  const { mine, theirs, seen } = shown;
  const isEmpty = !mine.items.length && !mine.gold && !theirs.items.length && !theirs.gold;
  if (isEmpty || bot.chance() < 0.25)
    session.send('offer', { items: some(bot), gold: below(bot.chance, Math.min(20, gold(bot) + 1)) });
  else if (!mine.agreed) {
    void session.command('agree', { seen }).then(reason => {
      // After a crash there is no window any more, and nobody says so.
      if (reason !== OK && session.known.barter?.seen === seen) session.known.barter = undefined;
    });
  } else if (bot.chance() < 0.1) session.send('endBarter', {});
}

function write(bot: Bot, friend: Bot): void {
  const enclosed = some(bot);
  const isAsked = enclosed.length > 0 && bot.chance() < 0.4;
  void bot.session.command('sendLetter', {
    to: friend.session.known.welcome?.name ?? '',
    subject: 'Goods',
    text: '',
    items: enclosed,
    gold: isAsked ? 0 : below(bot.chance, 30),
    cod: isAsked ? 1 + below(bot.chance, 10) : 0,
  });
}

function take(bot: Bot): void {
  bot.doors.letters(bot.character).then(
    letters => {
      const full = letters.filter(letter => letter.gold || letter.things.length);
      if (!full.length) return;
      const { id, cod } = pick(bot.chance, full);
      void bot.session.command('takeLetter', { letter: id, pay: cod });
    },
    () => undefined, // the server is being killed
  );
}

function deal(bot: Bot): void {
  const price = 4 + below(bot.chance, 3);
  const mine = things(bot).filter(({ kind }) => WARES.includes(kind));
  if (mine.length && bot.chance() < 0.5) {
    const { id, quantity } = pick(bot.chance, mine);
    void bot.session.command('sellOrder', { items: [{ item: id, quantity: 1 + below(bot.chance, quantity) }], price });
  } else
    void bot.session.command('buyOrder', { kind: pick(bot.chance, WARES), quality: 0, price, quantity: 1 + below(bot.chance, 3) });
}

function withdraw(bot: Bot): void {
  if (bot.chance() < 0.6) return;
  bot.doors
    .orders(bot.character)
    .then(orders => (orders.length ? bot.doors.cancelOrder(bot.character, pick(bot.chance, orders).id) : undefined))
    .catch(() => undefined); // the server is being killed, or somebody was faster
}
