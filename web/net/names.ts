// Who is who: asks the region for the names of players and villagers as they come into sight, and remembers them. In: bodies met, answers;
// out: a person per entity. Entities are the same in every region, so names stay known over a crossing.
import { CLASS_PLAYER, CLASS_VILLAGER } from '../../assembly/layout';
import type { Body, S2C } from '../../src/shared/protocol/messages';
import type { ActorView } from '../render/contract';
import type { Mirror } from './mirror';

export type Person = Body<typeof S2C.who>['people'][number];
export type Colours = Body<typeof S2C.colours>['people'][number];

const EVERY_MS = 300;
/** An unanswered name is asked for again after this long. */
const AGAIN_MS = 4000;
const MOST = 32;

export class Names {
  /** As far as they were told. */
  readonly people = new Map<number, Person>();
  /** Whose guild's colours they wear. */
  readonly colours = new Map<number, Colours>();
  onPerson: (person: Pick<Person, 'id'>) => void = () => {};
  private readonly unknown = new Set<number>();
  private readonly asked = new Map<number, number>();
  private askedAt_ms = 0;

  constructor(
    private readonly mirror: Mirror | null,
    private readonly send: (ids: number[]) => void,
  ) {}

  clear(): void {
    this.people.clear();
    this.colours.clear();
    this.asked.clear();
    this.unknown.clear();
  }

  meet(body: ActorView): void {
    if ((body.cls === CLASS_PLAYER || body.cls === CLASS_VILLAGER) && !this.people.has(body.id)) this.unknown.add(body.id);
  }

  /** Asks for what is not known yet, a few times a second. */
  ask(now_ms: number): void {
    if (!this.unknown.size || now_ms - this.askedAt_ms < EVERY_MS) return;
    const ids: number[] = [];
    for (const id of this.unknown) {
      if (!this.mirror?.bodies.has(id)) this.unknown.delete(id);
      else if (now_ms - (this.asked.get(id) ?? -AGAIN_MS) >= AGAIN_MS) ids.push(id);
    }
    if (ids.length > MOST) this.nearestFirst(ids).length = MOST;
    if (!ids.length) return;
    this.askedAt_ms = now_ms;
    for (const id of ids) this.asked.set(id, now_ms);
    this.send(ids);
  }

  /** In a crowd the names over the nearest heads are read first. */
  private nearestFirst(ids: number[]): number[] {
    const bodies = this.mirror?.bodies;
    const own = bodies?.get(this.mirror?.own ?? 0);
    if (!bodies || !own) return ids;
    const away_m = (id: number) => {
      const body = bodies.get(id);
      return body ? Math.hypot(body.x - own.x, body.z - own.z) : Number.POSITIVE_INFINITY;
    };
    return ids.sort((a, b) => away_m(a) - away_m(b));
  }

  learn(people: readonly Person[]): void {
    for (const person of people) {
      this.people.set(person.id, person);
      this.unknown.delete(person.id);
      this.asked.delete(person.id);
      this.onPerson(person);
    }
  }

  wear(people: readonly Colours[]): void {
    for (const one of people) {
      if (one.name) this.colours.set(one.id, one);
      else this.colours.delete(one.id);
      this.onPerson(one);
    }
  }
}
