// What trades work with: ore and ingots, logs, herbs, hides and leather, cloth, fish, and what shops sell to go with it. In: nothing.
// Out: item kinds 600-649. Four steps of each; where they are won stands in trades.ts, what becomes of them in recipes/.
import type { ItemKind, Rarity } from '../kinds';

function part(
  id: number,
  key: string,
  name: string,
  level: number,
  price: number,
  icon: string,
  text: string,
  rarity: Rarity = 'common',
): ItemKind {
  return { id, key, name, text, icon, rarity, stack: 20, price, level };
}

// biome-ignore format: a table reads best with one row to a line
export const MATERIALS: readonly ItemKind[] = [
  part(600, 'mere-cobalt', 'Mere Cobalt', 5, 60, 'minerals', 'Blue as a cold morning, and about as easy to get out of bed.'),
  part(601, 'emberheart-ore', 'Emberheart Ore', 13, 240, 'burning-embers', 'Warm to the touch. Colder lands have been fought over for less.', 'fine'),
  part(602, 'iron-ingot', 'Iron Ingot', 1, 60, 'metal-bar', 'All the patience of a hill, in a convenient size.'),
  part(603, 'cobalt-ingot', 'Cobalt Ingot', 5, 130, 'metal-bar', 'Smiths whistle when they see it. Then they name a price.'),
  part(604, 'silver-ingot', 'Star-silver Ingot', 9, 270, 'metal-bar', 'On clear nights it hums the tune it fell to.', 'fine'),
  part(605, 'emberheart-ingot', 'Emberheart Ingot', 13, 500, 'metal-bar', 'Never quite cools. Carry it in a pocket you dislike.', 'fine'),
  part(606, 'alder-log', 'Alder Log', 1, 14, 'log', 'Splits straight, burns sweet, complains in the rain.'),
  part(607, 'oak-log', 'Oak Log', 5, 40, 'log', 'A hundred years of standing about, well spent.'),
  part(608, 'hornbeam-log', 'Hornbeam Log', 9, 85, 'wood-pile', 'So hard that axes ask it to reconsider.'),
  part(609, 'ghostwood-log', 'Ghostwood Log', 13, 170, 'dead-wood', 'White all through. It creaks although it has been cut.', 'fine'),
  part(610, 'frostlace', 'Frostlace', 9, 90, 'snowflake-2', 'Blooms where the snow stays. Melts on the tongue, then burns.'),
  part(611, 'duskflame', 'Duskflame', 13, 170, 'fire-flower', 'Pick it at sundown, by the stem, with somebody else’s gloves.', 'fine'),
  part(612, 'rough-hide', 'Rough Hide', 1, 20, 'animal-hide', 'It will be a boot yet. It does not know that.'),
  part(613, 'thick-hide', 'Thick Hide', 5, 56, 'animal-hide', 'Took a good many bites before yours.'),
  part(614, 'rugged-hide', 'Rugged Hide', 9, 110, 'animal-hide', 'Scarred, weathered, and still not interested.'),
  part(615, 'ancient-hide', 'Ancient Hide', 13, 210, 'animal-hide', 'Older than the fence it came over.', 'fine'),
  part(616, 'cured-leather', 'Cured Leather', 1, 46, 'belt-buckles', 'Supple, brown, and finally quiet.'),
  part(617, 'thick-leather', 'Thick Leather', 5, 118, 'belt-buckles', 'Good for soles, straps and second opinions.'),
  part(618, 'rugged-leather', 'Rugged Leather', 9, 225, 'belt-buckles', 'Needles break on it in pairs.'),
  part(619, 'ancient-leather', 'Ancient Leather', 13, 430, 'belt-buckles', 'Every crease is a winter that lost.', 'fine'),
  part(620, 'linen-bolt', 'Bolt of Linen', 1, 62, 'rolled-cloth', 'Woven straight, more or less, by more or less sober hands.'),
  part(621, 'silk-bolt', 'Bolt of Hollow Silk', 5, 100, 'rolled-cloth', 'The spiders want it back. They say so at night.'),
  part(622, 'moonsilk-bolt', 'Bolt of Moonsilk', 9, 210, 'rolled-cloth', 'Grey by day. By night it is nobody’s business.', 'fine'),
  part(623, 'starweave-bolt', 'Bolt of Starweave', 13, 480, 'rolled-cloth', 'One thread in nine is silver, and that one does the talking.', 'fine'),
  part(624, 'fen-eel', 'Fen Eel', 5, 50, 'eel', 'Reaches an agreement with your hand, then breaks it.'),
  part(625, 'moon-bream', 'Moon Bream', 9, 95, 'double-fish', 'Round and pale and only biting when it suits the tide.'),
  part(626, 'storm-cod', 'Storm Cod', 13, 180, 'fish-corpse', 'Comes up with the thunder, furious about both.'),
  part(627, 'smiths-flux', 'Smith’s Flux', 1, 10, 'powder', 'White powder that persuades metal to forget its past.'),
  part(628, 'strong-thread', 'Strong Thread', 1, 12, 'sewing-string', 'Waxed twice. Bite it off; everybody does.'),
  part(629, 'glass-vial', 'Glass Vial', 1, 8, 'vial', 'Empty, and full of promise.'),
  part(630, 'cooking-salt', 'Cooking Salt', 1, 6, 'salt-shaker', 'Makes almost anything almost edible.'),
];
