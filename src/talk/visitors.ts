// Those who only chat: the page /chat, on a socket of its own, by the same messages as in the world. In: upgrades with tickets, frames, words. Out:
// what they say, within the same budgets, and what they are told. Nobody's character needs to be in the world for it.
import type { Contacts, Word } from '../ports';
import { MAX_CHAT_FRAME_BYTES, MAX_MESSAGES_PER_FRAME, STRIKE_FORGIVEN_MS, STRIKES } from '../shared/protocol/limits';
import {
  type C2SMessage,
  CLOSE_FLOOD,
  CLOSE_KICKED,
  CLOSE_NEWER_LOGIN,
  CLOSE_PROTOCOL,
  CLOSE_SLOW,
  CLOSE_TICKET,
  type MessageKind,
  pack,
  readC2S,
  S2C,
  SUBPROTOCOL,
} from '../shared/protocol/messages';
import { nameKey } from '../shared/rules/names';
import type { RoomKey, Tail } from '../shared/rules/rooms';
import { due, friendsBody, heldBody, keepRead, linesBody, linkBody, roomsBody, roomsOf, withoutIgnored } from '../talkwords';
import type { Ticket } from '../ticket';
import { type Purse, Purses } from './purses';
import { Unread } from './unread';
import { ASK_EVERY_MS } from './warrants';

const SOCKETS_PER_ACCOUNT = 4;
/** Lines wait so long for a screen to say that it has read what went before them; then it opens another socket, and goes on where it was. */
const LOST_MS = 30_000;

export class Visitor {
  /** Number of the last line told, by room; null until he has said what he knows. */
  told: Map<RoomKey, number> | null = null;
  contacts: Contacts | null = null;
  /** He has not been told yet how they look now. */
  owesContacts = false;
  /** When D1 is to be asked whether he may stay (warrants.ts). */
  warrantAt_ms: number;
  readonly unread = new Unread();
  /** He has let more lie unread than is kept for anybody. */
  onSlow: () => void = () => {};
  private strikes_ms: number[] = [];

  constructor(
    readonly socket: WebSocket,
    readonly character: string,
    readonly account: string,
    readonly name: string,
    readonly covenant: number,
    readonly purse: Purse,
    now_ms: number,
    /** Id of the account's session that opened it. */
    readonly login = '',
  ) {
    this.warrantAt_ms = now_ms + ASK_EVERY_MS;
  }

  send<T>(kind: MessageKind<T>, body: T): void {
    const bytes = pack(kind, body);
    this.post(bytes);
    this.putMark(this.unread.add(bytes.length, Date.now()));
    if (this.unread.isTooMuch) this.onSlow();
  }

  /** His screen sent a mark back: it has read everything before it. */
  confirm(mark: number): void {
    this.putMark(this.unread.confirm(mark, Date.now()));
  }

  /** A mark is a pong that nobody asked for. */
  private putMark(mark: number): void {
    if (mark) this.post(pack(S2C.pong, { clientTime: 0, tick: mark }));
  }

  private post(bytes: Uint8Array): void {
    try {
      this.socket.send(bytes);
    } catch (error) {
      // Gone a moment ago; its close event is on its way.
      console.debug({ event: 'chat_send_failed', error: String(error) });
    }
  }

  isOneTooMany(now_ms: number): boolean {
    this.strikes_ms = [...this.strikes_ms.filter(at_ms => now_ms - at_ms < STRIKE_FORGIVEN_MS), now_ms];
    return this.strikes_ms.length >= STRIKES;
  }
}

export class Visitors {
  private readonly all = new Set<Visitor>();
  private readonly purses = new Purses();

  constructor(
    private readonly tailOf: (room: RoomKey) => Tail,
    /** What one of them asks; false: that is nothing for somebody who only chats. */
    private readonly take: (visitor: Visitor, message: C2SMessage, now_ms: number) => boolean,
    /** One has come, or gone. */
    private readonly changed: (visitor: Visitor) => void,
  ) {}

  get everybody(): Iterable<Visitor> {
    return this.all;
  }

  named(key: string): Visitor | undefined {
    return [...this.all].find(({ name }) => nameKey(name) === key);
  }

  ofAccount(account: string): Visitor[] {
    return [...this.all].filter(visitor => visitor.account === account);
  }

  ofCharacter(character: string): Visitor[] {
    return [...this.all].filter(visitor => visitor.character === character);
  }

  /** Takes a socket in for the bearer of a ticket; `who` null: no such character. `isAdmitted`: his account may come in (warrants.ts). */
  open(ticket: Ticket | null, who: { name: string; covenant: number } | null, isAdmitted: boolean, now_ms: number): Response {
    const { 0: client, 1: socket } = new WebSocketPair();
    socket.accept();
    socket.binaryType = 'arraybuffer';
    const response = new Response(null, { status: 101, webSocket: client, headers: { 'Sec-WebSocket-Protocol': SUBPROTOCOL } });
    if (!ticket || !who) socket.close(CLOSE_TICKET, 'ticket');
    else if (!isAdmitted) socket.close(CLOSE_KICKED, 'put out');
    else if (this.ofAccount(ticket.account).length >= SOCKETS_PER_ACCOUNT) socket.close(CLOSE_FLOOD, 'crowd');
    else {
      const { account, character, session } = ticket;
      const purse = this.ofAccount(account).at(0)?.purse ?? this.purses.take(account, now_ms);
      this.seat(new Visitor(socket, character, account, who.name, who.covenant, purse, now_ms, session));
    }
    return response;
  }

