// Treaties between guilds, as the registry keeps them. In: proposals, answers, renouncements, inside the caller's transaction. Out: pacts, and who is
// to hear of it. Time makes members leave: a pact is looked at as it is now whenever it is read, and needs no timer.
import type { PactNews, Treaty } from '../ports';
import { NOTICES } from '../shared/protocol/notices';
import type { Emblem } from '../shared/rules/guild';
import {
  BETRAYAL_MS,
  checkPropose,
  checkRenounce,
  type Pact,
  PROPOSAL_MS,
  pactAt,
  withAlly,
  withLog,
  withRenounced,
} from '../shared/rules/pacts';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { ulid } from '../ulid';

export const TREATY_TABLES = `
  CREATE TABLE pact (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE allied (guild TEXT PRIMARY KEY, pact TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE proposal (
    proposer TEXT NOT NULL, asked TEXT NOT NULL, until_ms INTEGER NOT NULL, emblem TEXT NOT NULL, PRIMARY KEY (proposer, asked)
  ) WITHOUT ROWID;
`;

const HOUR_MS = 3_600_000;

type ProposalRow = { proposer: string; asked: string; until_ms: number; emblem: string };
/** What became of a wish, and who is told of it. */
export interface Outcome {
  readonly reason: Reason;
  readonly news: readonly PactNews[];
}
const refused = (reason: Reason): Outcome => ({ reason, news: [] });

export class Treaties {
  constructor(
    private readonly sql: SqlStorage,
    private readonly nameOf: (guild: string) => string,
  ) {}

  treatyOf(guild: string, now_ms: number): Treaty {
    const asked = this.sql.exec<ProposalRow>('SELECT * FROM proposal WHERE asked = ? AND until_ms > ?', guild, now_ms).toArray();
    return {
      pact: this.pactOf(guild, now_ms),
      proposals: asked.map(({ proposer, until_ms, emblem }) => ({
        guild: proposer,
        name: this.nameOf(proposer),
        emblem: JSON.parse(emblem) as Emblem,
        until_ms,
      })),
    };
  }

  propose(guild: string, emblem: Emblem, to: string, now_ms: number): Outcome {
    const own = this.pactOf(guild, now_ms);
    const reason = checkPropose(own, this.pactOf(to, now_ms), guild, to, this.proposal(guild, to, now_ms) !== undefined);
    if (reason !== OK) return refused(reason);
    const query = 'INSERT OR REPLACE INTO proposal VALUES (?, ?, ?, ?)';
    this.sql.exec(query, guild, to, now_ms + PROPOSAL_MS, JSON.stringify(emblem));
    const [name, theirs] = [this.nameOf(guild), this.nameOf(to)];
    if (own) this.put(withLog(own, { what: 'proposed', guild: name, to: theirs, at_ms: now_ms }));
    return { reason, news: [{ guilds: [to], notice: NOTICES.pactProposed, text: name, value: 0 }] };
  }

  answer(guild: string, emblem: Emblem, from: string, accept: boolean, now_ms: number): Outcome {
    const proposal = this.proposal(from, guild, now_ms);
    if (!proposal) return refused(REASONS.noProposal);
    const own = this.pactOf(from, now_ms);
    const [name, theirs] = [this.nameOf(guild), this.nameOf(from)];
    this.sql.exec('DELETE FROM proposal WHERE proposer = ? AND asked = ?', from, guild);
    if (!accept) {
      if (own) this.put(withLog(own, { what: 'declined', guild: name, to: theirs, at_ms: now_ms }));
      return { reason: OK, news: [] };
    }
    const reason = checkPropose(own, this.pactOf(guild, now_ms), from, guild, false);
    if (reason !== OK) return refused(reason);
    const ally = (id: string, called: string, of: Emblem) => ({
      guild: id,
      name: called,
      emblem: of,
      since_ms: now_ms,
      leaves_ms: 0,
    });
    const first: Pact = { id: ulid(now_ms), allies: [ally(from, theirs, JSON.parse(proposal.emblem) as Emblem)], log: [] };
    const pact = withAlly(own ?? first, ally(guild, name, emblem));
    this.put(withLog(pact, { what: 'joined', guild: name, to: theirs, at_ms: now_ms }));
    return { reason, news: [{ guilds: guildsOf(pact), notice: NOTICES.pactJoined, text: name, value: 0 }] };
  }

  renounce(guild: string, now_ms: number): Outcome {
    const own = this.pactOf(guild, now_ms);
    const reason = checkRenounce(own, guild);
    if (reason !== OK || !own) return refused(reason);
    const name = this.nameOf(guild);
    const pact = withLog(withRenounced(own, guild, now_ms), { what: 'renounced', guild: name, to: '', at_ms: now_ms });
    this.put(pact);
    const value = BETRAYAL_MS / HOUR_MS;
    return { reason, news: [{ guilds: guildsOf(pact), notice: NOTICES.pactBetrayed, text: name, value }] };
  }

  /** The guild is no more: it leaves at once. */
  end(guild: string, now_ms: number): readonly PactNews[] {
    this.sql.exec('DELETE FROM proposal WHERE proposer = ? OR asked = ?', guild, guild);
    const own = this.pactOf(guild, now_ms);
    if (!own) return [];
    const name = this.nameOf(guild);
    const left = withLog(own, { what: 'left', guild: name, to: '', at_ms: now_ms });
    this.put({ ...left, allies: left.allies.filter(ally => ally.guild !== guild) }, now_ms);
    this.sql.exec('DELETE FROM allied WHERE guild = ?', guild);
    const guilds = guildsOf(own).filter(each => each !== guild);
    return [{ guilds, notice: NOTICES.pactLeft, text: name, value: 0 }];
  }

  private proposal(from: string, to: string, now_ms: number): ProposalRow | undefined {
    const query = 'SELECT * FROM proposal WHERE proposer = ? AND asked = ? AND until_ms > ?';
    return this.sql.exec<ProposalRow>(query, from, to, now_ms).toArray()[0];
  }

  /** As it is now: who has left by now, or is alone, is in none. */
  private pactOf(guild: string, now_ms: number): Pact | null {
    const query = 'SELECT json FROM pact WHERE id = (SELECT pact FROM allied WHERE guild = ?)';
    const [row] = this.sql.exec<{ json: string }>(query, guild).toArray();
    const pact = row ? pactAt(JSON.parse(row.json) as Pact, now_ms) : null;
    return pact?.allies.some(ally => ally.guild === guild) ? pact : null;
  }

  private put(pact: Pact, now_ms = 0): void {
    const kept = now_ms ? pactAt(pact, now_ms) : pact;
    this.sql.exec('DELETE FROM allied WHERE pact = ?', pact.id);
    this.sql.exec('DELETE FROM pact WHERE id = ?', pact.id);
    if (!kept) return;
    this.sql.exec('INSERT INTO pact VALUES (?, ?)', kept.id, JSON.stringify(kept));
    for (const { guild } of kept.allies) this.sql.exec('INSERT OR REPLACE INTO allied VALUES (?, ?)', guild, kept.id);
  }
}

const guildsOf = ({ allies }: Pact): string[] => allies.map(({ guild }) => guild);
