// A memory for what was last worked out, by number: the longest unused is forgotten first.
export class Recent<T> {
  private readonly kept = new Map<number, T>();

  constructor(private readonly most: number) {}

  /** What is known under the number, or undefined. */
  peek(key: number): T | undefined {
    return this.kept.get(key);
  }

  get(key: number, make: () => T): T {
    let found = this.kept.get(key);
    if (found === undefined) found = make();
    else this.kept.delete(key);
    this.kept.set(key, found);
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value!);
    return found;
  }
}
