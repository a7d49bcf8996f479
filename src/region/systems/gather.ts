// Herbs, ore, wood, fish, chests and hides: one takes them, all see them gone until they grow back. In: gather and skin commands, time.
// Out: work (work.ts), then items in the record, spent nodes with the time they are ready again, skinned corpses.

import { monsters } from '../../shared/content';
import { LOOT_RANGE_M } from '../../shared/protocol/limits';
import { type Body, type C2S, CAUSE_GATHER, S2C, WORK_GATHER, WORK_SKIN } from '../../shared/protocol/messages';
import { applyGather, applySkin, checkGather, checkSkin, GATHER_TICKS, SKIN_TICKS, type Won } from '../../shared/rules/gather';
import { applyEvent } from '../../shared/rules/quests';
import { OK, REASONS } from '../../shared/rules/reasons';
import { kindOf } from '../../shared/rules/worn';
import { ELSEWHERE, leansOver } from '../lean';
import { mint } from '../mint';
import type { Player } from '../player';
import { tellGain, tellLevels } from '../tell';
import type { World } from '../world';
import { isDead } from './death';
import { begin } from './work';

export function gather(world: World, player: Player, { command, node: index }: Body<typeof C2S.gather>): number {
  if (isDead(world, player)) return REASONS.isDead;
  const node = world.place.nodes[index];
  if (!node) return REASONS.nothingThere;
  const check = (): number => {
    const reason = checkGather(player.character, node, world.spent.has(index));
    if (reason === REASONS.nodeSpent && player.work) return REASONS.someoneFaster;
    if (reason !== OK) return reason;
    return world.distanceTo(player.entity, node.x, node.z) > LOOT_RANGE_M ? REASONS.tooFar : OK;
  };
  return begin(world, player, {
    command,
    what: WORK_GATHER,
    of: index,
    ticks: GATHER_TICKS[node.prop],
    pieces: 1,
    calm: false,
    check,
    finish: () => {
      const won = applyGather(player.character, player.journal, mint, node, Math.random);
      const ready_ms = world.now_ms + node.respawn_s * 1000;
      world.spent.set(index, ready_ms);
      world.deeds.spent.push({ node: index, ready_ms });
      tellWon(player, won);
      tellNodes(world);
      return OK;
    },
  });
}

export function skin(world: World, player: Player, { command, corpse: id }: Body<typeof C2S.skin>): number {
  if (isDead(world, player)) return REASONS.isDead;
  // As with loot: what lies over the border is skinned over there.
  if (leansOver(world, player, id, LOOT_RANGE_M)) return ELSEWHERE;
  const corpse = world.corpses.get(id);
  const kind = corpse && monsters.get(corpse.kind);
  if (!corpse || !kind) return REASONS.nothingThere;
  const check = (): number => {
    if (world.corpses.get(id) !== corpse) return REASONS.nothingThere;
    if (corpse.skinned && player.work) return REASONS.someoneFaster;
    const reason = checkSkin(player.character, kind, corpse.level, corpse.skinned === true);
    if (reason !== OK) return reason;
    return world.distanceTo(player.entity, corpse.x, corpse.z) > LOOT_RANGE_M ? REASONS.tooFar : OK;
  };
  return begin(world, player, {
    command,
    what: WORK_SKIN,
    of: kind.id,
    ticks: SKIN_TICKS,
    pieces: 1,
    calm: false,
    check,
    finish: () => {
      const won = applySkin(player.character, player.journal, mint, kind, corpse.level, Math.random);
      corpse.skinned = true;
      world.deeds.corpses.add(corpse);
      tellWon(player, won);
      return OK;
    },
  });
}

function tellWon(player: Player, { stack, xp, levels }: Won): void {
  applyEvent(player.character, player.journal, { kind: 'mine', node: kindOf(stack).key });
  tellGain(player, CAUSE_GATHER, { xp, items: [stack] });
  tellLevels(player, levels);
}

export function regrow(world: World): void {
  if (!world.onTheSecond) return;
  let grown = false;
  for (const [node, ready_ms] of world.spent) {
    if (ready_ms > world.now_ms) continue;
    world.spent.delete(node);
    world.regrownAt_ms.set(node, ready_ms);
    world.deeds.regrown.push(node);
    grown = true;
  }
  if (grown) tellNodes(world);
}

function tellNodes(world: World): void {
  const spent = [...world.spent.keys()];
  for (const player of world.players.values()) player.sure(S2C.nodes, { spent });
}
