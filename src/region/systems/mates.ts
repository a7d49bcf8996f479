// Party members in the same region: where they are and how they fare, also beyond sight. In: parties, bodies. Out: a message to each member, a
// few times a second, when something of it has changed.
import { FLAG_COMBAT, FLAG_DEAD } from '../../../assembly/layout';
import { type Body, MATE_DEAD, MATE_FIGHTS, S2C } from '../../shared/protocol/messages';
import type { Player } from '../player';
import type { World } from '../world';
import { matesOf } from './parties';

const TELL_TICKS = 5;

type Mate = Body<typeof S2C.mates>['mates'][number];

export function tellMates(world: World): void {
  for (const player of world.players.values()) {
    if (!player.playing || !world.turnOf(player.entity, TELL_TICKS)) continue;
    const members = matesOf(world, player.character.id);
    if (!members.length) continue;
    const mates = members.flatMap(({ character }, member) => {
      const mate = world.byCharacter.get(character);
      return mate && mate !== player ? [mateOf(world, mate, member)] : [];
    });
    const told = JSON.stringify(mates);
    if (told === player.matesTold) continue;
    player.matesTold = told;
    player.soon(S2C.mates, { mates });
  }
}

function mateOf({ sim }: World, { entity }: Player, member: number): Mate {
  const { core, memory } = sim;
  const flags = core.flags(entity);
  const most = Math.max(1, memory.getUint16(core.status(entity) + 2, true));
  return {
    member,
    entity,
    // One breath left is not none.
    hp: Math.min(100, Math.ceil((core.hp(entity) * 100) / most)),
    flags: (flags & FLAG_DEAD ? MATE_DEAD : 0) | (flags & FLAG_COMBAT ? MATE_FIGHTS : 0),
    x: Math.round(core.x(entity)),
    z: Math.round(core.z(entity)),
  };
}
