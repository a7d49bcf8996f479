// Talents: at levels 5, 10, 15 and 20 each class chooses one of three. In: nothing. Out: the table; ids stay in records and travel on the
// wire, never reuse one. A talent changes an ability (the core packs what it makes of it as a record of its own) or the body's shape.
// No ability is changed by talents of two tiers: one body has at most one of them for each of its abilities.
import type { AbilityChange, AbilityKind, Shape, TalentKind } from './kinds';

/** Levels at which a tier of talents opens. */
export const TALENT_LEVELS: readonly number[] = [5, 10, 15, 20];

/** What a talent makes of an ability. */
export function changeAbility(a: AbilityKind, by: AbilityChange): AbilityKind {
  const pct = (value: number, more = 0): number => Math.round((value * (100 + more)) / 100);
  return {
    ...a,
    amount: [pct(a.amount[0], by.more_pct), pct(a.amount[1], by.more_pct)],
    scale_pct: pct(a.scale_pct, by.more_pct) + (by.scale_pct ?? 0),
    cost: pct(a.cost, by.cost_pct),
    cooldown_ticks: pct(a.cooldown_ticks, by.cooldown_pct),
    cast_ticks: pct(a.cast_ticks, by.cast_pct),
    range_m: pct(a.range_m * 10, by.range_pct) / 10,
    ...(a.radius_m ? { radius_m: pct(a.radius_m * 10, by.radius_pct) / 10 } : {}),
    ...(a.interrupt_ticks ? { interrupt_ticks: pct(a.interrupt_ticks, by.interrupt_pct) } : {}),
    ...(by.effect ? { effect: by.effect } : {}),
    ...(by.move_cast ? { move_cast: true } : {}),
  };
}

type Does = AbilityChange | { shape: Shape };
type Row = readonly [id: number, level: number, key: string, name: string, icon: string, text: string, does: Does];

const ofClass = (cls: string, rows: readonly Row[]): TalentKind[] =>
  rows.map(([id, level, key, name, icon, text, does]) => ({
    id,
    key,
    name,
    text,
    icon,
    cls,
    level,
    ...('shape' in does ? { shape: does.shape } : { change: does }),
  }));

// biome-ignore format: a table reads best with one row to a line
const WARDEN = ofClass('warden', [
  [1, 5, 'wide-seams', 'Wide Seams', 'cracked-shield', 'Sundering Blow adds another 35 % of your might and costs a quarter less.', { ability: 'sundering-blow', scale_pct: 35, cost_pct: -25 }],
  [2, 5, 'loud-voice', 'Loud Voice', 'shouting', 'Challenge reaches half as far again, and 40 % sooner again.', { ability: 'challenge', cooldown_pct: -40, range_pct: 50 }],
  [3, 5, 'thick-skin', 'Thick Skin', 'checked-shield', '15 % more armour.', { shape: { armor: 15 } }],
  [4, 10, 'ready-guard', 'Ready Guard', 'checked-shield', 'Raised Guard is ready 35 % sooner.', { ability: 'raised-guard', cooldown_pct: -35 }],
  [5, 10, 'heavy-slam', 'Heavy Slam', 'shield-echoes', 'Shield Slam leaves the foe staggered, whether it was casting or not.', { ability: 'shield-slam', effect: 'staggered' }],
  [6, 10, 'hale', 'Hale', 'stone-block', '10 % more vigour.', { shape: { vigor: 10 } }],
  [7, 15, 'mountain-oath', 'Mountain Oath', 'stone-block', 'Stone Oath takes 40 % more.', { ability: 'stone-oath', more_pct: 40 }],
  [8, 15, 'tremor', 'Tremor', 'earth-crack', 'Ground Stomp reaches 40 % farther and holds feet instead of slowing them.', { ability: 'ground-stomp', radius_pct: 40, effect: 'snared' }],
  [9, 15, 'standing-order', 'Standing Order', 'trumpet-flag', 'Rallying Cry is ready 40 % sooner.', { ability: 'rallying-cry', cooldown_pct: -40 }],
  [10, 20, 'unforgiving', 'Unforgiving', 'shield-reflect', 'Reprisal is ready in half the time.', { ability: 'reprisal', cooldown_pct: -50 }],
  [11, 20, 'second-bastion', 'Second Bastion', 'castle', 'Last Bastion is ready in half the time.', { ability: 'last-bastion', cooldown_pct: -50 }],
  [12, 20, 'the-wall', 'The Wall', 'checked-shield', '20 % more armour and 5 % more vigour.', { shape: { armor: 20, vigor: 5 } }],
]);

