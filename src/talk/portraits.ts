// How people look to those who know them. In: relations, and who is where. Out: the contacts of an account, and what its friends hear when it comes
// or goes.
import type { Contacts, Friend, Whereabout } from '../ports';
import { FRIEND_AWAY, FRIEND_CHATS, FRIEND_OFFLINE, FRIEND_ONLINE } from '../shared/protocol/talk';
import { FRIEND, IGNORED, type Relation } from './relations';
import type { Talk } from './talk';

let version = 0;

export function contactsOf(talk: Talk, account: string, now_ms: number): Contacts {
  version = Math.max(version + 1, now_ms);
  const relations = talk.relations.of(account);
  const rooms = talk.rooms.joined(account).flatMap(key => {
    const room = talk.rooms.of(key);
    return room ? [{ room: key, name: room.name, isOwner: room.members[0]?.account === account }] : [];
  });
  return {
    version,
    friends: relations.filter(({ kind }) => kind === FRIEND).map(relation => friendOf(talk, account, relation)),
    ignored: relations.filter(({ kind }) => kind === IGNORED).map(({ other, name }) => ({ account: other, name })),
    rooms,
    mutedUntil_ms: talk.mutes.untilOf(account, now_ms),
  };
}

function friendOf(talk: Talk, account: string, { other, name }: Relation): Friend {
  const unknown = { account: other, name, level: 0, cls: 0, covenant: 0, region: '', state: FRIEND_OFFLINE, since_ms: 0 };
  // Who ignores one shows one nothing of himself.
  if (talk.relations.isIgnored(account, other)) return unknown;
  const there = nearestOf(talk.people.ofAccount(other));
  if (there) {
    const { name, level, cls, covenant, region, isAway } = there;
    return { account: other, name, level, cls, covenant, region, state: isAway ? FRIEND_AWAY : FRIEND_ONLINE, since_ms: 0 };
  }
  const seen = talk.relations.seen(other);
  const known = seen ? { ...unknown, ...seen, since_ms: seen.left_ms } : unknown;
  const [page] = talk.visitors.ofAccount(other);
  return page ? { ...known, name: page.name, covenant: page.covenant, state: FRIEND_CHATS, since_ms: 0 } : known;
}

/** Of several characters of an account, one who is not away. */
const nearestOf = (all: readonly Whereabout[]): Whereabout | undefined => all.find(({ isAway }) => !isAway) ?? all[0];

/** Remembers how somebody was who has left, if anybody wants to know. */
export function remember(talk: Talk, gone: Whereabout, now_ms: number): void {
  if (!talk.relations.friendOf(gone.account).length) return;
  const { name, level, cls, covenant } = gone;
  talk.relations.left(gone.account, { name, level, cls, covenant, left_ms: now_ms });
}
