// What players and monsters can do. In: nothing. Out: the table; ids are bits of `setKnown` and travel on the wire, never reuse one.
// Players own 1-31 (common to all) and 64-127 (of a class: abilities/), monsters 32-63 and 128-191. Amounts and costs are explained in rules/stats.ts; times are ticks of 50 ms.
// Those marked `global` wait for each other (GLOBAL_COOLDOWN_TICKS of assembly/layout.ts).
import { DUELIST } from './abilities/duelist';
import { EMBER_MAGE } from './abilities/embermage';
import { RANGER } from './abilities/ranger';
import { SAGE } from './abilities/sage';
import { WARDEN } from './abilities/warden';
import type { AbilityKind } from './kinds';

// biome-ignore format: a table reads best with one row to a line
const PLAYER: readonly AbilityKind[] = [
  {
    id: 1, key: 'strike', name: 'Strike', text: 'Swing your melee weapon at one foe. Old-fashioned, reliable, costs nothing.',
    icon: 'sword-brandish', level: 1, arms: 'melee', reach: 'target', on: 'foe', cast_ticks: 0, cooldown_ticks: 24, global: true,
    cost: 0, range_m: 3.2, amount: [0, 0], weapon: true, power: 'melee', scale_pct: 30, move_cast: true, visual: 'slash',
    sound: 'swing',
  },
  {
    id: 2, key: 'loose', name: 'Loose', text: 'Draw and send an arrow at one foe.', icon: 'high-shot', level: 1, arms: 'bow',
    reach: 'projectile', on: 'foe', cast_ticks: 14, cooldown_ticks: 30, global: true, cost: 0, range_m: 30, amount: [0, 0],
    weapon: true, power: 'ranged', scale_pct: 35, speed_mps: 42, move_cast: true, visual: 'arrow', sound: 'bow',
  },
  {
    id: 3, key: 'ember', name: 'Ember', text: 'Coax a spark from your focus and throw it while it still has a temper.',
    icon: 'fireball', level: 1, arms: 'focus', reach: 'projectile', on: 'foe', cast_ticks: 30, cooldown_ticks: 30, global: true,
    cost: 14, range_m: 28, amount: [4, 7], weapon: false, power: 'spell', scale_pct: 55, speed_mps: 24, visual: 'ember',
    sound: 'ember',
  },
  {
    id: 4, key: 'mend', name: 'Mend', text: 'Close the wounds of an ally, or your own when nobody else is bleeding.',
    icon: 'healing', level: 2, arms: 'focus', reach: 'target', on: 'friend', cast_ticks: 36, cooldown_ticks: 40, global: true,
    cost: 26, range_m: 24, amount: [18, 24], weapon: false, power: 'spell', scale_pct: 110, threat_pct: 40, effect: 'mending',
    visual: 'mend', sound: 'mend',
  },
  {
    id: 5, key: 'cleave', name: 'Cleave', text: 'A wide, rude swing that greets everything in front of you.', icon: 'sword-slice',
    level: 3, arms: 'melee', reach: 'cone', on: 'foe', cast_ticks: 0, cooldown_ticks: 100, global: true, cost: 16, range_m: 4,
    angle_deg: 60, amount: [3, 5], weapon: true, power: 'melee', scale_pct: 40, move_cast: true, threat_pct: 120, visual: 'cleave',
    sound: 'cleave',
  },
  {
    id: 6, key: 'hobble', name: 'Hobble', text: 'An arrow to the leg. The foe keeps coming, only slower and crosser.',
    icon: 'feather-wound', level: 3, arms: 'bow', reach: 'projectile', on: 'foe', cast_ticks: 0, cooldown_ticks: 160, global: true,
    cost: 14, range_m: 26, amount: [0, 0], weapon: true, power: 'ranged', scale_pct: 20, speed_mps: 46, effect: 'hobbled',
    move_cast: true, visual: 'arrow', sound: 'bow',
  },
  {
    id: 7, key: 'kindle', name: 'Kindle', text: 'Set a foe alight. Burns for eight seconds; apologies are optional.',
    icon: 'flaming-claw', level: 4, arms: 'focus', reach: 'target', on: 'foe', cast_ticks: 0, cooldown_ticks: 120, global: true,
    cost: 20, range_m: 26, amount: [5, 8], weapon: false, power: 'spell', scale_pct: 40, effect: 'burning', move_cast: true,
    visual: 'kindle', sound: 'kindle',
  },
  {
    id: 8, key: 'bash', name: 'Bash', text: 'Hilt, elbow or forehead: whatever is nearest. Dazes the foe for two seconds.',
    icon: 'shield-bash', level: 5, arms: 'melee', reach: 'target', on: 'foe', cast_ticks: 0, cooldown_ticks: 240, global: true,
    cost: 18, range_m: 3.2, amount: [4, 6], weapon: false, power: 'melee', scale_pct: 40, effect: 'dazed', move_cast: true,
    threat_pct: 150, visual: 'bash', sound: 'bash',
  },
  {
    id: 9, key: 'second-wind', name: 'Second Wind', text: 'Find the breath you were saving. Heals you and quickens your feet.',
    icon: 'wind-slap', level: 6, arms: 'none', reach: 'self', on: 'friend', cast_ticks: 0, cooldown_ticks: 1800, global: false,
    cost: 0, range_m: 0, amount: [40, 50], weapon: false, power: 'melee', scale_pct: 180, effect: 'winded', move_cast: true,
    threat_pct: 0, visual: 'wind', sound: 'wind',
  },
  {
    id: 10, key: 'flame-ring', name: 'Flame Ring',
    text: 'A ring of fire round your boots. Stand still and look as if you meant it.', icon: 'fire-ring', level: 8, arms: 'focus',
    reach: 'nova', on: 'foe', cast_ticks: 0, cooldown_ticks: 300, global: true, cost: 45, range_m: 0, radius_m: 7, amount: [22, 30],
    weapon: false, power: 'spell', scale_pct: 90, effect: 'burning', move_cast: true, threat_pct: 120, visual: 'nova',
    sound: 'nova',
  },
  {
    id: 11, key: 'wheel-lock-shot', name: 'Wheel-lock Shot',
    text: 'Aimed fire with the firearm in your hands. Heads are worth more.', icon: 'musket', level: 1, arms: 'firearm',
    reach: 'ray', on: 'foe', cast_ticks: 0, cooldown_ticks: 26, global: false, cost: 0, range_m: 90, amount: [0, 0], weapon: true,
    power: 'ranged', scale_pct: 30, move_cast: true, visual: 'shot', sound: 'shot',
  },
  {
    id: 12, key: 'aimed-arrow', name: 'Aimed Arrow', text: 'A drawn bow and your own good eye. Mind the drop.', icon: 'bowman',
    level: 1, arms: 'bow', reach: 'projectile', on: 'foe', cast_ticks: 0, cooldown_ticks: 24, global: false, cost: 0, range_m: 80,
    amount: [1, 3], weapon: true, power: 'ranged', scale_pct: 40, speed_mps: 55, drop_mps2: 9, move_cast: true, visual: 'arrow',
    sound: 'bow',
  },
  {
    id: 31, key: 'call-steed', name: 'Call Steed',
    text: 'Whistle, wait and swing up. Again to get down; so do water, low roofs and anything with teeth.', icon: 'horseshoe',
    level: 0, arms: 'none', reach: 'self', on: 'friend', cast_ticks: 30, cooldown_ticks: 20, global: false, cost: 0, range_m: 0,
    amount: [0, 0], weapon: false, power: 'melee', scale_pct: 0, ride: true, visual: 'none', sound: 'whistle',
  },
];

