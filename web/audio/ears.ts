// What the player hears. In: names of sounds with a place in the world, where the ears are, the hour and the water near by.
// Out: Web Audio, by the volumes of the settings; captions for those who read sounds. Silent until the first click wakes it.
import { caption } from '../game/passing';
import { wrap, yawTo } from '../input/steer';
import { settings } from '../settings';
import { type Key, t } from '../strings';
import { Ambience } from './ambience';
import { type Layer, SOUNDS } from './sounds';

const HEARD_M = 45;
const MOST_VOICES = 24;
/** The same sound again within this is one sound. */
const SAME_MS = 35;

const CAPTIONS: Readonly<Record<string, Key>> = {
  hit: 'sound.hit',
  shot: 'sound.shot',
  bow: 'sound.bow',
  ember: 'sound.spell',
  cast: 'sound.spell',
  death: 'sound.death',
  hurt: 'sound.hurt',
};

export interface Surroundings {
  hour: number;
  /** 0..1: how near running water is, and how high and windy it is. */
  water: number;
  wind: number;
}

export class Ears {
  private context: AudioContext | null = null;
  private effects: GainNode | null = null;
  private hiss: AudioBuffer | null = null;
  private ambience: Ambience | null = null;
  private x = 0;
  private z = 0;
  private yaw = 0;
  private voices = 0;
  private readonly lastAt_ms = new Map<string, number>();

  /** Browsers let a page sound only after a gesture: call on the first one. */
  wake(): void {
    if (this.context) {
      void this.context.resume();
      return;
    }
    const context = new AudioContext();
    this.context = context;
    this.hiss = makeNoise(context);
    const limiter = context.createDynamicsCompressor();
    limiter.connect(context.destination);
    this.effects = context.createGain();
    this.effects.connect(limiter);
    this.ambience = new Ambience(context, limiter, this.hiss, (name, loud, pan) => this.play(name, loud, pan));
  }

  /** Where the ears are; call per frame. */
  listen(x: number, z: number, yaw: number, around: Surroundings): void {
    this.x = x;
    this.z = z;
    this.yaw = yaw;
    if (!this.context || !this.effects) return;
    const master = settings.volume.value / 100;
    this.effects.gain.value = master * (settings.effects.value / 100);
    this.ambience?.frame(around, master * (settings.music.value / 100));
  }

  /** A sound at a place of the world. */
  at(name: string, x: number, z: number): void {
    const far_m = Math.hypot(x - this.x, z - this.z);
    if (far_m > HEARD_M) return;
    const angle = far_m > 0.5 ? wrap(yawTo(this.x, this.z, x, z) - this.yaw) : 0;
    const words = CAPTIONS[name];
    if (words && settings.captions.value && far_m > 1) caption(t(words), angle);
    this.play(name, (1 - far_m / HEARD_M) ** 2, Math.sin(angle) * Math.min(1, far_m / 6));
  }

  /** loud 0..1, pan -1 (left) .. 1. */
  play(name: string, loud: number, pan: number): void {
    const { context, effects } = this;
    const layers = SOUNDS[name];
    if (!context || !effects || !layers || context.state !== 'running' || loud < 0.01 || this.voices > MOST_VOICES) return;
    const now_ms = performance.now();
    if (now_ms - (this.lastAt_ms.get(name) ?? 0) < SAME_MS) return;
    this.lastAt_ms.set(name, now_ms);
    const out = context.createStereoPanner();
    out.pan.value = pan * 0.8;
    out.connect(effects);
    // A little of its own every time, or steps sound like a machine.
    const bend = 0.94 + Math.random() * 0.12;
    for (const layer of layers) this.voice(context, layer, loud, bend, out);
  }

  private voice(context: AudioContext, layer: Layer, loud: number, bend: number, out: AudioNode): void {
    const start = context.currentTime + (layer.wait ?? 0);
    const end = start + layer.last;
    const gain = context.createGain();
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(layer.loud * loud, start + layer.rise);
    gain.gain.exponentialRampToValueAtTime(0.0005, end);
    gain.connect(out);
    const source =
      layer.wave === 'noise'
        ? this.band(context, layer, bend, start, end, gain)
        : tone(context, layer, layer.wave, bend, start, end, gain);
    this.voices++;
    source.onended = () => {
      this.voices--;
      gain.disconnect();
    };
    if (source instanceof AudioBufferSourceNode) source.start(start, Math.random());
    else source.start(start);
    source.stop(end);
  }

  private band(
    context: AudioContext,
    layer: Layer,
    bend: number,
    start: number,
    end: number,
    out: AudioNode,
  ): AudioBufferSourceNode {
    const source = context.createBufferSource();
    source.buffer = this.hiss;
    source.loop = true;
    const filter = context.createBiquadFilter();
    filter.type = 'bandpass';
    filter.Q.value = layer.q ?? 1;
    filter.frequency.setValueAtTime(layer.from * bend, start);
    filter.frequency.exponentialRampToValueAtTime(layer.to * bend, end);
    source.connect(filter).connect(out);
    return source;
  }
}

function tone(
  context: AudioContext,
  layer: Layer,
  wave: OscillatorType,
  bend: number,
  start: number,
  end: number,
  out: AudioNode,
): OscillatorNode {
  const source = context.createOscillator();
  source.type = wave;
  source.frequency.setValueAtTime(layer.from * bend, start);
  source.frequency.exponentialRampToValueAtTime(layer.to * bend, end);
  source.connect(out);
  return source;
}

function makeNoise(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate * 2, context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.random() * 2 - 1;
  return buffer;
}
