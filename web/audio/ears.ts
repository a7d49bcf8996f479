// What the player hears. In: names of sounds with a place in the world, where the ears are, and what is round about them. Out: Web Audio through
// the desk of groups (mixer.ts); captions for those who read sounds. Silent until the first click wakes it.
import { caption } from '../game/passing';
import { wrap, yawTo } from '../input/steer';
import { settings } from '../settings';
import { t } from '../strings';
import { Ambience } from './ambience';
import { captionOf, carries_m, duckOf, groupOf, loudness, treble_hz, voiceOf } from './heard';
import { Mixer } from './mixer';
import { Music } from './music';
import type { Mood } from './score';
import { SOUNDS, TAKES } from './sounds';
import { makeHiss, voice } from './voice';

const MOST_VOICES = 26;
/** The same sound again within this is one sound. */
const SAME_MS = 35;
/** Nearer than this one needs no words for what one sees. */
const CAPTION_M = 1;

export interface Surroundings {
  hour: number;
  /** 0..1: how near running water is, and how high and windy it is. */
  water: number;
  wind: number;
  biome: string;
  /** As the sky's signal names it: 'clear', 'rain', 'fog', 'storm'. */
  weather: string;
  mood: Mood;
}

export class Ears {
  private context: AudioContext | null = null;
  private mixer: Mixer | null = null;
  private hiss: AudioBuffer | null = null;
  private ambience: Ambience | null = null;
  private music: Music | null = null;
  private x = 0;
  private z = 0;
  private yaw = 0;
  private voices = 0;
  private isResting = false;
  private readonly lastAt_ms = new Map<string, number>();
  private readonly lastTake = new Map<string, number>();

  /** `make`: a context of the browser; tests bring their own. */
  constructor(private readonly make: () => AudioContext = () => new AudioContext()) {}

  /** Browsers let a page sound only after a gesture: call on the first one. */
  wake(): void {
    if (this.context) {
      if (settings.volume.value) void this.context.resume();
      return;
    }
    const context = this.make();
    this.context = context;
    this.hiss = makeHiss(context);
    this.mixer = new Mixer(context);
    this.ambience = new Ambience(context, this.mixer.into('ambience'), this.hiss);
    this.music = new Music(context, this.mixer.into('music'), this.hiss);
  }

  /** Where the ears are; call per frame. */
  listen(x: number, z: number, yaw: number, around: Surroundings): void {
    this.x = x;
    this.z = z;
    this.yaw = yaw;
    if (!this.context || !this.mixer) return;
    const { volume, effects, ambience, music } = settings;
    this.restWhen(volume.value === 0);
    this.mixer.set({
      volume: volume.value,
      effects: effects.value,
      ambience: ambience.value,
      interface: settings.interface.value,
      music: music.value,
    });
    if (this.context.state !== 'running') return;
    this.ambience?.frame(around, volume.value && ambience.value ? 1 : 0);
    this.music?.frame(around.mood, volume.value > 0 && music.value > 0);
  }

  /** Who hears nothing pays nothing for it: the machine of sound stands still while all is turned down. */
  private restWhen(isSilent: boolean): void {
    if (isSilent === this.isResting) return;
    this.isResting = isSilent;
    void (isSilent ? this.context?.suspend() : this.context?.resume());
  }

  /** A sound at a place of the world. */
  at(name: string, x: number, z: number): void {
    const key = voiceOf(name);
    const carry_m = carries_m(key);
    const far_m = Math.hypot(x - this.x, z - this.z);
    if (far_m > carry_m) return;
    const angle = far_m > 0.5 ? wrap(yawTo(this.x, this.z, x, z) - this.yaw) : 0;
    const words = captionOf(key);
    if (words && settings.captions.value && far_m > CAPTION_M) caption(t(words), angle);
    this.sound(key, loudness(far_m, carry_m), Math.sin(angle) * Math.min(1, far_m / 6), far_m);
  }

  /** loud 0..1, pan -1 (left) .. 1: a sound without a place. */
  play(name: string, loud: number, pan: number): void {
    const key = voiceOf(name);
    const words = captionOf(key);
    if (words && settings.captions.value && groupOf(key) === 'interface') caption(t(words), Number.NaN);
    this.sound(key, loud, pan, 0);
  }

  private sound(key: string, loud: number, pan: number, far_m: number): void {
    const { context, mixer, hiss } = this;
    const layers = SOUNDS[key];
    if (!context || !mixer || !hiss || !layers || context.state !== 'running' || loud < 0.01) return;
    if (this.voices > MOST_VOICES) return;
    const now_ms = performance.now();
    if (now_ms - (this.lastAt_ms.get(key) ?? 0) < SAME_MS) return;
    this.lastAt_ms.set(key, now_ms);
    const duck = duckOf(key);
    if (duck && loud > 0.3) mixer.duck(duck[0], duck[1]);
    const out = context.createStereoPanner();
    out.pan.value = pan * 0.8;
    out.connect(mixer.into(groupOf(key)));
    const into = far_m > 8 ? this.muffled(context, far_m, out) : out;
    // A little of its own every time, or steps sound like a machine.
    const bend = 0.94 + Math.random() * 0.12;
    const strength = loud * (0.86 + Math.random() * 0.2);
    let left = 0;
    const onEnd = () => {
      this.voices--;
      if (--left === 0) out.disconnect();
    };
    const take = this.takeOf(key);
    const all = take ? [...layers, ...take] : layers;
    left = all.length;
    this.voices += left;
    for (const layer of all) {
      const at_s = context.currentTime + Math.random() * 0.006;
      voice(context, layer, { at_s, loud: strength, bend, out: into, hiss, onEnd });
    }
  }

  /** One of the ways in which this sound can be coloured, never twice the same in a row. */
  private takeOf(key: string) {
    const takes = TAKES[key];
    if (!takes) return null;
    const last = this.lastTake.get(key) ?? -1;
    const next = (last + 1 + Math.floor(Math.random() * (takes.length - (last < 0 ? 0 : 1)))) % takes.length;
    this.lastTake.set(key, next);
    return takes[next];
  }

  private muffled(context: AudioContext, far_m: number, out: AudioNode): AudioNode {
    const filter = context.createBiquadFilter();
    filter.type = 'lowpass';
    filter.frequency.value = treble_hz(far_m);
    filter.connect(out);
    return filter;
  }
}
