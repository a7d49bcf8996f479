// Tells Talk who is in the world. In: of whom something has changed. Out: one batch at a time, with a report and at most twice a second; everybody
// when Talk has begun anew, or did not answer.
import type { PresenceNews } from '../ports';
import type { Presence } from './presence';

const EVERY_MS = 500;

export class Herald {
  private readonly news = new Set<string>();
  private isWhole = false;
  private isUnderWay = false;
  private toldAt_ms = 0;
  /** Of Talk's life that was told last. */
  private talk = 0;

  constructor(
    /** Of the realm's own life. */
    private readonly born: number,
    private readonly presence: Presence,
    private readonly tell: (news: PresenceNews) => Promise<number>,
  ) {}

  note(characters: readonly string[]): void {
    for (const character of characters) this.news.add(character);
  }

  /** With every report; `isLast`: that region falls asleep, and the next report may be long in coming. Null: nothing is to be told. */
  send(now_ms: number, isLast: boolean): Promise<void> | null {
    const isDue = isLast || now_ms - this.toldAt_ms >= EVERY_MS;
    if (this.isUnderWay || !isDue || (this.isWhole && !this.news.size)) return null;
    this.toldAt_ms = now_ms;
    this.isUnderWay = true;
    return this.exchange(this.take());
  }

  /** For Talk, when it begins anew and asks by itself. */
  everybody(): PresenceNews {
    return this.newsOf(this.presence.characters, true);
  }

  private take(): PresenceNews {
    const all = !this.isWhole;
    const characters = all ? this.presence.characters : [...this.news];
    this.news.clear();
    this.isWhole = true;
    return this.newsOf(characters, all);
  }

  private newsOf(characters: readonly string[], all: boolean): PresenceNews {
    const known = characters.map(character => ({ character, present: this.presence.of(character) }));
    return {
      born: this.born,
      all,
      here: known.flatMap(({ present }) => present ?? []),
      gone: known.flatMap(({ character, present }) => (present ? [] : [character])),
    };
  }

  private async exchange(news: PresenceNews): Promise<void> {
    try {
      const talk = await this.tell(news);
      if (talk !== this.talk && !news.all) this.isWhole = false;
      this.talk = talk;
    } catch (error) {
      this.isWhole = false;
      console.error({ event: 'talk_away', error: String(error) });
    } finally {
      this.isUnderWay = false;
    }
  }
}
