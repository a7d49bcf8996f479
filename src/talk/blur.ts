// Whose looks have changed: whoever knows them hears of it in a moment, of all changes of that moment at once. In: accounts. Out: all of them, together.

const TOLD_EVERY_MS = 1_000;

export class Blur {
  private readonly accounts = new Set<string>();

  constructor(private readonly tell: (accounts: readonly string[]) => void) {}

  add(account: string): void {
    if (!this.accounts.size) setTimeout(() => this.clear(), TOLD_EVERY_MS);
    this.accounts.add(account);
  }

  private clear(): void {
    const accounts = [...this.accounts];
    this.accounts.clear();
    this.tell(accounts);
  }
}
