// Steeds: learned from whoever keeps a stable, and chosen among those one has. In: learnMount and chooseMount commands. Out: gold and life in
// the record; the body shows the steed once it is written. The ride itself is an ability (abilities.ts, assembly/riding.ts).
import { type Body, type C2S, CAUSE_VENDOR } from '../../shared/protocol/messages';
import { applyChooseMount, applyLearnMount, checkChooseMount, checkLearnMount } from '../../shared/rules/mounts';
import { OK } from '../../shared/rules/reasons';
import type { Player } from '../player';
import { tellGain } from '../tell';
import type { World } from '../world';
import { villagerNear } from './villagers';

export function learnMount(world: World, player: Player, { npc, mount }: Body<typeof C2S.learnMount>): number {
  const stable = villagerNear(world, player, npc);
  if (typeof stable === 'number') return stable;
  const { character, journal } = player;
  const reason = checkLearnMount(character, stable, mount);
  if (reason !== OK) return reason;
  const before = character.gold;
  applyLearnMount(character, journal, mount);
  tellGain(player, CAUSE_VENDOR, { gold: character.gold - before });
  return OK;
}

export function chooseMount(_world: World, player: Player, { mount }: Body<typeof C2S.chooseMount>): number {
  const reason = checkChooseMount(player.character, mount);
  if (reason === OK) applyChooseMount(player.character, player.journal, mount);
  return reason;
}
