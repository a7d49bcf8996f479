// What players do for their covenant where they are: it weighs in the hour's fight for the place (rules/front.ts). In: deeds. Out: points that the
// realm hears of with the next report, and a word to who earned them.
import { S2C } from '../../shared/protocol/messages';
import { NOTICES } from '../../shared/protocol/notices';
import { BOARD, isContested } from '../../shared/rules/front';
import type { Player } from '../player';
import type { World } from '../world';

export function strive(world: World, player: Player, points: number): void {
  if (world.isInstance || !isContested(BOARD, world.place.number)) return;
  world.efforts[player.character.covenant] += points;
  player.soon(S2C.notice, { notice: NOTICES.strove, value: points, text: '' });
}

/** What has been done since they were taken last; undefined: nothing. */
export function takeEfforts({ efforts }: World): number[] | undefined {
  if (!efforts.some(points => points > 0)) return undefined;
  const taken = [...efforts];
  efforts.fill(0);
  return taken;
}

/** The realm did not hear of them: they are told with the next report. */
export function giveBack(world: World | null, taken: readonly number[] | undefined): void {
  taken?.forEach((points, i) => {
    if (world) world.efforts[i] += points;
  });
}
