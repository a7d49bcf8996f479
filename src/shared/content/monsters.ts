// Everything that lives and is not a player. In: nothing. Out: the table; ids travel as an entity's kind, never reuse one.
// Monsters own 1-31, 64-127 and 210-250 (dungeons and bosses), villagers and guards 32-63 and 128-200. hp and damage are those of the lowest level and grow by
// rules/stats.ts; xp is a share in percent of what an even foe gives (100 = a twelfth of a level, rules/levels.ts).
import type { MonsterKind } from './kinds';
import { BOSS_KINDS } from './monsters/bosses';
import { DELVERS } from './monsters/delvers';
import { FAR_BEASTS } from './monsters/farbeasts';
import { FAR_FOLK } from './monsters/farfolk';

// biome-ignore format: a table reads best with one row to a line
const WILD: readonly MonsterKind[] = [
  {
    id: 1, key: 'wolf', name: 'Hedge Wolf', body: 'wolf', team: 'wild', level: [1, 6], hp: 52, damage: [5, 7], armor: 4,
    walk_mps: 1.6, run_mps: 6.2, radius_m: 0.5, height_m: 0.95, mind: ['wander', 'pack', 'night'], notice_m: 11, leash_m: 38,
    abilities: ['bite'], xp: 100, gold: [0, 0], respawn_s: 70,
    loot: [{ item: 'wolf-pelt', chance: 0.55 }, { item: 'wolf-fang', chance: 0.3 }, { item: 'stringy-meat', chance: 0.35 }, { item: 'sheep-bell', chance: 0.5 }],
  },
  {
    id: 2, key: 'boar', name: 'Meadow Boar', body: 'boar', team: 'wild', level: [1, 5], hp: 62, damage: [7, 10], armor: 10,
    walk_mps: 1.2, run_mps: 5.8, radius_m: 0.55, height_m: 0.9, mind: ['wander', 'charge'], notice_m: 8, leash_m: 32,
    abilities: ['gore', 'gore-charge'], xp: 105, gold: [0, 0], respawn_s: 75,
    loot: [{ item: 'boar-haunch', chance: 0.6 }, { item: 'boar-tusk', chance: 0.35 }, { item: 'boar-hide', chance: 0.25 }],
  },
  {
    id: 6, key: 'spider', name: 'Hollow Spider', body: 'spider', team: 'wild', level: [3, 7], hp: 92, damage: [10, 14], armor: 8,
    walk_mps: 1.4, run_mps: 5.6, radius_m: 0.6, height_m: 0.8, mind: ['wander', 'charge', 'night'], notice_m: 12, leash_m: 36,
    abilities: ['venom-bite', 'web', 'venom-spray'], xp: 105, gold: [0, 0], respawn_s: 80,
    loot: [{ item: 'spider-silk', chance: 0.55 }, { item: 'venom-gland', chance: 0.35 }, { item: 'bracing-draught', chance: 0.03 }],
  },
  {
    id: 7, key: 'crawler', name: 'Cave Crawler', body: 'crawler', team: 'wild', level: [4, 7], hp: 128, damage: [12, 16], armor: 34,
    walk_mps: 1.2, run_mps: 4.9, radius_m: 0.6, height_m: 0.7, mind: ['wander', 'charge'], notice_m: 11, leash_m: 30,
    abilities: ['claw', 'spit'], xp: 110, gold: [0, 0], respawn_s: 80,
    loot: [{ item: 'chitin-plate', chance: 0.5 }, { item: 'iron-ore', chance: 0.4, qty: [1, 2] }, { item: 'glow-gem', chance: 0.05 }, { item: 'miners-lamp', chance: 0.18 }],
  },
  {
    id: 12, key: 'greymuzzle', name: 'Greymuzzle', body: 'wolf', team: 'wild', level: [5, 8], hp: 172, damage: [17, 22], armor: 20,
    walk_mps: 1.6, run_mps: 6.6, radius_m: 0.6, height_m: 1.2, mind: ['wander', 'pack', 'night'], notice_m: 13, leash_m: 42,
    abilities: ['bite', 'howl-rend'], xp: 110, gold: [0, 0], respawn_s: 90,
    loot: [{ item: 'grey-pelt', chance: 0.5 }, { item: 'wolf-fang', chance: 0.5, qty: [1, 2] }, { item: 'stringy-meat', chance: 0.4 }, { item: 'sheep-bell', chance: 0.5 }],
  },
  {
    id: 13, key: 'old-mother', name: 'Old Mother Grey', body: 'wolf', team: 'wild', level: [6, 6], elite: true, hp: 420,
    damage: [20, 27], armor: 40, walk_mps: 1.6, run_mps: 6.8, radius_m: 0.75, height_m: 1.5, mind: ['wander', 'pack', 'night'],
    notice_m: 16, leash_m: 45, abilities: ['bite', 'howl-rend'], xp: 320, gold: [0, 0], respawn_s: 300,
    loot: [{ item: 'mothers-pelt', chance: 1 }, { item: 'grey-pelt', chance: 1, qty: [1, 2] }, { item: 'den-mother-tooth', chance: 0.35 }, { item: 'wolfhide-hood', chance: 0.3 }],
  },
  {
    id: 14, key: 'broodmother', name: 'Silkwidow', body: 'spider', team: 'wild', level: [7, 7], elite: true, hp: 520,
    damage: [20, 27], armor: 44, walk_mps: 1.2, run_mps: 5.4, radius_m: 1, height_m: 1.5, mind: ['wander', 'charge', 'night'],
    notice_m: 15, leash_m: 40, abilities: ['venom-bite', 'web', 'venom-spray'], xp: 320, gold: [0, 0], respawn_s: 300,
    loot: [{ item: 'widow-silk', chance: 1 }, { item: 'spider-silk', chance: 1, qty: [2, 4] }, { item: 'widowsilk-focus', chance: 0.3 }, { item: 'silkstep-boots', chance: 0.3 }],
  },
  {
    id: 15, key: 'snapper', name: 'Mud Snapper', body: 'crawler', team: 'wild', level: [2, 5], hp: 84, damage: [8, 11], armor: 30,
    walk_mps: 0.9, run_mps: 3.8, radius_m: 0.5, height_m: 0.55, mind: ['wander'], notice_m: 6, leash_m: 24, abilities: ['pinch'],
    xp: 95, gold: [0, 0], respawn_s: 70,
    loot: [{ item: 'snapper-claw', chance: 0.5 }, { item: 'river-pearl', chance: 0.06 }, { item: 'silver-trout', chance: 0.2 }],
  },
  {
    id: 19, key: 'crag-wolf', name: 'Crag Wolf', body: 'wolf', team: 'wild', level: [5, 11], hp: 166, damage: [16, 21], armor: 18,
    walk_mps: 1.9, run_mps: 6.8, radius_m: 0.6, height_m: 1.15, mind: ['wander', 'pack', 'charge'], notice_m: 14, leash_m: 42,
    abilities: ['bite', 'pounce'], xp: 110, gold: [0, 0], respawn_s: 95,
    loot: [{ item: 'crag-pelt', chance: 0.5 }, { item: 'wolf-fang', chance: 0.5, qty: [1, 2] }, { item: 'stringy-meat', chance: 0.4 }],
  },
  {
    id: 20, key: 'tusker', name: 'Fen Tusker', body: 'boar', team: 'wild', level: [4, 9], hp: 148, damage: [15, 20], armor: 30,
    walk_mps: 1.2, run_mps: 5.9, radius_m: 0.7, height_m: 1.15, mind: ['wander', 'charge', 'pack'], notice_m: 10, leash_m: 36,
    abilities: ['gore', 'gore-charge'], xp: 110, gold: [0, 0], respawn_s: 85,
    loot: [{ item: 'boar-haunch', chance: 0.6, qty: [1, 2] }, { item: 'boar-tusk', chance: 0.45, qty: [1, 2] }, { item: 'boar-hide', chance: 0.35 }],
  },
  {
    id: 21, key: 'strand-crab', name: 'Strand Crab', body: 'crawler', team: 'wild', level: [5, 10], hp: 170, damage: [14, 19], armor: 62,
    walk_mps: 0.9, run_mps: 4.2, radius_m: 0.7, height_m: 0.8, mind: ['wander', 'pack'], notice_m: 9, leash_m: 28,
    abilities: ['pinch', 'spit'], xp: 105, gold: [0, 0], respawn_s: 80,
    loot: [{ item: 'crab-shell', chance: 0.5 }, { item: 'snapper-claw', chance: 0.5, qty: [1, 2] }, { item: 'river-pearl', chance: 0.08 }],
  },
  {
    id: 22, key: 'thorn-stag', name: 'Thorn Stag', body: 'deer', team: 'wild', level: [4, 10], hp: 142, damage: [14, 19], armor: 14,
    walk_mps: 1.5, run_mps: 7, radius_m: 0.6, height_m: 1.8, mind: ['wander', 'charge'], notice_m: 11, leash_m: 40,
    abilities: ['gore', 'gore-charge'], xp: 108, gold: [0, 0], respawn_s: 90,
    loot: [{ item: 'thorn-antler', chance: 0.45 }, { item: 'venison', chance: 0.7, qty: [1, 2] }, { item: 'soft-hide', chance: 0.5 }],
  },
  {
    id: 23, key: 'kiln-sprite', name: 'Kiln Sprite', body: 'wisp', team: 'wild', level: [5, 10], hp: 132, damage: [16, 21], armor: 8,
    walk_mps: 1.6, run_mps: 5.4, radius_m: 0.35, height_m: 1.2, mind: ['wander', 'caster', 'ranged'], notice_m: 14, leash_m: 36,
    abilities: ['hedge-fire', 'cinder-burst'], xp: 110, gold: [0, 0], respawn_s: 85,
    loot: [{ item: 'kiln-ember', chance: 0.5 }, { item: 'glow-gem', chance: 0.06 }, { item: 'daybook-leaf', chance: 0.6 }],
  },
  // Runners, like marauders below, only walk rounds (places' patrols): their leash must reach from one end of the round to the other.
  {
    id: 29, key: 'crag-runner', name: 'Crag Runner', body: 'wolf', team: 'wild', level: [5, 10], hp: 158, damage: [16, 21], armor: 16,
    walk_mps: 2.1, run_mps: 7, radius_m: 0.55, height_m: 1.1, mind: ['pack', 'charge', 'night'], notice_m: 13, leash_m: 120,
    abilities: ['bite', 'pounce'], xp: 112, gold: [0, 0], respawn_s: 110,
    loot: [{ item: 'crag-pelt', chance: 0.5 }, { item: 'wolf-fang', chance: 0.5, qty: [1, 2] }, { item: 'stringy-meat', chance: 0.4 }],
  },
  {
    id: 27, key: 'cragjaw', name: 'Cragjaw', body: 'wolf', team: 'wild', level: [19, 19], elite: true, hp: 1610, damage: [60, 76],
    armor: 132, walk_mps: 1.7, run_mps: 7, radius_m: 0.85, height_m: 1.7, mind: ['wander', 'pack', 'charge'], notice_m: 16, leash_m: 45,
    abilities: ['bite', 'pounce', 'howl-rend'], xp: 400, gold: [0, 0], respawn_s: 420,
    loot: [{ item: 'crag-pelt', chance: 1, qty: [2, 3] }, { item: 'cragjaw-mantle', chance: 0.35 }, { item: 'star-silver', chance: 0.6, qty: [1, 2] }],
  },
];

