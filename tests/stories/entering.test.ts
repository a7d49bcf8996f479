// Coming and going: entering, resuming, newer logins, tickets, sleep.
import { describe, expect, it } from 'vitest';
import { HOME_REGION } from '../../src/shared/content';
import { PROTOCOL } from '../../src/shared/protocol/messages';
import { Stage } from '../harness/world';

const stage = await Stage.open();

describe('a guest', () => {
  it('enters and is told who he is, what he carries and where he stands', async () => {
    const bot = await stage.join();
    expect(bot.known('welcome')).toMatchObject({ protocol: PROTOCOL, region: HOME_REGION, character: bot.guest.character, resumed: false });
    expect(bot.known('bag').items.length).toBeGreaterThan(5);
    expect(bot.known('sheet')).toMatchObject({ level: 1, xp: 0 });
    expect(bot.own?.id).toBe(bot.entity);
    const [spawn] = await stage.world(world => world.place.spawns);
    expect(Math.hypot((bot.own?.x ?? 0) - spawn.x, (bot.own?.z ?? 0) - spawn.z)).toBeLessThan(5);
  });
});
