// The realm's desk: what is to be told in this turn of the realm, and to whom. In: words for people, and whose affairs have changed. Out: one
// bundle of letters for each region. What need not be known at once waits until the region reports next, so that a thousand who walk over
// borders cost the realm no call of its own.
import type { Affairs, Letter, Word } from '../ports';
import type { RegionKey } from '../shared/regions';
import type { Presence } from './presence';

export class Desk {
  private letters: Letter[] = [];
  private readonly urgent = new Set<string>();
  private readonly patient = new Set<string>();
  private readonly leavers: { party: string; character: string }[] = [];

  constructor(
    private readonly presence: Presence,
    private readonly affairsOf: (character: string) => Affairs,
  ) {}

  post(to: string, word: Word): void {
    this.letters.push({ to, word });
  }

  notice(to: string, notice: number, text: string, value = 0): void {
    this.post(to, { what: 'notice', notice, value, text });
  }

  /** His affairs are told anew: at the end of this turn, or with the next report of the region where he is. */
  change(character: string, isUrgent: boolean): void {
    (isUrgent ? this.urgent : this.patient).add(character);
  }

  /** He belongs to that party no more: what hangs on it is looked after before anything is told. */
  left(party: string, character: string): void {
    this.leavers.push({ party, character });
  }

  takeLeavers(): { party: string; character: string }[] {
    return this.leavers.splice(0);
  }

  /** Characters whose affairs are told at the end of this turn. */
  get changed(): readonly string[] {
    return [...this.urgent];
  }

  /** Everything for people in that region, what waits for it too: its report is being answered. */
  takeFor(region: RegionKey): Letter[] {
    const isThere = (character: string): boolean => this.presence.of(character)?.region === region;
    const mine = this.letters.filter(({ to }) => isThere(to));
    this.letters = this.letters.filter(({ to }) => !isThere(to));
    for (const waiting of [this.urgent, this.patient]) {
      for (const character of waiting) {
        if (isThere(character)) {
          this.urgent.delete(character);
          this.patient.delete(character);
          mine.unshift({ to: character, word: { what: 'affairs', ...this.affairsOf(character) } });
        } else if (!this.presence.of(character)) waiting.delete(character);
      }
    }
    return mine;
  }

  /** What must be told at once, by region. Who is in no region is told when he comes. */
  take(): Map<RegionKey, Letter[]> {
    const bundles = new Map<RegionKey, Letter[]>();
    const regions = new Set([...this.urgent, ...this.letters.map(({ to }) => to)].map(one => this.presence.of(one)?.region));
    for (const region of regions) if (region) bundles.set(region, this.takeFor(region));
    this.letters = [];
    this.urgent.clear();
    return bundles;
  }
}
