// Where quests lead: for each objective that is not met, the spots and grounds at which it can be. In: quests in hand, what is kept of them,
// the running task. Out: goals in world metres, for map, minimap, compass and the world itself.
import { computed } from '@preact/signals';
import { items, monsters, PLACES, posts, quests as questTable, talks, walks } from '../src/shared/content';
import type { Camp, Objective, Place, Quest } from '../src/shared/content/kinds';
import { TASK_ESCORT } from '../src/shared/protocol/messages';
import { isReady, wantedQuestItems } from '../src/shared/rules/quests';
import { mine } from './game/questmarks';
import { isApart, npcCalled, placeOfNpc } from './places';
import { place, quests, task, untracked } from './state';

export interface Goal {
  quest: Quest;
  text: string;
  x: number;
  z: number;
  /** 0: one spot; else somewhere on this ground. */
  radius: number;
  /** To be entered, held or walked to: shown in the world as well. */
  marked: boolean;
}

/** More grounds than this for one objective say nothing. */
const MOST_GROUNDS = 6;
/** Camps of one kind that lie so near each other are one ground. */
const REACH_M = 12;

const pois = new Map(PLACES.flatMap(place => place.pois.map(poi => [poi.key, poi] as const)));

/** Camps that a quest means: those where its giver lives, else the nearest of all. */
function campsFor(quest: Quest, wanted: (camp: Camp) => boolean): Camp[] {
  const here = placeOfNpc(quest.giver);
  const near = here?.camps.filter(wanted) ?? [];
  if (near.length) return near.slice(0, MOST_GROUNDS);
  return PLACES.flatMap((place: Place) => place.camps.filter(wanted)).slice(0, MOST_GROUNDS);
}

type Spot = Pick<Goal, 'x' | 'z' | 'radius' | 'marked'>;
const ground = ({ x, z, radius }: Camp): Spot => ({ x, z, radius: radius + REACH_M, marked: false });
const person = (key: string): Spot[] => {
  const npc = npcCalled(key);
  return npc ? [{ x: npc.x, z: npc.z, radius: 0, marked: true }] : [];
};
const spot = (at: { x: number; z: number; radius: number } | undefined): Spot[] =>
  at ? [{ x: at.x, z: at.z, radius: at.radius, marked: true }] : [];

function spotsOf(quest: Quest, o: Objective, kept: number, lacking: ReadonlySet<number>): Spot[] {
  switch (o.kind) {
    case 'kill':
      return campsFor(quest, camp => camp.monster === o.monster || !!o.also?.includes(camp.monster)).map(ground);
    case 'gather':
      return campsFor(quest, camp => monsters.key(camp.monster).loot.some(loot => loot.item === o.item)).map(ground);
    case 'deliver': {
      if (!lacking.has(items.key(o.item).id)) return person(o.npc);
      return campsFor(quest, camp => monsters.key(camp.monster).loot.some(loot => loot.item === o.item)).map(ground);
    }
    case 'talk':
      return person(o.npc);
    case 'choose':
      return person(talks.key(o.talk).npc);
    case 'reach':
      return spot(pois.get(o.poi));
    case 'explore':
      return o.pois.flatMap((key, i) => (kept & (1 << i) ? [] : spot(pois.get(key))));
    case 'escort': {
      const walk = walks.get(o.walk)?.walk;
      const running = task.value;
      if (running?.kind === TASK_ESCORT && running.quest === quest.id) {
        return spot({ x: running.x / 100, z: running.z / 100, radius: running.radius });
      }
      return walk ? person(walk.npc) : [];
    }
    case 'defend':
      return spot(posts.get(o.post)?.post);
    default:
      return [];
  }
}

/** Goals of the quests that are shown beside the world. */
export const goals = computed<readonly Goal[]>(() => {
  const character = mine.value;
  if (!character || isApart(place.value)) return [];
  const lacking = wantedQuestItems(character);
  return quests.value.active.flatMap(({ quest: id, counts }) => {
    const quest = questTable.get(id);
    if (!quest || untracked.value.has(id) || isReady(quest, counts)) return [];
    return quest.objectives.flatMap((o, i) => {
      if (isReady({ ...quest, objectives: [o] }, [counts[i]])) return [];
      return spotsOf(quest, o, counts[i] ?? 0, lacking).map(at => ({ quest, text: o.text, ...at }));
    });
  });
});
