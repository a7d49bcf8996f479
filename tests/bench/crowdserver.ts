// The door to a crowd for the built page: its files, the few answers of the front door that it asks for, and the game's socket.
// In: a crowd. Out: a URL where Play leads into it, with 20 snapshots a second in the real protocol.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';
import { TICK_MS } from '../../assembly/layout';
import { DAY_MS } from '../../src/shared/clock';
import { HOME_REGION } from '../../src/shared/content';
import { CHANNEL_SAY, PROTOCOL, pack, readC2S, S2C, SUBPROTOCOL } from '../../src/shared/protocol/messages';
import { freePort } from '../../tools/runtime.mjs';
import type { CrowdRegion } from './crowdregion';

const WEB = 'dist/web';
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};
const CHARACTER = '01CROWD0000000000000000000';
const ACCOUNT = {
  account: 'crowd',
  characters: [{ id: CHARACTER, name: 'Merrin Vale', level: 12, covenant: 'azure', look: 0x2c41 }],
};
/** In one message. */
const MOST_NAMES = 64;
const SAYS_EVERY_TICKS = 30;
/** In the world's calendar it is always this hour when somebody enters. */
const MORNING_MS = (10 / 24) * DAY_MS;
const WORDS = [
  'Anybody for the mill?',
  'Selling wolf pelts!',
  'Well met.',
  'To the bridge, all of you!',
  'Who has seen the smith?',
];

export class CrowdServer {
  private socket: WebSocket | null = null;
  private next_ms = performance.now();
  private stopped = false;

  private constructor(
    readonly url: string,
    private readonly http: Server,
    private readonly crowd: CrowdRegion,
  ) {}

  static async start(crowd: CrowdRegion): Promise<CrowdServer> {
    const port = await freePort();
    const http = createServer(answer);
    const server = new CrowdServer(`http://localhost:${port}`, http, crowd);
    const sockets = new WebSocketServer({ server: http, handleProtocols: () => SUBPROTOCOL, perMessageDeflate: false });
    sockets.on('connection', socket => server.enter(socket));
    await new Promise<void>(resolve => http.listen(port, resolve));
    server.turn();
    return server;
  }

  stop(): void {
    this.stopped = true;
    this.socket?.terminate();
    this.http.closeAllConnections();
    this.http.close();
  }

  private enter(socket: WebSocket): void {
    const { crowd } = this;
    this.socket?.terminate();
    this.socket = socket;
    crowd.begin();
    socket.on('message', (data: Buffer) => this.hear(new Uint8Array(data)));
    socket.send(
      pack(S2C.welcome, {
        protocol: PROTOCOL,
        region: HOME_REGION,
        entity: crowd.own,
        tick: crowd.tick,
        time: Math.floor(Date.now() / DAY_MS) * DAY_MS + MORNING_MS,
        character: CHARACTER,
        name: crowd.name,
        resumed: false,
        lastCommand: 0,
      }),
    );
    // He has been here for a while: he has heard all names.
    for (let from = 0; from < crowd.ids.length; from += MOST_NAMES)
      socket.send(pack(S2C.who, { people: crowd.who(crowd.ids.slice(from, from + MOST_NAMES)) }));
  }

  private hear(bytes: Uint8Array): void {
    const { crowd, socket } = this;
    for (const message of readC2S(bytes) ?? []) {
      if (message.name === 'intent') crowd.intents.push(message.body);
      else if (message.name === 'whois') socket?.send(pack(S2C.who, { people: crowd.who(message.body.ids) }));
      else if (message.name === 'ack') {
        crowd.lastReadTick = message.body.tick;
        socket?.send(pack(S2C.pong, { clientTime: message.body.clientTime, tick: crowd.tick }));
      }
    }
  }

  /** Ticks against absolute time; what a busy machine missed is left out rather than made up for. */
  private turn(): void {
    if (this.stopped) return;
    const { crowd, socket } = this;
    crowd.step();
    if (socket?.readyState === socket?.OPEN) {
      const frame = crowd.snapshot();
      if (frame) socket?.send(frame);
      if (crowd.tick % SAYS_EVERY_TICKS === 0) socket?.send(this.words());
    }
    this.next_ms = Math.max(this.next_ms + TICK_MS, performance.now());
    setTimeout(() => this.turn(), this.next_ms - performance.now());
  }

  private words(): Uint8Array {
    const { id, name } = this.crowd.anybody();
    const text = WORDS[(this.crowd.tick / SAYS_EVERY_TICKS) % WORDS.length];
    return pack(S2C.chat, { channel: CHANNEL_SAY, from: name, fromEntity: id, to: '', text, time: Date.now() });
  }
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path.startsWith('/api/')) json(response, path);
  else file(response, path);
}

function json(response: ServerResponse, path: string): void {
  const bodies: Record<string, object> = {
    '/api/guest': ACCOUNT,
    '/api/me': ACCOUNT,
    '/api/ticket': { url: `/ws/${HOME_REGION}`, ticket: 'crowd' },
  };
  const body = bodies[path];
  response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body ?? { error: { code: 'not_found', message: 'Only a crowd is served here.' } }));
}

function file(response: ServerResponse, path: string): void {
  const name = normalize(path === '/' ? '/index.html' : path);
  try {
    const bytes = readFileSync(join(WEB, name));
    // Isolated from other origins, the page's clock counts in 5 µs instead of 100.
    response.writeHead(200, {
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}
