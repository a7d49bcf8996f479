// How one has fared since the page was opened, under the map in Warfront. In: score. Nothing until there is something to tell.
import { score } from '../state';
import { count, t } from '../strings';
import { myCovenant } from './derived';

export function ScoreLine() {
  const { shots, hits, downs, falls, efforts } = score.value;
  if (!shots && !downs && !falls && !efforts) return null;
  const parts = [
    t('war.downs', { n: count(downs) }),
    t('war.falls', { n: count(falls) }),
    shots
      ? t('war.hits', { n: count(Math.min(hits, shots)), of: count(shots), pct: Math.round((100 * Math.min(hits, shots)) / shots) })
      : '',
    efforts ? t('war.efforts', { n: count(efforts), who: t(`covenant.${myCovenant.value}`) }) : '',
  ];
  return <p class="scoreline">{parts.filter(Boolean).join(' · ')}</p>;
}
