// The region's line to Talk. In: who has come, what was said for the whole world, wishes. Out: the ends of the rooms that somebody here is in, and
// what Talk keeps of those who are here. It outlives a world that is built anew. While Talk is away everything waits, and is asked for again.
import {
  type Card,
  type Contacts,
  type Env,
  type Known,
  type Letter,
  type Rooms,
  type Said,
  type TalkWish,
  talkPort,
  type Word,
} from '../ports';
import { NOTICES } from '../shared/protocol/notices';
import type { RegionKey } from '../shared/regions';
import { REASONS } from '../shared/rules/reasons';
import { isOpenRoom, type RoomKey, Tail } from '../shared/rules/rooms';
import { wallTime } from '../timing';
import type { Counters } from './counters';

/** What is said here goes to Talk at most so often. */
const SAY_MS = 100;
/** What got lost on its way here is found out so often, and after a failure. */
const LOOK_MS = 15_000;
const AGAIN_MS = 2_000;
const ANSWER_MS = 10_000;
/** Longer than Talk is ever away for a moment, and never a burden. */
const MOST_SAID = 500;

export class TalkLine {
  /** Of those who are here, by character. */
  readonly contacts = new Map<string, Contacts>();
  private readonly tails = new Map<RoomKey, Tail>();
  private coming = new Map<string, Card>();
  private said: Said[] = [];
  private saidAt_ms = 0;
  private lookAt_ms = 0;
  private isAsking = false;

  constructor(
    private readonly env: Env,
    private readonly region: RegionKey,
    private readonly counters: Counters,
    /** Words for people who are here, or went on from here. */
    private readonly hand: (letters: readonly Letter[]) => Promise<void>,
  ) {}

  tailOf = (room: RoomKey): Tail | undefined => this.tails.get(room);

  /** Somebody has come, or come back: Talk tells what it keeps of him. */
  come(card: Card): void {
    this.coming.set(card.character, card);
    this.lookAt_ms = 0;
  }

  say(line: Said): void {
    if (this.said.length < MOST_SAID) this.said.push(line);
    else this.counters.count('talk.lost');
  }

  hear(rooms: Rooms): void {
    for (const [room, lines] of Object.entries(rooms)) {
      const tail = this.tails.get(room) ?? new Tail();
      if (!tail.take(lines)) this.lookAt_ms = 0;
      this.tails.set(room, tail);
    }
  }

  /** The end of a turn. `isHeard`: somebody plays here. Nothing is awaited. */
  turn(now_ms: number, isHeard: boolean): void {
    if (this.said.length && now_ms - this.saidAt_ms >= SAY_MS) void this.tell(now_ms);
    if (isHeard && !this.isAsking && now_ms >= this.lookAt_ms) void this.look(now_ms);
  }

  /** A wish of somebody here; what comes of it is a letter like any other, so that it follows him. */
  async ask(card: Card, wish: TalkWish): Promise<void> {
    const { character, account, name } = card;
    let words: readonly Word[] = [{ what: 'answer', reason: REASONS.talkSilent, text: '' }];
    try {
      const by = { character, account, name, region: this.region };
      const answer = await wallTime.within(talkPort(this.env).ask(by, wish), ANSWER_MS);
      words = [{ what: 'answer', reason: answer.reason, text: answer.text }, ...answer.words];
    } catch (error) {
      this.away(error);
    }
    await this.hand(words.map(word => ({ to: character, word })));
  }

  async readHeld(character: string, number: number): Promise<void> {
    try {
      await talkPort(this.env).readHeld(character, number);
    } catch (error) {
      // Told again when he comes again; his screen knows their numbers.
      this.away(error);
    }
  }

  /** Whispers that found nobody at home. */
  async keep(letters: readonly Letter[]): Promise<void> {
    try {
      await talkPort(this.env).keep(letters);
    } catch (error) {
      this.counters.count('letter.lost', letters.length);
      this.away(error);
    }
  }

  /** Of those who are here no more nothing is kept, and no room in which nobody is. */
  forget(isHere: (character: string) => boolean): void {
    for (const character of this.contacts.keys()) if (!isHere(character)) this.contacts.delete(character);
    const wanted = new Set([...this.contacts.values()].flatMap(({ rooms }) => rooms.map(({ room }) => room)));
    for (const room of this.tails.keys()) if (!isOpenRoom(room) && !wanted.has(room)) this.tails.delete(room);
  }

  private async tell(now_ms: number): Promise<void> {
    this.saidAt_ms = now_ms;
    const said = this.said.splice(0);
    try {
      await wallTime.within(talkPort(this.env).say(this.region, said), ANSWER_MS);
    } catch (error) {
      // Nobody knows whether it was heard: said twice would be worse than lost.
      this.counters.count('talk.lost', said.length);
      const speakers = new Set(said.map(({ character }) => character));
      this.away(error);
      const word = { what: 'notice', notice: NOTICES.refused, value: REASONS.talkSilent, text: '' } as const;
      await this.hand([...speakers].map(to => ({ to, word })));
    }
  }

  private async look(now_ms: number): Promise<void> {
    this.isAsking = true;
    this.lookAt_ms = now_ms + LOOK_MS;
    const { coming } = this;
    this.coming = new Map();
    const known: Known = Object.fromEntries([...this.tails].map(([room, tail]) => [room, tail.last]));
    try {
      const talk = talkPort(this.env);
      const asked = coming.size ? talk.attend(this.region, [...coming.values()], known) : talk.since(this.region, known);
      for (const [room, lines] of Object.entries(await wallTime.within(asked, ANSWER_MS))) {
        const tail = this.tails.get(room) ?? new Tail();
        tail.fill(lines);
        this.tails.set(room, tail);
      }
    } catch (error) {
      this.away(error);
      for (const [character, card] of coming) if (!this.coming.has(character)) this.coming.set(character, card);
      this.lookAt_ms = now_ms + AGAIN_MS;
    } finally {
      this.isAsking = false;
    }
  }

  private away(error: unknown): void {
    this.counters.count('talk.away');
    console.warn({ event: 'talk_away', region: this.region, error: String(error) });
  }
}
