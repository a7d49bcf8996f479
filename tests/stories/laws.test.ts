// Laws of places: nobody is attacked in a safe one, in a contested one only who has agreed to it, in an open one everybody who is grown; what
// one's word is worth, and what it is to be slain by a player.
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { BUTTON_FIRE, FLAG_DEAD } from '../../assembly/layout';
import { realmPort } from '../../src/ports';
import { placeOf } from '../../src/shared/content';
import { NOTICES } from '../../src/shared/protocol/notices';
import { SLAIN_EFFORT } from '../../src/shared/rules/front';
import { GROWN_LEVEL, LAWS, lawOf, SPARED_MS, TAKE_BACK_MS } from '../../src/shared/rules/laws';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { faceOff, setHealth, strikeAt, turnTo } from '../harness/duel';
import { joinUp, refusals } from '../harness/party';
import { type Bot, type Ground, Stage } from '../harness/world';

const CONTESTED = '2-0-1';
const OPEN = '2-3-3';
const stage = await Stage.open();
const contested = await stage.ground(CONTESTED);
const open = await stage.ground(OPEN);

afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

/** A grown guest of that covenant, on level ground of a place. */
async function standIn(ground: Ground, covenant: number, level = GROWN_LEVEL): Promise<Bot> {
  const bot = await stage.join();
  await stage.player(bot, player => {
    Object.assign(player.character, { covenant, level });
    player.journal.character = true;
    player.changed = true;
  });
  const [spawn] = placeOf(ground.key)!.spawns;
  if (ground !== stage) {
    await stage.player(bot, player => {
      player.goal = { x: spawn.x, z: spawn.z };
    });
    await stage.until(async () => (await stage.whereIs(bot)) === ground, 80, `the way to ${ground.key}`);
    await stage.turns(3);
  }
  return bot;
}

async function face(ground: Ground, one: Bot, two: Bot): Promise<void> {
  const [{ x, z }] = placeOf(ground.key)!.spawns;
  await faceOff(stage, one, two, x, z);
}

async function agreeTo(bot: Bot, on: boolean): Promise<number | undefined> {
  const command = bot.command('consent', { on });
  await stage.turns(4);
  return bot.result(command);
}

describe('the law of a place', () => {
  it('is as content says', () => {
    expect([stage, contested, open].map(({ key }) => lawOf(placeOf(key)!))).toEqual([...LAWS]);
  });

  it('protects everybody in a safe place, whatever they have agreed to', async () => {
    const [one, two] = [await standIn(stage, 0), await standIn(stage, 1)];
    for (const bot of [one, two]) expect(await agreeTo(bot, true)).toBe(OK);
    await face(stage, one, two);
    expect(await strikeAt(stage, one, two)).toBe(REASONS.badTarget);
    expect(one.known('law')).toMatchObject({ law: 0, open: false });
  });

  it('asks for the word of both in a contested place, and spares one’s own covenant', async () => {
    const [one, two, third] = [await standIn(contested, 0), await standIn(contested, 1), await standIn(contested, 0)];
    await face(contested, one, two);
    expect(one.known('law')).toMatchObject({ law: 1, open: false });
    expect(await strikeAt(stage, one, two)).toBe(REASONS.badTarget);
    await agreeTo(one, true);
    expect(await strikeAt(stage, one, two)).toBe(REASONS.badTarget);
    expect(await strikeAt(stage, two, one)).toBe(REASONS.badTarget);
    await agreeTo(two, true);
    expect(two.known('law')).toMatchObject({ law: 1, open: true });
    expect(await strikeAt(stage, one, two)).toBe(OK);
    expect(await strikeAt(stage, two, one)).toBe(OK);
    await agreeTo(third, true);
    await face(contested, one, third);
    expect(await strikeAt(stage, one, third)).toBe(REASONS.badTarget);
  });

  it('lets everybody be attacked in an open place but newcomers who have not agreed, and mates by mates', async () => {
    const [one, two, young] = [await standIn(open, 0), await standIn(open, 1), await standIn(open, 2, GROWN_LEVEL - 1)];
    await face(open, one, young);
    expect(await strikeAt(stage, one, young)).toBe(REASONS.badTarget);
    expect(await strikeAt(stage, young, one)).toBe(REASONS.badTarget);
    await turnTo(stage, young, placeOf(OPEN)!.spawns[0].x + 20, placeOf(OPEN)!.spawns[0].z, 0);
    await face(open, one, two);
    expect(await strikeAt(stage, one, two)).toBe(OK);
    one.send('challenge', { target: two.entity });
    await stage.turns(4);
    expect(refusals(one).at(-1)).toBe(REASONS.duelWhileOpen);
    await joinUp(stage, one, two);
    await stage.turns(22);
    expect(await strikeAt(stage, one, two)).toBe(REASONS.badTarget);
  });
});

