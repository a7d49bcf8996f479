// Names: who is that body? Answered only for what the asker could see. In: entity ids. Out: names and titles.
import { RING_3_M } from '../../../assembly/layout';
import { type Body, type C2S, S2C } from '../../shared/protocol/messages';
import { titleOf } from '../../shared/rules/deeds';
import type { Player } from '../player';
import type { World } from '../world';

export type Colours = Body<typeof S2C.colours>['people'][number];
type Person = Body<typeof S2C.who>['people'][number];
/** Sight ends at a cell's edge, not at a circle. */
export const SIGHT_M = RING_3_M + 48;

export function tellWho(world: World, asker: Player, { ids }: Body<typeof C2S.whois>): void {
  const people: Person[] = [];
  for (const id of ids) {
    const person = personOf(world, id);
    if (person && world.distance(asker.entity, id) <= SIGHT_M) people.push(person);
  }
  asker.soon(S2C.who, { people });
  const worn = people.map(({ id }) => coloursOf(world, id)).filter(colours => colours !== null);
  if (worn.length) asker.soon(S2C.colours, { people: worn });
}

/** The guild whose colours that body wears; null: none. */
export function coloursOf(world: World, id: number): Colours | null {
  const player = world.players.get(id);
  if (!player) return world.strangers.get(id)?.colours ?? null;
  const guild = world.footing.affairs.get(player.character.id)?.guild;
  return guild ? { id, name: guild.name, ...guild.emblem } : null;
}

/** Whom that id names, of our own people or of a neighbour's. */
export function personOf(world: World, id: number): Person | null {
  const player = world.players.get(id);
  if (player)
    return { id, name: player.character.name, title: titleOf(player.character), covenant: player.character.covenant, npc: 0 };
  const villager = world.villagers.get(id);
  if (villager) return { id, name: villager.name, title: villager.title, covenant: 0, npc: villager.id };
  const companion = world.company.members.get(id)?.kind;
  if (companion) return { id, name: companion.name, title: companion.title, covenant: 0, npc: 0 };
  const stranger = world.strangers.get(id);
  if (!stranger) return null;
  const { name, title, covenant, npc } = stranger;
  return { id, name, title, covenant, npc };
}

/** Tells everybody who sees this player what he is called now, and whose colours he wears. */
export function introduce(world: World, player: Player): void {
  const person = personOf(world, player.entity);
  if (!person) return;
  const colours = coloursOf(world, player.entity) ?? { id: player.entity, name: '', shape: 0, field: 0, mark: 0 };
  for (const viewer of world.players.values()) {
    if (world.distance(viewer.entity, player.entity) > SIGHT_M) continue;
    viewer.soon(S2C.who, { people: [person] });
    viewer.soon(S2C.colours, { people: [colours] });
  }
}
