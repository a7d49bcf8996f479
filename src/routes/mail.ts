// A character's mailbox, to be read from anywhere. What a letter holds is taken in the world, in a town (region/systems/post.ts).
import * as v from 'valibot';
import { mailboxPort } from '../ports';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { findCharacter } from '../store/characters';
import { type App, type AppContext, endpoint, Refusal } from './endpoint';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** What tells it from others of its kind; see shared/rules/character.ts. */
export const thing = v.object({ id: v.string(), kind: count, quantity: count, marks: v.optional(v.looseObject({})) });
const letter = v.object({
  id: v.string(),
  from: v.pipe(v.string(), v.description('Id of the sender; empty: the world itself')),
  name: v.string(),
  kind: v.picklist(['plain', 'back', 'paid', 'sold', 'bought', 'ended', 'goods']),
  subject: v.string(),
  text: v.string(),
  gold: v.pipe(count, v.description('copper that it holds')),
  things: v.array(thing),
  cod: v.pipe(count, v.description('copper to be paid before the things may be taken')),
  facts: v.pipe(v.array(v.number()), v.description('of the market: kind, quality, quantity, price of one, gold kept by it')),
  at_ms: count,
  until_ms: count,
  read: v.boolean(),
});

export function mailRoutes(app: App): void {
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/characters/:id/mail',
      summary: 'All letters in the mailbox of a character, newest first.',
      access: 'account',
      answer: v.object({ letters: v.array(letter), unread: count }),
    },
    async c => {
      const id = await ownCharacter(c);
      const letters = await mailboxPort(c.env, id).list(id);
      return c.json({ letters, unread: letters.filter(({ read }) => !read).length });
    },
  );
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/characters/:id/mail/:letter/read',
      summary: 'Marks a letter as read.',
      access: 'account',
      answer: v.object({ read: v.boolean() }),
    },
    async c => {
      const id = await ownCharacter(c);
      await mailboxPort(c.env, id).markRead(id, c.req.param('letter') ?? '');
      return c.json({ read: true });
    },
  );
  endpoint(
    app,
    {
      method: 'delete',
      path: '/api/characters/:id/mail/:letter',
      summary: 'Throws a letter away that holds nothing any more.',
      access: 'account',
      answer: v.object({ discarded: v.boolean() }),
      errors: { no_letter: 'There is no such letter.', letter_kept: 'Something is still in it.' },
    },
    async c => {
      const id = await ownCharacter(c);
      const reason: Reason = await mailboxPort(c.env, id).discard(id, c.req.param('letter') ?? '');
      if (reason === REASONS.letterKept) throw new Refusal(409, 'letter_kept', 'Something is still in it: take it out first.');
      if (reason !== OK) throw new Refusal(404, 'no_letter', 'There is no such letter.');
      return c.json({ discarded: true });
    },
  );
}

/** The character in the path, if it is the caller's. */
export async function ownCharacter(c: AppContext): Promise<string> {
  const card = await findCharacter(c.env.DB, c.get('account'), c.req.param('id') ?? '');
  if (!card) throw new Refusal(404, 'no_character', 'You have no such character.');
  return card.id;
}