describe('one’s word', () => {
  it('is kept for five minutes after it is taken back, and as long again after a fight; and is durable', async () => {
    const [one, two] = [await standIn(contested, 0), await standIn(contested, 1)];
    for (const bot of [one, two]) await agreeTo(bot, true);
    expect(await agreeTo(one, true)).toBe(REASONS.alreadyDone);
    expect(await agreeTo(one, false)).toBe(OK);
    expect(one.known('law').ends_s).toBeGreaterThan(TAKE_BACK_MS / 1000 - 5);
    await face(contested, one, two);
    stage.pass(TAKE_BACK_MS - 20_000);
    await stage.turns(2);
    expect(await strikeAt(stage, two, one)).toBe(OK);
    await stage.turns(4);
    expect(one.known('law').ends_s).toBeGreaterThan(TAKE_BACK_MS / 1000 - 10);
    const [{ life }] = await contested.rows('SELECT life FROM character WHERE id = ?', one.guest.character);
    expect((JSON.parse(String(life)) as { consent: number }).consent).toBeGreaterThan(1);
    stage.pass(30_000);
    await stage.turns(30);
    expect(one.known('law').open).toBe(true);
    stage.pass(TAKE_BACK_MS);
    await stage.turns(30);
    expect(one.known('law').open).toBe(false);
    expect(await strikeAt(stage, two, one)).toBe(REASONS.badTarget);
    // What is over is not taken back once more.
    expect(await agreeTo(two, false)).toBe(OK);
  });

  it('goes along over a border and through a crash', async () => {
    const one = await standIn(contested, 0);
    await agreeTo(one, true);
    await stage.crash();
    const again = await stage.enter(one.guest).catch(() => null);
    const back = again ?? (await stage.enter(one.guest));
    await stage.turns(25);
    expect(back.known('law')).toMatchObject({ law: 1, open: true });
  });
});

describe('who is slain by a player', () => {
  it('loses nothing but what every death costs, hears by whom, and is left alone for half a minute', async () => {
    const [one, two] = [await standIn(open, 0), await standIn(open, 1)];
    await face(open, one, two);
    const gold = await open.player(two, ({ character }) => [character.gold, character.items.map(({ id }) => id).sort()]);
    await setHealth(open, two, 1);
    for (let i = 0; i < 8 && !two.all('notice').some(({ notice }) => notice === NOTICES.slain); i++)
      await strikeAt(stage, one, two);
    expect(two.all('notice').find(({ notice }) => notice === NOTICES.slain)?.text).toBe(one.guest.name);
    expect(one.all('notice').find(({ notice }) => notice === NOTICES.slew)?.text).toBe(two.guest.name);
    // It counts for the slayer's covenant in the fight for the place.
    expect(one.all('notice').find(({ notice }) => notice === NOTICES.strove)?.value).toBe(SLAIN_EFFORT);
    await stage.seconds(6);
    const { lands } = await realmPort(env).front();
    expect(lands.find(({ place }) => place === placeOf(OPEN)!.number)?.efforts).toEqual([SLAIN_EFFORT, 0, 0]);
    expect(await open.player(two, ({ character }) => [character.gold, character.items.map(({ id }) => id).sort()])).toEqual(gold);
    two.send('release', {});
    await stage.turns(4);
    expect(await open.player(two, ({ entity }, world) => world.sim.core.flags(entity) & FLAG_DEAD)).toBe(0);
    expect(two.known('law')).toMatchObject({ open: false });
    expect(two.known('law').spared_s).toBeGreaterThan(25);
    await face(open, one, two);
    expect(await strikeAt(stage, one, two)).toBe(REASONS.badTarget);
    stage.pass(SPARED_MS);
    await stage.turns(24);
    expect(await strikeAt(stage, one, two)).toBe(OK);
  });
});

describe('a shot at a running player', () => {
  it('is judged by what its shooter saw', async () => {
    const [shooter, runner] = [await standIn(open, 0), await standIn(open, 1)];
    const [{ x, z }] = placeOf(OPEN)!.spawns;
    await setHealth(open, runner, 5000);
    await turnTo(stage, shooter, x, z, 0);
    shooter.send('view', { mode: 1 });
    await stage.turns(2);
    const hitAt = async (ago: number): Promise<boolean> => {
      const trail: { x: number; z: number }[] = [];
      await open.player(runner, ({ entity }, world) => world.sim.core.teleport(entity, x - 5, Number.NaN, z - 12, Math.PI / 2));
      let hit = false;
      await open.inside(region => {
        const world = region.world!;
        const { core } = world.sim;
        const [gun, prey] = [shooter, runner].map(bot => world.byCharacter.get(bot.guest.character)!.entity);
        core.setCooldown(gun, 11, 0);
        for (let i = 0; i < 25; i++) {
          core.setIntent(prey, 1, Math.PI / 2, 0, 0, 0, 1);
          core.step(0.5);
          trail.push({ x: core.x(prey), z: core.z(prey) });
        }
        const then = trail[trail.length - 1 - ago];
        const [dx, dz] = [then.x - core.x(gun), then.z - core.z(gun)];
        const pitch = Math.atan2(core.y(prey) + 1 - core.y(gun) - 1.62, Math.hypot(dx, dz));
        core.setIntent(gun, BUTTON_FIRE, Math.atan2(dx, -dz), pitch, core.tick() - 4, 0, 1);
        core.step(0.5);
        world.sim.outcomes(({ type, a, b }) => {
          hit ||= type === 1 && a === gun && b === prey;
        });
        core.setIntent(gun, 0, 0, 0, 0, 0, 1);
      });
      return hit;
    };
    expect(await hitAt(4)).toBe(true);
    expect(await hitAt(0)).toBe(false);
  });
});
