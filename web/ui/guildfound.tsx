// Founding a guild: its name and what it carries. In: sheet, gold. Out: foundGuild; a greyed button says why, by the check the server makes.
import { signal } from '@preact/signals';
import { EMBLEMS } from '../../src/shared/content';
import { checkFound, EMBLEM_DYES, type Emblem, FOUND_COPPER, FOUND_LEVEL } from '../../src/shared/rules/guild';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { reasonText, t } from '../strings';
import { Coins } from './coins';
import { myself } from './derived';
import { EmblemMark } from './emblem';
import { Icon } from './icon';
import { CLOTH_SWATCHES } from './swatches';

const name = signal('');
const emblem = signal<Emblem>({ shape: 0, field: 10, mark: 5 });

export function GuildFound() {
  const reason = checkFound(myself.value, false, name.value, emblem.value);
  const why = name.value || reason !== checkFound(myself.value, false, '', emblem.value) ? reasonText(reason, name.value) : '';
  return (
    <form
      class="founding"
      onSubmit={event => {
        event.preventDefault();
        if (reason === OK) commands.wish('foundGuild', { name: name.value, ...emblem.value });
      }}
    >
      <p class="reading">{t('guild.intro', { level: FOUND_LEVEL })}</p>
      <div class="charter">
        <EmblemMark {...emblem.value} />
        <label>
          {t('guild.name')}
          <input
            type="text"
            maxLength={24}
            autocomplete="off"
            value={name.value}
            onInput={event => (name.value = event.currentTarget.value)}
          />
        </label>
      </div>
      <EmblemPicker value={emblem.value} pick={next => (emblem.value = next)} />
      <p class="foot">
        <small class="wrong" role="status">
          {why}
        </small>
        <button type="submit" class="button gold" aria-disabled={reason !== OK}>
          {t('guild.found')} <Coins copper={FOUND_COPPER} />
        </button>
      </p>
    </form>
  );
}

export function EmblemPicker({ value, pick }: { value: Emblem; pick(next: Emblem): void }) {
  return (
    <div class="emblempicker">
      <fieldset>
        <legend>{t('guild.shape')}</legend>
        {EMBLEMS.map(({ name: called, icon }, shape) => (
          <label key={called} class={value.shape === shape ? 'on' : ''} title={called}>
            <input
              type="radio"
              name="shape"
              aria-label={called}
              checked={value.shape === shape}
              onChange={() => pick({ ...value, shape })}
            />
            <Icon name={icon} />
          </label>
        ))}
      </fieldset>
      {(['field', 'mark'] as const).map(part => (
        <fieldset key={part}>
          <legend>{t(`guild.${part}`)}</legend>
          {CLOTH_SWATCHES.slice(0, EMBLEM_DYES).map((colour, dye) => (
            <label key={colour} class={`swatch${value[part] === dye ? ' on' : ''}`} style={{ '--swatch': colour }}>
              <input
                type="radio"
                name={part}
                aria-label={t('guild.colour', { n: dye + 1 })}
                checked={value[part] === dye}
                onChange={() => pick({ ...value, [part]: dye })}
              />
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