// biome-ignore format: a table reads best with one row to a line
const FOLK: readonly MonsterKind[] = [
  {
    id: 3, key: 'bandit', name: 'Bandit', body: 'bandit', team: 'bandit', level: [3, 8], hp: 100, damage: [12, 16], armor: 24,
    walk_mps: 1.8, run_mps: 5.7, radius_m: 0.4, height_m: 1.75, mind: ['wander', 'pack', 'coward'], notice_m: 14, leash_m: 42,
    abilities: ['slash'], xp: 105, gold: [6, 14], respawn_s: 80,
    loot: [{ item: 'linen-scrap', chance: 0.45 }, { item: 'tin-button', chance: 0.3 }, { item: 'bread', chance: 0.15 }, { item: 'healing-draught', chance: 0.06 }, { item: 'militia-sword', chance: 0.02 },
      { item: 'stolen-flour', chance: 0.55 }, { item: 'flour-ledger', chance: 0.15 }],
  },
  {
    id: 4, key: 'bandit-archer', name: 'Bandit Archer', body: 'archer', team: 'bandit', level: [3, 8], hp: 84, damage: [11, 15],
    armor: 14, walk_mps: 1.8, run_mps: 5.6, radius_m: 0.4, height_m: 1.75, mind: ['wander', 'pack', 'ranged', 'coward'],
    notice_m: 18, leash_m: 44, abilities: ['bandit-arrow', 'slash'], xp: 105, gold: [6, 14], respawn_s: 80,
    loot: [{ item: 'linen-scrap', chance: 0.4 }, { item: 'fletching', chance: 0.4, qty: [1, 2] }, { item: 'tin-button', chance: 0.25 }, { item: 'yew-bow', chance: 0.02 },
      { item: 'stolen-flour', chance: 0.45 }, { item: 'flour-ledger', chance: 0.2 }],
  },
  {
    id: 16, key: 'hedge-mage', name: 'Bandit Hedge-mage', body: 'mage', team: 'bandit', level: [5, 9], hp: 132, damage: [18, 24],
    armor: 12, walk_mps: 1.7, run_mps: 5.4, radius_m: 0.4, height_m: 1.75, mind: ['wander', 'pack', 'caster', 'ranged'],
    notice_m: 18, leash_m: 42, abilities: ['hedge-fire', 'slash'], xp: 112, gold: [10, 22], respawn_s: 90,
    loot: [{ item: 'linen-scrap', chance: 0.4 }, { item: 'singed-page', chance: 0.35 }, { item: 'clear-water-flask', chance: 0.12 }, { item: 'cinder-orb', chance: 0.03 }],
  },
  {
    id: 5, key: 'bandit-captain', name: 'Captain Rusk', body: 'captain', team: 'bandit', level: [8, 8], elite: true, hp: 640,
    damage: [26, 34], armor: 70, walk_mps: 1.8, run_mps: 5.7, radius_m: 0.5, height_m: 1.95, mind: ['wander', 'pack'], notice_m: 16,
    leash_m: 40, abilities: ['slash', 'captains-cleave'], xp: 340, gold: [180, 260], respawn_s: 300,
    loot: [{ item: 'rusks-seal', chance: 1 }, { item: 'captains-falchion', chance: 0.3 }, { item: 'rusks-breastplate', chance: 0.25 }, { item: 'strong-draught', chance: 0.6 }],
  },
  {
    id: 8, key: 'wight', name: 'Abbey Wight', body: 'wight', team: 'undead', level: [7, 10], hp: 205, damage: [23, 30], armor: 40,
    walk_mps: 1.3, run_mps: 5, radius_m: 0.45, height_m: 1.85, mind: ['wander', 'night'], notice_m: 12, leash_m: 38,
    abilities: ['wight-touch'], xp: 112, gold: [10, 26], respawn_s: 90,
    loot: [{ item: 'grave-dust', chance: 0.5 }, { item: 'tarnished-coin', chance: 0.4, qty: [1, 3] }, { item: 'abbey-candle', chance: 0.2 }, { item: 'cold-iron-sword', chance: 0.02 }],
  },
  {
    id: 9, key: 'wisp', name: 'Marsh Wisp', body: 'wisp', team: 'undead', level: [5, 9], hp: 128, damage: [18, 24], armor: 6,
    walk_mps: 1.5, run_mps: 5.2, radius_m: 0.35, height_m: 1.3, mind: ['wander', 'caster', 'ranged', 'night'], notice_m: 15,
    leash_m: 36, abilities: ['wisp-bolt'], xp: 108, gold: [0, 0], respawn_s: 85,
    loot: [{ item: 'wisp-glimmer', chance: 0.5 }, { item: 'glow-gem', chance: 0.06 }],
  },
  {
    id: 17, key: 'hollow-abbot', name: 'The Hollow Abbot', body: 'abbot', team: 'undead', level: [10, 10], elite: true, hp: 920,
    damage: [34, 44], armor: 80, walk_mps: 1.2, run_mps: 4.8, radius_m: 0.6, height_m: 2.3, mind: ['wander', 'night'], notice_m: 16,
    leash_m: 34, abilities: ['wight-touch', 'toll'], xp: 400, gold: [260, 380], respawn_s: 420,
    loot: [{ item: 'abbots-bell', chance: 1 }, { item: 'abbots-crook', chance: 0.3 }, { item: 'bellfounders-helm', chance: 0.3 }, { item: 'strong-draught', chance: 0.8, qty: [1, 2] }],
  },
  {
    id: 24, key: 'drowned', name: 'The Drowned', body: 'wight', team: 'undead', level: [6, 11], hp: 184, damage: [20, 26], armor: 30,
    walk_mps: 1.2, run_mps: 4.8, radius_m: 0.45, height_m: 1.85, mind: ['wander', 'pack', 'night'], notice_m: 12, leash_m: 36,
    abilities: ['wight-touch', 'drowners-grasp'], xp: 115, gold: [8, 22], respawn_s: 95,
    loot: [{ item: 'sea-glass', chance: 0.45 }, { item: 'tarnished-coin', chance: 0.4, qty: [1, 2] }, { item: 'grave-dust', chance: 0.25 }],
  },
  {
    id: 25, key: 'reaver', name: 'Coast Reaver', body: 'bandit', team: 'bandit', level: [6, 11], hp: 186, damage: [19, 25], armor: 44,
    walk_mps: 1.9, run_mps: 5.8, radius_m: 0.4, height_m: 1.8, mind: ['wander', 'pack'], notice_m: 14, leash_m: 44,
    abilities: ['slash', 'captains-cleave'], xp: 112, gold: [12, 28], respawn_s: 90,
    loot: [{ item: 'linen-scrap', chance: 0.4 }, { item: 'sea-glass', chance: 0.25 }, { item: 'strong-draught', chance: 0.05 }, { item: 'flanged-mace', chance: 0.015 }],
  },
  {
    id: 26, key: 'reaver-bow', name: 'Reaver Bowman', body: 'archer', team: 'bandit', level: [6, 11], hp: 158, damage: [18, 24],
    armor: 24, walk_mps: 1.9, run_mps: 5.7, radius_m: 0.4, height_m: 1.8, mind: ['wander', 'pack', 'ranged'], notice_m: 18,
    leash_m: 46, abilities: ['bandit-arrow', 'pinning-shot', 'slash'], xp: 112, gold: [12, 28], respawn_s: 90,
    loot: [{ item: 'linen-scrap', chance: 0.35 }, { item: 'fletching', chance: 0.5, qty: [1, 3] }, { item: 'horn-bow', chance: 0.015 }],
  },
  {
    id: 30, key: 'marauder', name: 'Reaver Marauder', body: 'bandit', team: 'bandit', level: [6, 11], hp: 180, damage: [19, 25], armor: 40,
    walk_mps: 2, run_mps: 5.9, radius_m: 0.4, height_m: 1.8, mind: ['pack'], notice_m: 14, leash_m: 120,
    abilities: ['slash', 'captains-cleave'], xp: 114, gold: [14, 30], respawn_s: 110,
    loot: [{ item: 'linen-scrap', chance: 0.4 }, { item: 'sea-glass', chance: 0.25 }, { item: 'strong-draught', chance: 0.06 }, { item: 'woodsmans-axe', chance: 0.015 }],
  },
  {
    id: 28, key: 'red-merrow', name: 'Red Merrow', body: 'captain', team: 'bandit', level: [20, 20], elite: true, hp: 1790,
    damage: [65, 83], armor: 155, walk_mps: 1.8, run_mps: 5.8, radius_m: 0.5, height_m: 1.95, mind: ['wander', 'pack'], notice_m: 16,
    leash_m: 40, abilities: ['slash', 'captains-cleave', 'drowners-grasp'], xp: 420, gold: [560, 820], respawn_s: 420,
    loot: [{ item: 'merrows-sabre', chance: 0.35 }, { item: 'sea-glass', chance: 1, qty: [2, 4] }, { item: 'strong-draught', chance: 0.8, qty: [1, 2] }],
  },
];

