// The air of the place: wind and water as filtered noise, birds by day, crickets and an owl by night. In: hour, nearness of water, wind; out: sound.
import type { Surroundings } from './ears';

export class Ambience {
  private readonly wind: GainNode;
  private readonly water: GainNode;
  private next_s = 0;

  constructor(
    private readonly context: AudioContext,
    out: AudioNode,
    hiss: AudioBuffer,
    private readonly call: (name: string, loud: number, pan: number) => void,
  ) {
    this.wind = this.bed(hiss, 320, 0.7, out);
    this.water = this.bed(hiss, 900, 0.6, out);
  }

  /** `volume` 0..1. */
  frame(around: Surroundings, volume: number): void {
    const now_s = this.context.currentTime;
    const gust = 0.6 + 0.4 * Math.sin(now_s * 0.37) * Math.sin(now_s * 0.11 + 1);
    this.wind.gain.setTargetAtTime(volume * (0.03 + 0.07 * around.wind) * gust, now_s, 0.6);
    this.water.gain.setTargetAtTime(volume * 0.12 * around.water, now_s, 0.4);
    if (now_s < this.next_s || volume < 0.02) return;
    const day = around.hour > 5.5 && around.hour < 20;
    this.next_s = now_s + (day ? 1.2 + Math.random() * 5 : 0.5 + Math.random() * 1.6);
    const chance = Math.random();
    const name = day ? (chance < 0.6 ? 'chirp' : 'tweet') : chance < 0.95 ? 'cricket' : 'owl';
    this.call(name, volume * (0.3 + Math.random() * 0.7), Math.random() * 2 - 1);
  }

  private bed(hiss: AudioBuffer, hz: number, q: number, out: AudioNode): GainNode {
    const source = this.context.createBufferSource();
    source.buffer = hiss;
    source.loop = true;
    const filter = this.context.createBiquadFilter();
    filter.type = 'lowpass';
    filter.frequency.value = hz;
    filter.Q.value = q;
    const gain = this.context.createGain();
    gain.gain.value = 0;
    source.connect(filter).connect(gain).connect(out);
    source.start();
    return gain;
  }
}
