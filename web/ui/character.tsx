// The character sheet: what is worn round the figure, and the numbers it comes to. In: sheet, bag, status. Out: moves, through itemslot.tsx.
import { computed } from '@preact/signals';
import { EQUIP_SLOTS, type EquipSlot } from '../../src/shared/content/kinds';
import { WORN_BASE } from '../../src/shared/protocol/limits';
import { itemLevel } from '../../src/shared/rules/stats';
import { kindOf, wornItems } from '../../src/shared/rules/worn';
import { sheet, status } from '../state';
import { count, t } from '../strings';
import { myCovenant, myLook, myName, myself } from './derived';
import { Figure } from './figure';
import { Glyph } from './glyph';
import { ItemSlot } from './itemslot';
import { PanelWindow } from './panelwindow';
import { Skills } from './skills';
import { Steeds } from './steeds';
import { hideTip, showTip } from './tip';

const EMPTY: Record<EquipSlot, string> = {
  melee: 'gi:broadsword',
  bow: 'gi:bow-arrow',
  firearm: 'gi:musket',
  focus: 'gi:fairy-wand',
  head: 'gi:visored-helm',
  chest: 'gi:breastplate',
  hands: 'gi:gauntlet',
  legs: 'gi:trousers',
  feet: 'gi:boots',
  trinket: 'gi:oak-leaf',
  neck: 'gi:gem-pendant',
  ring: 'gi:ring',
  offhand: 'gi:round-shield',
};
const LEFT: readonly EquipSlot[] = ['head', 'neck', 'chest', 'hands', 'legs', 'feet'];
const RIGHT: readonly EquipSlot[] = ['melee', 'bow', 'firearm', 'focus', 'offhand', 'ring', 'trinket'];
const STATS = ['might', 'aim', 'spirit', 'vigor', 'armor'] as const;

export function CharacterSheet() {
  return (
    <PanelWindow panel="character" title={t('character.title')}>
      <Who />
      <div class="worn" role="group" aria-label={t('character.worn')}>
        <Column slots={LEFT} />
        <div class={`stand ${myCovenant.value}`}>
          <Figure look={myLook.value} />
        </div>
        <Column slots={RIGHT} />
      </div>
      <Numbers />
      <Skills />
      <Steeds />
    </PanelWindow>
  );
}

function Column({ slots }: { slots: readonly EquipSlot[] }) {
  return (
    <div class="column">
      {slots.map(slot => (
        <ItemSlot
          key={slot}
          slot={WORN_BASE + EQUIP_SLOTS.indexOf(slot)}
          emptyIcon={EMPTY[slot]}
          emptyLabel={t('slot.empty', { slot: t(`slot.${slot}`) })}
        />
      ))}
    </div>
  );
}

/** Mean item level over the places where something is worn. */
const wornLevel = computed(() => {
  const levels = wornItems(myself.value).map(item => itemLevel(kindOf(item)));
  return levels.length ? Math.round(levels.reduce((sum, level) => sum + level, 0) / levels.length) : 0;
});

function Who() {
  const now = sheet.value;
  if (!now) return null;
  const left = now.xpNext - now.xp;
  return (
    <p class="nameline">
      <b>{myName.value}</b> · {t('frame.level', { n: now.level })} · <Glyph covenant={myCovenant.value} />{' '}
      {t(`covenant.${myCovenant.value}`)}
      <small>{t('character.ilvl', { n: wornLevel.value })}</small>
      <small>{now.xpNext ? t('character.toNext', { n: count(left), level: now.level + 1 }) : t('character.topLevel')}</small>
    </p>
  );
}

function Numbers() {
  const now = sheet.value;
  if (!now) return null;
  return (
    <dl class="numbers" aria-label={t('character.stats')}>
      <div>
        <dt>{t('frame.health')}</dt>
        <dd>{count(status.value?.hpMax ?? 0)}</dd>
      </div>
      <div>
        <dt>{t('frame.power')}</dt>
        <dd>{count(status.value?.powerMax ?? 0)}</dd>
      </div>
      {STATS.map(stat => (
        <div key={stat}>
          <dt>
            <StatName stat={stat} />
          </dt>
          <dd>{now[stat]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Shows its formula under the pointer and on focus. */
function StatName({ stat }: { stat: (typeof STATS)[number] }) {
  const show = (event: { currentTarget: HTMLElement }) => showTip(event.currentTarget, { stat });
  return (
    <button type="button" onPointerEnter={show} onPointerLeave={hideTip} onFocus={show} onBlur={hideTip} onClick={show}>
      {t(`stat.${stat}`)}
    </button>
  );
}
