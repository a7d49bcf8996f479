// What happened in the world, as the player sees and hears it: pictures, sounds, numbers, marks. In: outcomes of the mirror when their
// instant is on the screen; out: calls on renderer and ears, and short-lived signals. Decides nothing.
import * as L from '../../assembly/layout';
import { abilities } from '../../src/shared/content';
import type { Outcome } from '../../src/shared/sim';
import { wrap, yawTo } from '../input/steer';
import { AIMED_ARROW, WHEEL_LOCK_SHOT } from '../input/warfront';
import { settings } from '../settings';
import { hitMarker, hurtFrom, mode } from '../state';
import { t } from '../strings';
import type { Heeds } from './heeds';
import { float, tellFeed } from './passing';
import type { People } from './people';
import { forget } from './receive';
import { bodyOf, type Stage } from './stage';
import type { Targets } from './targets';

const HEAD_M = 1.9;

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
      this.float(o.b, this.amount(o), critical ? 'critical' : 'dealt');
      const aimed = o.ability === WHEEL_LOCK_SHOT || o.ability === AIMED_ARROW;
      if (aimed || mode.value === 'warfront') {
        hitMarker.value = { at: performance.now(), head: (o.flags & L.HIT_HEAD) !== 0, kill: (o.flags & L.HIT_KILL) !== 0 };
        this.stage.ears.play(o.flags & L.HIT_HEAD ? 'headshot' : 'marker', 0.5, 0);
      }
    } else if (o.b === this.me) {
      this.heeds.attackedBy(o.a);
      this.float(o.b, this.amount(o), 'taken');
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
    if (o.value > 0 && (o.a === this.me || o.b === this.me)) this.float(o.b, `+${o.value}`, 'heal');
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
    // The own aimed shot was heard when the trigger was pulled.
    if (!kind || (o.a === this.me && (o.ability === WHEEL_LOCK_SHOT || o.ability === AIMED_ARROW))) return;
    this.sound(kind.sound, o);
  }

  private died(o: Outcome): void {
    const victim = bodyOf(this.stage, o.a);
    this.sound('death', o);
    const killer = bodyOf(this.stage, o.b);
    const ability = this.lastBlow.get(o.a) ?? 0;
    this.lastBlow.delete(o.a);
    const mine = o.a === this.me || o.b === this.me;
    const players = victim?.cls === L.CLASS_PLAYER || killer?.cls === L.CLASS_PLAYER;
    if (victim && players) tellFeed({ killer: this.people.nameOf(o.b), ability, victim: victim.name, mine });
  }

  private landed(o: Outcome): void {
    if (o.value > 0) this.float(o.a, String(o.value), o.a === this.me ? 'taken' : 'dealt');
    // The own feet are heard when they land here, not when the region says so.
    if (o.a !== this.me) this.sound('land', o);
  }

  private float(id: number, text: string, kind: Parameters<typeof float>[1]): void {
    if (!settings.floating.value) return;
    const at = id === this.me ? this.stage.session.predictor.drawn : bodyOf(this.stage, id);
    // In first person the own body is the eye itself: numbers of one's own hurt would fill the screen.
    if (!at || (id === this.me && mode.value === 'warfront')) return;
    float(text, kind, this.stage.renderer.project(at.x, at.y + HEAD_M, at.z));
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
