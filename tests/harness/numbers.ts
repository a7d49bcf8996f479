// Small statistics for tests and tools.

/** The value that `share` (0..1) of the numbers do not exceed; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  if (!values.length) return 0;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
