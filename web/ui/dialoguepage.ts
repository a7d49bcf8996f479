// Which page of the open dialogue is shown: talk, trade, teaching, mending, the bank, a quest, a topic. In: turned pages. Out: signals that other panels follow.
import { computed, signal } from '@preact/signals';
import { dialogue } from '../state';

export type Page =
  | { at: 'talk' }
  | { at: 'trade' }
  | { at: 'teach' }
  | { at: 'stable' }
  | { at: 'repair' }
  | { at: 'bank' }
  | { at: 'offer'; quest: number }
  | { at: 'turnin'; quest: number }
  | { at: 'topic'; talk: number; node: string };
export const TALK: Page = { at: 'talk' };
export const page = signal<Page>(TALK);

/** The bank lies open: things go to and fro. */
export const atBank = computed(() => dialogue.value !== null && page.value.at === 'bank');