// biome-ignore format: a table reads best with one row to a line
const RANGER = ofClass('ranger', [
  [13, 5, 'sure-hand', 'Sure Hand', 'arrow-flights', 'Quick Arrow adds another 30 % of your aim.', { ability: 'quick-arrow', scale_pct: 30 }],
  [14, 5, 'open-season', 'Open Season', 'crosshair', 'Marked Prey costs half and is ready in half the time.', { ability: 'marked-prey', cost_pct: -50, cooldown_pct: -50 }],
  [15, 5, 'long-sight', 'Long Sight', 'hawk-emblem', '8 % more aim.', { shape: { aim: 8 } }],
  [16, 10, 'sharp-talons', 'Sharp Talons', 'hawk-emblem', 'Hawk Strike does 40 % more.', { ability: 'hawk-strike', more_pct: 40 }],
  [17, 10, 'spare-rope', 'Spare Rope', 'box-trap', 'Snare is ready 40 % sooner.', { ability: 'snare', cooldown_pct: -40 }],
  [18, 10, 'outdoor-life', 'Outdoor Life', 'bear-head', '10 % more vigour.', { shape: { vigor: 10 } }],
  [19, 15, 'pack-leader', 'Pack Leader', 'wolf-head', 'Call the Wolf does 30 % more and is ready a quarter sooner.', { ability: 'wolf-call', more_pct: 30, cooldown_pct: -25 }],
  [20, 15, 'full-quiver', 'Full Quiver', 'arrow-cluster', 'Volley is ready 40 % sooner.', { ability: 'volley', cooldown_pct: -40 }],
  [21, 15, 'old-bear', 'Old Bear', 'bear-head', 'Bear’s Heart heals half as much again.', { ability: 'bears-heart', more_pct: 50 }],
  [22, 20, 'cut-strings', 'Cut Strings', 'silenced', 'Gagging Shaft locks what it stops for twice as long and is ready 30 % sooner.', { ability: 'gagging-shaft', interrupt_pct: 100, cooldown_pct: -30 }],
  [23, 20, 'great-herd', 'Great Herd', 'buffalo-head', 'Stampede does 40 % more.', { ability: 'stampede', more_pct: 40 }],
  [24, 20, 'hunters-eye', 'Hunter’s Eye', 'crosshair', '12 % more aim.', { shape: { aim: 12 } }],
]);

// biome-ignore format: a table reads best with one row to a line
const SAGE = ofClass('sage', [
  [25, 5, 'warm-hands', 'Warm Hands', 'sunbeams', 'Gentle Light costs 30 % less.', { ability: 'gentle-light', cost_pct: -30 }],
  [26, 5, 'long-thorns', 'Long Thorns', 'thorny-vine', 'Thornlight does a quarter more.', { ability: 'thornlight', more_pct: 25 }],
  [27, 5, 'deep-well', 'Deep Well', 'water-fountain', '8 % more spirit.', { shape: { spirit: 8 } }],
  [28, 10, 'stubborn-green', 'Stubborn Green', 'leaf-swirl', 'Renewal costs 40 % less and reaches 30 % farther.', { ability: 'renewal', cost_pct: -40, range_pct: 30 }],
  [29, 10, 'thick-leaves', 'Thick Leaves', 'oak-leaf', 'Ward of Leaves takes 35 % more.', { ability: 'leaf-ward', more_pct: 35 }],
  [30, 10, 'clean-slate', 'Clean Slate', 'lotus-flower', 'Cleanse mends three times as much and is ready in half the time.', { ability: 'cleanse', more_pct: 200, cooldown_pct: -50 }],
  [31, 15, 'deep-silence', 'Deep Silence', 'silence', 'Hush is ready 40 % sooner.', { ability: 'hush', cooldown_pct: -40 }],
  [32, 15, 'overflowing', 'Overflowing', 'water-fountain', 'Wellspring is ready 40 % sooner.', { ability: 'wellspring', cooldown_pct: -40 }],
  [33, 15, 'wide-circle', 'Wide Circle', 'sun-radiations', 'Circle of Mercy takes half the time to speak and reaches 30 % farther.', { ability: 'circle-of-mercy', cast_pct: -50, radius_pct: 30 }],
  [34, 20, 'high-noon', 'High Noon', 'sun-priest', 'Sunbrand does half as much again.', { ability: 'sunbrand', more_pct: 50 }],
  [35, 20, 'third-dawn', 'Third Dawn', 'sunrise', 'Second Dawn is ready in half the time.', { ability: 'second-dawn', cooldown_pct: -50 }],
  [36, 20, 'old-wisdom', 'Old Wisdom', 'sunbeams', '12 % more spirit.', { shape: { spirit: 12 } }],
]);

