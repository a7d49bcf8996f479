// Keeps the answers to "where next" and "what lies here" fresh, a few times a second. In: the stage and the signals of the character.
// Out: the signals guide and lootMarks, and the same for the picture.
import { CLASS_MONSTER, FLAG_DEAD } from '../../assembly/layout';
import { isApart } from '../places';
import type { FrameView } from '../render/contract';
import { corpses, ground, guide, lootMarks, sight } from '../state';
import { coinText } from '../ui/coins';
import { followed } from '../ui/derived';
import { type Seen, whereTo } from './guide';
import { nearestFoe_m, sprinted } from './learning';
import { mine, today } from './questmarks';
import { rankOf, spoilsOf } from './spoils';
import type { Stage } from './stage';

const EVERY_S = 0.25;
/** Faster than this nobody runs who does not sprint. */
const SPRINT_MPS = 6.4;

export class Lead {
  loot: FrameView['loot'] = [];
  private age_s = 0;
  private readonly seen: Seen[] = [];

  constructor(private readonly stage: Stage) {
    sight.value = (x, y, z) => stage.renderer.project(x, y, z);
  }

  frame(dt_s: number): void {
    this.age_s += dt_s;
    if (this.age_s < EVERY_S) return;
    this.age_s = 0;
    this.mark();
    this.point();
  }

  private mark(): void {
    if (!corpses.value.size && !ground.value.length) {
      if (lootMarks.value.length) {
        lootMarks.value = [];
        this.loot = [];
      }
      return;
    }
    const { session, sim } = this.stage;
    const lies = (id: number) => {
      const body = session.mirror?.bodies.get(id);
      return body && body.flags & FLAG_DEAD ? body : null;
    };
    const marks = spoilsOf(corpses.value, ground.value, lies, (x, z) => sim.core.height(x, z), coinText);
    lootMarks.value = marks;
    this.loot = marks.map(({ id, x, y, z, rarity }) => ({ id, x, y, z, rank: rankOf(rarity) }));
  }

  private point(): void {
    const character = mine.value;
    const { session } = this.stage;
    const { drawn } = session.predictor;
    this.seen.length = 0;
    for (const body of session.mirror?.list ?? [])
      if (body.cls === CLASS_MONSTER && !(body.flags & FLAG_DEAD)) this.seen.push(body);
    nearestFoe_m.value = this.nearestFoe(drawn.x, drawn.z);
    if (drawn.speed > SPRINT_MPS) sprinted.value = true;
    const inHand = followed.value.map(({ quest, counts }) => ({ quest: quest.id, counts: [...counts] }));
    // Quests lead through the world; under it they lead nowhere.
    const found = character && !isApart(this.stage.place) && whereTo(character, drawn, this.seen, today.value, inHand);
    if (!found) {
      guide.value = null;
      return;
    }
    const at = this.standing(found);
    const distance = Math.hypot(at.x - drawn.x, at.z - drawn.z);
    guide.value = { ...found, ...at, distance };
  }

  private nearestFoe(x: number, z: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (const body of this.stage.session.mirror?.list ?? [])
      if (body.stance === 'foe' && !(body.flags & FLAG_DEAD)) least = Math.min(least, Math.hypot(body.x - x, body.z - z));
    return Math.round(least);
  }

  /** A villager walks his rounds: where he is in sight he is meant, not where he lives. */
  private standing(found: { x: number; z: number; label: string; kind: string }): { x: number; y: number; z: number } {
    const { session, sim } = this.stage;
    if (found.kind !== 'foe' && found.kind !== 'place') {
      for (const person of session.people.values()) {
        const body = person.name === found.label ? session.mirror?.bodies.get(person.id) : undefined;
        if (body) return { x: body.x, y: body.y, z: body.z };
      }
    }
    return { x: found.x, y: sim.core.height(found.x, found.z), z: found.z };
  }
}
