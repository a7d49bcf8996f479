// Kinds of setting: a switch, a slider, a choice. In: the name of a setting. Out: the setting, changed at once.
import type { Signal } from '@preact/signals';
import { RANGES, type Settings, settings } from '../settings';
import { type Key, t } from '../strings';

type NamesOf<T> = { [K in keyof Settings]: Settings[K] extends T ? K : never }[keyof Settings];
export type SwitchName = NamesOf<boolean>;
export type SliderName = keyof typeof RANGES;

export function Switch({ name }: { name: SwitchName }) {
  const value = settings[name] as Signal<boolean>;
  return (
    <label class="option">
      <span>{t(`settings.${name}` as Key)}</span>
      <input type="checkbox" class="switch" checked={value.value} onChange={() => (value.value = !value.value)} />
    </label>
  );
}

export function Slider({ name, unit = 'settings.percent', step = 5 }: { name: SliderName; unit?: Key; step?: number }) {
  const value = settings[name] as Signal<number>;
  const [least, most] = RANGES[name];
  const words = t(unit, { n: value.value });
  return (
    <label class="option">
      <span>{t(`settings.${name}` as Key)}</span>
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={value.value}
        aria-valuetext={words}
        onInput={event => (value.value = Number(event.currentTarget.value))}
      />
      <output>{words}</output>
    </label>
  );
}

interface ChoiceProps<K extends keyof Settings> {
  name: K;
  /** Each value with the key of its words, or the words themselves. */
  choices: readonly (readonly [value: Settings[K] & string, words: Key | { plain: string }])[];
}

export function Choice<K extends keyof Settings>({ name, choices }: ChoiceProps<K>) {
  const value = settings[name] as unknown as Signal<string>;
  return (
    <label class="option">
      <span>{t(`settings.${name}` as Key)}</span>
      <select value={value.value} onChange={event => (value.value = event.currentTarget.value)}>
        {choices.map(([each, words]) => (
          <option key={each} value={each}>
            {typeof words === 'string' ? t(words) : words.plain}
          </option>
        ))}
      </select>
    </label>
  );
}
