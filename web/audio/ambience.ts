// The air of the place: wind, leaves, waves, water, rain as filtered noise; birds, frogs, gulls, crickets and an owl by land and hour.
// In: what is round about the ears. Out: sound, one bed per kind of noise and now and then a call.
import type { Surroundings } from './ears';
import { SOUNDS } from './sounds';
import { voice } from './voice';

/** The beds: noise through a low-pass (Hz, Q). */
const BEDS = {
  wind: { hz: 320, q: 0.7 },
  leaves: { hz: 2600, q: 0.4 },
  waves: { hz: 620, q: 0.5 },
  water: { hz: 900, q: 0.6 },
  rain: { hz: 5200, q: 0.3 },
} as const;
type Bed = keyof typeof BEDS;
const BED_NAMES = Object.keys(BEDS) as Bed[];

/** How loud each bed is, 0..1, at second `now_s` of the context's clock. Pure. */
export function bedsOf(around: Surroundings, now_s: number): Record<Bed, number> {
  const gust = 0.6 + 0.4 * Math.sin(now_s * 0.37) * Math.sin(now_s * 0.11 + 1);
  const swell = 0.5 + 0.5 * Math.sin(now_s * 0.72);
  const storm = around.weather === 'storm';
  const wet = storm ? 1 : around.weather === 'rain' ? 0.7 : 0;
  const muffled = around.weather === 'fog' ? 0.5 : 1;
  const bare = around.biome === 'highland' || around.biome === 'coast' ? 1.5 : 1;
  return {
    wind: (0.03 + 0.07 * around.wind) * gust * bare * (storm ? 2.4 : 1) * muffled,
    leaves: around.biome === 'forest' ? 0.016 * gust * (storm ? 2.4 : 1) * muffled : 0.003 * gust,
    waves: around.biome === 'coast' ? 0.07 * swell * swell * (storm ? 1.8 : 1) : 0,
    water: 0.12 * around.water,
    rain: 0.075 * wet,
  };
}

/** Who calls where and when: name and weight. `dry`: not in rain. */
interface Caller {
  name: string;
  weight: number;
}
const DAY: Readonly<Record<string, readonly Caller[]>> = {
  meadow: [
    { name: 'chirp', weight: 5 },
    { name: 'tweet', weight: 3 },
    { name: 'cuckoo', weight: 0.4 },
  ],
  forest: [
    { name: 'tweet', weight: 4 },
    { name: 'chirp', weight: 2 },
    { name: 'cuckoo', weight: 1 },
    { name: 'creak', weight: 0.6 },
  ],
  marsh: [
    { name: 'frog', weight: 3 },
    { name: 'tweet', weight: 1 },
    { name: 'crow', weight: 1 },
  ],
  highland: [
    { name: 'crow', weight: 2 },
    { name: 'chirp', weight: 1 },
  ],
  coast: [
    { name: 'gull', weight: 4 },
    { name: 'chirp', weight: 0.5 },
  ],
};
const NIGHT: Readonly<Record<string, readonly Caller[]>> = {
  meadow: [
    { name: 'cricket', weight: 10 },
    { name: 'owl', weight: 0.5 },
  ],
  forest: [
    { name: 'cricket', weight: 6 },
    { name: 'owl', weight: 1.2 },
    { name: 'creak', weight: 0.6 },
  ],
  marsh: [
    { name: 'frog', weight: 8 },
    { name: 'cricket', weight: 3 },
  ],
  highland: [
    { name: 'cricket', weight: 3 },
    { name: 'owl', weight: 0.6 },
  ],
  coast: [{ name: 'cricket', weight: 4 }],
};

export const isDay = (hour: number): boolean => hour > 5.5 && hour < 20;

/** Who calls now; `chance` 0..1. '' when nobody does: in rain the birds are under their leaves. */
export function callerOf(biome: string, hour: number, weather: string, chance: number): string {
  const wet = weather === 'rain' || weather === 'storm';
  // Thunder belongs to its lightning (game/thunder.ts).
  if (wet) return biome === 'marsh' && chance < 0.5 ? 'frog' : 'drop';
  const table = isDay(hour) ? DAY : NIGHT;
  const callers = table[biome] ?? table.meadow;
  let left = chance * callers.reduce((sum, each) => sum + each.weight, 0);
  for (const { name, weight } of callers) {
    left -= weight;
    if (left < 0) return name;
  }
  return callers[0].name;
}

export class Ambience {
  private readonly beds: Record<Bed, GainNode>;
  private next_s = 0;

  constructor(
    private readonly context: AudioContext,
    private readonly out: AudioNode,
    private readonly hiss: AudioBuffer,
  ) {
    this.beds = Object.fromEntries(BED_NAMES.map(name => [name, this.bed(BEDS[name])])) as Record<Bed, GainNode>;
  }

  /** `volume` 0..1; at 0 nobody calls. */
  frame(around: Surroundings, volume: number): void {
    const now_s = this.context.currentTime;
    const loud = bedsOf(around, now_s);
    for (const name of BED_NAMES) this.beds[name].gain.setTargetAtTime(volume * loud[name], now_s, 0.5);
    if (now_s < this.next_s || volume < 0.02) return;
    this.next_s = now_s + (isDay(around.hour) ? 1.2 + Math.random() * 5 : 0.5 + Math.random() * 1.6);
    const name = callerOf(around.biome, around.hour, around.weather, Math.random());
    if (name) this.call(name, 0.3 + Math.random() * 0.7, Math.random() * 2 - 1);
  }

  private call(name: string, loud: number, pan: number): void {
    const { context, hiss } = this;
    const out = context.createStereoPanner();
    out.pan.value = pan;
    out.connect(this.out);
    const bend = 0.94 + Math.random() * 0.12;
    const layers = SOUNDS[name];
    let left = layers.length;
    const onEnd = () => {
      if (--left === 0) out.disconnect();
    };
    for (const layer of layers) voice(context, layer, { at_s: context.currentTime, loud, bend, out, hiss, onEnd });
  }

  private bed({ hz, q }: (typeof BEDS)[Bed]): GainNode {
    const { context } = this;
    const source = context.createBufferSource();
    source.buffer = this.hiss;
    source.loop = true;
    const filter = context.createBiquadFilter();
    filter.type = 'lowpass';
    filter.frequency.value = hz;
    filter.Q.value = q;
    const gain = context.createGain();
    gain.gain.value = 0;
    source.connect(filter).connect(gain).connect(this.out);
    source.start(0, Math.random());
    return gain;
  }
}
