// One attempt to get something that is not one's own. In: what is tried. Out: whether it was refused, and whether all that it was after is as before.

export interface Trial {
  readonly name: string;
  /** Throws when the attempt was not refused. */
  readonly attempt: () => Promise<void>;
  /** What must be the same before and after, as text. */
  readonly state: () => string | Promise<string>;
}

export interface Tried {
  tried: number;
  refused: number;
  failed: string[];
}

/** All of them, one after the other. */
export async function tryAll(trials: readonly Trial[], told: (name: string, took_ms: number) => void = () => {}): Promise<Tried> {
  const failed: string[] = [];
  for (const { name, attempt, state } of trials) {
    const from_ms = performance.now();
    try {
      const before = await state();
      await attempt();
      const after = await state();
      if (after !== before) throw new Error(`something has changed\n  before ${before}\n  after  ${after}`);
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    told(failed.at(-1)?.startsWith(`${name}: `) ? `FAILED ${failed.at(-1)}` : name, performance.now() - from_ms);
  }
  return { tried: trials.length, refused: trials.length - failed.length, failed };
}

/** Throws unless it holds. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
