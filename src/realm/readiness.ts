// Whether a party is ready, asked by its leader. In: his question, the members' answers, time. Out: words to all of them on every answer and at
// the end. Memory only: after a boot of the realm the leader asks again.
import { READY_NO, READY_OPEN, READY_YES } from '../shared/protocol/messages';
import { checkLead, READINESS_MS } from '../shared/rules/parties';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import type { Desk } from './desk';
import type { Parties } from './parties';

interface Question {
  readonly by: string;
  readonly until_ms: number;
  readonly answers: Map<string, number>;
}

export class Readiness {
  /** By party. */
  private readonly asked = new Map<string, Question>();

  constructor(
    private readonly parties: Parties,
    private readonly desk: Desk,
  ) {}

  ask(by: string, now_ms: number): Reason {
    const party = this.parties.of(by);
    const reason = checkLead(party, by);
    if (!party || reason !== OK) return reason;
    if (this.asked.has(party.id)) return REASONS.alreadyDone;
    const { name } = party.members.find(({ character }) => character === by)!;
    const answers = new Map(party.members.map(({ character }) => [character, character === by ? READY_YES : READY_OPEN]));
    const question = { by: name, until_ms: now_ms + READINESS_MS, answers };
    this.asked.set(party.id, question);
    this.tell(question, question.until_ms);
    return OK;
  }

  answer(by: string, accept: boolean): Reason {
    const party = this.parties.of(by);
    const question = party && this.asked.get(party.id);
    if (question?.answers.get(by) !== READY_OPEN) return REASONS.noReadyCheck;
    question.answers.set(by, accept ? READY_YES : READY_NO);
    const isOver = [...question.answers.values()].every(answer => answer !== READY_OPEN);
    this.tell(question, isOver ? 0 : question.until_ms);
    if (isOver) this.asked.delete(party!.id);
    return OK;
  }

  /** Ends what has run out of time. Called as regions report. */
  tend(now_ms: number): void {
    for (const [party, question] of this.asked) {
      if (now_ms < question.until_ms) continue;
      this.asked.delete(party);
      this.tell(question, 0);
    }
  }

  private tell({ by, answers }: Question, until_ms: number): void {
    const said = Array.from(answers, ([character, answer]) => ({ character, answer }));
    for (const { character } of said) this.desk.post(character, { what: 'readiness', by, until_ms, answers: said });
  }
}
