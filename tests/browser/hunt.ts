// A newcomer's hunt at the screen: out to the young wolves, arrows as they come, the sword when they are there, and what they leave.
// In: a player at a page. Out: a dead wolf, or an error that tells how it went.
import { ALDERWICK, monsters } from '../../src/shared/content';
import type { ActorView } from '../../web/render/contract';
import type { Known, Screen } from './player';

const WOLF = monsters.key('wolf').id;
const LIVES = 5;
/** Farther than this no arrow is loosed; nearer than that the sword is out. */
const SHOT_M = 27;
const BITE_M = 5;
const SIGHT_M = 45;
const WALK_MS = 90_000;
const FIGHT_MS = 60_000;
const REST_MS = 90_000;
const LOOT_MS = 10_000;

/** Pieces carried and worn, and copper: grows with every find. */
export const worth = ({ bag, sheet }: Known): number =>
  bag.reduce((sum, item) => sum + item.quantity, 0) * 1e6 + (sheet?.gold ?? 0);

const gained = ({ sheet }: Known): number => (sheet ? sheet.level * 1e6 + sheet.xp : 0);

/** Goes to the nearest young wolves and fights one until it is dead; rises again and returns when it goes the other way. */
export async function hunt(player: Screen): Promise<void> {
  const diary: string[] = [];
  for (let life = 0; life < LIVES; life++) {
    await rest(player);
    const arrived = await player.walkTo(await nearestCamp(player), 5, WALK_MS, async () => (await prey(player)) !== undefined);
    const won = await fightWolf(player, diary);
    if (won) return;
    const { x, z } = await player.own();
    diary.push(`life ${life}: ${arrived ? 'found wolves' : 'lost the way'}, ended at ${x.toFixed()} ${z.toFixed()}`);
  }
  throw new Error(`no wolf was killed: ${diary.join('; ')}`);
}

async function nearestCamp(player: Screen): Promise<{ x: number; z: number }> {
  const own = await player.own();
  const away = (camp: { x: number; z: number }) => Math.hypot(camp.x - own.x, camp.z - own.z);
  return ALDERWICK.camps.filter(camp => camp.monster === 'wolf' && camp.level?.[0] === 1).sort((a, b) => away(a) - away(b))[0];
}

/** Whom to fight: who bites already, else the youngest and nearest in shot. */
async function prey(player: Screen): Promise<(ActorView & { away_m: number }) | undefined> {
  const wolves = await player.monsters(WOLF, SHOT_M);
  return wolves.find(({ away_m }) => away_m < BITE_M) ?? wolves[0];
}

/** Shoots as it comes, strikes when it is there. True when one died of it. */
async function fightWolf(player: Screen, diary: string[]): Promise<boolean> {
  const before = gained(await player.known());
  const until = performance.now() + FIGHT_MS;
  while (performance.now() < until && !(await player.isDead())) {
    const known = await player.known();
    if (gained(known) > before) return true;
    const wolf = (await prey(player)) ?? (await player.monsters(WOLF, SIGHT_M))[0];
    if (!wolf) break;
    await player.face(wolf);
    if (!known.target || known.target.hp <= 0) await player.press('Tab');
    if (wolf.away_m > SHOT_M) await player.walkTo(wolf, SHOT_M - 2, 4000);
    else await player.press(wolf.away_m > BITE_M ? '2' : '1');
    await player.page.waitForTimeout(300);
  }
  const { target, status } = await player.known();
  diary.push(`health ${status?.hp}, target at ${target?.hp}`);
  return gained(await player.known()) > before;
}

/** Stands until its wounds have closed; who was bitten to death meanwhile rises first. */
async function rest(player: Screen): Promise<void> {
  const until = performance.now() + REST_MS;
  for (;;) {
    await riseIfDead(player);
    const { status } = await player.known();
    if (status && status.hp > status.hpMax * 0.9) return;
    if (performance.now() > until) throw new Error(`wounds do not close: ${status?.hp} of ${status?.hpMax}`);
    await player.page.waitForTimeout(1000);
  }
}

export async function riseIfDead(player: Screen): Promise<void> {
  if (!(await player.isDead())) return;
  const button = player.page.getByRole('button', { name: /rise|release|return/i }).first();
  await button.click({ timeout: 60_000 });
  const until = performance.now() + 20_000;
  while (await player.isDead()) {
    if (performance.now() > until) throw new Error('the dead do not rise');
    await player.page.waitForTimeout(200);
  }
}

/** Goes to the corpse that is its own and uses it. True when bag or purse are fuller than `before`. */
export async function loot(player: Screen, before: number): Promise<boolean> {
  for (const [id, corpse] of (await player.known()).corpses) {
    if (!corpse.gold && !corpse.items.length) continue;
    const body = (await player.actors()).find(actor => actor.id === id);
    if (!body || !(await player.walkTo(body, 2, 15_000))) continue;
    // Again, as a player would: on a full machine the region may not have the body where it is drawn yet.
    for (const until = performance.now() + LOOT_MS; performance.now() < until; ) {
      await player.press('f');
      await player.page.waitForTimeout(1000);
      if (worth(await player.known()) > before) return true;
    }
  }
  return worth(await player.known()) > before;
}
