// The region's own door: reads the ticket again, takes each once, limits sockets per account, and brings the character in, from D1, over a
// border, or not at all: then the visitor is sent on to where it is. In: an upgrade that the Worker let through. Out: a session that joins,
// or a socket closed with the reason (a page cannot read why an upgrade failed).
import type { Env } from '../ports';
import {
  CLOSE_FLOOD,
  CLOSE_KICKED,
  CLOSE_MOVED,
  CLOSE_TICKET,
  CLOSE_UNAVAILABLE,
  type MessageKind,
  pack,
  S2C,
  SUBPROTOCOL,
} from '../shared/protocol/messages';
import { NOTICES } from '../shared/protocol/notices';
import type { RegionKey } from '../shared/regions';
import { readTicket, signTicket, TICKET_LIFE_MS, type Ticket, ticketSecret } from '../ticket';
import { ulid } from '../ulid';
import type { Player } from './player';
import { Session } from './session';
import type { Footing } from './world';

const SOCKETS_PER_ACCOUNT = 2;
/** Somebody sent here by a region waits this long for the parcel with his character; then D1 is asked where it is. */
const PARCEL_MS = 6_000;
/** A socket that was told to go on is closed after this long, if its screen has not done so. */
const LINGER_MS = 10_000;
/** A newcomer waits at the door this long for D1, then tries again with a fresh ticket. */
const WAIT_MS = 30_000;
const ASK_AGAIN_MS = 2_000;

type Refusal = 'ticket' | 'replayed' | 'crowd' | 'quarantine';
/** Whoever is in quarantine tries again by himself, as long as it takes. */
const REFUSED: Readonly<Record<Refusal, number>> = {
  ticket: CLOSE_TICKET,
  replayed: CLOSE_TICKET,
  crowd: CLOSE_FLOOD,
  quarantine: CLOSE_UNAVAILABLE,
};

export interface Opened {
  response: Response;
  socket: WebSocket;
  /** Null: refused, the socket is closed. */
  session: Session | null;
}

export class Door {
  private count = 0;

  constructor(
    private readonly env: Env,
    private readonly id: DurableObjectId,
    private readonly footing: Footing,
  ) {}

  async open(request: Request): Promise<Opened> {
    const now_ms = Date.now();
    const text = (request.headers.get('Sec-WebSocket-Protocol') ?? '').split(',').at(1)?.trim() ?? '';
    const ticket = await readTicket(ticketSecret(this.env), text, now_ms);
    const { 0: client, 1: socket } = new WebSocketPair();
    socket.accept();
    socket.binaryType = 'arraybuffer';
    const response = new Response(null, { status: 101, webSocket: client, headers: { 'Sec-WebSocket-Protocol': SUBPROTOCOL } });
    const refusal = this.refusalOf(ticket, now_ms);
    if (refusal || !ticket) {
      this.footing.counters.count(`door.${refusal}`);
      socket.close(REFUSED[refusal ?? 'ticket'], refusal ?? '');
      return { response, socket, session: null };
    }
    const { account, character, login_ms, awaits, standby, session: login = '', muted_until_ms = 0 } = ticket;
    const session = new Session(++this.count, socket, account, character, now_ms, login_ms, awaits, standby, login);
    session.mutedUntil_ms = muted_until_ms;
    this.footing.sessions.add(session);
    return { response, socket, session };
  }

