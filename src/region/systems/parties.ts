// Parties as a region serves them. In: wishes of players, which the realm decides on, and what members earn in the open world. Out: questions
// to the realm, whose answers come as letters; and every kill shared out once among all members who are near.
import type { Mate, Wish } from '../../ports';
import { type Body, type C2S, S2C } from '../../shared/protocol/messages';
import { NOTICES } from '../../shared/protocol/notices';
import type { Party } from '../../shared/rules/parties';
import { SHARE_RANGE_M, shareFor } from '../../shared/rules/parties';
import { REASONS, type Reason } from '../../shared/rules/reasons';
import { shareOf } from '../../shared/rules/runs';
import type { Outcome } from '../../shared/sim';
import type { Player } from '../player';
import type { World } from '../world';

/** Nobody has more questions under way than this. */
const MOST_ASKED = 3;

/** Asks the realm in his name. */
export function wish(world: World, player: Player, wanted: Wish): void {
  if (player.asking >= MOST_ASKED) refuse(world, player, REASONS.tooFast);
  else {
    player.asking++;
    world.footing.ask(player.character.id, wanted);
  }
}

export function refuse(world: World, player: Player, reason: Reason, text = ''): void {
  world.counters.count('refused.wish');
  player.soon(S2C.notice, { notice: NOTICES.refused, value: reason, text });
}

export function invite(world: World, player: Player, { name }: Body<typeof C2S.invite>): void {
  wish(world, player, { what: 'invite', name });
}
export function answerInvitation(world: World, player: Player, { from, accept }: Body<typeof C2S.answerInvitation>): void {
  player.calls.delete(from);
  wish(world, player, { what: 'answer', from, accept });
}
export function leaveParty(world: World, player: Player): void {
  wish(world, player, { what: 'leave' });
}
export function kick(world: World, player: Player, { member }: Body<typeof C2S.kick>): void {
  wish(world, player, { what: 'kick', member });
}
export function promote(world: World, player: Player, { member }: Body<typeof C2S.promote>): void {
  wish(world, player, { what: 'promote', member });
}
export function convert(world: World, player: Player, { raid }: Body<typeof C2S.convert>): void {
  wish(world, player, { what: 'convert', isRaid: raid });
}
export function askReady(world: World, player: Player): void {
  wish(world, player, { what: 'askReady' });
}
export function answerReady(world: World, player: Player, { accept }: Body<typeof C2S.answerReady>): void {
  wish(world, player, { what: 'answerReady', accept });
}
export function shareLoot(world: World, player: Player, { rolls }: Body<typeof C2S.shareLoot>): void {
  wish(world, player, { what: 'shareLoot', rolls });
}
export function pickRoles(world: World, player: Player, { roles }: Body<typeof C2S.pickRoles>): void {
  wish(world, player, { what: 'roles', roles });
}

/** All members of his party, himself too; none when he is in none, or the realm has not told yet. */
export const matesOf = ({ footing }: World, character: string): readonly Mate[] =>
  footing.affairs.get(character)?.party?.members ?? [];

// ---- what is earned together ----

interface Kill {
  readonly party: Party<Mate>;
  readonly outcome: Outcome;
  /** Of all its members together. */
  permille: number;
  readonly earners: Set<string>;
}

/** Somebody of a party as far as he can be reached from here: of our own people, or of a neighbour's. */
interface Reach {
  readonly character: string;
  readonly entity: number;
  readonly level: number;
}

/** What parties have earned in this tick. A member's own share is part of his party's, so that nothing is counted twice. */
export class Earnings {
  private readonly kills = new Map<string, Kill>();

  /** False: he who earned it is in no party, and has it for himself. */
  add(world: World, outcome: Outcome): boolean {
    const character = world.players.get(outcome.b)?.character.id ?? world.strangers.get(outcome.b)?.character;
    const party = character ? partyOf(world, character) : null;
    if (!character || !party) return false;
    const key = `${outcome.a} ${party.id}`;
    const kill = this.kills.get(key) ?? { party, outcome: { ...outcome }, permille: 0, earners: new Set<string>() };
    kill.permille += outcome.value;
    kill.earners.add(character);
    this.kills.set(key, kill);
    return true;
  }

  /** `give` hears of each member's share as if he had earned it himself. */
  shareOut(world: World, give: (outcome: Outcome) => void): void {
    for (const { party, outcome, permille, earners } of this.kills.values()) {
      const near = sharersOf(world, party, outcome.a, earners);
      const highest = Math.max(...near.map(({ level }) => level));
      const each = (permille * shareOf(near.length)) / 1000;
      for (const { entity, level } of near) give({ ...outcome, b: entity, value: Math.round(shareFor(level, highest, each)) });
    }
  }
}

function partyOf({ footing }: World, character: string): Party<Mate> | null {
  const own = footing.affairs.get(character)?.party;
  if (own) return own;
  // A neighbour's: his affairs are kept over there, but those of his mates here name him.
  for (const { party } of footing.affairs.values()) {
    if (party?.members.some(member => member.character === character)) return party;
  }
  return null;
}

function sharersOf(world: World, party: Party<Mate>, killed: number, earners: ReadonlySet<string>): Reach[] {
  return party.members.flatMap(({ character }) => {
    const reach = reachOf(world, character);
    if (!reach) return [];
    return earners.has(character) || world.distance(killed, reach.entity) <= SHARE_RANGE_M ? [reach] : [];
  });
}

/** Whoever does not play just now has no share of what others do. */
function reachOf(world: World, character: string): Reach | null {
  const player = world.byCharacter.get(character);
  if (player) return player.playing ? { character, entity: player.entity, level: player.character.level } : null;
  for (const [entity, stranger] of world.strangers)
    if (stranger.character === character && world.sim.core.alive(entity)) return { character, entity, level: stranger.level };
  return null;
}
