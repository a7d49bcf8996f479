// One body on the stage: what it was told to do, what it holds, how it shines. In: its ActorView each frame and outcomes. Out: its row for the crowd.
import {
  CLASS_MONSTER,
  CLASS_PLAYER,
  FLAG_ADRIFT,
  FLAG_AIMING,
  FLAG_BURNING,
  FLAG_CASTING,
  FLAG_COMBAT,
  FLAG_DEAD,
  FLAG_MOUNTED,
  FLAG_SLOWED,
} from '../../assembly/layout';
import { isFirearm, unpackGear } from '../../src/shared/content/looks';
import type { Cast, Guise } from './cast';
import type { ActorView } from './contract';
import { headAndCharge } from './crowdshader';
import { type Closeness, DISTANT } from './detail';
import { Motion } from './motion';
import { Steed } from './steed';
import type { Hands } from './wardrobe/outfit';

const FADE_IN_S = 0.35;
/** A rider's breeches above his feet, at size 1. */
const SEATED_M = 0.78;
const FADE_OUT_S = 0.6;
/** Longest step of a clip: after a stall bodies do not jump through half a stride. */
const MAX_STEP_S = 0.1;
/** A body that is held by a blow goes on at this share of its pace: it shudders, it does not stop dead. */
const HELD_PACE = 0.06;
/** Of a knock: how soon it is farthest, and how soon it is over. */
const KNOCK_OUT_S = 0.045;
const KNOCK_S = 0.26;

export class Actor {
  view: ActorView;
  guise: Guise;
  readonly motion: Motion;
  /** Frame number when it was last seen. */
  seen = 0;
  /** 0..1, how far it has come into sight. */
  presence: number;
  /** Seconds since it died; 0 while alive. */
  deadFor = 0;
  distance = 0;
  /** By what it is ranked against others, and how closely it was drawn last (detail.ts). */
  rank = 0;
  closeness: Closeness = DISTANT;
  /** It stands in the picture, as far as the camera's bounds tell. */
  inSight = false;
  /** The player has a reason to look out for it. */
  matters = false;
  /** Gestures now and then when it has nothing to do. */
  chatty = false;
  /** What it rides. */
  steed: Steed | null = null;
  private hands: Hands = 'empty';
  /** A weapon taken in hand for one blow or shot is kept this long. */
  private handsLeft = 0;
  private tool: Hands | '' = '';
  private flash = 0;
  private spell = 0;
  /** A blow holds the clips of both bodies for so long; the place of the body is never held. */
  private heldFor = 0;
  /** The last knock: its way over the ground, metres, and how long ago it was. */
  private knockX = 0;
  private knockZ = 0;
  private knockAge = KNOCK_S;
  private nextTalk: number;
  /** What the guise was made of. */
  private readonly worn = { look: -1, gear: -1, colours: -1, kind: -1, cls: -1, hands: 'empty' as Hands };

  constructor(
    view: ActorView,
    private readonly cast: Cast,
    fresh: boolean,
  ) {
    this.view = view;
    this.guise = cast.guise(view, this.resting(view));
    this.motion = new Motion(this.guise.takes, view.id * 2654435761);
    this.presence = fresh ? 0 : 1;
    this.nextTalk = (view.id * 13) % 9;
    if (view.flags & FLAG_DEAD) this.motion.lieDown();
  }

  /** Work a villager does when idle: its clip, and the tool in the hand. */
  employ(idle: string, tool: Hands | ''): void {
    this.motion.idle = idle;
    this.tool = tool;
  }

  shuffle(): void {
    this.motion.walk = 'shamble';
  }

  private resting(view: ActorView): Hands {
    if (view.cls !== CLASS_PLAYER) return this.tool || (view.cls === CLASS_MONSTER ? 'melee' : 'empty');
    if (view.flags & FLAG_AIMING) return isFirearm(unpackGear(view.gear).hand) ? 'gun' : 'bow';
    return view.flags & FLAG_COMBAT ? 'melee' : 'empty';
  }

  /** Takes a weapon in hand for `seconds`. */
  take(hands: Hands, seconds: number): void {
    if (this.view.cls !== CLASS_PLAYER) return;
    this.hands = hands;
    this.handsLeft = seconds;
  }

  struck(strength: number): void {
    this.flash = Math.max(this.flash, strength);
    if (!this.motion.busy && !(this.view.flags & FLAG_DEAD)) this.motion.once('flinch');
  }

  /** Holds its clips for some frames. */
  hold(seconds: number): void {
    this.heldFor = Math.max(this.heldFor, seconds);
  }

  /** Knocks the picture of the body by so many metres along x and z, and lets it swing back. */
  knock(x: number, z: number): void {
    this.knockX = x;
    this.knockZ = z;
    this.knockAge = 0;
  }

  /** Shines from within for a moment: casting, healing. */
  shine(strength: number): void {
    this.spell = Math.max(this.spell, strength);
  }

