// Loot: a corpse holds something of its own for everybody who had a real share in the kill. In: OUT_DEATH, OUT_SHARE, loot commands.
// Out: corpses with personal loot; gold and items in the taker's record. What somebody was shown as his in a corpse is written in the turn
// of the kill and told after it, so that a crash does not take it away; a corpse that holds nothing for anybody costs no row.
import { LOOT_RANGE_M } from '../../shared/protocol/limits';
import { type Body, type C2S, CAUSE_KILL, S2C } from '../../shared/protocol/messages';
import { applyLoot, checkLoot, isEmptyLoot, type Loot, rollLoot } from '../../shared/rules/loot';
import { wantedQuestItems } from '../../shared/rules/quests';
import { OK, REASONS } from '../../shared/rules/reasons';
import { rollSpoils } from '../../shared/rules/spoils';
import type { Outcome } from '../../shared/sim';
import { ELSEWHERE, leansOver } from '../lean';
import { mint } from '../mint';
import { wordTo } from '../neighbours';
import type { Player } from '../player';
import { corpseNumber } from '../population';
import { tellGain } from '../tell';
import type { World } from '../world';
import { cull } from './camps';
import { isDead } from './death';
import { tellHome } from './migrants';
import { offerRolls } from './rolls';
import { isHadThisWeek } from './runs';

/** Less of the fight than this earns no loot. */
const LEAST_SHARE_PERMILLE = 100;

export function die(world: World, { a, x, z }: Outcome): void {
  const creature = world.creatures.get(a);
  if (!creature) return;
  const { kind, level } = creature;
  creature.rises_ms = world.run?.until_ms ?? world.now_ms + kind.respawn_s * 1000;
  const spawn = corpseNumber(world.footing.region, creature);
  world.corpses.set(a, { spawn, kind: kind.id, level, x, z, rises_ms: creature.rises_ms, loot: new Map() });
  tellHome(world, creature);
  cull(world, creature);
}

export function leaveLoot(world: World, { a, b, value }: Outcome): void {
  const creature = world.creatures.get(a);
  const corpse = world.corpses.get(a);
  if (!creature || !corpse || value < LEAST_SHARE_PERMILLE) return;
  const player = world.players.get(b);
  const stranger = world.strangers.get(b);
  const character = player?.character.id ?? stranger?.character;
  if (!character) return;
  const wanted = player ? wantedQuestItems(player.character) : new Set(stranger?.wanted);
  const loot = rollLoot(creature.kind, creature.level, wanted, Math.random);
  const finder = player?.character.level ?? stranger?.level ?? 0;
  loot.stacks.push(...rollSpoils(creature.kind, creature.level, finder, Math.random));
  if (player && isHadThisWeek(world, player, creature.kind)) loot.stacks = [];
  if (isEmptyLoot(loot)) return;
  corpse.loot.set(character, loot);
  world.deeds.corpses.add(corpse);
  offerRolls(world, a, corpse, character, loot);
  const { gold, stacks: items } = takeable(world, a, character, loot);
  if (player) player.sure(S2C.corpse, { corpse: a, gold, items });
  else if (stranger) (wordTo(world, stranger.home).loot ??= []).push({ character, corpse: a, gold, items });
}

export function takeLoot(world: World, player: Player, { corpse: id }: Body<typeof C2S.loot>): number {
  if (isDead(world, player)) return REASONS.isDead;
  // What lies over the border is taken over there: the same command finds it once he has been handed over.
  if (leansOver(world, player, id, LOOT_RANGE_M)) return ELSEWHERE;
  const corpse = world.corpses.get(id);
  const all = corpse?.loot.get(player.character.id);
  if (!corpse || !all) return REASONS.nothingThere;
  const loot = takeable(world, id, player.character.id, all);
  if (isEmptyLoot(loot)) return REASONS.nothingThere;
  if (world.distanceTo(player.entity, corpse.x, corpse.z) > LOOT_RANGE_M) return REASONS.tooFar;
  const reason = checkLoot(player.character, loot);
  if (reason !== OK) return reason;
  applyLoot(player.character, player.journal, mint, loot, corpse.kind);
  const left = all.stacks.filter(stack => !loot.stacks.includes(stack));
  if (left.length) corpse.loot.set(player.character.id, Object.assign(all, { gold: 0, stacks: left }));
  else corpse.loot.delete(player.character.id);
  world.deeds.corpses.add(corpse);
  tellGain(player, CAUSE_KILL, { gold: loot.gold, items: loot.stacks });
  player.sure(S2C.corpse, { corpse: id, gold: 0, items: [] });
  return OK;
}

/** What of it is not rolled for just now. */
function takeable(world: World, corpse: number, character: string, { gold, stacks }: Loot): Loot {
  const held = world.rolls.heldBack(corpse, character);
  return { gold, stacks: stacks.filter(stack => !held.has(stack)) };
}

/** Corpses whose monsters have risen or gone while nobody looked. */
export function bury(world: World): void {
  for (const id of world.corpses.keys()) if (world.sim.core.hp(id) > 0) world.corpses.delete(id);
  for (const creature of world.creatures.values()) if (world.sim.core.hp(creature.entity) > 0) creature.rises_ms = 0;
}
