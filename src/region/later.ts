// Commands that need an answer from elsewhere before they can be decided: whose name that is, whether a mailbox still has the letter. In: what
// is to be asked. Out: the decision, taken and written in the first turn after the answer; whoever has gone on meanwhile sends his command again.
import type { Env } from '../ports';
import { REASONS } from '../shared/rules/reasons';
import { wallTime } from '../timing';
import type { Player } from './player';
import type { World } from './world';

/** Decides once the answer is there: a reason, or OK. */
export type Decision = (world: World, player: Player) => number;
export interface Asked {
  readonly character: string;
  readonly command: number;
  readonly ask: (env: Env) => Promise<Decision>;
}
export interface Decided {
  readonly character: string;
  readonly command: number;
  readonly decide: Decision;
}

const ANSWER_MS = 8_000;

/** Never throws: no answer is a decision, too. */
export async function decideLater(env: Env, { character, command, ask }: Asked): Promise<Decided> {
  try {
    return { character, command, decide: await wallTime.within(ask(env), ANSWER_MS) };
  } catch (error) {
    console.warn({ event: 'no_answer', character, command, error: String(error) });
    return { character, command, decide: () => REASONS.postSilent };
  }
}
