// What a fallen foe holds for you. In: lootOpen, corpses. Out: take all.
import { items } from '../../src/shared/content';
import { commands } from '../commands';
import { corpses, lootOpen } from '../state';
import { t } from '../strings';
import { Coins } from './coins';
import { KindChip } from './questview';
import { Window } from './window';

export function Loot() {
  const id = lootOpen.value;
  if (!id) return null;
  const corpse = corpses.value.get(id);
  const close = () => (lootOpen.value = 0);
  const empty = !corpse || (!corpse.gold && !corpse.items.length);
  return (
    <Window name="loot" title={t('loot.title')} close={close}>
      {empty ? <p class="quiet">{t('loot.empty')}</p> : null}
      <ul>
        {corpse?.gold ? (
          <li>
            <Coins copper={corpse.gold} />
          </li>
        ) : null}
        {corpse?.items.map((item, i) => {
          const kind = items.get(item.kind);
          return kind ? (
            <li key={i}>
              <KindChip kind={kind} quantity={item.quantity} />
            </li>
          ) : null;
        })}
      </ul>
      <button
        type="button"
        class="button gold"
        data-first
        disabled={empty}
        onClick={() => {
          commands.loot(id);
          close();
        }}
      >
        {t('loot.take')}
      </button>
    </Window>
  );
}
