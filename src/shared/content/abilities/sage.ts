// The sage's own abilities, 83-92: what mends, shields and quiets. In: nothing. Out: the rows.
import { ofClass, spell } from './own';

// biome-ignore format: a table reads best with one row to a line
export const SAGE = ofClass('sage', [
  spell({
    id: 83, key: 'gentle-light', name: 'Gentle Light', text: 'Warm, a little ticklish, and quick. The healing you will use most.', icon: 'sunbeams', level: 1,
    on: 'friend', cast_ticks: 24, cost: 18, amount: [14, 18], scale_pct: 95, threat_pct: 60, visual: 'mend', sound: 'mend',
  }),
  spell({
    id: 84, key: 'thornlight', name: 'Thornlight', text: 'The same light, seen from its other side.', icon: 'thorny-vine', level: 1, reach: 'projectile',
    cast_ticks: 24, cost: 9, amount: [4, 7], scale_pct: 68, speed_mps: 26, visual: 'wisp', sound: 'wisp',
  }),
  spell({
    id: 85, key: 'renewal', name: 'Renewal', text: 'Something green and stubborn grows where it hurts, for twelve seconds.', icon: 'leaf-swirl', level: 3,
    on: 'friend', cooldown_ticks: 30, cost: 16, threat_pct: 60, move_cast: true, effect: 'renewed', visual: 'mend', sound: 'mend',
  }),
  spell({
    id: 86, key: 'leaf-ward', name: 'Ward of Leaves', text: 'Leaves that take the blow and fall. Good for a friend who will not duck.', icon: 'oak-leaf', level: 5,
    on: 'friend', cooldown_ticks: 160, cost: 24, amount: [16, 20], scale_pct: 110, threat_pct: 50, move_cast: true, effect: 'leaf-ward',
    visual: 'mend', sound: 'wind',
  }),
  spell({
    id: 87, key: 'cleanse', name: 'Cleanse', text: 'Burns, venom, hexes, webs: out with all of it, and a little mending on top.', icon: 'lotus-flower', level: 7,
    on: 'friend', cooldown_ticks: 120, cost: 16, amount: [8, 10], scale_pct: 25, threat_pct: 50, cleanses: true, move_cast: true,
    visual: 'mend', sound: 'mend',
  }),
  spell({
    id: 88, key: 'hush', name: 'Hush', text: 'One finger to the lips. The cast stops, and no spell is spoken for four seconds.', icon: 'silence', level: 9,
    cooldown_ticks: 440, cost: 18, interrupt_ticks: 80, effect: 'gagged', global: false, move_cast: true, visual: 'chill', sound: 'chill',
  }),
  spell({
    id: 89, key: 'wellspring', name: 'Wellspring', text: 'Let somebody drink from where yours comes from. Gives power for ten seconds.', icon: 'water-fountain', level: 11,
    on: 'friend', cooldown_ticks: 1200, threat_pct: 0, move_cast: true, global: false, effect: 'wellspring', visual: 'mend', sound: 'wind',
  }),
  spell({
    id: 90, key: 'circle-of-mercy', name: 'Circle of Mercy', text: 'Room for everybody who is near enough to be embarrassed.', icon: 'sun-radiations', level: 13,
    reach: 'nova', on: 'friend', range_m: 0, radius_m: 14, cast_ticks: 30, cooldown_ticks: 160, cost: 44, amount: [24, 30], scale_pct: 90,
    threat_pct: 60, visual: 'mend', sound: 'mend',
  }),
  spell({
    id: 91, key: 'sunbrand', name: 'Sunbrand', text: 'A mark of noon. It stings at once, and whoever bears it hits more softly for eight seconds.', icon: 'sun-priest', level: 16,
    cooldown_ticks: 200, cost: 26, amount: [22, 28], scale_pct: 95, effect: 'sunbrand', move_cast: true, visual: 'kindle', sound: 'kindle',
  }),
  spell({
    id: 92, key: 'second-dawn', name: 'Second Dawn', text: 'For the worst moment of the fight. A great healing, and nothing can hold the healed.', icon: 'sunrise', level: 19,
    on: 'friend', range_m: 34, cooldown_ticks: 2400, cost: 40, amount: [70, 90], scale_pct: 280, threat_pct: 60, global: false,
    move_cast: true, effect: 'steadfast', visual: 'mend', sound: 'toll',
  }),
]);
