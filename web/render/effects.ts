// What happened, made visible: each outcome of the core moves the bodies it names and calls for a picture. In: outcomes. Out: clips and spectacle.
// Looks only: nothing here changes the game.
import {
  FLAG_DEAD,
  HIT_CRITICAL,
  HIT_HEAD,
  HIT_KILL,
  HIT_PERIODIC,
  OUT_AGGRO,
  OUT_CAST_START,
  OUT_CAST_STOP,
  OUT_DEATH,
  OUT_EMOTE,
  OUT_HEAL,
  OUT_HIT,
  OUT_LAND,
  OUT_PROJECTILE,
  OUT_PROJECTILE_END,
  OUT_RESPAWN,
  OUT_SPLASH,
  OUT_USED,
  TICKS_PER_SECOND,
} from '../../assembly/layout';
import { ABILITIES } from '../../src/shared/content/abilities';
import { EMOTES } from '../../src/shared/content/emotes';
import type { AbilityKind } from '../../src/shared/content/kinds';
import type { Outcome } from '../../src/shared/sim';
import type { Actor } from './actor';
import { Areas } from './areas';
import type { Ground, Renderer } from './contract';
import type { Rings } from './rings';
import { Spectacle } from './spectacle';
import { type Caster, Telegraphs } from './telegraphs';
import type { Hands } from './wardrobe/outfit';

/** Further than this from the camera small things are not worth drawing. */
/** Emotes that last until the body moves. */
const LASTING: ReadonlySet<string> = new Set(['sit', 'kneel']);
const SEEN_M = 75;
const ALARM_M = 40;
/** Seconds that a blow holds the clips of who gives and who takes it; the last blow holds longest. */
const HOLD_S = { light: 0.045, heavy: 0.085, last: 0.12 } as const;
/** Who strikes from farther away is not held by it. */
const MELEE_M = 5;
/** How far a blow knocks a body of the size of a man, metres. */
const KNOCK_M = { light: 0.1, heavy: 0.22, last: 0.3 } as const;
/** From the last blow until the body has come down, and how many may be on their way down. */
const FALLS_S = 0.55;
const MOST_FALLING = 16;

/** Clip and weapon of an ability's picture. */
const MOVES: Record<string, readonly [clip: string, hands: Hands, keep_s: number]> = {
  slash: ['slash', 'melee', 3],
  cleave: ['smash', 'melee', 3],
  bash: ['smash', 'melee', 3],
  arrow: ['bowLoose', 'bow', 1.6],
  shot: ['shoot', 'gun', 2.5],
  ember: ['release', 'focus', 1.4],
  mend: ['release', 'focus', 1.4],
  kindle: ['release', 'focus', 1.4],
  nova: ['smash', 'focus', 1.4],
  wind: ['salute', 'empty', 0.8],
  bite: ['attack', 'melee', 0],
  claw: ['attack2', 'melee', 0],
  charge: ['attack', 'melee', 0],
  chill: ['backhand', 'melee', 0],
  web: ['spit', 'melee', 0],
  spit: ['spit', 'melee', 0],
  wisp: ['attack', 'melee', 0],
};

type Show = (o: Outcome, ability: AbilityKind | undefined) => void;

export class Effects {
  readonly spectacle: Spectacle;
  private readonly telegraphs = new Telegraphs();
  private readonly areas = new Areas();
  /** Reduced motion: nobody is knocked about. */
  private calm = false;
  private readonly falling: { id: number; atS: number }[] = [];
  private readonly caster = { x: 0, y: 0, z: 0, yaw: 0, foe: false, own: false, radius_m: 0 };
  private readonly abilities = new Map(ABILITIES.map(a => [a.id, a]));
  private readonly shows: Readonly<Record<number, Show>> = {
    [OUT_USED]: (o, ability) => this.used(o, ability),
    [OUT_HIT]: (o, ability) => this.hit(o, ability),
    [OUT_HEAL]: o => this.healed(o),
    [OUT_CAST_START]: (o, ability) => this.castStart(o, ability),
    [OUT_CAST_STOP]: o => this.castStopped(o.a),
    [OUT_PROJECTILE]: (o, ability) => this.launched(o, ability),
    [OUT_PROJECTILE_END]: o => this.landedFlight(o),
    [OUT_DEATH]: o => this.died(o.a),
    [OUT_RESPAWN]: o => this.spectacle.risen([o.x, o.y || (this.ground()?.height(o.x, o.z) ?? 0), o.z]),
    [OUT_EMOTE]: o => this.emoted(o.a, o.value),
    [OUT_LAND]: o => this.landed(o),
    [OUT_SPLASH]: o => this.splashed(o.a),
    [OUT_AGGRO]: o => this.alarmed(o.a),
  };

  constructor(
    private readonly find: (id: number) => Actor | undefined,
    private readonly rings: Rings,
    private readonly ground: () => Ground | null,
  ) {
    this.spectacle = new Spectacle(rings, ground);
  }

