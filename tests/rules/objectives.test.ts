// Every kind of objective: what counts for it, what does not, and who may not have the quest at all.
import { describe, expect, it } from 'vitest';
import { items, monsters, quests, talks } from '../../src/shared/content';
import type { Objective, Quest } from '../../src/shared/content/kinds';
import type { Character } from '../../src/shared/rules/character';
import { Journal } from '../../src/shared/rules/journal';
import { MAX_LEVEL, xpToNext } from '../../src/shared/rules/levels';
import {
  achieved,
  applyAbandon,
  applyAccept,
  applyEvent,
  applyTurnIn,
  checkAbandon,
  checkAccept,
  checkTurnIn,
  endOf,
  offeredBy,
  progressOf,
  type QuestEvent,
  readyAt,
  unmet,
  wantedQuestItems,
} from '../../src/shared/rules/quests';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { standing } from '../../src/shared/rules/standing';
import { applyAnswer, checkAnswer, talksWith } from '../../src/shared/rules/talks';
import { carried } from '../../src/shared/rules/worn';
import { bare, counter, give } from './people';

const DAY = 20_000;
const TODAY = standing(DAY, new Set());
const id = (key: string): number => quests.key(key).id;
const mint = counter();

/** Somebody of the quest's level who has done all that goes before it, and has it in hand. */
function holder(key: string): { c: Character; journal: Journal; quest: Quest } {
  const quest = quests.key(key);
  const c = ready(quest);
  const journal = new Journal();
  applyAccept(c, journal, mint, quest.id);
  return { c, journal, quest };
}
function ready(quest: Quest): Character {
  const c = bare(quest.level);
  c.done = (quest.after ?? []).map(id);
  return c;
}
const tell = (c: Character, event: QuestEvent): boolean => applyEvent(c, new Journal(), event);
const kept = (c: Character, key: string): number[] => progressOf(c, id(key))!.counts;
const index = (quest: Quest, kind: Objective['kind']): number => quest.objectives.findIndex(o => o.kind === kind);

describe('deliver', () => {
  it('is handed over when its receiver is spoken to, once, and only if it is there', () => {
    const { c, quest } = holder('friend');
    const password = items.key('password').id;
    expect(carried(c, password)).toBe(2);
    tell(c, { kind: 'talk', npc: 'cedany' });
    expect(kept(c, 'friend')).toEqual([0, 0]);
    tell(c, { kind: 'talk', npc: 'garrick' });
    tell(c, { kind: 'talk', npc: 'garrick' });
    expect([carried(c, password), kept(c, 'friend')]).toEqual([1, [1, 0]]);
    tell(c, { kind: 'talk', npc: 'isemay' });
    expect([carried(c, password), kept(c, 'friend')]).toEqual([0, [1, 1]]);
    tell(c, { kind: 'bag' });
    expect(checkTurnIn(c, 'tam', quest.id, 0)).toBe(OK);
  });

  it('counts nothing without the thing, and what was not delivered goes when the quest is given up', () => {
    const { c, journal } = holder('friend');
    applyAbandon(c, journal, id('friend'));
    expect(c.items).toEqual([]);
    expect(journal.ledger.reduce((sum, line) => sum + line.quantity, 0)).toBe(0);
    applyAccept(c, journal, mint, id('friend'));
    c.items = [];
    expect(tell(c, { kind: 'talk', npc: 'garrick' })).toBe(false);
  });
});

describe('explore', () => {
  it('takes the places in any order, each once', () => {
    const { c, quest } = holder('four-roads');
    const [o] = quest.objectives;
    const have = (): number => achieved(o, kept(c, 'four-roads')[0]);
    tell(c, { kind: 'reach', poi: 'fork' });
    tell(c, { kind: 'reach', poi: 'fork' });
    tell(c, { kind: 'reach', poi: 'mine' });
    expect(have()).toBe(1);
    tell(c, { kind: 'reach', poi: 'hobbs-farm' });
    tell(c, { kind: 'reach', poi: 'landing' });
    expect(have()).toBe(3);
    expect(readyAt(c, 'aldous')).toEqual([]);
    tell(c, { kind: 'talk', npc: 'rolf' });
    expect(readyAt(c, 'aldous')).toEqual([quest]);
  });
});

describe('escort and defend', () => {
  it.each([
    ['as-far-as-the-first-bend', { kind: 'escort', walk: 'dorrin-mine' }, { kind: 'escort', walk: 'una-tarn' }],
    ['keep-the-candle', { kind: 'defend', post: 'candle-foot' }, { kind: 'defend', post: 'last-house' }],
  ] as const)('%s counts its own and no other, once', (key, own, other) => {
    const { c, quest } = holder(key);
    expect(unmet(c, own.kind).length).toBe(1);
    expect(tell(c, other)).toBe(false);
    expect(tell(c, own)).toBe(true);
    expect(tell(c, own)).toBe(false);
    expect(unmet(c, own.kind)).toEqual([]);
    expect(checkTurnIn(c, quest.ender, quest.id, 0)).toBe(OK);
  });
});

