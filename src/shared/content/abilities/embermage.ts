// The ember-mage's own abilities, 93-101: fire, and what it takes to keep one's head in it. In: nothing. Out: the rows.
import { ofClass, spell, stance } from './own';

// biome-ignore format: a table reads best with one row to a line
export const EMBER_MAGE = ofClass('ember-mage', [
  spell({
    id: 93, key: 'scorch', name: 'Scorch', text: 'Quicker than Ember and in a worse mood.', icon: 'fire-ray', level: 1, reach: 'projectile', cast_ticks: 24, cost: 11,
    amount: [5, 8], scale_pct: 80, speed_mps: 28, visual: 'ember', sound: 'ember',
  }),
  spell({
    id: 94, key: 'cinder-brand', name: 'Cinder Brand', text: 'A coal that sticks. Up to three of them, each as unpleasant as the first.', icon: 'burning-embers', level: 3,
    cooldown_ticks: 60, cost: 13, amount: [2, 4], scale_pct: 20, effect: 'branded', move_cast: true, visual: 'kindle', sound: 'kindle',
  }),
  stance({
    id: 95, key: 'ash-shell', name: 'Ash Shell', text: 'Yesterday’s fire keeps today’s blows off you.', icon: 'fire-shield', level: 5, arms: 'focus', power: 'spell',
    cooldown_ticks: 500, cost: 22, amount: [14, 18], scale_pct: 110, effect: 'ash-shell', visual: 'wind', sound: 'wind',
  }),
  spell({
    id: 96, key: 'blinding-flare', name: 'Blinding Flare', text: 'What cannot see you runs from you, for three seconds.', icon: 'burning-eye', level: 7, reach: 'cone',
    range_m: 10, angle_deg: 45, cooldown_ticks: 500, cost: 20, effect: 'panicked', move_cast: true, visual: 'nova', sound: 'nova',
  }),
  spell({
    id: 97, key: 'counterflame', name: 'Counterflame', text: 'Eats a spell half spoken, then sips the power that was meant for it.', icon: 'fire-silhouette', level: 9,
    cooldown_ticks: 400, cost: 12, interrupt_ticks: 100, effect: 'sapped', global: false, move_cast: true, visual: 'kindle', sound: 'kindle',
  }),
  spell({
    id: 98, key: 'fireburst', name: 'Fireburst', text: 'No flight, no warning. It is simply there.', icon: 'flame-spin', level: 10, cooldown_ticks: 180, cost: 28,
    amount: [16, 22], scale_pct: 100, move_cast: true, visual: 'kindle', sound: 'nova',
  }),
  spell({
    id: 99, key: 'ash-siphon', name: 'Ash Siphon', text: 'What burns there warms here: takes health and brings it to you for six seconds.', icon: 'life-tap', level: 12,
    cooldown_ticks: 240, cost: 24, effect: 'siphoned', move_cast: true, visual: 'chill', sound: 'chill',
  }),
  stance({
    id: 100, key: 'kindled-mind', name: 'Kindled Mind', text: 'Think too fast for your own good. All you do hits harder for ten seconds.', icon: 'brain', level: 14,
    power: 'spell', cooldown_ticks: 1200, effect: 'kindled', visual: 'wind', sound: 'wind',
  }),
  spell({
    id: 101, key: 'falling-star', name: 'Falling Star', text: 'You asked politely. It is on its way.', icon: 'burning-meteor', level: 18, reach: 'projectile', cast_ticks: 50,
    cooldown_ticks: 500, cost: 55, amount: [60, 80], scale_pct: 260, speed_mps: 22, effect: 'staggered', visual: 'ember', sound: 'nova',
  }),
]);
