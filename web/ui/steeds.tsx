// Steeds: those one has, on the character sheet, and those a stablemaster teaches. In: life, what the dialogue offers. Out: calls, choices, lessons.
import { useComputed } from '@preact/signals';
import { type MountKind, mountOf } from '../../src/shared/content/mounts';
import { callSteed, checkLearnMount, checkRide } from '../../src/shared/rules/mounts';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { bodyFlags, life, riding } from '../state';
import { reasonText, t } from '../strings';
import { Coins } from './coins';
import { myself } from './derived';
import { Icon } from './icon';

const ICONS: Readonly<Record<MountKind['body'], string>> = { horse: 'gi:horse-head', deer: 'gi:stag-head', boar: 'gi:boar-tusks' };

/** On the character sheet. */
export function Steeds() {
  const mounts = life.value.mounts.flatMap(id => mountOf(id) ?? []);
  const reason = useComputed(() => (riding.value ? OK : checkRide(myself.value, bodyFlags.value))).value;
  if (!mounts.length) return null;
  return (
    <section class="steeds" aria-label={t('steeds.title')}>
      <label class="toslot">
        <Icon name={ICONS[mountOf(life.value.mount)?.body ?? 'horse']} /> {t('steeds.which')}
        <select value={life.value.mount} onChange={event => commands.chooseMount(Number(event.currentTarget.value))}>
          {mounts.map(mount => (
            <option key={mount.id} value={mount.id}>
              {mount.name}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="button small"
        disabled={reason !== OK}
        title={reasonText(reason)}
        onClick={() => commands.useAbility(callSteed().id)}
      >
        {t(riding.value ? 'steeds.down' : 'steeds.call')}
      </button>
    </section>
  );
}

/** A page of the dialogue. `ids`: what is taught here. */
export function Stable({ npc, ids, back }: { npc: { stable: readonly string[] }; ids: readonly number[]; back(): void }) {
  const mounts = ids.flatMap(id => mountOf(id) ?? []);
  return (
    <>
      <ul class="stable">
        {mounts.map(mount => (
          <Steed key={mount.id} mount={mount} npc={npc} />
        ))}
      </ul>
      <div class="row end">
        <button type="button" class="button" onClick={back}>
          {t('steeds.back')}
        </button>
      </div>
    </>
  );
}

function Steed({ mount, npc }: { mount: MountKind; npc: { stable: readonly string[] } }) {
  const me = myself.value;
  const reason = checkLearnMount(me, npc, mount.id);
  const his = me.life.mounts.includes(mount.id);
  return (
    <li>
      <span class="slot none" aria-hidden="true">
        <Icon name={ICONS[mount.body]} />
      </span>
      <div>
        <h4>
          {mount.name} <small>{his ? t('steeds.yours') : t('steeds.level', { n: mount.level })}</small>
        </h4>
        <p class="quiet">{mount.text}</p>
      </div>
      {his ? null : (
        <button
          type="button"
          class="button gold"
          disabled={reason !== OK}
          title={reasonText(reason)}
          onClick={() => commands.learnMount(mount.id)}
        >
          {t('steeds.learn')} <Coins copper={mount.price} />
        </button>
      )}
    </li>
  );
}
