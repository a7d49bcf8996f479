// The walk or stand that runs: what it is, how far it has come, how the walker fares, when the next wave comes. In: task.
import { quests } from '../../src/shared/content';
import { TASK_DEFEND } from '../../src/shared/protocol/messages';
import { task } from '../state';
import { t } from '../strings';

export function TaskBar() {
  const running = task.value;
  if (!running) return null;
  const { kind, quest, wave, waves, life, left_s } = running;
  const name = quests.get(quest)?.name ?? '';
  const holds = kind === TASK_DEFEND;
  const share = holds ? wave / Math.max(1, waves) : life / 100;
  const told = holds ? t('task.wave', { n: wave, of: waves }) : t('task.way', { n: Math.round((100 * wave) / Math.max(1, waves)) });
  return (
    <section class={`taskbar ${holds ? 'holds' : 'walks'}`} role="status" aria-label={name}>
      <b>{name}</b>
      <span>{told}</span>
      <i aria-hidden="true">
        <u style={{ width: `${Math.round(share * 100)}%` }} />
      </i>
      <small>
        {holds ? (left_s && wave < waves ? t('task.next', { n: left_s }) : t('task.hold')) : t('task.life', { n: life })}
      </small>
    </section>
  );
}
