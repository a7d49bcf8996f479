// Words about guilds that several panels use. In: numbers. Out: texts of the chosen language.
import { RANKS } from '../../src/shared/rules/guild';
import { guildRoster } from '../state';
import { t } from '../strings';

const RANK_KEYS = ['guild.rank0', 'guild.rank1', 'guild.rank2', 'guild.rank3', 'guild.rank4'] as const;

/** What a rank is called: as the guild calls it, else as all do. */
export const rankName = (rank: number): string =>
  guildRoster.value?.ranks[rank]?.name || t(RANK_KEYS[Math.min(RANKS - 1, Math.max(0, rank))]);

/** "Thu 26 Nov, 20:15", in the player's own time. */
export const whenText = (at_ms: number): string =>
  new Date(at_ms).toLocaleString(document.documentElement.lang || undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
