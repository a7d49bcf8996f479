// What the net asks of the machine it runs on: a clock, timers, chance and sockets. A browser and Node (with `ws`) give the same,
// so that bots and tests run the very client without a screen.

/** The part of a WebSocket that browsers and the `ws` package share. */
export interface Socket {
  binaryType: string;
  readonly readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  onerror: (() => void) | null;
  send(bytes: Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
}

export interface Host {
  /** Milliseconds, never going back. */
  now(): number;
  /** Runs once after `ms`; the returned function calls it off. */
  later(run: () => void, ms: number): () => void;
  /** Chance for jitter, in [0, 1). */
  random(): number;
  open(url: string, protocols: string[]): Socket;
}

export const SOCKET_OPEN = 1;

/** The machine of a page. */
export function pageHost(): Host {
  return {
    now: () => performance.now(),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    // The doors name a path; not every browser resolves one for sockets.
    open: (path, protocols) => new WebSocket(socketUrl(path), protocols) as unknown as Socket,
  };
}

function socketUrl(path: string): string {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === 'https:' || url.protocol === 'wss:' ? 'wss:' : 'ws:';
  return url.href;
}
