// `npm run admin -- --account ID | --name CHARACTER [--rank RANK]`: gives an account of the local world a rank (admin, unless told otherwise), by
// its id or the name of one of its characters. It is a line of the audit like any other. README says the same for a deployed world.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { run } from './child.mjs';
import { isProgram, onRightNode } from './node.mjs';
import { runtimeEnv } from './runtime.mjs';

const RANKS = ['player', 'helper', 'moderator', 'admin'];
/** Neither ids nor names have anything else in them; so nothing has to be escaped. */
const PLAIN = /^[\p{L}\p{M} '’-]{1,64}$|^[0-9A-Z]{26}$/u;

/** A ULID, as all lines of the audit have (src/ulid.ts). */
function idAt(now_ms) {
  let time = '';
  for (let i = 0, rest = now_ms; i < 10; i++, rest = Math.floor(rest / 32)) time = LETTERS[rest % 32] + time;
  return time + Array.from(randomBytes(16), byte => LETTERS[byte & 31]).join('');
}
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The statements that do it. Throws in plain words on anything that is no account, name or rank. */
export function promotion({ account = '', name = '', rank = 'admin' }, now_ms = Date.now()) {
  const given = account || name;
  if (!given || (account && name)) throw new Error('Say --account ID or --name CHARACTER.');
  if (!PLAIN.test(given)) throw new Error(`${given}: no account and no character is called that.`);
  if (!RANKS.includes(rank)) throw new Error(`--rank ${rank}: one of ${RANKS.join(', ')}.`);
  const text = given.replaceAll("'", "''");
  const who = account ? `'${text}'` : `(SELECT account_id FROM characters WHERE lower(name) = lower('${text}'))`;
  return [
    `INSERT INTO audit(id, at_ms, actor_id, action, account_id, character_id, reason, details)
     SELECT '${idAt(now_ms)}', ${now_ms}, 'console', 'role', id, '', 'npm run admin', json_object('from', role, 'to', '${rank}')
     FROM accounts WHERE id = ${who}`,
    `UPDATE accounts SET role = '${rank}' WHERE id = ${who} RETURNING id, role`,
  ].map(sql => sql.replace(/\s+/g, ' '));
}

if (isProgram(import.meta)) {
  await onRightNode();
  const { values } = parseArgs({
    options: {
      account: { type: 'string' },
      name: { type: 'string' },
      rank: { type: 'string' },
      state: { type: 'string', default: '.wrangler/state' },
    },
  });
  try {
    const command = promotion(values).join(';\n');
    const where = ['--local', '--persist-to', values.state];
    let told = '';
    const code = await run(
      process.execPath,
      ['node_modules/wrangler/bin/wrangler.js', 'd1', 'execute', 'DB', ...where, '--json', '--command', command],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...runtimeEnv(), CI: '1' },
        onSpawn: child => child.stdout.on('data', text => (told += text)),
      },
    );
    if (code) throw new Error(`wrangler d1 execute ended with code ${code}\n${told}`);
    const [changed] = JSON.parse(told).at(-1).results;
    if (!changed) throw new Error('There is no such account in the local world.');
    console.log(`Account ${changed.id} is ${changed.role} now.`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
