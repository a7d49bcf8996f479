// What a party shows each other: marks over bodies, and places that somebody points at. In: wishes of members. Out: words to those of the party
// who are here (marks) or anywhere (places). Memory only, and each mark lives as long as the body under it.
import { type Body, type C2S, S2C } from '../../shared/protocol/messages';
import { MARKS } from '../../shared/rules/parties';
import { REASONS } from '../../shared/rules/reasons';
import { sendTo } from '../letters';
import type { Player } from '../player';
import type { World } from '../world';
import { matesOf, refuse } from './parties';

/** By party, then by body. */
export type Marks = Map<string, Map<number, number>>;

const TELL_TICKS = 5;
/** What a screen takes for granted that has just come. */
export const NO_MARKS = '[]';

/** Each mark and each body has one of the other at most; the same mark again takes it away. */
export function mark(world: World, player: Player, { mark, target }: Body<typeof C2S.mark>): void {
  const party = partyOf(world, player);
  if (!party) refuse(world, player, REASONS.notInParty);
  else if (mark < 1 || mark > MARKS.length || (target && !world.sim.core.alive(target)))
    refuse(world, player, REASONS.nothingThere);
  else {
    const marks = world.marks.get(party) ?? new Map<number, number>();
    const isAgain = marks.get(target) === mark;
    for (const [body, other] of marks) if (other === mark || body === target) marks.delete(body);
    if (target && !isAgain) marks.set(target, mark);
    world.marks.set(party, marks);
  }
}

export function point(world: World, player: Player, { x, z }: Body<typeof C2S.point>): void {
  const mates = matesOf(world, player.character.id);
  if (!mates.length) refuse(world, player, REASONS.notInParty);
  const { name } = player.character;
  for (const { character, region } of mates) {
    const here = world.byCharacter.get(character);
    if (here) here.soon(S2C.pointed, { name, x, z });
    else if (region) sendTo(world, region, { to: character, word: { what: 'pointed', name, x, z } });
  }
}

/** A few times a second: to each member what of it has changed. */
export function tellMarks(world: World): void {
  for (const [party, marks] of world.marks) {
    for (const body of marks.keys()) if (!world.sim.core.alive(body)) marks.delete(body);
    if (!marks.size) world.marks.delete(party);
  }
  for (const player of world.players.values()) {
    if (!player.playing || !world.turnOf(player.entity, TELL_TICKS)) continue;
    if (!world.marks.size && player.marksTold === NO_MARKS) continue;
    const marks = world.marks.get(partyOf(world, player));
    const shown = marks ? Array.from(marks, ([entity, mark]) => ({ mark, entity })) : [];
    const told = JSON.stringify(shown);
    if (told === player.marksTold) continue;
    player.marksTold = told;
    player.soon(S2C.marks, { marks: shown });
  }
}

const partyOf = ({ footing }: World, { character }: Player): string => footing.affairs.get(character.id)?.party?.id ?? '';
