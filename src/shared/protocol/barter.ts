// The trade window between two players who stand beside each other: what one asks of the region, and what the region shows both.
import { bool, list, str, struct, u8, u16, u32 } from './codec';
import { fromClient, fromServer } from './kinds';
import { itemRow, piece } from './things';

/** Things in one offer at most. */
export const OFFER_THINGS = 8;

const side = struct({ items: list(itemRow, OFFER_THINGS), gold: u32, agreed: bool });

export const BARTER_C2S = {
  /** Asks somebody near to trade: by his body, or (target 0) by his name. */
  askBarter: fromClient(100, 'askBarter', 'query', { target: u32, name: str(64) }),
  /** Answers whoever asked (S2C barterAsked). */
  answerBarter: fromClient(101, 'answerBarter', 'query', { from: u32, accept: bool }),
  /** His whole offer from now on. Takes back both sides' agreement. */
  offer: fromClient(102, 'offer', 'action', { items: list(piece, OFFER_THINGS), gold: u32 }),
  /** Agrees to just what `seen` is the number of (S2C barter). Once both have, everything changes hands. */
  agree: fromClient(103, 'agree', 'command', { command: u32, seen: u32 }),
  endBarter: fromClient(104, 'endBarter', 'query', {}),
} as const;

export const BARTER_S2C = {
  barterAsked: fromServer(80, 'barterAsked', { from: u32, name: str(64), left_s: u16 }),
  /** The window, whole, on every change. `state` BARTER_*; `seen`: number of what lies there now; `reason`: why it ended. */
  barter: fromServer(81, 'barter', { state: u8, with: u32, name: str(64), seen: u32, mine: side, theirs: side, reason: u8 }),
} as const;

export const BARTER_OPEN = 1;
export const BARTER_DONE = 2;
export const BARTER_OFF = 3;
