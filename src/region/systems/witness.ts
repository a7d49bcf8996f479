// What was said here of late, as the region heard it: for reports. In: lines as they are told to people here. Out: the one that somebody reports,
// with those round it that were said in the same place, to the same party, or between the same two; or somebody himself, with what he said aloud.
import type { Witnessed } from '../../ports';
import { type Body, type C2S, CHANNEL_PARTY, CHANNEL_RAID, CHANNEL_WARNING, CHANNEL_WHISPER } from '../../shared/protocol/messages';
import { REASONS } from '../../shared/rules/reasons';
import { roomOf } from '../../shared/rules/rooms';
import { REPORT_AROUND } from '../../shared/rules/talk';
import { complaintOf } from '../../talkwords';
import type { Player } from '../player';
import type { World } from '../world';
import { refuse } from './parties';
import { ask } from './talk';
import { SIGHT_M } from './who';

const MOST_KEPT = 400;

interface Kept extends Witnessed {
  /** Where it was said: only what was said there too is told with it. */
  readonly room: string;
  readonly channel: number;
}

/** Memory only: what was said before a crash of the region is reported in vain. */
export class Witness {
  private kept: Kept[] = [];

  hear(line: Kept): void {
    // A party's line passes by once for each member who is here.
    const isTold = this.kept
      .slice(-8)
      .some(known => known.at_ms === line.at_ms && known.from === line.from && known.room === line.room);
    if (isTold) return;
    this.kept.push(line);
    if (this.kept.length > MOST_KEPT * 1.25) this.kept = this.kept.slice(-MOST_KEPT);
  }

  /** `mine`: rooms that the reporter was in. */
  find(
    channel: number,
    from: string,
    at_ms: number,
    mine: (room: string) => boolean,
  ): { room: string; lines: Witnessed[]; about: number } | null {
    const found = this.kept.findLast(line => {
      return line.channel === channel && line.from === from && line.at_ms === at_ms && mine(line.room);
    });
    if (!found) return null;
    const all = this.kept.filter(({ room }) => room === found.room);
    const at = all.indexOf(found);
    const first = Math.max(0, at - REPORT_AROUND);
    const lines = all
      .slice(first, at + REPORT_AROUND + 1)
      .map(({ from, account, text, at_ms }) => ({ from, account, text, at_ms }));
    return { room: found.room, lines, about: at - first };
  }

  /** His last lines that everybody near could hear. */
  saidAloud(from: string): Witnessed[] {
    const own = this.kept.filter(line => line.from === from && isAloud(line.room));
    return own.slice(-REPORT_AROUND).map(({ from, account, text, at_ms }) => ({ from, account, text, at_ms }));
  }
}

const isAloud = (room: string): boolean => !room.startsWith('party') && !room.startsWith('whisper');

/** Between two, whoever of them speaks. */
export const pairRoom = (one: string, other: string): string => `whisper ${[one, other].sort().join('|')}`;

export function reportLine(world: World, player: Player, body: Body<typeof C2S.reportLine>): void {
  const kept = roomOf(body.channel, player.character.covenant, body.room);
  if (kept) {
    ask(world, player, complaintOf(body, kept));
    return;
  }
  if (!body.time) {
    reportPerson(world, player, body);
    return;
  }
  const { name, id } = player.character;
  const party = world.footing.affairs.get(id)?.party?.id ?? '';
  const mine = (room: string): boolean => {
    if (body.channel === CHANNEL_WHISPER) return room === pairRoom(name, body.from);
    const isParty = [CHANNEL_PARTY, CHANNEL_RAID, CHANNEL_WARNING].includes(body.channel);
    return isParty ? room === `party ${party}` : isAloud(room);
  };
  const found = world.witness.find(body.channel, body.from, body.time, mine);
  if (!found) refuse(world, player, REASONS.lineUnknown);
  else {
    const { lines, about, room } = found;
    ask(world, player, { ...complaintOf(body, room), lines, about });
  }
}

/** No line is meant, but whoever has that name and is in sight: how he plays, or what he is called. */
function reportPerson(world: World, player: Player, body: Body<typeof C2S.reportLine>): void {
  const whom = [...world.players.values()].find(({ character }) => character.name === body.from);
  if (!whom || world.distance(player.entity, whom.entity) > SIGHT_M) {
    refuse(world, player, REASONS.lineUnknown);
    return;
  }
  const { name, account } = whom.character;
  const lines = [...world.witness.saidAloud(name), { from: name, account, text: '', at_ms: world.now_ms }];
  ask(world, player, { ...complaintOf(body, ''), lines, about: lines.length - 1 });
}
