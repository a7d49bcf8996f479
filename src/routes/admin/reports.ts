// What players report of each other, for the staff to read: Talk keeps it, with the lines round the one that it is about.
import * as v from 'valibot';
import { type Env, type Report, talkPort } from '../../ports';

const MOST = 200;
const line = v.object({ from: v.string(), account: v.string(), text: v.string(), at_ms: v.number() });
export const report = v.object({
  id: v.string(),
  at_ms: v.number(),
  by: v.object({ account: v.string(), character: v.string(), name: v.string() }),
  about: line,
  channel: v.number(),
  room: v.string(),
  why: v.string(),
  words: v.string(),
  context: v.array(line),
});

/** The newest first. */
export async function readReports(env: Env): Promise<Report[]> {
  return talkPort(env).reports(MOST);
}
