// After the step: what happened is read once, and each system takes what concerns it, in this order. In: the core's ring of outcomes.
// Out: corpses, experience, quest counts, refusals told.
import {
  OUT_AGGRO,
  OUT_CAST_STOP,
  OUT_DEATH,
  OUT_LAND,
  OUT_REACH,
  OUT_REFUSED,
  OUT_RESPAWN,
  OUT_SHARE,
  OUT_SPLASH,
  OUT_USED,
} from '../../assembly/layout';
import type { Outcome } from '../shared/sim';
import { reachOver } from './neighbours';
import { tellRefused } from './systems/abilities';
import { noteAggro } from './systems/companions';
import { noticeStop, noticeUse } from './systems/cooldowns';
import { rise } from './systems/death';
import { countBruise, countFall, countRising, countSwim } from './systems/deeds';
import { dent, knock } from './systems/durability';
import { earn } from './systems/experience';
import { countHelp } from './systems/happenings';
import { die, leaveLoot } from './systems/loot';
import { Earnings } from './systems/parties';
import { countKill, countUse } from './systems/quests';
import { countBoss, shareAll } from './systems/runs';
import { share } from './systems/shares';
import type { World } from './world';

export type Reader = (world: World, outcome: Outcome) => void;

const SHARE: readonly Reader[] = [earn, countKill, countFall, countHelp, leaveLoot, share, knock];
const READERS: Readonly<Record<number, readonly Reader[]>> = {
  [OUT_DEATH]: [die, countBoss, dent],
  [OUT_SHARE]: SHARE,
  [OUT_RESPAWN]: [rise, countRising],
  [OUT_LAND]: [countBruise],
  [OUT_SPLASH]: [countSwim],
  [OUT_AGGRO]: [noteAggro],
  [OUT_USED]: [noticeUse, countUse],
  [OUT_CAST_STOP]: [noticeStop],
  [OUT_REFUSED]: [tellRefused],
  [OUT_REACH]: [reachOver],
};

export function readOutcomes(world: World): void {
  const together = new Earnings();
  world.sim.outcomes(outcome => {
    // In a dungeon a company fights as one: whoever healed or held has as much of a kill as who dealt the blows.
    if (world.run && outcome.type === OUT_SHARE) return;
    // What a member of a party has earned in the open is shared out among those of it who are near, when all of it is known.
    if (outcome.type === OUT_SHARE && together.add(world, outcome)) return;
    const readers = READERS[outcome.type];
    if (readers) for (const read of readers) read(world, outcome);
    if (world.run && outcome.type === OUT_DEATH) shareAll(world, outcome, SHARE);
  });
  together.shareOut(world, outcome => {
    for (const read of SHARE) read(world, outcome);
  });
}