// biome-ignore format: a table reads best with one row to a line
const EMBER_MAGE = ofClass('ember-mage', [
  [37, 5, 'quick-tongue', 'Quick Tongue', 'fire-ray', 'Scorch is spoken a fifth faster, and on the move.', { ability: 'scorch', cast_pct: -20, move_cast: true }],
  [38, 5, 'ember-heart', 'Ember Heart', 'fireball', 'Ember does 40 % more and leaves a brand.', { ability: 'ember', more_pct: 40, effect: 'branded' }],
  [39, 5, 'hot-blood', 'Hot Blood', 'burning-embers', '8 % more spirit.', { shape: { spirit: 8 } }],
  [40, 10, 'hotter-coals', 'Hotter Coals', 'burning-embers', 'Cinder Brand costs half and is ready in half the time.', { ability: 'cinder-brand', cost_pct: -50, cooldown_pct: -50 }],
  [41, 10, 'thick-ash', 'Thick Ash', 'fire-shield', 'Ash Shell takes 40 % more.', { ability: 'ash-shell', more_pct: 40 }],
  [42, 10, 'long-flare', 'Long Flare', 'burning-eye', 'Blinding Flare reaches 40 % farther and is ready 35 % sooner.', { ability: 'blinding-flare', range_pct: 40, cooldown_pct: -35 }],
  [43, 15, 'hungry-flame', 'Hungry Flame', 'fire-silhouette', 'Counterflame is ready 40 % sooner and locks what it stops half as long again.', { ability: 'counterflame', cooldown_pct: -40, interrupt_pct: 50 }],
  [44, 15, 'second-burst', 'Second Burst', 'flame-spin', 'Fireburst is ready 40 % sooner.', { ability: 'fireburst', cooldown_pct: -40 }],
  [45, 15, 'deep-draught', 'Deep Draught', 'life-tap', 'Ash Siphon costs 30 % less and is ready 40 % sooner.', { ability: 'ash-siphon', cost_pct: -30, cooldown_pct: -40 }],
  [46, 20, 'clear-mind', 'Clear Mind', 'brain', 'Kindled Mind is ready in half the time.', { ability: 'kindled-mind', cooldown_pct: -50 }],
  [47, 20, 'near-star', 'Near Star', 'burning-meteor', 'Falling Star takes 40 % less time to call.', { ability: 'falling-star', cast_pct: -40 }],
  [48, 20, 'furnace', 'Furnace', 'fire-ray', '12 % more spirit.', { shape: { spirit: 12 } }],
]);

// biome-ignore format: a table reads best with one row to a line
const DUELIST = ofClass('duelist', [
  [49, 5, 'loose-wrist', 'Loose Wrist', 'quick-slash', 'Quick Cut is ready 30 % sooner.', { ability: 'quick-cut', cooldown_pct: -30 }],
  [50, 5, 'deep-cuts', 'Deep Cuts', 'bloody-sword', 'Open Vein does twice as much and costs 30 % less.', { ability: 'open-vein', more_pct: 100, cost_pct: -30 }],
  [51, 5, 'quick-hands', 'Quick Hands', 'crossed-swords', '8 % more might.', { shape: { might: 8 } }],
  [52, 10, 'long-step', 'Long Step', 'thrust', 'Lunge reaches a quarter farther and is ready in half the time.', { ability: 'lunge', range_pct: 25, cooldown_pct: -50 }],
  [53, 10, 'dancers-feet', 'Dancer’s Feet', 'dodging', 'Sidestep is ready 40 % sooner.', { ability: 'sidestep', cooldown_pct: -40 }],
  [54, 10, 'iron-pommel', 'Iron Pommel', 'sword-hilt', 'Pommel Strike leaves the foe staggered, whether it was casting or not.', { ability: 'pommel-strike', effect: 'staggered' }],
  [55, 15, 'second-turn', 'Second Turn', 'spinning-blades', 'Blade Dance reaches 40 % farther and adds another 30 % of your might.', { ability: 'blade-dance', radius_pct: 40, scale_pct: 30 }],
  [56, 15, 'thirsty', 'Thirsty', 'blood', 'Red Thirst is ready 40 % sooner.', { ability: 'red-thirst', cooldown_pct: -40 }],
  [57, 15, 'sinew', 'Sinew', 'breaking-chain', '12 % more vigour.', { shape: { vigor: 12 } }],
  [58, 20, 'false-bow', 'False Bow', 'relationship-bounds', 'Feint is ready in half the time.', { ability: 'feint', cooldown_pct: -50 }],
  [59, 20, 'last-word', 'Last Word', 'executioner-hood', 'Coup de Grâce is ready 40 % sooner.', { ability: 'coup-de-grace', cooldown_pct: -40 }],
  [60, 20, 'mastery', 'Mastery', 'crossed-swords', '12 % more might.', { shape: { might: 12 } }],
]);

export const TALENTS: readonly TalentKind[] = [...WARDEN, ...RANGER, ...SAGE, ...EMBER_MAGE, ...DUELIST];
