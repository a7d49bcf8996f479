// The post: letters to anybody by name, and what letters hold. In: sendLetter and takeLetter commands. Out: what is enclosed leaves the sender in
// the turn that puts the letter down as a parcel; what a letter holds comes as goods (region/goods.ts), and is paid for by a parcel.
import { type Address, mailboxPort } from '../../ports';
import type { Body, C2S } from '../../shared/protocol/messages';
import { applySend, checkGive } from '../../shared/rules/goods';
import { applyDraft, checkDraft, cleanDraft, type Draft, type Payment } from '../../shared/rules/mail';
import { nameKey } from '../../shared/rules/names';
import { OK, REASONS } from '../../shared/rules/reasons';
import { isInTown } from '../../shared/rules/towns';
import { findByName } from '../../store/characters';
import { mint } from '../mint';
import type { Player } from '../player';
import type { World } from '../world';
import { isDead } from './death';
import { AT_WORK } from './work';

export function sendLetter(world: World, player: Player, { command, to, ...written }: Body<typeof C2S.sendLetter>): number {
  const draft = cleanDraft(written);
  const key = nameKey(to);
  const reason = reasonAgainst(world, player, draft);
  if (reason !== OK) return reason;
  if (key === player.nameKey) return REASONS.mailSelf;
  world.footing.later({
    character: player.character.id,
    command,
    ask: async env => {
      const found = (await findByName(env.DB, key))?.character;
      if (!found) return () => REASONS.noSuchPlayer;
      const hasRoom = await mailboxPort(env, found).hasRoom(found);
      return (now, sender) => (hasRoom ? post(now, sender, draft, found) : REASONS.mailboxFull);
    },
  });
  return AT_WORK;
}

export function takeLetter(world: World, player: Player, { command, letter, pay }: Body<typeof C2S.takeLetter>): number {
  if (isDead(world, player)) return REASONS.isDead;
  if (!standsInTown(world, player)) return REASONS.notInTown;
  const { id } = player.character;
  if (pay) return payFor(world, player, letter, pay);
  const { region } = world.footing;
  world.footing.later({
    character: id,
    command,
    ask: async env => {
      const reason = await mailboxPort(env, id).empty(id, letter, region);
      return () => reason;
    },
  });
  return AT_WORK;
}

export const standsInTown = (world: World, { entity }: Player): boolean =>
  isInTown(world.place, world.sim.core.x(entity), world.sim.core.z(entity));

/** He may have spent, lost or walked away from it since he wrote. */
function post(world: World, player: Player, draft: Draft, to: string): number {
  const reason = reasonAgainst(world, player, draft);
  if (reason !== OK) return reason;
  const letter = applyDraft(player.character, player.journal, mint, draft, to, world.now_ms);
  world.deeds.parcels.push({ to: `mailbox:${to}`, kind: 'letter', body: letter });
  world.counters.count('mail.sent');
  return OK;
}

/** Cash on delivery: the mailbox hands the things out for it, or gives it back. */
function payFor(world: World, player: Player, letter: string, gold: number): number {
  const { character, journal } = player;
  const reason = checkGive(character, [], gold);
  if (reason !== OK) return reason;
  applySend(character, journal, mint, [], gold);
  const to: Address = `mailbox:${character.id}`;
  const body: Payment = { letter, gold, character: character.id, name: character.name, region: world.footing.region };
  world.deeds.parcels.push({ to, kind: 'payment', body });
  return OK;
}

function reasonAgainst(world: World, player: Player, draft: Draft): number {
  return isDead(world, player) ? REASONS.isDead : checkDraft(player.character, draft, standsInTown(world, player));
}