  show(o: Outcome): void {
    this.shows[o.type]?.(o, this.abilities.get(o.ability));
  }

  update(timeS: number, dtS: number, shown: readonly Actor[], calm: boolean): void {
    this.calm = calm;
    while (this.falling.length && this.falling[0].atS <= timeS) this.cameDown(this.falling.shift()!.id);
    this.spectacle.update(timeS, dtS, shown, id => this.find(id)?.view ?? null);
  }

  levelUp(id: number): void {
    const actor = this.find(id);
    if (!actor) return;
    actor.shine(2);
    this.spectacle.levelUp(feet(actor));
  }

  questDone(id: number): void {
    const actor = this.find(id);
    if (!actor) return;
    actor.shine(1.2);
    this.spectacle.questDone(feet(actor));
  }

  layAreas(boss: number, laid: Parameters<Renderer['layAreas']>[1], dropped: readonly number[], early_s: number): void {
    this.areas.lay(boss, laid, dropped, this.spectacle.timeS, early_s);
    const [first] = laid;
    if (first) this.find(boss)?.motion.hold('cast', first.left / TICKS_PER_SECOND);
  }

  /** Where blows are about to fall, among the rings. */
  warn(timeS: number, threat: readonly [number, number, number], own: readonly [number, number, number], calm: boolean): void {
    if (this.telegraphs.size) this.telegraphs.draw(this.rings, this.casterOf, timeS, threat, own);
    if (!this.areas.size) return;
    const bodyOf = (id: number) => this.find(id)?.view ?? null;
    const heightAt = (x: number, z: number) => this.ground()?.height(x, z) ?? 0;
    this.areas.draw(this.rings, bodyOf, heightAt, timeS, threat, calm, at => this.spectacle.thud([at.x, at.y, at.z], 1.8));
  }

  private readonly casterOf = (id: number): Caster | null => {
    const actor = this.find(id);
    if (!actor || actor.view.flags & FLAG_DEAD) return null;
    const { caster } = this;
    const { view, guise } = actor;
    caster.x = view.x;
    caster.y = view.y;
    caster.z = view.z;
    caster.yaw = view.yaw;
    caster.foe = view.stance === 'foe' || view.stance === 'neutral';
    caster.own = view.own;
    caster.radius_m = guise.girth;
    return caster;
  };

  // ---- doing ----

  private used(o: Outcome, ability: AbilityKind | undefined): void {
    const actor = this.find(o.a);
    if (!actor || !ability) return;
    const { visual } = ability;
    const move = MOVES[visual];
    if (move) {
      const [clip, hands, keep_s] = move;
      actor.take(hands, keep_s);
      actor.motion.release();
      actor.motion.once(clip);
    }
    this.telegraphs.fall(o.a, ability, this.spectacle.timeS);
    this.spectacle.swing(visual, actor);
    if (ability.reach === 'nova')
      this.spectacle.nova(feet(actor), ability.radius_m ?? ability.range_m, visual === 'nova' ? 'ringFire' : 'ringChill');
    else if (visual === 'shot') this.spectacle.shot(muzzle(actor, o), [o.x2, o.y2, o.z2], actor.view.own, !o.b);
    else if (visual === 'wind') {
      actor.shine(1.2);
      this.spectacle.breath(feet(actor));
    } else if (visual === 'charge') this.spectacle.burst('dust', feet(actor), { count: 10 });
    else if (visual === 'kindle') this.kindled(o.b);
    else if (visual === 'arrow') this.spectacle.burst('twang', [o.x, o.y, o.z]);
  }

  private kindled(id: number): void {
    const actor = this.find(id);
    if (actor) this.spectacle.burst('kindled', chest(actor));
  }

  private castStart(o: Outcome, ability: AbilityKind | undefined): void {
    const actor = this.find(o.a);
    if (!actor || !ability) return;
    const cast_s = o.value / TICKS_PER_SECOND;
    // A little longer than the cast: its end may come a snapshot late.
    const held_s = cast_s + 0.4;
    if (ability.visual === 'arrow') {
      actor.take('bow', held_s + 1);
      actor.motion.hold('bowDraw', held_s, 'bowHold');
    } else {
      if (ability.arms === 'focus') actor.take('focus', held_s + 1);
      actor.motion.hold('cast', held_s);
    }
    this.telegraphs.begin(o.a, ability, cast_s, this.spectacle.timeS);
  }

  private castStopped(id: number): void {
    this.find(id)?.motion.release();
    this.telegraphs.drop(id);
  }

  private launched(o: Outcome, ability: AbilityKind | undefined): void {
    this.spectacle.projectiles.launch(o.b, ability, [o.x, o.y, o.z], [o.x2, o.y2, o.z2], this.spectacle.timeS);
  }

