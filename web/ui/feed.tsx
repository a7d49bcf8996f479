// Who defeated whom, newest last, with what. In: feed. Your own lines have a rim.
import { abilities } from '../../src/shared/content';
import { feed } from '../state';
import { t } from '../strings';
import { hasIcon, Icon } from './icon';

export function Feed() {
  return (
    <section class="feed" role="log" aria-label={t('war.feed')}>
      {feed.value.map(({ id, killer, ability, victim, mine }) => {
        const kind = abilities.get(ability);
        return (
          <p key={id} class={mine ? 'mine' : ''}>
            <b>{killer}</b>
            <Icon name={kind && hasIcon(kind.icon) ? kind.icon : 'gi:crossed-swords'} />
            <span class="unseen">{kind?.name ?? ''}</span>
            <b>{victim}</b>
          </p>
        );
      })}
    </section>
  );
}
