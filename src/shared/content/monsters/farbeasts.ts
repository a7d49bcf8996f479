// Beasts of the outer places, levels 10 to 20: packs, herds, crabs, weavers, lights. In: strengths (body.ts). Out: kinds 64-95.
import type { MonsterKind } from '../kinds';
import { strength } from './body';

// biome-ignore format: a table reads best with one row to a line
export const FAR_BEASTS: readonly MonsterKind[] = [
  // 10-14: Hollin Wood, Gullhaven, Aldermouth
  {
    id: 64, key: 'court-stag', name: 'Court Stag', body: 'deer', team: 'wild', ...strength(10, 14, 56, 7.9, 8), walk_mps: 1.5, run_mps: 7.1,
    radius_m: 0.65, height_m: 2, mind: ['wander', 'charge', 'pack'], notice_m: 11, leash_m: 40, abilities: ['gore', 'gore-charge', 'rake'],
    xp: 110, gold: [0, 0], respawn_s: 95,
    loot: [{ item: 'court-antler', chance: 0.45 }, { item: 'venison', chance: 0.7, qty: [1, 2] }, { item: 'soft-hide', chance: 0.5 }],
  },
  {
    id: 65, key: 'holly-weaver', name: 'Holly Weaver', body: 'spider', team: 'wild', ...strength(10, 14, 53, 7.9, 6), walk_mps: 1.4, run_mps: 5.7,
    radius_m: 0.7, height_m: 0.95, mind: ['wander', 'charge', 'pack', 'night'], notice_m: 12, leash_m: 36,
    abilities: ['venom-bite', 'pitch-web', 'venom-spray'], xp: 110, gold: [0, 0], respawn_s: 90,
    loot: [{ item: 'holly-silk', chance: 0.5 }, { item: 'venom-gland', chance: 0.4 }, { item: 'spider-silk', chance: 0.4, qty: [1, 2] }],
  },
  {
    id: 66, key: 'heath-tusker', name: 'Heath Tusker', body: 'boar', team: 'wild', ...strength(10, 14, 60, 8, 14), walk_mps: 1.2, run_mps: 6,
    radius_m: 0.75, height_m: 1.25, mind: ['wander', 'charge'], notice_m: 10, leash_m: 36, abilities: ['gore', 'gore-charge', 'rake'], xp: 110, gold: [0, 0],
    respawn_s: 90,
    loot: [{ item: 'boar-haunch', chance: 0.6, qty: [1, 3] }, { item: 'heath-tusk', chance: 0.45 }, { item: 'boar-hide', chance: 0.45 }],
  },
  {
    id: 67, key: 'salt-wolf', name: 'Salt Wolf', body: 'wolf', team: 'wild', ...strength(10, 15, 54, 7.8, 8), walk_mps: 1.9, run_mps: 6.9,
    radius_m: 0.6, height_m: 1.2, mind: ['wander', 'pack', 'charge', 'night'], notice_m: 13, leash_m: 42, abilities: ['bite', 'pounce', 'howl-rend'],
    xp: 112, gold: [0, 0], respawn_s: 95,
    loot: [{ item: 'salt-pelt', chance: 0.5 }, { item: 'wolf-fang', chance: 0.5, qty: [1, 3] }, { item: 'stringy-meat', chance: 0.4 }],
  },
  {
    id: 68, key: 'tide-crab', name: 'Tide Crab', body: 'crawler', team: 'wild', ...strength(10, 15, 60, 7.4, 24), walk_mps: 0.9, run_mps: 4.4,
    radius_m: 0.8, height_m: 0.95, mind: ['wander', 'pack'], notice_m: 9, leash_m: 28, abilities: ['pinch', 'spit', 'shell-slam'], xp: 108,
    gold: [0, 0], respawn_s: 90,
    loot: [{ item: 'crab-shell', chance: 0.6, qty: [1, 2] }, { item: 'tide-pearl', chance: 0.12 }, { item: 'snapper-claw', chance: 0.5, qty: [1, 2] }],
  },
  {
    id: 69, key: 'charcoal-imp', name: 'Charcoal Imp', body: 'wisp', team: 'wild', ...strength(10, 15, 50, 8, 3), walk_mps: 1.6, run_mps: 5.4,
    radius_m: 0.35, height_m: 1.1, mind: ['wander', 'caster', 'ranged', 'pack'], notice_m: 14, leash_m: 36, abilities: ['hedge-fire', 'cinder-burst'],
    xp: 112, gold: [0, 0], respawn_s: 90, loot: [{ item: 'kiln-ember', chance: 0.6, qty: [1, 2] }, { item: 'glow-gem', chance: 0.08 }],
  },
  {
    id: 70, key: 'mole-crawler', name: 'Root Crawler', body: 'crawler', team: 'wild', ...strength(10, 14, 58, 7.6, 17), walk_mps: 1.2, run_mps: 5,
    radius_m: 0.7, height_m: 0.85, mind: ['wander', 'charge', 'pack'], notice_m: 11, leash_m: 32, abilities: ['claw', 'spit'], xp: 110, gold: [0, 0],
    respawn_s: 90, loot: [{ item: 'chitin-plate', chance: 0.6, qty: [1, 2] }, { item: 'iron-ore', chance: 0.5, qty: [1, 2] }, { item: 'glow-gem', chance: 0.06 }],
  },
  // 13-17: the Whistling Dunes, Ravenholt
  {
    id: 71, key: 'dune-stalker', name: 'Dune Stalker', body: 'spider', team: 'wild', ...strength(13, 17, 54, 8, 8), walk_mps: 1.4, run_mps: 5.9,
    radius_m: 0.75, height_m: 1, mind: ['wander', 'charge'], notice_m: 12, leash_m: 36, abilities: ['venom-bite', 'web', 'sand-spray'], xp: 112,
    gold: [0, 0], respawn_s: 95,
    loot: [{ item: 'stalker-spine', chance: 0.5 }, { item: 'venom-gland', chance: 0.4, qty: [1, 2] }, { item: 'spider-silk', chance: 0.4, qty: [1, 2] }],
  },
  {
    id: 72, key: 'cliff-crab', name: 'Cliff Crab', body: 'crawler', team: 'wild', ...strength(13, 18, 60, 7.6, 25), walk_mps: 0.9, run_mps: 4.6,
    radius_m: 0.9, height_m: 1.1, mind: ['wander'], notice_m: 9, leash_m: 28, abilities: ['pinch', 'spit', 'shell-slam'], xp: 110, gold: [0, 0],
    respawn_s: 95, loot: [{ item: 'crab-shell', chance: 0.7, qty: [1, 3] }, { item: 'tide-pearl', chance: 0.16 }],
  },
  {
    id: 73, key: 'piper-light', name: 'Piper Light', body: 'wisp', team: 'undead', ...strength(13, 17, 50, 8, 3), walk_mps: 1.5, run_mps: 5.3,
    radius_m: 0.35, height_m: 1.3, mind: ['wander', 'caster', 'ranged', 'night'], notice_m: 14, leash_m: 36, abilities: ['wisp-bolt', 'fog-bolt'],
    xp: 112, gold: [0, 0], respawn_s: 95, loot: [{ item: 'wisp-glimmer', chance: 0.6, qty: [1, 2] }, { item: 'glow-gem', chance: 0.1 }],
  },
  {
    id: 74, key: 'pine-shadow', name: 'Pine Shadow', body: 'wolf', team: 'wild', ...strength(14, 18, 54, 8, 8), walk_mps: 1.8, run_mps: 7,
    radius_m: 0.65, height_m: 1.3, mind: ['wander', 'pack', 'night'], notice_m: 13, leash_m: 42, abilities: ['bite', 'pounce', 'howl-rend'], xp: 114,
    gold: [0, 0], respawn_s: 100,
    loot: [{ item: 'shadow-pelt', chance: 0.5 }, { item: 'wolf-fang', chance: 0.6, qty: [1, 3] }, { item: 'stringy-meat', chance: 0.4 }],
  },
  {
    id: 75, key: 'pitchback', name: 'Pitchback Spider', body: 'spider', team: 'wild', ...strength(14, 18, 56, 8, 9), walk_mps: 1.3, run_mps: 5.6,
    radius_m: 0.85, height_m: 1.15, mind: ['wander', 'night'], notice_m: 12, leash_m: 36, abilities: ['venom-bite', 'pitch-web', 'venom-spray'],
    xp: 114, gold: [0, 0], respawn_s: 100,
    loot: [{ item: 'pitch-gland', chance: 0.45 }, { item: 'spider-silk', chance: 0.5, qty: [1, 3] }],
  },
  // Runners of the far woods only walk rounds (places' patrols): their leash reaches from one end of the round to the other.
  {
    id: 76, key: 'shadow-runner', name: 'Shadow Runner', body: 'wolf', team: 'wild', ...strength(11, 18, 52, 7.8, 7), walk_mps: 2.1, run_mps: 7.1,
    radius_m: 0.55, height_m: 1.15, mind: ['pack', 'charge'], notice_m: 13, leash_m: 120, abilities: ['bite', 'pounce'], xp: 114, gold: [0, 0],
    respawn_s: 110, loot: [{ item: 'shadow-pelt', chance: 0.35 }, { item: 'wolf-fang', chance: 0.5, qty: [1, 2] }],
  },
  {
    id: 77, key: 'rime-stag', name: 'Rime Stag', body: 'deer', team: 'wild', ...strength(13, 19, 57, 8, 9), walk_mps: 1.5, run_mps: 7.1,
    radius_m: 0.7, height_m: 2.1, mind: ['wander', 'charge'], notice_m: 11, leash_m: 40, abilities: ['gore', 'gore-charge', 'rake'], xp: 112,
    gold: [0, 0], respawn_s: 100,
    loot: [{ item: 'court-antler', chance: 0.5, qty: [1, 2] }, { item: 'venison', chance: 0.7, qty: [1, 3] }, { item: 'soft-hide', chance: 0.6 }],
  },
  // 16-20: the Greywether Fells, Wrackstone Head
  {
    id: 78, key: 'fell-wolf', name: 'Fell Wolf', body: 'wolf', team: 'wild', ...strength(16, 20, 55, 8, 9), walk_mps: 1.9, run_mps: 7,
    radius_m: 0.65, height_m: 1.3, mind: ['wander', 'pack', 'charge'], notice_m: 13, leash_m: 42, abilities: ['bite', 'pounce', 'howl-rend'], xp: 115,
    gold: [0, 0], respawn_s: 100,
    loot: [{ item: 'fell-pelt', chance: 0.5 }, { item: 'wolf-fang', chance: 0.6, qty: [1, 3] }, { item: 'crag-pelt', chance: 0.3 }],
  },
  {
    id: 79, key: 'fell-tusker', name: 'Fell Tusker', body: 'boar', team: 'wild', ...strength(15, 19, 62, 8.1, 15), walk_mps: 1.2, run_mps: 6,
    radius_m: 0.85, height_m: 1.4, mind: ['wander', 'charge', 'pack'], notice_m: 10, leash_m: 36, abilities: ['gore', 'gore-charge', 'rake'],
    xp: 114, gold: [0, 0], respawn_s: 100,
    loot: [{ item: 'boar-haunch', chance: 0.6, qty: [1, 3] }, { item: 'heath-tusk', chance: 0.5, qty: [1, 2] }, { item: 'boar-hide', chance: 0.5 }],
  },
  {
    id: 80, key: 'adit-crawler', name: 'Slate Crawler', body: 'crawler', team: 'wild', ...strength(16, 20, 60, 7.7, 22), walk_mps: 1.2, run_mps: 5.1,
    radius_m: 0.85, height_m: 1, mind: ['wander', 'charge'], notice_m: 11, leash_m: 32, abilities: ['claw', 'spit', 'shell-slam'], xp: 112, gold: [0, 0],
    respawn_s: 100, loot: [{ item: 'chitin-plate', chance: 0.6, qty: [1, 3] }, { item: 'star-silver', chance: 0.3 }, { item: 'glow-gem', chance: 0.08 }],
  },
  {
    id: 81, key: 'cairn-weaver', name: 'Cairn Weaver', body: 'spider', team: 'wild', ...strength(16, 20, 56, 8, 9), walk_mps: 1.4, run_mps: 5.8,
    radius_m: 0.85, height_m: 1.15, mind: ['wander', 'charge', 'night'], notice_m: 12, leash_m: 36, abilities: ['venom-bite', 'pitch-web', 'sand-spray'],
    xp: 114, gold: [0, 0], respawn_s: 100,
    loot: [{ item: 'pitch-gland', chance: 0.5 }, { item: 'stalker-spine', chance: 0.4, qty: [1, 2] }],
  },
  {
    id: 82, key: 'wrack-crab', name: 'Wrack Crab', body: 'crawler', team: 'wild', ...strength(17, 20, 62, 7.8, 26), walk_mps: 0.9, run_mps: 4.6,
    radius_m: 1, height_m: 1.25, mind: ['wander', 'pack', 'charge'], notice_m: 9, leash_m: 28, abilities: ['pinch', 'spit', 'shell-slam'], xp: 112,
    gold: [0, 0], respawn_s: 100, loot: [{ item: 'crab-shell', chance: 0.7, qty: [1, 3] }, { item: 'tide-pearl', chance: 0.2 }],
  },
  {
    id: 83, key: 'storm-sprite', name: 'Storm Sprite', body: 'wisp', team: 'wild', ...strength(16, 20, 51, 8.1, 3), walk_mps: 1.6, run_mps: 5.5,
    radius_m: 0.4, height_m: 1.4, mind: ['wander', 'caster', 'ranged'], notice_m: 14, leash_m: 36, abilities: ['star-lance', 'cinder-burst'], xp: 114,
    gold: [0, 0], respawn_s: 100, loot: [{ item: 'storm-glass', chance: 0.5 }, { item: 'glow-gem', chance: 0.12 }],
  },
  // Elites: for company.
  {
    id: 90, key: 'white-hart', name: 'The White Hart', body: 'deer', team: 'wild', ...strength(14, 14, 165, 9.2, 15), elite: true, walk_mps: 1.5,
    run_mps: 7.2, radius_m: 0.85, height_m: 2.6, mind: ['wander', 'charge', 'pack'], notice_m: 15, leash_m: 44,
    abilities: ['gore', 'gore-charge', 'rake'], xp: 420, gold: [0, 0], respawn_s: 420,
    loot: [{ item: 'white-antler', chance: 1 }, { item: 'venison', chance: 1, qty: [2, 4] }, { item: 'court-antler', chance: 1, qty: [1, 2] }],
  },
];
