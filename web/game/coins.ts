// Copper in coins: 12345 -> "1 g 23 s 45 c". Pure but for the language.
import { t } from '../strings';

export function coins(copper: number): string {
  const whole = Math.abs(copper);
  const parts = [
    [Math.floor(whole / 10_000), 'coin.gold'],
    [Math.floor(whole / 100) % 100, 'coin.silver'],
    [whole % 100, 'coin.copper'],
  ] as const;
  const shown = parts.filter(([n]) => n > 0).map(([n, key]) => t(key, { n }));
  return shown.join(' ') || t('coin.copper', { n: 0 });
}
