// The gate of a dungeon: what waits behind it, for whom it is made, which of its masters have been had this week, and the way in. In: gate, life,
// sheet, place. Out: enterDungeon, leaveDungeon. A greyed button says why, by the same check the server makes.

import { signal } from '@preact/signals';
import { dungeons, gateOf, monsters } from '../../src/shared/content';
import type { Dungeon } from '../../src/shared/content/kinds';
import { OK, type Reason } from '../../src/shared/rules/reasons';
import { checkGate, weekEnds_ms, weekOf } from '../../src/shared/rules/runs';
import { commands } from '../commands';
import { fighting, gate, life, me, run } from '../state';
import { reasonText, t } from '../strings';
import { myself } from './derived';
import { Icon } from './icon';
import { Leave } from './runcard';
import { Window } from './window';

export function Gate() {
  const dungeon = gate.value === null ? undefined : dungeons.get(gate.value);
  if (!dungeon) return null;
  const inside = run.value?.dungeon === dungeon.id;
  const reason = inside ? OK : reasonAgainst(dungeon);
  return (
    <Window name="gate" title={dungeon.name} close={() => (gate.value = null)}>
      <p class="reading">{dungeon.text}</p>
      <dl class="facts">
        <Fact name={t('dungeon.level')} value={t('dungeon.levelFrom', { n: dungeon.level, least: dungeon.least })} />
        <Fact name={t('dungeon.company')} value={t('dungeon.upTo', { n: dungeon.company })} />
      </dl>
      <Masters dungeon={dungeon} />
      {reason === OK ? null : <p class="why">{reasonText(reason)}</p>}
      <div class="row end">{inside ? <Leave first /> : <Enter dungeon={dungeon} reason={reason} />}</div>
    </Window>
  );
}

function reasonAgainst(dungeon: Dungeon): Reason {
  const { poi } = gateOf(dungeon);
  const { x, z } = me.value;
  return checkGate(myself.value, dungeon, Math.hypot(poi.x - x, poi.z - z), fighting.value);
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Who must be beaten, and whose things have been had. */
function Masters({ dungeon }: { dungeon: Dungeon }) {
  const week = weekOf(Date.now());
  const { locks } = life.value;
  const had = dungeon.bosses.filter(boss => locks[boss] === week);
  return (
    <>
      <h3>{t('dungeon.masters')}</h3>
      <ul class="masters">
        {dungeon.bosses.map(boss => (
          <li key={boss} class={locks[boss] === week ? 'had' : ''}>
            <Icon name="gi:crowned-skull" />
            <b>{monsters.key(boss).name}</b>
            <small>{t(locks[boss] === week ? 'dungeon.had' : 'dungeon.open')}</small>
          </li>
        ))}
      </ul>
      {had.length ? <p class="quiet">{t('dungeon.again', { when: dayOf(weekEnds_ms(week)) })}</p> : null}
    </>
  );
}

const dayOf = (epoch_ms: number): string =>
  new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(epoch_ms);

/** Companions come along; kept as long as the page. */
const wantsHelpers = signal(true);
/** They go where five go. */
const helps = ({ company }: Dungeon): boolean => company === 5;

function Enter({ dungeon, reason }: { dungeon: Dungeon; reason: Reason }) {
  const enter = (anew: boolean) => () =>
    reason === OK && commands.enterDungeon(dungeon.id, anew, wantsHelpers.value && helps(dungeon));
  const shut = reason !== OK;
  const why = reasonText(reason) || undefined;
  return (
    <>
      {helps(dungeon) ? (
        <label class="tick">
          <input
            type="checkbox"
            checked={wantsHelpers.value}
            onChange={({ currentTarget }) => {
              wantsHelpers.value = currentTarget.checked;
            }}
          />
          {t('dungeon.helpers')}
        </label>
      ) : null}
      <button type="button" class="button" aria-disabled={shut} title={why ?? t('dungeon.anewHint')} onClick={enter(true)}>
        {t('dungeon.anew')}
      </button>
      <button type="button" class="button gold" data-first aria-disabled={shut} title={why} onClick={enter(false)}>
        {t('dungeon.enter')}
      </button>
    </>
  );
}
