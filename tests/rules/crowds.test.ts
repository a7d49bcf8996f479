// When regions divide and merge, as the Worker's variables say it.
import { expect, it } from 'vitest';
import { crowdLimits } from '../../src/shared/crowds';

it('has limits of its own, and takes those it is given', () => {
  expect(crowdLimits({})).toEqual({ split_players: 400, split_load: 0.7, merge_players: 160, merge_after_ms: 60_000 });
  expect(crowdLimits({ REGION_SPLIT_PLAYERS: '20' })).toEqual({
    split_players: 20,
    split_load: 0.7,
    merge_players: 8,
    merge_after_ms: 60_000,
  });
  expect(crowdLimits({ REGION_SPLIT_PLAYERS: '1' })).toMatchObject({ split_players: 1, merge_players: 1 });
  expect(crowdLimits({ REGION_SPLIT_PLAYERS: '30', REGION_MERGE_PLAYERS: '12', REGION_MERGE_AFTER_S: '5' })).toEqual({
    split_players: 30,
    split_load: 0.7,
    merge_players: 12,
    merge_after_ms: 5_000,
  });
});

it('refuses nonsense by name', () => {
  for (const text of ['', 'many', '-1', '0', '1.5', '1e9', 'NaN']) {
    expect(() => crowdLimits({ REGION_SPLIT_PLAYERS: text })).toThrow('REGION_SPLIT_PLAYERS');
    expect(() => crowdLimits({ REGION_MERGE_PLAYERS: text })).toThrow('REGION_MERGE_PLAYERS');
    expect(() => crowdLimits({ REGION_MERGE_AFTER_S: text })).toThrow('REGION_MERGE_AFTER_S');
  }
  expect(() => crowdLimits({ REGION_SPLIT_PLAYERS: '10', REGION_MERGE_PLAYERS: '11' })).toThrow('more than');
});
