// Who of the staff may do what: asked before every answer of /api/admin. In: a request that carries an account. Out: whom it is about, or a refusal.
import * as v from 'valibot';
import { OK, type Reason, reasonKey } from '../../shared/rules/reasons';
import { type Action, checkAct, checkRank, checkReason, type Person, REASON_LETTERS } from '../../shared/rules/staff';
import { personOf } from '../../store/moderation';
import { ULID } from '../../ulid';
import { type AppContext, Refusal } from '../endpoint';

export const why = v.pipe(v.string(), v.trim(), v.maxLength(REASON_LETTERS.most));

const WORDS: Partial<Record<string, string>> = {
  rankTooLow: 'Your rank does not allow that.',
  outranked: 'Nobody acts on his equals or betters.',
  notYourself: 'Not on yourself.',
  needsReason: `A reason of ${REASON_LETTERS.least} letters or more is needed.`,
  badSpan: 'That is no span of time.',
  notInWorld: 'That character is not in the world.',
  noWayThere: 'There is no way there.',
  bagFull: 'The bag is full.',
  badQuantity: 'That is not an amount that can be given.',
  noSuchItem: 'There is no such item.',
};

/** A reason of the rules as a refusal of the door. */
export function refused(reason: Reason, status: 403 | 409 | 422 = 409): Refusal {
  const key = reasonKey(reason) ?? 'refused';
  return new Refusal(status, key, WORDS[key] ?? 'That cannot be done.');
}

export function needRank(c: AppContext, action: Action): void {
  const reason = checkRank(c.get('rank'), action);
  if (reason !== OK) throw refused(reason, 403);
}

export function needReason(text: string): void {
  const reason = checkReason(text);
  if (reason !== OK) throw refused(reason, 422);
}

/** The account named in the path, if he who asks may do that to it. */
export async function needTarget(c: AppContext, action: Action, check = checkAct): Promise<Person> {
  needRank(c, action);
  const id = c.req.param('account') ?? '';
  const person = ULID.test(id) ? await personOf(c.env.DB, id, Date.now()) : null;
  if (!person) throw new Refusal(404, 'no_such_account', 'There is no such account.');
  if (action === 'look') return person;
  const reason = check(c.get('rank'), action, person.rank, person.account === c.get('account'));
  if (reason !== OK) throw refused(reason, 403);
  return person;
}

export function characterOf(person: Person, id: string): Person['characters'][number] {
  const character = person.characters.find(each => each.id === id);
  if (!character) throw new Refusal(404, 'no_such_character', 'That account has no such character.');
  return character;
}

export const rankChanged = (): Refusal => new Refusal(409, 'rank_changed', 'Somebody has changed a rank meanwhile. Look again.');
