// What was paid, drawn: the range of each hour or day as a stroke, its average as a line, its volume as a bar below. In: points, oldest first.
// Out: a picture for eyes, and the same in words for ears.
import type { Point } from '../exchange';
import { settings } from '../settings';
import { count, t } from '../strings';
import { coinText } from './coins';

const WIDTH = 560;
const HEIGHT = 150;
const BARS = 34;
const LEFT = 64;

export function Chart({ points, what }: { points: readonly Point[]; what: string }) {
  if (!points.length) return <p class="quiet">{t('market.noSales')}</p>;
  const [first, last] = [points[0].at_ms, points[points.length - 1].at_ms];
  const [low, high] = [Math.min(...points.map(p => p.low)), Math.max(...points.map(p => p.high))];
  const most = Math.max(...points.map(p => p.volume));
  const x = (at_ms: number) =>
    last === first ? (LEFT + WIDTH) / 2 : LEFT + 8 + ((at_ms - first) / (last - first)) * (WIDTH - LEFT - 16);
  const y = (price: number) =>
    high === low ? (HEIGHT - BARS) / 2 : 10 + (1 - (price - low) / (high - low)) * (HEIGHT - BARS - 24);
  const tall = (volume: number) => Math.max(1.5, (volume / most) * BARS);
  const { average } = points[points.length - 1];
  const words = t('market.chart', { what, low: coinText(low), high: coinText(high), last: coinText(average) });
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`} role="img" aria-label={words}>
        {[high, low].map(price => (
          <g key={price}>
            <line class="grid" x1={LEFT} x2={WIDTH} y1={y(price)} y2={y(price)} />
            <text x={LEFT - 6} y={y(price) + 4} text-anchor="end">
              {coinText(price)}
            </text>
          </g>
        ))}
        {points.map(point => (
          <g key={point.at_ms}>
            <title>
              {t('market.point', { when: whenOf(point.at_ms), n: count(point.volume), price: coinText(point.average) })}
            </title>
            <line class="range" x1={x(point.at_ms)} x2={x(point.at_ms)} y1={y(point.low)} y2={y(point.high) - 1} />
            <rect class="volume" x={x(point.at_ms) - 2} width={4} y={HEIGHT - tall(point.volume)} height={tall(point.volume)} />
          </g>
        ))}
        <polyline class="average" points={points.map(p => `${x(p.at_ms).toFixed(1)},${y(p.average).toFixed(1)}`).join(' ')} />
        {points.map(p => (
          <circle key={p.at_ms} class="dot" cx={x(p.at_ms)} cy={y(p.average)} r={2.6} />
        ))}
        <text x={LEFT} y={HEIGHT + 13}>
          {whenOf(first)}
        </text>
        <text x={WIDTH} y={HEIGHT + 13} text-anchor="end">
          {whenOf(last)}
        </text>
      </svg>
      <figcaption class="quiet">{words}</figcaption>
    </figure>
  );
}

const whenOf = (at_ms: number): string =>
  new Date(at_ms).toLocaleString(settings.language.value, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
