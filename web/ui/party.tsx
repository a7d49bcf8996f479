// The party at the left edge: a frame for each other member, whether one waits for a company, and the way back into a run. In: party, mates,
// muster, way. Out: target, whisper, promote, kick, queue and rejoin.
import { signal } from '@preact/signals';
import { classes, dungeons } from '../../src/shared/content';
import { MATE_AWAY, MATE_DEAD, MATE_FIGHTS, MATE_GONE, MUSTER_WAITS } from '../../src/shared/protocol/messages';
import { checkMember } from '../../src/shared/rules/parties';
import { OK } from '../../src/shared/rules/reasons';
import { rolesIn } from '../../src/shared/rules/roles';
import { commands } from '../commands';
import { placeNumbered } from '../places';
import { chatDraft, chatOpen, hudHidden, mates, muster, panels, party, way } from '../state';
import { t } from '../strings';
import { ReadyMark } from './band';
import { beat, myName, myParty } from './derived';
import { Icon } from './icon';
import { showMember, whereIs } from './mapview';
import { Meter } from './meter';
import { RoleMark } from './rolemark';

type Member = (typeof party.value.members)[number];
/** Id of the member whose actions are open; '': nobody's. */
const opened = signal('');

export function PartyCorner() {
  if (hudHidden.value) return null;
  return (
    <div class="partycorner">
      <Frames />
      <Waiting />
      <WayBack />
    </div>
  );
}

function Frames() {
  const { members, leader, raid } = party.value;
  if (!members.length) return null;
  return (
    <section class={`partyframes${raid ? ' raid' : ''}`} aria-label={t(raid ? 'party.raid' : 'party.title')}>
      <ul>
        {members.map((member, i) =>
          member.name === myName.value ? null : <Frame key={member.character} member={member} index={i} isLeader={i === leader} />,
        )}
      </ul>
    </section>
  );
}

function Frame({ member, index, isLeader }: { member: Member; index: number; isLeader: boolean }) {
  const mate = mates.value.get(index);
  const { name, level, cls, roles, character, state } = member;
  const isDead = mate !== undefined && (mate.flags & MATE_DEAD) !== 0;
  const words = wordsOf(member, isDead, mate !== undefined);
  const stance = `${state === MATE_GONE ? ' gone' : ''}${state === MATE_AWAY ? ' away' : ''}${isDead ? ' dead' : ''}${mate && mate.flags & MATE_FIGHTS ? ' fights' : ''}${mate ? '' : ' far'}`;
  const isOpen = opened.value === character;
  return (
    <li class={`mate${stance}`}>
      <button
        type="button"
        class="matecard"
        aria-expanded={isOpen}
        onClick={() => {
          if (mate) commands.target(mate.entity);
          opened.value = isOpen ? '' : character;
        }}
      >
        <span class="badge">
          <Icon name={classes.get(cls)?.icon ?? 'gi:visored-helm'} />
          <u>{level}</u>
        </span>
        <span class="name">
          {isLeader ? (
            <span class="crown" title={t('party.leader')}>
              <Icon name="gi:laurels" />
            </span>
          ) : null}
          <b>{name}</b>
          <ReadyMark character={character} />
          {rolesIn(roles)
            .slice(0, 1)
            .map(role => (
              <RoleMark key={role} role={role} />
            ))}
        </span>
        <small>{words}</small>
        <span class="unseen">{t('party.actions')}</span>
      </button>
      {mate ? (
        <Meter
          kind="health"
          value={mate.hp}
          most={100}
          label={`${name}: ${t('frame.health')}`}
          text={t('settings.percent', { n: mate.hp })}
        />
      ) : null}
      {isOpen ? <Actions member={member} /> : null}
    </li>
  );
}

function wordsOf({ state, place }: Member, isDead: boolean, isHere: boolean): string {
  if (state === MATE_GONE) return t('party.gone');
  if (state === MATE_AWAY) return t('party.away');
  if (isDead) return t('frame.dead');
  return isHere ? '' : (placeNumbered(place)?.name ?? '');
}

function Actions({ member: { name, character } }: { member: Member }) {
  const mayLead = checkMember(myParty.value, myName.value, name) === OK;
  const done = (what: () => void) => () => {
    what();
    opened.value = '';
  };
  const whisper = () => {
    chatDraft.value = `/w "${name}" `;
    chatOpen.value = true;
  };
  const follow = () => {
    showMember(character);
    if (!panels.peek().has('map')) commands.toggle('map');
  };
  return (
    <div class="mateactions">
      <button type="button" onClick={done(whisper)}>
        {t('party.whisper')}
      </button>
      {whereIs(character) ? (
        <button type="button" onClick={done(follow)}>
          {t('party.follow')}
        </button>
      ) : null}
      {mayLead ? (
        <>
          <button type="button" onClick={done(() => commands.wish('promote', { member: character }))}>
            {t('party.promote')}
          </button>
          <button type="button" onClick={done(() => commands.wish('kick', { member: character }))}>
            {t('party.kick')}
          </button>
        </>
      ) : null}
    </div>
  );
}

function Waiting() {
  const shown = muster.value;
  if (shown?.state !== MUSTER_WAITS) return null;
  return (
    <button type="button" class="pill" onClick={() => commands.toggle('finder')}>
      <Icon name="gi:hourglass" />
      <span>
        {t('finder.waits')} <time>{waited(shown)}</time>
      </span>
    </button>
  );
}

/** Minutes and seconds since one waits; follows the clock. */
export function waited({ waited_s, at_ms }: { waited_s: number; at_ms: number }): string {
  beat.value;
  return clockOf(waited_s + (performance.now() - at_ms) / 1000);
}

export const clockOf = (seconds: number): string =>
  `${Math.floor(Math.max(0, seconds) / 60)}:${String(Math.floor(Math.max(0, seconds) % 60)).padStart(2, '0')}`;

function WayBack() {
  const kind = dungeons.get(way.value?.dungeon ?? 0);
  if (!kind) return null;
  return (
    <button type="button" class="pill back" onClick={() => commands.wish('rejoin', {})}>
      <Icon name="gi:return-arrow" />
      <span>{t('finder.rejoin', { what: kind.name })}</span>
    </button>
  );
}
