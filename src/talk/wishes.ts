// What somebody asks of Talk, one function each. In: who asks, and what. Out: a reason and what he is to hear; whoever else it concerns is told too.
import type { TalkAnswer, TalkAsker, TalkWish, Word } from '../ports';
import { CHANNEL_WHISPER } from '../shared/protocol/messages';
import { NOTICES } from '../shared/protocol/notices';
import { nameKey } from '../shared/rules/names';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { customRoom } from '../shared/rules/rooms';
import { INVITE_USES } from '../shared/rules/talk';
import { findByName } from '../store/characters';
import { isKeptByTalk } from './mutes';
import { FRIEND, IGNORED } from './relations';
import type { Talk } from './talk';

export interface Somebody {
  readonly character: string;
  readonly account: string;
  readonly name: string;
}

const refused = (reason: Reason, text = ''): TalkAnswer => ({ reason, text, words: [] });
const done = (...words: Word[]): TalkAnswer => ({ reason: OK, text: '', words });
export const notice = (number: number, text = '', value = 0): Word => ({ what: 'notice', notice: number, value, text });

export function grant(talk: Talk, by: TalkAsker, wish: TalkWish, now_ms: number): Promise<TalkAnswer> | TalkAnswer {
  switch (wish.what) {
    case 'whisper':
      return whisper(talk, by, wish.to, wish.text, now_ms);
    case 'befriend':
      return list(talk, by, wish.name, FRIEND);
    case 'ignore':
      return list(talk, by, wish.name, IGNORED);
    case 'unfriend':
      return unlist(talk, by, wish.account, FRIEND);
    case 'unignore':
      return unlist(talk, by, wish.account, IGNORED);
    case 'joinRoom':
      return joinRoom(talk, by, wish.room);
    case 'leaveRoom':
      return leaveRoom(talk, by, wish.room);
    case 'manageRoom':
      return manageRoom(talk, by, wish);
    case 'report': {
      const kept = isKeptByTalk(wish.room) && mayHear(talk, by, wish.room) ? talk.said.tail(wish.room).lines : null;
      const reason = talk.complaints.take(by, wish, kept, now_ms);
      return reason === OK ? done(notice(NOTICES.reportTaken)) : refused(reason);
    }
    case 'makeInvite': {
      const { code, until_ms, guests } = talk.invites.make(by, now_ms);
      return done({ what: 'inviteLink', code, until_ms, uses: INVITE_USES - guests.length });
    }
  }
}

/** Of a room that players opened one reports only what was said while one is in it. */
const mayHear = (talk: Talk, { account }: TalkAsker, room: string): boolean =>
  !room.startsWith('#') || talk.rooms.has(room, account);

/** In the world, on the page, or of the record. Throws when D1 does not answer. */
async function find({ people, visitors, db }: Talk, name: string): Promise<Somebody | null> {
  const key = nameKey(name.trim());
  if (!key) return null;
  return people.named(key) ?? visitors.named(key) ?? (await findByName(db, key));
}

async function whisper(talk: Talk, by: TalkAsker, to: string, text: string, now_ms: number): Promise<TalkAnswer> {
  if (talk.mutes.untilOf(by.account, now_ms)) return refused(REASONS.muted);
  const whom = await find(talk, to);
  if (!whom) return refused(REASONS.noSuchPlayer, to);
  const said = {
    what: 'chat',
    channel: CHANNEL_WHISPER,
    from: by.name,
    to: whom.name,
    text,
    time: now_ms,
    account: by.account,
  } as const;
  // Whoever is ignored is not told so.
  if (talk.relations.isIgnored(by.account, whom.account)) return done(said);
  const isThere = talk.tell(whom.character, said);
  if (isThere) return done(said);
  const reason = talk.box.hold(whom.character, { from: by.name, account: by.account, text, at_ms: now_ms });
  if (reason !== OK) return refused(reason, whom.name);
  await talk.awakeIn(now_ms);
  return done(said, notice(NOTICES.whisperHeld, whom.name));
}

async function list(talk: Talk, by: TalkAsker, name: string, kind: typeof FRIEND | typeof IGNORED): Promise<TalkAnswer> {
  const whom = await find(talk, name);
  if (!whom) return refused(REASONS.noSuchPlayer, name);
  const reason = talk.relations.put(by.account, whom.account, kind, whom.name);
  if (reason !== OK) return refused(reason, whom.name);
  talk.tellContacts(by.account);
  // Whom one ignores sees one no more, at once.
  talk.tellContacts(whom.account);
  return done(notice(kind === FRIEND ? NOTICES.friendAdded : NOTICES.ignored, whom.name));
}

function unlist(talk: Talk, by: TalkAsker, other: string, kind: typeof FRIEND | typeof IGNORED): TalkAnswer {
  const reason = talk.relations.remove(by.account, other, kind);
  if (reason !== OK) return refused(reason);
  talk.tellContacts(by.account);
  talk.tellContacts(other);
  return done();
}

function joinRoom(talk: Talk, by: TalkAsker, name: string): TalkAnswer {
  const { reason, room } = talk.rooms.join(name, by);
  if (reason !== OK || !room) return refused(reason, name);
  talk.tellContacts(by.account);
  talk.bringWhole(room.room, by.account);
  return done(notice(NOTICES.roomJoined, room.name));
}

function leaveRoom(talk: Talk, by: TalkAsker, name: string): TalkAnswer {
  const { reason, room } = talk.rooms.leave(name, by.account);
  if (reason !== OK || !room) return refused(reason, name);
  talk.tellContacts(by.account);
  // Another one may be its owner now.
  const owner = talk.rooms.of(room.room)?.members[0];
  if (owner) talk.tellContacts(owner.account);
  return done(notice(NOTICES.roomLeft, room.name));
}

function manageRoom(
  talk: Talk,
  by: TalkAsker,
  { room: name, name: whom, act }: Extract<TalkWish, { what: 'manageRoom' }>,
): TalkAnswer {
  const wasIn = talk.rooms.of(customRoom(name));
  const { reason, room, account } = talk.rooms.manage(name, by.account, whom, act);
  if (reason !== OK || !room) return refused(reason, reason === REASONS.noSuchPlayer ? whom : name);
  if (wasIn?.members.some(member => member.account === account)) talk.tellAccount(account, notice(NOTICES.roomOut, room.name));
  talk.tellContacts(account);
  return done();
}
