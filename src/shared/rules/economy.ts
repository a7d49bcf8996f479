// The zero-sum check: everything that was made and not destroyed is somewhere. In: sums of the books and of the records. Out: where it is, and the
// gap that should be nothing. Pure.

export interface Sums {
  readonly made: number;
  readonly destroyed: number;
  /** In the records of characters. */
  readonly recorded: number;
  /** Left characters for mailboxes, the market and guilds, less what came back to them. */
  readonly sent: number;
  /** What ceased while one of those had it. */
  readonly ceased: number;
}
export interface Balance extends Sums {
  /** In the world, as the books say. */
  readonly world: number;
  /** With keepers, and on the way to and from them. */
  readonly kept: number;
  /** In the books and in no place that is known. Of things: what lies on the ground as well. */
  readonly gap: number;
}

export function balanceOf(sums: Sums): Balance {
  const world = sums.made - sums.destroyed;
  const kept = sums.sent - sums.ceased;
  return { ...sums, world, kept, gap: world - sums.recorded - kept };
}
