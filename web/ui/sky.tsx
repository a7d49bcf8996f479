// The weather in a word and a picture. In: the weather of here. Out: a mark beside the clock.
import type { Weather } from '../../src/shared/rules/weather';
import { weather } from '../state';
import { t } from '../strings';
import { night } from './derived';
import { Icon } from './icon';

const ICONS: Readonly<Record<Exclude<Weather, 'clear'>, string>> = {
  cloudy: 'gi:sun-cloud',
  rain: 'gi:heavy-rain',
  fog: 'gi:fog',
  storm: 'gi:power-lightning',
  snow: 'gi:snowflake-1',
};

export const weatherIcon = (of: Weather, dark: boolean): string => (of === 'clear' ? (dark ? 'gi:moon' : 'gi:sun') : ICONS[of]);

export function WeatherMark() {
  const now = weather.value;
  const words = t(`weather.${now}`);
  return (
    <span class={`weather ${now}`} title={t('map.weather', { weather: words })}>
      <Icon name={weatherIcon(now, night.value)} />
      {words}
    </span>
  );
}
