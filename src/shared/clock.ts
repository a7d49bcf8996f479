// The world's time of day, the same for everybody, from the wall clock alone. In: epoch ms. Out: hours 0..24, names of the hour.

/** A day of the world lasts 48 minutes, so an hour lasts two. */
export const DAY_MS = 48 * 60_000;

/** 0..24, 12 = noon. */
export function hourOf(epochMs: number): number {
  const day = epochMs / DAY_MS;
  return (day - Math.floor(day)) * 24;
}

/** 0..1 for the core's `step`: 0.5 = noon. */
export const timeOfDay = (epochMs: number): number => hourOf(epochMs) / 24;

export const DAWN_H = 5.5;
export const DUSK_H = 20;
export const isNight = (hour: number): boolean => hour < DAWN_H || hour >= DUSK_H;

/** "16:42", as the minimap shows it. */
export function clockText(hour: number): string {
  const minutes = Math.floor(hour * 60) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
