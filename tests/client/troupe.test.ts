// A thousand bodies in sight are a handful of draws, and each is drawn as closely as it matters.
import { Mesh, PerspectiveCamera } from 'three';
import { describe, expect, test } from 'vitest';
import { packEmblem } from '../../src/shared/content';
import { HEED_ATTACKER, type Tier } from '../../web/render/contract';
import { MAX_ACTORS } from '../../web/render/crowd';
import { DETAIL, DISTANT, FIGURE } from '../../web/render/detail';
import { Troupe } from '../../web/render/troupe';
import { clothDye } from '../../web/render/wardrobe/dyes';
import { crowdOf, viewOf } from './crowd';

const TIERS: readonly Tier[] = ['test', 'low', 'medium', 'high'];
/** Plates, rings, blobs, projectiles, loot, streaks, sparks, arcs, the weapon in the hand: one draw each; and banners, which cast shadows. */
const OTHER_DRAWS = 12;
/** Of the sun's light. */
const CASCADES = 2;
const MOST_DRAWS = 60;

const camera = new PerspectiveCamera(60, 16 / 9, 0.25, 3400);
camera.position.set(0, 3, 0);
camera.updateMatrixWorld();

const crowd = crowdOf(1000, 110);
const troupe = new Troupe();

/** Everybody has left. */
function empty(tier: Tier): void {
  troupe.update(viewOf([], { dtS: 10 }), camera);
  troupe.setTier(tier);
}

describe('a thousand bodies of every look and kind', () => {
  test.each(TIERS)('take at most 60 draws in tier %s, shadows, plates and effects counted', tier => {
    empty(tier);
    for (let frame = 0; frame < 3; frame++) troupe.update(viewOf(crowd, { timeS: frame / 60 }), camera);
    let draws = OTHER_DRAWS;
    let pieces = 0;
    troupe.cast.crowd.group.traverse(each => {
      if (!(each instanceof Mesh) || !each.visible) return;
      draws += each.castShadow ? 1 + CASCADES : 1;
      pieces += each.geometry.instanceCount;
    });
    expect(draws).toBeLessThanOrEqual(MOST_DRAWS);
    expect(troupe.shown.length).toBe(1000);
    expect(pieces).toBeGreaterThan(2000);
  });

  test.each(TIERS)('have as many full figures as tier %s allows, the nearest', tier => {
    empty(tier);
    troupe.update(viewOf(crowd), camera);
    const figures = troupe.shown.filter(actor => actor.closeness === FIGURE);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.length).toBeLessThanOrEqual(DETAIL[tier].figures);
    const farthest = Math.max(...figures.map(actor => actor.distance));
    const nearer = troupe.shown.filter(actor => actor.closeness !== FIGURE && actor.distance < farthest * 0.85);
    expect(nearer).toEqual([]);
  });
});

test('whoever strikes at the player is a full figure behind any number of others', () => {
  empty('medium');
  troupe.update(viewOf(crowd), camera);
  const foe = troupe.shown.find(actor => actor.closeness !== FIGURE && actor.distance > DETAIL.medium.figure_m)!;
  troupe.update(viewOf(crowd, { heeds: new Map([[foe.view.id, HEED_ATTACKER]]) }), camera);
  expect(foe.closeness).toBe(FIGURE);
});

test('whoever joins a guild changes his cloak at once', () => {
  empty('medium');
  const [one] = crowdOf(1, 10);
  troupe.update(viewOf([one]), camera);
  const before = troupe.get(one.id)!.guise;
  one.colours = packEmblem({ shape: 3, field: 7, mark: 5 });
  troupe.update(viewOf([one]), camera);
  const { guise } = troupe.get(one.id)!;
  expect(guise).not.toBe(before);
  expect(guise.near.length).toBeGreaterThan(before.near.length);
  expect(guise.charge).toBe(clothDye(5));
  one.colours = packEmblem({ shape: 4, field: 7, mark: 5 });
  troupe.update(viewOf([one]), camera);
  expect(troupe.get(one.id)!.guise).not.toBe(guise);
  troupe.update(viewOf([{ ...one, colours: 0 }]), camera);
  expect(troupe.get(one.id)!.guise).toBe(before);
});

test('a body that sways across a bound does not flicker between two figures', () => {
  empty('medium');
  const [one] = crowdOf(1, 10);
  let changes = 0;
  let before: number = DISTANT;
  for (let frame = 0; frame < 120; frame++) {
    one.x = 0;
    one.z = -(DETAIL.medium.figure_m + Math.sin(frame));
    troupe.update(viewOf([one], { timeS: frame / 60 }), camera);
    const { closeness } = troupe.get(one.id)!;
    if (closeness !== before) changes++;
    before = closeness;
  }
  expect(changes).toBeLessThanOrEqual(2);
});

test('a crowd beyond what the table holds is cut off, not broken', () => {
  empty('medium');
  troupe.update(viewOf(crowdOf(MAX_ACTORS + 100, 150)), camera);
  expect(troupe.shown.length).toBe(MAX_ACTORS);
});
