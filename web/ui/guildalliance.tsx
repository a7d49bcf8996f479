// The alliance: who belongs to it, who leaves it and when, who asks, and what became of it. In: guildTreaty. Out: pactPropose, pactAnswer, pactRenounce.
import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { hasRight } from '../../src/shared/rules/guild';
import { checkRenounce, PACT_LOG } from '../../src/shared/rules/pacts';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { guild, guildRoster, guildTreaty } from '../state';
import { reasonText, t } from '../strings';
import { EmblemMark } from './emblem';
import { whenText } from './guildwords';

const sure = signal(false);

export function GuildAlliance() {
  const treaty = guildTreaty.value;
  const own = guild.value;
  if (!treaty || !own) return <p class="quiet">{t('guild.asking')}</p>;
  const may = hasRight(guildRoster.value ?? { ranks: [] }, own.rank, 'diplomacy');
  return (
    <>
      <p class="reading">{t('guild.allianceIntro')}</p>
      <ul class="allies" aria-label={t('guild.tab.alliance')}>
        {treaty.allies.map(({ guild: id, name, leaves, since, ...emblem }) => (
          <li key={id}>
            <EmblemMark {...emblem} />
            <b>{name}</b>
            <small class={leaves ? 'wrong' : ''}>
              {leaves ? t('guild.leavesAt', { when: whenText(leaves) }) : t('guild.allySince', { when: whenText(since) })}
            </small>
          </li>
        ))}
      </ul>
      {treaty.proposals.map(({ guild: id, name, ...emblem }) => (
        <div class="proposal" key={id}>
          <EmblemMark {...emblem} />
          <span>{t('guild.proposes', { who: name })}</span>
          {may ? (
            <>
              <button
                type="button"
                class="button small quiet"
                onClick={() => commands.wish('pactAnswer', { guild: id, accept: false })}
              >
                {t('party.decline')}
              </button>
              <button
                type="button"
                class="button small gold"
                onClick={() => commands.wish('pactAnswer', { guild: id, accept: true })}
              >
                {t('guild.ally')}
              </button>
            </>
          ) : null}
        </div>
      ))}
      {may ? <Diplomacy /> : <p class="quiet">{reasonText(REASONS.noRight)}</p>}
      <ol class="guildlog" aria-label={t('guild.treatyLog')}>
        {treaty.log.map(({ what, guild: who, to, at }, i) => (
          <li key={i}>
            <time>{whenText(at)}</time> {t(`guild.pact.${PACT_LOG[what] ?? 'joined'}`, { who, to })}
          </li>
        ))}
      </ol>
    </>
  );
}

function Diplomacy() {
  const field = useRef<HTMLInputElement>(null);
  const own = guild.value;
  const allies = (guildTreaty.value?.allies ?? []).map(({ guild: id, name, leaves, since, ...emblem }) => ({
    guild: id,
    name,
    emblem,
    since_ms: since,
    leaves_ms: leaves,
  }));
  const pact = allies.length ? { id: '', allies, log: [] } : null;
  const renounce = checkRenounce(pact, own?.id ?? '');
  return (
    <div class="guildfoot">
      <form
        class="askname"
        onSubmit={event => {
          event.preventDefault();
          const name = field.current?.value.trim() ?? '';
          if (name) commands.wish('pactPropose', { name });
          if (field.current) field.current.value = '';
        }}
      >
        <input ref={field} maxLength={24} autocomplete="off" aria-label={t('guild.otherName')} placeholder={t('guild.otherName')} />
        <button type="submit" class="button">
          {t('guild.propose')}
        </button>
      </form>
      {pact ? (
        <button
          type="button"
          class="button quiet"
          aria-disabled={renounce !== OK}
          title={reasonText(renounce) || undefined}
          onBlur={() => (sure.value = false)}
          onClick={() => {
            if (renounce !== OK) return;
            if (sure.value) commands.wish('pactRenounce', {});
            sure.value = !sure.value;
          }}
        >
          {t(sure.value ? 'guild.sureRenounce' : 'guild.renounce')}
        </button>
      ) : null}
    </div>
  );
}
