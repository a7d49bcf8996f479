// The cores that a page predicts with: one per region, made of land that a worker worked out, kept while they may be needed.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REGION_SIZE_M } from '../../assembly/layout';
import { PLACES } from '../../src/shared/content';
import { packContent } from '../../src/shared/content/pack';
import { boundsOf } from '../../src/shared/regions';
import { Sim } from '../../src/shared/sim';
import { Cores } from '../../web/game/cores';
import type { Builder, CoreLand } from '../../web/render/builder';

const module = new WebAssembly.Module(readFileSync('build/core.wasm'));
const [home] = PLACES;
const worked = new Sim(module);
const [, column, row] = home.region;
worked.load(home.seed, column * REGION_SIZE_M, row * REGION_SIZE_M, packContent(home));

/** A builder that gives everybody the same land, and counts. */
class FakeBuilder {
  readonly asked: string[] = [];
  broken = false;

  async land(region: string): Promise<CoreLand> {
    this.asked.push(region);
    if (this.broken) throw new Error('no land today');
    return { seed: home.seed, bytes: worked.landBytes() };
  }
}

function newCores(): { cores: Cores; builder: FakeBuilder } {
  const builder = new FakeBuilder();
  return { cores: new Cores(module, builder as unknown as Builder), builder };
}

describe('a core of land that was worked out elsewhere', () => {
  it('lets a body walk as the core does that worked it out', async () => {
    const { cores } = newCores();
    const sim = await cores.coreFor(home.region.join('-'));
    const { x, z } = home.spawns[0];
    for (const core of [worked.core, sim.core]) {
      core.ownReset(7);
      expect(core.height(x + 3.7, z - 2.1)).toBe(worked.core.height(x + 3.7, z - 2.1));
      expect(core.lineOfSight(x, 12, z, x + 60, 12, z)).toBe(worked.core.lineOfSight(x, 12, z, x + 60, 12, z));
    }
    expect(Buffer.from(sim.landBytes()).equals(Buffer.from(worked.landBytes()))).toBe(true);
    expect(cores.ground.height(x, z)).toBe(worked.core.height(x, z));
  });

  it('is refused when its bytes are not of this core', () => {
    expect(() => new Sim(module).loadLand(new Uint8Array(100), 1, 0, 0)).toThrow('100 bytes');
  });
});

describe('cores', () => {
  it('are made once, and a part of a divided region uses the whole one', async () => {
    const { cores, builder } = newCores();
    const whole = await cores.coreFor('2-1-1');
    expect(await cores.coreFor('3-2-3')).toBe(whole);
    expect(await cores.coreFor('2-1-1')).toBe(whole);
    expect(builder.asked).toEqual(['2-1-1']);
  });

  it('are kept for where the player stands and the three nearest others', async () => {
    const { cores, builder } = newCores();
    cores.standIn('2-1-1');
    for (const region of ['2-1-1', '2-3-3', '2-2-1', '2-1-2', '2-0-1']) await cores.coreFor(region);
    builder.asked.length = 0;
    for (const region of ['2-1-1', '2-2-1', '2-1-2', '2-0-1']) await cores.coreFor(region);
    expect(builder.asked).toEqual([]);
    await cores.coreFor('2-3-3');
    expect(builder.asked).toEqual(['2-3-3']);
  });

  it('never let go of the one stood in, wherever the player asks next', async () => {
    const { cores, builder } = newCores();
    const first = await cores.coreFor('2-0-0');
    cores.standIn('2-0-0');
    for (const region of ['2-3-3', '2-3-2', '2-2-3', '2-3-1', '2-1-3']) await cores.coreFor(region);
    builder.asked.length = 0;
    expect(await cores.coreFor('2-0-0')).toBe(first);
    expect(builder.asked).toEqual([]);
  });

  it('that could not be made are asked for again', async () => {
    const { cores, builder } = newCores();
    builder.broken = true;
    await expect(cores.coreFor('2-1-1')).rejects.toThrow('no land today');
    builder.broken = false;
    expect(await cores.coreFor('2-1-1')).toBeInstanceOf(Sim);
    expect(boundsOf('2-1-1').west).toBe(REGION_SIZE_M);
  });
});
