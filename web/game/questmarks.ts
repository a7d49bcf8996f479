// What a villager's mark should say: a quest to take, one to hand in. In: the character as this screen knows it; out: a mark or ''.
// Asks the same rules that the region decides by.
import { computed } from '@preact/signals';
import type { Character } from '../../src/shared/rules/character';
import { offeredBy, readyAt } from '../../src/shared/rules/quests';
import { type Standing, standing } from '../../src/shared/rules/standing';
import { bag, found, life, me, quests, sheet, tidings } from '../state';

/** The own character as far as the region told it; null before it did. */
export const mine = computed<Character | null>(() => {
  const known = sheet.value;
  if (!known) return null;
  const { level, xp, gold, look, covenant } = known;
  const { active, done } = quests.value;
  return {
    id: '',
    account: '',
    name: me.peek().name,
    covenant,
    look,
    level,
    xp,
    gold,
    items: bag.value,
    quests: active,
    done,
    pois: [...found.value],
    life: life.value,
  };
});

/** How the world stands today, as far as quests ask. */
export const today = computed<Standing>(() => standing(tidings.value.day, tidings.value.open));

export function questMarkOf(npc: string): '' | 'offer' | 'turnin' {
  const character = mine.value;
  if (!character) return '';
  if (readyAt(character, npc).length) return 'turnin';
  return offeredBy(character, npc, today.value).length ? 'offer' : '';
}
