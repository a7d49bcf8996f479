// Who is in the world and where. In: what regions tell of their people, late, doubled or mixed up by crossings. Out: everybody by character
// and by name. Memory only: after a boot of the realm regions see another `born` number and tell everybody anew.
import type { Card, People } from '../ports';
import type { RegionKey } from '../shared/regions';

export interface Present extends Card {
  readonly region: RegionKey;
}

export class Presence {
  private readonly all = new Map<string, Present>();
  private readonly byKey = new Map<string, string>();
  private readonly byRegion = new Map<RegionKey, Set<string>>();
  /** When each region spoke last, by its clock: what it said before comes too late. */
  private readonly heard_ms = new Map<RegionKey, number>();

  /** Returns the characters of whom something is different now. */
  take(region: RegionKey, { all, here, gone }: People, at_ms: number): string[] {
    if (at_ms < (this.heard_ms.get(region) ?? 0)) return [];
    this.heard_ms.set(region, at_ms);
    const news = here.filter(card => this.put({ ...card, region })).map(({ character }) => character);
    for (const { character, epoch } of gone) if (this.drop(region, character, epoch)) news.push(character);
    if (!all) return news;
    const named = new Set(here.map(({ character }) => character));
    for (const character of [...(this.byRegion.get(region) ?? [])]) {
      if (!named.has(character) && this.drop(region, character, Infinity)) news.push(character);
    }
    return news;
  }

  /** Nobody says any more that anybody is there. */
  empty(region: RegionKey): string[] {
    return [...(this.byRegion.get(region) ?? [])].filter(character => this.drop(region, character, Infinity));
  }

  of(character: string): Present | undefined {
    return this.all.get(character);
  }

  /** By what his name looks like. */
  named(key: string): Present | undefined {
    return this.all.get(this.byKey.get(key) ?? '');
  }

  get characters(): string[] {
    return [...this.all.keys()];
  }

  count(region: RegionKey): number {
    return this.byRegion.get(region)?.size ?? 0;
  }

  /** Where somebody is, as far as is known. */
  get regions(): RegionKey[] {
    return [...this.byRegion.keys()];
  }

  /** False: a newer crossing is known, or nothing of it is news. */
  private put(card: Present): boolean {
    const known = this.all.get(card.character);
    if (known && known.epoch > card.epoch) return false;
    if (known && sameAs(known, card)) return false;
    if (known) this.forget(known);
    this.all.set(card.character, card);
    this.byKey.set(card.key, card.character);
    const there = this.byRegion.get(card.region) ?? new Set<string>();
    this.byRegion.set(card.region, there.add(card.character));
    return true;
  }

  /** False: he is elsewhere by now, or not known. */
  private drop(region: RegionKey, character: string, epoch: number): boolean {
    const known = this.all.get(character);
    if (!known || known.region !== region || known.epoch > epoch) return false;
    this.forget(known);
    return true;
  }

  private forget({ character, key, region }: Present): void {
    this.all.delete(character);
    if (this.byKey.get(key) === character) this.byKey.delete(key);
    const there = this.byRegion.get(region);
    there?.delete(character);
    if (!there?.size) this.byRegion.delete(region);
  }
}

const sameAs = (a: Present, b: Present): boolean =>
  a.region === b.region &&
  a.epoch === b.epoch &&
  a.name === b.name &&
  a.level === b.level &&
  a.cls === b.cls &&
  a.covenant === b.covenant &&
  a.isAway === b.isAway;
