// What players are to other players here, by the place's law and their own word. In: consent, who was slain by whom, parties. Out: teams and
// companies in the core, told to each player when it changes for him.
import { TEAM_AZURE, TEAM_OPEN, TICKS_PER_SECOND } from '../../../assembly/layout';
import { type Body, type C2S, S2C } from '../../shared/protocol/messages';
import { NOTICES } from '../../shared/protocol/notices';
import { score } from '../../shared/rules/boards';
import { SLAIN_EFFORT } from '../../shared/rules/front';
import { applyConsent, checkConsent, isOpen, LAWS, lawOf, putOff, SPARED_MS } from '../../shared/rules/laws';
import { OK } from '../../shared/rules/reasons';
import type { Outcome } from '../../shared/sim';
import { sendTo } from '../letters';
import type { Player } from '../player';
import type { World } from '../world';
import { sideOf } from './arena';
import { isDuelling } from './duels';
import { strive } from './front';

/** Whether players may attack him here and now. */
export const isOpenHere = ({ place, isInstance, now_ms }: World, { character, sparedUntil_ms }: Player): boolean =>
  !isInstance && now_ms >= sparedUntil_ms && isOpen(lawOf(place), character, now_ms);

/** Puts into the core what he is to others; at once for whoever comes, changes his mind or rises, and for everybody once a second. */
export function standTo(world: World, player: Player): void {
  const { character, entity } = player;
  const side = sideOf(world, player) || (isOpenHere(world, player) ? TEAM_OPEN : 0);
  const party = world.footing.affairs.get(character.id)?.party?.id;
  world.sim.core.setTeam(entity, (TEAM_AZURE + character.covenant) | side, party ? numbered(party) : 0);
}

export function keepLaws(world: World): void {
  for (const player of world.players.values()) {
    if (!world.turnOf(player.entity, TICKS_PER_SECOND)) continue;
    standTo(world, player);
    tellLaw(world, player);
  }
}

/** A number for a party's id: FNV-1a. Two parties of one number would merely be at peace. */
function numbered(id: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) sum = Math.imul(sum ^ id.charCodeAt(i), 0x01000193);
  return sum >>> 0 || 1;
}

export function consent(world: World, player: Player, { on }: Body<typeof C2S.consent>): number {
  const reason = checkConsent(player.character, on, isDuelling(world, player));
  if (reason !== OK) return reason;
  applyConsent(player.character, player.journal, on, world.now_ms);
  standTo(world, player);
  tellLaw(world, player);
  return OK;
}

/** Of OUT_HIT: a fight between players puts off what either of them is about to take back. A duel is none, nor is an arena. */
export function noteQuarrel(world: World, { a, b }: Outcome): void {
  const [one, other] = [world.players.get(a), world.players.get(b)];
  if (a === b || world.isInstance || !(one || other)) return;
  const arePlayers = (one ?? world.strangers.get(a)?.character) && (other ?? world.strangers.get(b)?.character);
  if (!arePlayers) return;
  for (const player of [one, other]) {
    if (player && !isDuelling(world, player) && putOff(player.character, player.journal, world.now_ms)) tellLaw(world, player);
  }
}

/** One slain player in so much time counts once for his slayer: nobody climbs a board on a friend's back. */
export const COUNTED_AGAIN_MS = 60 * 60_000;
/** Nor on those who are no match for him. */
const LEVELS_BELOW = 5;

export function countSlain(world: World, slayer: Player, victim: string, name: string, level: number): void {
  slayer.soon(S2C.notice, { notice: NOTICES.slew, value: 0, text: name });
  const last_ms = slayer.slew_ms.get(victim) ?? Number.NEGATIVE_INFINITY;
  if (world.now_ms - last_ms < COUNTED_AGAIN_MS || slayer.character.level - level > LEVELS_BELOW) return;
  slayer.slew_ms.set(victim, world.now_ms);
  score(slayer.character, 'slain', 1);
  strive(world, slayer, SLAIN_EFFORT);
  slayer.journal.life = true;
}

/** Of OUT_DEATH: who was slain by a player rises spared, and both hear of it. */
export function noteSlain(world: World, { a, b }: Outcome): void {
  const victim = world.players.get(a);
  const slayer = world.players.get(b);
  const stranger = world.strangers.get(b);
  const killer = slayer?.character.name ?? (stranger?.character ? stranger.name : undefined);
  if (victim && killer !== undefined && a !== b && !world.isInstance) {
    victim.slain = true;
    victim.soon(S2C.notice, { notice: NOTICES.slain, value: 0, text: killer });
  }
  if (!victim || a === b || world.isInstance) return;
  const { id, name, level } = victim.character;
  if (slayer) countSlain(world, slayer, id, name, level);
  else if (stranger?.character)
    sendTo(world, stranger.home, { to: stranger.character, word: { what: 'slew', victim: id, name, level } });
}

/** Of OUT_RESPAWN. */
export function spare(world: World, { a }: Outcome): void {
  const player = world.players.get(a);
  if (!player?.slain) return;
  player.slain = false;
  player.sparedUntil_ms = world.now_ms + SPARED_MS;
  standTo(world, player);
  tellLaw(world, player);
}

/** When something of it is different from what he was told last. */
export function tellLaw(world: World, player: Player): void {
  const { character, sparedUntil_ms } = player;
  const { consent: until } = character.life;
  const open = isOpenHere(world, player);
  const left = (until_ms: number): number => Math.max(0, Math.ceil((until_ms - world.now_ms) / 1000));
  const isLeaving = until > 1 && until > world.now_ms;
  const told = `${open} ${until} ${left(sparedUntil_ms) > 0}`;
  if (told === player.lawTold) return;
  player.lawTold = told;
  player.soon(S2C.law, {
    law: world.isInstance ? 0 : LAWS.indexOf(lawOf(world.place)),
    open,
    spared_s: left(sparedUntil_ms),
    ends_s: isLeaving ? left(until) : 0,
  });
}
