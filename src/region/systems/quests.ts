// Quests: taken from and handed in to villagers, counted by what happens. In: commands, kills, uses, places, talk. Out: progress and
// rewards in the record. Counts of what is carried or worn are taken at the end of the turn (turn.ts).
import { abilities, quests } from '../../shared/content';
import type { View } from '../../shared/content/kinds';
import { VIEWS } from '../../shared/content/questkinds';
import { type Body, type C2S, CAUSE_QUEST } from '../../shared/protocol/messages';
import { dayOf } from '../../shared/rules/days';
import {
  applyAbandon,
  applyAccept,
  applyEvent,
  applyTurnIn,
  checkAbandon,
  checkAccept,
  checkTurnIn,
} from '../../shared/rules/quests';
import { OK, REASONS } from '../../shared/rules/reasons';
import type { Outcome } from '../../shared/sim';
import { mint } from '../mint';
import type { Player } from '../player';
import { tellGain, tellLevels } from '../tell';
import type { World } from '../world';
import { standingFor } from './tidings';
import { villagerNear } from './villagers';

export function acceptQuest(world: World, player: Player, { npc, quest }: Body<typeof C2S.acceptQuest>): number {
  const { character, journal } = player;
  const reason = withVillager(world, player, npc, key => checkAccept(character, key, quest, standingFor(world, player)));
  if (reason !== OK) return reason;
  applyAccept(character, journal, mint, quest);
  return OK;
}

export function turnInQuest(world: World, player: Player, { npc, quest, choice }: Body<typeof C2S.turnInQuest>): number {
  const { character, journal } = player;
  const reason = withVillager(world, player, npc, key => checkTurnIn(character, key, quest, choice));
  if (reason !== OK) return reason;
  const { xp, gold, stacks, levels } = applyTurnIn(character, journal, mint, quest, choice, dayOf(world.now_ms));
  journal.character = true;
  tellGain(player, CAUSE_QUEST, { xp, gold, items: stacks });
  tellLevels(player, levels);
  return OK;
}

export function abandonQuest(_world: World, player: Player, { quest }: Body<typeof C2S.abandonQuest>): number {
  const reason = quests.get(quest) ? checkAbandon(player.character, quest) : REASONS.noSuchQuest;
  if (reason === OK) applyAbandon(player.character, player.journal, quest);
  return reason;
}

export function countKill(world: World, { a, b }: Outcome): void {
  const creature = world.creatures.get(a);
  const player = world.players.get(b);
  if (creature && player)
    applyEvent(player.character, player.journal, {
      kind: 'kill',
      monster: creature.kind.key,
      level: creature.level,
      view: viewOf(player),
    });
}

/** The view he plays in. */
export const viewOf = ({ held }: Player): View | undefined => VIEWS[held.soft.mode];

export function countUse(world: World, { a, ability }: Outcome): void {
  const player = world.players.get(a);
  const kind = player && abilities.get(ability);
  if (kind) applyEvent(player.character, player.journal, { kind: 'use', ability: kind.key });
}

function withVillager(world: World, player: Player, entity: number, check: (npc: string) => number): number {
  const npc = villagerNear(world, player, entity);
  return typeof npc === 'number' ? npc : check(npc.key);
}
