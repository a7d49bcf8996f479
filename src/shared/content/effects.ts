// Effects that run on a body for a while. In: nothing. Out: the table; ids travel on the wire and stay in saved states, never reuse one.
import type { EffectKind } from './kinds';

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
];
