// Places found: whoever comes near a point of interest for the first time has discovered it. In: where players are. Out: points, quest
// counts and the place in the record, told once written.
import { poiNumber } from '../../shared/content';
import { CAUSE_DISCOVERY, S2C } from '../../shared/protocol/messages';
import { applyDiscover, checkDiscover } from '../../shared/rules/gather';
import { applyEvent } from '../../shared/rules/quests';
import { OK } from '../../shared/rules/reasons';
import type { Player } from '../player';
import { tellGain, tellLevels } from '../tell';
import type { World } from '../world';
import { viewOf } from './quests';

const LOOK_TICKS = 10;

export function discover(world: World): void {
  const { place, sim } = world;
  for (const player of world.players.values()) {
    if (!player.playing || !world.turnOf(player.entity, LOOK_TICKS)) continue;
    const x = sim.core.x(player.entity);
    const z = sim.core.z(player.entity);
    for (let index = 0; index < place.pois.length; index++) {
      const poi = place.pois[index];
      if ((poi.x - x) ** 2 + (poi.z - z) ** 2 <= poi.radius ** 2) reach(world, player, index);
    }
  }
}

function reach(world: World, player: Player, index: number): void {
  const { character, journal } = player;
  // A quest may ask for a place that was found long ago: being there counts, finding it does not.
  applyEvent(character, journal, { kind: 'reach', poi: world.place.pois[index].key, view: viewOf(player) });
  if (checkDiscover(character, world.place, index) !== OK) return;
  const { xp, levels } = applyDiscover(character, journal, world.place, index);
  player.sure(S2C.discovered, { poi: poiNumber(world.place, index), xp });
  tellGain(player, CAUSE_DISCOVERY, { xp });
  tellLevels(player, levels);
}
