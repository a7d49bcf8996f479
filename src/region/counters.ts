// What happened how often, by name: refusals, strikes, rebuilds, slow readers. Shown by /api/status; never reset while the object lives.

export class Counters {
  private readonly table = new Map<string, number>();

  count(name: string, by = 1): void {
    this.table.set(name, (this.table.get(name) ?? 0) + by);
  }

  of(name: string): number {
    return this.table.get(name) ?? 0;
  }

  all(): Record<string, number> {
    return Object.fromEntries([...this.table].sort(([a], [b]) => a.localeCompare(b)));
  }
}
