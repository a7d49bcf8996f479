// Choosers of the character screen: step through numbered kinds, or pick a colour. Radio groups and buttons, all by keyboard.
import type { Covenant } from '../../src/shared/content/kinds';
import { COVENANTS } from '../../src/shared/content/kinds';
import { t } from '../strings';
import { Glyph } from './glyph';

export function Stepper({
  label,
  value,
  kinds,
  name,
  change,
}: {
  label: string;
  value: number;
  kinds: number;
  name?: string;
  change(next: number): void;
}) {
  return (
    <div class="stepper" role="group" aria-label={label}>
      <span>{label}</span>
      <button type="button" aria-label={t('chooser.previous', { what: label })} onClick={() => change((value + kinds - 1) % kinds)}>
        ‹
      </button>
      <output>{name ?? `${value + 1} / ${kinds}`}</output>
      <button type="button" aria-label={t('chooser.next', { what: label })} onClick={() => change((value + 1) % kinds)}>
        ›
      </button>
    </div>
  );
}

export function Swatches({
  label,
  value,
  colors,
  change,
}: {
  label: string;
  value: number;
  colors: readonly string[];
  change(next: number): void;
}) {
  return (
    <fieldset class="swatches">
      <legend>{label}</legend>
      {colors.map((color, i) => (
        <label key={color} style={{ background: color }} class={value === i ? 'on' : ''}>
          <input
            type="radio"
            name={label}
            class="cover"
            checked={value === i}
            aria-label={`${label} ${i + 1}`}
            onChange={() => change(i)}
          />
        </label>
      ))}
    </fieldset>
  );
}

export function CovenantChoice({ value, change }: { value: Covenant; change(next: Covenant): void }) {
  return (
    <fieldset class="covenants">
      <legend>{t('chooser.covenant')}</legend>
      {COVENANTS.map(covenant => (
        <label key={covenant} class={`${covenant}${value === covenant ? ' on' : ''}`}>
          <input type="radio" name="covenant" class="cover" checked={value === covenant} onChange={() => change(covenant)} />
          <b>
            <i>
              <Glyph covenant={covenant} />
            </i>{' '}
            {t(`covenant.${covenant}`)}
          </b>
          <small>{t(`covenant.${covenant}.text`)}</small>
        </label>
      ))}
    </fieldset>
  );
}
