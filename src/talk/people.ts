// Who is in the world, as far as Talk knows. In: what the realm tells, and regions of those who have just come, late or mixed up by crossings.
// Out: people by character, by account and by name. Memory only: after a boot the realm tells everybody anew.
import type { Card, PresenceNews, Whereabout } from '../ports';
import type { RegionKey } from '../shared/regions';

export class People {
  /** Of this life of Talk. */
  readonly born = Math.floor(Math.random() * 2 ** 48);
  private readonly all = new Map<string, Whereabout>();
  private readonly byKey = new Map<string, string>();
  private readonly byAccount = new Map<string, Set<string>>();
  private readonly perRegion = new Map<RegionKey, number>();
  private realm = 0;

  /** Returns the accounts of whom something is different now. */
  take({ born, all, here, gone }: PresenceNews): Set<string> {
    const changed = new Set<string>();
    const isStranger = born !== this.realm;
    this.realm = born;
    for (const one of here) if (this.put(one)) changed.add(one.account);
    for (const character of gone) this.drop(character, changed);
    // Of a realm that begins anew everything is forgotten that it does not tell.
    if (!all && !isStranger) return changed;
    const named = new Set(here.map(({ character }) => character));
    for (const character of [...this.all.keys()]) if (!named.has(character)) this.drop(character, changed);
    return changed;
  }

  /** His region says so itself, before the realm does. */
  come(card: Card, region: RegionKey): boolean {
    return this.put({ ...card, region });
  }

  /** Whether the realm has told of everybody since Talk began: before that nobody's coming is news. */
  get isWhole(): boolean {
    return this.realm !== 0;
  }

  of(character: string): Whereabout | undefined {
    return this.all.get(character);
  }

  named(key: string): Whereabout | undefined {
    return this.all.get(this.byKey.get(key) ?? '');
  }

  /** Everybody of an account who is in the world. */
  ofAccount(account: string): Whereabout[] {
    return [...(this.byAccount.get(account) ?? [])].flatMap(character => this.all.get(character) ?? []);
  }

  get accounts(): Iterable<string> {
    return this.byAccount.keys();
  }

  /** Where anybody is. */
  get regions(): Iterable<RegionKey> {
    return this.perRegion.keys();
  }

  private put(one: Whereabout): boolean {
    const known = this.all.get(one.character);
    if (known && known.epoch > one.epoch) return false;
    if (known) this.forget(known);
    this.all.set(one.character, one);
    this.byKey.set(one.key, one.character);
    this.byAccount.set(one.account, (this.byAccount.get(one.account) ?? new Set()).add(one.character));
    this.perRegion.set(one.region, (this.perRegion.get(one.region) ?? 0) + 1);
    return !known || !isSame(known, one);
  }

  private drop(character: string, changed: Set<string>): void {
    const known = this.all.get(character);
    if (!known) return;
    this.forget(known);
    changed.add(known.account);
  }

  private forget({ character, key, account, region }: Whereabout): void {
    this.all.delete(character);
    if (this.byKey.get(key) === character) this.byKey.delete(key);
    const own = this.byAccount.get(account);
    own?.delete(character);
    if (!own?.size) this.byAccount.delete(account);
    const left = (this.perRegion.get(region) ?? 1) - 1;
    if (left) this.perRegion.set(region, left);
    else this.perRegion.delete(region);
  }
}

const isSame = (a: Whereabout, b: Whereabout): boolean =>
  a.region === b.region && a.name === b.name && a.level === b.level && a.cls === b.cls && a.isAway === b.isAway;
