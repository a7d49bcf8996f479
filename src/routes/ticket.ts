// From account to socket: a ticket for one character and region, and the upgrade that it opens.
import * as v from 'valibot';
import { talkPort } from '../ports';
import { SUBPROTOCOL } from '../shared/protocol/messages';
import { banOf } from '../store/accounts';
import { readTicket, signTicket, TICKET_LIFE_MS, type Ticket, ticketSecret } from '../ticket';
import { ulid } from '../ulid';
import { owned } from './characters';
import { type App, type AppContext, endpoint, Refusal } from './endpoint';
import { isRegion, regionPort } from './regions';

const tooMany = 'The account asked for a ticket too often in the last minute.';

export function ticketRoutes(app: App): void {
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/ticket',
      summary: 'A single-use ticket (30 s) that opens the socket of the region where the character is.',
      access: 'account',
      body: v.object({ character: v.pipe(v.string(), v.maxLength(26)) }),
      answer: v.object({ url: v.string(), ticket: v.string() }),
      errors: {
        no_such_character: 'The account has no such character.',
        banned: 'The account may not enter: why, and until when.',
        too_many_tickets: tooMany,
      },
    },
    async (c, body) => {
      await countTicket(c, 'world');
      const card = await owned(c, body.character);
      await needUnbanned(c);
      const region = card.owner ?? card.region;
      return c.json({ url: `/ws/${region}`, ticket: await sign(c, card.id, region) });
    },
  );
  endpoint(
    app,
    {
      method: 'post',
      path: '/api/talk/ticket',
      summary: 'A single-use ticket (30 s) that opens the socket of the chat, in the name of a character, in the world or not.',
      access: 'account',
      body: v.object({ character: v.pipe(v.string(), v.maxLength(26)) }),
      answer: v.object({ url: v.string(), ticket: v.string() }),
      errors: {
        no_such_character: 'The account has no such character.',
        banned: 'The account may not chat: why, and until when.',
        too_many_tickets: tooMany,
      },
    },
    async (c, body) => {
      await countTicket(c, TALK);
      const { id } = await owned(c, body.character);
      await needUnbanned(c);
      return c.json({ url: `/ws/${TALK}`, ticket: await sign(c, id, TALK) });
    },
  );
  app.get('/ws/:region', enter);
}

/** Far more than reloads and fallen lines ever ask for: only who opens sockets for their own sake is refused. On one's own machine nobody counts. */
async function countTicket(c: AppContext, door: string): Promise<void> {
  if (c.env.ENVIRONMENT !== 'production') return;
  const { success } = await c.env.TICKETS.limit({ key: `${door} ${c.get('account')}` });
  if (!success) throw new Refusal(429, 'too_many_tickets', 'Too many tickets were asked for. Try again in a minute.');
}

async function needUnbanned(c: AppContext): Promise<void> {
  const ban = await banOf(c.env.DB, c.get('account'), Date.now());
  if (!ban) return;
  const until = ban.untilMs ? `until ${new Date(ban.untilMs).toISOString().slice(0, 16).replace('T', ' ')} UTC` : 'for good';
  throw new Refusal(403, 'banned', `You are banned ${until}: ${ban.reason}`);
}

/** What tickets of the chat name in place of a region. */
const TALK = 'talk';

function sign(c: AppContext, character: string, region: string): Promise<string> {
  const now = Date.now();
  const ticket: Ticket = {
    account: c.get('account'),
    session: c.get('session'),
    character,
    region,
    jti: ulid(now),
    expires_ms: now + TICKET_LIFE_MS,
    login_ms: now,
    awaits: 0,
    standby: false,
    muted_until_ms: c.get('muted_until_ms'),
  };
  return signTicket(ticketSecret(c.env), ticket);
}

/** Turns a stranger away before a region hears of him: no upgrade, foreign page, unknown region, bad ticket. */
async function enter(c: AppContext): Promise<Response> {
  const region = c.req.param('region') ?? '';
  if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket')
    throw new Refusal(426, 'not_a_websocket', 'This door takes WebSockets only.');
  // A page of another site may not play with a visitor's machine; programs name our own origin too.
  if (c.req.header('Origin') !== new URL(c.req.url).origin)
    throw new Refusal(403, 'foreign_origin', 'Sockets are opened from our own pages only.');
  if (region !== TALK && !isRegion(region)) throw new Refusal(404, 'no_such_region', 'There is no such region.');
  const [protocol, text] = (c.req.header('Sec-WebSocket-Protocol') ?? '').split(',').map(word => word.trim());
  if (protocol !== SUBPROTOCOL) throw new Refusal(400, 'wrong_protocol', `Sockets speak ${SUBPROTOCOL}. Reload the page.`);
  const ticket = text ? await readTicket(ticketSecret(c.env), text, Date.now()) : null;
  if (ticket?.region !== region) throw new Refusal(401, 'bad_ticket', 'The ticket is missing, expired or not for this region.');
  return (region === TALK ? talkPort(c.env) : regionPort(c.env, region)).fetch(c.req.raw);
}
