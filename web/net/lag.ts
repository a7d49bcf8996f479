// The lag switch: holds what passes for a while, in order. In: things; out: the same things later. With no lag they pass at once.
import type { Host } from './host';

export class Delay<T> {
  lag_ms = 0;
  /** Up to this much more, by chance. */
  jitter_ms = 0;
  private readonly held: { thing: T; due_ms: number }[] = [];
  private lastDue_ms = 0;
  private callOff: (() => void) | null = null;

  constructor(
    private readonly host: Host,
    private readonly pass: (thing: T) => void,
  ) {}

  push(thing: T): void {
    if (!this.lag_ms && !this.jitter_ms && !this.held.length) {
      this.pass(thing);
      return;
    }
    const wait_ms = this.lag_ms + this.jitter_ms * this.host.random();
    // A stream keeps its order: nothing overtakes what was held before.
    this.lastDue_ms = Math.max(this.lastDue_ms, this.host.now() + wait_ms);
    this.held.push({ thing, due_ms: this.lastDue_ms });
    if (!this.callOff) this.wait();
  }

  clear(): void {
    this.held.length = 0;
    this.callOff?.();
    this.callOff = null;
  }

  private wait(): void {
    const first = this.held[0];
    this.callOff = this.host.later(() => this.release(), Math.max(0, first.due_ms - this.host.now()));
  }

  private release(): void {
    this.callOff = null;
    const now_ms = this.host.now();
    while (this.held.length && this.held[0].due_ms <= now_ms + 0.5) this.pass(this.held.shift()!.thing);
    if (this.held.length && !this.callOff) this.wait();
  }
}
