// The machine's clock, chance and console, as production code finds them, put in the hands of a stage while a schedule runs: ids and times
// follow from the seed, and what would go to the log goes to the trace. For processes that do nothing else meanwhile.
import type { Stage } from './stage';

export async function withStage(stage: Stage, run: () => Promise<void>): Promise<void> {
  const { now } = Date;
  const { random } = Math;
  const { warn, error, debug } = console;
  const { getRandomValues } = crypto;
  const say = (facts: unknown): void => stage.say(() => `  ${JSON.stringify(facts)}`);
  const { stackTraceLimit } = Error;
  // Errors are the daily bread of a schedule, and where they were made is told by the trace.
  Error.stackTraceLimit = 0;
  Date.now = () => stage.clock.now_ms;
  Math.random = stage.chance;
  Object.assign(console, { warn: say, error: say, debug: say });
  crypto.getRandomValues = <T extends ArrayBufferView | null>(bytes: T): T => {
    if (bytes instanceof Uint8Array) for (let i = 0; i < bytes.length; i++) bytes[i] = stage.chance() * 256;
    return bytes;
  };
  try {
    await run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    Date.now = now;
    Math.random = random;
    Object.assign(console, { warn, error, debug });
    crypto.getRandomValues = getRandomValues;
  }
}
