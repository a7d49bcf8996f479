// Crafting at stations, trying things out there, and being taught by villagers. In: craft, experiment and learn commands. Out: work
// (work.ts); each finished piece used up and made in one journal; recipes in the record. Told once written.
import { recipes } from '../../shared/content';
import { TRADES, type Trade } from '../../shared/content/trades';
import {
  type Body,
  type C2S,
  CAUSE_CRAFT,
  CAUSE_VENDOR,
  LEARNED_FOUND,
  LEARNED_TAUGHT,
  S2C,
  WORK_CRAFT,
  WORK_EXPERIMENT,
} from '../../shared/protocol/messages';
import {
  applyCraft,
  applyExperiment,
  applyLearn,
  CRAFT_TICKS,
  checkCraft,
  checkExperiment,
  checkLearn,
  stationsNear,
} from '../../shared/rules/craft';
import { applyEvent } from '../../shared/rules/quests';
import { OK, REASONS } from '../../shared/rules/reasons';
import { mint } from '../mint';
import type { Player } from '../player';
import { tellGain, tellLevels } from '../tell';
import type { World } from '../world';
import { isDead } from './death';
import { villagerNear } from './villagers';
import { begin } from './work';

export function craft(world: World, player: Player, { command, recipe, quantity }: Body<typeof C2S.craft>): number {
  if (isDead(world, player)) return REASONS.isDead;
  // So many pieces are asked for; whether there is enough for all is seen piece by piece.
  const reason = checkCraft(player.character, recipe, quantity, stationsAt(world, player));
  if (reason !== OK) return reason;
  return begin(world, player, {
    command,
    what: WORK_CRAFT,
    of: recipe,
    ticks: CRAFT_TICKS,
    pieces: quantity,
    calm: true,
    check: () => checkCraft(player.character, recipe, 1, stationsAt(world, player)),
    finish: () => make(player, recipe),
  });
}

function make(player: Player, id: number): number {
  const { character, journal } = player;
  const { stack, quality, bonus, xp, levels, found } = applyCraft(character, journal, mint, id, Math.random);
  applyEvent(character, journal, { kind: 'craft', recipe: recipes.get(id)!.key });
  player.sure(S2C.made, { recipe: id, quality, bonus });
  tellGain(player, CAUSE_CRAFT, { xp, items: [stack] });
  tellLevels(player, levels);
  if (found) player.sure(S2C.learned, { recipe: found, how: LEARNED_FOUND });
  return OK;
}

export function experiment(world: World, player: Player, { command, trade: index, kinds }: Body<typeof C2S.experiment>): number {
  if (isDead(world, player)) return REASONS.isDead;
  const trade: Trade | undefined = TRADES[index];
  if (!trade) return REASONS.notNow;
  return begin(world, player, {
    command,
    what: WORK_EXPERIMENT,
    of: index,
    ticks: CRAFT_TICKS,
    pieces: 1,
    calm: true,
    check: () => checkExperiment(player.character, trade, kinds, stationsAt(world, player)),
    finish: () => {
      const found = applyExperiment(player.character, player.journal, trade, kinds);
      if (found) player.sure(S2C.learned, { recipe: found.id, how: LEARNED_FOUND });
      return found ? OK : REASONS.comesToNothing;
    },
  });
}

export function learn(world: World, player: Player, { npc, recipe }: Body<typeof C2S.learn>): number {
  const teacher = villagerNear(world, player, npc);
  if (typeof teacher === 'number') return teacher;
  const { character, journal } = player;
  const reason = checkLearn(character, teacher, recipe);
  if (reason !== OK) return reason;
  const before = character.gold;
  applyLearn(character, journal, recipe);
  tellGain(player, CAUSE_VENDOR, { gold: character.gold - before });
  player.sure(S2C.learned, { recipe, how: LEARNED_TAUGHT });
  return OK;
}

function stationsAt({ place, sim: { core } }: World, { entity }: Player) {
  return stationsNear(place, core.x(entity), core.z(entity));
}
