// `npm run attacks -- [--tries N] [--only TEXT] [--json]`: attacks on login, sockets and HTTP, and cheats over the wire, against a real server.
// Each must be refused, and leave everything as it was. Out: one JSON line on stdout; what got through ends with code 1.
import { parseArgs } from 'node:util';
import { attackAll } from './run';

const { values } = parseArgs({
  options: {
    tries: { type: 'string', default: '10000' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean' },
  },
});
const report = await attackAll({
  tries: Number(values.tries),
  only: values.only,
  told: values.json
    ? undefined
    : (name, took_ms) => process.stderr.write(`${(took_ms / 1000).toFixed(1).padStart(6)} s  ${name}\n`),
});
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.failed.length ? 1 : 0;
