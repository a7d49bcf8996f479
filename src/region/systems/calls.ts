// Who has asked him in, into a party or into a guild. In: letters of the realm and of guilds. Out: told to his screen, and again to one that comes
// back or walks in over a border, for as long as they hold: whoever asks is refused a second time, so one that was lost could not be mended.
import type { Word } from '../../ports';
import { S2C } from '../../shared/protocol/messages';
import type { Player } from '../player';
import type { World } from '../world';

/** An invitation that nobody has answered yet. */
export type Call = Extract<Word, { what: 'invited' | 'guildInvited' }>;

/** By whom, or into which guild: ids of both are never the same. */
const keyOf = (call: Call): string => (call.what === 'invited' ? call.from : call.guild);

export function takeCall(world: World, player: Player, call: Call): void {
  forgetOver(world, player);
  player.calls.set(keyOf(call), call);
  tellCall(world, player, call);
}

/** He brought them along over a border. */
export function bringCalls(player: Player, calls: readonly Call[]): void {
  for (const call of calls) player.calls.set(keyOf(call), call);
}

/** To a screen that may not have heard of them. Whoever is in a party has no use for another. */
export function tellCalls(world: World, player: Player): void {
  forgetOver(world, player);
  const isMate = Boolean(world.footing.affairs.get(player.character.id)?.party);
  for (const call of player.calls.values()) if (call.what !== 'invited' || !isMate) tellCall(world, player, call);
}

function tellCall({ now_ms }: World, player: Player, call: Call): void {
  const left_s = Math.ceil((call.until_ms - now_ms) / 1000);
  if (left_s <= 0) return;
  const { name, count } = call;
  if (call.what === 'invited') player.sure(S2C.invited, { from: call.from, name, count, left_s });
  else {
    const { guild, by, emblem } = call;
    player.sure(S2C.guildInvited, { guild, name, by, ...emblem, count, left_s: Math.min(0xff, left_s) });
  }
}

function forgetOver({ now_ms }: World, { calls }: Player): void {
  for (const [key, { until_ms }] of calls) if (until_ms <= now_ms) calls.delete(key);
}
