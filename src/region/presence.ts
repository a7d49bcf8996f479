// What the realm knows of the people here. In: the players of the region, and how the realm answered. Out: what has changed since, as one
// batch for the next report. While one is under way nothing else is told, so that tellings of one region never overtake each other.
import { FLAG_ADRIFT } from '../../assembly/layout';
import type { Card, People, Told } from '../ports';
import type { Player } from './player';
import type { World } from './world';

export class Presence {
  private told = new Map<string, Card>();
  /** Of the realm's life to which that was told; another one knows nothing of it. */
  private born = 0;
  /** The realm has heard of everybody here, as far as is known. */
  private isWhole = false;
  private isUnderWay = false;

  /** Cheap enough for every half second: nothing is made for whom nothing has changed. */
  hasNews(world: World): boolean {
    if (this.isUnderWay) return false;
    if (!this.isWhole && world.byCharacter.size) return true;
    for (const player of world.byCharacter.values()) {
      const known = this.told.get(player.character.id);
      if (!known || !isUpToDate(world, known, player)) return true;
    }
    for (const id of this.told.keys()) {
      if (world.byCharacter.has(id)) continue;
      // Who went on to another region is told by that one: until then the realm sends his letters here, and they follow him.
      if (!world.footing.store.holdings.passed(id)) return true;
      this.told.delete(id);
    }
    return false;
  }

  /** The news as they are now; undefined: there are none, or none may be told yet. Call `heard` or `unheard` when the answer has come. */
  take(world: World): People | undefined {
    if (!this.hasNews(world)) return undefined;
    const all = !this.isWhole;
    const before = this.told;
    this.told = new Map<string, Card>();
    const here: Card[] = [];
    for (const [id, player] of world.byCharacter) {
      const known = before.get(id);
      const card = known && isUpToDate(world, known, player) ? known : cardOf(world, player);
      this.told.set(id, card);
      if (all || card !== known) here.push(card);
    }
    const gone = [...before.values()].filter(({ character }) => {
      return !this.told.has(character) && !world.footing.store.holdings.passed(character);
    });
    this.isUnderWay = true;
    this.isWhole = true;
    return { all, here, gone: gone.map(({ character, epoch }) => ({ character, epoch })) };
  }

  /** `told`: the batch that went with that report, if one did. */
  heard({ born, people }: Told, told: People | undefined): void {
    if (told) this.isUnderWay = false;
    // Those on their way to another region are in the realm's count until they have arrived there.
    if (!told?.all && (born !== this.born || people < this.told.size)) this.isWhole = false;
    this.born = born;
  }

  /** Nobody knows how much of it arrived. */
  unheard(told: People | undefined): void {
    if (told) this.isUnderWay = false;
    this.isWhole = false;
  }

  /** The region falls asleep: nobody is here, and the next report begins anew. Who went on to another region is told by that one. */
  end(world: World): People {
    const { holdings } = world.footing.store;
    const gone = Array.from(this.told.values(), ({ character, epoch }) => ({ character, epoch }));
    this.told.clear();
    this.isWhole = false;
    return { all: false, here: [], gone: gone.filter(({ character }) => !holdings.passed(character)) };
  }
}

const isAdrift = ({ sim }: World, { entity }: Player): boolean => (sim.core.flags(entity) & FLAG_ADRIFT) !== 0;

function isUpToDate(world: World, known: Card, player: Player): boolean {
  const { name, level, covenant, life } = player.character;
  return (
    known.epoch === player.held.epoch &&
    known.name === name &&
    known.level === level &&
    known.covenant === covenant &&
    known.cls === life.cls &&
    known.isAway === isAdrift(world, player)
  );
}

export function cardOf(world: World, player: Player): Card {
  const { id, account, name, level, covenant, life } = player.character;
  const isAway = isAdrift(world, player);
  return { character: id, account, name, key: player.nameKey, level, covenant, cls: life.cls, epoch: player.held.epoch, isAway };
}
