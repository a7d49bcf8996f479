// Bosses: what their bodies are; how they are fought stands in content/encounters.ts. Health is meant for as many as their encounter says
// (rules/encounters.ts makes it fit fewer). In: strengths (body.ts). Out: kinds 214-216, 224-226, 234-236, 240, 245.
import type { MonsterKind } from '../kinds';
import { strength } from './body';

const BOSS = { elite: true, boss: true, notice_m: 15, leash_m: 42, respawn_s: 3600 } as const;

// biome-ignore format: a table reads best with one row to a line
export const BOSS_KINDS: readonly MonsterKind[] = [
  // Hollow Barrow
  {
    id: 214, key: 'door-warden', name: 'Odd, Who Minds the Door', body: 'odd', team: 'undead', ...strength(8, 8, 3900, 12, 26), ...BOSS, walk_mps: 1.1, run_mps: 5,
    radius_m: 0.9, height_m: 2.9, mind: [], abilities: ['slash', 'captains-cleave'], xp: 1400, gold: [160, 240],
    loot: [{ item: 'tarnished-coin', chance: 1, qty: [2, 4] }, { item: 'grave-dust', chance: 0.8, qty: [1, 3] }, { item: 'strong-draught', chance: 0.5 }],
  },
  {
    id: 215, key: 'choir-mother', name: 'Dame Threnody', body: 'threnody', team: 'undead', ...strength(8, 8, 3700, 11, 14), ...BOSS, walk_mps: 1.1, run_mps: 5,
    radius_m: 0.7, height_m: 2.6, mind: [], abilities: ['wight-touch', 'fog-bolt'], xp: 1400, gold: [160, 240],
    loot: [{ item: 'abbey-candle', chance: 1, qty: [2, 4] }, { item: 'wisp-glimmer', chance: 0.8, qty: [1, 2] }, { item: 'strong-draught', chance: 0.5 }],
  },
  {
    id: 216, key: 'ninth-king', name: 'The Ninth King', body: 'ninth', team: 'undead', ...strength(8, 8, 4800, 13, 24), ...BOSS, walk_mps: 1.2, run_mps: 5.2,
    radius_m: 1, height_m: 3.3, mind: [], abilities: ['slash', 'grave-howl', 'captains-cleave'], xp: 2000, gold: [300, 420],
    loot: [{ item: 'tarnished-coin', chance: 1, qty: [4, 8] }, { item: 'star-silver', chance: 0.4 }, { item: 'strong-draught', chance: 0.8, qty: [1, 2] }],
  },
  // Drowned Bastion
  {
    id: 224, key: 'gunner-grist', name: 'Master Gunner Grist', body: 'grist', team: 'undead', ...strength(14, 14, 3600, 12.5, 22), ...BOSS, walk_mps: 1.2, run_mps: 5.2,
    radius_m: 0.9, height_m: 2.9, mind: [], abilities: ['slash', 'bandit-arrow'], xp: 1500, gold: [320, 460],
    loot: [{ item: 'sea-glass', chance: 1, qty: [2, 4] }, { item: 'hall-ring', chance: 0.5 }, { item: 'mighty-draught', chance: 0.5 }],
  },
  {
    id: 225, key: 'salt-widow', name: 'The Salt Widow', body: 'saltwidow', team: 'undead', ...strength(14, 14, 3500, 11.5, 12), ...BOSS, walk_mps: 1.2, run_mps: 5.2,
    radius_m: 0.7, height_m: 2.7, mind: [], abilities: ['wight-touch', 'drowners-grasp'], xp: 1500, gold: [320, 460],
    loot: [{ item: 'black-ribbon', chance: 1, qty: [1, 2] }, { item: 'tide-pearl', chance: 0.4 }, { item: 'mighty-draught', chance: 0.5 }],
  },
  {
    id: 226, key: 'admiral-mere', name: 'Admiral Mere', body: 'mere', team: 'undead', ...strength(14, 14, 4500, 13, 22), ...BOSS, walk_mps: 1.3, run_mps: 5.3, radius_m: 1,
    height_m: 3.3, mind: [], abilities: ['slash', 'captains-cleave', 'shield-crack'], xp: 2200, gold: [560, 800],
    loot: [{ item: 'tide-pearl', chance: 1, qty: [1, 2] }, { item: 'hall-ring', chance: 1, qty: [1, 2] }, { item: 'mighty-draught', chance: 0.8, qty: [1, 2] }],
  },
  // Wyrm Sanctum
  {
    id: 234, key: 'sister-cinder', name: 'Sister Cinder', body: 'cinder', team: 'bandit', ...strength(20, 20, 3500, 12, 14), ...BOSS, walk_mps: 1.3, run_mps: 5.4,
    radius_m: 0.7, height_m: 2.6, mind: [], abilities: ['slash', 'hedge-fire'], xp: 1600, gold: [640, 900],
    loot: [{ item: 'kiln-ember', chance: 1, qty: [2, 4] }, { item: 'singed-page', chance: 1, qty: [1, 3] }, { item: 'mighty-draught', chance: 0.6 }],
  },
  {
    id: 235, key: 'brood-nurse', name: 'Nurse Ettle', body: 'spider', team: 'wild', ...strength(20, 20, 3600, 12.5, 22), ...BOSS, walk_mps: 1.2, run_mps: 5.4, radius_m: 1.5,
    height_m: 2.9, mind: [], abilities: ['venom-bite', 'venom-spray'], xp: 1600, gold: [640, 900],
    loot: [{ item: 'pitch-gland', chance: 1, qty: [1, 3] }, { item: 'storm-glass', chance: 0.6 }, { item: 'mighty-draught', chance: 0.6 }],
  },
  {
    id: 236, key: 'hearthmaw', name: 'Hearthmaw, the Last Wyrm', body: 'drake', team: 'wild', ...strength(20, 20, 4600, 13.5, 26), ...BOSS, walk_mps: 1.3, run_mps: 5.6,
    radius_m: 1.5, height_m: 4.4, mind: [], abilities: ['bite', 'rake'], xp: 2600, gold: [1200, 1700],
    loot: [{ item: 'storm-glass', chance: 1, qty: [2, 4] }, { item: 'tide-pearl', chance: 0.8, qty: [1, 3] }, { item: 'mighty-draught', chance: 1, qty: [1, 3] }],
  },
  // The raid: for up to twenty.
  {
    id: 240, key: 'stormhart', name: 'The Stormhart', body: 'deer', team: 'wild', ...strength(20, 20, 26000, 16, 24), ...BOSS, leash_m: 55, walk_mps: 1.6, run_mps: 6,
    radius_m: 1.5, height_m: 5.2, mind: [], abilities: ['gore', 'rake'], xp: 4000, gold: [1600, 2200],
    loot: [{ item: 'storm-glass', chance: 1, qty: [3, 6] }, { item: 'tide-pearl', chance: 1, qty: [2, 4] }, { item: 'mighty-draught', chance: 1, qty: [2, 4] }],
  },
  // The open world, once an hour.
  {
    id: 245, key: 'grumbleback', name: 'Old Grumbleback', body: 'boar', team: 'wild', ...strength(4, 20, 3800, 12, 24), ...BOSS, walk_mps: 1.1, run_mps: 5.4, radius_m: 1.5,
    height_m: 4, mind: [], abilities: ['gore', 'shell-slam'], xp: 1600, gold: [80, 140],
    loot: [{ item: 'boar-haunch', chance: 1, qty: [3, 6] }, { item: 'heath-tusk', chance: 0.8 }, { item: 'strong-draught', chance: 0.6 }],
  },
];
