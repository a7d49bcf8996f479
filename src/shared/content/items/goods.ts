// Everything that is not worn: food, draughts, parts of monsters, gathered things, quest items. In: nothing. Out: item kinds 150-299.
import type { ItemKind, Rarity } from '../kinds';

const FOOD_S = 20;
const DRAUGHT_S = 45;

export function food(
  id: number,
  key: string,
  name: string,
  level: number,
  price: number,
  icon: string,
  heal: number,
  power: number,
  text: string,
): ItemKind {
  return { id, key, name, text, icon, rarity: 'common', stack: 20, price, level, use: { heal, power, cooldown_s: FOOD_S } };
}
export function draught(
  id: number,
  key: string,
  name: string,
  level: number,
  price: number,
  icon: string,
  heal: number,
  power: number,
  text: string,
): ItemKind {
  return { id, key, name, text, icon, rarity: 'fine', stack: 10, price, level, use: { heal, power, cooldown_s: DRAUGHT_S } };
}
export function part(
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
export function questItem(id: number, key: string, name: string, icon: string, text: string): ItemKind {
  return { id, key, name, text, icon, rarity: 'common', stack: 20, price: 0, level: 1, quest: true };
}

// biome-ignore format: a table reads best with one row to a line
const EATEN: readonly ItemKind[] = [
  food(150, 'bread', 'Crusty Bread', 1, 8, 'bread', 30, 0, 'Baked by Nan Tuppence before you were awake. It shows.'),
  food(151, 'cheese', 'Drover’s Cheese', 1, 14, 'cheese-wedge', 40, 10, 'Round, yellow, a little opinionated.'),
  food(
    152, 'apple', 'Square Apple', 1, 5, 'shiny-apple', 20, 5,
    'From the tree on the square. Picking them is forbidden; selling them, evidently, is not.',
  ),
  food(153, 'heron-stew', 'Drowsy Heron Stew', 3, 40, 'bubbling-bowl', 80, 30, 'No heron was harmed. Several turnips were.'),
  food(154, 'meat-pie', 'Tuppenny Pie', 4, 55, 'pie-slice', 110, 0, 'Nan will tell you what is in it when you are older.'),
  food(155, 'small-beer', 'Small Beer', 1, 10, 'beer-stein', 10, 35, 'Small in strength. The mug is enormous.'),
  food(156, 'grilled-trout', 'Grilled Trout', 2, 30, 'fish-cooked', 65, 20, 'Best eaten facing the lake, to be polite.'),
  food(157, 'honeycake', 'Honey Cake', 6, 110, 'cake-slice', 150, 80, 'Old Aldous is allowed one a week. He is on his fourth.'),
  food(158, 'brambleberry', 'Brambleberries', 1, 4, 'raspberry', 15, 10, 'Sweet, with scratches.'),
  food(159, 'stringy-meat', 'Stringy Meat', 1, 6, 'meat', 18, 0, 'Exercise for the jaw.'),
  food(160, 'venison', 'Venison', 2, 18, 'steak', 50, 0, 'The deer would rather you had the stew.'),
  food(161, 'cloudberry', 'Cloudberries', 5, 26, 'berries-bowl', 90, 40, 'Ripe for nine days in the year, and then only uphill.'),
  food(162, 'smoked-eel', 'Smoked Eel', 6, 90, 'eel', 140, 20, 'Longer than the queue for it.'),
];

// biome-ignore format: a table reads best with one row to a line
const DRUNK: readonly ItemKind[] = [
  draught(165, 'healing-draught', 'Healing Draught', 1, 40, 'health-potion', 60, 0, 'Tastes of mint, regret and mint.'),
  draught(
    166, 'strong-draught', 'Strong Healing Draught', 6, 160, 'heart-bottle', 160, 0,
    'Sister Amabel makes it by the kettle and charges by the scowl.',
  ),
  draught(
    167, 'clear-water-flask', 'Flask of Clear Water', 1, 35, 'water-flask', 0, 70,
    'From the chapel spring. Clears the head, then the sinuses.',
  ),
  draught(
    168, 'bracing-draught', 'Bracing Draught', 4, 120, 'bubbling-flask', 70, 70,
    'One sip for courage, two for song, three for Maud to take the bottle away.',
  ),
];

// biome-ignore format: a table reads best with one row to a line
const PARTS: readonly ItemKind[] = [
  part(180, 'wolf-pelt', 'Wolf Pelt', 1, 24, 'animal-hide', 'Still cross.'),
  part(181, 'wolf-fang', 'Wolf Fang', 1, 16, 'fangs', 'A good size for threading, a bad size for meeting.'),
  part(182, 'boar-haunch', 'Boar Haunch', 1, 20, 'ham-shank', 'Maud pays well for these, and better before noon.'),
  part(183, 'boar-tusk', 'Boar Tusk', 1, 22, 'boar-tusks', 'Curved like a question you should not have asked.'),
  part(184, 'boar-hide', 'Bristly Hide', 1, 30, 'animal-hide', 'Half of Alderwick’s brushes started here.'),
  part(185, 'spider-silk', 'Hollow Silk', 3, 44, 'sewing-string', 'Strong, sticky, and it finds its own way into your pockets.'),
  part(186, 'venom-gland', 'Venom Gland', 3, 40, 'poison-bottle', 'Do not squeeze. You squeezed it.'),
  part(187, 'chitin-plate', 'Chitin Plate', 4, 56, 'beetle-shell', 'Light as a pie dish and about as shiny.'),
  part(188, 'glow-gem', 'Glow-gem', 4, 260, 'glowing-artifact', 'It pulses, slowly, as if thinking of something nice.', 'fine'),
  part(189, 'grey-pelt', 'Greymuzzle Pelt', 5, 90, 'animal-hide', 'Silver where the frost got in.'),
  part(190, 'snapper-claw', 'Snapper Claw', 2, 28, 'crab-claw', 'It lets go eventually.'),
  part(191, 'river-pearl', 'River Pearl', 2, 220, 'oyster-pearl', 'The lake’s one attempt at good manners.', 'fine'),
  part(192, 'silver-trout', 'Silver Trout', 1, 22, 'flatfish', 'Surprised, as trout are.'),
  part(193, 'linen-scrap', 'Linen Scrap', 2, 26, 'rolled-cloth', 'Once somebody’s best tablecloth.'),
  part(194, 'tin-button', 'Tin Button', 2, 20, 'shirt-button', 'Militia pattern. The militia would like a word.'),
  part(195, 'fletching', 'Goose Fletching', 2, 18, 'feather', 'Grey goose, plucked under protest.'),
  part(
    196, 'singed-page', 'Singed Page', 5, 70, 'folded-paper', 'Half a recipe for fireballs; the wrong half, judging by the edges.',
  ),
  part(197, 'grave-dust', 'Grave Dust', 7, 110, 'powder-bag', 'Sneezing is considered disrespectful.'),
  part(198, 'tarnished-coin', 'Abbey Penny', 7, 60, 'two-coins', 'Stamped with a bell. Nobody living will take it at face value.'),
  part(199, 'abbey-candle', 'Abbey Candle', 7, 90, 'candle-light', 'Burns with a flame that leans toward the ruin.'),
  part(200, 'wisp-glimmer', 'Wisp Glimmer', 5, 80, 'glowing-hands', 'Light without a lamp. Keep the lid on.'),
  part(201, 'soft-hide', 'Soft Hide', 1, 20, 'animal-hide', 'For gloves, and gentle thoughts.'),
  part(202, 'hare-foot', 'Hare’s Foot', 1, 40, 'rabbit', 'You have one. The hare had four.'),
  part(203, 'fox-brush', 'Fox Brush', 1, 36, 'fox-tail', 'Dusts shelves with a certain swagger.'),
  part(210, 'iron-ore', 'Iron Ore', 1, 26, 'stone-pile', 'Heavy with possibility. Mostly heavy.'),
  part(211, 'healwort', 'Healwort', 1, 18, 'herbs-bundle', 'Grows where something once got better.'),
  part(212, 'moonbell', 'Moonbell', 5, 48, 'spoted-flower', 'Opens after dusk and looks at you.'),
  part(213, 'saltwort', 'Saltwort', 5, 44, 'vanilla-flower', 'Crunches. The sea has already seasoned it.'),
  part(214, 'star-silver', 'Star-silver Ore', 7, 130, 'minerals', 'Fell on the fells, they say, and has sulked underground since.', 'fine'),
  part(215, 'crag-pelt', 'Crag Wolf Pelt', 6, 96, 'animal-hide', 'Thick enough to keep the wind’s opinions out.'),
  part(216, 'thorn-antler', 'Thorned Antler', 5, 84, 'stag-head', 'Each point has a smaller point, in case you missed it.'),
  part(217, 'crab-shell', 'Strand Crab Shell', 5, 80, 'turtle-shell', 'A bath for a baby, a helmet for an optimist.'),
  part(218, 'kiln-ember', 'Kiln Ember', 5, 86, 'burning-embers', 'It never quite goes out. Neither did the sprite.'),
  part(219, 'sea-glass', 'Sea-glass', 6, 96, 'crystal-shine', 'A bottle’s second career.'),
];

// biome-ignore format: a table reads best with one row to a line
const QUEST_ITEMS: readonly ItemKind[] = [
  questItem(260, 'flour-ledger', 'The Flour Ledger', 'notebook', 'Forty years of sacks, sums and Tobias’s doodles of geese.'),
  questItem(261, 'mothers-pelt', 'Pelt of Old Mother Grey', 'wolf-head', 'Heavy as a winter.'),
  questItem(262, 'widow-silk', 'Silkwidow’s Thread', 'spider-web', 'A single thread. You have not found the other end.'),
  questItem(263, 'rusks-seal', 'Captain Rusk’s Seal', 'post-stamp', 'A boot stepping on a crown, in red wax, spelled wrong.'),
  questItem(264, 'abbots-bell', 'The Hand Bell of Saint Orla', 'ringing-bell', 'It does not ring. It waits.'),
  questItem(265, 'miners-lamp', 'Miner’s Lamp', 'lantern-flame', 'Scratched under the base: D.S., RETURN TO OWNER, I MEAN IT.'),
  questItem(266, 'bread-basket', 'Basket of Rolls', 'basket', 'Warm. You may not.'),
  questItem(
    267, 'stolen-flour', 'Stolen Flour', 'flour', 'A sack with the mark of the Alderwick mill and a bootprint that is not.',
  ),
];

export const GOODS: readonly ItemKind[] = [...EATEN, ...DRUNK, ...PARTS, ...QUEST_ITEMS];
