// Money to be typed, in its three metals. In: copper. Out: copper.
import { t } from '../strings';
import { split } from './coins';

interface MoneyProps {
  /** What it is for. */
  label: string;
  copper: number;
  change(copper: number): void;
}

const METALS = [
  { key: 'g', worth: 10_000, most: 99_999 },
  { key: 's', worth: 100, most: 99 },
  { key: 'c', worth: 1, most: 99 },
] as const;

export function MoneyField({ label, copper, change }: MoneyProps) {
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
            onChange={event => {
              const typed = Math.max(0, Math.min(most, Math.floor(Number(event.currentTarget.value) || 0)));
              change(copper + (typed - parts[key]) * worth);
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
