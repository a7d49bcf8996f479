// From level 1 to 20 by quests alone: every class, every covenant, whatever is decided on the way, through the production rules. What is
// asserted is what a player is promised: there is always work, the story alone nearly carries one, and nothing that was decided shuts a door.
import { describe, expect, it } from 'vitest';
import { chains, quests } from '../../src/shared/content';
import type { Quest } from '../../src/shared/content/kinds';
import { MAX_LEVEL } from '../../src/shared/rules/levels';
import { type Life, Quester } from './quester';

const told = quests.all.filter(quest => !quest.daily);
const isStory = ({ chain }: Quest): boolean => chains.find(({ key }) => key === chain)?.story === true;
/** Gentlest first; of equals, the story. */
const inOrder = [...told].sort((a, b) => a.level - b.level || Number(isStory(b)) - Number(isStory(a)));

/** Plays whatever is on offer, in order, until nothing is; `first`: quests that he prefers to all others. */
function live(life: Life, first: (quest: Quest) => boolean = () => false, enough = (_: Quester) => false): Quester {
  const quester = new Quester(life);
  const done = (quest: Quest): boolean => quester.me.done.includes(quest.id);
  for (let grew = true; grew && !enough(quester); ) {
    const left = inOrder.filter(quest => !done(quest));
    const next = [...left.filter(first), ...left.filter(quest => !first(quest))];
    grew = next.some(quest => quester.play(quest));
    // Only then does he wait for the night, or for a place to fall.
    if (!grew) grew = left.some(quest => quest.when && quester.awaits(quest) && quester.play(quest));
  }
  return quester;
}

const LIVES: Life[] = [1, 2, 3, 4, 5].flatMap(cls =>
  (['first', 'last'] as const).map((decides, i) => ({ cls, covenant: (cls + i) % 3, decides, seed: cls * 10 + i })),
);

describe('quests alone', () => {
  it.each(LIVES)('carry class $cls of covenant $covenant, who decides for the $decides answer, from 1 to 20', life => {
    const { me, diary } = live(life);
    expect(me.level).toBe(MAX_LEVEL);
    // Whoever does all of it is never far above what he is asked to do, unless he had to wait for it.
    const early = diary.filter(({ quest, level }) => !quests.key(quest).when && level > quests.key(quest).level + 5);
    expect(early).toEqual([]);
    const missed = told.filter(quest => !me.done.includes(quest.id));
    const foreign = missed.filter(
      ({ needs }) =>
        (needs?.cls && !needs.cls.includes(life.cls)) ||
        (needs?.covenant && needs.covenant !== ['azure', 'ember', 'violet'][life.covenant]),
    );
    expect(missed.filter(quest => !foreign.includes(quest)).map(quest => quest.key)).toEqual([]);
  });

  it('have a main story that alone needs little beside it', () => {
    const { me, diary } = live({ cls: 1, covenant: 0, decides: 'first', seed: 7 }, isStory, q => q.me.level === MAX_LEVEL);
    expect(me.level).toBe(MAX_LEVEL);
    const beside = diary.filter(({ quest }) => !isStory(quests.key(quest)));
    expect(beside.length).toBeLessThan(told.length / 2);
  });
});
