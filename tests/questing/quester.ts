// A character who lives by quests alone, in accelerated time, through the production rules and no back door: he takes what villagers offer,
// does what is asked (kills, gathers, walks, stands, decides), hands in, wears what fits, sells what does not. Fights are won by word of
// mouth: what they teach and leave comes from the rules. In: class, covenant, how he decides, a seed. Out: what he became, and his diary.
import { hourOf } from '../../src/shared/clock';
import { items, monsters, PLACES, poiNumber, posts, quests, recipes, talks, walks } from '../../src/shared/content';
import type { Camp, MonsterKind, Objective, Place, Quest } from '../../src/shared/content/kinds';
import { ANY_FOE } from '../../src/shared/content/questkinds';
import { SERVES_AS, STATION_OF } from '../../src/shared/content/trades';
import type { Character } from '../../src/shared/rules/character';
import { applyCraft, checkCraft, stationsNear } from '../../src/shared/rules/craft';
import { dayOf } from '../../src/shared/rules/days';
import { advance, BOARD, type Front, firstFront, HOUR_MS } from '../../src/shared/rules/front';
import { applyDiscover, applyGather, checkDiscover, checkGather } from '../../src/shared/rules/gather';
import { mostGrown } from '../../src/shared/rules/growth';
import { applyMove, checkMove, checkWear } from '../../src/shared/rules/inventory';
import { Journal } from '../../src/shared/rules/journal';
import { gainXp, xpOfKill } from '../../src/shared/rules/levels';
import { applyLoot, checkLoot, rollLoot } from '../../src/shared/rules/loot';
import {
  applyAccept,
  applyEvent,
  applyTurnIn,
  checkAccept,
  checkTurnIn,
  endOf,
  isReady,
  progressOf,
  wantedQuestItems,
} from '../../src/shared/rules/quests';
import { OK, reasonKey } from '../../src/shared/rules/reasons';
import { type Standing, standing, tidingsOf, type World } from '../../src/shared/rules/standing';
import { applyAnswer, checkAnswer, picksOf } from '../../src/shared/rules/talks';
import { applyBuy, applySell, checkBuy, checkSell } from '../../src/shared/rules/vendor';
import { bagItems, carried, kindOf, wornAt, wornSlot } from '../../src/shared/rules/worn';
import { seeded } from '../harness/seeded';
import { counter, newcomer } from '../rules/people';

export interface Life {
  cls: number;
  covenant: number;
  /** Of a talk's answers: the first or the last. */
  decides: 'first' | 'last';
  seed: number;
}
export interface Entry {
  quest: string;
  level: number;
}

const KILL_MS = 20_000;
const WALK_MS = 60_000;
const MOST_TRIES = 400;
const RANSACKED = 6;
/** A camp in another place counts as so many levels off. */
const FARAWAY = 20;
const START_MS = Date.UTC(2026, 0, 5);

const numberOf = new Map(PLACES.map(place => [place.key, place.number]));
const hostile = (camp: Camp): boolean => !['critter', 'neutral'].includes(monsters.key(camp.monster).team);
const CAMPS = PLACES.flatMap(place => place.camps);

export class Quester {
  readonly me: Character;
  readonly diary: Entry[] = [];
  kills = 0;
  private now_ms = START_MS;
  private front: Front = firstFront(BOARD, Math.floor(START_MS / HOUR_MS));
  private readonly mint = counter();
  private readonly random: () => number;
  private readonly journal = new Journal();

  constructor(private readonly life: Life) {
    this.me = { ...newcomer(this.mint), covenant: life.covenant };
    this.me.life.cls = life.cls;
    this.random = seeded(life.seed);
  }

  get hours(): number {
    return (this.now_ms - START_MS) / HOUR_MS;
  }

  /** Takes and does one quest from beginning to end; false when it is not on offer for him now. */
  play(quest: Quest): boolean {
    if (checkAccept(this.me, quest.giver, quest.id, this.world()) !== OK) return false;
    const level = this.me.level;
    this.emptyBag();
    this.must(checkAccept(this.me, quest.giver, quest.id, this.world()), `take ${quest.key}`);
    applyAccept(this.me, this.journal, this.mint, quest.id);
    for (const [i, o] of quest.objectives.entries()) this.pursue(quest, o, i);
    this.handIn(quest);
    this.diary.push({ quest: quest.key, level });
    return true;
  }

  /** Lets time pass until that quest's condition holds; false when it never does within some days. */
  awaits(quest: Quest): boolean {
    for (let hour = 0; hour < 24 * 14; hour++) {
      if (this.world().allows(quest)) return true;
      // An hour of the world's day is two minutes.
      this.pass(quest.when?.is === 'night' || quest.when?.is === 'day' ? HOUR_MS / 30 : HOUR_MS);
    }
    return false;
  }

  // ---- doing ----

  private pursue(quest: Quest, o: Objective, index: number): void {
    for (let tries = 0; !this.isDone(quest, index); tries++) {
      if (tries > MOST_TRIES) throw new Error(`${quest.key}: “${o.text}” cannot be done`);
      this.step(quest, o);
    }
  }

