// `npm run fuzz -- --frames N --seed S [--live N] [--url U] [--json]`: N broken frames against the decoders in process, and a share of them
// (--live) against a live region. Out: one JSON line on stdout; any failure ends with code 1. The same seed breaks the same frames.
import { parseArgs } from 'node:util';
import { newEyes } from '../harness/eyes';
import { Server } from '../harness/server';
import { fuzzDecoders } from './decoders';
import { fuzzInbox } from './inbox';

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '100000' },
    live: { type: 'string' },
    seed: { type: 'string', default: '1' },
    url: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const frames = Number(values.frames);
const seed = Number(values.seed);
const live = Number(values.live ?? Math.min(20_000, Math.ceil(frames / 20)));

const server = values.url ? null : await Server.start();
try {
  process.stderr.write(`seed ${seed}: ${live} frames against a live region, ${frames} against the decoders\n`);
  const { snapshots, ...inbox } = await fuzzInbox(values.url ?? server!.url, live, seed);
  const decoders = fuzzDecoders(frames, seed, newEyes(), snapshots);
  process.stdout.write(`${JSON.stringify({ seed, decoders, inbox })}\n`);
  process.exitCode = decoders.failures.length + inbox.failures.length ? 1 : 0;
} finally {
  await server?.stop();
}
