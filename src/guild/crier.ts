// What a guild tells, and to whom: words for its members wherever they are, and to the realm what became of them. In: words and changes of this
// turn. Out: letters through the realm, once the turn is written. What cannot be told is told anew: of memberships the realm asks when somebody
// enters the world, and of everything else a panel asks when it is opened.
import { type Env, type Letter, type Membership, realmPort, type Word } from '../ports';
import type { Badge } from '../shared/rules/guild';
import { guildLevel } from '../shared/rules/guildlevel';
import type { Book } from './book';

export class Crier {
  private letters: Letter[] = [];
  private readonly changed = new Map<string, Membership>();

  constructor(
    private readonly env: Env,
    private readonly book: Book,
  ) {}

  tell(to: string, word: Word): void {
    this.letters.push({ to, word });
  }

  notice(to: string, notice: number, text: string, value = 0): void {
    this.tell(to, { what: 'notice', notice, value, text });
  }

  noticeAll(notice: number, text: string, value = 0): void {
    for (const character of this.book.members.keys()) this.notice(character, notice, text, value);
  }

  /** What he is in the guild is different now. */
  change(character: string): void {
    const membership = this.membership(character);
    if (membership) this.changed.set(character, membership);
  }

  changeAll(): void {
    for (const character of this.book.members.keys()) this.change(character);
  }

  /** He is in it no more. */
  gone(character: string, claim: number): void {
    this.changed.set(character, { character, claim, revision: this.book.self?.revision ?? 0, badge: null });
  }

  /** Null: he is no member. */
  membership(character: string): Membership | null {
    const { self, members } = this.book;
    const member = members.get(character);
    if (!self?.confirmed || self.ended || !member) return null;
    const { id, name, emblem, points, ranks, revision } = self;
    const { rank, claim } = member;
    const badge: Badge = { id, name, emblem, level: guildLevel(points), rank, rights: ranks[rank]?.rights ?? 0 };
    return { character, claim, revision, badge };
  }

  /** The end of a turn: it is written, and everybody whom it concerns is told. */
  async close(): Promise<void> {
    const [letters, news] = [this.letters, [...this.changed.values()]];
    this.letters = [];
    this.changed.clear();
    const realm = realmPort(this.env);
    try {
      if (news.length) await realm.memberships(news);
      if (letters.length) await realm.post(letters);
    } catch (error) {
      console.warn({ event: 'guild_untold', guild: this.book.self?.id, letters: letters.length, error: String(error) });
    }
  }
}