/** A monster's plain blow: its own damage range is the weapon. */
const blow = (id: number, key: string, name: string, icon: string, more: Partial<AbilityKind> = {}): AbilityKind => ({
  id,
  key,
  name,
  text: '',
  icon,
  level: 0,
  arms: 'none',
  reach: 'target',
  on: 'foe',
  cast_ticks: 0,
  cooldown_ticks: 32,
  global: true,
  cost: 0,
  range_m: 2.8,
  amount: [0, 0],
  weapon: true,
  power: 'melee',
  scale_pct: 0,
  move_cast: true,
  visual: 'slash',
  sound: 'swing',
  ...more,
});

// biome-ignore format: a table reads best with one row to a line
const MONSTER: readonly AbilityKind[] = [
  blow(32, 'bite', 'Bite', 'fangs', { visual: 'bite', sound: 'bite' }),
  blow(33, 'claw', 'Claw', 'claw-slashes', { visual: 'claw', sound: 'claw' }),
  blow(34, 'gore', 'Gore', 'boar-tusks', { cooldown_ticks: 40, visual: 'bite', sound: 'gore' }),
  blow(35, 'gore-charge', 'Charge', 'charging-bull', {
    cooldown_ticks: 200, range_m: 3.4, amount: [3, 5], effect: 'gored', visual: 'charge', sound: 'gore',
  }),
  blow(36, 'slash', 'Slash', 'saber-slash'),
  blow(37, 'bandit-arrow', 'Snap Shot', 'arrow-flights', {
    reach: 'projectile', range_m: 24, cast_ticks: 18, cooldown_ticks: 44, power: 'ranged', speed_mps: 34, move_cast: false,
    visual: 'arrow', sound: 'bow',
  }),
  blow(38, 'web', 'Web', 'spider-web', {
    reach: 'projectile', range_m: 18, cast_ticks: 14, cooldown_ticks: 220, power: 'ranged', weapon: false, amount: [2, 4],
    speed_mps: 20, effect: 'webbed', visual: 'web', sound: 'web',
  }),
  blow(39, 'wight-touch', 'Cold Touch', 'grasping-claws', {
    cooldown_ticks: 36, effect: 'grave-chill', visual: 'chill', sound: 'chill',
  }),
  blow(40, 'wisp-bolt', 'Wisp Bolt', 'fire-zone', {
    reach: 'projectile', range_m: 24, cast_ticks: 26, cooldown_ticks: 40, power: 'spell', speed_mps: 18, visual: 'wisp',
    sound: 'wisp',
  }),
  blow(41, 'captains-cleave', 'Captain’s Cleave', 'crossed-slashes', {
    reach: 'cone', range_m: 4, angle_deg: 55, cast_ticks: 16, cooldown_ticks: 160, amount: [10, 14], visual: 'cleave',
    sound: 'cleave',
  }),
  blow(42, 'spit', 'Spit', 'acid-blob', {
    reach: 'projectile', range_m: 18, cast_ticks: 12, cooldown_ticks: 140, power: 'ranged', weapon: false, amount: [3, 5],
    speed_mps: 22, effect: 'acid', visual: 'spit', sound: 'spit',
  }),
  blow(43, 'venom-bite', 'Venom Bite', 'snake-bite', { cooldown_ticks: 34, visual: 'bite', sound: 'bite' }),
  blow(44, 'howl-rend', 'Rending Bite', 'triple-claws', {
    cooldown_ticks: 160, amount: [4, 6], effect: 'bleeding', visual: 'claw', sound: 'claw',
  }),
  blow(45, 'hedge-fire', 'Hedge Fire', 'flame', {
    reach: 'projectile', range_m: 24, cast_ticks: 30, cooldown_ticks: 50, power: 'spell', speed_mps: 20, visual: 'ember',
    sound: 'ember', move_cast: false,
  }),
  blow(46, 'toll', 'Toll', 'ringing-bell', {
    reach: 'nova', range_m: 6, radius_m: 8, cast_ticks: 40, cooldown_ticks: 300, weapon: false, amount: [30, 40], power: 'spell',
    effect: 'grave-chill', move_cast: false, visual: 'chill', sound: 'toll',
  }),
  blow(47, 'venom-spray', 'Venom', 'poison-cloud', {
    range_m: 3.2, cooldown_ticks: 180, weapon: false, amount: [2, 4], effect: 'venom', visual: 'spit', sound: 'spit',
  }),
  blow(48, 'guards-blade', 'Guard’s Blade', 'broadsword', { cooldown_ticks: 26, range_m: 3.2 }),
  blow(49, 'pinch', 'Pinch', 'crab-claw', { cooldown_ticks: 36, visual: 'claw', sound: 'claw' }),
  blow(50, 'pounce', 'Pounce', 'saber-toothed-cat-head', {
    cooldown_ticks: 220, range_m: 3.4, amount: [2, 4], effect: 'bleeding', visual: 'charge', sound: 'bite',
  }),
  blow(51, 'pinning-shot', 'Pinning Shot', 'arrowed', {
    reach: 'projectile', range_m: 24, cast_ticks: 22, cooldown_ticks: 200, power: 'ranged', speed_mps: 34, move_cast: false,
    effect: 'hobbled', visual: 'arrow', sound: 'bow',
  }),
  blow(52, 'drowners-grasp', 'Drowner’s Grasp', 'grab', {
    cooldown_ticks: 190, weapon: false, amount: [6, 10], effect: 'held', visual: 'chill', sound: 'chill',
  }),
  blow(53, 'cinder-burst', 'Cinder Burst', 'fire-ring', {
    reach: 'nova', range_m: 5, radius_m: 6, cast_ticks: 30, cooldown_ticks: 240, weapon: false, amount: [8, 12], power: 'spell',
    effect: 'burning', move_cast: false, visual: 'nova', sound: 'ember',
  }),
  // Of the outer places.
  blow(54, 'rake', 'Rake', 'boar-tusks', {
    reach: 'cone', range_m: 3.6, angle_deg: 50, cast_ticks: 12, cooldown_ticks: 180, amount: [4, 6], effect: 'bleeding', visual: 'cleave',
    sound: 'gore',
  }),
  blow(55, 'shield-crack', 'Shield Crack', 'shield-bash', {
    range_m: 3, cooldown_ticks: 260, weapon: false, amount: [8, 12], effect: 'dazed', visual: 'bash', sound: 'bash',
  }),
  blow(56, 'barbed-shot', 'Barbed Shot', 'barbed-arrow', {
    reach: 'projectile', range_m: 24, cast_ticks: 24, cooldown_ticks: 220, power: 'ranged', speed_mps: 34, move_cast: false, effect: 'bleeding',
    visual: 'arrow', sound: 'bow',
  }),
  blow(57, 'fog-bolt', 'Fog Bolt', 'fog', {
    reach: 'projectile', range_m: 24, cast_ticks: 30, cooldown_ticks: 56, power: 'spell', speed_mps: 18, move_cast: false,
    effect: 'grave-chill', visual: 'wisp', sound: 'wisp',
  }),
  blow(58, 'shell-slam', 'Slam', 'quake-stomp', {
    reach: 'nova', range_m: 4, radius_m: 4.5, cast_ticks: 22, cooldown_ticks: 260, weapon: false, amount: [14, 20], move_cast: false,
    effect: 'gored', visual: 'nova', sound: 'bash',
  }),
  blow(59, 'star-lance', 'Star Lance', 'star-swirl', {
    reach: 'projectile', range_m: 26, cast_ticks: 34, cooldown_ticks: 60, power: 'spell', speed_mps: 24, move_cast: false, visual: 'wisp',
    sound: 'wisp',
  }),
  blow(60, 'grave-howl', 'Grave Howl', 'ghost', {
    reach: 'nova', range_m: 5, radius_m: 7, cast_ticks: 28, cooldown_ticks: 300, weapon: false, amount: [12, 18], power: 'spell',
    effect: 'grave-chill', move_cast: false, visual: 'chill', sound: 'chill',
  }),
  blow(61, 'sand-spray', 'Sand Spray', 'dust-cloud', {
    reach: 'cone', range_m: 5, angle_deg: 40, cast_ticks: 10, cooldown_ticks: 220, weapon: false, amount: [6, 10], effect: 'hobbled',
    visual: 'cleave', sound: 'spit',
  }),
  blow(62, 'deep-toll', 'Deep Toll', 'ringing-bell', {
    reach: 'nova', range_m: 7, radius_m: 9, cast_ticks: 50, cooldown_ticks: 320, weapon: false, amount: [70, 90], power: 'spell',
    effect: 'dazed', move_cast: false, visual: 'chill', sound: 'toll',
  }),
  blow(63, 'pitch-web', 'Pitch Web', 'spider-web', {
    reach: 'projectile', range_m: 18, cast_ticks: 16, cooldown_ticks: 240, power: 'ranged', weapon: false, amount: [4, 8], speed_mps: 20,
    effect: 'held', visual: 'web', sound: 'web',
  }),
];

export const ABILITIES: readonly AbilityKind[] = [...PLAYER, ...MONSTER, ...WARDEN, ...RANGER, ...SAGE, ...EMBER_MAGE, ...DUELIST];
