// Classes and talents. In: chooseClass, takeTalent and forgetTalents commands. Out: the record; the body follows once it is written.
import { FLAG_COMBAT } from '../../../assembly/layout';
import type { Body, C2S } from '../../shared/protocol/messages';
import {
  applyChooseClass,
  applyForgetTalents,
  applyTakeTalent,
  checkChooseClass,
  checkForgetTalents,
  checkTakeTalent,
} from '../../shared/rules/classes';
import { OK, REASONS } from '../../shared/rules/reasons';
import type { Player } from '../player';
import type { World } from '../world';
import { isDead } from './death';

const isFighting = (world: World, { entity }: Player): boolean => (world.sim.core.flags(entity) & FLAG_COMBAT) !== 0;

export function chooseClass(world: World, player: Player, { cls }: Body<typeof C2S.chooseClass>): number {
  if (isDead(world, player)) return REASONS.isDead;
  const { character, journal } = player;
  const reason = checkChooseClass(character, cls, isFighting(world, player));
  if (reason === OK) applyChooseClass(character, journal, cls);
  return reason;
}

export function takeTalent(world: World, player: Player, { talent }: Body<typeof C2S.takeTalent>): number {
  if (isDead(world, player)) return REASONS.isDead;
  const { character, journal } = player;
  const reason = checkTakeTalent(character, talent, isFighting(world, player));
  if (reason === OK) applyTakeTalent(character, journal, talent);
  return reason;
}

export function forgetTalents(world: World, player: Player): number {
  if (isDead(world, player)) return REASONS.isDead;
  const { character, journal } = player;
  const reason = checkForgetTalents(character, isFighting(world, player));
  if (reason === OK) applyForgetTalents(character, journal);
  return reason;
}
