// The guild's calendar. In: wishes of members. Out: events with who comes, as rows; what is long over goes when the next one is made.
import type { Asker } from '../ports';
import { NOTICES } from '../shared/protocol/notices';
import { cleanLine } from '../shared/rules/guild';
import { checkDropEvent, checkEvent, checkSign, type GuildEvent, isPast } from '../shared/rules/guildcalendar';
import { LOG } from '../shared/rules/guildlog';
import { OK, type Reason } from '../shared/rules/reasons';
import type { Crier } from './crier';
import type { Roster } from './roster';

export const CALENDAR_TABLES = `
  CREATE TABLE event (id INTEGER PRIMARY KEY, json TEXT NOT NULL);
`;

export class Calendar {
  constructor(
    private readonly sql: SqlStorage,
    private readonly roster: Roster,
    private readonly crier: Crier,
  ) {}

  /** The next one first. */
  get events(): GuildEvent[] {
    const rows = this.sql.exec<{ json: string }>('SELECT json FROM event').toArray();
    const now_ms = Date.now();
    const events = rows.map(({ json }) => JSON.parse(json) as GuildEvent);
    return events.filter(event => !isPast(event, now_ms)).toSorted((a, b) => a.at_ms - b.at_ms);
  }

  add(by: Asker, typed: string, at_ms: number): Reason {
    const title = cleanLine(typed);
    const { events } = this;
    const reason = checkEvent(this.roster.shape, by.character, title, at_ms, Date.now(), events.length);
    if (reason !== OK) return reason;
    const last = this.sql.exec<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM event').one().id;
    // What is over makes room; the last number stays, so that none is given twice.
    const kept = new Set([last, ...events.map(({ id }) => id)]);
    for (const { id } of this.sql.exec<{ id: number }>('SELECT id FROM event').toArray()) {
      if (!kept.has(id)) this.sql.exec('DELETE FROM event WHERE id = ?', id);
    }
    this.put({ id: last + 1, title, at_ms, by: by.character, byName: by.name, signs: { [by.character]: 0 } });
    this.roster.log(LOG.event, by.name, title);
    this.crier.noticeAll(NOTICES.guildEvent, title);
    return OK;
  }

  drop(by: Asker, id: number): Reason {
    const event = this.event(id);
    const reason = checkDropEvent(this.roster.shape, by.character, event);
    if (reason !== OK || !event) return reason;
    // Long over at once, so that its number is not given again.
    this.put({ ...event, at_ms: 0 });
    this.roster.log(LOG.eventDropped, by.name, event.title);
    return OK;
  }

  sign(by: Asker, id: number, answer: number): Reason {
    const event = this.event(id);
    const reason = checkSign(this.roster.shape, by.character, event, answer, Date.now());
    if (reason === OK && event) this.put({ ...event, signs: { ...event.signs, [by.character]: answer } });
    return reason;
  }

  /** Somebody is no more, and comes to nothing. */
  forget(character: string): void {
    for (const event of this.events) {
      const { [character]: his, ...signs } = event.signs;
      if (his !== undefined) this.put({ ...event, signs });
    }
  }

  private event(id: number): GuildEvent | undefined {
    return this.events.find(event => event.id === id);
  }

  private put(event: GuildEvent): void {
    this.sql.exec('INSERT OR REPLACE INTO event VALUES (?, ?)', event.id, JSON.stringify(event));
  }
}