  /** Who was signed out or banned talks no longer; `login`: only of that session, '' of all. */
  putOut(account: string, login: string): void {
    for (const visitor of this.ofAccount(account))
      if (!login || visitor.login === login) this.close(visitor, CLOSE_KICKED, 'put out');
  }

  /** New lines, to all whom they concern. */
  push(): void {
    for (const visitor of this.all) this.pushTo(visitor);
  }

  /** What he has not been told, as far as he reads along. */
  pushTo(visitor: Visitor): void {
    const { told, covenant, contacts, unread } = visitor;
    if (unread.isFull && Date.now() - unread.waitsSince_ms > LOST_MS) {
      this.close(visitor, CLOSE_SLOW, 'slow');
      return;
    }
    if (contacts && visitor.owesContacts && !unread.isFull) {
      visitor.owesContacts = false;
      visitor.send(S2C.friends, friendsBody(contacts));
      visitor.send(S2C.rooms, roomsBody(contacts));
    }
    if (!told) return;
    for (const room of roomsOf(covenant, contacts)) {
      while (!unread.isFull) {
        const [next] = due([room], told, this.tailOf);
        if (!next) break;
        const shown = withoutIgnored(next, contacts);
        if (shown.lines.length) visitor.send(S2C.lines, linesBody(shown));
      }
    }
  }

  /** A word for one of them. */
  tell(visitor: Visitor, word: Word, now_ms: number): void {
    switch (word.what) {
      case 'contacts':
        visitor.contacts = word;
        visitor.owesContacts = true;
        if (visitor.told) keepRead(visitor.told, visitor.covenant, word);
        this.pushTo(visitor);
        break;
      case 'chat':
        if (!visitor.contacts?.ignored.some(({ account }) => account === word.account)) {
          visitor.send(S2C.chat, { ...word, fromEntity: 0, to: word.to ?? '' });
        }
        break;
      case 'notice':
        visitor.send(S2C.notice, { notice: word.notice, value: word.value, text: word.text });
        break;
      case 'held':
        visitor.send(S2C.held, heldBody(word.lines));
        break;
      case 'inviteLink':
        visitor.send(S2C.inviteLink, linkBody(word, now_ms));
        break;
    }
  }

  private seat(visitor: Visitor): void {
    // The same page opened again: the older one ends.
    for (const old of this.all) if (old.character === visitor.character) this.close(old, CLOSE_NEWER_LOGIN, 'a newer page');
    this.all.add(visitor);
    visitor.onSlow = () => this.close(visitor, CLOSE_SLOW, 'slow');
    visitor.socket.addEventListener('message', event => this.hear(visitor, event.data as string | ArrayBuffer, Date.now()));
    const gone = (): void => this.leave(visitor);
    visitor.socket.addEventListener('close', gone);
    visitor.socket.addEventListener('error', gone);
    this.changed(visitor);
  }

  private hear(visitor: Visitor, data: string | ArrayBuffer, now_ms: number): void {
    if (!this.all.has(visitor)) return;
    const messages = typeof data !== 'string' && data.byteLength <= MAX_CHAT_FRAME_BYTES ? readC2S(new Uint8Array(data)) : null;
    const isFlood = typeof data !== 'string' && !visitor.purse.budget.takeBytes(data.byteLength, now_ms);
    const isFit = messages !== null && messages.length > 0 && messages.length <= MAX_MESSAGES_PER_FRAME;
    if (!isFit || isFlood) {
      this.strike(visitor, isFlood ? CLOSE_FLOOD : CLOSE_PROTOCOL, now_ms);
      return;
    }
    for (const message of messages) {
      const isPaid = visitor.purse.budget.takeMessage(message.rate, now_ms);
      if (!isPaid || !this.take(visitor, message, now_ms)) {
        this.strike(visitor, isPaid ? CLOSE_PROTOCOL : CLOSE_FLOOD, now_ms);
        return;
      }
    }
  }

  private strike(visitor: Visitor, code: number, now_ms: number): void {
    if (visitor.isOneTooMany(now_ms)) this.close(visitor, code, 'refused');
  }

  private close(visitor: Visitor, code: number, words: string): void {
    try {
      visitor.socket.close(code, words);
    } catch (error) {
      console.debug({ event: 'close_late', error: String(error) });
    }
    this.leave(visitor);
  }

  private leave(visitor: Visitor): void {
    if (!this.all.delete(visitor)) return;
    const { account, purse } = visitor;
    if (!this.ofAccount(account).length) this.purses.keep(account, purse, Date.now());
    this.changed(visitor);
  }
}
