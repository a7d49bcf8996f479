// What went wrong, in the player's language where there are words for it. In: errors, close codes. Out: texts.
import { DoorError } from './net/doors';
import { type Key, t } from './strings';

/** The server says why in English, for whoever reads its answers; its code stands for the same in every language. */
export function errorText(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return (error instanceof DoorError && t(`door.${error.code}` as Key)) || said;
}

/** Why the line fell (a WebSocket close code), or why no new one was opened; '' where there is no more to say than that. */
export function linkText(why: number | DoorError): string {
  return typeof why === 'number' ? t(`close.${why}` as Key) : errorText(why);
}