  private isDone(quest: Quest, index: number): boolean {
    const counts = progressOf(this.me, quest.id)?.counts ?? [];
    return isReady({ ...quest, objectives: [quest.objectives[index]] }, [counts[index]]);
  }

  private step(quest: Quest, o: Objective): void {
    switch (o.kind) {
      case 'kill':
        this.kill(this.nearestCamp(quest, o.monster === ANY_FOE ? undefined : [o.monster, ...(o.also ?? [])]), o.view);
        break;
      case 'gather':
        this.bring(quest, o.item);
        break;
      case 'deliver':
        if (carried(this.me, items.key(o.item).id) < o.count) this.bring(quest, o.item);
        this.talk(o.npc);
        break;
      case 'talk':
        this.talk(o.npc);
        break;
      case 'reach':
        this.reach(o.poi, o.view);
        break;
      case 'explore':
        for (const poi of o.pois) this.reach(poi, o.view);
        break;
      case 'equip':
        this.dress();
        break;
      case 'use':
        this.tell({ kind: 'use', ability: o.ability });
        break;
      case 'escort':
        this.beatAll(walks.get(o.walk)!.walk.ambush);
        this.tell({ kind: 'escort', walk: o.walk });
        break;
      case 'defend':
        this.beatAll(posts.get(o.post)!.post.waves);
        this.tell({ kind: 'defend', post: o.post });
        break;
      case 'choose':
        this.decide(o.talk);
        break;
      case 'mine':
        this.gatherFrom(o.node);
        break;
      case 'craft':
        this.craft(quest, o.recipe);
        break;
    }
  }

  private beatAll(bands: readonly { monster: string; count: number; level: number }[]): void {
    for (const { monster, count, level } of bands) this.beat(monsters.key(monster), level, count);
  }

  private tell(event: Parameters<typeof applyEvent>[2]): void {
    this.pass(KILL_MS / 4);
    applyEvent(this.me, this.journal, event);
  }

  private talk(npc: string): void {
    this.pass(WALK_MS);
    applyEvent(this.me, this.journal, { kind: 'talk', npc });
  }

  private reach(key: string, view?: 'adventurer' | 'warfront' | 'commander'): void {
    this.pass(WALK_MS);
    const place = PLACES.find(p => p.pois.some(poi => poi.key === key))!;
    const index = place.pois.findIndex(poi => poi.key === key);
    applyEvent(this.me, this.journal, { kind: 'reach', poi: key, view });
    if (checkDiscover(this.me, place, index) !== OK) return;
    applyDiscover(this.me, this.journal, place, index);
    if (!this.me.pois.includes(poiNumber(place, index))) throw new Error(`${key} was not found`);
  }

  private kill({ monster, level }: Camp, view?: 'adventurer' | 'warfront' | 'commander'): void {
    const kind = monsters.key(monster);
    const [low, high] = level ?? kind.level;
    this.beat(kind, low + Math.floor(this.random() * (high - low + 1)), 1, view);
  }

  private beat(kind: MonsterKind, level: number, count: number, view?: 'adventurer' | 'warfront' | 'commander'): void {
    for (let i = 0; i < count; i++) {
      this.pass(KILL_MS);
      this.kills++;
      gainXp(this.me, this.journal, xpOfKill(kind, level, this.me.level));
      applyEvent(this.me, this.journal, { kind: 'kill', monster: kind.key, level, view });
      const loot = rollLoot(kind, level, wantedQuestItems(this.me), this.random);
      if (checkLoot(this.me, loot) !== OK) this.emptyBag();
      this.must(checkLoot(this.me, loot), `loot ${kind.key}`);
      applyLoot(this.me, this.journal, this.mint, loot);
      this.bagChanged();
    }
  }

  /** One more of an item, from wherever it comes: the land, a beast, a trader. */
  private bring(quest: Quest, item: string): void {
    const droppers = CAMPS.filter(camp => monsters.key(camp.monster).loot.some(loot => loot.item === item));
    if (this.nodeOf(item)) this.gatherFrom(item);
    else if (droppers.length) this.kill(this.nearest(quest, droppers));
    else this.buy(item);
  }

  private nodeOf(item: string): Place['nodes'][number] | undefined {
    return PLACES.flatMap(p => p.nodes).find(node => node.item === item && node.prop !== 'chest');
  }

  private gatherFrom(item: string): void {
    const node = this.nodeOf(item)!;
    this.pass(KILL_MS);
    if (checkGather(this.me, node, false) !== OK) this.emptyBag();
    this.must(checkGather(this.me, node, false), `gather ${item}`);
    applyGather(this.me, this.journal, this.mint, node, this.random);
    applyEvent(this.me, this.journal, { kind: 'mine', node: item });
    this.bagChanged();
  }

