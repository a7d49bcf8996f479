// All quests. In: the chains beside this. Out: one table; ids stand in databases, never reuse one.
import type { Quest } from './kinds';
import { CALLING_QUESTS } from './quests/callings';
import { DAILY_QUESTS } from './quests/daily';
import { FAR_QUESTS } from './quests/far';
import { HAND_QUESTS } from './quests/hands';
import { HOME_QUESTS } from './quests/homes';
import { OUTER_QUESTS } from './quests/outer';
import { RING_QUESTS } from './quests/ring';
import { ROAD_QUESTS } from './quests/road';
import { ROAD_END_QUESTS } from './quests/roadend';
import { RUIN_QUESTS } from './quests/ruin';
import { VALLEY_QUESTS } from './quests/valley';
import { VILLAGE_QUESTS } from './quests/village';

export const QUESTS: readonly Quest[] = [
  ...VILLAGE_QUESTS,
  ...VALLEY_QUESTS,
  ...RUIN_QUESTS,
  ...ROAD_QUESTS,
  ...ROAD_END_QUESTS,
  ...HAND_QUESTS,
  ...RING_QUESTS,
  ...HOME_QUESTS,
  ...OUTER_QUESTS,
  ...FAR_QUESTS,
  ...CALLING_QUESTS,
  ...DAILY_QUESTS,
];
