// A bar that shows how much of something there is, with words over it. In: value, most, a name for it. Out: a role=meter that is read aloud.
interface MeterProps {
  kind: 'health' | 'power' | 'foe' | 'xp' | 'cast' | 'thin';
  value: number;
  most: number;
  label: string;
  text?: string;
  /** So much more stands before it: shields. */
  over?: number;
}

export function Meter({ kind, value, most, label, text, over = 0 }: MeterProps) {
  const part = most > 0 ? Math.max(0, Math.min(1, value / most)) : 0;
  return (
    <div
      class={`meter ${kind}`}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={value}
      aria-valuetext={text}
    >
      <i style={{ transform: `scaleX(${part.toFixed(4)})` }} />
      {over > 0 ? <u style={{ width: `${(Math.min(1, over / most) * 100).toFixed(1)}%` }} /> : null}
      {text ? <b aria-hidden="true">{text}</b> : null}
    </div>
  );
}
