// An attacker's browser, or what he passes off as one: HTTP with whatever headers he likes, and sockets likewise. In: an address. Out: answers, and
// how sockets fare.
import { WebSocket } from 'ws';
import { SUBPROTOCOL } from '../../src/shared/protocol/messages';
import { must } from './trial';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: every attack looks for other fields, and a missing one fails it
  body: any;
  text: string;
}
/** So long it is looked what becomes of a socket that nothing becomes of. */
const PATIENCE_MS = 15_000;

export type Headers = Record<string, string | undefined>;

export class Caller {
  readonly jar = new Map<string, string>();
  account = '';
  character = '';
  name = '';

  constructor(readonly base: string) {}

  static async guest(base: string): Promise<Caller> {
    const caller = new Caller(base);
    const { body } = await caller.ask('POST', '/api/guest');
    caller.account = body.account;
    caller.character = body.characters[0].id;
    caller.name = body.characters[0].name;
    return caller;
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Somebody else with the same cookies. */
  twin(): Caller {
    const twin = Object.assign(new Caller(this.base), { account: this.account, character: this.character, name: this.name });
    for (const [name, value] of this.jar) twin.jar.set(name, value);
    return twin;
  }

  /** `headers` undefined: left out. A text body goes as it is. */
  async ask(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Answer> {
    const all: Headers = {
      Origin: new URL(this.base).origin,
      Cookie: this.jar.size ? this.cookie : undefined,
      'Content-Type': body === undefined ? undefined : 'application/json',
      ...headers,
    };
    const sent = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const response = await fetch(this.base + path, {
      method,
      headers: sent,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...rest] = line.split(';');
      const at = pair.indexOf('=');
      if (/Max-Age=0/i.test(rest.join(';'))) this.jar.delete(pair.slice(0, at));
      else this.jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : null, text };
  }

  async ticket(): Promise<{ url: string; ticket: string }> {
    const { status, body } = await this.ask('POST', '/api/ticket', { character: this.character });
    must(status === 200, `no ticket: ${status}`);
    return body;
  }
}

/** How a socket fared: the status of a refused upgrade, or the code it was closed with; 0: it stands. */
export interface Fate {
  status: number;
  code: number;
  frames: number;
  extensions: string;
  socket: WebSocket;
}

export interface Knock {
  origin?: string | null;
  protocols?: string[];
  headers?: Record<string, string>;
  deflate?: boolean;
  /** Sent as soon as it is open. */
  first?: (string | Uint8Array)[];
  within_ms?: number;
  /** It is enough to be told something. */
  untilHeard?: boolean;
  /** Hears of the first that it is told. */
  heard?: () => void;
}

/** Opens a socket and looks what becomes of it. */
export function knock(base: string, path: string, ticket: string, o: Knock = {}): Promise<Fate> {
  const { origin = new URL(base).origin, protocols = ticket ? [SUBPROTOCOL, ticket] : [SUBPROTOCOL] } = o;
  return new Promise(resolve => {
    const socket = new WebSocket(base.replace('http', 'ws') + path, protocols, {
      ...(origin === null ? {} : { origin }),
      headers: o.headers,
      perMessageDeflate: o.deflate ?? false,
    });
    const fate: Fate = { status: 101, code: 0, frames: 0, extensions: '', socket };
    const done = (): void => {
      clearTimeout(timer);
      resolve(fate);
    };
    const timer = setTimeout(done, o.within_ms ?? PATIENCE_MS);
    socket.on('unexpected-response', (_, response) => {
      fate.status = response.statusCode ?? 0;
      response.resume();
      done();
    });
    socket.on('error', () => {});
    socket.on('open', () => {
      fate.extensions = socket.extensions;
      for (const data of o.first ?? []) socket.send(data);
    });
    socket.on('message', () => {
      if (!fate.frames++) o.heard?.();
      if (o.untilHeard) done();
    });
    socket.on('close', code => {
      fate.code = code;
      done();
    });
  });
}
