// Valuable commands on their way: numbered, kept until answered, sent again after a reconnect, so that each is applied exactly once.
// In: commands and answers; out: frames to send and a promise of the reason for each.
import { REASONS } from '../../src/shared/rules/reasons';

interface Waiting {
  command: number;
  send: (command: number) => void;
  settle: (reason: number) => void;
}

export class CommandQueue {
  private last = 0;
  private waiting: Waiting[] = [];
  private open = false;
  private known = false;

  /** How many commands have no answer yet. */
  get pending(): number {
    return this.waiting.length;
  }

  /** `send` puts the command on the wire under the number it is given. Resolves to the region's reason, 0 = done and durable. */
  give(send: (command: number) => void): Promise<number> {
    return new Promise(settle => {
      // Before the first welcome we do not know yet how far the count has come.
      const entry = { command: this.known ? ++this.last : 0, send, settle };
      this.waiting.push(entry);
      if (this.open) send(entry.command);
    });
  }

  /** The region took us in and has applied everything up to `lastCommand`. */
  opened(lastCommand: number): void {
    this.open = true;
    this.known = true;
    this.settleUpTo(lastCommand);
    this.last = Math.max(this.last, lastCommand);
    for (const entry of this.waiting) {
      entry.command ||= ++this.last;
      entry.send(entry.command);
    }
  }

  closed(): void {
    this.open = false;
  }

  answered(command: number, reason: number): void {
    const at = this.waiting.findIndex(entry => entry.command === command);
    if (at >= 0) this.waiting.splice(at, 1)[0].settle(reason);
  }

  /** Nothing will be answered any more. */
  abandon(): void {
    for (const entry of this.waiting) entry.settle(REASONS.notNow);
    this.waiting = [];
    this.open = false;
  }

  /** Applied before the line fell, its answer lost with it: the state that comes with the welcome tells how it went. */
  private settleUpTo(lastCommand: number): void {
    const applied = this.waiting.filter(entry => entry.command && entry.command <= lastCommand);
    this.waiting = this.waiting.filter(entry => !entry.command || entry.command > lastCommand);
    for (const entry of applied) entry.settle(REASONS.alreadyDone);
  }
}
