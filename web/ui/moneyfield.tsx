// Money to be typed, in its three metals. In: copper. Out: copper.
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

/** Told with every key, so that a click right after it finds it; or, if that would be too often, when the field is left. */
export function typed(isSlow: boolean, tell: (value: number) => void) {
  const heard = (event: { currentTarget: HTMLInputElement }) => tell(Number(event.currentTarget.value) || 0);
  return isSlow ? { onChange: heard } : { onInput: heard };
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
        <label key={key} class={key}>
          <input
            type="number"
            min={0}
            max={most}
            value={parts[key]}
            aria-label={`${label}, ${t(`coin.${key}`)}`}
            {...typed(isSlow, value => {
              const whole = Math.max(0, Math.min(most, Math.floor(value)));
              change(copper + (whole - parts[key]) * worth);
            })}
          />
        </label>
      ))}
    </fieldset>
  );
}
