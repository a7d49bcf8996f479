// Whole pictures of what a character is and has, as messages. In: a character. Out: sheet, bag and quests written to a frame.
import type { Writer } from '../shared/protocol/codec';
import { put, S2C } from '../shared/protocol/messages';
import * as told from '../shared/protocol/told';
import type { Character } from '../shared/rules/character';
import { knownAbilities } from '../shared/rules/classes';
import type { Stack } from '../shared/rules/inventory';
import { MAX_LEVEL, xpToNext } from '../shared/rules/levels';
import { sheetOf } from '../shared/rules/stats';
import { bankItems, isBankSlot } from '../shared/rules/worn';
import type { Player } from './player';

export function tellSheet(w: Writer, c: Character): void {
  const { might, aim, spirit, vigor, armor } = sheetOf(c);
  const xpNext = c.level < MAX_LEVEL ? xpToNext(c.level) : 0;
  const abilities = knownAbilities(c).map(ability => ability.id);
  const { level, xp, gold, covenant, look } = c;
  const { rested } = c.life;
  put(w, S2C.sheet, { level, xp, xpNext, rested, gold, might, aim, spirit, vigor, armor, covenant, look, abilities });
}

export function tellBag(w: Writer, c: Character): void {
  put(w, S2C.bag, { items: c.items.filter(item => !isBankSlot(item.slot)).map(told.tellItem) });
}

export function tellBank(w: Writer, c: Character): void {
  put(w, S2C.bank, { items: bankItems(c).map(told.tellItem) });
}

export function tellLife(w: Writer, { life }: Character): void {
  put(w, S2C.life, told.tellLife(life));
}

export function tellQuests(w: Writer, c: Character): void {
  put(w, S2C.quests, { active: c.quests, done: c.done });
}

export interface Gain {
  xp?: number;
  gold?: number;
  items?: readonly Stack[];
}

/** What was received in this turn; told when it is written. `cause`: CAUSE_*. */
export function tellGain(player: Player, cause: number, { xp = 0, gold = 0, items = [] }: Gain): void {
  player.sure(S2C.gained, { xp, gold, items: [...items], cause });
}

/** `levels` gained just now. */
export function tellLevels(player: Player, levels: number): void {
  if (levels) player.sure(S2C.levelUp, { level: player.character.level });
}