  step(view: ActorView, dtS: number): void {
    this.view = view;
    const dt = Math.min(dtS, MAX_STEP_S);
    const dead = (view.flags & FLAG_DEAD) !== 0;
    this.deadFor = dead ? this.deadFor + dtS : 0;
    this.presence = Math.min(1, this.presence + dtS / FADE_IN_S);
    this.handsLeft -= dtS;
    const hands = this.handsLeft > 0 ? this.hands : this.resting(view);
    this.dress(view, hands);
    if (view.cls === CLASS_PLAYER && view.flags & FLAG_AIMING) this.motion.hold(hands === 'bow' ? 'bowHold' : 'aim', 0.25);
    if (view.flags & FLAG_CASTING) this.spell = Math.max(this.spell, 0.25);
    if (this.chatty) this.gossip(dtS);
    this.ride(view, this.heldFor > 0 ? dt * HELD_PACE : dt);
    this.motion.step(view, this.heldFor > 0 ? dt * HELD_PACE : dt);
    if (this.heldFor > 0) this.heldFor -= dtS;
    // A held body keeps its flash: that is what the eye should take in.
    else this.flash = Math.max(0, this.flash - dtS * 5);
    this.knockAge += dtS;
    this.spell = Math.max(0, this.spell - dtS * 1.6);
  }

  /** Gets on or off, and lets the steed go its own gait. */
  private ride(view: ActorView, dt: number): void {
    if (!(view.flags & FLAG_MOUNTED)) {
      this.steed = null;
      return;
    }
    const guise = this.cast.steed(view.look);
    if (this.steed?.guise !== guise) this.steed = new Steed(guise, view.id);
    this.steed.step(view, dt);
  }

  /** Metres by which it stands higher than its feet would: in the saddle. */
  get lift(): number {
    return this.steed ? this.steed.seat - SEATED_M * this.guise.size : 0;
  }

  /** Clothes are looked up only when they change. */
  private dress(view: ActorView, hands: Hands): void {
    const { worn } = this;
    if (
      worn.look === view.look &&
      worn.gear === view.gear &&
      worn.colours === view.colours &&
      worn.kind === view.kind &&
      worn.cls === view.cls &&
      worn.hands === hands
    )
      return;
    worn.look = view.look;
    worn.gear = view.gear;
    worn.colours = view.colours;
    worn.kind = view.kind;
    worn.cls = view.cls;
    worn.hands = hands;
    this.guise = this.cast.guise(view, hands);
  }

  private gossip(dtS: number): void {
    this.nextTalk -= dtS;
    if (this.nextTalk > 0) return;
    this.nextTalk = 7 + ((this.view.id * 37) % 11);
    if (this.view.speed < 0.2) this.motion.hold('talk', 3.2);
  }

  /** Fades away after it left the sight. Returns false when it is gone. */
  leave(dtS: number): boolean {
    this.presence -= dtS / FADE_OUT_S;
    return this.presence > 0;
  }

  /** Writes its numbers; see crowdshader.ts for their places. `lit`: extra light for hover and target. */
  write(rows: Float32Array, o: number, timeS: number, lit: number): void {
    const { view, guise } = this;
    const knock = this.knockAge < KNOCK_S ? swing(this.knockAge) : 0;
    rows[o] = view.x + this.knockX * knock;
    rows[o + 1] = view.y + this.lift;
    rows[o + 2] = view.z + this.knockZ * knock;
    rows[o + 3] = view.yaw;
    this.motion.write(rows, o + 4, guise.upperBone);
    rows[o + 16] = guise.size;
    rows[o + 17] = guise.width;
    rows[o + 18] = guise.head;
    rows[o + 19] = guise.parts;
    const { dyes } = guise;
    rows[o + 20] = dyes[0];
    rows[o + 21] = dyes[1];
    rows[o + 22] = dyes[2];
    rows[o + 23] = dyes[3];
    const burning = view.flags & FLAG_BURNING ? 0.75 + 0.25 * Math.sin(timeS * 17 + view.id) : 0;
    rows[o + 24] = this.flash * 0.3 + burning * 0.15 + this.spell * 0.09 + lit;
    rows[o + 25] = this.flash * 0.2 + burning * 0.045 + this.spell * 0.08 + lit * 0.9;
    rows[o + 26] = this.flash * 0.14 + this.spell * 0.05 + lit * 0.6;
    rows[o + 27] = Math.max(0, this.presence) * (view.flags & FLAG_ADRIFT ? 0.55 : 1);
    rows[o + 28] = view.flags & FLAG_SLOWED ? 0.5 : 0;
    rows[o + 29] = 0;
    // It leans the way it is knocked: forward is along its yaw.
    rows[o + 30] = knock ? (this.knockX * Math.sin(view.yaw) - this.knockZ * Math.cos(view.yaw)) * knock * 1.1 : 0;
    rows[o + 31] = headAndCharge(guise);
  }
}

/** 0..1..0: out at once, back softly. */
function swing(age: number): number {
  if (age < KNOCK_OUT_S) return age / KNOCK_OUT_S;
  const back = (age - KNOCK_OUT_S) / (KNOCK_S - KNOCK_OUT_S);
  return (1 - back) * (1 - back);
}
