// Experience: everybody who fought has a share of the kill. In: OUT_SHARE. Out: points and levels in the record, told once written.
import { CAUSE_KILL } from '../../shared/protocol/messages';
import { xpOfKill } from '../../shared/rules/levels';
import { gainKillXp } from '../../shared/rules/rest';
import type { Outcome } from '../../shared/sim';
import { tellGain, tellLevels } from '../tell';
import type { World } from '../world';
import { count } from './deeds';

export function earn(world: World, { a, b, value }: Outcome): void {
  const creature = world.creatures.get(a);
  const player = world.players.get(b);
  if (!creature || !player) return;
  const { character, journal } = player;
  const points = Math.round((xpOfKill(creature.kind, creature.level, character.level) * value) / 1000);
  if (points <= 0) return;
  const { xp, bonus, levels } = gainKillXp(character, journal, points);
  count(player, 'rested', bonus);
  tellLevels(player, levels);
  tellGain(player, CAUSE_KILL, { xp });
}
