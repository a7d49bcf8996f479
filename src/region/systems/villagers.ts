// Villagers who talk: an answer to whoever speaks to them, and now and then a word to nobody in particular. In: talk messages, time.
// Out: dialogues with what is offered, barks for those near.

import { TICKS_PER_SECOND } from '../../../assembly/layout';
import type { Npc } from '../../shared/content/kinds';
import { TALK_RANGE_M } from '../../shared/protocol/limits';
import { type Body, type C2S, CHANNEL_NPC, S2C } from '../../shared/protocol/messages';
import { NOTICES } from '../../shared/protocol/notices';
import { steedsOf } from '../../shared/rules/mounts';
import { applyEvent, offeredBy, readyAt } from '../../shared/rules/quests';
import { REASONS } from '../../shared/rules/reasons';
import { talksWith } from '../../shared/rules/talks';
import { waresOf } from '../../shared/rules/vendor';
import type { Player } from '../player';
import type { World } from '../world';
import { sayNear } from './chat';
import { isDead } from './death';
import { count } from './deeds';
import { walkOffered } from './escort';
import { standingFor } from './tidings';

/** Each villager says something about this often. */
const BARK_S = 45;
/** Villagers of one place have their seconds apart. */
const APART_S = 97;

/** The villager with that entity number, if the player may deal with him from where he stands; else the reason why not. */
export function villagerNear(world: World, player: Player, entity: number): Npc | number {
  if (isDead(world, player)) return REASONS.isDead;
  const npc = world.villagers.get(entity);
  if (!npc) return REASONS.nothingThere;
  if (world.sim.core.hp(entity) === 0) return REASONS.targetDead;
  return world.distance(player.entity, entity) > TALK_RANGE_M ? REASONS.tooFar : npc;
}

export function talk(world: World, player: Player, { target }: Body<typeof C2S.talk>): void {
  const npc = villagerNear(world, player, target);
  if (typeof npc === 'number') {
    world.counters.count('refused.talk');
    player.soon(S2C.notice, { notice: NOTICES.refused, value: npc, text: '' });
    return;
  }
  const { character, journal } = player;
  applyEvent(character, journal, { kind: 'talk', npc: npc.key });
  count(player, 'talk');
  // In the second frame: it may offer what only this talk has made ready.
  player.sure(S2C.dialogue, {
    npc: target,
    text: oneOf(npc.greeting),
    questsOffered: offeredBy(character, npc.key, standingFor(world, player)).map(quest => quest.id),
    questsDone: readyAt(character, npc.key).map(quest => quest.id),
    vendor: waresOf(npc),
    talks: talksWith(character, npc.key).map(({ id }) => id),
    walk: walkOffered(world, player, target, npc),
    stable: steedsOf(npc).map(mount => mount.id),
  });
}

export function bark(world: World): void {
  if (!world.onTheSecond || !world.sessions.size) return;
  const second = world.tick / TICKS_PER_SECOND;
  for (const [entity, npc] of world.villagers) {
    if (!npc.barks?.length || (second + npc.id * APART_S) % BARK_S) continue;
    sayNear(
      world,
      { entity },
      { channel: CHANNEL_NPC, from: npc.name, fromEntity: entity, to: '', text: oneOf(npc.barks), time: world.now_ms },
    );
  }
}

function oneOf(lines: readonly string[]): string {
  return lines[Math.floor(Math.random() * lines.length)] ?? '';
}
