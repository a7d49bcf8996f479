// Effects that run on a body for a while. In: nothing. Out: the table; ids travel on the wire and stay in saved states, never reuse one.
import type { EffectKind, EffectType } from './kinds';

type More = Partial<Pick<EffectKind, 'harmful' | 'period_ticks' | 'burns' | 'stacks' | 'scale_pct'>>;

function row(
  id: number,
  key: string,
  name: string,
  icon: string,
  type: EffectType,
  magnitude: number,
  duration_ticks: number,
  more: More = {},
): EffectKind {
  return { id, key, name, icon, type, magnitude, duration_ticks, period_ticks: 0, harmful: false, ...more };
}

// biome-ignore format: a table reads best with one row to a line
export const EFFECTS: readonly EffectKind[] = [
  {
    id: 1, key: 'hobbled', name: 'Hobbled', icon: 'feather-wound', type: 'slow', magnitude: 45, duration_ticks: 120,
    period_ticks: 0, harmful: true,
  },
  {
    id: 2, key: 'burning', name: 'Burning', icon: 'flame', type: 'damage', magnitude: 7, duration_ticks: 160, period_ticks: 40,
    harmful: true, burns: true,
  },
  {
    id: 3, key: 'dazed', name: 'Dazed', icon: 'stoned-skull', type: 'stun', magnitude: 0, duration_ticks: 40, period_ticks: 0,
    harmful: true,
  },
  {
    id: 4, key: 'mending', name: 'Mending', icon: 'healing', type: 'heal', magnitude: 5, duration_ticks: 120, period_ticks: 20,
    harmful: false,
  },
  {
    id: 5, key: 'winded', name: 'Second Wind', icon: 'wind-slap', type: 'haste', magnitude: 20, duration_ticks: 160,
    period_ticks: 0, harmful: false,
  },
  {
    id: 6, key: 'webbed', name: 'Webbed', icon: 'spider-web', type: 'slow', magnitude: 60, duration_ticks: 80, period_ticks: 0,
    harmful: true,
  },
  {
    id: 7, key: 'grave-chill', name: 'Grave Chill', icon: 'snowflake-1', type: 'slow', magnitude: 30, duration_ticks: 100,
    period_ticks: 0, harmful: true,
  },
  {
    id: 8, key: 'venom', name: 'Venom', icon: 'poison-bottle', type: 'damage', magnitude: 5, duration_ticks: 160, period_ticks: 40,
    harmful: true,
  },
  {
    id: 9, key: 'acid', name: 'Acid Spittle', icon: 'acid-blob', type: 'damage', magnitude: 6, duration_ticks: 120,
    period_ticks: 40, harmful: true,
  },
  {
    id: 10, key: 'gored', name: 'Bowled Over', icon: 'knocked-out-stars', type: 'stun', magnitude: 0, duration_ticks: 20,
    period_ticks: 0, harmful: true,
  },
  {
    id: 11, key: 'bleeding', name: 'Bleeding', icon: 'bleeding-wound', type: 'damage', magnitude: 6, duration_ticks: 160,
    period_ticks: 40, harmful: true,
  },
  {
    id: 12, key: 'held', name: 'Held Fast', icon: 'grab', type: 'root', magnitude: 0, duration_ticks: 36, period_ticks: 0,
    harmful: true,
  },
  // Of what is crafted: the things themselves say for how long, and how much a period gives (content/items/provisions.ts).
  {
    id: 60, key: 'regrowth', name: 'Regrowth', icon: 'plant-roots', type: 'heal', magnitude: 6, duration_ticks: 3600, period_ticks: 60,
    harmful: false,
  },
  {
    id: 61, key: 'nourished', name: 'Nourished', icon: 'hot-meal', type: 'heal', magnitude: 8, duration_ticks: 240, period_ticks: 20,
    harmful: false,
  },
  {
    id: 62, key: 'stone-skin', name: 'Stone Skin', icon: 'stone-block', type: 'ward', magnitude: 12, duration_ticks: 6000,
    period_ticks: 0, harmful: false,
  },
  {
    id: 63, key: 'fleet-foot', name: 'Fleet Feet', icon: 'run', type: 'haste', magnitude: 12, duration_ticks: 6000, period_ticks: 0,
    harmful: false,
  },
  // Of the classes, 13-40.
  row(13, 'sundered', 'Sundered', 'cracked-shield', 'expose', 5, 240, { harmful: true, stacks: 3 }),
  row(14, 'challenged', 'Challenged', 'shouting', 'taunt', 0, 80, { harmful: true }),
  row(15, 'guarded', 'Raised Guard', 'checked-shield', 'ward', 40, 140),
  row(16, 'stone-oath', 'Stone Oath', 'stone-block', 'absorb', 0, 300),
  row(17, 'shaken', 'Shaken', 'earth-crack', 'slow', 40, 100, { harmful: true }),
  row(18, 'rallied', 'Rallied', 'trumpet-flag', 'empower', 12, 200),
  row(19, 'reprisal', 'Reprisal', 'shield-reflect', 'thorns', 35, 160),
  row(20, 'bastion', 'Last Bastion', 'castle', 'ward', 70, 160),
  row(21, 'staggered', 'Staggered', 'knocked-out-stars', 'stun', 0, 30, { harmful: true }),
  row(22, 'marked', 'Marked Prey', 'crosshair', 'expose', 12, 300, { harmful: true }),
  row(23, 'lacerated', 'Lacerated', 'bleeding-wound', 'damage', 2, 200, { harmful: true, period_ticks: 40, stacks: 3, scale_pct: 12 }),
  row(24, 'snared', 'Snared', 'box-trap', 'root', 0, 80, { harmful: true }),
  row(25, 'harried', 'Harried', 'relationship-bounds', 'weaken', 25, 160, { harmful: true }),
  row(26, 'bear-hide', 'Bear’s Hide', 'bear-head', 'ward', 25, 200),
  row(27, 'gagged', 'Gagged', 'silence', 'silence', 0, 80, { harmful: true }),
  row(28, 'sapped', 'Sapped', 'fire-silhouette', 'power', -6, 120, { harmful: true, period_ticks: 20, scale_pct: 0 }),
  row(29, 'renewed', 'Renewal', 'leaf-swirl', 'heal', 4, 240, { period_ticks: 40, scale_pct: 40 }),
  row(30, 'leaf-ward', 'Ward of Leaves', 'oak-leaf', 'absorb', 0, 300),
  row(31, 'wellspring', 'Wellspring', 'water-fountain', 'power', 6, 200, { period_ticks: 20, scale_pct: 10 }),
  row(32, 'sunbrand', 'Sunbrand', 'sun-priest', 'weaken', 15, 160, { harmful: true }),
  row(33, 'steadfast', 'Steadfast', 'breaking-chain', 'steady', 0, 120),
  row(34, 'branded', 'Branded', 'burning-embers', 'damage', 2, 200, {
    harmful: true, burns: true, period_ticks: 40, stacks: 3, scale_pct: 14,
  }),
  row(35, 'panicked', 'Panicked', 'burning-eye', 'fear', 0, 60, { harmful: true }),
  row(36, 'siphoned', 'Siphoned', 'life-tap', 'drain', 3, 120, { harmful: true, period_ticks: 20, scale_pct: 22 }),
  row(37, 'kindled', 'Kindled Mind', 'brain', 'empower', 20, 200),
  row(38, 'evasive', 'Sidestep', 'dodging', 'evade', 50, 80),
  row(39, 'red-thirst', 'Red Thirst', 'blood', 'leech', 33, 160),
  row(40, 'ash-shell', 'Ash Shell', 'fire-shield', 'absorb', 0, 300),
  // Of bosses (content/encounters.ts): the region says for how long, and how much the seal takes.
  row(41, 'sealed', 'Sealed', 'magic-shield', 'absorb', 0, 100),
  row(42, 'furious', 'Out of Patience', 'enrage', 'empower', 150, 100),
  row(43, 'waxed', 'Waxed', 'candle-flame', 'slow', 50, 100, { harmful: true }),
  row(44, 'brined', 'Brined', 'drop', 'expose', 15, 200, { harmful: true }),
];
