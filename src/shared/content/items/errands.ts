// What quests hand over, ask for and leave behind: things to carry, and keepsakes of the main story. In: nothing. Out: item kinds 830-879.
import type { ItemKind } from '../kinds';
import { charm } from './armor';
import { questItem } from './goods';

// biome-ignore format: a table reads best with one row to a line
const CARRIED: readonly ItemKind[] = [
  questItem(830, 'white-antler', 'White Antler', 'deer-head', 'Twelve points, and on the last a scrap of blue ribbon.'),
  questItem(831, 'observatory-clapper', 'Clapper of the Third Bell', 'bell-shield', 'It hums when nobody is touching it.'),
  questItem(832, 'lords-bell-rope', 'Rope of the Second Bell', 'rope-coil', 'Cut with one stroke, slantwise, left-handed.'),
  questItem(833, 'founders-hammer', 'The Founder’s Hammer', 'thor-hammer', 'Heavy, wet and warm. It used to hang behind a door.'),
  questItem(834, 'covered-bowl', 'Covered Bowl', 'bubbling-bowl', 'Turnip. There is a cloth on it.'),
  questItem(835, 'bell-rubbing', 'Rubbing of the Mark', 'papers', 'A hammer, a wave, and the number one.'),
  questItem(836, 'daybook-leaf', 'Leaf of the Daybook', 'papers', 'Weights, alloys, and what he had for supper. Pie again.'),
  questItem(837, 'founders-daybook', 'The Founder’s Daybook', 'book-cover', 'The writing leans, like a man walking into wind.'),
  questItem(838, 'harbour-log', 'The Harbour Log', 'notebook', 'Who went out, and in which boat. One way.'),
  questItem(839, 'kethas-letter', 'Ketha’s Letter', 'envelope', 'Four words long, and rewritten nine times.'),
  questItem(840, 'sandbury-shard', 'Shard of the Fourth Bell', 'broken-pottery', 'Held to the ear, it says A.'),
  questItem(841, 'sheep-bell', 'Sheep Bell', 'ringing-bell', 'Somebody knows each of them by her note.'),
  questItem(842, 'hot-bun', 'Hot Bun', 'bread', 'Two days old and still not cool. Use the tongs.'),
  questItem(843, 'barley-loaf', 'Goody Barm’s Loaf', 'sliced-bread', 'Knock on the bottom: it answers.'),
  questItem(844, 'drowned-hat', 'Drowned Hat', 'billed-cap', 'It has been a long way down the river, and it shows.'),
  questItem(845, 'fifth-bell', 'The Fifth Bell', 'ringing-bell', 'Eleven pounds of other people’s boats. Do not let it swing.'),
  questItem(846, 'password', 'The Password', 'folded-paper', 'It says “Friend”. There is jam on one of them.'),
];

// biome-ignore format: a table reads best with one row to a line
const KEEPSAKES: readonly ItemKind[] = [
  charm(850, 'oak-gall-charm', 'Oak Gall', 9, 1150, 'acorn', 'Left among the roots, where one is meant to be clever.', { spirit: 6, vigor: 5 }, 'rare'),
  charm(851, 'candle-keepers-ring', 'Candle-keeper’s Ring', 12, 1500, 'ring', 'Too hot to wear for the first minute. After that, company.', { might: 6, spirit: 6, vigor: 6 }, 'rare'),
  charm(852, 'gull-feather-charm', 'Gull Feather', 12, 1480, 'feather', 'It points at dry land, and at chips.', { aim: 9, vigor: 7 }, 'rare'),
  charm(853, 'blue-ribbon', 'Blue Ribbon', 13, 1600, 'ribbon', 'Tied by a boy who was small enough to be let near.', { might: 8, aim: 8 }, 'rare'),
  charm(854, 'hart-horn-charm', 'Hartshorn', 13, 1620, 'horn-internal', 'Whoever carries it is always given a fair start.', { spirit: 9, vigor: 7 }, 'rare'),
  charm(855, 'novices-knot', 'Novice’s Knot', 14, 1700, 'rope-coil', 'For whoever told the truth that week. It was mostly Tib.', { might: 6, aim: 6, spirit: 6 }, 'rare'),
  charm(856, 'fourth-candle', 'The Fourth Candle', 14, 1700, 'candle-flame', 'Put by for somebody who would have wanted it to be used.', { spirit: 8, vigor: 9 }, 'rare'),
  charm(857, 'listeners-cord', 'Listener’s Cord', 15, 1850, 'rope-coil', 'Eleven knots, one for each pipe. The twelfth is yours.', { aim: 9, spirit: 8 }, 'rare'),
  charm(858, 'wax-seal-charm', 'Stopper of Wax', 15, 1840, 'wax-seal', 'Fits any ear, and several kinds of trouble.', { might: 9, vigor: 9 }, 'rare'),
  charm(859, 'beacon-flint', 'Beacon Flint', 17, 2200, 'flint-spark', 'Held for forty years in a hand that had orders.', { spirit: 11, might: 6 }, 'rare'),
  charm(860, 'broom-straw-ring', 'Ring of Broom Straw', 17, 2180, 'ring', 'It has killed more than the Blue Watch.', { might: 10, aim: 8 }, 'rare'),
  charm(861, 'cragjaw-tooth-charm', 'Cragjaw’s Milk Tooth', 18, 2400, 'saber-tooth', 'Even he was small once. Not very.', { might: 11, vigor: 10 }, 'rare'),
  charm(862, 'clovers-bell', 'Clover’s Bell', 18, 2400, 'ringing-bell', 'Rings when one thinks of going back.', { spirit: 11, vigor: 10 }, 'rare'),
  charm(863, 'founders-thimble', 'Founder’s Thimble', 20, 3000, 'bell-shield', 'The smallest thing he ever cast. It is perfect.', { might: 12, spirit: 12 }, 'epic'),
  charm(864, 'soup-ladle', 'Oda’s Second Ladle', 20, 3000, 'cauldron', 'There is always soup.', { aim: 12, vigor: 14 }, 'epic'),
  charm(865, 'cracked-crown', 'The Cracked Crown', 20, 3600, 'broken-pottery', 'Bram did it in one. It will never call anybody.', { might: 11, aim: 11, spirit: 11, vigor: 11 }, 'epic'),
  charm(866, 'hush-cord', 'The Hush Cord', 20, 3600, 'rope-coil', 'A hand’s breadth was left over. It seemed to be about your size.', { might: 11, aim: 11, spirit: 11, vigor: 11 }, 'epic'),
];

export const ERRANDS: readonly ItemKind[] = [...CARRIED, ...KEEPSAKES];
