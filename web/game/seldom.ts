// How often the world is looked at where pictures are made on the processor (tier test): the game goes on at full rate, what lies over the world is
// placed once a second, and the world is drawn every other time, but more seldom while it would look much the same. In: time, and what decides how it looks.

const LOOK_MS = 1000;
const PICTURE_MS = 2000;
const STILL_MS = 6000;

class Since {
  private at_ms = Number.NEGATIVE_INFINITY;

  /** Seconds since it was last due, `first_s` the first time; null: it is not due yet. */
  due(every_ms: number, now_ms: number, first_s: number): number | null {
    const since_ms = now_ms - this.at_ms;
    if (since_ms < every_ms) return null;
    this.at_ms = now_ms;
    return Number.isFinite(since_ms) ? since_ms / 1000 : first_s;
  }

  forget(): void {
    this.at_ms = Number.NEGATIVE_INFINITY;
  }
}

export class Seldom {
  private readonly looked = new Since();
  private readonly drawn = new Since();
  private shown = '';

  /** Seconds since the last look; null: none is due. */
  look(now_ms: number, dt_s: number): number | null {
    return this.looked.due(LOOK_MS, now_ms, dt_s);
  }

  /** Seconds since the last picture; null: none is due. `looks`: another text, another picture. */
  picture(looks: string, now_ms: number, dt_s: number): number | null {
    const since_s = this.drawn.due(looks === this.shown ? STILL_MS : PICTURE_MS, now_ms, dt_s);
    if (since_s !== null) this.shown = looks;
    return since_s;
  }

  /** Both are due at once. */
  hurry(): void {
    this.looked.forget();
    this.drawn.forget();
  }
}
