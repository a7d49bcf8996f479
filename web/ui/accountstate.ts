// What the account page knows and asks: how the account stands, what is being done, and what came of it. In: the front door. Out: signals.

import { signal } from '@preact/signals';
import { commands } from '../commands';
import { errorText } from '../errortext';
import { ask } from '../net/ask';
import { DoorError } from '../net/doors';
import { hasAccount } from '../net/known';
import { w } from './accountwords';

export interface Standing {
  account: string;
  rank: string;
  passkeys: { id: string; device: string; created: number; used: number }[];
  codes: number;
  sessions: { id: string; device: string; created: number; used: number; current: boolean }[];
  ban: { reason: string; since: number; until: number; appealed: boolean } | null;
}

/** undefined: not asked yet; null: nobody is signed in. */
export const standing = signal<Standing | null | undefined>(undefined);
export const busy = signal(false);
export const said = signal<{ text: string; wrong: boolean }>({ text: '', wrong: false });
/** New recovery codes, until the page is closed. */
export const codes = signal<readonly string[]>([]);

/** Only this browser opens the account. */
export const isLoose = (): boolean => standing.value != null && !standing.value.passkeys.length && !standing.value.codes;

export async function refresh(): Promise<void> {
  if (!hasAccount()) {
    standing.value = null;
    return;
  }
  try {
    standing.value = await ask<Standing>('GET', '/api/account');
  } catch (error) {
    if (!(error instanceof DoorError) || error.code !== 'no_account') throw error;
    standing.value = null;
  }
}

/** Does something, says what came of it, and looks again. */
export async function doing(act: () => Promise<string>): Promise<void> {
  // One thing at a time; a button that is only greyed keeps the focus.
  if (busy.peek()) return;
  busy.value = true;
  try {
    said.value = { text: await act(), wrong: false };
    await refresh();
  } catch (error) {
    said.value = { text: plain(error), wrong: true };
  } finally {
    busy.value = false;
  }
}

/** Another account is signed in now, or none: the first page shows whose characters there are. */
export async function changed(text: string): Promise<string> {
  codes.value = [];
  await commands.signedIn();
  return text;
}

function plain(error: unknown): string {
  // The browser's own window was closed, or there was nothing in it to choose.
  if (error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')) return w('aborted');
  return errorText(error);
}
