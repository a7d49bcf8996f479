// How far the level is. In: sheet. Ten marks, one per tenth.
import { sheet } from '../state';
import { count, t } from '../strings';
import { Meter } from './meter';

export function XpBar() {
  const { xp, xpNext, level } = sheet.value ?? { xp: 0, xpNext: 0, level: 1 };
  const percent = xpNext ? Math.floor((xp / xpNext) * 100) : 100;
  const text = xpNext ? t('frame.xpText', { level, percent }) : t('frame.level', { n: level });
  return (
    <div class="xpbar" title={xpNext ? `${count(xp)} / ${count(xpNext)}` : t('character.topLevel')}>
      <Meter kind="xp" value={xp} most={xpNext || 1} label={t('frame.xp')} text={text} />
    </div>
  );
}
