// Who a body is to the player: name, title, stance and the mark over the head. In: bodies in sight, names told by the region, quests.
// Out: the blank fields of each ActorView.
import { computed } from '@preact/signals';
import * as L from '../../assembly/layout';
import { monsters, packEmblem } from '../../src/shared/content';
import type { Npc } from '../../src/shared/content/kinds';
import { areFoes } from '../../src/shared/rules/quarrels';
import { npcNumbered } from '../places';
import type { ActorView } from '../render/contract';
import { corpses, duel, mates } from '../state';
import { mine, questMarkOf, today } from './questmarks';
import type { Stage } from './stage';

/** Bodies of the party that are in sight. */
const matesHere = computed(() => new Set([...mates.value.values()].map(({ entity }) => entity)));
const FOES = new Set([L.TEAM_WILD, L.TEAM_BANDIT, L.TEAM_UNDEAD]);

/** Title and guild under a name; where both are too long, the guild. */
const MOST_LETTERS = 34;
function titled(title: string, guild: string): string {
  const called = guild && `‹${guild}›`;
  const both = [title, called].filter(Boolean).join(' ');
  return both.length > MOST_LETTERS && guild ? called : both;
}

export class People {
  constructor(private readonly stage: Stage) {
    const { session } = stage;
    session.names.onPerson = person => {
      const body = session.mirror?.bodies.get(person.id);
      if (body) this.dress(body);
    };
    const refresh = () => this.refresh();
    corpses.subscribe(refresh);
    mine.subscribe(refresh);
    today.subscribe(refresh);
  }

  /** The villager of that body, once the region told who it is. */
  npcOf(id: number): Npc | undefined {
    return npcNumbered(this.stage.session.people.get(id)?.npc ?? 0);
  }

  nameOf(id: number): string {
    return this.stage.session.mirror?.bodies.get(id)?.name || this.stage.session.people.get(id)?.name || '';
  }

  /** May the player harm this body? */
  hostile(body: ActorView): boolean {
    if (body.cls !== L.CLASS_PLAYER) return body.cls === L.CLASS_MONSTER;
    const { session } = this.stage;
    const rival = duel.peek()?.opponent ?? 0;
    const own = session.mirror?.bodies.get(session.entity);
    if (body.own || !own) return false;
    const isDuel = rival === body.id && performance.now() >= (duel.peek()?.starts_at ?? 0);
    const areMates = matesHere.peek().has(body.id);
    const duels = rival !== 0;
    return areFoes({ cls: own.cls, team: own.team, duels }, { cls: body.cls, team: body.team, duels: isDuel }, isDuel, areMates);
  }

  /** Whether players are foes changes while they are in sight. */
  restance(): void {
    for (const body of this.stage.session.mirror?.list ?? []) {
      if (body.cls === L.CLASS_PLAYER && !body.own) body.stance = this.hostile(body) ? 'foe' : 'friend';
    }
  }

  dress(body: ActorView): void {
    if (body.cls === L.CLASS_MONSTER) {
      const kind = monsters.get(body.kind);
      body.name = kind?.name ?? '';
      body.title = '';
      body.stance = FOES.has(body.team) ? 'foe' : 'neutral';
    } else {
      const person = this.stage.session.people.get(body.id);
      body.name = person?.name ?? '';
      const colours = this.stage.session.names.colours.get(body.id);
      body.title = titled(person?.title ?? '', colours?.name ?? '');
      body.colours = colours ? packEmblem(colours) : 0;
      if (body.own) body.stance = 'self';
      else body.stance = body.cls === L.CLASS_VILLAGER ? 'villager' : this.hostile(body) ? 'foe' : 'friend';
    }
    body.mark = this.markOf(body);
  }

  private refresh(): void {
    for (const body of this.stage.session.mirror?.list ?? []) body.mark = this.markOf(body);
  }

  private markOf(body: ActorView): ActorView['mark'] {
    if (body.cls === L.CLASS_MONSTER) return corpses.value.has(body.id) ? 'loot' : '';
    const npc = body.cls === L.CLASS_VILLAGER ? this.npcOf(body.id) : undefined;
    if (!npc) return '';
    return questMarkOf(npc.key) || (npc.vendor?.length ? 'shop' : '');
  }
}
