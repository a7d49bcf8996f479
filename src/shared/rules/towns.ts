// What is a town: where people live close together. In: a place and a spot. Out: yes or no.
import type { Place } from '../content/kinds';

/** So many who live within so many metres are neighbours enough. */
const NEIGHBOURS = 4;
const NEAR_M = 55;

export function isInTown({ npcs }: Pick<Place, 'npcs'>, x: number, z: number): boolean {
  let near = 0;
  for (const npc of npcs) if ((npc.x - x) ** 2 + (npc.z - z) ** 2 <= NEAR_M ** 2 && ++near >= NEIGHBOURS) return true;
  return false;
}
