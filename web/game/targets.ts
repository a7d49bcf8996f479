// Whom the player means: pick, next in view, and the target card. In: bodies in sight and the camera; out: the target signal.
import { CLASS_MONSTER, CLASS_PLAYER, FLAG_COMBAT, FLAG_DEAD, TEAM_OPEN } from '../../assembly/layout';
import { monsters } from '../../src/shared/content';
import { wrap, yawTo } from '../input/steer';
import type { ActorView } from '../render/contract';
import { target } from '../state';
import type { People } from './people';
import { bodyOf, farFrom, type Stage } from './stage';

const NEXT_RANGE_M = 40;
/** Half the angle in which "next target" looks. */
const NEXT_HALF_ANGLE = 1;
const CARD_EVERY_S = 0.1;
/** A target this far away is lost. */
const LOSE_M = 90;

export interface CastSeen {
  ability: number;
  from_ms: number;
  until_ms: number;
}

export class Targets {
  id = 0;
  /** Casts that others began, by caster. */
  readonly casts = new Map<number, CastSeen>();
  onChange: (id: number) => void = () => {};
  private readonly visited: number[] = [];
  private age_s = 0;

  constructor(
    private readonly stage: Stage,
    private readonly people: People,
  ) {}

  get body(): ActorView | undefined {
    return this.id ? bodyOf(this.stage, this.id) : undefined;
  }

  /** A living foe is targeted. */
  get foe(): ActorView | undefined {
    const { body } = this;
    return body && this.isFoe(body) ? body : undefined;
  }

  isFoe(body: ActorView): boolean {
    return this.people.hostile(body) && !(body.flags & FLAG_DEAD);
  }

  set(id: number): void {
    if (id === this.id) return;
    this.id = id;
    this.visited.length = 0;
    this.show();
    this.onChange(id);
  }

  /** The next living foe before the camera, the nearest first, none twice before all had their turn. */
  next(): void {
    const inView = this.foesInView();
    if (!inView.length) return;
    let choice = inView.find(body => body.id !== this.id && !this.visited.includes(body.id));
    if (!choice) {
      this.visited.length = 0;
      choice = inView.find(body => body.id !== this.id) ?? inView[0];
    }
    const seen = [...this.visited, choice.id];
    this.set(choice.id);
    this.visited.push(...seen);
  }

  /** The foe that an ability without a target most likely means, or 0. */
  likely(range_m: number): number {
    const near = this.foesInView().find(body => farFrom(this.stage, body.x, body.z) <= range_m);
    return near?.id ?? 0;
  }

  frame(dt_s: number): void {
    this.age_s += dt_s;
    if (!this.id || this.age_s < CARD_EVERY_S) return;
    const { body } = this;
    if (!body || farFrom(this.stage, body.x, body.z) > LOSE_M) this.set(0);
    else this.show();
  }

  private foesInView(): ActorView[] {
    const { camera, session } = this.stage;
    const { drawn } = session.predictor;
    const weigh = (body: ActorView) => {
      const off = Math.abs(wrap(yawTo(camera.camera.x, camera.camera.z, body.x, body.z) - camera.camera.yaw));
      return off > NEXT_HALF_ANGLE ? Number.POSITIVE_INFINITY : Math.hypot(body.x - drawn.x, body.z - drawn.z) * (1 + off);
    };
    return (session.mirror?.list ?? [])
      .filter(body => this.isFoe(body) && body.stance === 'foe' && weigh(body) < NEXT_RANGE_M)
      .sort((a, b) => weigh(a) - weigh(b));
  }

  private show(): void {
    this.age_s = 0;
    const { body } = this;
    if (!body) {
      target.value = null;
      return;
    }
    const now_ms = performance.now();
    const cast = this.casts.get(body.id);
    if (cast && now_ms > cast.until_ms + 300) this.casts.delete(body.id);
    target.value = {
      id: body.id,
      name: body.name,
      title: body.title,
      level: body.level,
      hp: body.flags & FLAG_DEAD ? 0 : body.hp,
      hostile: this.people.hostile(body),
      fights: (body.flags & FLAG_COMBAT) !== 0,
      open: body.cls === CLASS_PLAYER && (body.team & TEAM_OPEN) !== 0,
      elite: (body.cls === CLASS_MONSTER && monsters.get(body.kind)?.elite) || false,
      kind: body.kind,
      cls: body.cls,
      casting: cast && now_ms < cast.until_ms ? { ability: cast.ability, done: castDone(cast, now_ms) } : null,
      distance: farFrom(this.stage, body.x, body.z),
    };
  }
}

function castDone(cast: CastSeen, now_ms: number): number {
  return Math.min(1, Math.max(0, (now_ms - cast.from_ms) / Math.max(1, cast.until_ms - cast.from_ms)));
}
