// The map keeps whom it follows in the middle: oneself, or somebody of the party, wherever he goes.
import { beforeEach, expect, test } from 'vitest';
import { DUNGEONS, PLACES } from '../../src/shared/content';
import { MATE_HERE } from '../../src/shared/protocol/messages';
import { boundsOfPlace } from '../../web/places';
import { mates, me, party } from '../../web/state';
import { isOnMe, pan, seen, showMe, showMember, whereIs, zoomTo } from '../../web/ui/mapview';

const TOM = '01TOM';
const far = PLACES.find(place => boundsOfPlace(place).west > 0) ?? PLACES[1];

function standsIn(place: number): void {
  const member = { character: TOM, name: 'Tom', level: 1, covenant: 0, cls: 0, roles: 0, state: MATE_HERE, place };
  party.value = { ...party.value, members: [member] };
}

beforeEach(() => {
  me.value = { ...me.value, x: 700, z: 900 };
  standsIn(PLACES[0].number);
  mates.value = new Map([[0, { member: 0, entity: 7, hp: 100, flags: 0, x: 800, z: 850 }]]);
  showMe();
  zoomTo(300);
});

test('somebody of the party is kept in the middle while he walks, until the sheet is moved', () => {
  showMember(TOM);
  expect(seen()).toMatchObject({ x: 800, z: 850 });
  mates.value = new Map([[0, { member: 0, entity: 7, hp: 100, flags: 0, x: 812, z: 850 }]]);
  expect(seen()).toMatchObject({ x: 812, z: 850 });
  pan(10, 0);
  mates.value = new Map([[0, { member: 0, entity: 7, hp: 100, flags: 0, x: 900, z: 850 }]]);
  expect(seen()).toMatchObject({ x: 822, z: 850 });
});

test('zooming with the buttons goes on following; zooming at a spot does not', () => {
  showMember(TOM);
  zoomTo(200);
  expect(seen()).toMatchObject({ x: 800, z: 850, across: 200 });
  expect(isOnMe()).toBe(false);
  zoomTo(250, 820, 860);
  mates.value = new Map();
  expect(seen().x).not.toBe((boundsOfPlace(PLACES[0]).west + boundsOfPlace(PLACES[0]).east) / 2);
});

test('whoever is in another region is shown by his place, and in a dungeon by nothing', () => {
  mates.value = new Map();
  standsIn(far.number);
  const { west, north, east, south } = boundsOfPlace(far);
  expect(whereIs(TOM)).toEqual({ x: (west + east) / 2, z: (north + south) / 2 });
  standsIn(DUNGEONS[0].place.number);
  expect(whereIs(TOM)).toBeNull();
  expect(whereIs('nobody')).toBeNull();
});