  private craft(quest: Quest, key: string): void {
    const recipe = recipes.key(key);
    for (const { item, qty } of recipe.needs) while (carried(this.me, items.key(item).id) < qty) this.bring(quest, item);
    const station = STATION_OF[recipe.trade];
    const bench = PLACES.flatMap(place => place.props.map(at => ({ place, at }))).find(({ at }) => SERVES_AS[at.kind] === station)!;
    const near = stationsNear(bench.place, bench.at.x, bench.at.z);
    this.pass(KILL_MS);
    this.must(checkCraft(this.me, recipe.id, 1, near), `make ${key}`);
    applyCraft(this.me, this.journal, this.mint, recipe.id, this.random);
    applyEvent(this.me, this.journal, { kind: 'craft', recipe: key });
    this.bagChanged();
  }

  private buy(item: string): void {
    const kind = items.key(item).id;
    const npc = PLACES.flatMap(p => p.npcs).find(each => each.vendor?.includes(item));
    if (!npc) throw new Error(`nobody has ${item}`);
    this.must(checkBuy(this.me, npc, kind, 1), `buy ${item}`);
    applyBuy(this.me, this.journal, this.mint, kind, 1);
    this.bagChanged();
  }

  private decide(key: string): void {
    const talk = talks.key(key);
    const answer = this.life.decides === 'first' ? 0 : picksOf(talk).length - 1;
    this.talk(talk.npc);
    this.must(checkAnswer(this.me, talk.npc, talk.id, answer), `answer ${key}`);
    applyAnswer(this.me, this.journal, talk.id, answer);
  }

  // ---- what he has ----

  private handIn(quest: Quest): void {
    this.pass(WALK_MS);
    this.talk(quest.ender);
    const choice = this.bestOf(endOf(this.me, quest).reward.choose ?? []);
    if (checkTurnIn(this.me, quest.ender, quest.id, choice) !== OK) this.emptyBag();
    this.must(checkTurnIn(this.me, quest.ender, quest.id, choice), `hand in ${quest.key}`);
    applyTurnIn(this.me, this.journal, this.mint, quest.id, choice, dayOf(this.now_ms));
    this.dress();
  }

  private bestOf(choose: readonly string[]): number {
    const prices = choose.map(key => items.key(key).price);
    return Math.max(0, prices.indexOf(Math.max(...prices)));
  }

  /** Puts on whatever is dearer than what he wears. */
  private dress(): void {
    for (const item of bagItems(this.me)) {
      const { slot, price } = kindOf(item);
      if (!slot || checkWear(this.me, item, wornSlot(slot)) !== OK || (wornAt(this.me, slot)?.price ?? 0) >= price) continue;
      this.must(checkMove(this.me, item.id, wornSlot(slot), 1), `wear ${kindOf(item).key}`);
      applyMove(this.me, this.journal, this.mint, item.id, wornSlot(slot), 1);
    }
    this.bagChanged();
  }

  /** Sells what no running quest needs, at any trader's. */
  private emptyBag(): void {
    const npc = PLACES.flatMap(p => p.npcs).find(each => each.vendor?.length)!;
    const needed = new Set(
      this.me.quests.flatMap(({ quest }) =>
        quests.get(quest)!.objectives.flatMap(o => (o.kind === 'gather' || o.kind === 'deliver' ? [items.key(o.item).id] : [])),
      ),
    );
    for (const item of bagItems(this.me)) {
      if (needed.has(item.kind) || checkSell(this.me, npc, item.id, item.quantity) !== OK) continue;
      applySell(this.me, this.journal, item.id, item.quantity);
    }
    this.bagChanged();
  }

  private bagChanged(): void {
    applyEvent(this.me, this.journal, { kind: 'bag' });
  }

  // ---- the world ----

  /** The camp that a quest means: where its giver lives, about as strong as it says; of all foes without a list. */
  private nearestCamp(quest: Quest, keys?: readonly string[]): Camp {
    return this.nearest(
      quest,
      CAMPS.filter(camp => hostile(camp) && (!keys || keys.includes(camp.monster))),
    );
  }
  private nearest({ giver, level: meant }: Quest, camps: readonly Camp[]): Camp {
    const here = PLACES.find(place => place.npcs.some(npc => npc.key === giver));
    const away = (camp: Camp): number =>
      Math.abs((camp.level ?? monsters.key(camp.monster).level)[0] - meant) + (here?.camps.includes(camp) ? 0 : FARAWAY);
    return camps.reduce((best, camp) => (away(camp) < away(best) ? camp : best));
  }

  private world(): Standing {
    const known: World = {
      hour: hourOf(this.now_ms),
      front: this.front,
      placeNumber: key => numberOf.get(key) ?? -1,
      // Nobody else clears the camps.
      grown: (place, camp) => {
        const count = PLACES.find(p => p.key === place)?.camps.find(c => c.key === camp)?.count ?? 0;
        return Math.min(mostGrown(count), RANSACKED);
      },
    };
    return standing(dayOf(this.now_ms), new Set(tidingsOf(known, this.me.covenant).open));
  }

  private pass(ms: number): void {
    this.now_ms += ms;
    this.front = advance(BOARD, this.front, Math.floor(this.now_ms / HOUR_MS));
  }

  private must(reason: number, what: string): void {
    if (reason !== OK) throw new Error(`level ${this.me.level} may not ${what}: ${reasonKey(reason)}`);
  }
}
