// The front door as strangers, guests and attackers meet it: HTTP only, real D1.
import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Env } from '../../src/ports';
import { frontDoor } from '../../src/routes/app';
import { PROTOCOL, SUBPROTOCOL } from '../../src/shared/protocol/messages';
import { readTicket, signTicket, ticketSecret } from '../../src/ticket';

const ORIGIN = 'https://evermarch.test';
const secret = ticketSecret(env as unknown as { ENVIRONMENT: string; TICKET_SECRET: string });

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: every story looks for other fields, and a missing one fails it
  body: any;
  cookie: string;
  headers: Headers;
}

async function call(
  method: string,
  path: string,
  o: { cookie?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await exports.default.fetch(`${ORIGIN}${path}`, {
    method,
    headers: {
      Origin: ORIGIN,
      ...(o.cookie ? { Cookie: o.cookie } : {}),
      ...(o.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...o.headers,
    },
    ...(o.body === undefined ? {} : { body: typeof o.body === 'string' ? o.body : JSON.stringify(o.body) }),
  });
  const text = await response.text();
  const cookie = (response.headers.get('Set-Cookie') ?? '').split(';')[0];
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text, cookie, headers: response.headers };
}

const guest = () => call('POST', '/api/guest');

describe('a guest', () => {
  it('gets an account and a first character by one request, and finds both again', async () => {
    const first = await guest();
    expect(first.status).toBe(200);
    expect(first.body.characters).toHaveLength(1);
    const again = await call('POST', '/api/guest', { cookie: first.cookie });
    expect(again.body).toEqual(first.body);
    const me = await call('GET', '/api/me', { cookie: first.cookie });
    expect(me.body).toEqual(first.body);
  });

  it('holds a cookie that scripts cannot read, of which D1 knows only a hash', async () => {
    const { cookie, headers } = await guest();
    expect(headers.get('Set-Cookie')).toMatch(/^__Host-evermarch=[\w-]{43}; .*HttpOnly; Secure; SameSite=Lax/);
    const token = cookie.split('=')[1];
    const rows = await env.DB.prepare('SELECT * FROM accounts').all();
    expect(JSON.stringify(rows.results)).not.toContain(token);
  });

  it('is nobody with a wrong, short or foreign cookie', async () => {
    for (const cookie of ['', '__Host-evermarch=', `__Host-evermarch=${'A'.repeat(43)}`, "__Host-evermarch=' OR 1=1 --"]) {
      const answer = await call('GET', '/api/me', { cookie });
      expect(answer.status).toBe(401);
      expect(answer.body.error.code).toBe('no_account');
    }
  });
});

describe('the character page', () => {
  it('creates up to three characters, renames and deletes them', async () => {
    const { cookie } = await guest();
    const made = await call('POST', '/api/characters', { cookie, body: { name: 'Brunhild', covenant: 'ember', look: 0 } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Brunhild', covenant: 'ember', level: 1 });
    expect((await call('POST', '/api/characters', { cookie, body: { name: 'Osric', covenant: 'azure', look: 0 } })).status).toBe(
      201,
    );
    const fourth = await call('POST', '/api/characters', { cookie, body: { name: 'Toomany', covenant: 'azure', look: 0 } });
    expect(fourth.body.error.code).toBe('no_slot');

    const renamed = await call('PATCH', `/api/characters/${made.body.id}`, {
      cookie,
      body: { name: 'Brunhilde', covenant: 'violet' },
    });
    expect(renamed.body).toMatchObject({ name: 'Brunhilde', covenant: 'violet' });
    expect((await call('DELETE', `/api/characters/${made.body.id}`, { cookie })).body).toEqual({ deleted: true });
    const me = await call('GET', '/api/me', { cookie });
    expect(me.body.characters.map((c: { name: string }) => c.name)).not.toContain('Brunhilde');
  });

  it('refuses taken names, also when they only look alike, and names that break the rules', async () => {
    const { cookie } = await guest();
    await call('POST', '/api/characters', { cookie, body: { name: 'Willow', covenant: 'azure', look: 0 } });
    const other = await guest();
    for (const name of ['Willow', 'willow', 'WILLOW', 'Wi11ow'])
      expect(['name_taken', 'bad_name']).toContain(
        (await call('POST', '/api/characters', { cookie: other.cookie, body: { name, covenant: 'azure', look: 0 } })).body.error
          .code,
      );
    for (const name of ['', 'ab', 'x'.repeat(17), 'Admin', '<b>Bold</b>', 'Wil\u0456ow', 'a\u202eb c'])
      expect(
        (await call('POST', '/api/characters', { cookie: other.cookie, body: { name, covenant: 'azure', look: 0 } })).body.error
          .code,
      ).toBe('bad_name');
  });

  it("does not know another account's characters", async () => {
    const mine = await guest();
    const theirs = await guest();
    const id = theirs.body.characters[0].id;
    for (const [method, path, body] of [
      ['PATCH', `/api/characters/${id}`, { name: 'Stolen' }],
      ['DELETE', `/api/characters/${id}`, undefined],
      ['POST', '/api/ticket', { character: id }],
    ] as const) {
      const answer = await call(method, path, { cookie: mine.cookie, body });
      expect(answer.status).toBe(404);
      expect(answer.body.error.code).toBe('no_such_character');
    }
  });

  it('books everything a deleted character held as destroyed', async () => {
    const { cookie, body } = await guest();
    const id = body.characters[0].id;
    await call('DELETE', `/api/characters/${id}`, { cookie });
    const sums = await env.DB.prepare('SELECT sum(gold) AS gold, sum(quantity) AS items FROM ledger WHERE character_id = ?')
      .bind(id)
      .first();
    expect(sums).toEqual({ gold: 0, items: 0 });
    const left = await env.DB.prepare('SELECT count(*) AS n FROM items WHERE character_id = ?').bind(id).first();
    expect(left).toEqual({ n: 0 });
  });
});

describe('bad requests', () => {
  it('are answered with a code and plain words, and repeat nothing of what was sent', async () => {
    const { cookie } = await guest();
    const cases: [unknown, number, string][] = [
      ['{', 400, 'not_json'],
      [[], 400, 'bad_request'],
      [{ name: 7, covenant: 'azure', look: 0 }, 400, 'bad_request'],
      [{ name: 'Fine', covenant: '<script>', look: 0 }, 400, 'bad_request'],
      [{ name: 'Fine', covenant: 'azure', look: -1 }, 400, 'bad_request'],
      [{ name: 'Fine', covenant: 'azure', look: 1e99 }, 400, 'bad_request'],
      [{ name: 'Fine', covenant: 'azure' }, 400, 'bad_request'],
    ];
    for (const [body, status, code] of cases) {
      const answer = await call('POST', '/api/characters', { cookie, body });
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
      expect(JSON.stringify(answer.body)).not.toContain('script');
    }
  });

  it('ignores fields that nobody asked for: level and gold are not for sale', async () => {
    const { cookie } = await guest();
    const made = await call('POST', '/api/characters', {
      cookie,
      body: { name: 'Midas', covenant: 'azure', look: 0, level: 10, gold: 1e6 },
    });
    expect(made.body.level).toBe(1);
    const row = await env.DB.prepare('SELECT gold FROM characters WHERE id = ?').bind(made.body.id).first<{ gold: number }>();
    expect(row!.gold).toBeLessThan(1000);
  });

  it('are refused when too large, from a foreign page, or to nowhere', async () => {
    const { cookie } = await guest();
    const large = await call('POST', '/api/characters', { cookie, body: { name: 'x'.repeat(20_000), covenant: 'azure', look: 0 } });
    expect(large.status).toBe(413);
    const foreign = await call('POST', '/api/guest', {
      body: 'x=1',
      headers: { Origin: 'https://evil.test', 'Content-Type': 'text/plain' },
    });
    expect(foreign.status).toBe(403);
    expect((await call('GET', '/api/nowhere')).body.error.code).toBe('not_found');
  });
});

describe('a ticket', () => {
  const ticket = {
    account: 'a',
    character: 'c',
    region: '2-1-1',
    jti: 'j',
    expires_ms: 10_000,
    login_ms: 1,
    awaits: 0,
    standby: false,
    session: '',
    muted_until_ms: 0,
  };

  it('reads as it was signed, and not when forged, cut, expired or of another secret', async () => {
    const text = await signTicket(secret, ticket);
    expect(await readTicket(secret, text, 9_999)).toEqual(ticket);
    expect(await readTicket(secret, text, 10_000)).toBeNull();
    expect(await readTicket(`${secret}x`, text, 0)).toBeNull();
    const [payload, signature] = text.split('.');
    const forged = btoa(JSON.stringify({ ...ticket, character: 'd' })).replaceAll('=', '');
    for (const bad of [
      '',
      '.',
      payload,
      `${payload}.`,
      `.${signature}`,
      `${forged}.${signature}`,
      `${text}.x`,
      'x'.repeat(10_000),
      `${payload}.%%%`,
    ])
      expect(await readTicket(secret, bad, 0)).toBeNull();
  });

  it('is given to one account sixty times a minute where the world is public, for the chat apart, and as often as it likes at home', async () => {
    const [mine, theirs] = [await guest(), await guest()];
    const door = frontDoor();
    const ask = async ({ cookie, body }: Answer, path: string, ENVIRONMENT: string) => {
      const headers = { Origin: ORIGIN, Cookie: cookie, 'Content-Type': 'application/json' };
      const request = new Request(`${ORIGIN}${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ character: body.characters[0].id }),
      });
      const response = await door.fetch(request, { ...(env as unknown as Env), ENVIRONMENT });
      return response.ok ? 'given' : ((await response.json()) as { error: { code: string } }).error.code;
    };
    const many = (environment: string) => Promise.all(Array.from({ length: 62 }, () => ask(mine, '/api/ticket', environment)));
    const said = await many('production');
    expect(said.filter(word => word === 'given')).toHaveLength(60);
    expect(said.filter(word => word === 'too_many_tickets')).toHaveLength(2);
    expect(await ask(mine, '/api/talk/ticket', 'production')).toBe('given');
    expect(await ask(theirs, '/api/ticket', 'production')).toBe('given');
    expect(new Set(await many('development'))).toEqual(new Set(['given']));
  });

  it('opens a socket only with our origin, our protocol and its own region', async () => {
    const { cookie, body } = await guest();
    const { url, ticket: good } = (await call('POST', '/api/ticket', { cookie, body: { character: body.characters[0].id } })).body;
    const expired = await signTicket(secret, { ...ticket, expires_ms: 1 });
    const elsewhere = await signTicket(secret, { ...ticket, region: '2-0-0', expires_ms: Date.now() + 9_000 });
    const upgrade = { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': `${SUBPROTOCOL}, ${good}` };
    const cases: [string, Record<string, string>, number][] = [
      [url, { ...upgrade, Origin: 'https://evil.test' }, 403],
      [url, { ...upgrade, Origin: '' }, 403],
      [url, { ...upgrade, 'Sec-WebSocket-Protocol': SUBPROTOCOL }, 401],
      [url, { ...upgrade, 'Sec-WebSocket-Protocol': `${SUBPROTOCOL}, garbage` }, 401],
      [url, { ...upgrade, 'Sec-WebSocket-Protocol': `${SUBPROTOCOL}, ${expired}` }, 401],
      [url, { ...upgrade, 'Sec-WebSocket-Protocol': `${SUBPROTOCOL}, ${elsewhere}` }, 401],
      [url, { ...upgrade, 'Sec-WebSocket-Protocol': `other.1, ${good}` }, 400],
      ['/ws/9-9-9', upgrade, 404],
    ];
    for (const [path, headers, status] of cases) expect((await call('GET', path, { headers })).status).toBe(status);
    expect((await call('GET', url)).status).toBe(426);
  });
});

describe('machines', () => {
  it('read health, status and an OpenAPI document that names every route', async () => {
    expect((await call('GET', '/api/health')).body).toEqual({ ok: true, protocol: PROTOCOL, database: true });
    const document = (await call('GET', '/api/openapi.json')).body;
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/account',
      '/api/account/appeal',
      '/api/account/delete',
      '/api/account/export',
      '/api/account/passkeys',
      '/api/account/passkeys/options',
      '/api/account/passkeys/{id}',
      '/api/account/recovery-codes',
      '/api/account/sessions',
      '/api/account/sessions/{id}',
      '/api/admin/announce',
      '/api/admin/appeals',
      '/api/admin/audit',
      '/api/admin/people',
      '/api/admin/people/{account}',
      '/api/admin/people/{account}/ban',
      '/api/admin/people/{account}/give',
      '/api/admin/people/{account}/kick',
      '/api/admin/people/{account}/mute',
      '/api/admin/people/{account}/role',
      '/api/admin/people/{account}/teleport',
      '/api/admin/people/{account}/unban',
      '/api/admin/people/{account}/unmute',
      '/api/admin/reports',
      '/api/admin/reports/{report}/answer',
      '/api/boards/{board}/{period}',
      '/api/characters',
      '/api/characters/{id}',
      '/api/characters/{id}/mail',
      '/api/characters/{id}/mail/{letter}',
      '/api/characters/{id}/mail/{letter}/read',
      '/api/characters/{id}/orders',
      '/api/characters/{id}/orders/{order}',
      '/api/economy',
      '/api/guest',
      '/api/health',
      '/api/invite/{code}',
      '/api/map',
      '/api/market',
      '/api/market/{kind}/{quality}',
      '/api/me',
      '/api/signin',
      '/api/signin/options',
      '/api/signin/recovery',
      '/api/status',
      '/api/talk/ticket',
      '/api/ticket',
    ]);
    expect(document.paths['/api/characters'].post.requestBody.content['application/json'].schema.required).toContain('covenant');
  });
});
