// The warden's own abilities, 64-73: what keeps foes on him and him on his feet. In: nothing. Out: the rows.
// His blows anger more than they hurt (threat_pct): that, and the challenge, is how he holds.
import { blade, ofClass, stance } from './own';

// biome-ignore format: a table reads best with one row to a line
export const WARDEN = ofClass('warden', [
  blade({
    id: 64, key: 'sundering-blow', name: 'Sundering Blow', text: 'Hit the seams. Each blow makes the next one hurt more, up to three.',
    icon: 'cracked-shield', level: 1, cooldown_ticks: 60, cost: 8, scale_pct: 45, threat_pct: 320, effect: 'sundered',
    visual: 'slash', sound: 'swing',
  }),
  stance({
    id: 65, key: 'challenge', name: 'Challenge', text: 'Say something about its mother. It fights you and nobody else for four seconds.',
    icon: 'shouting', level: 2, reach: 'target', on: 'foe', range_m: 22, cooldown_ticks: 160, threat_pct: 100,
    effect: 'challenged', visual: 'wind', sound: 'bash',
  }),
  stance({
    id: 66, key: 'raised-guard', name: 'Raised Guard', text: 'Hide behind what you hold. For seven seconds two fifths of every blow go past you.',
    icon: 'checked-shield', level: 3, cooldown_ticks: 320, cost: 10, effect: 'guarded', visual: 'wind', sound: 'bash',
  }),
  blade({
    id: 67, key: 'shield-slam', name: 'Shield Slam', text: 'Mid-sentence is best. Stops a cast, and its words stay lost for four seconds.',
    icon: 'shield-echoes', level: 6, cooldown_ticks: 240, cost: 12, weapon: false, amount: [6, 9], scale_pct: 60, threat_pct: 300,
    interrupt_ticks: 80, global: false, visual: 'bash', sound: 'bash',
  }),
  stance({
    id: 68, key: 'stone-oath', name: 'Stone Oath', text: 'Promise not to fall. A shield takes the next blows for you.', icon: 'stone-block',
    level: 8, cooldown_ticks: 600, cost: 20, amount: [20, 26], scale_pct: 150, effect: 'stone-oath', visual: 'wind', sound: 'wind',
  }),
  blade({
    id: 69, key: 'ground-stomp', name: 'Ground Stomp', text: 'Everybody near you loses their footing and learns your name.',
    icon: 'earth-crack', level: 10, arms: 'none', reach: 'nova', range_m: 0, radius_m: 7, cooldown_ticks: 220, cost: 22, weapon: false,
    amount: [10, 14], scale_pct: 60, threat_pct: 350, effect: 'shaken', visual: 'nova', sound: 'bash',
  }),
  stance({
    id: 70, key: 'rallying-cry', name: 'Rallying Cry', text: 'For about ten seconds everybody who hears you believes it, and hits harder.',
    icon: 'trumpet-flag', level: 12, reach: 'nova', radius_m: 16, cooldown_ticks: 900, cost: 25, effect: 'rallied', visual: 'wind',
    sound: 'wind',
  }),
  stance({
    id: 71, key: 'reprisal', name: 'Reprisal', text: 'Lean into the blow. A third of it goes back where it came from.', icon: 'shield-reflect',
    level: 14, cooldown_ticks: 440, cost: 14, effect: 'reprisal', visual: 'wind', sound: 'bash',
  }),
  blade({
    id: 72, key: 'intercept', name: 'Intercept', text: 'Be there. You stand before the foe at once, and it stands still.', icon: 'sprint',
    level: 16, range_m: 20, cooldown_ticks: 300, cost: 12, scale_pct: 30, threat_pct: 250, leaps: true, effect: 'staggered',
    visual: 'charge', sound: 'cleave',
  }),
  stance({
    id: 73, key: 'last-bastion', name: 'Last Bastion', text: 'Not one step. For eight seconds hardly anything gets through.', icon: 'castle',
    level: 18, cooldown_ticks: 2400, anytime: true, effect: 'bastion', visual: 'nova', sound: 'toll',
  }),
]);
