// What bosses do beside their plain blows, 128-170: long casts, and the names, effects and sounds of what falls on the ground. The regions
// decide when and where (content/encounters.ts) and roll the amounts (rules/encounters.ts), so none stands here. In: nothing. Out: the rows.
import type { AbilityKind } from '../kinds';

type More = Partial<Pick<AbilityKind, 'effect' | 'visual' | 'sound' | 'power' | 'cast_ticks' | 'interrupt_ticks'>>;

/** Falls on whoever stands in it. Its power is a spell's unless it says so: what burns the ground is not parried. */
const ground = (id: number, key: string, name: string, icon: string, more: More = {}): AbilityKind => ({
  id,
  key,
  name,
  text: '',
  icon,
  level: 0,
  arms: 'none',
  reach: 'self',
  on: 'foe',
  cast_ticks: 0,
  cooldown_ticks: 0,
  global: false,
  cost: 0,
  range_m: 0,
  amount: [0, 0],
  weapon: false,
  power: 'spell',
  scale_pct: 0,
  move_cast: true,
  // Half of an ordinary blow's: who is hit by accident should not become the one it fights.
  threat_pct: 50,
  visual: 'nova',
  sound: 'nova',
  ...more,
});

/** A long cast that a blow on the teeth stops; it may be begun in mid-stride, and then it stands. */
const chant = (id: number, key: string, name: string, icon: string, cast_ticks: number, more: More = {}): AbilityKind =>
  ground(id, key, name, icon, { cast_ticks, visual: 'chill', sound: 'toll', ...more });

// biome-ignore format: a table reads best with one row to a line
export const BOSSES: readonly AbilityKind[] = [
  // Of every boss: what holds while its guards stand, and what comes over it when it has had enough.
  ground(128, 'sealed-off', 'Sealed', 'magic-shield', { effect: 'sealed', visual: 'mend', sound: 'ward' }),
  ground(129, 'lost-patience', 'Out of Patience', 'enrage', { effect: 'furious', visual: 'wind', sound: 'roar' }),
  // Hollow Barrow
  ground(130, 'door-slam', 'Door Slam', 'stone-wall', { effect: 'staggered', power: 'melee', visual: 'cleave', sound: 'slam' }),
  ground(131, 'under-the-lintel', 'Under the Lintel', 'falling-rocks', { power: 'melee', sound: 'slam' }),
  chant(132, 'third-verse', 'The Third Verse', 'music-spell', 90, { visual: 'mend', sound: 'mend' }),
  ground(133, 'dripping-wax', 'Dripping Wax', 'candle-flame', { effect: 'waxed', sound: 'ember' }),
  chant(134, 'kings-peace', 'The King’s Peace', 'crowned-skull', 80),
  ground(135, 'grave-spear', 'Grave Spear', 'spear-feather', { visual: 'chill', sound: 'chill' }),
  ground(136, 'ninth-crown', 'The Ninth Crown', 'crown', { effect: 'grave-chill', visual: 'chill', sound: 'chill' }),
  ground(137, 'borrowed-breath', 'Borrowed Breath', 'ghost', { visual: 'chill', sound: 'wisp' }),
  // Drowned Bastion
  ground(140, 'broadside', 'Broadside', 'cannon-ball', { power: 'ranged', sound: 'shot' }),
  ground(141, 'all-hands', 'All Hands', 'chain-lightning', { power: 'melee', sound: 'slam' }),
  chant(142, 'undertow', 'Undertow', 'big-wave', 80, { sound: 'splash' }),
  ground(143, 'salt-kiss', 'Salt Kiss', 'drop', { effect: 'brined', visual: 'chill', sound: 'chill' }),
  ground(144, 'high-water', 'High Water', 'wave-crest', { effect: 'hobbled', visual: 'chill', sound: 'splash' }),
  ground(145, 'anchor-drop', 'Anchor Drop', 'anchor', { effect: 'staggered', power: 'melee', sound: 'slam' }),
  chant(146, 'last-orders', 'Last Orders', 'ringing-bell', 90, { visual: 'mend' }),
  ground(147, 'spring-tide', 'Spring Tide', 'whirlpool-shuriken', { visual: 'chill', sound: 'splash' }),
  // Wyrm Sanctum
  ground(150, 'flung-coals', 'Flung Coals', 'hot-surface', { effect: 'burning', sound: 'ember' }),
  ground(151, 'shared-fever', 'Shared Fever', 'heat-haze', { effect: 'burning', sound: 'kindle' }),
  chant(152, 'lullaby', 'Lullaby for an Egg', 'egg-clutch', 90, { visual: 'mend', sound: 'mend' }),
  ground(153, 'cradle', 'The Cradle', 'nest-eggs', { sound: 'ember' }),
  ground(154, 'wyrmbreath', 'Wyrmbreath', 'dragon-breath', { effect: 'burning', sound: 'ember' }),
  ground(155, 'wingbeat', 'Wingbeat', 'wing-cloak', { effect: 'staggered', power: 'melee', visual: 'wind', sound: 'wind' }),
  ground(156, 'tail-sweep', 'Tail Sweep', 'spiked-tail', { power: 'melee', visual: 'cleave', sound: 'cleave' }),
  chant(157, 'first-fire', 'The First Fire', 'fire-spell-cast', 90, { visual: 'nova', sound: 'ember' }),
  ground(158, 'fire-in-the-blood', 'Fire in the Blood', 'burning-passion', { effect: 'burning', sound: 'kindle' }),
  // The Stormhart
  ground(160, 'bolt', 'Bolt from the Antlers', 'lightning-arc', { sound: 'thunder', visual: 'wisp' }),
  ground(161, 'eye-of-the-storm', 'Eye of the Storm', 'lightning-storm', { sound: 'thunder', visual: 'wisp' }),
  ground(162, 'ground-charge', 'Trampling Charge', 'deer', { effect: 'gored', power: 'melee', visual: 'charge', sound: 'gore' }),
  chant(163, 'gathering-cloud', 'Gathering Cloud', 'heavy-rain', 100, { sound: 'thunder', visual: 'wisp' }),
  ground(164, 'static', 'Static', 'electric', { sound: 'thunder', visual: 'wisp' }),
  ground(165, 'earthing', 'Earthing', 'power-lightning', { sound: 'thunder', visual: 'wisp' }),
  // Old Grumbleback
  ground(168, 'rolling-over', 'Rolling Over', 'quake-stomp', { effect: 'gored', power: 'melee', sound: 'slam' }),
  ground(169, 'uprooting', 'Uprooting', 'plant-roots', { effect: 'held', power: 'melee', sound: 'slam' }),
  chant(170, 'big-yawn', 'The Big Yawn', 'snail-eyes', 90, { visual: 'mend', sound: 'growl' }),
];
