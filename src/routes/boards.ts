// Boards for everybody: who is first in what, this day, week and season.
import * as v from 'valibot';
import { type BoardAnswer, boardsPort } from '../ports';
import { BOARDS, isBoard, isPeriod, PERIODS, TOP } from '../shared/rules/boards';
import { type App, endpoint, Refusal } from './endpoint';
import { Kept } from './kept';

/** Asked for again by whoever looks; nobody needs it fresher. */
const FRESH_S = 10;
const MOST_NAME = 32;
/** Boards with somebody's own place that are kept; without a name there are no more of them than boards and periods. */
const MOST_NAMED = 500;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const row = v.object({
  place: count,
  subject: v.pipe(v.string(), v.description('Id of the character or guild')),
  name: v.string(),
  level: count,
  covenant: count,
  value: v.pipe(v.number(), v.description('Of the arena the rating, else what fell into the period')),
  won: v.optional(count),
  lost: v.optional(count),
  drawn: v.optional(count),
});
const answer = v.object({
  board: v.picklist(BOARDS),
  period: v.picklist(PERIODS),
  at: count,
  ends: count,
  rows: v.pipe(v.array(row), v.maxLength(TOP)),
  own: v.pipe(v.nullable(row), v.description('The place of whoever is called `?name=`')),
});

export function boardRoutes(app: App): void {
  // Apart: whoever makes up names drives nothing out of what all look at.
  const kept = {
    plain: new Kept<BoardAnswer>(FRESH_S * 1000, BOARDS.length * PERIODS.length),
    named: new Kept<BoardAnswer>(FRESH_S * 1000, MOST_NAMED),
  };
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/boards/:board/:period',
      summary: `The first ${TOP} of a board (${BOARDS.join(', ')}) in a period (${PERIODS.join(', ')}), and the place of \`?name=\`.`,
      access: 'open',
      answer,
      errors: { no_such_board: 'There is no board of that name, or no such period.' },
    },
    async c => {
      const board = c.req.param('board') ?? '';
      const period = c.req.param('period') ?? '';
      const name = (c.req.query('name') ?? '').slice(0, MOST_NAME);
      if (!isBoard(board) || !isPeriod(period)) throw new Refusal(404, 'no_such_board', 'There is no such board.');
      const { plain, named } = kept;
      const ask = () => boardsPort(c.env).board(board, period, name);
      const told = await (name ? named : plain).get(c, `${board} ${period} ${name}`, ask);
      c.header('Cache-Control', name ? 'no-store' : `public, max-age=${FRESH_S}`);
      return c.json(told);
    },
  );
}
