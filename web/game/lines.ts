// Lines of the chat. In: what was said, and words of our own. Out: the chat's signal, the newest last.
import { CHANNEL_SYSTEM } from '../../src/shared/protocol/messages';
import * as state from '../state';

const MOST_LINES = 400;
let lines = 0;

/** A line of our own in the chat. */
export function tellSystem(text: string): void {
  addLine({ channel: CHANNEL_SYSTEM, from: '', to: '', text, time: Date.now() });
}

export function addLine(line: Omit<state.ChatLine, 'id' | 'room' | 'number'> & { room?: string; number?: number }): void {
  state.chat.value = [...state.chat.value.slice(-MOST_LINES), { id: ++lines, room: '', number: 0, ...line }];
}
