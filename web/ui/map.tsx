// The map of the world in a window: the sheet, the places in words beside it, and the key to the marks. In: what atlas and list show.
import { useEffect, useRef } from 'preact/hooks';
import { HALLS } from '../../src/shared/content';
import { type Blip, place, zone } from '../state';
import { t } from '../strings';
import { Atlas } from './atlas';
import { drawBlip, drawStar, readColors } from './mapdraw';
import { stone } from './maplabels';
import { MapList } from './maplist';
import { PanelWindow } from './panelwindow';
import { DungeonPlan } from './plan';
import './css/map.css';

const KEY: readonly Blip['kind'][] = [
  'quest',
  'turnin',
  'ally',
  'mate',
  'guild',
  'pact',
  'foe',
  'villager',
  'vendor',
  'node',
  'corpse',
];

export function MapPanel() {
  const hall = HALLS.find(each => each.place === place.value);
  if (hall)
    return (
      <PanelWindow panel="map" title={`${t('map.title')} · ${hall.place.name}`}>
        <DungeonPlan place={hall.place} bosses={'bosses' in hall ? hall.bosses : []} />
      </PanelWindow>
    );
  return (
    <PanelWindow panel="map" title={zone.value ? `${t('map.title')} · ${place.value.name}` : t('map.title')}>
      <div class="atlas">
        <Atlas live />
        <MapList live />
      </div>
      <div class="legend">
        {KEY.map(kind => (
          <span key={kind}>
            <Mark kind={kind} /> {t(`map.${kind}`)}
          </span>
        ))}
        <span>
          <Mark kind="goal" /> {t('map.goal')}
        </span>
        <span>
          <Mark kind="waystone" /> {t('map.waystone')}
        </span>
        <span class="unfound">
          <i>{t('map.here')}</i>
        </span>
        <span class="how">{t('map.how')}</span>
      </div>
    </PanelWindow>
  );
}

function Mark({ kind }: { kind: Blip['kind'] | 'waystone' | 'goal' }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    if (kind === 'waystone') stone(pen, 14, 19, 1.3);
    else if (kind === 'goal') drawStar(pen, 14, 14, 8.5, readColors());
    else drawBlip(pen, 14, 14, kind, readColors(), 1.3);
  }, [kind]);
  return <canvas ref={canvas} width={28} height={28} />;
}
