// Deeds can be done: there is ground as high as they ask for, and enough of everything else that the world must offer.
import { expect, it } from 'vitest';
import { MONSTERS, PLACES, QUESTS, recipes } from '../../src/shared/content';
import { DEEDS } from '../../src/shared/content/deeds';
import { MOUNTS } from '../../src/shared/content/mounts';
import { MAX_LEVEL } from '../../src/shared/rules/levels';
import { coreOf } from './land';

const most = (measure: string): number => Math.max(0, ...DEEDS.filter(deed => deed.measure === measure).map(deed => deed.count));

it('no deed asks for more than the world has', () => {
  expect(most('level')).toBeLessThanOrEqual(MAX_LEVEL);
  expect(most('found')).toBeLessThanOrEqual(PLACES.reduce((sum, place) => sum + place.pois.length, 0));
  expect(most('quests')).toBeLessThanOrEqual(QUESTS.length);
  expect(most('recipes')).toBeLessThanOrEqual(recipes.all.filter(recipe => recipe.known !== 'skill').length);
  expect(most('steeds')).toBeLessThanOrEqual(MOUNTS.length);
  expect(MONSTERS.filter(monster => monster.elite).length).toBeGreaterThan(0);
});

it('there is ground as high as a deed asks for, where one can stand', () => {
  const { core } = coreOf(PLACES[0]);
  let highest = 0;
  for (let x = 20; x < 2030; x += 6) for (let z = 20; z < 2030; z += 6) highest = Math.max(highest, core.height(x, z));
  expect(highest).toBeGreaterThan(most('height'));
});
