// The map in words, beside the picture: every place with who holds it, how many are there, and how it does. In: the live state of the
// places. Out: a click looks there.
import { COVENANTS } from '../../src/shared/content/kinds';
import { boundsOf } from '../../src/shared/regions';
import { mapSilent, type PlaceState, placeStates } from '../livemap';
import { placeText, sideText } from '../placetext';
import { place as here } from '../state';
import { count, t } from '../strings';
import { showPlace } from './mapview';

export function MapList({ live }: { live: boolean }) {
  return (
    <section class="maplist" aria-label={t('map.list')}>
      <ul>
        {placeStates.value.map(state => (
          <Entry key={state.region} state={state} own={live && state.place === here.value} />
        ))}
      </ul>
      {mapSilent.value ? <p class="wrong">{t('map.silent')}</p> : null}
    </section>
  );
}

function Entry({ state, own }: { state: PlaceState; own: boolean }) {
  const { place, holder, players } = state;
  const look = () => {
    const { west, north, east, south } = boundsOf(state.region);
    showPlace((west + east) / 2, (north + south) / 2);
  };
  return (
    <li>
      <button type="button" class={own ? 'on' : ''} aria-current={own ? 'location' : undefined} onClick={look}>
        <i class={`shape ${holder ?? 'nobody'}`} aria-hidden="true" />
        <b>{place.name}</b>
        <small>{placeText(place)}</small>
        <small>{news(state)}</small>
        {players ? <em title={t('map.players', { n: count(players) })}>{count(players)}</em> : null}
      </button>
    </li>
  );
}

/** "Azure · 12 players · rain · divided into four" */
function news({ holder, players, awake, divided, by, pressure, efforts, weather }: PlaceState): string {
  const parts = [
    holder ? t('map.heldBy', { who: t(`covenant.${holder}`) }) : t('map.heldByNobody'),
    players ? t(players === 1 ? 'map.onePlayer' : 'map.players', { n: count(players) }) : awake ? '' : t('map.asleep'),
    t(`weather.${weather}`),
    divided ? t('map.divided') : '',
    pressure > 0 ? t('map.pressure', { who: sideText(by), n: pressure }) : '',
    ...COVENANTS.map((covenant, i) =>
      // A server of an older build knows nothing of it.
      efforts?.[i] ? t('map.efforts', { who: t(`covenant.${covenant}`), n: count(efforts[i]) }) : '',
    ),
  ];
  return parts.filter(Boolean).join(' · ');
}
