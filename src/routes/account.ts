// Guests: one POST makes an account, its cookie and a first character; the cookie alone opens it again.
import * as v from 'valibot';
import { HOME_REGION } from '../shared/content';
import { COVENANTS } from '../shared/content/kinds';
import { guestCharacter } from '../shared/rules/starter';
import { createGuest } from '../store/accounts';
import { insertCharacter, listCharacters } from '../store/characters';
import { ulid } from '../ulid';
import { cardOf, characterCard } from './characters';
import { deviceOfAsker, keepToken } from './cookies';
import { type App, type AppContext, endpoint, Refusal } from './endpoint';
import { comeBy, type Host, needInvite } from './invite';
import { slowDown, whoAsks } from './signin';

const accountAnswer = v.object({ account: v.string(), characters: v.array(characterCard) });

export function accountRoutes(app: App): void {
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/guest',
      summary:
        'Open the account of the cookie, or make a guest account with a first character and set its cookie. With ?invite=CODE a new guest begins beside whoever made that link, and everybody is offered his party.',
      access: 'open',
      answer: accountAnswer,
      errors: {
        too_many_guests: 'This address made too many guests in the last minute.',
        invite_over: 'That link holds no more.',
      },
    },
    async c => {
      const known = (await whoAsks(c))?.account ?? null;
      const invite = c.req.query('invite');
      if (invite !== undefined) await needInvite(c, invite);
      const account = known ?? (await newGuest(c));
      const host = invite === undefined ? null : await comeBy(c, invite, account);
      if ((await listCharacters(c.env.DB, account)).length === 0) await firstCharacter(c, account, host);
      const cards = await listCharacters(c.env.DB, account);
      return c.json({ account, characters: cards.map(cardOf) });
    },
  );
  endpoint(
    app,
    { method: 'get', path: '/api/me', summary: 'The account and its characters.', access: 'account', answer: accountAnswer },
    async c => {
      const account = c.get('account');
      return c.json({ account, characters: (await listCharacters(c.env.DB, account)).map(cardOf) });
    },
  );
}

async function newGuest(c: AppContext): Promise<string> {
  await slowDown(c, 'too_many_guests', 'Too many new guests from this address. Try again in a minute.');
  const { account, token } = await createGuest(c.env.DB, Date.now(), deviceOfAsker(c));
  keepToken(c, token);
  return account;
}

/** A guest needs no form: name, look and covenant are chosen for him and can be changed at any time. */
async function firstCharacter(c: AppContext, account: string, host: Host | null): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const now = Date.now();
    const [chance] = crypto.getRandomValues(new Uint32Array(1));
    const covenant = host?.covenant ?? chance % COVENANTS.length;
    const born = guestCharacter({ id: ulid(now), account, covenant, chance }, () => ulid(now));
    const where = host ?? { region: HOME_REGION };
    const result = await insertCharacter(c.env.DB, { ...born, place: 0, region: where.region, soft: host?.soft }, now);
    if (result !== 'name') return; // created, or another tab of the same guest was faster
  }
  throw new Refusal(503, 'no_free_name', 'No free name was found. Try again.');
}
