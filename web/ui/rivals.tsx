// Rivals: waiting for a match in the arena, one's word about being attacked, and the boards. In: lists, party, sheet, life. Out: enlist, leaveArena,
// consent. Buttons are grey for the reason that the server would give.
import { signal } from '@preact/signals';
import { ARENAS } from '../../src/shared/content';
import { ARENA_LEVEL, ARENA_PAY, checkEnlist, FIGHT_MS, PAID_A_DAY, SIDE } from '../../src/shared/rules/arena';
import { WEAR_OF_DEATH } from '../../src/shared/rules/durability';
import { GROWN_LEVEL } from '../../src/shared/rules/laws';
import { OK, REASONS, type Reason } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { isApart } from '../places';
import { lists, party, place } from '../state';
import { count, reasonText, t } from '../strings';
import { BoardView } from './board';
import { coinText } from './coins';
import { beat, myLevel, myName, myParty } from './derived';
import { Icon } from './icon';
import { Word } from './lawcard';
import { PanelWindow } from './panelwindow';
import { Tabs } from './tabs';

type Tab = 'arena' | 'law' | 'boards';
const tab = signal<Tab>('arena');

export function Rivals() {
  return (
    <PanelWindow panel="rivals" title={t('rivals.title')}>
      <Tabs tabs={['arena', 'law', 'boards'] as const} chosen={tab.value} choose={chosen => (tab.value = chosen)}>
        {each => t(`rivals.${each}`)}
      </Tabs>
      {tab.value === 'arena' ? <ArenaTab /> : tab.value === 'law' ? <LawTab /> : <BoardView name={myName.value} />}
    </PanelWindow>
  );
}

function reasonAgainst(): Reason {
  const { members } = party.value;
  if (isApart(place.value)) return REASONS.notFromHere;
  if (myParty.value && myParty.value.leader !== myName.value) return REASONS.notLeader;
  return checkEnlist(members.length ? members.map(({ level }) => level) : [myLevel.value]);
}

function ArenaTab() {
  const [arena] = ARENAS;
  const waits = lists.value;
  const reason = reasonAgainst();
  return (
    <article class="arenatab" aria-label={arena.name}>
      <h3>{arena.name}</h3>
      <p class="reading">{arena.text}</p>
      <dl class="facts">
        <Fact name={t('arena.sides')} value={t('arena.sidesOf', { n: count(SIDE) })} />
        <Fact name={t('arena.level')} value={t('arena.levelFrom', { n: count(ARENA_LEVEL) })} />
        <Fact name={t('arena.time')} value={t('arena.minutes', { n: count(FIGHT_MS / 60_000) })} />
        <Fact name={t('arena.pay')} value={t('arena.payOf', { price: coinText(ARENA_PAY), n: count(PAID_A_DAY) })} />
      </dl>
      <p>{t('arena.rules')}</p>
      {waits ? (
        <>
          <p role="status" class="waits">
            <Icon name="gi:crossed-swords" /> {t('arena.waits', { n: count(waits.rating) })} <Waited />
          </p>
          <p class="row end">
            <button type="button" class="button quiet" onClick={() => commands.wish('leaveArena', {})}>
              {t('arena.withdraw')}
            </button>
          </p>
        </>
      ) : (
        <>
          {reason === OK ? null : <p class="why">{reasonText(reason)}</p>}
          <p class="row end">
            <button type="button" class="button gold" disabled={reason !== OK} onClick={() => commands.wish('enlist', {})}>
              {t(party.value.members.length > 1 ? 'arena.enlistParty' : 'arena.enlist')}
            </button>
          </p>
        </>
      )}
    </article>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Waited() {
  beat.value;
  const waits = lists.value;
  if (!waits) return null;
  const s = Math.floor((performance.now() - waits.since) / 1000);
  return (
    <time>
      {Math.floor(s / 60)}:{String(s % 60).padStart(2, '0')}
    </time>
  );
}

function LawTab() {
  return (
    <article class="lawtab" aria-label={t('rivals.law')}>
      <dl>
        <dt>{t('law.safe')}</dt>
        <dd>{t('law.nobody')}</dd>
        <dt>{t('law.contested')}</dt>
        <dd>{t('law.contestedText')}</dd>
        <dt>{t('law.open')}</dt>
        <dd>{t('law.openText', { n: count(GROWN_LEVEL) })}</dd>
      </dl>
      <p>{t('law.price', { n: count(WEAR_OF_DEATH) })}</p>
      <p>{t('law.wordText')}</p>
      <div class="row end">
        <Word />
      </div>
    </article>
  );
}
