// ULIDs (github.com/ulid/spec): 48 bits of time, 80 of chance, 26 letters of Crockford's base 32; sortable, never reused.

/** Those tell when it was made. */
export const ULID_TIME_LETTERS = 10;
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function ulid(nowMs: number): string {
  let time = '';
  for (let i = 0, rest = nowMs; i < ULID_TIME_LETTERS; i++, rest = Math.floor(rest / 32)) time = LETTERS[rest % 32] + time;
  let chance = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) chance += LETTERS[byte & 31];
  return time + chance;
}

export const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
