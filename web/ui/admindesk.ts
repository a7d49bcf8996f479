// What the staff's desk knows: who sits at it, whom they look at, and what came of the last act. In: /api/admin. Out: signals.

import { signal } from '@preact/signals';
import type { AuditLine, BanLine, Person, Rank } from '../../src/shared/rules/staff';
import { errorText } from '../errortext';
import { ask } from '../net/ask';

export interface Opened {
  person: Person;
  bans: BanLine[];
  audit: AuditLine[];
}

/** undefined: not asked yet; null: nobody of the staff. */
export const staff = signal<{ account: string; rank: Rank } | null | undefined>(undefined);
export const opened = signal<Opened | null>(null);
export const said = signal<{ text: string; wrong: boolean }>({ text: '', wrong: false });
export const busy = signal(false);

export async function sit(): Promise<void> {
  const who = await ask<{ account: string; rank: Rank }>('GET', '/api/account').catch(() => null);
  staff.value = who && who.rank !== 'player' ? who : null;
}

export async function open(account: string): Promise<void> {
  opened.value = await ask<Opened>('GET', `/api/admin/people/${account}`);
}

/** Does something and says what came of it. */
export async function doing(act: () => Promise<string>): Promise<void> {
  // One thing at a time; a button that is only greyed keeps the focus.
  if (busy.peek()) return;
  busy.value = true;
  try {
    said.value = { text: await act(), wrong: false };
  } catch (error) {
    said.value = { text: errorText(error), wrong: true };
  } finally {
    busy.value = false;
  }
}
