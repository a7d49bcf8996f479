// A beginning that chance alone finds too seldom: somebody drops a thing, a friend lifts it, carries it over a border and leaves, all while D1
// does not hear what the first region has to say of the first of them. Faults come as they come; after it chance takes over.
// In: a stage. Out: what to do in the first steps, and how long to wait after each.
import type { Stage } from './stage';
import { leave } from './step';
import { turn } from './turn';

export interface Errand {
  gap_ms: number;
  run(): void;
}

const SHARE = 0.04;

export function errandOf(stage: Stage): Errand[] {
  const { chance, faults, clock, visitors } = stage;
  if (faults.has('restored') || chance() >= SHARE) return [];
  const [first, friend] = visitors;
  const [here, there] = stage.sites;
  const play = (visitor: typeof first, deed: Parameters<typeof visitor.command>[0], to: string | null = null): void => {
    if (visitor.instance) turn(stage, visitor.instance, new Map([[visitor, { deed, to }]]));
  };
  return [
    {
      gap_ms: 3_000,
      run: () => {
        void first.knock(here);
        void friend.knock(here);
      },
    },
    { gap_ms: 28_000, run: () => play(first, { do: 'earn', amount: 3 }) },
    {
      gap_ms: 4_000,
      run: () => {
        stage.outage = { sites: [here], until_ms: clock.now_ms + 30_000 + chance() * 60_000 };
      },
    },
    { gap_ms: 200, run: () => play(first, { do: 'drop', nth: 0, part: false }) },
    { gap_ms: 3_000, run: () => play(friend, { do: 'lift', nth: -1 }, there.key) },
    { gap_ms: 8_000, run: () => leave(stage, friend) },
  ];
}
