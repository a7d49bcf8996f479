// One villager in one call. In: who, where and how dressed. Out: a row of the place's npcs.
import type { Npc } from '../kinds';
import { type Look, packLook } from '../looks';
import { deg } from './shapes';

/** `at`: x, z and where he looks, degrees clockwise from north. A route is walked from its first point to its last and back. */
export function person(
  id: number,
  key: string,
  name: string,
  title: string,
  kind: string,
  [x, z, degrees]: readonly [number, number, number],
  look: Partial<Look>,
  more: Pick<Npc, 'greeting'> & Partial<Pick<Npc, 'barks' | 'route' | 'vendor' | 'teaches' | 'smith' | 'banker' | 'stable'>>,
): Npc {
  return { id, key, name, title, kind, x, z, yaw: deg(degrees), look: packLook(look), ...more };
}
