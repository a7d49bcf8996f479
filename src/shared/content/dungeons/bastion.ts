// The Drowned Bastion, for level 14: a sea fort that the sea has taken, court by court, in a lagoon of its own making. In: nothing. Out: the
// dungeon and its place.
import type { Dungeon } from '../kinds';
import { alongWall, boss, checkpoint, entrance, halls, inRoom, pack, type Room } from '../places/halls';
import { build } from '../places/houses';
import { definePlace, type Scene } from '../places/plan';
import { prop } from '../places/shapes';
import { chest, strewn } from '../places/wilds';

// biome-ignore format: a table reads best with one row to a line
const [QUAY, GUARD, STORE, COURT, BATTERY, CISTERN, DOCK, SLUICE, GALLEY, WIDOW, STAIR, KEEL, LOWER, BELFRY, DECK, CABIN]: readonly Room[] = [
  [620, 1630, 14, 1.5], [620, 1673, 10, 1.5], [652, 1701, 10, 1.4], [692, 1716, 11, 1.4], [740, 1712, 21, 1.4],
  [786, 1732, 8, 1.5], [802, 1772, 10, 1.3], [778, 1807, 10, 1.2], [738, 1822, 11, 1.2], [690, 1836, 21, 1.2],
  [668, 1882, 8, 1.4], [688, 1920, 10, 1.2], [729, 1934, 10, 1.2], [770, 1924, 11, 1.2], [820, 1932, 22, 1.2],
  [870, 1918, 9, 1.5],
];
const ROOMS = [QUAY, GUARD, STORE, COURT, BATTERY, CISTERN, DOCK, SLUICE, GALLEY, WIDOW, STAIR, KEEL, LOWER, BELFRY, DECK, CABIN];

/** Standing water in a court: deep enough to splash in, never to swim. */
const pool = (room: Room, away: number, degrees: number, rx: number, rz: number) => {
  const [x, z] = inRoom(room, away, degrees);
  return { x, z, rx, rz, depth: 0.35 };
};

/** Boats along the wall of a court, broadside to its middle. */
const beached = (room: Room, inset: number, scale: number, ...degrees: readonly number[]): Scene => ({
  props: degrees.map(d => prop('wreck', ...inRoom(room, room[2] - inset, d), d + 90, scale)),
});

