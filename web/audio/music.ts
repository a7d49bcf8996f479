// The music made heard: writes the next bar of the mood a little before it is due, and lets one mood fade into the other. In: the mood. Out: sound
// on the music fader. Off, it makes nothing at all.
import { BEATS, barOf, hertz, MANNERS, type Mood, type Note } from './score';
import type { Layer } from './sounds';
import { voice } from './voice';

/** A bar is written so long before it is due. */
const AHEAD_S = 0.35;
/** A fight begins within a beat; peace comes back slowly. */
const SWITCH_S = { fight: 0.2, calm: 4, night: 4 } as const;

/** How each part sounds: a layer whose pitch and length a note fills in. */
const PARTS: Readonly<Record<Note['part'], (hz: number, last: number, loud: number) => readonly Layer[]>> = {
  pad: (hz, last, loud) => [
    { wave: 'triangle', from: hz, to: hz, rise: last * 0.35, last: last * 1.25, loud: loud * 0.13 },
    { wave: 'sine', from: hz * 1.004, to: hz * 1.004, rise: last * 0.45, last: last * 1.3, loud: loud * 0.13 },
  ],
  pluck: (hz, last, loud) => [
    { wave: 'triangle', from: hz, to: hz, rise: 0.008, last, loud: loud * 0.3 },
    { wave: 'sine', from: hz * 2, to: hz * 2, rise: 0.004, last: last * 0.4, loud: loud * 0.12 },
    // A soft echo a beat later, as from the other side of the valley.
    { wave: 'sine', from: hz, to: hz, rise: 0.02, last, loud: loud * 0.08, wait: 0.42 },
  ],
  bass: (hz, last, loud) => [{ wave: 'sine', from: hz, to: hz, rise: 0.02, last, loud: loud * 0.34 }],
  drum: (hz, last, loud) => [
    { wave: 'sine', from: hz * 2.4, to: hz, rise: 0.003, last: last * 0.6, loud: loud * 0.5 },
    { wave: 'noise', from: 420, to: 160, rise: 0.002, last: last * 0.4, loud: loud * 0.22 },
  ],
};

export class Music {
  private readonly out: GainNode;
  private mood: Mood = 'calm';
  /** The mood wanted, and since when. */
  private wanted: Mood = 'calm';
  private wantedSince_s = 0;
  private bar = 0;
  private due_s = 0;
  private readonly seed = Math.floor(Math.random() * 1e6);

  constructor(
    private readonly context: AudioContext,
    out: AudioNode,
    private readonly hiss: AudioBuffer,
  ) {
    this.out = context.createGain();
    this.out.connect(out);
  }

  frame(mood: Mood, on: boolean): void {
    const now_s = this.context.currentTime;
    if (!on) {
      this.due_s = 0;
      return;
    }
    this.follow(mood, now_s);
    if (!this.due_s || this.due_s < now_s - 1) this.due_s = now_s + 0.2;
    if (this.due_s - now_s > AHEAD_S) return;
    this.play(barOf(this.mood, this.bar, this.seed));
    this.bar++;
    this.due_s += (BEATS * 60) / MANNERS[this.mood].bpm;
  }

  /** A mood must last before it is followed, or every wolf would end the song. */
  private follow(mood: Mood, now_s: number): void {
    if (mood !== this.wanted) {
      this.wanted = mood;
      this.wantedSince_s = now_s;
    }
    if (this.mood === mood || now_s - this.wantedSince_s < SWITCH_S[mood]) return;
    this.mood = mood;
    this.bar = 0;
    if (mood === 'fight') this.due_s = Math.min(this.due_s, now_s + 0.15);
  }

  private play(notes: readonly Note[]): void {
    const { context, hiss, out } = this;
    const beat_s = 60 / MANNERS[this.mood].bpm;
    for (const { at, beats, pitch, loud, part } of notes) {
      for (const layer of PARTS[part](hertz(pitch), beats * beat_s, loud))
        voice(context, layer, { at_s: this.due_s + at * beat_s, loud: 1, bend: 1, out, hiss });
    }
  }
}
