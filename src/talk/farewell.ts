// Who is deleted, as far as Talk keeps something of him: whom he knows and who knows him, his rooms, whispers from and for him, his links. In: who
// goes. Out: nothing of him, and whoever saw him in his lists sees him no more. What he said in rooms is the rooms': it goes with the next hundred
// lines. Reports that name him stay until their time is over, like all others (mutes.ts).
import type { Leaving, TalkKept } from '../ports';
import { IGNORED } from './relations';
import type { Talk } from './talk';

/** Told twice it does nothing more. Written in one transaction. */
export function forget(talk: Talk, { account, characters }: Leaving): void {
  talk.box.forget(account, characters);
  if (!account) return;
  talk.visitors.putOut(account, '');
  talk.invites.forget(account);
  talk.mutes.set(account, 0, '');
  const concerned = new Set([...talk.relations.forget(account), ...talk.rooms.forget(account)]);
  for (const other of concerned) talk.tellContacts(other);
}

/** What is kept of him, for himself. */
export function keptOf(talk: Talk, { account, characters }: Leaving, now_ms: number): TalkKept {
  const known = talk.relations.of(account).map(({ name, kind }) => ({ name, ignored: kind === IGNORED }));
  const rooms = talk.rooms.joined(account).flatMap(room => talk.rooms.of(room)?.name ?? []);
  const waiting = characters.flatMap(character => talk.box.of(character, now_ms).map(({ account: _, ...line }) => line));
  return { known, rooms, waiting };
}
