// Deeds: by kind, each with how far one is, and the title that goes after one's name. In: life. Out: the title chosen; asked anew when opened.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { DEED_GROUPS, DEEDS, type DeedGroup, type DeedKind } from '../../src/shared/content/deeds';
import { checkTitle, isDone, pointsOf, progressOf } from '../../src/shared/rules/deeds';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { count, t } from '../strings';
import { Coins } from './coins';
import { myself } from './derived';
import { Icon } from './icon';
import { Meter } from './meter';
import { PanelWindow } from './panelwindow';
import { Tabs } from './tabs';

const ICONS: Readonly<Record<DeedGroup, string>> = {
  hunt: 'gi:crossed-swords',
  journey: 'gi:treasure-map',
  renown: 'gi:laurels',
  trade: 'gi:two-coins',
  odd: 'gi:swap-bag',
};
const group = signal<DeedGroup>('hunt');

export function Deeds() {
  // What was counted since the region told us last is told when somebody looks.
  useEffect(() => commands.askDeeds(), []);
  const me = myself.value;
  const done = DEEDS.filter(deed => isDone(me, deed.id)).length;
  const shown = DEEDS.filter(deed => deed.group === group.value);
  return (
    <PanelWindow panel="deeds" title={t('deeds.title')}>
      <p class="nameline">
        <Icon name="gi:star-medal" /> {t('deeds.points', { n: count(pointsOf(me)), done, of: DEEDS.length })}
      </p>
      <Titles />
      <Tabs tabs={DEED_GROUPS} chosen={group.value} choose={tab => (group.value = tab)}>
        {tab => <GroupTab group={tab} />}
      </Tabs>
      <div
        class="deedpane"
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it takes the focus, and keys must scroll it
        tabIndex={0}
        aria-label={t(`deeds.group.${group.value}`)}
      >
        <ul class="deedlist">
          {shown.map(deed => (
            <Deed key={deed.id} deed={deed} />
          ))}
        </ul>
      </div>
    </PanelWindow>
  );
}

function GroupTab({ group }: { group: DeedGroup }) {
  const all = DEEDS.filter(deed => deed.group === group);
  const done = all.filter(deed => isDone(myself.value, deed.id)).length;
  return (
    <span title={t('deeds.groupDone', { group: t(`deeds.group.${group}`), done, of: all.length })}>
      <Icon name={ICONS[group]} /> {t(`deeds.group.${group}`)} <small>{`${done}/${all.length}`}</small>
    </span>
  );
}

function Deed({ deed }: { deed: DeedKind }) {
  const me = myself.value;
  const done = isDone(me, deed.id);
  const at = done ? deed.count : progressOf(me, deed);
  const far = t('deeds.progress', { n: count(at), of: count(deed.count) });
  return (
    <li class={done ? 'done' : ''}>
      <span class="seal" role="img" aria-label={t('deeds.worth', { n: deed.points })} title={t('deeds.worth', { n: deed.points })}>
        {deed.points}
      </span>
      <div>
        <h4>
          {deed.name}
          {done ? <small>{t('deeds.done')}</small> : null}
        </h4>
        <p>{deed.text}</p>
        {done || deed.count === 1 ? null : <Meter kind="thin" value={at} most={deed.count} label={deed.name} text={far} />}
        <Brings deed={deed} />
      </div>
    </li>
  );
}

function Brings({ deed: { title, xp, gold } }: { deed: DeedKind }) {
  if (!title && !xp && !gold) return null;
  return (
    <p class="brings">
      {title ? <span class="title">{t('deeds.brings', { title })}</span> : null}
      {xp ? <span>{t('floater.xp', { n: count(xp) })}</span> : null}
      {gold ? <Coins copper={gold} /> : null}
    </p>
  );
}

function Titles() {
  const me = myself.value;
  const earned = DEEDS.filter(deed => deed.title && checkTitle(me, deed.id) === OK);
  if (!earned.length) return <p class="quiet">{t('deeds.noTitles')}</p>;
  return (
    <label class="toslot">
      {t('deeds.wear')}
      <select value={me.life.title} onChange={event => commands.wearTitle(Number(event.currentTarget.value))}>
        <option value={0}>{t('deeds.noTitle')}</option>
        {earned.map(deed => (
          <option key={deed.id} value={deed.id}>
            {deed.title}
          </option>
        ))}
      </select>
    </label>
  );
}
