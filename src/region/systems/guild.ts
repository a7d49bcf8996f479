// Guilds as a region serves them. In: wishes of players, which their guild decides on; letters. Out: questions to guilds, the charter of a new one,
// paid for in the turn that sends it; what members have done, told every few seconds; whose colours are seen on whom.
import { TICKS_PER_SECOND } from '../../../assembly/layout';
import type { Asker, Charter, GuildWish, Spot, Word } from '../../ports';
import { type Body, type C2S, S2C } from '../../shared/protocol/messages';
import { applySend, checkGive } from '../../shared/rules/goods';
import { type Badge, checkFound, cleanGuildName, type Emblem, FOUND_COPPER } from '../../shared/rules/guild';
import { checkDeposit } from '../../shared/rules/guildbank';
import { guildPoints, type Perks, perksOf } from '../../shared/rules/guildlevel';
import { LEDGER } from '../../shared/rules/journal';
import { OK, REASONS, type Reason } from '../../shared/rules/reasons';
import { mint } from '../mint';
import type { Player } from '../player';
import type { World } from '../world';
import { refuse } from './parties';
import { introduce } from './who';

/** Nobody has more questions to his guild under way than this. */
const MOST_ASKED = 4;
/** A charter that he has paid for has become his guild by then, or will in its own time. */
const CHARTER_MS = 60_000;
const ROUGH_M = 4;
const DEEDS_TICKS = 10 * TICKS_PER_SECOND;

/** Null: he is in none, as far as the realm has told. */
export const guildOf = ({ footing }: World, character: string): Badge | null => footing.affairs.get(character)?.guild ?? null;

/** What his guild is good for: the rules go by it. */
export const perksFor = (world: World, { character }: Player): Perks => perksOf(guildOf(world, character.id)?.level ?? 0);

// ---- founding ----

export function foundGuild(world: World, player: Player, { name: typed, ...emblem }: Body<typeof C2S.foundGuild>): void {
  const name = cleanGuildName(typed);
  const reason = checkCharter(world, player, name, emblem);
  if (reason !== OK) refuse(world, player, reason, name);
  else if (mayAsk(world, player)) world.footing.guilds.reserve(player.character.id, name, emblem);
}

/** The name is kept for him: he pays, and what founds the guild leaves in the same transaction. */
export function payCharter(world: World, player: Player, { guild, name, emblem }: Word & { what: 'charter' }): void {
  answered(player);
  const { character, journal } = player;
  const reason = checkCharter(world, player, name, emblem);
  if (reason !== OK) {
    refuse(world, player, reason, name);
    return;
  }
  player.charterUntil_ms = world.now_ms + CHARTER_MS;
  character.gold -= FOUND_COPPER;
  journal.gold(LEDGER.charter, -FOUND_COPPER);
  const charter: Charter = { guild, name, emblem, founder: askerOf(world, player) };
  world.deeds.parcels.push({ to: `guild:${guild}`, kind: 'charter', body: charter });
}

function checkCharter(world: World, { character, charterUntil_ms }: Player, name: string, emblem: Emblem): Reason {
  const reason = checkFound(character, guildOf(world, character.id) !== null, name, emblem);
  return reason || (world.now_ms < charterUntil_ms ? REASONS.tooFast : OK);
}

// ---- wishes ----

export function askGuild(world: World, player: Player, wish: GuildWish): void {
  const guild = guildOf(world, player.character.id);
  if (guild) player.charterUntil_ms = 0;
  if (!guild) refuse(world, player, REASONS.notInGuild);
  else if (mayAsk(world, player)) world.footing.guilds.ask(guild.id, askerOf(world, player), wish);
}

/** Of a guild that he is not in yet. */
export function guildAnswer(world: World, player: Player, { guild, accept }: Body<typeof C2S.guildAnswer>): void {
  const reason = player.calls.has(guild) ? OK : REASONS.noInvitation;
  if (reason !== OK) refuse(world, player, reason);
  else if (mayAsk(world, player)) {
    player.calls.delete(guild);
    world.footing.guilds.ask(guild, askerOf(world, player), { what: 'answer', accept });
  }
}

export function guildView(world: World, player: Player, { what }: Body<typeof C2S.guildView>): void {
  const guild = guildOf(world, player.character.id);
  if (!guild) refuse(world, player, REASONS.notInGuild);
  else if (mayAsk(world, player)) world.footing.guilds.view(guild.id, player.character.id, what);
}

/** Into the bank: what he gives leaves with this turn's write, and comes back if it cannot be kept. */
export function guildDeposit(world: World, player: Player, body: Body<typeof C2S.guildDeposit>): Reason {
  const { tab, item, quantity, gold } = body;
  const { character, journal } = player;
  const guild = guildOf(world, character.id);
  if (!guild) return REASONS.notInGuild;
  const pieces = item ? [{ item, quantity }] : [];
  if (!pieces.length && !gold) return REASONS.badQuantity;
  const reason = checkDeposit(guild, tab) || checkGive(character, pieces, gold);
  if (reason !== OK) return reason;
  const things = applySend(character, journal, mint, pieces, gold);
  const deposit = { character: character.id, tab, gold, things };
  world.deeds.parcels.push({ to: `guild:${guild.id}`, kind: 'deposit', body: deposit });
  return OK;
}

