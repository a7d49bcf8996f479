// Plain words for the player, by number: the region sends the number (S2C.notice), the screen has the words. Never reuse a number.

export const NOTICES = {
  /** Something said or asked for was refused; `value` is a reason of rules/reasons.ts. */
  refused: 1,
  /** D1 does not answer: a newcomer waits at the door. `value`: seconds until the next try. */
  waiting: 2,
  /** The region lost its thread and began anew from what is written down. */
  rebuilt: 3,
} as const;
