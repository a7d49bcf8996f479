// What alchemists brew and cooks cook: draughts and flasks that work at once, elixirs that last for minutes, meals that one sits down to.
// In: nothing. Out: item kinds 650-699. Draughts wait for draughts, elixirs for elixirs, meals for meals (rules/useItem.ts).
import type { ItemKind, Rarity } from '../kinds';

function made(
  id: number,
  key: string,
  name: string,
  level: number,
  price: number,
  icon: string,
  text: string,
  rarity: Rarity,
  stack: number,
  use: ItemKind['use'],
): ItemKind {
  return { id, key, name, text, icon, rarity, stack, price, level, use };
}

// biome-ignore format: a table reads best with one row to a line
export const PROVISIONS: readonly ItemKind[] = [
  made(650, 'greater-draught', 'Greater Healing Draught', 11, 235, 'health-potion', 'Red, thick and smug about it.', 'fine', 10, { heal: 300, cooldown_s: 45 }),
  made(651, 'mighty-draught', 'Mighty Healing Draught', 16, 460, 'heart-bottle', 'You will feel everything, and then you will feel well.', 'rare', 10, { heal: 460, cooldown_s: 45 }),
  made(652, 'frostlace-flask', 'Frostlace Flask', 9, 240, 'fizzing-flask', 'Clears the head so thoroughly that one looks for it.', 'fine', 10, { power: 170, cooldown_s: 45 }),
  made(653, 'duskflame-flask', 'Duskflame Flask', 15, 410, 'round-bottom-flask', 'Keep it stoppered and it glows. Unstopper it and you do.', 'rare', 10, { power: 280, cooldown_s: 45 }),
  made(654, 'elixir-swiftness', 'Elixir of Fleet Feet', 6, 150, 'potion-ball', 'The ground seems in a hurry to be behind you.', 'fine', 5, { cooldown_s: 60, effect: { key: 'fleet-foot', seconds: 300 } }),
  made(655, 'elixir-stone', 'Elixir of Stone Skin', 8, 205, 'standing-potion', 'Gravel in the throat, granite in the elbows.', 'fine', 5, { cooldown_s: 60, effect: { key: 'stone-skin', seconds: 300 } }),
  made(656, 'elixir-regrowth', 'Elixir of Regrowth', 10, 150, 'round-potion', 'Cuts close while one watches. Beards, alas, as well.', 'fine', 5, { cooldown_s: 60, effect: { key: 'regrowth', seconds: 180, amount: 6 } }),
  made(657, 'elixir-deep-root', 'Elixir of Deep Roots', 16, 490, 'magic-potion', 'One stands as an oak stands: badly dressed and for centuries.', 'rare', 5, { cooldown_s: 60, effect: { key: 'regrowth', seconds: 300, amount: 14 } }),
  made(658, 'elixir-lasting-stone', 'Elixir of Lasting Stone', 14, 370, 'standing-potion', 'The label says not to sit down on glass.', 'rare', 5, { cooldown_s: 60, effect: { key: 'stone-skin', seconds: 900 } }),
  made(660, 'roast-haunch', 'Roast Haunch', 3, 25, 'chicken-leg', 'Crackling outside, argument within: who gets the bone?', 'common', 20, { cooldown_s: 20, effect: { key: 'nourished', seconds: 12, amount: 9 }, calm: true }),
  made(661, 'berry-tart', 'Bramble Tart', 2, 25, 'pie-slice', 'The lattice is holding back a great deal.', 'common', 20, { cooldown_s: 20, effect: { key: 'nourished', seconds: 12, amount: 6 }, calm: true }),
  made(662, 'hunters-stew', 'Hunter’s Stew', 5, 50, 'bubbling-bowl', 'Whatever was shot, and a carrot for the conscience.', 'common', 20, { power: 30, cooldown_s: 20, effect: { key: 'nourished', seconds: 12, amount: 14 }, calm: true }),
  made(663, 'cloud-pudding', 'Cloudberry Pudding', 7, 115, 'cake-slice', 'Nobody has ever left any. There is no word for leftovers of it.', 'common', 20, { power: 90, cooldown_s: 20, effect: { key: 'nourished', seconds: 12, amount: 16 }, calm: true }),
  made(664, 'salted-bream', 'Salt-baked Bream', 10, 155, 'fish-cooked', 'Crack the crust, breathe in, forgive everybody.', 'common', 20, { cooldown_s: 20, effect: { key: 'nourished', seconds: 15, amount: 22 }, calm: true }),
  made(665, 'fen-chowder', 'Fen Chowder', 8, 125, 'bowl-spiral', 'Thick enough to stand a spoon or a small apprentice in.', 'common', 20, { power: 60, cooldown_s: 20, effect: { key: 'nourished', seconds: 15, amount: 18 }, calm: true }),
  made(666, 'storm-platter', 'Stormcatch Platter', 15, 245, 'fried-fish', 'Served with lemon, thunder and a bib.', 'fine', 20, { power: 80, cooldown_s: 20, effect: { key: 'nourished', seconds: 15, amount: 32 }, calm: true }),
  made(667, 'wayfarers-feast', 'Wayfarer’s Feast', 18, 380, 'roast-chicken', 'Nine dishes on one board. Begin anywhere, end lying down.', 'rare', 20, { power: 140, cooldown_s: 20, effect: { key: 'nourished', seconds: 20, amount: 36 }, calm: true }),
  made(668, 'spiced-venison', 'Spiced Venison', 12, 135, 'steak', 'The deer would be flattered, in a way.', 'fine', 20, { power: 40, cooldown_s: 20, effect: { key: 'nourished', seconds: 15, amount: 26 }, calm: true }),
];
