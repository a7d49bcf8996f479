// The desk: every sound goes through the fader of its group, all of them through the master and a limiter; a great moment ducks what would
// drown it. In: the settings' percents, and calls for a duck. Out: one input per group. Nothing sounds before the page was touched.
export const GROUPS = ['effects', 'ambience', 'interface', 'music'] as const;
export type Group = (typeof GROUPS)[number];

/** Percents of the settings. */
export type Faders = Readonly<Record<Group | 'volume', number>>;

/** What a group is by itself beside the others, before the player's wish. */
const TRIM: Readonly<Record<Group, number>> = { effects: 1, ambience: 0.85, interface: 0.8, music: 0.6 };
/** A duck takes so much of these groups; the moment itself sounds through another. */
const DUCKED: Readonly<Partial<Record<Group, number>>> = { ambience: 0.6, music: 0.7, effects: 0.35 };
const DOWN_S = 0.06;
const UP_S = 0.5;

/** Percent to amplitude: half way on the slider sounds half as loud, which is a good deal less than half the amplitude. */
export const amplitude = (percent: number): number => (Math.max(0, Math.min(100, percent)) / 100) ** 1.7;

/** The gain of every group for these faders. */
export function gains(faders: Faders): Record<Group, number> {
  const master = amplitude(faders.volume);
  const each = (group: Group) => master * amplitude(faders[group]) * TRIM[group];
  return { effects: each('effects'), ambience: each('ambience'), interface: each('interface'), music: each('music') };
}

/** How much of a group is left while it is ducked by `depth` 0..1. */
export const ducked = (group: Group, depth: number): number => 1 - (DUCKED[group] ?? 0) * depth;

export class Mixer {
  private readonly faders: Record<Group, GainNode>;
  private readonly ducks: Record<Group, GainNode>;
  private told = '';

  constructor(private readonly context: AudioContext) {
    const limiter = context.createDynamicsCompressor();
    limiter.threshold.value = -10;
    limiter.ratio.value = 12;
    limiter.connect(context.destination);
    const fader = () => {
      const gain = context.createGain();
      gain.gain.value = 0;
      gain.connect(limiter);
      return gain;
    };
    this.faders = { effects: fader(), ambience: fader(), interface: fader(), music: fader() };
    const duck = (group: Group) => {
      const gain = context.createGain();
      gain.connect(this.faders[group]);
      return gain;
    };
    this.ducks = { effects: duck('effects'), ambience: duck('ambience'), interface: duck('interface'), music: duck('music') };
  }

  /** Where sounds of a group go in. */
  into(group: Group): AudioNode {
    return this.ducks[group];
  }

  /** Follows the settings; cheap to call every frame. */
  set(faders: Faders): void {
    const now = GROUPS.map(group => faders[group]).join() + faders.volume;
    if (now === this.told) return;
    this.told = now;
    const all = gains(faders);
    for (const group of GROUPS) this.faders[group].gain.setTargetAtTime(all[group], this.context.currentTime, 0.03);
  }

  /** Everything else steps back by `depth` 0..1 for `seconds`. */
  duck(depth: number, seconds: number): void {
    const from = this.context.currentTime;
    for (const group of GROUPS) {
      const { gain } = this.ducks[group];
      gain.cancelScheduledValues(from);
      gain.setTargetAtTime(ducked(group, depth), from, DOWN_S);
      gain.setTargetAtTime(1, from + seconds, UP_S);
    }
  }
}
