// What lines of the books come to. In: lines, or what somebody has. Out: copper, and things by kind.

interface Amounts {
  readonly gold: number;
  readonly kind: number;
  readonly quantity: number;
}

export class Sums {
  gold: number;
  readonly kinds: Map<number, number>;

  constructor(before?: Sums) {
    this.gold = before?.gold ?? 0;
    this.kinds = new Map(before?.kinds);
  }

  add({ gold, kind, quantity }: Amounts): void {
    this.gold += gold;
    this.things(kind, quantity);
  }

  things(kind: number, quantity: number): void {
    if (quantity) this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + quantity);
  }
}
