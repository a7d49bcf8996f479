// /map: the living map of the world for everybody, without a login and without the world behind it. In: the live state of the places.
// Updates by itself.
import { liveMap, mapSilent, placeStates, playersInWorld } from '../livemap';
import { count, t } from '../strings';
import { Atlas } from './atlas';
import { LightPage, mountLightPage } from './lightpage';
import { MapList } from './maplist';
import { showWorld } from './mapview';
import './css/map.css';

export const mountMapPage = (root: HTMLElement): void => mountLightPage(root, Page, showWorld);

function Page() {
  return (
    <LightPage kind="mappage" title={t('map.page')} status={<Crowd />}>
      <Atlas live={false} />
      <MapList live={false} />
    </LightPage>
  );
}

function Crowd() {
  const held = placeStates.value.filter(({ holder }) => holder).length;
  const players = playersInWorld.value;
  const people = players ? t('landing.online', { n: count(players) }) : t('map.nobody');
  return (
    <p class="crowd" role="status">
      <b class={mapSilent.value ? 'silent' : 'alive'}>{mapSilent.value ? t('landing.offline') : liveMap.value ? people : '…'}</b>
      {held ? <span>{t('map.held', { n: held })}</span> : null}
    </p>
  );
}
