// What every question that runs out has: two answers, and how much time is left. In: words, times. Out: yes or no.
import { beat } from './derived';

export function Answers({ yes, no, answer }: { yes: string; no: string; answer(accept: boolean): () => void }) {
  return (
    <p class="row end">
      <button type="button" class="button quiet" onClick={answer(false)}>
        {no}
      </button>
      <button type="button" class="button gold" onClick={answer(true)}>
        {yes}
      </button>
    </p>
  );
}

/** How much of the time to answer is left. */
export function Left({ until_ms, whole_ms }: { until_ms: number; whole_ms: number }) {
  beat.value;
  const part = Math.max(0, Math.min(1, (until_ms - performance.now()) / whole_ms));
  return (
    <i class="left" aria-hidden="true">
      <u style={{ transform: `scaleX(${part.toFixed(3)})` }} />
    </i>
  );
}
