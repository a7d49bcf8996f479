// Guilds as stories make them. In: a stage and its guests. Out: founders with the means, members by ranks, and what a guild says of itself.
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Guild } from '../../src/guild/guild';
import { type Env, type GuildPort, guildPort, guildRegistry } from '../../src/ports';
import { VIEW_ROSTER } from '../../src/shared/protocol/messages';
import { FOUND_COPPER, FOUND_LEVEL } from '../../src/shared/rules/guild';
import { LEDGER } from '../../src/shared/rules/journal';
import { type Holding, heldInParcel, heldInRegions, rowsIn, type Sums, sumsOf, together } from './conserved';
import { known } from './party';
import type { Bot, Stage } from './world';

export const theEnv = env as unknown as Env;
export const registry = () => guildRegistry(theEnv);
export const EMBLEM = { shape: 3, field: 1, mark: 7 };

/** Level and gold through the books, as far as a charter asks for them. */
export async function enrich(stage: Stage, bot: Bot, copper = FOUND_COPPER): Promise<void> {
  const ground = (await stage.whereIs(bot)) ?? stage;
  await ground.player(bot, ({ character, journal }) => {
    character.level = Math.max(character.level, FOUND_LEVEL);
    character.gold += copper;
    journal.gold(LEDGER.quest, copper);
  });
  await stage.turns(2);
}

/** Id of his guild as he was told; '': none. */
export const guildIdOf = (bot: Bot): string => bot.all('guild').at(-1)?.id ?? '';
export const rankOf = (bot: Bot): number => bot.known('guild').rank;

export async function found(stage: Stage, leader: Bot, name: string): Promise<string> {
  await known(stage, leader);
  await enrich(stage, leader);
  leader.send('foundGuild', { name, ...EMBLEM });
  await stage.until(() => guildIdOf(leader) !== '', 100, `the guild of ${leader.guest.name}`);
  return guildIdOf(leader);
}

export async function takeIn(stage: Stage, by: Bot, ...others: Bot[]): Promise<void> {
  await known(stage, ...others);
  for (const other of others) {
    const before = other.all('guildInvited').length;
    by.send('guildInvite', { name: other.guest.name });
    await stage.until(() => other.all('guildInvited').length > before, 100, `the invitation of ${other.guest.name}`);
    const { guild } = other.known('guildInvited');
    other.send('guildAnswer', { guild, accept: true });
    await stage.until(() => guildIdOf(other) === guild, 100, `${other.guest.name} to be a member`);
  }
}

export async function promote(stage: Stage, by: Bot, whom: Bot, rank: number): Promise<void> {
  by.send('guildRank', { member: whom.guest.character, rank });
  await stage.until(() => rankOf(whom) === rank, 100, `rank ${rank} of ${whom.guest.name}`);
}

/** Names by rank, as the guild itself says. */
export async function rosterOf(guild: string, asker: Bot): Promise<string[]> {
  const view = await guildPort(theEnv, guild).view(asker.guest.character, VIEW_ROSTER);
  if (view?.view !== 'roster') return [];
  return view.members.toSorted((a, b) => a.rank - b.rank).map(({ name, rank }) => `${rank} ${name}`);
}

export const portOf = (guild: string): GuildPort => guildPort(theEnv, guild);

export function insideGuild<T>(guild: string, look: (guild: Guild, state: DurableObjectState) => T | Promise<T>): Promise<T> {
  return runInDurableObject(theEnv.GUILD.get(theEnv.GUILD.idFromName(guild)) as never, look as never) as Promise<T>;
}

/** What a guild holds: in its bank, and in parcels that have not arrived. */
export const heldInGuild = (guild: string): Promise<Holding> =>
  rowsIn(theEnv.GUILD.get(theEnv.GUILD.idFromName(guild)) as never, rows => {
    const gold = rows('SELECT gold FROM vault')[0].gold as number;
    const things = rows('SELECT id, kind, quantity FROM stored') as never;
    const sent = rows('SELECT kind, receiver, number, body FROM parcel_out').map(heldInParcel);
    return together(guild, [{ where: guild, gold, things }, ...sent]);
  });

export const everything = async (stage: Stage, ...guilds: string[]): Promise<Sums> =>
  sumsOf([...(await heldInRegions(stage)), ...(await Promise.all(guilds.map(heldInGuild)))]);

/** Parcels of a guild go nowhere until they are let go again. */
export async function holdBack(guild: string, held: boolean): Promise<void> {
  await insideGuild(guild, object => {
    const transfers = Reflect.get(object, 'transfers') as { pump(): Promise<void> };
    if (held) Reflect.set(transfers, 'pump', () => Promise.resolve());
    else Reflect.deleteProperty(transfers, 'pump');
    return held ? undefined : transfers.pump();
  });
}
