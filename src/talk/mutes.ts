// Whom moderation has silenced, and what players report. In: decisions, complaints. Out: until when an account says nothing; reports with the lines
// round the one they are about, as the server kept them.
import type { Closing, Complaint, Report, TalkAsker, Witnessed } from '../ports';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { isOpenRoom, type KeptLine } from '../shared/rules/rooms';
import { REPORT_AROUND, REPORT_WHYS, REPORTS_PER_HOUR } from '../shared/rules/talk';
import { ulid } from '../ulid';
import type { Rows } from './tables';

const HOUR_MS = 3600_000;
/** Nobody looks at a report later than this. */
const REPORT_LIFE_MS = 180 * 24 * HOUR_MS;

export class Mutes {
  private readonly until = new Map<string, number>();

  constructor(private readonly storage: Rows) {
    for (const row of storage.sql.exec<{ account: string; until_ms: number }>('SELECT account, until_ms FROM mute'))
      this.until.set(row.account, row.until_ms);
  }

  /** Epoch ms; 0: he may talk. */
  untilOf(account: string, now_ms: number): number {
    const until_ms = this.until.get(account) ?? 0;
    return until_ms > now_ms ? until_ms : 0;
  }

  set(account: string, until_ms: number, reason: string): void {
    if (until_ms) {
      this.until.set(account, until_ms);
      this.storage.sql.exec('INSERT OR REPLACE INTO mute VALUES (?, ?, ?)', account, until_ms, reason);
    } else {
      this.until.delete(account);
      this.storage.sql.exec('DELETE FROM mute WHERE account = ?', account);
    }
  }
}

export class Reports {
  /** When each account reported something, of the last hour. */
  private readonly lately = new Map<string, number[]>();

  constructor(private readonly storage: Rows) {}

  /** `kept`: the lines of the room it was said in, if Talk has them. */
  take(by: TalkAsker, complaint: Complaint, kept: readonly KeptLine[] | null, now_ms: number): Reason {
    const mine = (this.lately.get(by.account) ?? []).filter(at_ms => now_ms - at_ms < HOUR_MS);
    if (mine.length >= REPORTS_PER_HOUR) return REASONS.tooManyReports;
    const found = kept ? inRoom(kept, complaint.number) : { context: complaint.lines, at: complaint.about };
    const about = found.context.at(found.at);
    const why = REPORT_WHYS.at(complaint.why);
    if (!about || found.at < 0 || !why || about.account === by.account) return REASONS.lineUnknown;
    this.lately.set(by.account, [...mine, now_ms]);
    const { channel, room, words } = complaint;
    const { account, character, name } = by;
    const context = found.context.map(({ from, account, text, at_ms }): Witnessed => ({ from, account, text, at_ms }));
    const report: Report = {
      id: ulid(now_ms),
      at_ms: now_ms,
      by: { account, character, name },
      about: context[found.at],
      channel,
      room,
      why,
      words,
      context,
    };
    this.storage.sql.exec('INSERT INTO report VALUES (?, ?, ?)', report.id, now_ms, JSON.stringify(report));
    return OK;
  }

  /** Those that wait come before those that were answered, however old they are: nobody is forgotten behind newer ones. */
  newest(most: number): Report[] {
    const query = "SELECT json FROM report ORDER BY json ->> '$.closed' IS NOT NULL, id DESC LIMIT ?";
    const rows = this.storage.sql.exec<{ json: string }>(query, most).toArray();
    return rows.map(({ json }) => JSON.parse(json) as Report);
  }

  of(id: string): Report | null {
    const [row] = this.storage.sql.exec<{ json: string }>('SELECT json FROM report WHERE id = ?', id);
    return row ? (JSON.parse(row.json) as Report) : null;
  }

  close(report: Report, closed: Closing): void {
    this.storage.sql.exec('UPDATE report SET json = ? WHERE id = ?', JSON.stringify({ ...report, closed }), report.id);
  }

  tidy(now_ms: number): void {
    this.storage.sql.exec('DELETE FROM report WHERE at_ms < ?', now_ms - REPORT_LIFE_MS);
  }
}

function inRoom(kept: readonly KeptLine[], number: number): { context: readonly KeptLine[]; at: number } {
  const index = kept.findIndex(line => line.number === number);
  const from = Math.max(0, index - REPORT_AROUND);
  return { context: kept.slice(from, index + REPORT_AROUND + 1), at: index < 0 ? -1 : index - from };
}

export const isKeptByTalk = (room: string): boolean => isOpenRoom(room) || room.startsWith('#');
