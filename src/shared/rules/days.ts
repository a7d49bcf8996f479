// The calendar: days of the world's clock in UTC, the same for everybody. In: epoch ms. Out: whole numbers of days since 1970, and their ends.

export const CALENDAR_DAY_MS = 24 * 3_600_000;

export const dayOf = (epoch_ms: number): number => Math.floor(epoch_ms / CALENDAR_DAY_MS);
/** When that day is over, epoch ms. */
export const dayEnds_ms = (day: number): number => (day + 1) * CALENDAR_DAY_MS;
