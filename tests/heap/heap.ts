// `npm run bench:heap -- [--json]`: what a turn of a crowded region leaves for the garbage collector. Out: bytes per client and turn.
import { parseArgs } from 'node:util';
import { benchHeap } from './turn';

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
const rows = [100, 300, 1000].map(clients => benchHeap(clients));
if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
else for (const row of rows) console.log(`${row.clients} clients: ${row.bytes_per_client_turn} bytes of heap per client and turn`);
