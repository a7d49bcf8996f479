// Ids of orders that a region carries out: the same again for the same order until it was answered, so that an answer that gets lost gives
// nothing twice. In: what is ordered. Out: a ULID.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const unanswered = new Map<string, string>();

export function orderFor(what: string): string {
  const known = unanswered.get(what) ?? newId(Date.now());
  unanswered.set(what, known);
  return known;
}

export function answered(what: string): void {
  unanswered.delete(what);
}

function newId(now_ms: number): string {
  let time = '';
  for (let i = 0, rest = now_ms; i < 10; i++, rest = Math.floor(rest / 32)) time = LETTERS[rest % 32] + time;
  return time + Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => LETTERS[byte & 31]).join('');
}
