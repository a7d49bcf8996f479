// What players report of each other, for the staff to read. In: rooms that keep reports. Out: one list, the newest first.
import * as v from 'valibot';
import type { Env } from '../../ports';

export const report = v.object({
  id: v.string(),
  at_ms: v.number(),
  /** Names, and ids of characters. */
  by: v.object({ character: v.string(), name: v.string() }),
  about: v.object({ character: v.string(), name: v.string() }),
  why: v.string(),
  /** What was said before and after, as the one who reports saw it. */
  context: v.array(v.object({ from: v.string(), text: v.string(), at_ms: v.number() })),
});
export type Report = v.InferOutput<typeof report>;

/** A room that keeps reports adds a line here; it answers with its newest ones. */
export const REPORT_SOURCES: readonly ((env: Env) => Promise<Report[]>)[] = [];

export async function readReports(env: Env): Promise<Report[]> {
  const lists = await Promise.all(REPORT_SOURCES.map(source => source(env)));
  return lists.flat().sort((a, b) => b.at_ms - a.at_ms);
}
