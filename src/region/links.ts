// Sockets between neighbouring regions: one per pair, opened by whoever first has somebody near the border. In: whom to reach. Out: frames
// of what is seen (bytes) and said (JSON) across the border. What a link loses is not missed: anything of value goes by transfer.
import type { Env } from '../ports';
import { isRegion, type RegionKey } from '../shared/regions';
import type { Counters } from './counters';

const PATH = '/link';
const FROM = 'X-Region';
/** A link that nobody here has needed for so long is let go. */
const IDLE_MS = 10_000;

export interface Heard {
  from: RegionKey;
  data: ArrayBuffer | string;
}

interface Link {
  socket: WebSocket;
  /** We opened it, so it is ours to end. */
  own: boolean;
  neededAt_ms: number;
  /** Ticks from one frame of what is seen to the next. */
  pace: number;
}

export class Links {
  private readonly open = new Map<RegionKey, Link>();
  private readonly opening = new Set<RegionKey>();
  private heard: Heard[] = [];

  constructor(
    private readonly env: Env,
    private readonly region: RegionKey,
    private readonly counters: Counters,
  ) {}

  /** Whether a neighbour has somebody who looks over here. */
  get watched(): boolean {
    for (const { own } of this.open.values()) if (!own) return true;
    return false;
  }

  get peers(): Iterable<RegionKey> {
    return this.open.keys();
  }

  has(peer: RegionKey): boolean {
    return this.open.has(peer);
  }

  /** Somebody here is near that neighbour: the link is opened or kept. */
  reach(peer: RegionKey, now_ms: number): void {
    const link = this.open.get(peer);
    if (link) link.neededAt_ms = now_ms;
    else if (!this.opening.has(peer)) void this.connect(peer, now_ms);
  }

  /** How often that neighbour is shown what stands near him. */
  setPace(peer: RegionKey, ticks: number): void {
    const link = this.open.get(peer);
    if (link) link.pace = ticks;
  }

  isDue(peer: RegionKey, tick: number): boolean {
    return tick % (this.open.get(peer)?.pace ?? 1) === 0;
  }

  /** Ends own links that nobody needs any more. */
  prune(now_ms: number): void {
    for (const [peer, { own, neededAt_ms }] of this.open) if (own && now_ms - neededAt_ms > IDLE_MS) this.end(peer);
  }

  endAll(): void {
    for (const [peer, { own }] of this.open) if (own) this.end(peer);
  }

  post(peer: RegionKey, data: Uint8Array | string): void {
    try {
      this.open.get(peer)?.socket.send(data);
    } catch (error) {
      this.counters.count('link.failed');
      console.warn({ event: 'link_failed', region: this.region, peer, error: String(error) });
      this.open.delete(peer);
    }
  }

  /** Everything neighbours said since the last call, in the order it came. */
  drain(): readonly Heard[] {
    const { heard } = this;
    if (heard.length) this.heard = [];
    return heard;
  }

  /** A neighbour's request for a link; null when it is none. The front door lets nobody in by this path. */
  accept(request: Request, now_ms: number): Response | null {
    if (new URL(request.url).pathname !== PATH) return null;
    const peer = request.headers.get(FROM) ?? '';
    if (!isRegion(peer)) return new Response('no such region', { status: 400 });
    const { 0: client, 1: socket } = new WebSocketPair();
    socket.accept();
    this.take(peer, { socket, own: false, neededAt_ms: now_ms, pace: 1 });
    return new Response(null, { status: 101, webSocket: client });
  }

  private async connect(peer: RegionKey, now_ms: number): Promise<void> {
    this.opening.add(peer);
    try {
      const stub = this.env.REGION.get(this.env.REGION.idFromName(peer));
      const headers = { Upgrade: 'websocket', [FROM]: this.region };
      const { webSocket } = await stub.fetch(`https://region${PATH}`, { headers });
      if (!webSocket) throw new Error('the neighbour opened no socket');
      webSocket.accept();
      this.take(peer, { socket: webSocket, own: true, neededAt_ms: now_ms, pace: 1 });
    } catch (error) {
      this.counters.count('link.refused');
      console.warn({ event: 'link_refused', region: this.region, peer, error: String(error) });
    } finally {
      this.opening.delete(peer);
    }
  }

  /** Two neighbours may open at the same moment: both keep the link of the one whose key comes first. */
  private take(peer: RegionKey, link: Link): void {
    const old = this.open.get(peer);
    const opener = link.own ? this.region : peer;
    const other = link.own ? peer : this.region;
    if (old && old.own !== link.own && opener > other) {
      close(link.socket);
      return;
    }
    if (old) close(old.socket);
    this.open.set(peer, link);
    link.socket.binaryType = 'arraybuffer';
    link.socket.addEventListener('message', ({ data }) => {
      if (this.open.get(peer) === link) this.heard.push({ from: peer, data: data as ArrayBuffer | string });
    });
    const gone = (): void => {
      if (this.open.get(peer) === link) this.open.delete(peer);
    };
    link.socket.addEventListener('close', gone);
    link.socket.addEventListener('error', gone);
  }

  private end(peer: RegionKey): void {
    const link = this.open.get(peer);
    this.open.delete(peer);
    if (link) close(link.socket);
  }
}

function close(socket: WebSocket): void {
  try {
    socket.close(1000, 'no longer needed');
  } catch (error) {
    // Closed by the other side a moment ago: the same end.
    console.debug({ event: 'link_closed', error: String(error) });
  }
}
