// The Durable Object that knows the names of all guilds and who is in which. There is one ('world'). In: founders who want a name, guilds that
// take people in or let them go. Out: names and claims, each had by one only. A reservation that nobody confirms lapses; what is confirmed stays
// until the guild says that it is over. Everything is one statement or one transaction, and nothing awaits in between.
import { DurableObject } from 'cloudflare:workers';
import { type Env, guildPort, type PactNews, type RegistryPort, type Treaty } from '../ports';
import { checkGuildName, cleanGuildName, type Emblem, guildKey, RESERVED_MS } from '../shared/rules/guild';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { runVersions } from '../store/versions';
import { ulid } from '../ulid';
import { type Outcome, TREATY_TABLES, Treaties } from './treaties';

const VERSIONS: readonly string[] = [
  `
  -- Every guild there is, and names that are kept for founders (confirmed 0).
  CREATE TABLE guild (
    id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, founder TEXT NOT NULL, confirmed INTEGER NOT NULL, at_ms INTEGER NOT NULL
  ) WITHOUT ROWID;
  -- Who is in which guild. A claim's number grows over all of them.
  CREATE TABLE member (character TEXT PRIMARY KEY, guild TEXT NOT NULL, claim INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE claims (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL);
  INSERT INTO claims VALUES (1, 0);
  `,
  TREATY_TABLES,
];

type GuildRow = { id: string; key: string; name: string; founder: string; confirmed: number; at_ms: number };
type MemberRow = { character: string; guild: string; claim: number };

