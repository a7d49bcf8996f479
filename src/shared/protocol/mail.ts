// Letters: what one asks of the region. What lies in a mailbox is read over HTTP (/api/characters/:id/mail), from anywhere.
import { list, str, u32 } from './codec';
import { fromClient } from './kinds';
import { itemId, piece } from './things';

export const MAIL_C2S = {
  /** To somebody by his name, wherever he is. `cod`: what he pays before he may take the things. */
  sendLetter: fromClient(105, 'sendLetter', 'command', {
    command: u32,
    to: str(64),
    subject: str(64),
    text: str(800),
    items: list(piece, 6),
    gold: u32,
    cod: u32,
  }),
  /** Takes out all that a letter holds. `pay`: what it asks for, 0 for nothing. */
  takeLetter: fromClient(106, 'takeLetter', 'command', { command: u32, letter: itemId, pay: u32 }),
} as const;
