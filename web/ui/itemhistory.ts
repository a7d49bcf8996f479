// Where a thing comes from, in words: what it was taken from, who made or sold it, what it was earned by. In: its marks. Out: lines.
import { monsters, quests } from '../../src/shared/content';
import type { Marks } from '../../src/shared/rules/character';
import { npcNumbered } from '../places';
import { t } from '../strings';

export function historyOf({ maker, by, from = 0 }: Marks): string[] {
  return [maker ? t('item.maker', { who: maker }) : '', origin(by, from)].filter(Boolean);
}

function origin(by: Marks['by'], from: number): string {
  const what = by === 'kill' ? monsters.get(from)?.name : by === 'quest' ? quests.get(from)?.name : npcNumbered(from)?.name;
  if (!what || (by !== 'kill' && by !== 'quest' && by !== 'shop')) return '';
  return t(`item.by.${by}`, { what });
}