describe('choose', () => {
  it('is remembered, cannot be taken back, and changes the end and the reward', () => {
    const ends = (['tell', 'keep'] as const).map((name, answer) => {
      const { c, journal, quest } = holder('a-candle-too-many');
      const talk = talks.key('oswins-candles');
      expect(talksWith(c, 'oswin')).toEqual([talk]);
      expect(checkAnswer(c, 'anselm', talk.id, answer)).toBe(REASONS.nothingToSay);
      expect(checkAnswer(c, 'oswin', 999, answer)).toBe(REASONS.nothingToSay);
      expect(checkAnswer(c, 'oswin', talk.id, 77)).toBe(REASONS.badChoice);
      expect(checkTurnIn(c, 'oswin', quest.id, 0)).toBe(REASONS.questNotReady);
      expect(checkAnswer(c, 'oswin', talk.id, answer)).toBe(OK);
      applyAnswer(c, journal, talk.id, answer);
      expect(journal.life).toBe(true);
      expect(checkAnswer(c, 'oswin', talk.id, 1 - answer)).toBe(REASONS.alreadyChosen);
      expect(talksWith(c, 'oswin')).toEqual([]);
      const { done } = endOf(c, quest);
      applyTurnIn(c, journal, mint, quest.id, 0, DAY);
      expect(c.life.choices['oswins-candles']).toBe(answer + 1);
      return { name, done, got: c.items.map(item => item.kind) };
    });
    expect(ends[0].done).not.toBe(ends[1].done);
    expect(ends.map(end => end.got)).toEqual([[items.key('novices-knot').id], [items.key('fourth-candle').id]]);
  });

  it('is not asked of who does not have the quest, and is open again for who gave it up', () => {
    const talk = talks.key('oswins-candles');
    expect(checkAnswer(bare(20), 'oswin', talk.id, 0)).toBe(REASONS.nothingToSay);
    const { c, journal } = holder('a-candle-too-many');
    applyAnswer(c, journal, talk.id, 0);
    applyAbandon(c, journal, id('a-candle-too-many'));
    expect(c.life.choices).toEqual({});
    applyAccept(c, journal, mint, id('a-candle-too-many'));
    expect(checkAnswer(c, 'oswin', talk.id, 1)).toBe(OK);
  });
});

describe('kill', () => {
  it('of any foe counts what still teaches something, and from the view that is asked for', () => {
    const c = bare(10);
    const drill = quests.key('powder-drill');
    c.quests.push({ quest: drill.id, counts: [0] });
    const fell = (level: number, view?: 'adventurer' | 'warfront'): boolean =>
      tell(c, { kind: 'kill', monster: 'wolf', level, view });
    expect(fell(5, 'warfront')).toBe(false);
    expect(fell(9, 'adventurer')).toBe(false);
    expect(fell(9)).toBe(false);
    expect(fell(9, 'warfront')).toBe(true);
    expect(c.quests[0].counts).toEqual([1]);
  });
});

describe('mine, use and gather', () => {
  it('count what was done by hand, used, and held', () => {
    const { c } = holder('the-kettle-and-the-adit');
    give(c, 'iron-ore', 5, 0);
    tell(c, { kind: 'bag' });
    expect(kept(c, 'the-kettle-and-the-adit')).toEqual([0, 0]);
    tell(c, { kind: 'mine', node: 'healwort' });
    for (let n = 0; n < 5; n++) tell(c, { kind: 'mine', node: 'iron-ore' });
    expect(kept(c, 'the-kettle-and-the-adit')).toEqual([3, 0]);
  });

  it('count pieces made, of the recipe that is asked for', () => {
    const { c, quest } = holder('the-right-shelf');
    expect(tell(c, { kind: 'craft', recipe: 'iron-ingot' })).toBe(false);
    give(c, 'healing-draught', 5, 0);
    expect(tell(c, { kind: 'bag' })).toBe(false);
    tell(c, { kind: 'craft', recipe: 'healing-draught' });
    expect(checkTurnIn(c, 'amabel', quest.id, 0)).toBe(REASONS.questNotReady);
    tell(c, { kind: 'craft', recipe: 'healing-draught' });
    expect(checkTurnIn(c, 'amabel', quest.id, 0)).toBe(OK);
  });

  it('lets fall as loot what is still lacking, to be brought or to be handed over', () => {
    const { c } = holder('mostly-hats');
    const hat = items.key('drowned-hat').id;
    expect(wantedQuestItems(c)).toContain(hat);
    give(c, 'drowned-hat', 4, 0);
    tell(c, { kind: 'bag' });
    expect(wantedQuestItems(c)).not.toContain(hat);
    // Lost again, it is lacking again.
    c.items = [];
    tell(c, { kind: 'bag' });
    expect(kept(c, 'mostly-hats')[index(quests.key('mostly-hats'), 'gather')]).toBe(0);
    expect(wantedQuestItems(c)).toContain(hat);
  });
});

