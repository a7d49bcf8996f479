// Things as messages carry them: in the bag, in an offer, in a letter.
import { bool, str, struct, u8, u16 } from './codec';

export const itemId = str(26);
/** From `bound` on: what tells it from others of its kind (rules/character.ts Marks); `by`: index into MARKED_BY. */
export const itemRow = struct({
  slot: u8,
  id: itemId,
  kind: u16,
  quantity: u16,
  bound: bool,
  wear: u8,
  quality: u8,
  maker: str(64),
  from: u16,
  by: u8,
});
export const piece = struct({ item: itemId, quantity: u16 });
