// The live map of the world. In: the division, the roll and the front. Out: one entry for each region that has a place.
import { placeOf, REGIONS } from '../shared/content';
import { COVENANTS } from '../shared/content/kinds';
import type { WorldMap } from '../shared/map';
import { childrenOf, type Division } from '../shared/regions';
import { type Front, WILDS } from '../shared/rules/front';
import type { Roll } from './roll';

const NOTHING = COVENANTS.map(() => 0);

export function mapOf(division: Division, roll: Roll, front: Front, now_ms: number): WorldMap {
  const lands = new Map(front.lands.map(land => [land.place, land]));
  const regions = REGIONS.map(region => {
    const place = placeOf(region)?.number ?? 0;
    const all = [region, ...childrenOf(region)];
    const { holder = WILDS, by = WILDS, pressure = 0, efforts = NOTHING } = lands.get(place) ?? {};
    return {
      region,
      place,
      players: roll.players(all, now_ms),
      awake: all.some(key => roll.isAwake(key, now_ms)),
      divided: division.divided.includes(region),
      holder,
      by,
      pressure,
      efforts,
    };
  });
  return { at: now_ms, version: division.version, regions };
}
