// The account's three characters: create, edit, delete. Every id is looked up together with its account.
import * as v from 'valibot';
import { HOME_REGION } from '../shared/content';
import { COVENANTS } from '../shared/content/kinds';
import { isLook } from '../shared/content/looks';
import { CHARACTER_SLOTS } from '../shared/protocol/limits';
import { checkName, cleanName } from '../shared/rules/names';
import { OK } from '../shared/rules/reasons';
import { newCharacter } from '../shared/rules/starter';
import { type CharacterCard, editCharacter, findCharacter, insertCharacter, listCharacters } from '../store/characters';
import { ULID, ulid } from '../ulid';
import { depart, inWorld } from './departures';
import { type App, type AppContext, endpoint, Refusal } from './endpoint';
import { regionPort } from './regions';

const name = v.pipe(v.string(), v.maxLength(64));
const covenant = v.picklist(COVENANTS);
const look = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff), v.check(isLook));

export const characterCard = v.object({ id: v.string(), name: v.string(), level: v.number(), covenant, look: v.number() });

export function cardOf(card: CharacterCard): v.InferOutput<typeof characterCard> {
  return { id: card.id, name: card.name, level: card.level, covenant: COVENANTS[card.covenant], look: card.look };
}

const nameErrors = { bad_name: 'The name breaks a rule of names.', name_taken: 'Somebody has that name.' };

export function characterRoutes(app: App): void {
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/characters',
      summary: 'Create a character in a free slot (three per account).',
      access: 'account',
      body: v.object({ name, covenant, look }),
      answer: characterCard,
      errors: { ...nameErrors, no_slot: 'All character slots are taken.' },
    },
    async (c, body) => {
      const account = c.get('account');
      needName(body.name);
      const taken = new Set((await listCharacters(c.env.DB, account)).map(card => card.place));
      const place = Array.from({ length: CHARACTER_SLOTS }, (_, i) => i).find(i => !taken.has(i));
      if (place === undefined) throw noSlot();
      const now = Date.now();
      const wish = {
        id: ulid(now),
        account,
        name: cleanName(body.name),
        covenant: COVENANTS.indexOf(body.covenant),
        look: body.look,
      };
      const born = newCharacter(wish, () => ulid(now));
      const result = await insertCharacter(c.env.DB, { ...born, place, region: HOME_REGION }, now);
      if (result === 'name') throw nameTaken();
      if (result === 'place') throw noSlot();
      return c.json({ id: wish.id, name: wish.name, level: born.character.level, covenant: body.covenant, look: body.look }, 201);
    },
  );
  endpoint(
    app,
    {
      method: 'patch',
      path: '/api/characters/:id',
      summary: 'Change name or look, also while the character is in the world; its covenant only while it is not.',
      access: 'account',
      body: v.partial(v.object({ name, covenant, look })),
      answer: characterCard,
      errors: { ...nameErrors, in_world: 'The covenant changes only while the character is not in the world.' },
    },
    async (c, body) => {
      const card = await owned(c);
      if (body.name !== undefined) needName(body.name);
      const change = {
        ...(body.name === undefined ? {} : { name: cleanName(body.name) }),
        ...(body.covenant === undefined ? {} : { covenant: COVENANTS.indexOf(body.covenant) }),
        ...(body.look === undefined ? {} : { look: body.look }),
      };
      if (Object.keys(change).length === 0) return c.json(cardOf(card));
      const edited = await editCharacter(c.env.DB, card.id, change);
      if (edited === 'name') throw nameTaken();
      if (edited === 'out') throw inWorld();
      if (edited.owner) await regionPort(c.env, edited.owner).renamed(card.id, change);
      return c.json(cardOf({ ...card, ...change }));
    },
  );
  endpoint(
    app,
    {
      method: 'delete',
      path: '/api/characters/:id',
      summary: 'Delete a character that is not in the world, with everything it holds.',
      access: 'account',
      answer: v.object({ deleted: v.boolean() }),
      errors: { in_world: 'The character is in the world; it leaves a minute after its player does.' },
    },
    async c => {
      const card = await owned(c);
      await depart(c.env, { account: '', characters: [card.id] });
      return c.json({ deleted: true });
    },
  );
}

/** The character named in the path, if it is the account's; a stranger's is as unknown as none. */
export async function owned(c: AppContext, id = c.req.param('id') ?? ''): Promise<CharacterCard> {
  const card = ULID.test(id) ? await findCharacter(c.env.DB, c.get('account'), id) : null;
  if (!card) throw new Refusal(404, 'no_such_character', 'You have no such character.');
  return card;
}

function needName(text: string): void {
  if (checkName(text) !== OK) throw new Refusal(422, 'bad_name', 'A name has 3 to 16 letters of one script and is not reserved.');
}
const nameTaken = () => new Refusal(409, 'name_taken', 'Somebody has that name already.');
const noSlot = () => new Refusal(409, 'no_slot', 'All three character slots are taken.');
