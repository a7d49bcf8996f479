// Money in its three metals. In: copper. Out: letters and dots for eyes, whole words for ears.
import { t } from '../strings';

export function split(copper: number): { g: number; s: number; c: number } {
  return { g: Math.floor(copper / 10_000), s: Math.floor(copper / 100) % 100, c: copper % 100 };
}

/** "1 g 20 s": for buttons and labels. */
export function coinText(copper: number): string {
  const { g, s, c } = split(copper);
  const parts = [
    g ? t('coin.gold', { n: g }) : '',
    s ? t('coin.silver', { n: s }) : '',
    c || (!g && !s) ? t('coin.copper', { n: c }) : '',
  ];
  return parts.filter(Boolean).join(' ');
}

export function Coins({ copper }: { copper: number }) {
  const { g, s, c } = split(copper);
  return (
    <span class="coins" role="img" aria-label={t('coin.spoken', { g, s, c })}>
      {g ? <span class="g">{g}</span> : null}
      {g || s ? <span class="s">{s}</span> : null}
      <span class="c">{c}</span>
    </span>
  );
}
