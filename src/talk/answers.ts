// What becomes of a report: one of the staff closes it with a few words, once, and they wait for whoever made it until he has read them, like a
// whisper of nobody's. In: the report and the words. Out: both written together, or nothing.
import type { Closing } from '../ports';
import { findCharacter } from '../store/characters';
import type { Talk } from './talk';

/** So much of the line tells him which of his reports it is about. */
const QUOTED_LETTERS = 40;

/** False: there is no such report, or it was answered before. */
export async function answer(talk: Talk, id: string, closing: Closing): Promise<boolean> {
  const asked = talk.complaints.of(id);
  if (!asked) return false;
  const isKnown = (await findCharacter(talk.db, asked.by.account, asked.by.character)) !== null;
  // Somebody else may have been quicker.
  const report = talk.complaints.of(id);
  if (!report || report.closed) return false;
  talk.complaints.close(report, closing);
  const { by, about } = report;
  const there = [...talk.people.ofAccount(by.account), ...talk.visitors.ofAccount(by.account)];
  const to = there.at(0)?.character ?? (isKnown ? by.character : null);
  if (to === null) return true;
  // No line, but he himself was reported.
  const text = `${about.text ? `“${quoted(about.text)}”` : about.from} · ${closing.answer}`;
  talk.box.hold(to, { from: '', account: '', text, at_ms: closing.at_ms });
  talk.deliverHeld(to, closing.at_ms);
  await talk.awakeIn(closing.at_ms);
  return true;
}

function quoted(text: string): string {
  const letters = [...text];
  return letters.length > QUOTED_LETTERS ? `${letters.slice(0, QUOTED_LETTERS - 1).join('')}…` : text;
}
