// What walks (escort.ts) and stands (stand.ts) have in common: who takes part, and how he is told. In: players near a spot with a quest that
// asks for it. Out: the message about the task, counts in their quests when it is won.
import { quests } from '../../shared/content';
import { type Body, S2C } from '../../shared/protocol/messages';
import { applyEvent, type QuestEvent, unmet } from '../../shared/rules/quests';
import type { Player } from '../player';
import type { World } from '../world';
import { isDead } from './death';

/** Whoever takes part in a task, with the quest that asks it of him. */
export interface Part {
  player: Player;
  quest: number;
}

/** Living players within `reach_m` of a spot whom one of their quests asks for exactly that. */
export function partsIn(world: World, spot: { x: number; z: number }, reach_m: number, task: QuestEvent): Part[] {
  const parts: Part[] = [];
  for (const player of world.players.values()) {
    if (!player.playing || isDead(world, player) || world.distanceTo(player.entity, spot.x, spot.z) > reach_m) continue;
    const quest = askedOf(player, task);
    if (quest) parts.push({ player, quest });
  }
  return parts;
}

/** Id of the running quest that asks for the task; 0: none. */
export function askedOf({ character }: Player, task: QuestEvent): number {
  if (task.kind === 'escort') return unmet(character, 'escort').find(({ o }) => o.walk === task.walk)?.quest.id ?? 0;
  if (task.kind === 'defend') return unmet(character, 'defend').find(({ o }) => o.post === task.post)?.quest.id ?? 0;
  return 0;
}

/** Everybody who took part at some time and is still here: how it ended concerns him, wherever he stands. */
export class Company {
  private readonly all = new Map<Player, number>();

  join(parts: readonly Part[]): void {
    for (const { player, quest } of parts) this.all.set(player, quest);
  }

  here(world: World): Part[] {
    return [...this.all]
      .filter(([player]) => world.players.get(player.entity) === player)
      .map(([player, quest]) => ({ player, quest }));
  }
}

export function complete(parts: readonly Part[], task: QuestEvent): void {
  for (const { player } of parts) applyEvent(player.character, player.journal, task);
}

type Told = Omit<Body<typeof S2C.task>, 'quest'>;

/** `told` goes with the turn: what came of it in quests is told by them. */
export function tellTask(parts: readonly Part[], told: Told): void {
  for (const { player, quest } of parts) if (quests.get(quest)) player.soon(S2C.task, { quest, ...told });
}
