// Emblems on cloaks: every shape that a guild may choose is drawn, whole, on the cloth, and worn by its people.
import { describe, expect, test } from 'vitest';
import { EMBLEMS, packEmblem, unpackEmblem } from '../../src/shared/content';
import { packLook } from '../../src/shared/content/looks';
import { EMBLEM_DYES } from '../../src/shared/rules/guild';
import { SLOTS } from '../../web/render/figure';
import { buildPart } from '../../web/render/people';
import { areaOf, convexes } from '../../web/render/polygons';
import { boneIndex, PEOPLE_RIG } from '../../web/render/skeleton';
import { BLAZONS, blazonPart } from '../../web/render/wardrobe/blazon';
import { CHARGES } from '../../web/render/wardrobe/charges';
import { CAPE_FOLD, CLOTHES } from '../../web/render/wardrobe/clothes';
import { clothDye } from '../../web/render/wardrobe/dyes';
import { playerOutfit } from '../../web/render/wardrobe/outfit';

/** A figure is some 1,200 triangles: an emblem may not weigh much beside it. */
const MOST_TRIANGLES = 200;
/** The cape's half width where the emblem sits, and how far its middle stands behind the back. */
const CAPE_HALF_M = 0.3;
const names = EMBLEMS.map(({ name }, shape) => [name, shape] as const);

describe('the charge', () => {
  test('is drawn for every emblem', () => expect(CHARGES.length).toBe(EMBLEMS.length));

  test.each(names)('%s keeps within its square, and its convex pieces fill it exactly', (_, shape) => {
    for (const outline of [...CHARGES[shape].shape, ...CHARGES[shape].cut]) {
      expect(Math.max(...outline.flat().map(Math.abs))).toBeLessThanOrEqual(50);
      const filled = convexes(outline).reduce((sum, each) => sum + areaOf(each), 0);
      expect(filled).toBeCloseTo(Math.abs(areaOf(outline)), 6);
    }
  });

  test.each(names)('%s lies on the cape, whole and light enough', (_, shape) => {
    const { position, tag, vertices } = buildPart(BLAZONS[blazonPart(shape)]).build();
    expect(vertices / 3).toBeLessThanOrEqual(MOST_TRIANGLES);
    let sewn = 0;
    for (let i = 0; i < vertices; i += 3) {
      const [a, b, c] = [0, 1, 2].map(k => [...position.subarray((i + k) * 3, (i + k) * 3 + 3)]);
      expect(Math.abs(a[0])).toBeLessThan(CAPE_HALF_M);
      expect(a[2]).toBeLessThan(-0.1);
      // Seen from behind, so that no face is inside out.
      const area = ((b[1] - a[1]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[1] - a[1])) / 2;
      expect(area).toBeGreaterThanOrEqual(0);
      if (tag[i * 4 + 1] === SLOTS.charge) sewn += area;
    }
    const drawn = CHARGES[shape].shape.reduce((sum, outline) => sum + Math.abs(areaOf(outline)), 0);
    const side_m = Math.sqrt(sewn / drawn) * 100;
    expect(side_m).toBeGreaterThan(0.4);
    expect(side_m).toBeLessThan(0.5);
  });
});

test.each([
  ['the cape', CLOTHES.cape],
  ['a charge on it', BLAZONS[blazonPart(2)]],
])('%s bends at the fold: it hangs on both bones of the cloth', (_, build) => {
  const { position, tag, vertices } = buildPart(build).build();
  const [upper, lower] = ['cape', 'capeLow'].map(bone => boneIndex(PEOPLE_RIG, bone));
  for (let i = 0; i < vertices; i++) {
    const [bone, y] = [tag[i * 4], position[i * 3 + 1]];
    if (bone === upper) expect(y).toBeGreaterThan(CAPE_FOLD - 0.001);
    if (bone === lower) expect(y).toBeLessThan(CAPE_FOLD);
  }
  const bones = new Set(Array.from({ length: vertices }, (_, i) => tag[i * 4]));
  expect([...bones]).toEqual(expect.arrayContaining([upper, lower]));
});

test('an emblem survives being one number, and none is 0', () => {
  for (let shape = 0; shape < EMBLEMS.length; shape++) {
    for (let field = 0; field < EMBLEM_DYES; field++) {
      const emblem = { shape, field, mark: EMBLEM_DYES - 1 - field };
      expect(packEmblem(emblem)).toBeGreaterThan(0);
      expect(unpackEmblem(packEmblem(emblem))).toEqual(emblem);
    }
  }
  expect(unpackEmblem(0)).toBeNull();
});

test.each([0, 1])('people of a guild wear its cloak with its emblem (chosen cape: %i)', cape => {
  const look = packLook({ cape });
  const worn = playerOutfit(look, 0, 'empty', packEmblem({ shape: 3, field: 7, mark: 5 }));
  expect(worn.parts).toContain('cape');
  expect(worn.parts).toContain(blazonPart(3));
  expect([worn.dyes[SLOTS.cloak], worn.dyes[SLOTS.charge]]).toEqual([clothDye(7), clothDye(5)]);
  const plain = playerOutfit(look, 0, 'empty');
  expect(plain.parts.includes('cape')).toBe(cape === 1);
  expect(plain.parts.some(part => part.startsWith('blazon'))).toBe(false);
});
