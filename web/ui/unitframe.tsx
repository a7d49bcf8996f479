// The two frames by the action bar: yourself, and whom you look at. In: sheet, status, target. Each number is read where it is drawn.
import { useComputed } from '@preact/signals';
import { CLASS_PLAYER } from '../../assembly/layout';
import { abilities, monsters } from '../../src/shared/content';
import { CHANNEL_SAY } from '../../src/shared/protocol/messages';
import { BARTER_RANGE_M } from '../../src/shared/rules/barter';
import { checkDuel } from '../../src/shared/rules/duels';
import { checkInvite, MARKS } from '../../src/shared/rules/parties';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { refuse } from '../game/passing';
import { isApart } from '../places';
import { barter, duel, fighting, law, me, nameMenu, party, place, status, target } from '../state';
import { count, reasonText, t } from '../strings';
import { dead, myCovenant, myLevel, myLook, myName, myParty } from './derived';
import { EffectRow } from './effectrow';
import { Figure } from './figure';
import { Glyph } from './glyph';
import { Icon } from './icon';
import { Mark } from './mark';
import { Meter } from './meter';
import { PORTRAITS, SOMEBODY } from './portraits';

export function PlayerFrame() {
  const covenant = myCovenant.value;
  return (
    <section class={`unit me ${covenant}`} aria-label={t('frame.you')}>
      <div class="portrait">
        <Figure look={myLook.value} />
        <u title={t('frame.level', { n: myLevel.value })}>{myLevel.value}</u>
      </div>
      <div class="stats">
        <h3>
          {myName.value}
          <small>
            <Glyph covenant={covenant} /> {t(`covenant.${covenant}`)}
          </small>
        </h3>
        <Health />
        <Power />
      </div>
      <EffectRow />
    </section>
  );
}

export function Health() {
  const hp = useComputed(() => status.value?.hp ?? 0).value;
  const most = useComputed(() => status.value?.hpMax ?? 0).value;
  const shield = useComputed(() => status.value?.absorb ?? 0).value;
  const text = `${count(hp)} / ${count(most)}${shield ? ` +${count(shield)}` : ''}`;
  return <Meter kind="health" value={hp} most={most} label={t('frame.health')} text={text} over={shield} />;
}

export function Power() {
  const power = useComputed(() => status.value?.power ?? 0).value;
  const most = useComputed(() => status.value?.powerMax ?? 0).value;
  return <Meter kind="power" value={power} most={most} label={t('frame.power')} text={`${count(power)} / ${count(most)}`} />;
}

export function TargetFrame() {
  const shown = useComputed(() => target.value !== null).value;
  return shown ? <Target /> : null;
}

/** Everything but the bars: changes only when another body is looked at. */
function Target() {
  const id = useComputed(() => target.value?.id ?? 0).value;
  const card = target.peek();
  if (!id || !card) return null;
  const kind = monsters.get(card.kind);
  const stance = card.hostile ? 'foe' : kind && kind.team !== 'neutral' ? 'neutral' : 'friend';
  return (
    <section class={`unit target ${stance}${card.elite ? ' elite' : ''}`} aria-label={`${t('frame.target')}: ${card.name}`}>
      <div class="portrait">
        <Icon name={(kind && PORTRAITS[kind.body]) || SOMEBODY} />
        <u>{card.level}</u>
      </div>
      <div class="stats">
        <h3>
          {card.name}
          <small>{card.elite ? t('frame.elite') : card.title || <Distance />}</small>
        </h3>
        <TargetHealth hostile={card.hostile} />
        <TargetCast />
      </div>
      <Marks target={id} />
      <div class="asks">
        <Invite name={card.name} isPlayer={card.cls === CLASS_PLAYER && !card.hostile} />
        <Trade id={id} name={card.name} isPlayer={card.cls === CLASS_PLAYER && !card.hostile} />
        {card.cls === CLASS_PLAYER && !card.hostile && card.id !== me.peek().id ? <Duel id={card.id} name={card.name} /> : null}
        {card.cls === CLASS_PLAYER && card.id !== me.peek().id ? <More name={card.name} /> : null}
      </div>
    </section>
  );
}

