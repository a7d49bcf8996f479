// Arenas: placeholder until the next slice.
import type { Player } from '../player';
import type { World } from '../world';
export const sideOf = (_world: World, _player: Player): number => 0;