  private landedFlight(o: Outcome): void {
    const visual = this.spectacle.projectiles.end(o.b, o.a, o.x, o.y, o.z, this.spectacle.timeS, id => this.find(id)?.view ?? null);
    if (visual) this.spectacle.impact([o.x, o.y, o.z], visual, o.a !== 0);
  }

  private emoted(id: number, number: number): void {
    const actor = this.find(id);
    const clip = EMOTES[number - 1];
    const take = clip && actor?.guise.takes[clip];
    if (!actor || !take) return;
    if (take.upper && take.loop) actor.motion.hold(clip, take.seconds * 3);
    else if (take.upper) actor.motion.once(clip);
    else actor.motion.perform(clip, LASTING.has(clip) ? Number.POSITIVE_INFINITY : take.seconds * (take.loop ? 3 : 1));
  }

  // ---- suffering ----

  private hit(o: Outcome, ability: AbilityKind | undefined): void {
    const actor = this.find(o.b);
    if (o.flags & HIT_PERIODIC) {
      actor?.shine(0.5);
      return;
    }
    const heavy = (o.flags & (HIT_CRITICAL | HIT_HEAD)) !== 0;
    actor?.struck(heavy ? 1 : 0.7);
    if (actor && actor.distance > SEEN_M) return;
    if (actor) this.jar(actor, this.find(o.a), o.flags & HIT_KILL ? 'last' : heavy ? 'heavy' : 'light');
    this.spectacle.struck(actor ? chest(actor) : [o.x, o.y, o.z], ability?.visual ?? 'slash', heavy);
  }

  /** The weight of a blow: both bodies hold for some frames, and who took it is knocked away from who gave it. */
  private jar(victim: Actor, attacker: Actor | undefined, weight: keyof typeof HOLD_S): void {
    victim.hold(HOLD_S[weight]);
    if (!attacker || attacker === victim) return;
    const x = victim.view.x - attacker.view.x;
    const z = victim.view.z - attacker.view.z;
    const away = Math.hypot(x, z);
    if (away < MELEE_M) attacker.hold(HOLD_S[weight]);
    if (this.calm || away < 0.05) return;
    const push = KNOCK_M[weight] / (away * Math.max(0.8, victim.guise.size));
    victim.knock(x * push, z * push);
  }

  private healed(o: Outcome): void {
    const actor = this.find(o.b);
    if (!actor || actor.distance > SEEN_M) return;
    if (o.flags & HIT_PERIODIC) {
      this.spectacle.burst('mendTick', chest(actor));
      return;
    }
    actor.shine(1.5);
    this.spectacle.mended(feet(actor));
  }

  private died(id: number): void {
    const actor = this.find(id);
    if (!actor || actor.distance > SEEN_M) return;
    this.telegraphs.drop(id);
    if (actor.guise.airy) this.spectacle.burst('snuffed', chest(actor));
    else if (this.falling.length < MOST_FALLING) this.falling.push({ id, atS: this.spectacle.timeS + FALLS_S });
  }

  /** The body has met the ground. */
  private cameDown(id: number): void {
    const actor = this.find(id);
    if (!actor || !(actor.view.flags & FLAG_DEAD)) return;
    this.spectacle.thud(feet(actor), actor.guise.size);
  }

  private landed(o: Outcome): void {
    const actor = this.find(o.a);
    if (!actor) return;
    if (actor.view.speed < 1.5) actor.motion.perform('land', 0.3);
    this.spectacle.burst('dust', feet(actor), { count: o.value > 0 ? 12 : 5 });
  }

  private splashed(id: number): void {
    const actor = this.find(id);
    if (actor) this.spectacle.splash(actor.view.x, actor.view.z);
  }

  private alarmed(id: number): void {
    const actor = this.find(id);
    if (!actor || actor.distance > ALARM_M) return;
    const [x, y, z] = feet(actor);
    this.spectacle.burst('alarm', [x, y + actor.guise.height + 0.25, z]);
  }
}

const feet = ({ view }: Actor) => [view.x, view.y, view.z] as const;
const chest = ({ view, guise }: Actor) => [view.x, view.y + guise.chest, view.z] as const;

/** Where the shot leaves the barrel: before the shoulder; for one's own, right below the line of sight. */
function muzzle({ view }: Actor, o: Outcome): readonly [number, number, number] {
  const [ahead, aside] = [Math.sin(view.yaw), -Math.cos(view.yaw)];
  if (!view.own) return [view.x + ahead * 0.95, view.y + 1.34, view.z + aside * 0.95];
  const length = Math.hypot(o.x2 - o.x, o.y2 - o.y, o.z2 - o.z) || 1;
  const out = Math.min(1.4, length * 0.5) / length;
  return [o.x + (o.x2 - o.x) * out - aside * 0.2, o.y + (o.y2 - o.y) * out - 0.17, o.z + (o.z2 - o.z) * out + ahead * 0.2];
}
