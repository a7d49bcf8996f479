// The market as everybody may read it, and one's own orders. Orders are given in the world, in a town (region/systems/market.ts).
import * as v from 'valibot';
import { marketPort } from '../ports';
import { items } from '../shared/content';
import { OK } from '../shared/rules/reasons';
import { ANYTHING, CATEGORIES, type Search, SORTS } from '../shared/rules/search';
import { type App, type AppContext, endpoint, Refusal } from './endpoint';
import { ownCharacter } from './mail';

/** Whoever looks again this soon is shown the same. */
const FRESH_S = 2;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const offered = v.object({
  kind: count,
  quality: count,
  name: v.string(),
  ask: v.pipe(count, v.description('copper: the lowest price of one piece; 0: none is for sale')),
  asked: v.pipe(count, v.description('pieces for sale')),
  bid: v.pipe(count, v.description('copper: the highest price that is offered for one; 0: nobody wants any')),
  wanted: v.pipe(count, v.description('pieces asked for')),
});
const level = v.object({ price: count, quantity: count });
const point = v.object({ at_ms: count, low: count, high: count, average: count, volume: count });
const order = v.object({
  id: v.string(),
  side: v.picklist(['sell', 'buy']),
  kind: count,
  quality: count,
  price: count,
  quantity: count,
  whole: count,
  until_ms: count,
  gold: v.pipe(count, v.description('the deposit of a sale, or what is set aside to buy')),
});

const number = (most: number) => v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.maxValue(most)));
const query = v.object({
  text: v.optional(v.pipe(v.string(), v.maxLength(64))),
  category: v.optional(v.picklist(CATEGORIES)),
  rarity: v.optional(v.picklist(['', 'common', 'fine', 'rare', 'epic'])),
  minLevel: number(255),
  maxLevel: number(255),
  maxPrice: number(999_999_999),
  sort: v.optional(v.picklist(SORTS)),
  down: v.optional(
    v.pipe(
      v.picklist(['true', 'false']),
      v.transform(said => said === 'true'),
    ),
  ),
  page: number(10_000),
});

export function marketRoutes(app: App): void {
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/market',
      summary:
        'What is offered and asked for, by page. Query: text, category, rarity, minLevel, maxLevel, maxPrice, sort (name, level, ask, asked, bid, wanted), down, page.',
      access: 'open',
      answer: v.object({ rows: v.array(offered), total: count, page: count }),
    },
    async c => {
      const { rows, ...page } = await marketPort(c.env).browse(searchOf(c));
      c.header('Cache-Control', `public, max-age=${FRESH_S}`);
      return c.json({ rows: rows.map(row => ({ ...row, name: items.get(row.kind)?.name ?? '' })), ...page });
    },
  );
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/market/:kind/:quality',
      summary: 'One ware: prices at which it is offered and asked for, and what was paid by hour (a week) and by day (a year).',
      access: 'open',
      answer: v.object({ asks: v.array(level), bids: v.array(level), hours: v.array(point), days: v.array(point) }),
      errors: { no_ware: 'There is no such thing.' },
    },
    async c => {
      const [kind, quality] = [Number(c.req.param('kind')), Number(c.req.param('quality'))];
      if (!items.get(kind) || ![0, 1, 2, 3].includes(quality)) throw new Refusal(404, 'no_ware', 'There is no such thing.');
      c.header('Cache-Control', `public, max-age=${FRESH_S}`);
      return c.json(await marketPort(c.env).ware({ kind, quality }));
    },
  );
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/characters/:id/orders',
      summary: 'The orders of a character that stand.',
      access: 'account',
      answer: v.object({ orders: v.array(order) }),
    },
    async c => c.json({ orders: await marketPort(c.env).orders(await ownCharacter(c)) }),
  );
  endpoint(
    app,
    {
      method: 'delete',
      path: '/api/characters/:id/orders/:order',
      summary: 'Takes an order back. What it holds comes by mail; the deposit is lost.',
      access: 'account',
      answer: v.object({ cancelled: v.boolean() }),
      errors: { no_order: 'There is no such order any more.' },
    },
    async c => {
      const reason = await marketPort(c.env).cancel(await ownCharacter(c), c.req.param('order') ?? '');
      if (reason !== OK) throw new Refusal(404, 'no_order', 'There is no such order any more.');
      return c.json({ cancelled: true });
    },
  );
}

function searchOf(c: AppContext): Search {
  const parsed = v.safeParse(query, c.req.query());
  if (parsed.success) return { ...ANYTHING, ...parsed.output };
  const fields = parsed.issues.map(issue => v.getDotPath(issue) ?? 'query');
  throw new Refusal(400, 'bad_request', `Not acceptable: ${[...new Set(fields)].join(', ')}.`);
}