/** Whoever leads a party, or is in none, may ask a player whom he looks at into it. */
function Invite({ name, isPlayer }: { name: string; isPlayer: boolean }) {
  const { members } = party.value;
  const mayAsk = isPlayer && checkInvite(myParty.value, myName.value) === OK && !members.some(member => member.name === name);
  if (!mayAsk || !name) return null;
  return (
    <button
      type="button"
      class="ask"
      onClick={() => commands.wish('invite', { name })}
      aria-label={t('party.inviteName', { who: name })}
    >
      <Icon name="gi:three-friends" /> {t('party.invite')}
    </button>
  );
}

/** Whatever else there is to do about somebody, foe or friend: what stands beside his name in the chat. */
function More({ name }: { name: string }) {
  const label = t('talk.about', { who: name });
  const line = { id: 0, channel: CHANNEL_SAY, room: '', number: 0, from: name, to: '', text: '', time: 0 };
  return (
    <button
      type="button"
      class="ask"
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      onClick={event => {
        nameMenu.value = { line, on: event.currentTarget };
      }}
    >
      <Icon name="gi:conversation" />
    </button>
  );
}

/** Anybody near may be asked to trade. */
function Trade({ id, name, isPlayer }: { id: number; name: string; isPlayer: boolean }) {
  const isNear = useComputed(() => (target.value?.distance ?? Infinity) <= BARTER_RANGE_M).value;
  if (!isPlayer || !isNear || barter.value || duel.value) return null;
  return (
    <button
      type="button"
      class="ask"
      onClick={() => commands.wish('askBarter', { target: id, name: '' })}
      aria-label={t('barter.askName', { who: name })}
    >
      <Icon name="gi:trade" /> {t('barter.ask')}
    </button>
  );
}

/** In a party: a row of marks to put over whom he looks at. */
function Marks({ target: id }: { target: number }) {
  if (!party.value.members.length) return null;
  return (
    <div class="markrow" role="group" aria-label={t('band.mark')}>
      {MARKS.map((mark, i) => (
        <button
          key={mark}
          type="button"
          title={t(`band.${mark}`)}
          aria-label={t(`band.${mark}`)}
          onClick={() => commands.wish('mark', { mark: i + 1, target: id })}
        >
          <Mark mark={mark} />
        </button>
      ))}
    </div>
  );
}

/** Grey for the reason that the region would give. */
function Duel({ id, name }: { id: number; name: string }) {
  const reason = useComputed(() => {
    const other = target.value;
    if (!other) return OK;
    const own = {
      isDead: dead.value,
      fights: fighting.value,
      duels: duel.value !== null,
      trades: barter.value !== null,
      isOpen: law.value.open,
    };
    const his = { isDead: other.hp <= 0, fights: other.fights, duels: false, trades: false, isOpen: other.open };
    return checkDuel(own, his, other.distance, !isApart(place.value));
  }).value;
  return (
    <button
      type="button"
      class="ask"
      aria-disabled={reason !== OK}
      title={reasonText(reason)}
      onClick={() => (reason === OK ? commands.wish('challenge', { target: id }) : refuse(reasonText(reason)))}
      aria-label={t('duel.challengeName', { who: name })}
    >
      <Icon name="gi:crossed-swords" /> {t('duel.challenge')}
    </button>
  );
}

function Distance() {
  const metres = useComputed(() => Math.round(target.value?.distance ?? 0)).value;
  return <>{t('frame.distance', { m: metres })}</>;
}

function TargetHealth({ hostile }: { hostile: boolean }) {
  const percent = useComputed(() => Math.ceil((target.value?.hp ?? 0) * 100)).value;
  const text = percent > 0 ? t('settings.percent', { n: percent }) : t('frame.dead');
  return <Meter kind={hostile ? 'foe' : 'health'} value={percent} most={100} label={t('frame.health')} text={text} />;
}

function TargetCast() {
  const cast = useComputed(() => target.value?.casting ?? null).value;
  const what = cast && abilities.get(cast.ability);
  if (!what) return null;
  return <Meter kind="cast" value={cast.done} most={1} label={t('frame.casting', { what: what.name })} text={what.name} />;
}
