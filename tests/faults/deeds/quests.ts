// Quests handed in: bots who have in their bags what villagers ask for, and others who are sent round. In: a bot. Out: quests taken and handed
// in, one after another, until there are no more.
import { ALDERWICK, quests as all } from '../../../src/shared/content';
import type { Npc, Quest } from '../../../src/shared/content/kinds';
import { TALK_RANGE_M } from '../../../src/shared/protocol/limits';
import type { Bot, Mind } from '../../harness/bot';
import { mourn, Walker } from '../../harness/walker';
import { type Deed, gives } from './kinds';

/** All of them in the village, and asked for by who stands there. */
const ASKED = ['worts-and-all', 'haunch-week', 'good-iron', 'old-mother-grey', 'new-boots'].map(key => all.key(key));
const GOODS = { healwort: 4, 'boar-haunch': 4, 'iron-ore': 6, 'mothers-pelt': 1 };
/** What has to be done before those. */
const DONE = ASKED.flatMap(({ after = [] }) => after.map(key => all.key(key).id));
const NEAR_M = TALK_RANGE_M - 2;
const PAUSE_MS = 900;

const villager = (key: string): Npc => ALDERWICK.npcs.find(npc => npc.key === key)!;

interface Errand {
  readonly x: number;
  readonly z: number;
  readonly npc?: Npc;
}

/** Where he still has to go before it can be handed in. */
function errandOf({ objectives }: Quest, counts: readonly number[]): Errand | undefined {
  const errands = objectives.map((o): Errand | undefined => {
    if (o.kind === 'talk') return { ...villager(o.npc), npc: villager(o.npc) };
    return o.kind === 'reach' ? ALDERWICK.pois.find(({ key }) => key === o.poi) : undefined;
  });
  return errands.find((errand, i) => errand && !counts[i]);
}

function seek(n: number): Mind {
  const life = { deadSince_ms: 0 };
  let walker: Walker | null = null;
  let next_ms = 0;
  return (bot, now_ms) => {
    walker ??= new Walker(bot);
    const known = bot.session.known.quests;
    if (mourn(bot, life, now_ms) || !known) return;
    const turned = ASKED.map((_, i) => ASKED[(i + n) % ASKED.length]);
    const quest = turned.find(({ id }) => !known.done.includes(id));
    if (!quest) return;
    const progress = known.active.find(active => active.quest === quest.id);
    const errand = progress && errandOf(quest, progress.counts);
    const npc = errand ? errand.npc : villager(progress ? quest.ender : quest.giver);
    const body = npc && bodyOf(bot, npc);
    const at = body ?? errand ?? npc!;
    if (!walker.towards(at.x, at.z, npc ? NEAR_M : 2, now_ms) || !body || now_ms < next_ms) return;
    next_ms = now_ms + PAUSE_MS * (0.5 + bot.chance());
    bot.session.send('talk', { target: body.id });
    if (errand || bot.session.commands.pending) return;
    if (progress) void bot.session.command('turnInQuest', { npc: body.id, quest: quest.id, choice: 0 });
    else void bot.session.command('acceptQuest', { npc: body.id, quest: quest.id });
  };
}

export function bodyOf({ session }: Bot, { id }: Npc) {
  const person = [...session.people.values()].find(({ npc }) => npc === id);
  return person && session.mirror?.bodies.get(person.id);
}

export const quests: Deed = {
  key: 'quests',
  bots: 3,
  at: { x: 757, z: 774 },
  means: { level: 5, goods: GOODS, done: DONE },
  mind: seek,
  isUnderWay: subject => gives(subject, 'turnInQuest'),
  patience_ms: 12_000,
};
