// How far the level is, and in a second tone how far kills will bring it twice as fast. In: sheet. Ten marks, one per tenth.
import { sheet } from '../state';
import { count, t } from '../strings';
import { Meter } from './meter';

export function XpBar() {
  const { xp, xpNext, level, rested } = sheet.value ?? { xp: 0, xpNext: 0, level: 1, rested: 0 };
  const percent = xpNext ? Math.floor((xp / xpNext) * 100) : 100;
  const text = xpNext ? t(rested ? 'frame.xpRested' : 'frame.xpText', { level, percent }) : t('frame.level', { n: level });
  const points = xpNext ? `${count(xp)} / ${count(xpNext)}` : t('character.topLevel');
  return (
    <div class="xpbar" title={rested ? `${points} · ${t('frame.rested', { n: count(rested) })}` : points}>
      {xpNext && rested ? <Rested from={xp / xpNext} by={rested / xpNext} /> : null}
      <Meter kind="xp" value={xp} most={xpNext || 1} label={t('frame.xp')} text={text} />
    </div>
  );
}

/** Rested kills bring a point of rest and the point itself: the tone reaches twice as far as the rest. */
function Rested({ from, by }: { from: number; by: number }) {
  const left = Math.min(1, from) * 100;
  return <i class="rested" aria-hidden="true" style={{ left: `${left}%`, width: `${Math.min(100 - left, by * 200)}%` }} />;
}
