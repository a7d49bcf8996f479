// The finder: dungeons, in which roles one is ready to go, and whether companions may come; and the own party. In: sheet, life, party, muster.
// Out: pickRoles, queue, unqueue, invite, convert, leaveParty.
import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { DUNGEONS, gateOf } from '../../src/shared/content';
import type { Dungeon } from '../../src/shared/content/kinds';
import { checkQueue, FILLS, type Fill } from '../../src/shared/rules/muster';
import { checkConvert, checkInvite, checkLead, checkLeave } from '../../src/shared/rules/parties';
import { OK, REASONS, type Reason } from '../../src/shared/rules/reasons';
import { bitOf, fitting, hasRole, ROLES, rolesIn } from '../../src/shared/rules/roles';
import { commands } from '../commands';
import { life, muster, party } from '../state';
import { count, reasonText, t } from '../strings';
import { myLevel, myName, myParty } from './derived';
import { PanelWindow } from './panelwindow';
import { waited } from './party';
import { RoleMark } from './rolemark';
import { Tabs } from './tabs';

type Tab = 'find' | 'party';
const tab = signal<Tab>('find');
const looked = signal(0);
const fill = signal<Fill>('late');
/** What one picked while in no party; a party keeps it for its members. */
const picked = signal(0);

const myMember = () => party.value.members.find(({ name }) => name === myName.value);
const myRoles = () => fitting(life.value.cls, myMember()?.roles ?? picked.value);

export function Finder() {
  return (
    <PanelWindow panel="finder" title={t('finder.title')}>
      <Tabs
        tabs={['find', 'party'] as const}
        chosen={tab.value}
        choose={chosen => {
          tab.value = chosen;
        }}
      >
        {each => t(`finder.${each}`)}
      </Tabs>
      {tab.value === 'find' ? <Find /> : <MyParty />}
    </PanelWindow>
  );
}

function Find() {
  const shown = DUNGEONS.find(({ id }) => id === (muster.value?.dungeon || looked.value)) ?? DUNGEONS[0];
  return (
    <div class="finding">
      <ul aria-label={t('finder.dungeons')}>
        {DUNGEONS.map(kind => (
          <li key={kind.id}>
            <button
              type="button"
              class={`${kind === shown ? 'on' : ''}${myLevel.value < kind.least ? ' young' : ''}`}
              aria-pressed={kind === shown}
              disabled={muster.value !== null}
              onClick={() => {
                looked.value = kind.id;
              }}
            >
              <b>{kind.name}</b>
              <small>{t('finder.level', { n: kind.level })}</small>
            </button>
          </li>
        ))}
      </ul>
      <article aria-label={shown.name}>
        <h3>{shown.name}</h3>
        <p class="reading">{shown.text}</p>
        <dl>
          <dt>{t('finder.levels')}</dt>
          <dd>{t('finder.from', { n: shown.level, least: shown.least })}</dd>
          <dt>{t('finder.size')}</dt>
          <dd>{t('finder.players', { n: count(shown.company) })}</dd>
          <dt>{t('finder.gate')}</dt>
          <dd>{gateOf(shown).poi.name}</dd>
        </dl>
        <Roles />
        <Fills kind={shown} />
        <Queue kind={shown} />
      </article>
    </div>
  );
}

function Roles() {
  const roles = myRoles();
  const { cls } = life.value;
  return (
    <fieldset class="picks" disabled={muster.value !== null}>
      <legend>{t('finder.roles')}</legend>
      {ROLES.map(role => {
        const isPlayable = hasRole(fitting(cls, bitOf(role)), role);
        return (
          <label key={role} class={`${hasRole(roles, role) ? 'on' : ''}${isPlayable ? '' : ' never'}`}>
            <input
              type="checkbox"
              checked={hasRole(roles, role)}
              disabled={!isPlayable}
              onChange={event => {
                const next = event.currentTarget.checked ? roles | bitOf(role) : roles & ~bitOf(role);
                // One role must be left.
                if (next) {
                  picked.value = next;
                  commands.wish('pickRoles', { roles: next });
                } else event.currentTarget.checked = true;
              }}
            />
            <RoleMark role={role} word />
          </label>
        );
      })}
    </fieldset>
  );
}

