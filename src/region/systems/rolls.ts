// Rare finds that a party rolls for. In: what one of them found, what each says, time. Out: the find, in the corpse, for whom it is now. Until then
// it lies there for its finder, written down with the rest: a region that begins anew forgets the roll, and he has it.
import { type Body, type C2S, S2C } from '../../shared/protocol/messages';
import type { Stack } from '../../shared/rules/inventory';
import { isEmptyLoot, type Loot } from '../../shared/rules/loot';
import { SHARE_RANGE_M } from '../../shared/rules/parties';
import { REASONS } from '../../shared/rules/reasons';
import { CHOICES, type Choice, isRolled, mayNeed, ROLL_MS, throwAll, winnerOf } from '../../shared/rules/rolls';
import type { Player } from '../player';
import type { Corpse } from '../remains';
import type { World } from '../world';
import { matesOf, refuse } from './parties';

interface Roll {
  readonly number: number;
  readonly corpse: number;
  readonly finder: string;
  /** The very stack in the finder's loot. */
  readonly stack: Stack;
  readonly until_ms: number;
  readonly asked: readonly Player[];
  readonly said: Map<string, Choice>;
}

/** No roll when the corpse is gone so soon after it. */
const FETCH_MS = 20_000;
const NUMBERS = 0x10000;

export class Rolls {
  readonly all = new Map<number, Roll>();
  private given = 0;

  /** What of a corpse's loot for somebody is rolled for just now. */
  heldBack(corpse: number, finder: string): ReadonlySet<Stack> {
    const held = new Set<Stack>();
    for (const roll of this.all.values()) if (roll.corpse === corpse && roll.finder === finder) held.add(roll.stack);
    return held;
  }

  nextNumber(): number {
    this.given = (this.given + 1) % NUMBERS;
    return this.given;
  }
}

/** The finder's party is asked about what is rare in it. */
export function offerRolls(world: World, id: number, corpse: Corpse, finder: string, { stacks }: Loot): void {
  const until_ms = world.now_ms + ROLL_MS;
  if (!world.footing.affairs.get(finder)?.party?.rolls || corpse.rises_ms < until_ms + FETCH_MS) return;
  const asked = matesOf(world, finder).flatMap(({ character }) => {
    const player = world.byCharacter.get(character);
    return player?.playing && world.distance(id, player.entity) <= SHARE_RANGE_M ? [player] : [];
  });
  if (asked.length < 2) return;
  for (const stack of stacks) {
    if (!isRolled(stack.kind)) continue;
    const number = world.rolls.nextNumber();
    world.rolls.all.set(number, { number, corpse: id, finder, stack, until_ms, asked, said: new Map() });
    for (const player of asked) {
      const need = mayNeed(stack.kind, player.character.level);
      player.sure(S2C.rollFor, { roll: number, kind: stack.kind, quantity: stack.quantity, left_s: ROLL_MS / 1000, need });
    }
  }
}

export function roll(world: World, player: Player, { roll: number, choice }: Body<typeof C2S.roll>): void {
  const { id, level } = player.character;
  const roll = world.rolls.all.get(number);
  const said = CHOICES[choice];
  const isAsked = roll?.asked.some(one => one.character.id === id);
  if (!roll || !isAsked || !said || roll.said.has(id)) refuse(world, player, REASONS.nothingThere);
  else if (said === 'need' && !mayNeed(roll.stack.kind, level)) refuse(world, player, REASONS.levelTooLow);
  else roll.said.set(id, said);
}

/** In every turn: whatever all have spoken about, or waited for long enough. */
export function settleRolls(world: World): void {
  for (const roll of world.rolls.all.values()) {
    if (roll.said.size < roll.asked.length && world.now_ms < roll.until_ms) continue;
    world.rolls.all.delete(roll.number);
    settle(world, roll);
  }
}

function settle(world: World, { number, corpse: id, finder, stack, asked, said }: Roll): void {
  for (const { character } of asked) if (!said.has(character.id)) said.set(character.id, 'pass');
  const throws = throwAll(said, Math.random);
  const winner = winnerOf(throws)?.character ?? finder;
  const names = new Map(asked.map(({ character }) => [character.id, character.name]));
  const told = throws.map(({ character, choice, value }) => ({
    name: names.get(character) ?? '',
    choice: CHOICES.indexOf(choice),
    value,
  }));
  for (const { character } of asked) {
    const here = world.byCharacter.get(character.id);
    here?.sure(S2C.rolled, { roll: number, kind: stack.kind, throws: told });
  }
  const corpse = world.corpses.get(id);
  if (!corpse) return;
  if (winner !== finder) hand(world, corpse, finder, winner, stack);
  for (const character of new Set([winner, finder])) tellLoot(world, id, corpse, character);
}

function hand(world: World, corpse: Corpse, from: string, to: string, stack: Stack): void {
  const loot = corpse.loot.get(from);
  if (!loot) return;
  loot.stacks = loot.stacks.filter(other => other !== stack);
  if (isEmptyLoot(loot)) corpse.loot.delete(from);
  const his = corpse.loot.get(to) ?? { gold: 0, stacks: [] };
  his.stacks = [...his.stacks, stack];
  corpse.loot.set(to, his);
  world.deeds.corpses.add(corpse);
}

function tellLoot(world: World, id: number, corpse: Corpse, character: string): void {
  const { gold = 0, stacks = [] } = corpse.loot.get(character) ?? {};
  const held = world.rolls.heldBack(id, character);
  const items = stacks.filter(stack => !held.has(stack));
  world.byCharacter.get(character)?.sure(S2C.corpse, { corpse: id, gold, items });
}
