// Who lives in the dungeons beside their masters, and whom bosses call: the Hollow Barrow (8), the Drowned Bastion (14), the Wyrm Sanctum (20),
// the Stormhart's glade, the Grumbleback's litter. In: strengths (body.ts). Out: kinds 210-213, 217-223, 227-233, 237, 241, 246.
import type { MonsterKind } from '../kinds';
import { strength } from './body';

const MAN = { walk_mps: 1.5, run_mps: 5.6, radius_m: 0.4, height_m: 1.8 } as const;
const DEAD = { walk_mps: 1.1, run_mps: 4.9, radius_m: 0.4, height_m: 1.85 } as const;
/** Called by a boss: small, many, and worth little. */
const CALLED = { xp: 30, gold: [0, 0], loot: [], respawn_s: 120, notice_m: 16, leash_m: 60 } as const;

// biome-ignore format: a table reads best with one row to a line
export const DELVERS: readonly MonsterKind[] = [
  // Hollow Barrow, 7-9
  {
    id: 210, key: 'barrow-thrall', name: 'Barrow Thrall', body: 'wight', team: 'undead', ...strength(7, 9, 56, 8, 14), ...DEAD, mind: ['pack'],
    notice_m: 11, leash_m: 36, abilities: ['slash', 'wight-touch'], xp: 112, gold: [8, 20], respawn_s: 120,
    loot: [{ item: 'grave-dust', chance: 0.5 }, { item: 'tarnished-coin', chance: 0.3, qty: [1, 2] }],
  },
  {
    id: 211, key: 'barrow-digger', name: 'Barrow Digger', body: 'bandit', team: 'bandit', ...strength(7, 9, 54, 8, 10), ...MAN, mind: ['pack', 'coward'],
    notice_m: 12, leash_m: 38, abilities: ['slash', 'sand-spray'], xp: 112, gold: [14, 30], respawn_s: 120,
    loot: [{ item: 'tarnished-coin', chance: 0.5, qty: [1, 2] }, { item: 'linen-scrap', chance: 0.4 }],
  },
  {
    id: 212, key: 'barrow-hound', name: 'Hound That Stayed', body: 'wolf', team: 'undead', ...strength(7, 9, 50, 8.2, 8), walk_mps: 1.7, run_mps: 6.6,
    radius_m: 0.6, height_m: 1.2, mind: ['pack', 'charge'], notice_m: 13, leash_m: 40, abilities: ['bite', 'pounce', 'wight-touch'], xp: 112, gold: [0, 0],
    respawn_s: 120, loot: [{ item: 'wolf-fang', chance: 0.4 }, { item: 'grave-dust', chance: 0.4 }],
  },
  {
    id: 213, key: 'corpse-candle', name: 'Corpse Candle', body: 'wisp', team: 'undead', ...strength(7, 9, 44, 7.9, 4), walk_mps: 1.4, run_mps: 5.4,
    radius_m: 0.4, height_m: 1.1, mind: ['ranged', 'caster'], notice_m: 14, leash_m: 38, abilities: ['wisp-bolt', 'wight-touch'], xp: 112, gold: [0, 0],
    respawn_s: 120, loot: [{ item: 'abbey-candle', chance: 0.4 }, { item: 'wisp-glimmer', chance: 0.3 }],
  },
  {
    id: 217, key: 'choir-voice', name: 'Voice of the Choir', body: 'wisp', team: 'undead', ...strength(7, 9, 42, 6, 2), walk_mps: 1.4, run_mps: 5, radius_m: 0.4,
    height_m: 1.3, mind: ['caster', 'ranged'], ...CALLED, abilities: ['fog-bolt', 'wight-touch'],
  },
  {
    id: 218, key: 'kings-bones', name: 'Bones in Livery', body: 'wight', team: 'undead', ...strength(7, 9, 42, 6.2, 8), ...DEAD, mind: [], ...CALLED,
    abilities: ['slash'],
  },
  // Drowned Bastion, 13-15
  {
    id: 220, key: 'bastion-mate', name: 'Bastion Mate', body: 'bandit', team: 'undead', ...strength(13, 15, 56, 8.1, 14), ...MAN, mind: ['pack', 'charge'],
    notice_m: 13, leash_m: 40, abilities: ['slash', 'shield-crack', 'drowners-grasp'], xp: 116, gold: [22, 48], respawn_s: 120,
    loot: [{ item: 'sea-glass', chance: 0.4 }, { item: 'tarnished-coin', chance: 0.5, qty: [1, 3] }],
  },
  {
    id: 221, key: 'powder-drowned', name: 'Drowned Gunner', body: 'archer', team: 'undead', ...strength(13, 15, 48, 8, 8), ...MAN, mind: ['ranged'], notice_m: 17,
    leash_m: 44, abilities: ['bandit-arrow', 'barbed-shot', 'slash'], xp: 116, gold: [22, 48], respawn_s: 120,
    loot: [{ item: 'fletching', chance: 0.5, qty: [1, 3] }, { item: 'sea-glass', chance: 0.3 }],
  },
  {
    id: 222, key: 'bilge-crab', name: 'Bilge Crab', body: 'crawler', team: 'wild', ...strength(13, 15, 60, 7.8, 22), walk_mps: 1, run_mps: 4.6, radius_m: 0.75,
    height_m: 0.95, mind: [], notice_m: 9, leash_m: 32, abilities: ['pinch', 'shell-slam'], xp: 114, gold: [0, 0], respawn_s: 120,
    loot: [{ item: 'crab-shell', chance: 0.5 }, { item: 'tide-pearl', chance: 0.04 }],
  },
  {
    id: 223, key: 'brine-caller', name: 'Brine Caller', body: 'mage', team: 'undead', ...strength(13, 15, 46, 8, 6), ...MAN, mind: ['caster', 'ranged', 'pack'],
    notice_m: 15, leash_m: 42, abilities: ['fog-bolt', 'grave-howl', 'slash'], xp: 116, gold: [24, 52], respawn_s: 120,
    loot: [{ item: 'sea-glass', chance: 0.5, qty: [1, 2] }, { item: 'clear-water-flask', chance: 0.2 }],
  },
  {
    id: 227, key: 'bilge-rat', name: 'Press-Ganged', body: 'bandit', team: 'undead', ...strength(13, 15, 42, 6.2, 6), ...MAN, mind: [], ...CALLED, abilities: ['slash'],
  },
  {
    id: 228, key: 'tide-bell', name: 'Bell Ringer', body: 'wight', team: 'undead', ...strength(13, 15, 46, 6.2, 10), ...DEAD, mind: [], ...CALLED,
    abilities: ['wight-touch'],
  },
  // Wyrm Sanctum, 19-20
  {
    id: 230, key: 'ash-acolyte', name: 'Ash Acolyte', body: 'mage', team: 'bandit', ...strength(19, 20, 48, 8.1, 6), ...MAN, mind: ['caster', 'ranged'], notice_m: 16,
    leash_m: 42, abilities: ['hedge-fire', 'cinder-burst', 'slash'], xp: 118, gold: [40, 84], respawn_s: 120,
    loot: [{ item: 'singed-page', chance: 0.5 }, { item: 'kiln-ember', chance: 0.3 }],
  },
  {
    id: 231, key: 'scale-guard', name: 'Scale Guard', body: 'captain', team: 'bandit', ...strength(19, 20, 58, 8.2, 18), ...MAN, mind: ['pack'], notice_m: 13, leash_m: 40,
    abilities: ['slash', 'captains-cleave', 'shield-crack'], xp: 118, gold: [44, 90], respawn_s: 120,
    loot: [{ item: 'hall-ring', chance: 0.3 }, { item: 'tarnished-coin', chance: 0.5, qty: [2, 4] }],
  },
  {
    id: 232, key: 'cinder-hound', name: 'Cinder Hound', body: 'wolf', team: 'wild', ...strength(19, 20, 52, 8.2, 8), walk_mps: 1.9, run_mps: 6.9, radius_m: 0.7,
    height_m: 1.35, mind: ['pack', 'charge'], notice_m: 14, leash_m: 44, abilities: ['bite', 'pounce', 'cinder-burst'], xp: 118, gold: [0, 0], respawn_s: 120,
    loot: [{ item: 'fell-pelt', chance: 0.4 }, { item: 'kiln-ember', chance: 0.4 }],
  },
  {
    id: 233, key: 'wyrmling', name: 'Wyrmling', body: 'drake', team: 'wild', ...strength(19, 20, 54, 8.1, 14), walk_mps: 1.6, run_mps: 6, radius_m: 0.7, height_m: 1.3,
    mind: ['charge'], notice_m: 13, leash_m: 40, abilities: ['bite', 'spit', 'rake'], xp: 118, gold: [0, 0], respawn_s: 120,
    loot: [{ item: 'kiln-ember', chance: 0.5 }, { item: 'storm-glass', chance: 0.2 }],
  },
  {
    id: 237, key: 'hatchling', name: 'Hatchling', body: 'drake', team: 'wild', ...strength(19, 20, 42, 6, 6), walk_mps: 1.6, run_mps: 5.8, radius_m: 0.5, height_m: 0.8,
    mind: [], ...CALLED, abilities: ['bite'],
  },
  // Called by the Stormhart and by Old Grumbleback.
  {
    id: 241, key: 'stray-spark', name: 'Stray Spark', body: 'wisp', team: 'wild', ...strength(20, 20, 44, 6.2, 4), walk_mps: 1.6, run_mps: 5.6, radius_m: 0.4,
    height_m: 1.2, mind: ['caster', 'ranged'], ...CALLED, abilities: ['star-lance', 'claw'],
  },
  {
    id: 246, key: 'root-piglet', name: 'Root Piglet', body: 'boar', team: 'wild', ...strength(4, 20, 42, 6, 6), walk_mps: 1.4, run_mps: 6, radius_m: 0.45,
    height_m: 0.7, mind: ['charge'], ...CALLED, abilities: ['gore', 'gore-charge'],
  },
];
