// Which clip a body plays: legs by how it moves, upper body by what it does, with blends between. In: an ActorView and events. Out: three clip
// samples (row, next row, mix) and their weights for the crowd's texture.
import {
  CLASS_PLAYER,
  FLAG_AIMING,
  FLAG_AIRBORNE,
  FLAG_COMBAT,
  FLAG_CROUCHED,
  FLAG_DEAD,
  FLAG_MOUNTED,
  FLAG_RESTING,
  FLAG_STUNNED,
  FLAG_SWIMMING,
} from '../../assembly/layout';
import type { Take, Takes } from './bake';
import type { ActorView } from './contract';

const BLEND_S = 0.16;
/** Slower than this a body stands. */
const STILL_MPS = 0.25;
/** Faster than this a rider bends over the neck, or begins to be shaken. */
const GALLOP_MPS = 6.5;
const TROT_MPS = 1;

interface Playing {
  name: string;
  take: Take;
  /** 0..1 through the clip. */
  at: number;
}

/** Other clips to try when a body has not learned one. */
const INSTEAD: Record<string, string> = {
  sprint: 'run',
  back: 'walk',
  strafeL: 'run',
  strafeR: 'run',
  guard: 'idle',
  crouch: 'idle',
  creep: 'walk',
  jump: 'run',
  fall: 'idle',
  swim: 'walk',
  tread: 'idle',
  stun: 'idle',
  rest: 'idle',
  land: 'idle',
  attack2: 'attack',
  slash: 'attack',
  backhand: 'attack',
  smash: 'attack2',
  release: 'attack2',
  cast: 'windup',
  bowLoose: 'attack',
  bowDraw: 'windup',
  shoot: 'attack',
  flinch: 'hurt',
  shamble: 'walk',
  attack: 'slash',
  hurt: 'flinch',
  windup: 'idle',
  spit: 'attack2',
  charge: 'attack',
};

export class Motion {
  private now: Playing;
  private before: Playing;
  /** How much of the clip before is still seen, 1..0. */
  private fading = 0;
  private upper: Playing | null = null;
  private upperWeight = 0;
  /** The upper clip stays until told otherwise or until this many seconds are over. */
  private upperLeft = 0;
  private holding = '';
  /** A full-body clip asked for (emote, work); ends when the body moves. */
  private act = '';
  private actLeft = 0;
  private heading = 0;
  private lastX = Number.NaN;
  private lastZ = 0;
  private backhand = false;
  /** Work or manner of an idle villager or a walking corpse. */
  idle = 'idle';
  walk = 'walk';

  constructor(
    private readonly takes: Takes,
    seed: number,
  ) {
    const take = takes.idle;
    this.now = { name: 'idle', take, at: (seed % 97) / 97 };
    this.before = { ...this.now };
  }

  private find(name: string): { name: string; take: Take } | null {
    for (let tries = 0; tries < 5 && name; tries++) {
      const take = this.takes[name];
      if (take) return { name, take };
      name = INSTEAD[name] ?? '';
    }
    return null;
  }

  /** Plays a one-shot of the upper body, or of the whole body where the clip is one. */
  once(name: string): void {
    const found = this.find(name === 'slash' && (this.backhand = !this.backhand) ? 'backhand' : name);
    if (!found) return;
    if (found.take.upper) {
      this.upper = { ...found, at: 0 };
      this.upperLeft = found.take.seconds;
      this.holding = '';
    } else this.perform(found.name, found.take.seconds);
  }

  /** Plays an upper-body clip until `release` or for at most `seconds`; `then` is looped after it. */
  hold(name: string, seconds: number, then = ''): void {
    const found = this.find(name);
    if (!found?.take.upper) return;
    if (this.upper?.name === found.name || (this.upper && this.upper.name === then)) {
      this.upperLeft = Math.max(this.upperLeft, seconds);
      return;
    }
    this.upper = { ...found, at: 0 };
    this.upperLeft = seconds;
    this.holding = then || found.name;
  }

  release(): void {
    this.upperLeft = Math.min(this.upperLeft, 0);
  }

  get busy(): boolean {
    return this.upper !== null && this.upperLeft > 0;
  }

  /** A whole-body act: an emote, work. Loops for `seconds`. */
  perform(name: string, seconds: number): void {
    if (!this.takes[name]) return;
    this.act = name;
    this.actLeft = seconds;
    if (this.now.name === name) this.now.at = 0;
  }

  step(view: ActorView, dtS: number): void {
    this.follow(view, dtS);
    const name = this.choose(view);
    if (name !== this.now.name) this.change(name);
    this.advance(this.now, view.speed, dtS);
    this.fading = Math.max(0, this.fading - dtS / BLEND_S);
    if (this.fading > 0) this.advance(this.before, view.speed, dtS);
    this.stepUpper(view, dtS);
    this.actLeft -= dtS;
  }

