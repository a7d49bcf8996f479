// After the step: what happened is read once, and each system takes what concerns it, in this order. In: the core's ring of outcomes.
// Out: corpses, experience, quest counts, refusals told.
import {
  OUT_AGGRO,
  OUT_CAST_START,
  OUT_CAST_STOP,
  OUT_DEATH,
  OUT_HEAL,
  OUT_HIT,
  OUT_LAND,
  OUT_LEASH,
  OUT_REACH,
  OUT_REFUSED,
  OUT_RESPAWN,
  OUT_SHARE,
  OUT_SPLASH,
  OUT_USED,
} from '../../assembly/layout';
import type { Outcome } from '../shared/sim';
import { calledFell } from './encounters/calls';
import { begunChant, spokenChant, stoppedChant } from './encounters/chants';
import { reachOver } from './neighbours';
import { tellRefused } from './systems/abilities';
import { noticeStop, noticeUse } from './systems/cooldowns';
import { rise } from './systems/death';
import { countBruise, countFall, countRising, countSwim } from './systems/deeds';
import { noteYield } from './systems/duels';
import { dent, knock } from './systems/durability';
import { beginFight, countDeeds, countHealing, isSharedOut, loseFight, winFight } from './systems/encounters';
import { earn } from './systems/experience';
import { countHelp } from './systems/happenings';
import { noteQuarrel, noteSlain, spare } from './systems/laws';
import { die, leaveLoot } from './systems/loot';
import { Earnings } from './systems/parties';
import { countKill, countUse } from './systems/quests';
import { countBoss, sharesOfRun } from './systems/runs';
import { share } from './systems/shares';
import type { World } from './world';

type Reader = (world: World, outcome: Outcome) => void;

const SHARERS: readonly Reader[] = [earn, countKill, countFall, countHelp, leaveLoot, share, knock];

/** In a dungeon a company fights as one: whoever healed or held has as much of a kill as who dealt the blows. */
const shareAmongAll: Reader = (world, outcome) => {
  if (world.run) for (const each of sharesOfRun(world, outcome)) for (const read of SHARERS) read(world, each);
};

/** A boss is shared out among all who helped, whether the core remembers them or not. */
const win: Reader = (world, outcome) => {
  const shares = winFight(world, outcome);
  if (!world.run) for (const each of shares) for (const read of SHARERS) read(world, each);
};

/** Neither of a dungeon's beast nor of a boss: those are shared out otherwise. */
const isOpenShare = (world: World, outcome: Outcome): boolean => !world.run && !isSharedOut(world, outcome);
const shareOut: Reader = (world, outcome) => {
  if (isOpenShare(world, outcome)) for (const read of SHARERS) read(world, outcome);
};

const READERS: Readonly<Record<number, readonly Reader[]>> = {
  [OUT_HIT]: [countDeeds, noteYield, noteQuarrel],
  [OUT_HEAL]: [countHealing],
  [OUT_CAST_START]: [begunChant],
  [OUT_CAST_STOP]: [noticeStop, stoppedChant],
  [OUT_USED]: [noticeUse, countUse, spokenChant],
  [OUT_DEATH]: [die, countBoss, dent, noteSlain, calledFell, win, shareAmongAll],
  [OUT_SHARE]: [shareOut],
  [OUT_RESPAWN]: [rise, spare, countRising],
  [OUT_AGGRO]: [beginFight],
  [OUT_LEASH]: [loseFight],
  [OUT_LAND]: [countBruise],
  [OUT_SPLASH]: [countSwim],
  [OUT_REFUSED]: [tellRefused],
  [OUT_REACH]: [reachOver],
};

export function readOutcomes(world: World): void {
  const together = new Earnings();
  world.sim.outcomes(outcome => {
    // What a member of a party has earned in the open is shared out among those of it who are near, when all of it is known.
    if (outcome.type === OUT_SHARE && isOpenShare(world, outcome) && together.add(world, outcome)) return;
    const readers = READERS[outcome.type];
    if (readers) for (const read of readers) read(world, outcome);
  });
  together.shareOut(world, outcome => {
    for (const read of SHARERS) read(world, outcome);
  });
}
