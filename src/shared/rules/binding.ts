// What is bound to its owner: nobody else can ever have it. Rare things bind when they are worn for the first time, rewards of quests from
// the start. In: a kind. Out: whether; binding itself is done where things move (inventory.ts) and are given (quests.ts).
import type { ItemKind } from '../content/kinds';

export const bindsWhenWorn = ({ slot, rarity }: ItemKind): boolean => !!slot && (rarity === 'rare' || rarity === 'epic');
