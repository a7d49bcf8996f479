// What this screen has read of the rooms that reach beyond a region. In: welcomes and lines of whoever serves it. Out: each line once and in order,
// over all regions and sockets, because every welcome is answered with the last numbers read.
import {
  type Body,
  type C2S,
  type C2SName,
  CHANNEL_COVENANT,
  CHANNEL_TRADE,
  CHANNEL_WORLD,
  type S2C,
  type S2CName,
} from '../../src/shared/protocol/messages';

/** A session in the world, or the line of the page that only chats. */
export interface Speaking {
  on<K extends S2CName>(name: K, hear: (body: Body<(typeof S2C)[K]>) => void): void;
  send<K extends C2SName>(name: K, body: Body<(typeof C2S)[K]>): boolean;
}
type Lines = Body<typeof S2C.lines>;
export type RoomLine = Lines['lines'][number] & { channel: number; room: string };

const MOST_ROOMS = 16;

export class Reading {
  private readonly last = new Map<string, { channel: number; room: string; number: number }>();
  private heldLast = 0;
  private character = '';
  onLine: (line: RoomLine) => void = () => {};
  onHeld: (line: Body<typeof S2C.held>['lines'][number]) => void = () => {};

  constructor(private readonly speaking: Speaking) {
    this.begin('');
    speaking.on('welcome', ({ character }) => {
      if (character !== this.character) this.begin(character);
      this.tell();
    });
    speaking.on('lines', body => this.take(body));
    speaking.on('held', ({ lines }) => {
      for (const line of lines.filter(({ number }) => number > this.heldLast)) {
        this.heldLast = line.number;
        this.onHeld(line);
      }
      if (lines.length) speaking.send('readHeld', { number: lines[lines.length - 1].number });
    });
  }

  /** Says what was read; to be called on every welcome. */
  tell(): void {
    this.speaking.send('heard', { rooms: [...this.last.values()].slice(0, MOST_ROOMS) });
  }

  /** Another character has other rooms, and a screen of his own. */
  private begin(character: string): void {
    this.character = character;
    this.last.clear();
    for (const channel of [CHANNEL_WORLD, CHANNEL_TRADE, CHANNEL_COVENANT])
      this.last.set(`${channel} `, { channel, room: '', number: 0 });
  }

  private take({ channel, room, lines }: Lines): void {
    const key = `${channel} ${room}`;
    const known = this.last.get(key)?.number ?? 0;
    for (const line of lines) if (line.number > known) this.onLine({ ...line, channel, room });
    this.last.set(key, { channel, room, number: Math.max(known, lines.at(-1)?.number ?? 0) });
  }
}
