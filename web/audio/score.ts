// The music as notes on paper: bar after bar of a mood, made up from a few chords and a scale by a seed, so that it never repeats and is never
// wrong. In: mood, number of the bar, seed. Out: notes of that bar. Pure: the same in is the same out.
export const MOODS = ['calm', 'night', 'fight'] as const;
export type Mood = (typeof MOODS)[number];

export interface Note {
  /** Beats from the bar's beginning, and how many it lasts. */
  at: number;
  beats: number;
  /** Semitones from the A below middle C. */
  pitch: number;
  loud: number;
  part: 'pad' | 'pluck' | 'bass' | 'drum';
}

interface Manner {
  bpm: number;
  /** Semitones of the scale from the root. */
  scale: readonly number[];
  root: number;
  /** Chords as steps of the scale; from each one may go to the next or stay. */
  chords: readonly (readonly number[])[];
  /** How many beats of eight get a plucked note. */
  plucks: number;
  pad: number;
  bass: number;
  drums: boolean;
  /** Bars played, then bars of silence: music that never ends is not heard any more. */
  plays: number;
  rests: number;
}

export const BEATS = 4;

export const MANNERS: Readonly<Record<Mood, Manner>> = {
  calm: {
    bpm: 66,
    scale: [0, 2, 4, 7, 9],
    root: 3,
    chords: [
      [0, 2, 4],
      [3, 5, 7],
      [1, 3, 5],
      [2, 4, 6],
    ],
    plucks: 3,
    pad: 0.34,
    bass: 0.3,
    drums: false,
    plays: 12,
    rests: 7,
  },
  night: {
    bpm: 54,
    scale: [0, 3, 5, 7, 10],
    root: 0,
    chords: [
      [0, 2, 3],
      [1, 3, 5],
      [0, 2, 4],
    ],
    plucks: 2,
    pad: 0.36,
    bass: 0.26,
    drums: false,
    plays: 10,
    rests: 10,
  },
  fight: {
    bpm: 104,
    scale: [0, 2, 3, 7, 8],
    root: -2,
    chords: [
      [0, 2, 3],
      [4, 6, 8],
      [3, 5, 7],
      [0, 2, 3],
    ],
    plucks: 5,
    pad: 0.26,
    bass: 0.44,
    drums: true,
    plays: 64,
    rests: 0,
  },
};

/** A number 0..1 from three whole ones: always the same from the same. */
function dice(seed: number, bar: number, roll: number): number {
  let x = (seed * 374761393 + bar * 668265263 + roll * 2246822519) | 0;
  x = Math.imul(x ^ (x >>> 13), 1274126177);
  return ((x ^ (x >>> 16)) >>> 0) / 4294967296;
}

/** The step of a scale as semitones; steps beyond it are in the next octave. */
export function pitchOf({ scale, root }: Pick<Manner, 'scale' | 'root'>, step: number): number {
  const octave = Math.floor(step / scale.length);
  return root + octave * 12 + scale[step - octave * scale.length];
}

export const hertz = (pitch: number): number => 220 * 2 ** (pitch / 12);

/** The notes of a bar; none in bars of rest. */
export function barOf(mood: Mood, bar: number, seed: number): Note[] {
  const manner = MANNERS[mood];
  const round = manner.plays + manner.rests;
  const within = bar % round;
  if (within >= manner.plays) return [];
  // The first bars of a round come in one part after the other, the last go out the same way.
  const edge = manner.rests ? Math.min(1, (within + 1) / 3, (manner.plays - within) / 3) : Math.min(1, (bar + 1) / 2);
  const chord = manner.chords[Math.floor(dice(seed, bar >> 1, 1) * manner.chords.length)];
  const notes: Note[] = [];
  if (bar % 2 === 0 || mood === 'fight') pads(manner, chord, edge, mood === 'fight' ? BEATS : BEATS * 2, notes);
  if (edge > 0.5) basses(manner, chord, edge, mood, notes);
  if (edge > 0.3) plucks(manner, chord, bar, seed, edge, notes);
  if (manner.drums) drums(bar, seed, edge, notes);
  return notes;
}

function pads(manner: Manner, chord: readonly number[], edge: number, beats: number, notes: Note[]): void {
  for (const step of chord) notes.push({ at: 0, beats, pitch: pitchOf(manner, step), loud: manner.pad * edge, part: 'pad' });
}

function basses(manner: Manner, chord: readonly number[], edge: number, mood: Mood, notes: Note[]): void {
  const pitch = pitchOf(manner, chord[0]) - 12;
  const times = mood === 'fight' ? [0, 1, 1.5, 2.5, 3] : [0];
  for (const at of times)
    notes.push({ at, beats: mood === 'fight' ? 0.45 : BEATS, pitch, loud: manner.bass * edge * (at ? 0.8 : 1), part: 'bass' });
}

function plucks(manner: Manner, chord: readonly number[], bar: number, seed: number, edge: number, notes: Note[]): void {
  let step = chord[Math.floor(dice(seed, bar, 2) * chord.length)] + manner.scale.length;
  for (let eighth = 0; eighth < BEATS * 2; eighth++) {
    const strong = eighth % 4 === 0 ? 1.5 : eighth % 2 === 0 ? 1 : 0.55;
    if (dice(seed, bar, 10 + eighth) > (manner.plucks / 8) * strong) continue;
    // A melody goes by steps; a leap is rare, and comes home to the chord.
    const leap = dice(seed, bar, 30 + eighth);
    step = leap > 0.86 ? chord[eighth % chord.length] + manner.scale.length : step + (leap < 0.4 ? -1 : leap < 0.8 ? 1 : 0);
    step = Math.max(3, Math.min(manner.scale.length * 2 + 3, step));
    const loud = (0.2 + 0.14 * dice(seed, bar, 50 + eighth)) * edge;
    notes.push({ at: eighth / 2, beats: 1.2, pitch: pitchOf(manner, step), loud, part: 'pluck' });
  }
}

function drums(bar: number, seed: number, edge: number, notes: Note[]): void {
  for (let eighth = 0; eighth < BEATS * 2; eighth++) {
    const beat = eighth % 4 === 0 ? 1 : dice(seed, bar, 70 + eighth) < 0.4 ? 0.5 : 0;
    if (beat)
      notes.push({ at: eighth / 2, beats: 0.4, pitch: eighth % 4 === 0 ? -24 : -12, loud: 0.42 * beat * edge, part: 'drum' });
  }
}
