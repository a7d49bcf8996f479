// What a guild is known for: points by its members' deeds, its level, its place on the boards. In: sums of whole lives, told twice, late or mixed up.
// Out: points, each counted once; a new level told to all; and the guild's own sum, told to the boards now and then, because it is a row over there.
import { boardsPort, type Env } from '../ports';
import { NOTICES } from '../shared/protocol/notices';
import type { Fact } from '../shared/rules/boards';
import { guildLevel } from '../shared/rules/guildlevel';
import { LOG } from '../shared/rules/guildlog';
import { wallTime } from '../timing';
import type { Book } from './book';
import type { Crier } from './crier';
import type { Roster } from './roster';

/** The boards hear of a guild so often at most. */
const TELL_MS = 10 * 60_000;
const ANSWER_MS = 5_000;

export class Renown {
  /** What the boards have heard in this life of the guild. */
  private told = 0;
  private told_ms = 0;
  /** Something was earned that they have not heard. */
  private isNews = false;

  constructor(
    private readonly env: Env,
    private readonly book: Book,
    private readonly roster: Roster,
    private readonly crier: Crier,
  ) {}

  /** Inside a transaction. Points grow by what is more than was counted before: telling the same twice, or late, counts nothing twice. */
  count(sums: readonly { character: string; points: number }[]): void {
    const before = this.roster.self;
    let more = 0;
    for (const { character, points } of sums) {
      const member = this.book.members.get(character);
      if (!member || points <= member.counted) continue;
      const earned = points - member.counted;
      more += earned;
      this.book.putMember({ ...member, counted: points, points: member.points + earned });
    }
    if (!more) return;
    this.isNews = true;
    const points = before.points + more;
    const level = guildLevel(points);
    if (level === guildLevel(before.points)) {
      this.book.putSelf({ ...before, points });
      return;
    }
    this.roster.turnOver({ points });
    this.roster.log(LOG.level, '', '', level);
    this.crier.changeAll();
    this.crier.noticeAll(NOTICES.guildLevel, before.name, level);
  }

  /** When the boards are to be told, epoch ms; Infinity: they know. */
  due_ms(): number {
    return this.isNews ? this.told_ms + TELL_MS : Infinity;
  }

  async tellIfDue(): Promise<void> {
    if (Date.now() >= this.due_ms()) await this.tell();
  }

  /** Also at an alarm that an earlier life has set and this one knows nothing of. Never throws: the next time says it all. */
  async tell(): Promise<void> {
    const { self } = this.book;
    if (!self?.confirmed || self.ended || self.points === this.told) return;
    const { id: subject, name, points: total } = self;
    const fact: Fact = { board: 'guild', subject, name, level: 0, covenant: 0, total };
    this.isNews = false;
    this.told_ms = Date.now();
    try {
      await wallTime.within(boardsPort(this.env).facts([fact]), ANSWER_MS);
      this.told = total;
    } catch (error) {
      this.isNews = true;
      console.warn({ event: 'boards_away', guild: subject, error: String(error) });
    }
  }
}
