// Money to be typed, in its three metals. In: copper. Out: copper.
import { useState } from 'preact/hooks';
import { t } from '../strings';
import { split } from './coins';

interface MoneyProps {
  /** What it is for. */
  label: string;
  copper: number;
  change(copper: number): void;
  /** Somebody else answers every change: only whole numbers are told. */
  isSlow?: boolean;
}

interface AmountProps {
  value: number;
  min: number;
  max?: number;
  label: string;
  class?: string;
  tell(value: number): void;
  isSlow?: boolean;
}

/**
 * A number to be typed. Told with every key, so that a click right after it finds it; or, if that would be too often, when the field is left. Until
 * then what is typed stands there, whatever is made of it: an emptied field is empty, not 1.
 */
export function Amount({ value, label, tell, isSlow = false, ...rest }: AmountProps) {
  const [text, setText] = useState<string | null>(null);
  const hear = (typed: string) => tell(Number(typed) || 0);
  return (
    <input
      type="number"
      aria-label={label}
      {...rest}
      value={text ?? value}
      onInput={({ currentTarget: { value: typed } }) => {
        setText(typed);
        if (!isSlow) hear(typed);
      }}
      onChange={({ currentTarget: { value: typed } }) => {
        setText(null);
        if (isSlow) hear(typed);
      }}
      onBlur={() => setText(null)}
    />
  );
}

const METALS = [
  { key: 'g', worth: 10_000, most: 99_999 },
  { key: 's', worth: 100, most: 99 },
  { key: 'c', worth: 1, most: 99 },
] as const;

export function MoneyField({ label, copper, change, isSlow = false }: MoneyProps) {
  const parts = split(copper);
  return (
    <fieldset class="money">
      <legend>{label}</legend>
      {METALS.map(({ key, worth, most }) => (
        <span key={key} class={key}>
          <Amount
            min={0}
            max={most}
            value={parts[key]}
            label={`${label}, ${t(`coin.${key}`)}`}
            isSlow={isSlow}
            tell={value => {
              const whole = Math.max(0, Math.min(most, Math.floor(value)));
              change(copper + (whole - parts[key]) * worth);
            }}
          />
        </span>
      ))}
    </fieldset>
  );
}
