// "Since you left": told to whoever comes back after a while. In: when he left, the wilds here, the front of the world. Out: one message.
import { S2C } from '../../shared/protocol/messages';
import { LEAST_AWAY_MS, placesSeen, sinceLines } from '../../shared/rules/since';
import type { Player } from '../player';
import type { World } from '../world';
import { wildsSince } from './camps';

/** He has just been fetched; the realm is asked how the war went, and the rest comes from here. */
export function tellSince(world: World, player: Player): void {
  const { held, entity, session } = player;
  const { left_ms } = held;
  held.left_ms = 0;
  if (!left_ms || !session || world.now_ms - left_ms < LEAST_AWAY_MS) return;
  const { core } = world.sim;
  const { before, now } = wildsSince(world, left_ms, { x: core.x(entity), z: core.z(entity) });
  const away_s = Math.round((world.now_ms - left_ms) / 1000);
  const seen = placesSeen(held.character.pois);
  world.footing.front().then(
    front => {
      const lines = sinceLines(before, { ...now, front }, seen);
      if (lines.length && player.session === session) player.soon(S2C.since, { away_s, lines });
    },
    error => {
      world.counters.count('realm.away');
      console.warn({ event: 'front_unknown', region: world.footing.region, error: String(error) });
    },
  );
}
