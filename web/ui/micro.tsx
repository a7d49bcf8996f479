// The buttons that open the windows, with their keys; where there is little room a few of them, and one that unfolds the rest. In: panels. Out: toggle.
import { computed, signal } from '@preact/signals';
import { commands } from '../commands';
import { unread } from '../exchange';
import { type Panel, panels, touch } from '../state';
import { t } from '../strings';
import { undecided } from './derived';
import { Icon } from './icon';
import { keyOf } from './keys';
import { room } from './root';

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

type Button = (typeof BUTTONS)[number];

/** Where there is little room these stand alone, with whatever waits for him; the others unfold. */
const FIRST: ReadonlySet<Panel> = new Set(['bag', 'quests', 'map']);
const isShort = computed(() => touch.value || room.value === 'tight' || room.value === 'narrow');
const unfolded = signal(false);

const waits = ({ panel }: Button): boolean => (panel === 'classes' && undecided.value) || (panel === 'mail' && unread.value > 0);

export function Micro() {
  const isFolded = isShort.value && !unfolded.value;
  const shown = isFolded ? BUTTONS.filter(button => FIRST.has(button.panel) || waits(button)) : BUTTONS;
  return (
    <nav class={`micro${isShort.value ? (isFolded ? ' folded' : ' unfolded') : ''}`} aria-label={t('micro.title')}>
      {shown.map(button => (
        <MicroButton key={button.panel} button={button} />
      ))}
      {isShort.value ? <Unfold /> : null}
    </nav>
  );
}

function Unfold() {
  const what = t(unfolded.value ? 'micro.fold' : 'micro.unfold');
  return (
    <button
      type="button"
      class={unfolded.value ? 'on' : ''}
      aria-expanded={unfolded.value}
      aria-label={what}
      title={what}
      onClick={() => (unfolded.value = !unfolded.value)}
    >
      <Icon name="gi:hamburger-menu" />
    </button>
  );
}

function MicroButton({ button }: { button: Button }) {
  const { panel, icon } = button;
  const key = keyOf(panel);
  const what = t(`micro.${panel}`);
  const open = panels.value.has(panel);
  const isWaiting = waits(button);
  const label = t('micro.withKey', { what, key });
  return (
    <button
      type="button"
      class={`${open ? 'on' : ''}${isWaiting ? ' waits' : ''}`}
      aria-pressed={open}
      aria-label={isWaiting ? t(panel === 'mail' ? 'micro.unread' : 'micro.waiting', { what: label, n: unread.value }) : label}
      title={what}
      onClick={() => {
        unfolded.value = false;
        commands.toggle(panel);
      }}
    >
      <Icon name={icon} />
      <kbd>{key}</kbd>
    </button>
  );
}