describe('who may have it', () => {
  it('is refused to the wrong covenant, the wrong class, too low a level, before its time, and what is not on offer', () => {
    const azure = quests.key('what-azure-keeps');
    expect(checkAccept({ ...ready(azure), covenant: 1 }, 'cedany', azure.id, TODAY)).toBe(REASONS.wrongCovenant);
    expect(checkAccept({ ...ready(azure), covenant: 0 }, 'cedany', azure.id, TODAY)).toBe(OK);
    expect(checkAccept({ ...ready(azure), covenant: 0, level: 8 }, 'cedany', azure.id, TODAY)).toBe(REASONS.questNotOffered);
    expect(checkAccept({ ...bare(9), covenant: 0 }, 'cedany', azure.id, TODAY)).toBe(REASONS.questNotOffered);

    const door = quests.key('a-door-with-legs');
    const someone = ready(door);
    expect(checkAccept(someone, 'isolde', door.id, TODAY)).toBe(REASONS.wrongClass);
    someone.life.cls = 1;
    expect(checkAccept(someone, 'isolde', door.id, TODAY)).toBe(OK);

    const fence = quests.key('the-fence-by-night');
    expect(checkAccept(ready(fence), 'wilf', fence.id, TODAY)).toBe(REASONS.notTheTime);
    expect(checkAccept(ready(fence), 'wilf', fence.id, standing(DAY, new Set([fence.id])))).toBe(OK);
    expect(offeredBy(ready(fence), 'wilf', TODAY)).toEqual([]);
    expect(checkAbandon(bare(5), fence.id)).toBe(REASONS.noSuchQuest);
  });

  it('keeps a quest once taken, whatever the world does', () => {
    const { c, journal, quest } = holder('the-fence-by-night');
    tell(c, { kind: 'defend', post: 'hobbs-fence' });
    expect(checkTurnIn(c, 'peg', quest.id, 0)).toBe(OK);
    applyTurnIn(c, journal, mint, quest.id, 0, DAY);
    expect(checkTurnIn(c, 'peg', quest.id, 0)).toBe(REASONS.noSuchQuest);
  });
});

describe('tasks of the day', () => {
  const drill = quests.key('powder-drill');
  const own = (day: number) => standing(day - (day % 3) + drill.daily!.turn, new Set());

  it('are offered on their turn, once a day, by anybody on watch, and pay by the level', () => {
    const c = bare(12);
    const today = own(DAY);
    expect(checkAccept(c, 'isolde', drill.id, standing(today.day + 1, new Set()))).toBe(REASONS.notTheTime);
    expect(checkAccept(c, 'nan', drill.id, today)).toBe(REASONS.questNotOffered);
    expect(checkAccept(c, 'una', drill.id, today)).toBe(OK);
    const journal = new Journal();
    applyAccept(c, journal, mint, drill.id);
    for (let n = 0; n < 8; n++) tell(c, { kind: 'kill', monster: 'wolf', level: 12, view: 'warfront' });
    expect(checkTurnIn(c, 'brandt', drill.id, 0)).toBe(OK);
    const { xp } = applyTurnIn(c, journal, mint, drill.id, 0, today.day);
    expect(xp).toBe(Math.round(xpToNext(12) * 0.09));
    expect([c.done, c.life.days[drill.id], journal.life]).toEqual([[], today.day, true]);
    expect(checkAccept(c, 'isolde', drill.id, today)).toBe(REASONS.doneToday);
    expect(checkAccept(c, 'isolde', drill.id, own(DAY + 3))).toBe(OK);
  });

  it('bring no points to who has nothing left to learn', () => {
    const c = bare(MAX_LEVEL);
    applyAccept(c, new Journal(), mint, drill.id);
    expect(applyTurnIn(c, new Journal(), mint, drill.id, 0, DAY).xp).toBe(0);
  });
});

describe('rewards', () => {
  it('are bound to who earned them and say where they come from; what piles does not', () => {
    const { c, journal, quest } = holder('keep-the-candle');
    tell(c, { kind: 'defend', post: 'candle-foot' });
    expect(checkTurnIn(c, 'ketha', quest.id, 9)).toBe(REASONS.badChoice);
    applyTurnIn(c, journal, mint, quest.id, 0, DAY);
    expect(c.items.find(item => item.kind === items.key('candle-keepers-ring').id)?.marks).toEqual({
      bound: true,
      by: 'quest',
      from: quest.id,
    });
    const { c: other, journal: told, quest: roads } = holder('four-roads');
    applyTurnIn(other, told, mint, roads.id, 0, DAY);
    expect(other.items[0]).not.toHaveProperty('marks');
  });

  it('know the kinds that they ask for', () => {
    expect(monsters.has('bellfounder')).toBe(true);
  });
});
