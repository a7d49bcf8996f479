// People and the dead of the outer places, levels 10 to 20. In: strengths (body.ts). Out: kinds 96-127.
import type { MonsterKind } from '../kinds';
import { strength } from './body';

const MAN = { walk_mps: 1.8, run_mps: 5.8, radius_m: 0.4, height_m: 1.8 };
const DEAD = { walk_mps: 1.3, run_mps: 5, radius_m: 0.45, height_m: 1.88 };

// biome-ignore format: a table reads best with one row to a line
export const FAR_FOLK: readonly MonsterKind[] = [
  // 10-14
  {
    id: 96, key: 'deserter', name: 'Deserter', body: 'bandit', team: 'bandit', ...strength(10, 14, 53, 7.8, 14), ...MAN,
    mind: ['wander', 'pack', 'coward'], notice_m: 14, leash_m: 44, abilities: ['slash', 'shield-crack'], xp: 112, gold: [18, 40], respawn_s: 90,
    loot: [{ item: 'linen-scrap', chance: 0.4, qty: [1, 2] }, { item: 'regiment-badge', chance: 0.3 }, { item: 'strong-draught', chance: 0.06 }],
  },
  {
    id: 97, key: 'deserter-bow', name: 'Deserter Marksman', body: 'archer', team: 'bandit', ...strength(10, 14, 46, 7.5, 8), ...MAN,
    mind: ['wander', 'pack', 'ranged', 'coward'], notice_m: 18, leash_m: 46, abilities: ['bandit-arrow', 'barbed-shot', 'slash'], xp: 112,
    gold: [18, 40], respawn_s: 90,
    loot: [{ item: 'fletching', chance: 0.5, qty: [1, 3] }, { item: 'regiment-badge', chance: 0.3 }, { item: 'linen-scrap', chance: 0.35 }],
  },
  {
    id: 98, key: 'wrecker', name: 'Wrecker', body: 'bandit', team: 'bandit', ...strength(10, 14, 54, 7.9, 13), ...MAN, mind: ['wander', 'pack'],
    notice_m: 14, leash_m: 44, abilities: ['slash', 'captains-cleave', 'shield-crack'], xp: 112, gold: [18, 40], respawn_s: 90,
    loot: [{ item: 'sea-glass', chance: 0.35 }, { item: 'wreckers-tally', chance: 0.35 }, { item: 'strong-draught', chance: 0.06 }, { item: 'harbour-log', chance: 0.3 }],
  },
  {
    id: 99, key: 'fog-caller', name: 'Fog-caller', body: 'mage', team: 'bandit', ...strength(10, 15, 46, 8, 5), ...MAN,
    mind: ['wander', 'pack', 'caster', 'ranged'], notice_m: 16, leash_m: 42, abilities: ['fog-bolt', 'slash'], xp: 114, gold: [22, 46], respawn_s: 95,
    loot: [{ item: 'singed-page', chance: 0.4 }, { item: 'wreckers-tally', chance: 0.25 }, { item: 'clear-water-flask', chance: 0.15 }],
  },
  {
    id: 100, key: 'barnacled', name: 'Barnacled Drowned', body: 'wight', team: 'undead', ...strength(10, 15, 54, 7.8, 13), ...DEAD,
    mind: ['wander', 'pack', 'night'], notice_m: 12, leash_m: 36, abilities: ['wight-touch', 'drowners-grasp', 'shell-slam'], xp: 115, gold: [14, 34],
    respawn_s: 95,
    loot: [{ item: 'sea-glass', chance: 0.5 }, { item: 'tarnished-coin', chance: 0.5, qty: [1, 3] }, { item: 'grave-dust', chance: 0.3 }, { item: 'drowned-hat', chance: 0.6 }],
  },
  {
    id: 101, key: 'hunting-dead', name: 'The Hunting Dead', body: 'wight', team: 'undead', ...strength(11, 15, 53, 8.1, 12), ...DEAD,
    mind: ['wander', 'night', 'charge'], notice_m: 12, leash_m: 38, abilities: ['wight-touch', 'grave-howl'], xp: 115, gold: [16, 36], respawn_s: 95,
    loot: [{ item: 'grave-dust', chance: 0.5 }, { item: 'tarnished-coin', chance: 0.5, qty: [1, 3] }],
  },
  {
    id: 102, key: 'press-gang', name: 'Press-gang Marauder', body: 'bandit', team: 'bandit', ...strength(10, 19, 52, 7.8, 13), ...MAN, walk_mps: 2,
    mind: ['pack'], notice_m: 14, leash_m: 120, abilities: ['slash', 'shield-crack'], xp: 114, gold: [20, 44], respawn_s: 110,
    loot: [{ item: 'linen-scrap', chance: 0.4, qty: [1, 2] }, { item: 'sea-glass', chance: 0.3 }, { item: 'strong-draught', chance: 0.08 }],
  },
  // 13-17
  {
    id: 103, key: 'black-banner', name: 'Black Banner Blade', body: 'bandit', team: 'bandit', ...strength(13, 17, 54, 8, 15), ...MAN,
    mind: ['wander', 'pack', 'charge'], notice_m: 14, leash_m: 44, abilities: ['slash', 'captains-cleave'], xp: 114, gold: [26, 56], respawn_s: 95,
    loot: [{ item: 'black-ribbon', chance: 0.4 }, { item: 'linen-scrap', chance: 0.4, qty: [1, 2] }, { item: 'strong-draught', chance: 0.07 }],
  },
  {
    id: 104, key: 'black-banner-bow', name: 'Black Banner Bow', body: 'archer', team: 'bandit', ...strength(13, 17, 46, 7.7, 8), ...MAN,
    mind: ['wander', 'pack', 'ranged'], notice_m: 18, leash_m: 46, abilities: ['bandit-arrow', 'barbed-shot', 'slash'], xp: 114, gold: [26, 56],
    respawn_s: 95, loot: [{ item: 'black-ribbon', chance: 0.4 }, { item: 'fletching', chance: 0.6, qty: [1, 3] }],
  },
  {
    id: 105, key: 'sandbury-dead', name: 'Sandbury Dead', body: 'wight', team: 'undead', ...strength(13, 17, 54, 8, 12), ...DEAD,
    mind: ['wander', 'night'], notice_m: 12, leash_m: 36, abilities: ['wight-touch', 'sand-spray'], xp: 115, gold: [20, 44], respawn_s: 95,
    loot: [{ item: 'grave-dust', chance: 0.5, qty: [1, 2] }, { item: 'tarnished-coin', chance: 0.5, qty: [1, 3] }, { item: 'sandbury-shard', chance: 0.55 }],
  },
  {
    id: 106, key: 'cutthroat', name: 'Ravenholt Cutthroat', body: 'bandit', team: 'bandit', ...strength(14, 18, 53, 8, 14), ...MAN,
    mind: ['wander', 'coward'], notice_m: 14, leash_m: 44, abilities: ['slash', 'howl-rend'], xp: 114, gold: [28, 60], respawn_s: 100,
    loot: [{ item: 'linen-scrap', chance: 0.5, qty: [1, 2] }, { item: 'black-ribbon', chance: 0.2 }, { item: 'strong-draught', chance: 0.08 }],
  },
  {
    id: 107, key: 'starcaller', name: 'Starcaller', body: 'mage', team: 'bandit', ...strength(14, 18, 47, 8.1, 5), ...MAN,
    mind: ['wander', 'caster', 'ranged'], notice_m: 16, leash_m: 42, abilities: ['star-lance', 'fog-bolt', 'slash'], xp: 116, gold: [30, 64],
    respawn_s: 100, loot: [{ item: 'star-chart', chance: 0.4 }, { item: 'singed-page', chance: 0.4 }, { item: 'clear-water-flask', chance: 0.2 }],
  },
  {
    id: 108, key: 'stargazer', name: 'Blind Stargazer', body: 'wight', team: 'undead', ...strength(14, 18, 54, 8.1, 12), ...DEAD,
    mind: ['wander', 'pack', 'night'], notice_m: 12, leash_m: 38, abilities: ['wight-touch', 'fog-bolt'], xp: 116, gold: [24, 50], respawn_s: 100,
    loot: [{ item: 'grave-dust', chance: 0.5, qty: [1, 2] }, { item: 'star-chart', chance: 0.3 }, { item: 'tarnished-coin', chance: 0.4, qty: [1, 3] }],
  },
  // 16-20
  {
    id: 109, key: 'housecarl', name: 'Greywether Housecarl', body: 'wight', team: 'undead', ...strength(16, 20, 56, 8.1, 15), ...DEAD,
    mind: ['wander', 'pack', 'night'], notice_m: 12, leash_m: 38, abilities: ['wight-touch', 'shield-crack'], xp: 116, gold: [28, 60], respawn_s: 100,
    loot: [{ item: 'grave-dust', chance: 0.5, qty: [1, 2] }, { item: 'hall-ring', chance: 0.3 }, { item: 'tarnished-coin', chance: 0.5, qty: [2, 4] }],
  },
  {
    id: 110, key: 'tarn-drowned', name: 'Tarn Drowned', body: 'wight', team: 'undead', ...strength(15, 19, 54, 8, 12), ...DEAD, mind: ['wander', 'pack'],
    notice_m: 12, leash_m: 36, abilities: ['wight-touch', 'drowners-grasp', 'grave-howl'], xp: 116, gold: [26, 56], respawn_s: 100,
    loot: [{ item: 'sea-glass', chance: 0.5, qty: [1, 2] }, { item: 'tarnished-coin', chance: 0.5, qty: [1, 4] }],
  },
  {
    id: 111, key: 'widows-crew', name: 'Widow’s Crew', body: 'bandit', team: 'bandit', ...strength(17, 20, 55, 8.1, 15), ...MAN,
    mind: ['wander', 'pack', 'charge'], notice_m: 14, leash_m: 44, abilities: ['slash', 'captains-cleave', 'shield-crack'], xp: 116, gold: [34, 72],
    respawn_s: 100,
    loot: [{ item: 'black-ribbon', chance: 0.3 }, { item: 'sea-glass', chance: 0.4, qty: [1, 2] }, { item: 'strong-draught', chance: 0.1 }],
  },
  {
    id: 112, key: 'widows-bow', name: 'Widow’s Bow', body: 'archer', team: 'bandit', ...strength(17, 20, 47, 7.8, 9), ...MAN,
    mind: ['wander', 'pack', 'ranged'], notice_m: 18, leash_m: 46, abilities: ['bandit-arrow', 'pinning-shot', 'barbed-shot', 'slash'], xp: 116,
    gold: [34, 72], respawn_s: 100,
    loot: [{ item: 'fletching', chance: 0.6, qty: [2, 4] }, { item: 'black-ribbon', chance: 0.3 }, { item: 'sea-glass', chance: 0.3 }],
  },
  {
    id: 113, key: 'keep-drowned', name: 'Drowned Keepsman', body: 'wight', team: 'undead', ...strength(17, 20, 56, 8.2, 15), ...DEAD,
    mind: ['wander', 'pack', 'night'], notice_m: 12, leash_m: 36, abilities: ['wight-touch', 'drowners-grasp', 'captains-cleave'], xp: 118,
    gold: [30, 64], respawn_s: 100,
    loot: [{ item: 'sea-glass', chance: 0.5, qty: [1, 2] }, { item: 'hall-ring', chance: 0.25 }, { item: 'tarnished-coin', chance: 0.5, qty: [2, 4] }],
  },
  // Elites: for company.
  {
    id: 120, key: 'last-astronomer', name: 'The Last Astronomer', body: 'abbot', team: 'undead', ...strength(17, 17, 165, 9.2, 16), elite: true,
    walk_mps: 1.2, run_mps: 4.9, radius_m: 0.6, height_m: 2.3, mind: ['wander', 'night'], notice_m: 14, leash_m: 34,
    abilities: ['wight-touch', 'star-lance', 'grave-howl'], xp: 420, gold: [420, 640], respawn_s: 420,
    loot: [{ item: 'observatory-clapper', chance: 1 }, { item: 'star-chart', chance: 1, qty: [1, 2] }, { item: 'strong-draught', chance: 0.8, qty: [1, 2] }],
  },
  {
    id: 121, key: 'lord-greywether', name: 'The Lord of Greywether', body: 'captain', team: 'undead', ...strength(19, 19, 170, 9.3, 18), elite: true,
    walk_mps: 1.4, run_mps: 5.2, radius_m: 0.55, height_m: 2.1, mind: ['wander', 'pack', 'night'], notice_m: 14, leash_m: 36,
    abilities: ['slash', 'captains-cleave', 'grave-howl'], xp: 430, gold: [520, 760], respawn_s: 420,
    loot: [{ item: 'lords-bell-rope', chance: 1 }, { item: 'hall-ring', chance: 1, qty: [1, 2] }, { item: 'strong-draught', chance: 0.8, qty: [1, 2] }],
  },
  {
    id: 122, key: 'bellfounder', name: 'Josse the Founder', body: 'abbot', team: 'undead', ...strength(20, 20, 180, 9.4, 20), elite: true, walk_mps: 1.2,
    run_mps: 4.9, radius_m: 0.65, height_m: 2.4, mind: ['wander', 'pack'], notice_m: 14, leash_m: 36,
    abilities: ['wight-touch', 'drowners-grasp', 'deep-toll'], xp: 450, gold: [620, 900], respawn_s: 480,
    loot: [{ item: 'founders-hammer', chance: 1 }, { item: 'tide-pearl', chance: 1, qty: [2, 4] }, { item: 'strong-draught', chance: 0.8, qty: [1, 3] }],
  },
];
