// The bar that fills while the own hands are at something: gathering, skinning, crafting. In: work. Out: stop. Moves every frame by itself.
import { useRef } from 'preact/hooks';
import { items, monsters, recipes } from '../../src/shared/content';
import { TRADES } from '../../src/shared/content/trades';
import { WORK_CRAFT, WORK_EXPERIMENT, WORK_GATHER, WORK_SKIN } from '../../src/shared/protocol/messages';
import { commands } from '../commands';
import { place, work } from '../state';
import { t } from '../strings';
import { useEachFrame } from './eachframe';
import { Icon } from './icon';

export function WorkBar() {
  const now = work.value;
  return now ? <Working key={`${now.what} ${now.of}`} what={wordsFor(now.what, now.of)} left={now.left} /> : null;
}

function wordsFor(what: number, of: number): string {
  if (what === WORK_GATHER) {
    const node = place.peek().nodes[of];
    return node ? t('work.gather', { what: items.key(node.item).name }) : '';
  }
  if (what === WORK_SKIN) return t('work.skin', { what: monsters.get(of)?.name ?? '' });
  if (what === WORK_CRAFT) return t('work.craft', { what: items.key(recipes.get(of)!.makes.item).name });
  return what === WORK_EXPERIMENT ? t('work.experiment', { what: t(`skill.${TRADES[of]}`) }) : '';
}

function Working({ what, left }: { what: string; left: number }) {
  const fill = useRef<HTMLElement>(null);
  useEachFrame(() => {
    const now = work.peek();
    if (!now || !fill.current) return;
    const done = Math.min(1, (performance.now() - now.at) / Math.max(1, now.whole_ms));
    fill.current.style.transform = `scaleX(${done})`;
  });
  return (
    <div class="workbar" role="status" aria-label={what}>
      <div class="castbar work">
        <i ref={fill} />
        <b>{what}</b>
        {left ? <em>{t('work.left', { n: left })}</em> : null}
      </div>
      <button type="button" class="close" aria-label={t('work.stop')} title={t('work.stop')} onClick={() => commands.stopWork()}>
        <Icon name="gi:cancel" />
      </button>
    </div>
  );
}
