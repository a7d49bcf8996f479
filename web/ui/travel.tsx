// The journey from a waystone to another: those that were found, how far and for how much. In: the stone he stands at, found, gold, place.
// Out: travel. A greyed line says why, by the same check the server makes.
import { PLACES, poiNumber, poiOf } from '../../src/shared/content';
import type { Place, Poi } from '../../src/shared/content/kinds';
import { OK } from '../../src/shared/rules/reasons';
import { checkTravel, fare } from '../../src/shared/rules/travel';
import { commands } from '../commands';
import { placeText } from '../placetext';
import { fighting, found, me, place, waystone } from '../state';
import { count, reasonText, t } from '../strings';
import { Coins, coinText } from './coins';
import { gold, myPerks, myself } from './derived';
import { Icon } from './icon';
import { Window } from './window';

interface Stone {
  number: number;
  poi: Poi;
  place: Place;
}

/** Every waystone of the world. */
const STONES: readonly Stone[] = PLACES.flatMap(each =>
  each.pois.flatMap((poi, i) => (poi.waystone ? [{ number: poiNumber(each, i), poi, place: each }] : [])),
);

export function Travel() {
  const here = waystone.value === null ? undefined : poiOf(waystone.value);
  if (!here) return null;
  const others = STONES.filter(stone => stone.number !== waystone.value);
  const known = others.filter(stone => found.value.has(stone.number));
  const away = (stone: Stone) => Math.hypot(stone.poi.x - here.poi.x, stone.poi.z - here.poi.z);
  known.sort((a, b) => away(a) - away(b));
  return (
    <Window name="travel" title={t('travel.title', { where: here.poi.name })} close={() => (waystone.value = null)}>
      <p class="reading">{t(known.length ? 'travel.intro' : 'travel.none')}</p>
      <ul class="stones" aria-label={t('travel.list')}>
        {known.map(stone => (
          <Line key={stone.number} stone={stone} away_m={away(stone)} />
        ))}
      </ul>
      <div class="foot">
        <span class="quiet">{others.length > known.length ? t('travel.unfound', { n: others.length - known.length }) : ''}</span>
        <span>
          {t('vendor.have')} <Coins copper={gold.value} />
        </span>
      </div>
    </Window>
  );
}

function Line({ stone, away_m }: { stone: Stone; away_m: number }) {
  const spot = { x: me.value.x, z: me.value.z };
  const reason = checkTravel(myself.value, place.value, spot, stone.number, fighting.value, myPerks.value.travel);
  const price = fare(spot, stone.poi, myPerks.value.travel);
  const label = t('travel.go', { where: stone.poi.name, price: coinText(price) });
  const why = reasonText(reason);
  return (
    <li>
      <button
        type="button"
        aria-disabled={reason !== OK}
        aria-label={why ? `${label}. ${why}` : label}
        title={why || undefined}
        onClick={() => reason === OK && commands.travel(stone.number)}
      >
        <Icon name="gi:menhir" />
        <span>
          <b>{stone.poi.name}</b>
          <small>
            {stone.place.name} · {placeText(stone.place)}
          </small>
        </span>
        <span class="far">{far(away_m)}</span>
        <Coins copper={price} />
      </button>
    </li>
  );
}

function far(m: number): string {
  return m < 1000
    ? t('travel.metres', { n: count(Math.round(m / 10) * 10) })
    : t('travel.kilometres', { n: (m / 1000).toFixed(1) });
}
