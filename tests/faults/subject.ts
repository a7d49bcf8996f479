// One bot of the crash test, and what it was shown. In: which one, a seed. Out: its commands, what it knew when the line fell (`before`) and
// what it was told when it came back (`after`).
import { FLAG_DEAD } from '../../assembly/layout';
import { BOSS_BEATEN } from '../../src/shared/protocol/bosses';
import { Bot, type Mind } from '../harness/bot';
import { newEyes } from '../harness/eyes';
import { all, fight, trade } from '../harness/minds';
import type { Chance } from '../harness/seeded';
import { around, pingpong, prepare, roam, toAndFro } from '../harness/travellers';
import type { Deed } from './deeds/kinds';
import { Commands, juggle } from './juggler';
import { felledOf, type Shown, shown } from './promise';

/** Positions are written once in so many turns of a region, however long those take on a full machine. */
const TRAIL_TICKS = 20;
/** In the village's middle the quarters of the home region meet. */
const CROSSROADS = { x: 768, z: 768 };
const LANE_Z = 788;
/** One turns round two metres from either point. */
const acrossTheLine = (): Mind => toAndFro({ x: CROSSROADS.x - 6, z: LANE_Z }, { x: CROSSROADS.x + 6, z: LANE_Z });

/** What the first bots do; the next ones begin anew. The last two go far: their ways are worked out first, which takes seconds. */
const NEAR: readonly (() => Mind)[] = [
  () => all(trade(), juggle()),
  () => all(acrossTheLine(), juggle()),
  () => all(around(CROSSROADS, 0), juggle()),
  () => fight(),
  () => all(trade(), juggle()),
  () => all(around(CROSSROADS, 5), juggle()),
];
const FAR: readonly (() => Mind)[] = [() => all(pingpong(0), juggle()), () => roam()];

export class Subject {
  readonly commands: Commands;
  before?: Shown;
  after?: Shown;
  /** How it found its way back, for whoever asks why it took so long. */
  readonly way: string[] = [];
  /** Bosses that fell before its eyes, and when the last one did. */
  bossesFell = 0;
  bossFell_ms = Number.NEGATIVE_INFINITY;
  private welcomed = false;
  private fell_ms = 0;
  /** Where it was shown within the last turns of its region, by how many it had seen by then. */
  private readonly trail: { x: number; z: number; seen: number }[] = [];
  private seen = 0;
  private tick = 0;

  private constructor(
    readonly bot: Bot,
    /** What it is here for; null: to fight, trade and travel. */
    readonly deed: Deed | null,
  ) {
    this.commands = new Commands(bot);
    const { session } = bot;
    session.on('cross', ({ region }) => this.tell(`on to ${region}`));
    session.on('boss', ({ state }) => {
      if (state !== BOSS_BEATEN) return;
      this.bossesFell++;
      this.bossFell_ms = performance.now();
    });
    session.on('near', ({ region }) => this.tell(`near ${region}`));
    const told = session.onLink;
    session.onLink = facts => {
      this.tell(`${facts.state} ${facts.code}`);
      told(facts);
    };
    // The first quests after a welcome: by then sheet and bag, which come before them, were told anew as well.
    session.on('welcome', ({ region }) => {
      this.tell(`welcome to ${region}`);
      this.welcomed = true;
    });
    session.on('quests', () => {
      if (this.welcomed) this.told();
    });
  }

  /** A guest who has not entered yet, and does one of the common things. */
  static async common(url: string, n: number, chance: Chance): Promise<Subject> {
    const minds = [...NEAR, ...FAR];
    const mind = minds[n % minds.length];
    if (mind === FAR[0]) prepare('pingpong');
    else if (mind === FAR[1]) prepare('roam');
    return new Subject(await Bot.guest(url, { sim: newEyes(), mind: mind(), chance }), null);
  }

  /** A guest who has not entered yet, for one deed; `n`: which of those for it. */
  static async of(url: string, deed: Deed, n: number, chance: Chance): Promise<Subject> {
    return new Subject(await Bot.guest(url, { sim: newEyes(), mind: deed.mind(n), chance }), deed);
  }

  turn(): void {
    this.bot.turn();
    const { predictor, tick } = this.bot.session;
    // Another region counts its own: that is a turn like any other.
    const passed = tick - this.tick;
    this.seen += passed >= 0 && passed <= TRAIL_TICKS ? passed : 1;
    this.tick = tick;
    const { x, z } = predictor.server;
    this.trail.push({ x, z, seen: this.seen });
    while (this.seen - this.trail[0].seen > TRAIL_TICKS) this.trail.shift();
  }

  /** The line fell: this is what it had been told. */
  note(): void {
    this.before = shown(this.bot, this.commands.open, this.deed?.exchanges, this.trail.splice(0));
    // Windows do not outlive a region.
    this.bot.session.known.barter = undefined;
    this.after = undefined;
    this.welcomed = false;
    this.fell_ms = performance.now();
    this.way.length = 0;
  }

  private tell(text: string): void {
    this.way.push(`${Math.round(performance.now() - this.fell_ms)} ms ${text}`);
  }

  /** Where the body stands is in the snapshot after the welcome. */
  private told(): void {
    this.welcomed = false;
    const after = shown(this.bot, [], this.deed?.exchanges);
    const { session } = this.bot;
    const before = session.snapshots;
    const look = setInterval(() => {
      if (session.snapshots === before || !session.inWorld) return;
      clearInterval(look);
      const { x, z, flags } = session.predictor.server;
      this.after = after && { ...after, x, z, felled: felledOf(this.bot), dead: (flags & FLAG_DEAD) !== 0 };
    }, 20);
  }
}