// biome-ignore format: a table reads best with one row to a line
const CRITTERS: readonly MonsterKind[] = [
  {
    id: 10, key: 'deer', name: 'Roe Deer', body: 'deer', team: 'critter', level: [1, 3], hp: 34, damage: [1, 2], armor: 0,
    walk_mps: 1.5, run_mps: 7.6, radius_m: 0.5, height_m: 1.4, mind: ['wander', 'timid'], notice_m: 12, leash_m: 60,
    abilities: ['bite'], xp: 30, gold: [0, 0], respawn_s: 90,
    loot: [{ item: 'venison', chance: 0.7 }, { item: 'soft-hide', chance: 0.4 }],
  },
  {
    id: 11, key: 'hare', name: 'Brown Hare', body: 'hare', team: 'critter', level: [1, 1], hp: 12, damage: [1, 1], armor: 0,
    walk_mps: 1.4, run_mps: 7.2, radius_m: 0.3, height_m: 0.4, mind: ['wander', 'timid'], notice_m: 8, leash_m: 45,
    abilities: ['bite'], xp: 12, gold: [0, 0], respawn_s: 60,
    loot: [{ item: 'hare-foot', chance: 0.12 }, { item: 'stringy-meat', chance: 0.4 }],
  },
  {
    id: 18, key: 'fox', name: 'Red Fox', body: 'fox', team: 'critter', level: [1, 2], hp: 24, damage: [1, 2], armor: 0,
    walk_mps: 1.5, run_mps: 7.4, radius_m: 0.35, height_m: 0.6, mind: ['wander', 'timid'], notice_m: 10, leash_m: 50,
    abilities: ['bite'], xp: 18, gold: [0, 0], respawn_s: 90, loot: [{ item: 'fox-brush', chance: 0.4 }],
  },
];

