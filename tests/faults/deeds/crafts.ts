// Crafts: a smith at his anvil, who makes pieces and is taught what he does not know. In: a bot. Out: recipes learned, pieces made.
import { ALDERWICK, recipes } from '../../../src/shared/content';
import type { Npc } from '../../../src/shared/content/kinds';
import type { Mind } from '../../harness/bot';
import { mourn, Walker } from '../../harness/walker';
import { type Deed, gives } from './kinds';
import { bodyOf } from './quests';

const ANVIL = ALDERWICK.props.find(({ kind }) => kind === 'anvil')!;
const SMITH: Npc = ALDERWICK.npcs.find(({ teaches }) => teaches?.includes('smithing'))!;
const INGOT = recipes.key('iron-ingot');
const SKILL = 100;
const TAUGHT = recipes.all.filter(({ trade, known, skill }) => trade === 'smithing' && known === 'taught' && skill <= SKILL);
const PAUSE_MS = 400;
/** Pieces of one command: the server dies now in the first, now between two. */
const PIECES = 2;
/** He learns between pieces, and not all at once. */
const LEARNS = 0.3;

function smith(): Mind {
  const life = { deadSince_ms: 0 };
  let walker: Walker | null = null;
  let next_ms = 0;
  return (bot, now_ms) => {
    walker ??= new Walker(bot);
    const { session, chance } = bot;
    if (mourn(bot, life, now_ms) || !walker.towards(ANVIL.x + 1.6, ANVIL.z + 0.4, 1.5, now_ms)) return;
    if (now_ms < next_ms || session.commands.pending) return;
    next_ms = now_ms + PAUSE_MS;
    const learned = session.known.life?.recipes ?? [];
    const lesson = TAUGHT.find(({ id }) => !learned.includes(id));
    const teacher = bodyOf(bot, SMITH);
    if (lesson && teacher && chance() < LEARNS) {
      session.send('talk', { target: teacher.id });
      void session.command('learn', { npc: teacher.id, recipe: lesson.id });
    } else void session.command('craft', { recipe: INGOT.id, quantity: PIECES });
  };
}

export const crafts: Deed = {
  key: 'crafts',
  bots: 1,
  at: { x: ANVIL.x + 1.6, z: ANVIL.z + 0.4 },
  means: { level: 5, gold: 20_000, skills: { smithing: SKILL }, goods: { 'iron-ore': 120, 'smiths-flux': 60 } },
  mind: smith,
  isUnderWay: subject => gives(subject, 'craft', 'learn'),
  patience_ms: 6000,
};
