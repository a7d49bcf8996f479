// The ranger's own abilities, 74-82: arrows, snares, and the beasts that come when called. In: nothing. Out: the rows.
import { arrow, ofClass, stance } from './own';

// biome-ignore format: a table reads best with one row to a line
export const RANGER = ofClass('ranger', [
  arrow({
    id: 74, key: 'quick-arrow', name: 'Quick Arrow', text: 'No time to draw properly. Send it anyway, walking if you must.', icon: 'arrow-flights',
    level: 1, cooldown_ticks: 60, cost: 9, scale_pct: 55, visual: 'arrow', sound: 'bow',
  }),
  arrow({
    id: 75, key: 'marked-prey', name: 'Marked Prey', text: 'Point. Everybody hits a little harder where you pointed.', icon: 'crosshair', level: 2,
    arms: 'none', reach: 'target', range_m: 34, cooldown_ticks: 240, cost: 8, weapon: false, global: false, effect: 'marked',
    visual: 'kindle', sound: 'wind',
  }),
  arrow({
    id: 76, key: 'hawk-strike', name: 'Hawk Strike', text: 'She has been circling all along. Her talons leave wounds that bleed.', icon: 'hawk-emblem',
    level: 4, arms: 'none', reach: 'target', cooldown_ticks: 180, cost: 16, weapon: false, amount: [5, 8], scale_pct: 60,
    effect: 'lacerated', visual: 'claw', sound: 'claw',
  }),
  arrow({
    id: 77, key: 'snare', name: 'Snare', text: 'A loop, a stake, and patience. The foe stands where it is for four seconds.', icon: 'box-trap', level: 6,
    range_m: 24, cooldown_ticks: 400, cost: 14, weapon: false, amount: [2, 4], scale_pct: 10, effect: 'snared', visual: 'web', sound: 'web',
  }),
  arrow({
    id: 78, key: 'wolf-call', name: 'Call the Wolf', text: 'An old friend with bad manners. What it bites is too busy to hit well.', icon: 'wolf-head',
    level: 8, arms: 'none', reach: 'target', range_m: 26, cooldown_ticks: 260, cost: 20, weapon: false, amount: [12, 18], scale_pct: 90,
    effect: 'harried', visual: 'bite', sound: 'growl',
  }),
  arrow({
    id: 79, key: 'volley', name: 'Volley', text: 'As many arrows as you have fingers, at everybody before you.', icon: 'arrow-cluster', level: 10,
    reach: 'cone', range_m: 20, angle_deg: 22, cooldown_ticks: 240, cost: 28, scale_pct: 50, threat_pct: 80, visual: 'arrow', sound: 'bow',
  }),
  stance({
    id: 80, key: 'bears-heart', name: 'Bear’s Heart', text: 'Borrow it from whoever sleeps in the hills. Heals, and thickens the skin.', icon: 'bear-head',
    level: 12, cooldown_ticks: 1200, cost: 20, amount: [30, 40], power: 'ranged', scale_pct: 140, effect: 'bear-hide', visual: 'mend',
    sound: 'growl',
  }),
  arrow({
    id: 81, key: 'gagging-shaft', name: 'Gagging Shaft', text: 'Aimed at the word, not the mouth. Stops a cast and spells for three seconds.', icon: 'silenced',
    level: 14, cooldown_ticks: 400, cost: 16, scale_pct: 20, interrupt_ticks: 80, effect: 'gagged', global: false, visual: 'arrow', sound: 'bow',
  }),
  arrow({
    id: 82, key: 'stampede', name: 'Stampede', text: 'You whistle. The herd was grazing just behind you.', icon: 'buffalo-head', level: 18, arms: 'none',
    reach: 'cone', range_m: 14, angle_deg: 35, cooldown_ticks: 700, cost: 40, weapon: false, amount: [28, 38], scale_pct: 100,
    effect: 'staggered', visual: 'charge', sound: 'gore',
  }),
]);
