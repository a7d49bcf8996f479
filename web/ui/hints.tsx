// The hint of the moment: one line over the world, that goes when it was followed, can be put aside, and be switched off. In: lesson. Out: putAside.
import { items } from '../../src/shared/content';
import { ACTION_NAMES, type Action } from '../bindings';
import { facts, lesson, putAside } from '../game/learning';
import { LESSONS } from '../game/lessons';
import { settings } from '../settings';
import { guide } from '../state';
import { t } from '../strings';
import { keyOf } from './keys';

export function Hints() {
  const hint = lesson.value;
  if (!hint) return null;
  const holes = Object.fromEntries(hint.keys.map(action => [action, keyOf(action)]));
  const who = guide.value?.label ?? '';
  return (
    <section class="hint panel" role="status" aria-label={t('hint.title')}>
      <p>{t(hint.text(facts.peek()), { ...holes, who, food: keyOf(foodKey()) })}</p>
      <button type="button" class="link" onClick={() => putAside(hint.name)}>
        {t('hint.next')}
      </button>
      <button type="button" class="link" onClick={skip}>
        {t('hint.skip')}
      </button>
    </section>
  );
}

/** The slot on the bar that eats something, or the bag where it lies. */
function foodKey(): Action {
  const slot = settings.bar.value.findIndex(what => what < 0 && items.get(-what)?.use?.heal);
  return ACTION_NAMES.find(name => name === `slot${slot + 1}`) ?? 'bag';
}

/** No hints any more for this account; the settings bring them back. */
function skip(): void {
  putAside(...LESSONS.map(each => each.name));
  settings.hints.value = false;
}
