// What guilds and those who deal with them say to each other; the doors (ports.ts) hand it on. In: nothing. Out: types.
import type { ReceiverPort } from './ports';
import type { RegionKey } from './shared/regions';
import type { Badge, Emblem, GuildMember, Rank } from './shared/rules/guild';
import type { Stored } from './shared/rules/guildbank';
import type { GuildEvent } from './shared/rules/guildcalendar';
import type { LogEntry } from './shared/rules/guildlog';
import type { Pact } from './shared/rules/pacts';
import type { Reason } from './shared/rules/reasons';

/** Somebody who asks, as the region vouches for him. */
export interface Asker {
  readonly character: string;
  readonly account: string;
  /** Where he asks from. */
  readonly region: RegionKey;
  readonly name: string;
  readonly level: number;
  readonly cls: number;
  /** What he has done in all (rules/guildlevel.ts). */
  readonly points: number;
}

/** A guild to be: the parcel that founds it. */
export interface Charter {
  /** Its id, from the registry. */
  readonly guild: string;
  readonly name: string;
  readonly emblem: Emblem;
  readonly founder: Asker;
}

export type GuildWish =
  | { readonly what: 'invite'; readonly name: string }
  | { readonly what: 'answer'; readonly accept: boolean }
  | { readonly what: 'leave' | 'disband' }
  | { readonly what: 'kick' | 'handOver'; readonly member: string }
  | { readonly what: 'rank'; readonly member: string; readonly rank: number }
  | { readonly what: 'motd'; readonly text: string }
  | { readonly what: 'note'; readonly member: string; readonly text: string }
  | { readonly what: 'rankEdit'; readonly index: number; readonly rank: Rank }
  | { readonly what: 'emblem'; readonly emblem: Emblem }
  | { readonly what: 'say'; readonly channel: number; readonly text: string }
  /** Out of the bank. */
  | { readonly what: 'take'; readonly item: string; readonly quantity: number }
  | { readonly what: 'takeGold'; readonly gold: number }
  | { readonly what: 'event'; readonly title: string; readonly at_ms: number }
  | { readonly what: 'dropEvent'; readonly event: number }
  | { readonly what: 'sign'; readonly event: number; readonly answer: number }
  /** To the guild of that name. */
  | { readonly what: 'propose'; readonly name: string }
  | { readonly what: 'answerPact'; readonly guild: string; readonly accept: boolean }
  | { readonly what: 'renounce' };

export interface GuildLine {
  readonly channel: number;
  readonly from: string;
  /** Whose words it is, for those who ignore him; absent in lines of before that was kept. */
  readonly account?: string;
  readonly text: string;
  readonly time: number;
}

/** What a panel shows of a guild. */
export type GuildView =
  | {
      readonly view: 'roster';
      readonly motd: string;
      readonly points: number;
      readonly ranks: readonly Rank[];
      /** `region` '': not in the world. */
      readonly members: readonly (GuildMember & { readonly region: RegionKey })[];
    }
  | { readonly view: 'lines'; readonly lines: readonly GuildLine[] }
  | { readonly view: 'log'; readonly entries: readonly LogEntry[] }
  | { readonly view: 'calendar'; readonly events: readonly GuildEvent[]; readonly names: Readonly<Record<string, string>> }
  | ({ readonly view: 'treaty' } & Treaty)
  /** Members and allies who are in the world. */
  | { readonly view: 'where'; readonly people: readonly Seen[] }
  | {
      readonly view: 'bank';
      readonly gold: number;
      readonly things: readonly Stored[];
      /** What he may still take today; Infinity: as much as he likes. */
      readonly left: { readonly items: readonly number[]; readonly gold: number };
    };

/** How a guild stands with others. */
export interface Treaty {
  readonly pact: Pact | null;
  /** Guilds that ask it to be their ally. */
  readonly proposals: readonly {
    readonly guild: string;
    readonly name: string;
    readonly emblem: Emblem;
    readonly until_ms: number;
  }[];
}

/** What guilds are told of treaties: a notice for all their members. */
export interface PactNews {
  readonly guilds: readonly string[];
  readonly notice: number;
  readonly text: string;
  readonly value: number;
}

/** Where somebody is, roughly: metres of the place in which he is. */
export interface Spot {
  readonly character: string;
  readonly x: number;
  readonly z: number;
}
export interface Seen extends Spot {
  readonly name: string;
  readonly region: RegionKey;
  readonly isAlly: boolean;
}

/** What somebody is in a guild, or (badge null) is no more. A higher claim, then a higher revision, is newer. */
export interface Membership {
  readonly character: string;
  readonly claim: number;
  readonly revision: number;
  readonly badge: Badge | null;
}

/** One guild. Nothing here throws at a caller for what he says. */
export interface GuildPort extends ReceiverPort {
  /** Answers why not, or OK; `text`: whose name it is about. */
  ask(by: Asker, wish: GuildWish): Promise<{ reason: Reason; text: string }>;
  /** VIEW_…, for a member; null: he is none, or may not see it. */
  view(character: string, what: number): Promise<GuildView | null>;
  membership(characters: readonly string[]): Promise<Membership[]>;
  /** He is no more: the guild goes on without him, or ends with him. Asked again it does nothing more. */
  depart(character: string): Promise<void>;
  /** What is known of a member, for himself; null: he is none. */
  memberOf(character: string): Promise<{ readonly guild: string; readonly member: GuildMember } | null>;
  /** What members have done in all by now. */
  deeds(sums: readonly { readonly character: string; readonly points: number }[]): Promise<void>;
  /** The registry tells of treaties. */
  pactNews(news: Omit<PactNews, 'guilds'>): Promise<void>;
  /** An ally's member says something to all allies. */
  hearAlly(from: string, line: GuildLine): Promise<void>;
  /** Where members are, for an ally; nobody for a guild that is none. */
  showAlly(asker: string): Promise<Seen[]>;
}

/** Names of guilds, and who is in which: one in the world, so that neither is ever had twice. */
export interface RegistryPort {
  /** Keeps a name, and the founder for it, for a while: that name and no other he asked for before. */
  reserve(founder: string, name: string): Promise<{ reason: Reason; guild: string }>;
  /** The guild is there. Its name, another one if that was taken meanwhile, and its founder's claim; null: he is in another guild. */
  confirm(guild: string, name: string, founder: string): Promise<{ name: string; claim: number } | null>;
  /** He joins that guild: the number of his claim, or 0: he is in one. The same claim is given again to who asks twice. */
  claim(character: string, guild: string): Promise<number>;
  release(character: string, guild: string, claim: number): Promise<void>;
  ended(guild: string): Promise<void>;
  treatyOf(guild: string): Promise<Treaty>;
  propose(guild: string, emblem: Emblem, name: string): Promise<Reason>;
  answerPact(guild: string, emblem: Emblem, from: string, accept: boolean): Promise<Reason>;
  renounce(guild: string): Promise<Reason>;
  guildsOf(
    characters: readonly string[],
  ): Promise<{ readonly character: string; readonly guild: string; readonly claim: number }[]>;
}
