// Ranks: what each is called, what it may do, and what it may take out of the bank in a day. In: guild, guildRoster. Out: guildRankEdit, guildEmblem.
// Who does not lead sees them as they are.
import { signal } from '@preact/signals';
import {
  checkGuildEmblem,
  type Emblem,
  LEADER,
  RANK_NAME_MOST,
  RANKS,
  type Rank,
  RIGHTS,
  type Right,
} from '../../src/shared/rules/guild';
import { perksOf } from '../../src/shared/rules/guildlevel';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { guild, guildRoster } from '../state';
import { reasonText, t } from '../strings';
import { EmblemPicker } from './guildfound';
import { rankName } from './guildwords';

const RIGHT_NAMES = Object.keys(RIGHTS) as Right[];
const chosen = signal(1);
/** What was changed of a rank and not saved: by rank. */
const drafts = signal<Readonly<Record<number, Rank>>>({});
const COPPER_PER_SILVER = 100;

export function GuildRanks() {
  const [own, roster] = [guild.value, guildRoster.value];
  if (!own || !roster) return <p class="quiet">{t('guild.asking')}</p>;
  const isLeader = own.rank === LEADER;
  const rank = drafts.value[chosen.value] ?? roster.ranks[chosen.value];
  const edit = (change: Partial<Rank>) => {
    drafts.value = { ...drafts.value, [chosen.value]: { ...rank, ...change } };
  };
  return (
    <div class="ranks">
      <ul aria-label={t('guild.tab.ranks')}>
        {Array.from({ length: RANKS }, (_, i) => (
          <li key={i}>
            <button
              type="button"
              class={chosen.value === i ? 'on' : ''}
              aria-pressed={chosen.value === i}
              onClick={() => (chosen.value = i)}
            >
              {rankName(i)}
              {drafts.value[i] ? ' *' : ''}
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={event => {
          event.preventDefault();
          if (!isLeader) return;
          commands.wish('guildRankEdit', { rank: chosen.value, ...rank, items: [...rank.items] });
          const { [chosen.value]: _, ...rest } = drafts.value;
          drafts.value = rest;
        }}
      >
        <label>
          {t('guild.rankName')}
          <input
            type="text"
            value={rank.name}
            placeholder={rankName(chosen.value)}
            maxLength={RANK_NAME_MOST}
            disabled={!isLeader}
            onInput={event => edit({ name: event.currentTarget.value })}
          />
        </label>
        {chosen.value === LEADER ? (
          <p class="quiet">{t('guild.leaderAll')}</p>
        ) : (
          <Rights rank={rank} edit={edit} fixed={!isLeader} />
        )}
        {isLeader ? (
          <p class="foot">
            <button type="submit" class="button gold" aria-disabled={!drafts.value[chosen.value]}>
              {t('guild.save')}
            </button>
          </p>
        ) : null}
      </form>
      {isLeader ? <Emblems /> : null}
    </div>
  );
}

function Rights({ rank, edit, fixed }: { rank: Rank; edit(change: Partial<Rank>): void; fixed: boolean }) {
  const { tabs } = perksOf(guild.value?.level ?? 1);
  return (
    <>
      <fieldset class="picks" disabled={fixed}>
        <legend>{t('guild.rights')}</legend>
        {RIGHT_NAMES.map(right => (
          <label key={right} class={rank.rights & RIGHTS[right] ? 'on' : ''}>
            <input
              type="checkbox"
              checked={(rank.rights & RIGHTS[right]) !== 0}
              onChange={() => edit({ rights: rank.rights ^ RIGHTS[right] })}
            />
            {t(`guild.right.${right}`)}
          </label>
        ))}
      </fieldset>
      <fieldset class="limits" disabled={fixed}>
        <legend>{t('guild.limits')}</legend>
        <label>
          {t('guild.limitGold')}
          <input
            type="number"
            min={0}
            max={1_000_000}
            value={Math.floor(rank.gold / COPPER_PER_SILVER)}
            onInput={event => edit({ gold: clamp(event.currentTarget.valueAsNumber, 1_000_000) * COPPER_PER_SILVER })}
          />
        </label>
        {rank.items.slice(0, tabs).map((times, tab) => (
          <label key={tab}>
            {t('guild.limitTab', { n: tab + 1 })}
            <input
              type="number"
              min={0}
              max={254}
              value={times}
              onInput={event => {
                const most = clamp(event.currentTarget.valueAsNumber, 254);
                edit({ items: rank.items.map((old, i) => (i === tab ? most : old)) });
              }}
            />
          </label>
        ))}
      </fieldset>
    </>
  );
}

const clamp = (typed: number, most: number): number => Math.max(0, Math.min(most, Math.floor(typed) || 0));

const emblem = signal<Emblem | null>(null);

function Emblems() {
  const own = guild.value;
  const roster = guildRoster.value;
  if (!own || !roster) return null;
  const value = emblem.value ?? { shape: own.shape, field: own.field, mark: own.mark };
  const leader = roster.members.find(({ rank }) => rank === LEADER)?.character ?? '';
  const reason = checkGuildEmblem(roster, leader, value);
  return (
    <details>
      <summary>{t('guild.emblem')}</summary>
      <EmblemPicker value={value} pick={next => (emblem.value = next)} />
      <p class="foot">
        <small class="wrong">{reasonText(reason)}</small>
        <button
          type="button"
          class="button"
          aria-disabled={reason !== OK || !emblem.value}
          onClick={() => {
            if (reason !== OK || !emblem.value) return;
            commands.wish('guildEmblem', emblem.value);
            emblem.value = null;
          }}
        >
          {t('guild.save')}
        </button>
      </p>
    </details>
  );
}