function Fills({ kind }: { kind: Dungeon }) {
  if (kind.company > 5) return null;
  return (
    <fieldset class="picks" disabled={muster.value !== null}>
      <legend>{t('finder.fill')}</legend>
      {FILLS.map(how => (
        <label key={how} class={fill.value === how ? 'on' : ''}>
          <input
            type="radio"
            name="fill"
            checked={fill.value === how}
            onChange={() => {
              fill.value = how;
            }}
          />
          {t(`finder.${how}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** Why one may not look for a company; the realm decides the same. */
function reasonAgainst(kind: Dungeon): Reason {
  const own = myParty.value;
  if (own && own.leader !== myName.value) return REASONS.notLeader;
  const { members } = party.value;
  if (!members.length) return checkQueue(kind, [myLevel.value], [{ character: myName.value, roles: myRoles() }]);
  return checkQueue(
    kind,
    members.map(({ level }) => level),
    members.map(({ name, roles }) => ({ character: name, roles })),
  );
}

function Queue({ kind }: { kind: Dungeon }) {
  const waits = muster.value;
  if (waits) {
    return (
      <p class="foot">
        <small>
          {t('finder.waits')} <time>{waited(waits)}</time>
        </small>
        <button type="button" class="button quiet" onClick={() => commands.wish('unqueue', {})}>
          {t('finder.unqueue')}
        </button>
      </p>
    );
  }
  const reason = reasonAgainst(kind);
  return (
    <p class="foot">
      <small>{reasonText(reason)}</small>
      <button
        type="button"
        class="button gold"
        aria-disabled={reason !== OK}
        onClick={() => reason === OK && commands.wish('queue', { dungeon: kind.id, fill: FILLS.indexOf(fill.value) })}
      >
        {t(party.value.members.length ? 'finder.queueParty' : 'finder.queue')}
      </button>
    </p>
  );
}

function MyParty() {
  const { members, leader, raid, rolls: sharesLoot } = party.value;
  const own = myParty.value;
  const isRaid = own?.isRaid ?? false;
  const lead = checkLead(own, myName.value);
  const convert = checkConvert(own, myName.value, !isRaid);
  return (
    <div class="ownparty">
      {members.length ? (
        <ul>
          {members.map((member, i) => (
            <li key={member.character}>
              <b>{member.name}</b>
              <small>
                {t('frame.level', { n: member.level })}
                {i === leader ? ` · ${t('party.leader')}` : ''}
              </small>
              {rolesIn(member.roles).map(role => (
                <RoleMark key={role} role={role} />
              ))}
            </li>
          ))}
        </ul>
      ) : (
        <p class="reading quiet">{t('party.none')}</p>
      )}
      <Ask />
      {members.length ? (
        <p class="foot">
          <label class={`check${lead === OK ? '' : ' never'}`} title={reasonText(lead) || undefined}>
            <input
              type="checkbox"
              checked={sharesLoot}
              disabled={lead !== OK}
              onChange={() => commands.wish('shareLoot', { rolls: !sharesLoot })}
            />
            {t('band.rule')}
          </label>
          <button
            type="button"
            class="button quiet"
            aria-disabled={lead !== OK}
            title={reasonText(lead) || undefined}
            onClick={() => lead === OK && commands.wish('askReady', {})}
          >
            {t('band.ask')}
          </button>
          <button
            type="button"
            class="button quiet"
            aria-disabled={convert !== OK}
            title={reasonText(convert) || undefined}
            onClick={() => convert === OK && commands.wish('convert', { raid: !raid })}
          >
            {t(isRaid ? 'party.toParty' : 'party.toRaid')}
          </button>
          <button type="button" class="button quiet" onClick={() => checkLeave(own) === OK && commands.wish('leaveParty', {})}>
            {t('party.leave')}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Ask() {
  const field = useRef<HTMLInputElement>(null);
  const reason = checkInvite(myParty.value, myName.value);
  return (
    <form
      class="askname"
      onSubmit={event => {
        event.preventDefault();
        const name = field.current?.value.trim() ?? '';
        if (!name || reason !== OK) return;
        commands.wish('invite', { name });
        if (field.current) field.current.value = '';
      }}
    >
      <input ref={field} maxLength={24} autocomplete="off" aria-label={t('party.name')} placeholder={t('party.name')} />
      <button type="submit" class="button" aria-disabled={reason !== OK} title={reasonText(reason) || undefined}>
        {t('party.invite')}
      </button>
    </form>
  );
}
