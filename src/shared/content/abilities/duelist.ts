// The duelist's own abilities, 102-111: quick steel, open wounds, and not being where the blow lands. In: nothing. Out: the rows.
import { blade, ofClass, stance } from './own';

// biome-ignore format: a table reads best with one row to a line
export const DUELIST = ofClass('duelist', [
  blade({
    id: 102, key: 'quick-cut', name: 'Quick Cut', text: 'The wrist does it. The arm only comes along.', icon: 'quick-slash', level: 1, cooldown_ticks: 50, cost: 8,
    scale_pct: 60, visual: 'slash', sound: 'swing',
  }),
  blade({
    id: 103, key: 'open-vein', name: 'Open Vein', text: 'A small cut in the right place. Three of them are a large one.', icon: 'bloody-sword', level: 3, cooldown_ticks: 70,
    cost: 12, weapon: false, amount: [2, 4], scale_pct: 40, effect: 'lacerated', visual: 'slash', sound: 'swing',
  }),
  blade({
    id: 104, key: 'lunge', name: 'Lunge', text: 'Fifteen metres in one step. Bow afterwards.', icon: 'thrust', level: 5, range_m: 16, cooldown_ticks: 240, cost: 10,
    scale_pct: 50, leaps: true, visual: 'charge', sound: 'cleave',
  }),
  stance({
    id: 105, key: 'sidestep', name: 'Sidestep', text: 'For four seconds half of what is aimed at you finds the place where you were.', icon: 'dodging', level: 6,
    cooldown_ticks: 320, cost: 10, effect: 'evasive', visual: 'wind', sound: 'wind',
  }),
  blade({
    id: 106, key: 'pommel-strike', name: 'Pommel Strike', text: 'On the teeth. Stops a cast, and it stays stopped for four seconds.', icon: 'sword-hilt', level: 8,
    cooldown_ticks: 240, cost: 8, weapon: false, amount: [4, 7], scale_pct: 40, interrupt_ticks: 80, global: false, visual: 'bash',
    sound: 'bash',
  }),
  blade({
    id: 107, key: 'blade-dance', name: 'Blade Dance', text: 'One turn on the heel, and everybody near has been invited.', icon: 'spinning-blades', level: 10, reach: 'nova',
    range_m: 0, radius_m: 4.5, cooldown_ticks: 180, cost: 24, scale_pct: 60, visual: 'cleave', sound: 'cleave',
  }),
  stance({
    id: 108, key: 'red-thirst', name: 'Red Thirst', text: 'For eight seconds a third of what you deal comes back as health.', icon: 'blood', level: 12, cooldown_ticks: 900,
    cost: 15, effect: 'red-thirst', visual: 'wind', sound: 'wind',
  }),
  blade({
    id: 109, key: 'feint', name: 'Feint', text: 'Look left. It is off its balance, and hits a quarter more softly for eight seconds.', icon: 'relationship-bounds', level: 14,
    cooldown_ticks: 260, cost: 12, weapon: false, amount: [6, 9], scale_pct: 50, effect: 'harried', visual: 'slash', sound: 'swing',
  }),
  blade({
    id: 110, key: 'coup-de-grace', name: 'Coup de Grâce', text: 'The last word, said with the whole body.', icon: 'executioner-hood', level: 17, cooldown_ticks: 260, cost: 30,
    scale_pct: 200, visual: 'cleave', sound: 'cleave',
  }),
  stance({
    id: 111, key: 'unbroken', name: 'Unbroken', text: 'Shrug off whatever holds you; for six seconds nothing new does.', icon: 'breaking-chain', level: 19,
    cooldown_ticks: 1200, anytime: true, effect: 'steadfast', visual: 'wind', sound: 'wind',
  }),
]);
