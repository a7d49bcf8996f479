// Cheats of the hands: out of reach, out of time, out of power, at what one may not hit, and after what another has slain.
import { ABILITIES } from '../../src/shared/content';
import { REASONS } from '../../src/shared/rules/reasons';
import { yawTo } from '../../web/input/steer';
import type { Bot } from '../harness/bot';
import { beasts } from './cast';
import { no, refusalOf, type Table } from './cheats';
import { sleep, ticks, until } from './pace';
import { must, type Trial } from './trial';

const STRIKE = 1;
const CLEAVE = 5;
const FLAME_RING = 10;
const SHOT = 11;
const AIMED = 12;
const KILL_MS = 120_000;
const RANGE_M = ABILITIES.find(({ id }) => id === STRIKE)!.range_m;

export function fightCheats({ cast, cheat, record }: Table): Trial[] {
  const { hunter, weary, thief, far, trader } = cast.bots;
  const refused = async (bot: Bot, ability: number, target: number, ...reasons: number[]): Promise<void> =>
    refusedAfter(bot, [], ability, target, ...reasons);
  /** `before`: abilities that he may use, in the same breath. */
  const refusedAfter = async (bot: Bot, before: number[], ability: number, target: number, ...reasons: number[]): Promise<void> => {
    const reason = await refusalOf(bot, ...before.map(honest => [honest, 0] as const), [ability, target]);
    must(reasons.includes(reason), `ability ${ability} was answered with ${reason}, not ${reasons}`);
  };
  const prey = (bot: Bot, least_m = 0): number => {
    const own = bot.session.predictor.server;
    const found = beasts(bot).find(body => Math.hypot(body.x - own.x, body.z - own.z) > least_m);
    if (!found) throw new Error('no beast in sight');
    return found.id;
  };
  /** The corpse that has something for the hunter. */
  let corpse = 0;
  hunter.session.on('corpse', told => {
    if (told.gold || told.items.length) corpse = told.corpse;
  });

  return [
    {
      // He has no power when he comes; a moment later he has some.
      name: 'cheat: out of power',
      state: () => record(weary),
      attempt: async () => {
        await weary.enter();
        await refused(weary, FLAME_RING, 0, REASONS.notEnoughPower);
      },
    },
    cheat('range: a sword across the meadow', [hunter], async () =>
      refused(hunter, STRIKE, prey(hunter, RANGE_M + 4), REASONS.outOfRange, REASONS.noLineOfSight),
    ),
    cheat('an ability that he has not learned', [far], async () => refused(far, FLAME_RING, 0, REASONS.notKnown)),
    cheat('an ability of another class', [far], async () => refused(far, 64, 0, REASONS.notKnown)),
    cheat('an ability of beasts', [far], async () => refused(far, 33, 0, REASONS.notKnown)),
    cheat('an ability that is none', [far], async () => refused(far, 255, 0, REASONS.noSuchAbility, REASONS.notKnown)),
    cheat('a target that is none', [far], async () => refused(far, STRIKE, 0xdeadbeef, REASONS.noTarget, REASONS.badTarget)),
    cheat('a target out of sight, by its number', [far], async () =>
      refused(far, STRIKE, prey(hunter), REASONS.outOfRange, REASONS.noTarget, REASONS.noLineOfSight),
    ),
    cheat('a friend for a target', [trader, thief], async () =>
      refused(thief, STRIKE, trader.session.entity, REASONS.badTarget, REASONS.noTarget),
    ),
    cheat('oneself for a target', [thief], async () =>
      refused(thief, STRIKE, thief.session.entity, REASONS.badTarget, REASONS.noTarget),
    ),
    cheat('cooldown: two shots in a breath', [far], () => refusedAfter(far, [SHOT], SHOT, 0, REASONS.onCooldown)),
    cheat('cooldown: another weapon while one is drawn', [far], async () => {
      await ticks(far, 30);
      await refusedAfter(far, [AIMED], AIMED, 0, REASONS.onCooldown, REASONS.isBusy);
    }),
    cheat('global cooldown: blow upon blow', [hunter], () =>
      refusedAfter(hunter, [CLEAVE], FLAME_RING, 0, REASONS.onCooldown, REASONS.isBusy),
    ),
    cheat("loot: what another's kill holds", [thief, far], async () => {
      await slay(hunter);
      await no(thief, 'loot', { corpse }, REASONS.nothingThere, REASONS.tooFar);
      await no(far, 'loot', { corpse }, REASONS.nothingThere, REASONS.tooFar);
    }),
    cheat('loot: the same corpse twice, at once', [thief], async () => {
      if (!corpse) await slay(hunter);
      await reach(hunter);
      const both = await Promise.all([hunter.session.command('loot', { corpse }), hunter.session.command('loot', { corpse })]);
      must(both.filter(reason => reason === 0).length === 1, `both were answered with ${both}`);
      await no(hunter, 'loot', { corpse }, REASONS.nothingThere);
    }),
    cheat('loot: a living villager', [hunter], async () => {
      await no(hunter, 'loot', { corpse: hunter.session.entity }, REASONS.nothingThere);
      await no(hunter, 'skin', { corpse: 0xdeadbeef }, REASONS.nothingThere, REASONS.noHide);
    }),
  ];

  /** Kills honestly until a corpse has something. */
  async function slay(bot: Bot): Promise<void> {
    corpse = 0;
    for (const until = performance.now() + KILL_MS; !corpse; ) {
      if (performance.now() > until) throw new Error('nothing was slain in time');
      const own = bot.session.predictor.server;
      const beast = beasts(bot)[0];
      if (beast) {
        bot.held.yaw = yawTo(own.x, own.z, beast.x, beast.z);
        bot.held.buttons = Math.hypot(beast.x - own.x, beast.z - own.z) > RANGE_M - 1 ? 1 : 0;
        bot.session.use(STRIKE, beast.id);
      }
      await sleep(300);
    }
    bot.held.buttons = 0;
  }

  async function reach(bot: Bot): Promise<void> {
    await until(() => {
      const body = bot.session.mirror?.bodies.get(corpse);
      const own = bot.session.predictor.server;
      if (!body || Math.hypot(body.x - own.x, body.z - own.z) < 3) return true;
      bot.held.yaw = yawTo(own.x, own.z, body.x, body.z);
      bot.held.buttons = 1;
      return false;
    }, 'the hunter stood at the corpse');
    bot.held.buttons = 0;
    await ticks(bot, 4);
  }
}
