// Bosses: one of the last level who clears the Barrow alone, again and again: through the gate, from boss to boss, and takes what they leave.
// In: a bot. Out: bosses felled, their loot taken, runs begun.
import { BUTTON_FORWARD, CLASS_MONSTER, FLAG_COMBAT, FLAG_DEAD, TICK_MS } from '../../../assembly/layout';
import { abilities, dungeons, gateOf } from '../../../src/shared/content';
import type { AbilityKind } from '../../../src/shared/content/kinds';
import { LOOT_RANGE_M } from '../../../src/shared/protocol/limits';
import { isInstance } from '../../../src/shared/regions';
import { GATE_RANGE_M } from '../../../src/shared/rules/runs';
import { strengthOf } from '../../../src/shared/rules/tactics';
import { yawTo } from '../../../web/input/steer';
import type { ActorView } from '../../../web/render/contract';
import type { Bot, Mind } from '../../harness/bot';
import { Halls } from '../../harness/halls';
import { distance, mourn, Walker } from '../../harness/walker';
import type { Subject } from '../subject';
import { type Deed, gives } from './kinds';

const BARROW = dungeons.key('barrow');
const GATE = gateOf(BARROW).poi;
const LAIRS = BARROW.bosses.map(key => BARROW.place.camps.find(({ monster }) => monster === key)!);
const KNOCK_MS = 3000;
/** It goes for whatever is so near, and for what fights it. */
const NOTICE_M = 14;
const BLOW_M = 2.4;
const FALLEN_MS = 400;
const GAP_MS = 250;
const ARMS: ReadonlySet<string> = new Set(['none', 'melee']);

class Delver {
  private readonly halls = new Halls(BARROW.place);
  private readonly walker: Walker;
  private readonly corpses = new Map<number, ActorView>();
  private readonly life = { deadSince_ms: 0 };
  private knock_ms = 0;
  private use_ms = 0;
  /** When each of its abilities may be used again, by id. */
  private readonly ready_ms = new Map<number, number>();
  private loot_ms = 0;

  constructor(private readonly bot: Bot) {
    this.walker = new Walker(bot);
    bot.session.on('corpse', ({ corpse, gold, items }) => {
      const body = bot.session.mirror?.bodies.get(corpse);
      if (body && (gold || items.length)) this.corpses.set(corpse, { ...body });
      else this.corpses.delete(corpse);
    });
    bot.session.on('welcome', () => this.corpses.clear());
  }

  turn(now_ms: number): void {
    if (mourn(this.bot, this.life, now_ms)) return;
    if (!isInstance(this.bot.session.region)) this.goIn(now_ms);
    else if (!this.fight(now_ms) && !this.collect(now_ms)) this.goOn(now_ms);
  }

  private goIn(now_ms: number): void {
    const { session } = this.bot;
    if (!this.walker.towards(GATE.x, GATE.z + 3, GATE_RANGE_M / 2, now_ms) || now_ms < this.knock_ms) return;
    this.knock_ms = now_ms + KNOCK_MS;
    session.send('enterDungeon', { dungeon: BARROW.id, anew: false, helpers: false });
  }

  private goOn(now_ms: number): void {
    const { session } = this.bot;
    const lair = LAIRS[session.known.run?.felled ?? 0];
    if (lair) this.go(lair);
    else if (now_ms > this.knock_ms) {
      this.knock_ms = now_ms + KNOCK_MS;
      session.send('leaveDungeon', {});
    }
  }

  private go(to: { x: number; z: number }): void {
    const { held, session } = this.bot;
    const { drawn } = session.predictor;
    const next = this.halls.next(drawn, to);
    held.yaw = yawTo(drawn.x, drawn.z, next.x, next.z);
    held.buttons = BUTTON_FORWARD;
  }

  private fight(now_ms: number): boolean {
    const { bot } = this;
    const { held, session } = bot;
    const isFighting = (session.predictor.server.flags & FLAG_COMBAT) !== 0;
    const foes = [...(session.mirror?.bodies.values() ?? [])].filter(
      body => body.cls === CLASS_MONSTER && !(body.flags & FLAG_DEAD) && distance(bot, body) < NOTICE_M * (isFighting ? 2 : 1),
    );
    const [foe] = foes.toSorted((a, b) => distance(bot, a) - distance(bot, b));
    if (!foe) return false;
    if (distance(bot, foe) > BLOW_M) this.go(foe);
    else held.buttons = 0;
    held.yaw = distance(bot, foe) < 6 ? yawTo(session.predictor.drawn.x, session.predictor.drawn.z, foe.x, foe.z) : held.yaw;
    if (session.status?.casting) held.buttons = 0;
    if (session.status?.casting || now_ms < this.use_ms) return true;
    const blow = this.blow(distance(bot, foe), now_ms);
    if (!blow) return true;
    this.use_ms = now_ms + GAP_MS;
    this.ready_ms.set(blow.id, now_ms + blow.cooldown_ticks * TICK_MS);
    session.use(blow.id, foe.id);
    return true;
  }

  /** The strongest that is ready, paid for and reaches so far. */
  private blow(away_m: number, now_ms: number): AbilityKind | undefined {
    const { known, status } = this.bot.session;
    if (!status || status.global > 0) return undefined;
    return (known.sheet?.abilities ?? [])
      .flatMap(id => abilities.get(id) ?? [])
      .filter(({ on, arms, reach }) => on === 'foe' && ARMS.has(arms) && reach !== 'ray')
      .filter(({ id, cost }) => cost <= status.power && now_ms >= (this.ready_ms.get(id) ?? 0))
      .filter(({ radius_m, range_m }) => away_m <= (radius_m ?? range_m))
      .toSorted((a, b) => strengthOf(b) - strengthOf(a))[0];
  }

  private collect(now_ms: number): boolean {
    const [first] = this.corpses;
    if (!first) return false;
    const [corpse, at] = first;
    if (distance(this.bot, at) > LOOT_RANGE_M - 2) this.go(at);
    else if (now_ms > this.loot_ms) {
      this.loot_ms = now_ms + 400;
      this.bot.held.buttons = 0;
      void this.bot.session.command('loot', { corpse }).then(() => this.corpses.delete(corpse));
    }
    return true;
  }
}

function delve(): Mind {
  let delver: Delver | null = null;
  return (bot, now_ms) => {
    delver ??= new Delver(bot);
    delver.turn(now_ms);
  };
}

export const bosses: Deed = {
  key: 'bosses',
  bots: 2,
  at: { x: GATE.x, z: GATE.z + 3 },
  means: { level: 20, cls: 'duelist' },
  mind: delve,
  // One has just fallen, or its bag is being emptied.
  isUnderWay: (subject: Subject) =>
    performance.now() - subject.bossFell_ms < FALLEN_MS || (isInstance(subject.bot.session.region) && gives(subject, 'loot')),
  patience_ms: 95_000,
};
