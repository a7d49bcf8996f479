// What happened in the world, as the player sees and hears it: pictures, sounds, numbers, marks. In: outcomes of the mirror when their
// instant is on the screen; out: calls on renderer and ears, and short-lived signals. Decides nothing.
import * as L from '../../assembly/layout';
import { abilities } from '../../src/shared/content';
import type { AbilityKind } from '../../src/shared/content/kinds';
import type { Outcome } from '../../src/shared/sim';
import { wrap, yawTo } from '../input/steer';
import { AIMED_ARROW, WHEEL_LOCK_SHOT } from '../input/warfront';
import { settings } from '../settings';
import { felled, hitMarker, hurtFrom, mode, status } from '../state';
import { t } from '../strings';
import type { Heeds } from './heeds';
import { joltOfDealt, joltOfTaken } from './jolt';
import { slain } from './learning';
import { float, tally, tellFeed } from './passing';
import type { People } from './people';
import { forget } from './receive';
import { bodyOf, type Stage } from './stage';
import type { Targets } from './targets';

const HEAD_M = 1.9;
const CHEST_M = 1.2;
/** A great blow that falls this near is felt, whoever it is meant for. */
const FELT_M = 14;

/** The own ones are heard when the trigger is pulled. */
const isAimed = ({ ability }: Outcome): boolean => ability === WHEEL_LOCK_SHOT || ability === AIMED_ARROW;

export class Outcomes {
  private readonly lastBlow = new Map<number, number>();
  private readonly hear: Readonly<Record<number, (o: Outcome) => void>> = {
    [L.OUT_HIT]: o => this.hit(o),
    [L.OUT_HEAL]: o => this.heal(o),
    [L.OUT_MISS]: o => this.missed(o),
    [L.OUT_CAST_START]: o => this.castBegan(o),
    [L.OUT_CAST_STOP]: o => this.targets.casts.delete(o.a),
    [L.OUT_USED]: o => this.used(o),
    [L.OUT_DEATH]: o => this.died(o),
    [L.OUT_LAND]: o => this.landed(o),
    [L.OUT_RESPAWN]: o => forget(o.a),
    [L.OUT_SPLASH]: o => this.sound('splash', o),
    [L.OUT_AGGRO]: o => this.noticed(o),
  };

  constructor(
    private readonly stage: Stage,
    private readonly people: People,
    private readonly targets: Targets,
    private readonly heeds: Heeds,
  ) {
    if (stage.session.mirror) stage.session.mirror.onOutcome = o => this.take(o);
  }

  private take(o: Outcome): void {
    this.stage.renderer.show(o);
    this.hear[o.type]?.(o);
  }

  private get me(): number {
    return this.stage.session.entity;
  }

  private hit(o: Outcome): void {
    const critical = (o.flags & L.HIT_CRITICAL) !== 0;
    if (o.flags & L.HIT_KILL) this.lastBlow.set(o.b, o.ability);
    if (o.a === this.me && o.b !== this.me) {
      this.float(o.b, this.amount(o), critical ? 'critical' : 'dealt', o.value || Number.NaN);
      if (!(o.flags & L.HIT_PERIODIC)) this.stage.camera.jolt.add(joltOfDealt((o.flags & L.HIT_KILL) !== 0, critical));
      const aimed = isAimed(o);
      if (aimed) tally('hits');
      if (aimed || mode.value === 'warfront') {
        hitMarker.value = { at: performance.now(), head: (o.flags & L.HIT_HEAD) !== 0, kill: (o.flags & L.HIT_KILL) !== 0 };
        this.stage.ears.play(o.flags & L.HIT_HEAD ? 'headshot' : 'marker', 0.5, 0);
      }
    } else if (o.b === this.me) {
      this.heeds.attackedBy(o.a);
      this.float(o.b, this.amount(o), 'taken', o.value || Number.NaN);
      if (!(o.flags & L.HIT_PERIODIC)) this.stage.camera.jolt.add(joltOfTaken(o.value, status.value?.hpMax ?? 0, critical));
      const from = bodyOf(this.stage, o.a);
      if (from) hurtFrom.value = { at: performance.now(), angle: this.angleTo(from.x, from.z) };
      this.sound('hurt', o);
      return;
    }
    if (!(o.flags & L.HIT_PERIODIC)) this.sound('hit', o);
  }

