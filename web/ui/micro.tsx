// The row of buttons that opens the windows, with their keys. In: panels. Out: toggle.
import { commands } from '../commands';
import { unread } from '../exchange';
import { type Panel, panels } from '../state';
import { t } from '../strings';
import { undecided } from './derived';
import { Icon } from './icon';
import { keyOf } from './keys';

const BUTTONS = [
  { panel: 'character', icon: 'gi:visored-helm' },
  { panel: 'bag', icon: 'gi:knapsack' },
  { panel: 'abilities', icon: 'gi:spell-book' },
  { panel: 'classes', icon: 'gi:laurels' },
  { panel: 'quests', icon: 'gi:scroll-unfurled' },
  { panel: 'craft', icon: 'gi:anvil' },
  { panel: 'deeds', icon: 'gi:star-medal' },
  { panel: 'finder', icon: 'gi:three-friends' },
  { panel: 'guild', icon: 'gi:vertical-banner' },
  { panel: 'mail', icon: 'gi:envelope' },
  { panel: 'market', icon: 'gi:scales' },
  { panel: 'rivals', icon: 'gi:crossed-swords' },
  { panel: 'people', icon: 'gi:conversation' },
  { panel: 'map', icon: 'gi:treasure-map' },
  { panel: 'menu', icon: 'gi:cog' },
] as const satisfies readonly { panel: Panel; icon: string }[];

export function Micro() {
  return (
    <nav class="micro" aria-label={t('micro.title')}>
      {BUTTONS.map(({ panel, icon }) => (
        <MicroButton key={panel} panel={panel} icon={icon} />
      ))}
    </nav>
  );
}

function MicroButton({ panel, icon }: { panel: (typeof BUTTONS)[number]['panel']; icon: string }) {
  const key = keyOf(panel);
  const what = t(`micro.${panel}`);
  const open = panels.value.has(panel);
  const waits = (panel === 'classes' && undecided.value) || (panel === 'mail' && unread.value > 0);
  const label = t('micro.withKey', { what, key });
  return (
    <button
      type="button"
      class={`${open ? 'on' : ''}${waits ? ' waits' : ''}`}
      aria-pressed={open}
      aria-label={waits ? t(panel === 'mail' ? 'micro.unread' : 'micro.waiting', { what: label, n: unread.value }) : label}
      title={what}
      onClick={() => commands.toggle(panel)}
    >
      <Icon name={icon} />
      <kbd>{key}</kbd>
    </button>
  );
}
