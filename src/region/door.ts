// The region's own door: reads the ticket again, takes each once, limits sockets per account, and brings the character in. In: an upgrade
// that the Worker let through. Out: a session that joins, or a socket closed with the reason (a page cannot read why an upgrade failed).
import type { Env } from '../ports';
import { CLOSE_FLOOD, CLOSE_KICKED, CLOSE_TICKET, CLOSE_UNAVAILABLE, pack, S2C, SUBPROTOCOL } from '../shared/protocol/messages';
import { NOTICES } from '../shared/protocol/notices';
import { readTicket, type Ticket, ticketSecret } from '../ticket';
import { Session } from './session';
import type { Footing } from './world';

const SOCKETS_PER_ACCOUNT = 2;
/** A newcomer waits at the door this long for D1, then tries again with a fresh ticket. */
const WAIT_MS = 30_000;
const ASK_AGAIN_MS = 2_000;

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
      socket.close(refusal === 'crowd' ? CLOSE_FLOOD : CLOSE_TICKET, refusal ?? '');
      return { response, socket, session: null };
    }
    const session = new Session(++this.count, socket, ticket.account, ticket.character, now_ms);
    this.footing.sessions.add(session);
    return { response, socket, session };
  }

  /** Fetches the character; the next tick lets it in. While D1 is away the newcomer waits and is told so. */
  async admit(session: Session): Promise<void> {
    const { custody, counters, arrivals, close } = this.footing;
    while (session.state === 'joining') {
      try {
        const entry = await custody.take(session.character);
        if (session.state !== 'joining') return;
        if ('busy' in entry) close(session, CLOSE_UNAVAILABLE, 'this character is in another region');
        else if ('gone' in entry) close(session, CLOSE_KICKED, 'no such character');
        else arrivals.push(session);
        return;
      } catch (error) {
        counters.count('door.waits');
        console.warn({ event: 'door_waits', region: this.footing.region, error: String(error) });
      }
      if (session.state !== 'joining') return;
      if (Date.now() - session.since_ms > WAIT_MS) return close(session, CLOSE_UNAVAILABLE, 'the records do not answer');
      if (!this.tellWaiting(session)) return;
      await new Promise(resolve => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }

  /** False: he has hung up, and his close event may still be on its way. */
  private tellWaiting(session: Session): boolean {
    try {
      session.socket.send(pack(S2C.notice, { notice: NOTICES.waiting, value: ASK_AGAIN_MS / 1000, text: '' }));
      return true;
    } catch (error) {
      this.footing.counters.count('send.failed');
      console.debug({ event: 'send_failed', region: this.footing.region, error: String(error) });
      this.footing.close(session, CLOSE_UNAVAILABLE, 'gone');
      return false;
    }
  }

  private refusalOf(ticket: Ticket | null, now_ms: number): 'ticket' | 'replayed' | 'crowd' | null {
    if (!ticket || !this.env.REGION.idFromName(ticket.region).equals(this.id)) return 'ticket';
    if (!this.footing.store.useTicket(ticket.jti, ticket.expires_ms, now_ms)) return 'replayed';
    let sockets = 0;
    for (const { account, character } of this.footing.sessions) {
      // A new connection of the same character will replace the old one.
      if (account === ticket.account && character !== ticket.character) sockets++;
    }
    return sockets >= SOCKETS_PER_ACCOUNT ? 'crowd' : null;
  }
}