  private missed(o: Outcome): void {
    if (o.a === this.me || o.b === this.me) this.float(o.b, t(o.flags & L.HIT_IMMUNE ? 'floater.immune' : 'floater.miss'), 'miss');
  }

  /** What got through; nothing did where a shield took it all. */
  private amount(o: Outcome): string {
    return o.value === 0 && o.flags & L.HIT_ABSORBED ? t('floater.absorbed') : String(o.value);
  }

  private noticed(o: Outcome): void {
    if (o.b !== this.me) return;
    this.heeds.attackedBy(o.a);
    this.sound('growl', o);
  }

  private heal(o: Outcome): void {
    if (o.value > 0 && (o.a === this.me || o.b === this.me)) this.float(o.b, String(o.value), 'heal', o.value);
    if (o.b === this.me) this.sound('mend', o);
  }

  private castBegan(o: Outcome): void {
    const now_ms = performance.now();
    this.targets.casts.set(o.a, { ability: o.ability, from_ms: now_ms, until_ms: now_ms + o.value * L.TICK_MS });
    this.sound('cast', o);
  }

  private used(o: Outcome): void {
    this.targets.casts.delete(o.a);
    const kind = abilities.get(o.ability);
    if (o.a === this.me && isAimed(o)) {
      tally('shots');
      return;
    }
    if (!kind) return;
    this.sound(kind.sound, o);
    this.quake(kind, o);
  }

  /** What strikes all round and took its time is felt by whoever stands near. */
  private quake(kind: AbilityKind, o: Outcome): void {
    if ((kind.reach !== 'nova' && kind.reach !== 'cone') || !kind.cast_ticks || o.a === this.me) return;
    const { drawn } = this.stage.session.predictor;
    const near = 1 - Math.hypot(o.x - drawn.x, o.z - drawn.z) / FELT_M;
    if (near > 0) this.stage.camera.jolt.add(0.5 * near);
  }

  private died(o: Outcome): void {
    const victim = bodyOf(this.stage, o.a);
    this.sound('death', o);
    const killer = bodyOf(this.stage, o.b);
    const ability = this.lastBlow.get(o.a) ?? 0;
    this.lastBlow.delete(o.a);
    const mine = o.a === this.me || o.b === this.me;
    if (o.b === this.me && victim?.cls === L.CLASS_MONSTER) slain.value++;
    if (o.b === this.me && !victim?.own) tally('downs');
    if (o.a === this.me) tally('falls');
    if (o.a === this.me) felled.value = { by: o.b && o.b !== this.me ? this.people.nameOf(o.b) : '', ability };
    const players = victim?.cls === L.CLASS_PLAYER || killer?.cls === L.CLASS_PLAYER;
    if (victim && players) tellFeed({ killer: this.people.nameOf(o.b), ability, victim: victim.name, mine });
  }

  private landed(o: Outcome): void {
    if (o.value > 0) this.float(o.a, String(o.value), o.a === this.me ? 'taken' : 'dealt', o.value);
    // The own feet are heard when they land here, not when the region says so.
    if (o.a !== this.me) this.sound('land', o);
  }

  private float(id: number, text: string, kind: Parameters<typeof float>[2], value?: number): void {
    if (!settings.floating.value) return;
    const at = id === this.me ? this.stage.session.predictor.drawn : bodyOf(this.stage, id);
    // In first person the own body is the eye itself: numbers of one's own hurt would fill the screen.
    if (!at || (id === this.me && mode.value === 'warfront')) return;
    // What is suffered hangs at the chest, what is done over the head: the two never cover each other.
    float(id, text, kind, { x: at.x, y: at.y + (kind === 'taken' ? CHEST_M : HEAD_M), z: at.z }, value);
  }

  private sound(name: string, o: Outcome): void {
    const body = bodyOf(this.stage, o.a);
    const x = body?.x ?? o.x;
    const z = body?.z ?? o.z;
    this.stage.ears.at(name, x, z);
  }

  /** Angle of a point from straight ahead, clockwise. */
  private angleTo(x: number, z: number): number {
    const { camera } = this.stage.camera;
    return wrap(yawTo(camera.x, camera.z, x, z) - camera.yaw);
  }
}
