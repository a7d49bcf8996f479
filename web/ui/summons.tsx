// What asks for an answer: challenges to a duel, invitations into a party, the ready check of a company. In: challenges, invitations, muster. Out: yes or no. They take no
// focus, so that nobody is stopped in a fight or in a sentence; /accept and /decline answer from the keys.
import { dungeons } from '../../src/shared/content';
import { MUSTER_ASKED } from '../../src/shared/protocol/messages';
import { BARTER_ASK_MS } from '../../src/shared/rules/barter';
import { GUILD_INVITATION_MS } from '../../src/shared/rules/guild';
import { READY_MS } from '../../src/shared/rules/muster';
import { ROLES } from '../../src/shared/rules/roles';
import { commands } from '../commands';
import { barterAsks, challenges, guildCalls, invitations, muster } from '../state';
import { count, t } from '../strings';
import { PartyReady, RollCards } from './band';
import { Challenge } from './duel';
import { EmblemMark } from './emblem';
import { Icon } from './icon';
import { RoleMark } from './rolemark';
import { Answers, Left } from './summonsparts';

export function Summons() {
  return (
    <div class="summons" role="status">
      <ReadyCheck />
      <PartyReady />
      <RollCards />
      {barterAsks.value.map(one => (
        <TradeRequest key={one.from} {...one} />
      ))}
      {challenges.value.map(one => (
        <Challenge key={one.from} {...one} />
      ))}
      {invitations.value.map(one => (
        <Invitation key={one.from} {...one} />
      ))}
      {guildCalls.value.map(one => (
        <GuildCall key={one.guild} {...one} />
      ))}
    </div>
  );
}

function GuildCall({ guild, name, by, count: members, until_ms, ...emblem }: (typeof guildCalls.value)[number]) {
  const answer = (accept: boolean) => () => {
    commands.wish('guildAnswer', { guild, accept });
    guildCalls.value = guildCalls.value.filter(one => one.guild !== guild);
  };
  return (
    <section class="panel call" role="group" aria-label={t('guild.asks', { who: by, what: name })}>
      <EmblemMark {...emblem} />
      <div>
        <h2>{name}</h2>
        <p>{t('guild.asksOf', { who: by, n: count(members) })}</p>
      </div>
      <Left until_ms={until_ms} whole_ms={GUILD_INVITATION_MS} />
      <Answers yes={t('party.accept')} no={t('party.decline')} answer={answer} />
    </section>
  );
}

function Invitation({ from, name, count: others, until_ms }: (typeof invitations.value)[number]) {
  const answer = (accept: boolean) => () => {
    commands.wish('answerInvitation', { from, accept });
    invitations.value = invitations.value.filter(one => one.from !== from);
  };
  return (
    <section class="panel call" role="group" aria-label={t('party.asks', { who: name })}>
      <Icon name="gi:three-friends" />
      <div>
        <h2>{t('party.asks', { who: name })}</h2>
        <p>{others > 1 ? t('party.asksOf', { n: count(others) }) : t('party.asksAlone')}</p>
      </div>
      <Left until_ms={until_ms} whole_ms={60_000} />
      <Answers yes={t('party.accept')} no={t('party.decline')} answer={answer} />
    </section>
  );
}

function TradeRequest({ from, name, until_ms }: (typeof barterAsks.value)[number]) {
  const answer = (accept: boolean) => () => {
    commands.wish('answerBarter', { from, accept });
    barterAsks.value = barterAsks.value.filter(one => one.from !== from);
  };
  return (
    <section class="panel call" role="group" aria-label={t('barter.asks', { who: name })}>
      <Icon name="gi:trade" />
      <div>
        <h2>{t('barter.asks', { who: name })}</h2>
        <p>{t('barter.asksWords')}</p>
      </div>
      <Left until_ms={until_ms} whole_ms={BARTER_ASK_MS} />
      <Answers yes={t('barter.ask')} no={t('party.decline')} answer={answer} />
    </section>
  );
}

function ReadyCheck() {
  const shown = muster.value;
  const kind = dungeons.get(shown?.dungeon ?? 0);
  if (shown?.state !== MUSTER_ASKED || !kind) return null;
  const { seats, own, left_s, at_ms } = shown;
  const agreed = seats.filter(seat => seat.agreed).length;
  const hasAgreed = seats[own]?.agreed ?? false;
  return (
    <section class="panel call ready" role="group" aria-label={t('finder.found')}>
      <Icon name="gi:castle" />
      <div>
        <h2>{kind.name}</h2>
        <p>{hasAgreed ? t('finder.agreed', { n: count(agreed), of: count(seats.length) }) : t('finder.found')}</p>
      </div>
      <ul class="seats">
        {seats.map((seat, i) => (
          <li key={i} class={`${seat.agreed ? 'agreed' : ''}${i === own ? ' own' : ''}`}>
            <RoleMark role={ROLES[seat.role] ?? 'damage'} />
            <span aria-hidden="true">{seat.agreed ? <Icon name="gi:check-mark" /> : '…'}</span>
            <span class="unseen">{t(seat.agreed ? 'finder.seatReady' : 'finder.seatOpen')}</span>
          </li>
        ))}
      </ul>
      <Left until_ms={at_ms + left_s * 1000} whole_ms={READY_MS} />
      {hasAgreed ? null : (
        <Answers yes={t('finder.ready')} no={t('finder.notNow')} answer={accept => () => commands.wish('ready', { accept })} />
      )}
    </section>
  );
}