export function guildTake(world: World, player: Player, { item, quantity, gold }: Body<typeof C2S.guildTake>): void {
  if (item) askGuild(world, player, { what: 'take', item, quantity });
  else askGuild(world, player, { what: 'takeGold', gold });
}

export function guildInvite(world: World, player: Player, { name }: Body<typeof C2S.guildInvite>): void {
  askGuild(world, player, { what: 'invite', name });
}
export function guildLeave(world: World, player: Player): void {
  askGuild(world, player, { what: 'leave' });
}
export function guildDisband(world: World, player: Player): void {
  askGuild(world, player, { what: 'disband' });
}
export function guildKick(world: World, player: Player, { member }: Body<typeof C2S.guildKick>): void {
  askGuild(world, player, { what: 'kick', member });
}
export function guildHandOver(world: World, player: Player, { member }: Body<typeof C2S.guildHandOver>): void {
  askGuild(world, player, { what: 'handOver', member });
}
export function guildRank(world: World, player: Player, { member, rank }: Body<typeof C2S.guildRank>): void {
  askGuild(world, player, { what: 'rank', member, rank });
}
export function guildMotd(world: World, player: Player, { text }: Body<typeof C2S.guildMotd>): void {
  askGuild(world, player, { what: 'motd', text });
}
export function guildNote(world: World, player: Player, { member, text }: Body<typeof C2S.guildNote>): void {
  askGuild(world, player, { what: 'note', member, text });
}
export function guildRankEdit(world: World, player: Player, { rank: index, ...rank }: Body<typeof C2S.guildRankEdit>): void {
  askGuild(world, player, { what: 'rankEdit', index, rank });
}
export function guildEmblem(world: World, player: Player, emblem: Body<typeof C2S.guildEmblem>): void {
  askGuild(world, player, { what: 'emblem', emblem });
}

export function guildEvent(world: World, player: Player, { title, at }: Body<typeof C2S.guildEvent>): void {
  askGuild(world, player, { what: 'event', title, at_ms: at });
}
export function guildDropEvent(world: World, player: Player, { event }: Body<typeof C2S.guildDropEvent>): void {
  askGuild(world, player, { what: 'dropEvent', event });
}
export function guildSign(world: World, player: Player, { event, answer }: Body<typeof C2S.guildSign>): void {
  askGuild(world, player, { what: 'sign', event, answer });
}
export function pactPropose(world: World, player: Player, { name }: Body<typeof C2S.pactPropose>): void {
  askGuild(world, player, { what: 'propose', name });
}
export function pactAnswer(world: World, player: Player, { guild, accept }: Body<typeof C2S.pactAnswer>): void {
  askGuild(world, player, { what: 'answerPact', guild, accept });
}
export function pactRenounce(world: World, player: Player): void {
  askGuild(world, player, { what: 'renounce' });
}

function mayAsk(world: World, player: Player): boolean {
  if (player.guildAsking >= MOST_ASKED) {
    refuse(world, player, REASONS.tooFast);
    return false;
  }
  player.guildAsking++;
  return true;
}

export function answered(player: Player): void {
  player.guildAsking = Math.max(0, player.guildAsking - 1);
}

function askerOf({ footing }: World, { character }: Player): Asker {
  const { id, account, name, level, life } = character;
  return { character: id, account, region: footing.region, name, level, cls: life.cls, points: guildPoints(character) };
}

// ---- what comes back ----

export function hearAnswer(world: World, player: Player, reason: Reason, text: string): void {
  answered(player);
  if (reason !== OK) refuse(world, player, reason, text);
}

/** His guild, or what he is in it, is different now: he is told, and so is whoever sees him. */
export function tellGuild(world: World, player: Player, before: Badge | null): void {
  const badge = guildOf(world, player.character.id);
  player.soon(S2C.guild, guildBody(badge));
  if (before?.name !== badge?.name || JSON.stringify(before?.emblem) !== JSON.stringify(badge?.emblem)) introduce(world, player);
}

function guildBody(badge: Badge | null): Body<typeof S2C.guild> {
  if (!badge) return { id: '', name: '', shape: 0, field: 0, mark: 0, level: 0, rank: 0, rights: 0 };
  const { emblem, ...rest } = badge;
  return { ...rest, ...emblem };
}

/** Where those of them are who are here; roughly. */
export function spotsOf({ byCharacter, sim }: World, characters: readonly string[]): Spot[] {
  return characters.flatMap(character => {
    const player = byCharacter.get(character);
    if (!player) return [];
    const rough = (metres: number): number => Math.round(metres / ROUGH_M) * ROUGH_M;
    return [{ character, x: rough(sim.core.x(player.entity)), z: rough(sim.core.z(player.entity)) }];
  });
}

// ---- what members do ----

/** Every few seconds: guilds hear what their members here have done in all, if it is more than they were told. */
export function tellGuildDeeds(world: World): void {
  if (!world.turnOf(0, DEEDS_TICKS)) return;
  const sums = new Map<string, { character: string; points: number }[]>();
  for (const player of world.players.values()) {
    const guild = guildOf(world, player.character.id);
    const points = guildPoints(player.character);
    const told = `${guild?.id} ${points}`;
    if (!guild || player.deedsTold === told) continue;
    player.deedsTold = told;
    const his = { character: player.character.id, points };
    sums.set(guild.id, [...(sums.get(guild.id) ?? []), his]);
  }
  for (const [guild, each] of sums) world.footing.guilds.tellDeeds(guild, each);
}
