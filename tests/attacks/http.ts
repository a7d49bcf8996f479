// Attacks on the front door over HTTP: from foreign pages, with others' ids, with bodies that are none, with names that are programs.
import { request } from 'node:http';
import type { Caller, Headers } from './caller';
import type { Ground } from './run';
import { must, type Trial } from './trial';

interface Route {
  method: string;
  path: string;
}

/** Every route that changes something, as the server names them. */
async function unsafeRoutes(caller: Caller): Promise<Route[]> {
  const { body } = await caller.ask('GET', '/api/openapi.json');
  return Object.entries(body.paths as Record<string, Record<string, object>>).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter(method => method !== 'get')
      .map(method => ({ method: method.toUpperCase(), path })),
  );
}

const nobody = '01AAAAAAAAAAAAAAAAAAAAAAAA';

export async function HTTP_ATTACKS({ base, state, victim, attacker, admin }: Ground): Promise<Trial[]> {
  const known = (): string => state.record();
  const trial = (name: string, attempt: () => Promise<void>): Trial => ({ name: `http: ${name}`, attempt, state: known });
  const refused = async (by: Caller, statuses: number[], method: string, path: string, body?: unknown, headers?: Headers) => {
    const { status, text } = await by.ask(method, path, body, headers);
    must(statuses.includes(status), `${method} ${path} was answered with ${status}: ${text.slice(0, 120)}`);
  };

  const foreign: Headers[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'https://evil.example', 'Content-Type': 'text/plain' },
    { Origin: undefined, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: undefined, 'Sec-Fetch-Site': 'same-site' },
    { Origin: undefined, 'Content-Type': 'application/x-www-form-urlencoded' },
  ];
  const forgeries = (await unsafeRoutes(attacker)).map(({ method, path }) =>
    trial(`a foreign page asks for ${method} ${path}`, async () => {
      const by = (path.includes('/admin/') ? admin : victim).twin();
      const at = path
        .replace('{account}', attacker.account)
        .replace('{id}', victim.character)
        .replace(/\{\w+\}/g, 'x');
      for (const headers of foreign) await refused(by, [403], method, at, {}, headers);
    }),
  );

  const made = { name: 'Honestname', covenant: 'azure', look: 0 };
  const bad = (name: string, body: unknown, statuses = [400, 413, 415, 422], headers?: Headers): Trial =>
    trial(name, () => refused(attacker, statuses, 'POST', '/api/characters', body, headers));

  return [
    ...forgeries,
    trial("another's character is renamed", () =>
      refused(attacker, [404], 'PATCH', `/api/characters/${victim.character}`, { name: 'Stolen' }),
    ),
    trial("another's character is deleted", () => refused(attacker, [404], 'DELETE', `/api/characters/${victim.character}`)),
    trial("another's character is played", () => refused(attacker, [404], 'POST', '/api/ticket', { character: victim.character })),
    trial("another's session is ended", async () => {
      const { body } = await victim.ask('GET', '/api/account');
      for (const { id } of body.sessions) await refused(attacker, [404], 'DELETE', `/api/account/sessions/${id}`);
    }),
    trial("another's data are taken along", async () => {
      for (const path of ['', `?account=${victim.account}`, `?id=${victim.account}`]) {
        const { body } = await attacker.ask('GET', `/api/account/export${path}`, undefined, { 'X-Account': victim.account });
        must(body.account.id === attacker.account && !JSON.stringify(body).includes(victim.character), 'it named another');
      }
    }),
    trial('an account is deleted by the name of another', () =>
      refused(attacker, [422], 'POST', '/api/account/delete', { confirm: victim.name }),
    ),
    trial('an account is deleted without its name', () => refused(attacker, [422], 'POST', '/api/account/delete', { confirm: '' })),
    trial('everything is asked for without a cookie', async () => {
      const stranger = attacker.twin();
      stranger.jar.clear();
      for (const path of ['/api/me', '/api/account', '/api/account/export', '/api/admin/people', '/api/admin/audit'])
        await refused(stranger, [401], 'GET', path);
      await refused(stranger, [401], 'POST', '/api/ticket', { character: victim.character });
    }),
    trial('a cookie is a piece of SQL', async () => {
      const stranger = attacker.twin();
      for (const value of ["' OR 1=1 --", '%27%20OR%201%3D1', `${'A'.repeat(42)}'`, '../../x', 'A'.repeat(43)]) {
        stranger.jar.set('evermarch', value);
        await refused(stranger, [401], 'GET', '/api/me');
      }
    }),
    trial('a character is born rich', async () => {
      const { status, body } = await attacker.ask('PATCH', `/api/characters/${attacker.character}`, {
        gold: 1e9,
        level: 30,
        account_id: victim.account,
        owner: '2-0-0',
        __proto__: { rank: 'admin' },
      });
      must(status === 200 && body.level === 1, `answered with ${status}`);
    }),
    trial('an account is made with a rank', async () => {
      const { body } = await attacker.ask('POST', '/api/guest', { role: 'admin', rank: 'admin', account: victim.account });
      must(body.account === attacker.account, 'it became another');
      must((await attacker.ask('GET', '/api/account')).body.rank === 'player', 'it has a rank');
    }),
    trial('a prototype is polluted', async () => {
      await refused(
        attacker,
        [400],
        'POST',
        '/api/characters',
        '{"__proto__":{"name":"Polluted"},"constructor":{"prototype":{"look":0}}}',
      );
      must((await attacker.ask('GET', '/api/me')).status === 200, 'the door is broken');
    }),
    bad('a body is no JSON', '{'),
    bad('a body is something else', '[1, 2, 3]'),
    bad('a body is nested without end', `${'['.repeat(5000)}${']'.repeat(5000)}`),
    bad('a name is nested without end', `{"name":${'{"a":'.repeat(1500)}1${'}'.repeat(1500)}}`),
    bad('a body is too large', { ...made, name: 'x'.repeat(100_000) }, [413]),
    bad('a body says that it is text', JSON.stringify(made), [415], { 'Content-Type': 'text/plain' }),
    bad('a body says that it is a form', 'name=Honestname&covenant=azure&look=0', [415], {
      'Content-Type': 'application/x-www-form-urlencoded',
    }),
    bad('a body says nothing of itself', JSON.stringify(made), [415], { 'Content-Type': '' }),
    bad('a name is a piece of SQL', { ...made, name: "x'; DROP TABLE accounts; --" }, [422, 400]),
    bad('a name is a program', { ...made, name: '<script>alert(1)</script>' }, [422, 400]),
    bad('a name is an image that is a program', { ...made, name: '<img src=x onerror=alert(1)>' }, [422, 400]),
    bad('a name turns the line round', { ...made, name: 'abc\u202edef' }, [422]),
    bad('a name is that of the staff', { ...made, name: 'Admin' }, [422]),
    bad('a name looks like that of another', { ...made, name: lookalike(victim.name) }, [409, 422]),
    bad('a look is no number', { ...made, look: '0 OR 1=1' }),
    bad('a look is none', { ...made, look: 0xffffffff }),
    bad('a covenant is none', { ...made, covenant: 'admin' }),
    trial('ids are pieces of SQL', async () => {
      for (const id of ["' OR '1'='1", '%00', '..%2f..%2fapi%2fme', `${nobody}' --`, encodeURIComponent('<svg onload=1>')])
        await refused(attacker, [404], 'DELETE', `/api/characters/${encodeURIComponent(id)}`);
    }),
    trial('files are asked for that are not of the page', async () => {
      for (const path of [
        '/../wrangler.toml',
        '/..%2f..%2fwrangler.toml',
        '/.dev.vars',
        '/assets/..%2f..%2f.dev.vars',
        '/%2e%2e/package.json',
      ]) {
        const { text } = await rawGet(base, path);
        must(!/TICKET_SECRET|database_id|"scripts"/.test(text), `${path} was told`);
      }
    }),
    trial('methods are used that no route knows', async () => {
      for (const method of ['PUT', 'DELETE', 'PATCH']) await refused(attacker, [404, 405], method, '/api/me', {});
    }),
    trial('an answer is written by who asks', async () => {
      const { text } = await attacker.ask('GET', '/api/nowhere/<script>alert(1)</script>');
      must(!text.includes('<script>alert'), 'it repeats what was asked');
    }),
    trial('a device is called a program', async () => {
      const guest = attacker.twin();
      const { body } = await guest.ask('GET', '/api/account', undefined, { 'User-Agent': '<script>Firefox/1</script>' });
      must(!JSON.stringify(body).includes('<script>'), 'it is shown');
    }),
  ];
}

/** The same to the eye: a letter of another script in it. */
const lookalike = (name: string): string => name.replace(/[aeo]/, letter => ({ a: '\u0430', e: '\u0435', o: '\u043e' })[letter]!);

/** fetch tidies paths up; an attacker does not. */
function rawGet(base: string, path: string): Promise<{ text: string }> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method: 'GET' }, response => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', chunk => {
        text += chunk;
      });
      response.on('end', () => resolve({ text }));
    });
    asked.on('error', reject);
    asked.end();
  });
}
