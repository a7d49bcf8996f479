// The market: orders given to it in a town. What it has is read over HTTP (/api/market), from anywhere.
import { list, u8, u16, u32 } from './codec';
import { fromClient } from './kinds';
import { piece } from './things';

export const MARKET_C2S = {
  /** So many pieces, all alike, for that price each. */
  sellOrder: fromClient(107, 'sellOrder', 'command', { command: u32, items: list(piece, 8), price: u32 }),
  buyOrder: fromClient(108, 'buyOrder', 'command', { command: u32, kind: u16, quality: u8, price: u32, quantity: u16 }),
} as const;
