// What the bench's Worker is told when it starts, and what it counts. One program is both ends: a server of places, or a server of relays.

export interface BenchEnv {
  PLACE: DurableObjectNamespace;
  RELAY: DurableObjectNamespace;
  /** Where relays find the place; '': this is the place, and clients come to it. */
  PLACE_URL: string;
  RELAYS: string;
  /** Turns from one frame of a client to the next. */
  TICKS_PER_FRAME: string;
}

/** Between place and relays, as the place sees it: down to clients, up from them. */
export const counts = { downBytes: 0, downFrames: 0, upBytes: 0, upFrames: 0 };
