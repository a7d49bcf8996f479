// What the realm keeps of each player here: his party, his waiting for a company, the run he may go back to, his guild. In: letters of affairs. Out: what
// of it is different now, told to his screen; and all of it to a screen that has just come.
import type { Affairs, Waiting } from '../../ports';
import { dungeons, placeOf } from '../../shared/content';
import {
  type Body,
  MATE_AWAY,
  MATE_GONE,
  MATE_HERE,
  MUSTER_ASKED,
  MUSTER_NONE,
  MUSTER_WAITS,
  S2C,
} from '../../shared/protocol/messages';
import { FILLS } from '../../shared/rules/muster';
import { ROLES } from '../../shared/rules/roles';
import type { Player } from '../player';
import type { World } from '../world';
import { tellGuild } from './guild';
import { standTo } from './laws';

/** An older telling than the one that is known comes too late. */
export function takeAffairs(world: World, player: Player, affairs: Affairs): void {
  const { id } = player.character;
  const before = world.footing.affairs.get(id) ?? null;
  if (before && before.version >= affairs.version) return;
  // The realm does not know yet: what it said before still holds.
  const guild = affairs.guild === undefined ? before?.guild : affairs.guild;
  world.footing.affairs.set(id, { ...affairs, guild });
  // Mates do each other no harm.
  standTo(world, player);
  tellAffairs(world, player, before);
}

/** What differs from `before`; null: everything. */
export function tellAffairs(world: World, player: Player, before: Affairs | null): void {
  const affairs = world.footing.affairs.get(player.character.id);
  if (!affairs) return;
  const isNews = (of: 'party' | 'waiting' | 'way' | 'guild' | 'lists'): boolean =>
    !before || JSON.stringify(before[of]) !== JSON.stringify(affairs[of]);
  if (isNews('party')) {
    // Marks and healths of mates go by their places in it.
    player.matesTold = '';
    player.marksTold = '';
    player.soon(S2C.party, partyBody(affairs));
  }
  if (isNews('waiting')) player.soon(S2C.muster, musterBody(affairs.waiting, player.character.id, world.now_ms));
  if (isNews('guild') && affairs.guild !== undefined) tellGuild(world, player, before?.guild ?? null);
  if (isNews('lists')) player.soon(S2C.lists, listsBody(affairs, world.now_ms));
  if (isNews('way')) player.soon(S2C.way, wayBody(affairs, world.now_ms));
}

/** Once a second: of those who are here no more nothing is kept. */
export function forgetAffairs({ footing, onTheSecond, byCharacter }: World): void {
  const { affairs, custody } = footing;
  if (!onTheSecond || affairs.size <= byCharacter.size) return;
  for (const id of affairs.keys()) if (!custody.held.has(id)) affairs.delete(id);
}

function partyBody({ party }: Affairs): Body<typeof S2C.party> {
  if (!party) return { leader: 0, raid: false, rolls: false, members: [] };
  return {
    leader: party.members.findIndex(({ character }) => character === party.leader),
    raid: party.isRaid,
    rolls: party.rolls ?? false,
    members: party.members.map(({ character, name, level, covenant, cls, roles, region, isAway }) => ({
      character,
      name,
      level,
      covenant,
      cls,
      roles,
      place: placeOf(region)?.number ?? 0,
      state: !region ? MATE_GONE : isAway ? MATE_AWAY : MATE_HERE,
    })),
  };
}

function musterBody(waiting: Waiting | null, own: string, now_ms: number): Body<typeof S2C.muster> {
  if (!waiting) return { state: MUSTER_NONE, dungeon: 0, fill: 0, waited_s: 0, left_s: 0, own: 0, seats: [] };
  const { dungeon, fill, since_ms, check } = waiting;
  return {
    state: check ? MUSTER_ASKED : MUSTER_WAITS,
    dungeon: dungeons.key(dungeon).id,
    fill: FILLS.indexOf(fill),
    waited_s: Math.min(0xffff, Math.max(0, Math.round((now_ms - since_ms) / 1000))),
    left_s: check ? Math.max(0, Math.ceil((check.until_ms - now_ms) / 1000)) : 0,
    own: Math.max(0, check?.seats.findIndex(({ character }) => character === own) ?? 0),
    seats: check?.seats.map(({ role, agreed }) => ({ role: ROLES.indexOf(role), agreed })) ?? [],
  };
}

function listsBody({ lists }: Affairs, now_ms: number): Body<typeof S2C.lists> {
  if (!lists) return { party: 0, waited_s: 0, rating: 0 };
  const waited_s = Math.min(0xffff, Math.max(0, Math.round((now_ms - lists.since_ms) / 1000)));
  return { party: lists.party, waited_s, rating: lists.rating };
}

function wayBody({ way }: Affairs, now_ms: number): Body<typeof S2C.way> {
  if (!way) return { dungeon: 0, left_s: 0 };
  return { dungeon: dungeons.key(way.dungeon).id, left_s: Math.max(0, Math.round((way.until_ms - now_ms) / 1000)) };
}