const person = (id: number, key: string, name: string, body: string, more: Partial<MonsterKind> = {}): MonsterKind => ({
  id,
  key,
  name,
  body,
  team: 'neutral',
  level: [10, 10],
  hp: 400,
  damage: [8, 12],
  armor: 40,
  walk_mps: 1.5,
  run_mps: 4.8,
  radius_m: 0.4,
  height_m: 1.72,
  mind: ['route'],
  notice_m: 0,
  leash_m: 40,
  abilities: ['guards-blade'],
  xp: 0,
  gold: [0, 0],
  loot: [],
  respawn_s: 30,
  ...more,
});

// biome-ignore format: a table reads best with one row to a line
const VILLAGERS: readonly MonsterKind[] = [
  person(32, 'villager', 'Villager', 'villager'),
  person(33, 'child', 'Child', 'child', { radius_m: 0.3, height_m: 1.2, walk_mps: 2, run_mps: 5.4 }),
  person(34, 'elder', 'Elder', 'elder', { walk_mps: 1 }),
  person(35, 'guard', 'Village Guard', 'guard', {
    level: [12, 12], hp: 1400, damage: [46, 60], armor: 140, run_mps: 6.4, mind: ['route', 'guard'], notice_m: 22, leash_m: 50,
  }),
  person(36, 'captain-of-guard', 'Guard Captain', 'guard', {
    level: [15, 15], elite: true, hp: 2600, damage: [60, 80], armor: 180, run_mps: 6.4, mind: ['route', 'guard'], notice_m: 22,
    leash_m: 50,
  }),
  // Those who walk with players: at a pace that one can keep company to.
  person(128, 'wayfarer', 'Wayfarer', 'villager', { walk_mps: 2.3 }),
  person(129, 'pilgrim', 'Pilgrim', 'elder', { walk_mps: 2 }),
];

export const MONSTERS: readonly MonsterKind[] = [
  ...WILD,
  ...FOLK,
  ...CRITTERS,
  ...VILLAGERS,
  ...FAR_BEASTS,
  ...FAR_FOLK,
  ...DELVERS,
  ...BOSS_KINDS,
].sort((a, b) => a.id - b.id);
/** People of the place, not monsters. */
export const isVillagerKind = ({ id }: Pick<MonsterKind, 'id'>): boolean => (id >= 32 && id < 64) || (id >= 128 && id <= 200);
