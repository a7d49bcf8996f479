// Where to go next: the answer that the tracker's first quest gives, or the nearest villager with work. In: the character as this screen
// knows it, where it stands, the creatures in sight. Out: one place with a word why. Asks the rules and the content, decides nothing.
import { chains, items, monsters, PLACES, posts, quests, talks, walks } from '../../src/shared/content';
import type { Objective, Quest } from '../../src/shared/content/kinds';
import { ANY_FOE } from '../../src/shared/content/questkinds';
import type { Character } from '../../src/shared/rules/character';
import { isMet } from '../../src/shared/rules/questcounts';
import { isReady, offeredBy } from '../../src/shared/rules/quests';
import type { Standing } from '../../src/shared/rules/standing';
import { npcCalled } from '../places';
import type { Guide } from '../state';

interface Spot {
  x: number;
  z: number;
}
/** A living creature in sight, by the number of its kind. */
export interface Seen extends Spot {
  kind: number;
}
type Found = Omit<Guide, 'y' | 'distance'>;

const camps = PLACES.flatMap(place => place.camps);
const nodes = PLACES.flatMap(place => place.nodes);
const pois = PLACES.flatMap(place => place.pois);
const villagers = PLACES.flatMap(place => place.npcs);
const STORY = chains.find(({ story }) => story)?.key;
/** A camp is looked for within this; farther away the road there is a quest of its own. */
const FAR_M = 1200;

const away = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.z - b.z);
function nearest<T extends Spot>(at: Spot, all: readonly T[]): T | undefined {
  let best: T | undefined;
  let least = FAR_M;
  for (const each of all) {
    const far = away(at, each);
    if (far >= least) continue;
    least = far;
    best = each;
  }
  return best;
}

/** `inHand`: the quests that are followed, the most important first. */
export function whereTo(
  c: Character,
  at: Spot,
  seen: readonly Seen[],
  world: Standing,
  inHand: Character['quests'] = c.quests,
): Found | null {
  for (const { quest: id, counts } of inHand) {
    const quest = quests.get(id);
    const found = quest && wayOn(quest, counts, at, seen);
    if (found) return found;
  }
  return work(c, at, world);
}

/** What a quest in hand asks for next. */
export function wayOn(quest: Quest, counts: readonly number[], at: Spot, seen: readonly Seen[]): Found | null {
  if (isReady(quest, counts)) {
    const npc = npcCalled(quest.ender);
    return npc ? { x: npc.x, z: npc.z, label: npc.name, kind: 'turnin' } : null;
  }
  for (const [i, objective] of quest.objectives.entries()) {
    if (isMet(objective, counts[i])) continue;
    const found = placeOf(objective, counts[i] ?? 0, at, seen);
    if (found) return found;
  }
  return null;
}

/** Where an objective can be met; null: anywhere, or nowhere on the map. */
function placeOf(o: Objective, kept: number, at: Spot, seen: readonly Seen[]): Found | null {
  const label = 'text' in o ? o.text : '';
  switch (o.kind) {
    case 'talk': {
      const npc = npcCalled(o.npc);
      return npc ? { x: npc.x, z: npc.z, label: npc.name, kind: 'task' } : null;
    }
    case 'reach': {
      const poi = pois.find(each => each.key === o.poi);
      return poi ? { x: poi.x, z: poi.z, label: poi.name, kind: 'place' } : null;
    }
    case 'kill':
      return o.monster === ANY_FOE ? null : prey([o.monster, ...(o.also ?? [])], at, seen, label);
    case 'gather': {
      const node = nearest(
        at,
        nodes.filter(each => each.item === o.item),
      );
      if (node) return { x: node.x, z: node.z, label: items.key(o.item).name, kind: 'task' };
      return prey(droppedBy(o.item), at, seen, label);
    }
    case 'mine':
      return growing(o.node, at);
    case 'deliver':
      return growing(o.item, at) ?? prey(droppedBy(o.item), at, seen, label) ?? villager(o.npc);
    case 'explore': {
      const poi = nearest(
        at,
        pois.filter(each => o.pois.some((key, i) => key === each.key && !(kept & (1 << i)))),
      );
      return poi ? { x: poi.x, z: poi.z, label: poi.name, kind: 'place' } : null;
    }
    case 'escort':
      return villager(walks.get(o.walk)?.walk.npc ?? '');
    case 'defend': {
      const post = posts.get(o.post)?.post;
      return post ? { x: post.x, z: post.z, label, kind: 'place' } : null;
    }
    case 'choose':
      return villager(talks.key(o.talk).npc);
    // Done wherever one stands.
    case 'use':
    case 'equip':
    case 'craft':
      return null;
  }
}

function villager(key: string): Found | null {
  const npc = npcCalled(key);
  return npc ? { x: npc.x, z: npc.z, label: npc.name, kind: 'task' } : null;
}

function growing(item: string, at: Spot): Found | null {
  const node = nearest(
    at,
    nodes.filter(each => each.item === item),
  );
  return node ? { x: node.x, z: node.z, label: items.key(item).name, kind: 'task' } : null;
}

/** The nearest creature of these kinds that is in sight, or the camp where they live. */
function prey(kinds: readonly string[], at: Spot, seen: readonly Seen[], label: string): Found | null {
  if (!kinds.length) return null;
  const numbers = new Set(kinds.map(key => monsters.key(key).id));
  const beast = nearest(
    at,
    seen.filter(each => numbers.has(each.kind)),
  );
  if (beast) return { x: beast.x, z: beast.z, label: monsters.get(beast.kind)?.name ?? label, kind: 'foe' };
  const living = camps.filter(each => kinds.includes(each.monster));
  // The weakest of a kind are meant for whoever is sent for them first.
  const low = Math.min(...living.map(each => each.level?.[0] ?? 1));
  const camp = nearest(
    at,
    living.filter(each => (each.level?.[0] ?? 1) <= low + 1),
  );
  return camp ? { x: camp.x, z: camp.z, label: monsters.key(camp.monster).name, kind: 'foe' } : null;
}

const droppers = new Map<string, string[]>();
function droppedBy(item: string): string[] {
  let known = droppers.get(item);
  if (!known) {
    known = monsters.all.filter(kind => kind.loot.some(drop => drop.item === item)).map(kind => kind.key);
    droppers.set(item, known);
  }
  return known;
}

/** The nearest villager who would give the character something to do. */
function work(c: Character, at: Spot, world: Standing): Found | null {
  const offers = villagers.map(npc => ({ npc, quests: offeredBy(c, npc.key, world) })).filter(each => each.quests.length);
  // Whoever is new begins at the beginning, and whoever left the story finds it again.
  const withStory = offers.filter(each => each.quests.some(({ chain }) => chain === STORY));
  const npc = nearest(
    at,
    (withStory.length ? withStory : offers).map(each => each.npc),
  );
  return npc ? { x: npc.x, z: npc.z, label: npc.name, kind: 'offer' } : null;
}
