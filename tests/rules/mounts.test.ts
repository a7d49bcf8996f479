// Steeds: who may learn which from whom, for how much, and when none comes.
import { describe, expect, it } from 'vitest';
import { FLAG_COMBAT, FLAG_DEAD, FLAG_SWIMMING } from '../../assembly/layout';
import { ABILITIES, PLACES } from '../../src/shared/content';
import { packLook, steedOfLook, unpackLook, withSteed } from '../../src/shared/content/looks';
import { MOUNTS, mountNamed, RIDING_LEVEL } from '../../src/shared/content/mounts';
import { knownAbilities } from '../../src/shared/rules/classes';
import { Journal, LEDGER } from '../../src/shared/rules/journal';
import {
  applyChooseMount,
  applyLearnMount,
  callSteed,
  checkChooseMount,
  checkLearnMount,
  checkRide,
  steedsOf,
} from '../../src/shared/rules/mounts';
import { REASONS } from '../../src/shared/rules/reasons';
import { bare } from './people';

const stable = { stable: ['bay-courser', 'great-stag'] };
const [BAY, , , STAG] = MOUNTS.map(mount => mount.id);
const rich = (level: number) => ({ ...bare(level), gold: 100_000 });

describe('the stables of the world', () => {
  it('teach every steed somewhere, and one in the first village', () => {
    const taught = PLACES.flatMap(place => place.npcs.flatMap(npc => npc.stable ?? []));
    expect([...new Set(taught)].sort()).toEqual(MOUNTS.map(mount => mount.key).sort());
    expect(PLACES[0].npcs.some(npc => npc.stable?.length)).toBe(true);
    for (const key of taught) expect(mountNamed(key), key).toBeDefined();
  });

  it('number their steeds so that four bits show them', () => {
    expect(new Set(MOUNTS.map(mount => mount.id)).size).toBe(MOUNTS.length);
    for (const { id, level } of MOUNTS) {
      expect(id).toBeGreaterThan(0);
      expect(id).toBeLessThan(16);
      expect(level).toBeGreaterThanOrEqual(RIDING_LEVEL);
    }
    expect(ABILITIES.filter(ability => ability.ride)).toEqual([callSteed()]);
  });
});

describe('learning', () => {
  it('is refused below level eight, without the gold, twice, and by whoever keeps no such steed', () => {
    expect(checkLearnMount(rich(RIDING_LEVEL - 1), stable, BAY)).toBe(REASONS.levelTooLow);
    expect(checkLearnMount({ ...rich(8), gold: 1199 }, stable, BAY)).toBe(REASONS.notEnoughGold);
    expect(checkLearnMount(rich(20), { stable: [] }, BAY)).toBe(REASONS.noStable);
    expect(checkLearnMount(rich(20), {}, BAY)).toBe(REASONS.noStable);
    expect(checkLearnMount(rich(20), stable, 2)).toBe(REASONS.noStable);
    expect(checkLearnMount(rich(20), stable, 99)).toBe(REASONS.noStable);
    const c = rich(8);
    expect(checkLearnMount(c, stable, BAY)).toBe(0);
    applyLearnMount(c, new Journal(), BAY);
    expect(checkLearnMount(c, stable, BAY)).toBe(REASONS.steedKnown);
    expect(steedsOf(stable).map(mount => mount.id)).toEqual([BAY, STAG]);
  });

  it('costs its price, in the books, and teaches the call', () => {
    const c = rich(12);
    expect(knownAbilities(c)).not.toContain(callSteed());
    const journal = new Journal();
    applyLearnMount(c, journal, BAY);
    expect(c.gold).toBe(100_000 - 1200);
    expect(journal.ledger).toEqual([{ cause: LEDGER.mount, gold: -1200, kind: 0, quantity: 0 }]);
    expect(c.life).toMatchObject({ mounts: [BAY], mount: BAY });
    expect(knownAbilities(c)).toContain(callSteed());
    applyLearnMount(c, journal, STAG);
    expect(c.life).toMatchObject({ mounts: [BAY, STAG], mount: STAG });
    expect(checkChooseMount(c, BAY)).toBe(0);
    expect(checkChooseMount(c, 3)).toBe(REASONS.noSteed);
    applyChooseMount(c, journal, BAY);
    expect(c.life.mount).toBe(BAY);
  });
});

describe('the call', () => {
  it('is known to fail for who has none, is dead, fights or swims', () => {
    const c = rich(8);
    expect(checkRide(c, 0)).toBe(REASONS.noSteed);
    applyLearnMount(c, new Journal(), BAY);
    expect(checkRide(c, 0)).toBe(0);
    expect(checkRide(c, FLAG_DEAD)).toBe(REASONS.isDead);
    expect(checkRide(c, FLAG_COMBAT)).toBe(REASONS.inCombat);
    expect(checkRide(c, FLAG_SWIMMING)).toBe(REASONS.isSwimming);
  });

  it('shows the steed in the look, and leaves the look itself alone', () => {
    const look = packLook({ skin: 5, hair: 7, cape: 1, covenant: 2 });
    expect(steedOfLook(look)).toBe(0);
    const riding = withSteed(look, 5);
    expect(steedOfLook(riding)).toBe(5);
    expect(unpackLook(riding)).toEqual(unpackLook(look));
    expect(withSteed(riding, 0)).toBe(look);
  });
});