/** A guild whose name was taken while its charter was under way is the second of that name, or the third … */
const NUMERALS = ['II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

export class GuildRegistry extends DurableObject<Env> implements RegistryPort {
  private readonly sql: SqlStorage;
  private readonly treaties: Treaties;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.sql = ctx.storage.sql;
    runVersions(ctx.storage, VERSIONS);
    this.treaties = new Treaties(this.sql, guild => this.nameOf(guild));
  }

  async reserve(founder: string, text: string): Promise<{ reason: Reason; guild: string }> {
    const now_ms = Date.now();
    const name = cleanGuildName(text);
    const key = guildKey(name);
    const bad = checkGuildName(name);
    if (bad !== OK) return { reason: bad, guild: '' };
    return this.ctx.storage.transactionSync(() => {
      this.lapse(now_ms);
      if (this.memberOf(founder)) return { reason: REASONS.alreadyInGuild, guild: '' };
      const holder = this.byKey(key);
      if (holder && (holder.confirmed || holder.founder !== founder)) return { reason: REASONS.guildNameTaken, guild: '' };
      // A charter that he has paid for already needs no reservation: it founds its guild when he is free.
      this.sql.exec('DELETE FROM guild WHERE founder = ? AND confirmed = 0', founder);
      const guild = ulid(now_ms);
      this.sql.exec('INSERT INTO guild VALUES (?, ?, ?, ?, 0, ?)', guild, key, name, founder, now_ms);
      return { reason: OK, guild };
    });
  }

  async confirm(guild: string, name: string, founder: string): Promise<{ name: string; claim: number } | null> {
    return this.ctx.storage.transactionSync(() => {
      const [known] = this.sql.exec<GuildRow>('SELECT * FROM guild WHERE id = ?', guild).toArray();
      const his = this.memberOf(founder);
      if (his && his.guild !== guild) {
        return null;
      }
      const called = known?.confirmed ? known.name : this.freeName(guild, name);
      if (!known?.confirmed) {
        const query = 'INSERT OR REPLACE INTO guild VALUES (?, ?, ?, ?, 1, ?)';
        this.sql.exec(query, guild, guildKey(called), called, founder, Date.now());
      }
      return { name: called, claim: his?.claim ?? this.put(founder, guild) };
    });
  }

  async claim(character: string, guild: string): Promise<number> {
    return this.ctx.storage.transactionSync(() => {
      this.lapse(Date.now());
      const his = this.memberOf(character);
      if (his) return his.guild === guild ? his.claim : 0;
      // His own guild is being founded.
      if (this.sql.exec('SELECT 1 FROM guild WHERE founder = ? AND confirmed = 0', character).toArray().length) return 0;
      const [open] = this.sql.exec('SELECT 1 FROM guild WHERE id = ? AND confirmed = 1', guild).toArray();
      return open ? this.put(character, guild) : 0;
    });
  }

  async release(character: string, guild: string, claim: number): Promise<void> {
    this.sql.exec('DELETE FROM member WHERE character = ? AND guild = ? AND claim = ?', character, guild, claim);
  }

  async ended(guild: string): Promise<void> {
    const news = this.ctx.storage.transactionSync(() => {
      const told = this.treaties.end(guild, Date.now());
      this.sql.exec('DELETE FROM member WHERE guild = ?', guild);
      this.sql.exec('DELETE FROM guild WHERE id = ?', guild);
      return told;
    });
    this.ctx.waitUntil(this.tell(news));
  }

  // ---- treaties ----

  async treatyOf(guild: string): Promise<Treaty> {
    return this.treaties.treatyOf(guild, Date.now());
  }

  async propose(guild: string, emblem: Emblem, name: string): Promise<Reason> {
    const to = this.byKey(guildKey(cleanGuildName(name)));
    if (!to?.confirmed) return REASONS.noSuchGuild;
    return this.decide(now_ms => this.treaties.propose(guild, emblem, to.id, now_ms));
  }

  async answerPact(guild: string, emblem: Emblem, from: string, accept: boolean): Promise<Reason> {
    return this.decide(now_ms => this.treaties.answer(guild, emblem, from, accept, now_ms));
  }

  async renounce(guild: string): Promise<Reason> {
    return this.decide(now_ms => this.treaties.renounce(guild, now_ms));
  }

  private decide(by: (now_ms: number) => Outcome): Reason {
    const { reason, news } = this.ctx.storage.transactionSync(() => by(Date.now()));
    this.ctx.waitUntil(this.tell(news));
    return reason;
  }

  /** A guild that cannot be told asks by itself when somebody looks. */
  private async tell(news: readonly PactNews[]): Promise<void> {
    const calls = news.flatMap(({ guilds, ...told }) => guilds.map(guild => guildPort(this.env, guild).pactNews(told)));
    for (const { status, reason } of (await Promise.allSettled(calls)) as { status: string; reason?: unknown }[]) {
      if (status === 'rejected') console.warn({ event: 'pact_untold', error: String(reason) });
    }
  }

  async guildsOf(characters: readonly string[]): Promise<MemberRow[]> {
    return characters.map(character => this.memberOf(character)).filter(row => row !== undefined);
  }

  private lapse(now_ms: number): void {
    this.sql.exec('DELETE FROM guild WHERE confirmed = 0 AND at_ms < ?', now_ms - RESERVED_MS);
  }

  private memberOf(character: string): MemberRow | undefined {
    return this.sql.exec<MemberRow>('SELECT * FROM member WHERE character = ?', character).toArray()[0];
  }

  private byKey(key: string): GuildRow | undefined {
    return this.sql.exec<GuildRow>('SELECT * FROM guild WHERE key = ?', key).toArray()[0];
  }

  private nameOf(guild: string): string {
    return this.sql.exec<{ name: string }>('SELECT name FROM guild WHERE id = ?', guild).toArray()[0]?.name ?? '';
  }

  private freeName(guild: string, name: string): string {
    const isFree = (called: string): boolean => (this.byKey(guildKey(called))?.id ?? guild) === guild;
    return [name, ...NUMERALS.map(numeral => `${name} ${numeral}`)].find(isFree) ?? `${name} ${guild.slice(-4)}`;
  }

  private put(character: string, guild: string): number {
    const { number } = this.sql.exec<{ number: number }>('UPDATE claims SET number = number + 1 RETURNING number').one();
    this.sql.exec('INSERT INTO member VALUES (?, ?, ?)', character, guild, number);
    return number;
  }
}
