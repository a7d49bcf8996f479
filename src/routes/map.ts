// The live map, for everybody: where people play, which regions are divided, how the front stands.
import * as v from 'valibot';
import { realmPort } from '../ports';
import { COVENANTS } from '../shared/content/kinds';
import type { WorldMap } from '../shared/map';
import { FIRM, LOST } from '../shared/rules/front';
import { type App, endpoint } from './endpoint';
import { Kept } from './kept';

/** Asked for again by whoever looks at the map; nobody needs it fresher. */
const FRESH_S = 2;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const side = v.pipe(count, v.maxValue(COVENANTS.length), v.description('0: nobody, else the covenant: 1 azure, 2 ember, 3 violet'));
const pressure = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(FIRM),
  v.maxValue(LOST),
  v.description('-100: the holder sits firm; 100: the place falls to `by`'),
);
const worldMap = v.object({
  at: count,
  version: count,
  regions: v.array(
    v.object({
      region: v.string(),
      place: count,
      players: count,
      awake: v.boolean(),
      divided: v.boolean(),
      holder: side,
      by: side,
      pressure,
      efforts: v.pipe(
        v.array(count),
        v.length(COVENANTS.length),
        v.description('what players of each covenant did for it this hour'),
      ),
    }),
  ),
});

export function mapRoute(app: App): void {
  const kept = new Kept<WorldMap>(FRESH_S * 1000);
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/map',
      summary: 'The live map: players, divided regions and the front, by region of level 2.',
      access: 'open',
      answer: worldMap,
    },
    async c => {
      const map = await kept.get(c, '', () => realmPort(c.env).map());
      c.header('Cache-Control', `public, max-age=${FRESH_S}`);
      return c.json(map);
    },
  );
}
