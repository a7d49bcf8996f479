// The guild: founding one, or all about the own one, leaf by leaf. In: guild and what it has told. Out: what leaves ask; while a leaf is looked at it is
// asked for anew every few seconds.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { VIEW_BANK, VIEW_CALENDAR, VIEW_LOG, VIEW_ROSTER, VIEW_TREATY } from '../../src/shared/protocol/messages';
import { checkBanner } from '../../src/shared/rules/banners';
import { GUILD_LEVELS, perksOf, pointsOfLevel } from '../../src/shared/rules/guildlevel';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { guild, guildRoster } from '../state';
import { count, t } from '../strings';
import { EmblemMark } from './emblem';
import { GuildAlliance } from './guildalliance';
import { GuildBank } from './guildbank';
import { GuildCalendar } from './guildcalendar';
import { GuildFound } from './guildfound';
import { GuildLog } from './guildlog';
import { GuildRanks } from './guildranks';
import { GuildRoster } from './guildroster';
import { rankName } from './guildwords';
import { Meter } from './meter';
import { PanelWindow } from './panelwindow';
import { Tabs } from './tabs';
import './css/guild.css';

const LEAVES = {
  roster: { view: VIEW_ROSTER, Leaf: GuildRoster },
  bank: { view: VIEW_BANK, Leaf: GuildBank },
  calendar: { view: VIEW_CALENDAR, Leaf: GuildCalendar },
  alliance: { view: VIEW_TREATY, Leaf: GuildAlliance },
  ranks: { view: VIEW_ROSTER, Leaf: GuildRanks },
  log: { view: VIEW_LOG, Leaf: GuildLog },
} as const;
type LeafName = keyof typeof LEAVES;
const NAMES = Object.keys(LEAVES) as LeafName[];
const LOOK_MS = 4_000;

/** Whether his rank may plant one is asked here; whether it may stand where he stands, the region says. */
const NOWHERE = { x: 0, z: 0 };

const leaf = signal<LeafName>('roster');

export function GuildPanel() {
  const own = guild.value;
  return (
    <PanelWindow panel="guild" title={own?.name ?? t('guild.title')}>
      {own ? <Own /> : <GuildFound />}
    </PanelWindow>
  );
}

function Own() {
  const { view, Leaf } = LEAVES[leaf.value];
  useEffect(() => {
    const look = () => commands.wish('guildView', { what: view });
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [view]);
  return (
    <>
      <Head />
      <Tabs tabs={NAMES} chosen={leaf.value} choose={next => (leaf.value = next)}>
        {each => t(`guild.tab.${each}`)}
      </Tabs>
      <div class="guildleaf">
        <Leaf />
      </div>
    </>
  );
}

function Head() {
  const own = guild.value;
  if (!own) return null;
  const points = guildRoster.value?.points ?? 0;
  const next = pointsOfLevel(own.level + 1);
  const { tabs, repair, travel } = perksOf(own.level);
  const perks = [
    t('guild.perk.tabs', { n: tabs }),
    repair ? t('guild.perk.repair', { n: repair }) : '',
    travel ? t('guild.perk.travel', { n: travel }) : '',
  ];
  return (
    <header class="guildhead">
      <EmblemMark {...own} />
      <div>
        <p>
          <b>{t('guild.level', { n: own.level })}</b> · {rankName(own.rank)}
        </p>
        <small>{perks.filter(Boolean).join(' · ')}</small>
        {own.level < GUILD_LEVELS ? (
          <Meter
            kind="thin"
            value={points}
            most={next}
            label={t('guild.level', { n: own.level + 1 })}
            text={t('guild.points', { n: count(points), of: count(next) })}
          />
        ) : null}
      </div>
      {checkBanner(own, [], NOWHERE) === OK ? (
        <button type="button" class="button quiet" title={t('guild.bannerHint')} onClick={() => commands.wish('plantBanner', {})}>
          {t('guild.banner')}
        </button>
      ) : null}
    </header>
  );
}
