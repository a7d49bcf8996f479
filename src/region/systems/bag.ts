// The bag: moving, splitting, equipping, putting in order, eating and drinking, destroying. In: move, sort, useItem and destroy commands.
// Out: the record changed; the body follows once it is written.
import { FLAG_COMBAT, TICKS_PER_SECOND } from '../../../assembly/layout';
import { effects } from '../../shared/content';
import type { Body, C2S } from '../../shared/protocol/messages';
import { applySort, checkSort } from '../../shared/rules/bank';
import { applyDestroy, applyMove, checkDestroy, checkMove } from '../../shared/rules/inventory';
import { OK, REASONS } from '../../shared/rules/reasons';
import { applyUseItem, checkUseItem, useGroup } from '../../shared/rules/useItem';
import { itemById, kindOf } from '../../shared/rules/worn';
import { mint } from '../mint';
import type { Player } from '../player';
import type { World } from '../world';
import { isDead } from './death';
import { villagerNear } from './villagers';

export function moveItem(_world: World, player: Player, { item, slot, quantity }: Body<typeof C2S.move>): number {
  const { character, journal } = player;
  const reason = checkMove(character, item, slot, quantity);
  if (reason === OK) applyMove(character, journal, mint, item, slot, quantity);
  return reason;
}

/** The bag (npc 0), or the bank at a banker's. */
export function sort(world: World, player: Player, { npc }: Body<typeof C2S.sort>): number {
  const { character, journal } = player;
  if (!npc) {
    applySort(character, journal, 'bag');
    return OK;
  }
  const banker = villagerNear(world, player, npc);
  if (typeof banker === 'number') return banker;
  const reason = checkSort(banker, 'bank');
  if (reason === OK) applySort(character, journal, 'bank');
  return reason;
}

export function destroy(world: World, player: Player, { item, quantity }: Body<typeof C2S.destroy>): number {
  if (isDead(world, player)) return REASONS.isDead;
  const { character, journal } = player;
  const reason = checkDestroy(character, item, quantity);
  if (reason === OK) applyDestroy(character, journal, item, quantity);
  return reason;
}

export function useItem(world: World, player: Player, { item }: Body<typeof C2S.useItem>): number {
  if (isDead(world, player)) return REASONS.isDead;
  const { character, journal, groupReady_ms } = player;
  const held = itemById(character, item);
  const ready_ms = held ? (groupReady_ms.get(useGroup(kindOf(held))) ?? 0) : 0;
  const { core } = world.sim;
  const fighting = (core.flags(player.entity) & FLAG_COMBAT) !== 0;
  const reason = checkUseItem(character, item, ready_ms, world.now_ms, fighting);
  if (reason !== OK) return reason;
  const { heal, power, cooldown_s, group, effect } = applyUseItem(character, journal, item);
  groupReady_ms.set(group, world.now_ms + cooldown_s * 1000);
  if (heal || power) core.heal(player.entity, heal, power);
  if (effect) core.giveEffect(player.entity, effects.key(effect.key).id, effect.seconds * TICKS_PER_SECOND, effect.amount ?? 0);
  return OK;
}