  /** Fetches the character; the next tick lets it in. While D1 is away the newcomer waits and is told so. */
  async admit(session: Session): Promise<void> {
    const { custody, counters, arrivals, close } = this.footing;
    while (session.state === 'joining') {
      if (session.awaits && this.awaitCrossing(session)) return;
      try {
        const entry = await custody.take(session.character, session.awaits);
        if (session.state !== 'joining') return;
        if ('busy' in entry) this.sendOn(session, entry.busy, entry.epoch);
        else if ('passed' in entry) this.sendOn(session, entry.passed, entry.epoch);
        else if ('gone' in entry) close(session, CLOSE_KICKED, 'no such character');
        else arrivals.push(session);
        return;
      } catch (error) {
        counters.count('door.waits');
        console.warn({ event: 'door_waits', region: this.footing.region, error: String(error) });
      }
      if (session.state !== 'joining') return;
      if (Date.now() - session.since_ms > WAIT_MS) return close(session, CLOSE_UNAVAILABLE, 'the records do not answer');
      if (!this.tell(session, S2C.notice, { notice: NOTICES.waiting, value: ASK_AGAIN_MS / 1000, text: '' })) return;
      await new Promise(resolve => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }

  /** Tells a screen where its character is (or will be, with that epoch), with a ticket that waits for it there. */
  sendOn(session: Session, to: RegionKey, epoch: number): void {
    const { counters, region } = this.footing;
    session.on('ended');
    this.footing.sessions.delete(session);
    counters.count('door.sent_on');
    setTimeout(() => this.footing.close(session, CLOSE_MOVED, 'moved'), LINGER_MS);
    this.sign(session, to, epoch, false).then(
      ticket => this.tell(session, S2C.cross, { region: to, ticket }),
      error => console.error({ event: 'ticket_failed', region, error: String(error) }),
    );
  }

  /** A ticket that waits at a neighbour's door for the next crossing of this player. */
  invite(player: Player, to: RegionKey): void {
    const { session, held } = player;
    if (!session) return;
    this.sign(session, to, held.epoch + 1, true).then(
      ticket => player.session === session && this.tell(session, S2C.near, { region: to, ticket }),
      error => console.error({ event: 'ticket_failed', region: this.footing.region, error: String(error) }),
    );
  }

  private sign(of: Session, region: RegionKey, awaits: number, standby: boolean): Promise<string> {
    const { account, character, login_ms, login: session, mutedUntil_ms: muted_until_ms } = of;
    const now_ms = Date.now();
    const expires_ms = now_ms + TICKET_LIFE_MS;
    const times = { expires_ms, login_ms, muted_until_ms };
    const ticket: Ticket = { account, session, character, region, jti: ulid(now_ms), awaits, standby, ...times };
    return signTicket(ticketSecret(this.env), ticket);
  }

  /** Whether the session waits (or is settled): false when its character should have come by now, and is asked for elsewhere. */
  private awaitCrossing(session: Session): boolean {
    const { custody, store, arrivals } = this.footing;
    const { character, awaits, standby } = session;
    const held = custody.held.get(character);
    // It came and is on its way to D1: whoever fetches it there brings it back.
    if (held?.leaving) return false;
    if (held && held.epoch >= awaits) {
      arrivals.push(session);
      return true;
    }
    const passed = store.holdings.passed(character);
    if (passed && passed.epoch > awaits) {
      this.sendOn(session, passed.receiver, passed.epoch);
      return true;
    }
    // He was here when somebody was asked for him, and D1 has him since.
    const isReleased = (custody.released.get(character) ?? 0) >= awaits;
    if (!standby && (isReleased || Date.now() - session.since_ms >= PARCEL_MS)) return false;
    // The landing finds it among the sessions that join (landing.ts).
    if (!standby) setTimeout(() => session.state === 'joining' && this.footing.admit(session), PARCEL_MS + 1);
    return true;
  }

  /** False: he has hung up, and his close event may still be on its way. */
  private tell<T>(session: Session, kind: MessageKind<T>, body: T): boolean {
    try {
      session.socket.send(pack(kind, body));
      return true;
    } catch (error) {
      this.footing.counters.count('send.failed');
      console.debug({ event: 'send_failed', region: this.footing.region, error: String(error) });
      this.footing.close(session, CLOSE_UNAVAILABLE, 'gone');
      return false;
    }
  }

  private refusalOf(ticket: Ticket | null, now_ms: number): Refusal | null {
    if (!ticket || !this.env.REGION.idFromName(ticket.region).equals(this.id)) return 'ticket';
    if (!this.footing.store.useTicket(ticket.jti, ticket.expires_ms, now_ms)) return 'replayed';
    if (this.footing.quarantine.isShutOut(ticket.account, now_ms)) return 'quarantine';
    let sockets = 0;
    for (const { account, character } of this.footing.sessions) {
      // A new connection of the same character will replace the old one.
      if (account === ticket.account && character !== ticket.character) sockets++;
    }
    return sockets >= SOCKETS_PER_ACCOUNT ? 'crowd' : null;
  }
}
