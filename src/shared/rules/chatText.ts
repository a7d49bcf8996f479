// What may be said. In: raw text from a player. Out: text that cannot break a line, turn the reading direction or pile marks over other lines.
import { CHAT_TEXT_BYTES } from '../protocol/limits';
import { OK, REASONS, type Reason } from './reasons';

/** Characters (code points) of one line of chat. */
export const CHAT_MOST = 240;
const encoder = new TextEncoder();

/** Control, direction, invisible, private and unassigned characters go; marks on one letter end after two; blanks melt into one. */
export function cleanChat(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[\t\n\r\u2028\u2029]/g, ' ')
      .replace(/[\p{Cc}\p{Co}\p{Cn}\p{Cs}]/gu, '')
      // Format characters (zero width, bidi, tags); the joiner stays only inside emoji.
      .replace(/(?<!\p{Extended_Pictographic}\uFE0F?|[\u{1F3FB}-\u{1F3FF}])\u200D/gu, '')
      .replace(/(?!\u200D)[\p{Cf}\u115F\u1160\u3164\uFFA0\u2800]/gu, '')
      .replace(/(\p{M}{2})\p{M}+/gu, '$1')
      .replace(/\p{Zs}+/gu, ' ')
      .trim()
  );
}

/** Of cleaned text: is there something to say, and not too much? */
export function checkChat(cleaned: string): Reason {
  if (!cleaned) return REASONS.emptyText;
  return [...cleaned].length > CHAT_MOST || encoder.encode(cleaned).length > CHAT_TEXT_BYTES ? REASONS.textTooLong : OK;
}