  private follow(view: ActorView, dtS: number): void {
    const dx = view.x - this.lastX;
    const dz = view.z - this.lastZ;
    if (dx * dx + dz * dz > 0.0004 * dtS && view.speed > STILL_MPS) this.heading = Math.atan2(dx, -dz) - view.yaw;
    else if (!(view.speed > STILL_MPS)) this.heading = 0;
    this.lastX = view.x;
    this.lastZ = view.z;
  }

  private choose(view: ActorView): string {
    const { flags, speed } = view;
    if (flags & FLAG_DEAD) return 'die';
    if (flags & FLAG_STUNNED) return 'stun';
    if (flags & FLAG_MOUNTED) return speed > GALLOP_MPS ? 'gallop' : speed > TROT_MPS ? 'trot' : 'ride';
    if (flags & FLAG_SWIMMING) return speed > 0.6 ? 'swim' : 'tread';
    if (flags & FLAG_AIRBORNE) return view.vy > 0.5 ? 'jump' : 'fall';
    if (speed > STILL_MPS) {
      if (this.actLeft > 0 && speed > 1) this.actLeft = 0;
      return this.gait(flags, speed);
    }
    if (this.actLeft > 0) return this.act;
    if (flags & FLAG_CROUCHED) return 'crouch';
    if (flags & FLAG_RESTING) {
      // A player's hands are at work; villagers have their own ways of passing the time.
      if (view.cls === CLASS_PLAYER) return 'hammer';
      return this.idle === 'idle' ? 'rest' : this.idle;
    }
    if (flags & (FLAG_COMBAT | FLAG_AIMING)) return 'guard';
    return this.idle;
  }

  private gait(flags: number, speed: number): string {
    if (flags & FLAG_CROUCHED) return 'creep';
    const ahead = Math.cos(this.heading);
    const aside = Math.sin(this.heading);
    if (ahead < -0.5) return 'back';
    if (Math.abs(aside) > 0.82 && speed > 1.5) return aside > 0 ? 'strafeR' : 'strafeL';
    // Wide steps between two gaits, so that a body near the border does not flicker.
    const running = this.now.name === 'run' || this.now.name === 'sprint';
    const sprinting = this.now.name === 'sprint';
    if (speed > (sprinting ? 6.2 : 6.7)) return 'sprint';
    return speed > (running ? 2.9 : 3.5) ? 'run' : this.walk;
  }

  private change(name: string): void {
    const found = this.find(name) ?? { name, take: this.takes.idle };
    if (found.take === this.now.take && !(name === 'die')) {
      this.now.name = name;
      return;
    }
    const striding = found.take.stride > 0 && this.now.take.stride > 0;
    this.before = this.now;
    this.fading = 1;
    this.now = { name, take: found.take, at: striding ? this.before.at : found.take.loop ? this.before.at * 0.5 : 0 };
  }

  private advance(playing: Playing, speed: number, dtS: number): void {
    const { take } = playing;
    const rounds = take.stride > 0 ? Math.max(0.15, speed / take.stride) : 1 / take.seconds;
    const next = playing.at + rounds * dtS;
    playing.at = take.loop ? next - Math.floor(next) : Math.min(1, next);
  }

  private stepUpper(view: ActorView, dtS: number): void {
    const { upper } = this;
    const stop = (view.flags & (FLAG_DEAD | FLAG_STUNNED)) !== 0;
    this.upperLeft -= dtS;
    const shown = upper !== null && this.upperLeft > 0 && !stop;
    this.upperWeight += Math.max(-dtS / 0.18, Math.min(dtS / 0.08, (shown ? 1 : 0) - this.upperWeight));
    if (!upper) return;
    if (!shown && this.upperWeight <= 0) {
      this.upper = null;
      return;
    }
    this.advance(upper, 0, dtS);
    if (this.holding && !upper.take.loop && upper.at >= 1) {
      const next = this.find(this.holding);
      if (next) this.upper = { ...next, at: 0 };
    }
  }

  /** How far through its clip the body is, 0..1. */
  get beat(): number {
    return this.now.at;
  }

  /** Begins as a body that has lain dead for long. */
  lieDown(): void {
    const take = this.takes.die;
    if (take) this.now = { name: 'die', take, at: 1 };
    this.fading = 0;
  }

  /** Writes texels 1 to 3 of an actor's row: see crowdshader.ts. */
  write(out: Float32Array, at: number, upperBone: number): void {
    sample(this.now, out, at);
    out[at + 3] = this.fading * this.fading * (3 - 2 * this.fading);
    sample(this.fading > 0 ? this.before : this.now, out, at + 4);
    out[at + 7] = this.upper ? this.upperWeight : 0;
    sample(this.upper ?? this.now, out, at + 8);
    out[at + 11] = upperBone;
  }
}

function sample({ take, at }: Playing, out: Float32Array, o: number): void {
  const frame = at * (take.loop ? take.frames : take.frames - 1);
  const low = Math.min(take.frames - 1, Math.floor(frame));
  const next = low + 1 < take.frames ? low + 1 : take.loop ? 0 : low;
  out[o] = take.row + low;
  out[o + 1] = take.row + next;
  out[o + 2] = frame - low;
}
