// A kill here by somebody who stands next door: his share goes to him by transfer. In: OUT_SHARE of strangers. Out: parcels for the region
// in which he is, which counts points and quest steps for him.
import type { Outcome } from '../../shared/sim';
import type { World } from '../world';

export function share(world: World, { a, b, value }: Outcome): void {
  const creature = world.creatures.get(a);
  const stranger = world.players.has(b) ? undefined : world.strangers.get(b);
  if (!creature || !stranger?.character) return;
  const { kind, level } = creature;
  world.deeds.shares.push({
    to: stranger.home,
    share: { character: stranger.character, monster: kind.key, level, permille: value, followed: 0 },
  });
}
