// Gathering: somebody who goes from herb to berry to tree round the village. In: a bot. Out: what the land gave.
import { ALDERWICK } from '../../../src/shared/content';
import type { Mind } from '../../harness/bot';
import { distance, mourn, Walker } from '../../harness/walker';
import { type Deed, gives } from './kinds';

const BEGINS = { x: 800, z: 790 };
const PROPS = new Set(['herb', 'berry', 'wood']);
/** Farther out are bandits. */
const NEAR_M = 170;
const NODES = ALDERWICK.nodes
  .map(({ prop, x, z }, node) => ({ node, prop, x, z }))
  .filter(({ prop, x, z }) => PROPS.has(prop) && Math.hypot(x - BEGINS.x, z - BEGINS.z) < NEAR_M);
const REACH_M = 2;
/** Whoever has not come to a node by then goes to another. */
const PATIENCE_MS = 45_000;

function forage(): Mind {
  const life = { deadSince_ms: 0 };
  const spent = new Set<number>();
  let walker: Walker | null = null;
  let goal: (typeof NODES)[number] | undefined;
  let giveUp_ms = 0;
  return (bot, now_ms) => {
    walker ??= new Walker(bot);
    if (mourn(bot, life, now_ms)) return;
    const { session } = bot;
    if (session.commands.pending) {
      bot.held.buttons = 0;
      return;
    }
    if (goal && now_ms < giveUp_ms) {
      if (!walker.towards(goal.x, goal.z, REACH_M, now_ms)) return;
      void session.command('gather', { node: goal.node });
    }
    if (goal) spent.add(goal.node);
    // All have been asked: some have grown back.
    if (spent.size === NODES.length) spent.clear();
    const left = NODES.filter(({ node }) => !spent.has(node));
    goal = left.toSorted((a, b) => distance(bot, a) - distance(bot, b))[0];
    giveUp_ms = now_ms + PATIENCE_MS;
  };
}

export const gathers: Deed = {
  key: 'gathers',
  bots: 1,
  at: BEGINS,
  means: { level: 20, skills: { herbalism: 60, logging: 60 } },
  mind: forage,
  isUnderWay: subject => gives(subject, 'gather'),
  patience_ms: 15_000,
};