// biome-ignore format: a table reads best with one row to a line
const PLACE = definePlace(
  { number: 17, key: 'bastion', name: 'The Drowned Bastion', biome: 'coast', region: [2, 1, 3],
    mood: { hour: 7.4, weather: 'cloudy', mist: 3.4, air: [0.62, 0.84, 0.9], light: [0.74, 0.92, 1.0], motes: [0.55, 0.75, 0.8] } },
  // The sea has come in over everything that was not built up.
  { flats: [{ x: 745, z: 1785, radius: 240, blend: 60, height: -2.6 }] },
  halls({ wall: 'rampart', half: 5.4, floor: 'paved' }, ...ROOMS),
  { lakes: [pool(GUARD, 7.5, 80, 2.8, 2.8), pool(STORE, 7.5, 200, 2.8, 2.8), pool(BATTERY, 16, 150, 5, 4), pool(BATTERY, 16, 20, 4, 4), pool(DOCK, 7.5, 60, 2.8, 2.8), pool(SLUICE, 7.5, 160, 2.8, 2.8), pool(GALLEY, 7.5, 20, 2.8, 2.8),
    pool(WIDOW, 16, 300, 5, 5), pool(WIDOW, 16, 130, 5, 4), pool(WIDOW, 16, 230, 4, 4), pool(KEEL, 7.5, 260, 2.8, 2.8), pool(LOWER, 7.5, 30, 2.8, 2.8), pool(BELFRY, 7.5, 10, 2.8, 2.8), pool(DECK, 17, 190, 6, 4), pool(DECK, 17, 20, 5, 4), pool(DECK, 17, 320, 4, 4)] },
  entrance(QUAY, GUARD),
  checkpoint('bastion-quay', QUAY, GUARD), checkpoint('bastion-cistern', CISTERN, DOCK), checkpoint('bastion-stair', STAIR, KEEL), checkpoint('bastion-cabin', CABIN, DECK),
  pack(GUARD, 14, ['bastion-mate', 3]), pack(STORE, 14, ['bilge-crab', 3]), pack(COURT, 14, ['bastion-mate', 2], ['powder-drowned', 2]),
  boss('gunner-grist', BATTERY, 14),
  pack(DOCK, 14, ['bilge-crab', 2], ['brine-caller', 1]), pack(SLUICE, 14, ['bastion-mate', 2], ['powder-drowned', 1]), pack(GALLEY, 14, ['brine-caller', 2], ['bastion-mate', 2]),
  boss('salt-widow', WIDOW, 14),
  pack(KEEL, 15, ['bilge-crab', 3]), pack(LOWER, 15, ['powder-drowned', 2], ['bastion-mate', 2]), pack(BELFRY, 15, ['bastion-mate', 2], ['brine-caller', 2]),
  boss('admiral-mere', DECK, 14),
  alongWall('crate', QUAY, 2.2, 1, 60, 68, 250), alongWall('barrel', QUAY, 2.2, 1, 76, 242), alongWall('banner', QUAY, 1.8, 1, 110, 290), alongWall('lamp', QUAY, 2, 1, 130, 230), { props: [prop('wreck', ...inRoom(QUAY, 7.5, 300), 20, 0.7)] },
  alongWall('lamp', GUARD, 1.6, 1, 250), alongWall('crate', GUARD, 2, 1, 300, 315), alongWall('barrel', STORE, 2, 1, 150, 165, 180, 195), alongWall('crate', STORE, 2, 1, 330, 345), alongWall('lamp', STORE, 1.6, 1, 160),
  alongWall('pillar', COURT, 2.2, 1.1, 330, 20, 160, 210), alongWall('brazier', COURT, 2, 1, 0, 185),
  // The battery: eight guns that still look out to sea, and their powder.
  alongWall('cannon', BATTERY, 3, 1.4, 0, 24, 48, 140, 164, 188, 212, 330), alongWall('barrel', BATTERY, 2, 1.1, 12, 36, 152, 176, 200), alongWall('banner', BATTERY, 1.8, 1.2, 62, 318, 224), alongWall('brazier', BATTERY, 2.2, 1.2, 80, 306, 236),
  alongWall('lamp', CISTERN, 1.6, 1, 200), alongWall('campfire', CISTERN, 3.2, 0.9, 60),
  beached(DOCK, 2.6, 0.7, 90), alongWall('crate', DOCK, 2, 1, 130, 145), alongWall('log', SLUICE, 2.6, 1.2, 80, 120), alongWall('lamp', SLUICE, 1.6, 1, 100),
  alongWall('table', GALLEY, 3, 1, 160), alongWall('hearth', GALLEY, 2.2, 1.1, 190), alongWall('barrel', GALLEY, 2, 1, 140, 210), alongWall('lamp', GALLEY, 1.6, 1, 340),
  // The widow's court: the boats that did come back.
  beached(WIDOW, 3.6, 1, 20, 110, 260), alongWall('candles', WIDOW, 1.9, 1.3, 0, 45, 90, 130, 190, 240, 290, 330), alongWall('bones', WIDOW, 3, 1.6, 220, 310), alongWall('pillar', WIDOW, 2.2, 1.3, 330, 55, 210),
  alongWall('campfire', STAIR, 3.2, 0.9, 60), alongWall('lamp', STAIR, 1.6, 1, 260),
  beached(KEEL, 2.7, 0.75, 200), alongWall('bones', KEEL, 2.6, 1.4, 250), strewn(...inRoom(LOWER, 6.5, 0), 2.5, 4, 'log', 'rock'), alongWall('lamp', LOWER, 1.6, 1, 180),
  alongWall('pillar', BELFRY, 2.2, 1.4, 20, 160), alongWall('brazier', BELFRY, 2, 1, 340, 190),
  // The flagship's deck: what is left of her round the admiral.
  beached(DECK, 4.6, 1.5, 150), beached(DECK, 3.6, 1.1, 345), alongWall('cannon', DECK, 2.8, 1.4, 30, 50, 125, 200, 220), alongWall('banner', DECK, 1.8, 1.5, 10, 55, 115, 235, 310), alongWall('lamp', DECK, 2, 1.3, 40, 105, 210, 320), alongWall('barrel', DECK, 2, 1.1, 225, 230, 20),
  alongWall('table', CABIN, 3, 1, 150), alongWall('lamp', CABIN, 1.6, 1, 20, 200), chest('sea-glass', ...inRoom(CABIN, 5.5, 80)),
  // Towers that stand in the water round about.
  { buildings: ([[700, 1660, 6], [800, 1680, 5], [660, 1770, 7], [846, 1800, 6], [612, 1860, 5], [760, 1872, 6], [880, 1866, 7], [840, 1990, 6]] as const).map(([x, z, floors]) => build('tower', x, z, 0, '', [7, 7, floors])) },
  { props: ([[580, 1700, 40], [700, 1770, 120], [830, 1850, 200], [640, 1950, 300], [600, 1780, 10]] as const).map(([x, z, turn]) => prop('wreck', x, z, turn, 1.6)) },
);

export const BASTION: Dungeon = {
  id: 2,
  key: 'bastion',
  name: 'The Drowned Bastion',
  level: 14,
  least: 12,
  company: 5,
  gate: 'tide-stair',
  text: 'The fort was built to keep the sea lanes open and the sea out. It still does the first. At low water you can hear the watch being called, and at high water you can hear it answer.',
  bosses: ['gunner-grist', 'salt-widow', 'admiral-mere'],
  place: PLACE,
};
