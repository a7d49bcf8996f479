// Commander's own pieces: the bar on top, what is selected, the orders that work today, the selection box. In: selected, selectBox, playersHere, zone.
import { commands } from '../commands';
import { me, playersHere, selectBox, selected, zone } from '../state';
import { count, t } from '../strings';
import { Icon } from './icon';
import { KeyHint, keyOf } from './keys';
import { Clock } from './minimap';
import { WeatherMark } from './sky';

export function TopBar() {
  return (
    <header class="topbar panel">
      <h2>{zone.value}</h2>
      <Clock />
      <WeatherMark />
      <span title={t('command.hereTitle')}>
        <Icon name="gi:three-friends" />
        {t('command.here', { n: count(playersHere.value) })}
      </span>
    </header>
  );
}

export function Selection() {
  const all = selected.value;
  return (
    <section class="selection panel" aria-label={t('command.selection')}>
      <h3>{all.length ? t('command.selected', { n: all.length }) : t('command.none')}</h3>
      {all.length ? null : <p class="quiet">{t('command.noneText')}</p>}
      <ul>
        {all.slice(0, 32).map(unit => (
          <li key={unit.id}>
            <button
              type="button"
              onClick={() => commands.target(unit.id)}
              aria-label={`${unit.name}, ${t('frame.level', { n: unit.level })}, ${t('frame.health')} ${Math.round(unit.hp * 100)} %`}
            >
              <Icon name="gi:visored-helm" />
              <b>{unit.name}</b>
              <i class={unit.hp < 0.35 ? 'low' : unit.hp < 0.65 ? 'half' : ''}>
                <u style={{ width: `${unit.hp * 100}%` }} />
              </i>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function OrderCard() {
  const home = () => commands.lookAt(me.peek().x, me.peek().z);
  return (
    <section class="orders panel" aria-label={t('command.orders')}>
      <div role="toolbar" aria-label={t('command.orders')}>
        <button
          type="button"
          onClick={home}
          title={t('command.centre')}
          aria-label={t('bar.ready', { what: t('command.centre'), key: keyOf('centre') })}
        >
          <Icon name="gi:eye-target" />
          <KeyHint action="centre" />
        </button>
        <button
          type="button"
          onClick={() => commands.toggle('map')}
          title={t('command.map')}
          aria-label={t('bar.ready', { what: t('command.map'), key: keyOf('map') })}
        >
          <Icon name="gi:treasure-map" />
          <KeyHint action="map" />
        </button>
        <button
          type="button"
          onClick={() => commands.toggle('quests')}
          title={t('command.quests')}
          aria-label={t('bar.ready', { what: t('command.quests'), key: keyOf('quests') })}
        >
          <Icon name="gi:scroll-unfurled" />
          <KeyHint action="quests" />
        </button>
      </div>
      <p>{t('help.mouse.commander')}</p>
      <p class="quiet">{t('command.later')}</p>
    </section>
  );
}

export function SelectBox() {
  const box = selectBox.value;
  if (!box) return null;
  return (
    <div
      class="selectbox"
      aria-hidden="true"
      style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${box.w}px`, height: `${box.h}px` }}
    />
  );
}
