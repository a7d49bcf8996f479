// Every sound as a few layers of tone and noise, played by ears.ts through voice.ts. No files: a sound is numbers.
// SOUNDS is what a sound always is; TAKES are colours of which one is added each time, so that a hundred blows are not one blow a hundred times.

export interface Layer {
  /** Wave of a tone, or noise through a band. */
  wave: OscillatorType | 'noise';
  /** Hz at the beginning and at the end. */
  from: number;
  to: number;
  /** Seconds: until loudest, in all, and before it begins. */
  rise: number;
  last: number;
  wait?: number;
  loud: number;
  /** Narrowness of the band, for noise. */
  q?: number;
}

const noise = (from: number, to: number, last: number, loud: number, more: Partial<Layer> = {}): Layer => ({
  wave: 'noise',
  from,
  to,
  rise: 0.004,
  last,
  loud,
  q: 1,
  ...more,
});
const tone = (wave: OscillatorType, from: number, to: number, last: number, loud: number, more: Partial<Layer> = {}): Layer => ({
  wave,
  from,
  to,
  rise: 0.006,
  last,
  loud,
  ...more,
});
const chord = (wave: OscillatorType, notes: readonly number[], step_s: number, last: number, loud: number): Layer[] =>
  notes.map((hz, i) => tone(wave, hz, hz, last, loud, { wait: i * step_s }));

const SWING = [noise(500, 1800, 0.16, 0.35, { rise: 0.06, q: 1.4 })];
const BOW = [tone('triangle', 210, 95, 0.16, 0.4), noise(2200, 700, 0.2, 0.22, { wait: 0.02, q: 2 })];
const FIRE = [noise(300, 1400, 0.5, 0.3, { rise: 0.12 }), tone('sawtooth', 90, 240, 0.4, 0.07, { rise: 0.1 })];

export const SOUNDS: Readonly<Record<string, readonly Layer[]>> = {
  step: [noise(260, 120, 0.07, 0.16, { q: 0.8 }), noise(2600, 1500, 0.04, 0.03)],
  stepStone: [noise(900, 500, 0.05, 0.14, { q: 1.6 }), tone('sine', 150, 90, 0.05, 0.1)],
  stepWater: [noise(700, 1500, 0.16, 0.14, { rise: 0.03, q: 1.2 })],
  jump: [noise(300, 700, 0.12, 0.1, { rise: 0.03 })],
  land: [noise(180, 80, 0.14, 0.34, { q: 0.7 })],
  splash: [noise(900, 300, 0.5, 0.4, { rise: 0.02 }), noise(2800, 1200, 0.3, 0.12, { wait: 0.05 })],
  swing: SWING,
  cleave: [...SWING, noise(260, 900, 0.24, 0.26, { rise: 0.09, wait: 0.03 })],
  hit: [noise(420, 130, 0.11, 0.55, { q: 0.8 }), tone('sine', 150, 60, 0.12, 0.4)],
  bash: [tone('sine', 120, 45, 0.2, 0.6), noise(600, 200, 0.1, 0.4)],
  hurt: [tone('sine', 130, 55, 0.18, 0.55), noise(300, 120, 0.14, 0.3)],
  bite: [noise(1400, 500, 0.08, 0.4, { q: 3 }), noise(380, 160, 0.1, 0.34, { wait: 0.04 })],
  claw: [noise(2400, 900, 0.13, 0.3, { q: 2.4 })],
  gore: [noise(240, 90, 0.22, 0.5), tone('sawtooth', 80, 50, 0.2, 0.16)],
  growl: [tone('sawtooth', 88, 64, 0.5, 0.16, { rise: 0.09 }), noise(190, 150, 0.5, 0.2, { rise: 0.1, q: 4 })],
  bow: BOW,
  shot: [
    noise(1600, 120, 0.42, 0.95, { rise: 0.001, q: 0.5 }),
    tone('sine', 110, 34, 0.3, 0.8, { rise: 0.001 }),
    noise(5200, 2600, 0.05, 0.35, { rise: 0.001 }),
  ],
  marker: [tone('triangle', 1500, 1300, 0.06, 0.3)],
  headshot: [tone('triangle', 1900, 1900, 0.09, 0.34), tone('triangle', 2500, 2500, 0.12, 0.28, { wait: 0.05 })],
  cast: [tone('sine', 240, 420, 0.6, 0.1, { rise: 0.3 }), noise(900, 2400, 0.6, 0.06, { rise: 0.4, q: 5 })],
  ember: FIRE,
  kindle: FIRE,
  nova: [...FIRE, tone('sine', 80, 40, 0.5, 0.5)],
  mend: [...chord('sine', [523, 659, 784], 0.06, 0.6, 0.14)],
  wind: [noise(400, 1600, 0.6, 0.3, { rise: 0.25, q: 2 }), ...chord('sine', [392, 523], 0.08, 0.5, 0.1)],
  wisp: [tone('sine', 980, 420, 0.4, 0.16), tone('sine', 1210, 600, 0.34, 0.1)],
  chill: [noise(3200, 1400, 0.5, 0.18, { rise: 0.1, q: 6 }), tone('sine', 620, 240, 0.5, 0.14)],
  web: [noise(1200, 2600, 0.2, 0.2, { rise: 0.06, q: 4 })],
  spit: [noise(1700, 500, 0.2, 0.28, { rise: 0.03, q: 3 }), tone('sine', 300, 120, 0.16, 0.16, { wait: 0.05 })],
  toll: [
    tone('sine', 196, 194, 2.6, 0.34, { rise: 0.003 }),
    tone('sine', 466, 462, 1.7, 0.16, { rise: 0.003 }),
    tone('triangle', 588, 584, 1.1, 0.08, { rise: 0.003 }),
    noise(900, 300, 0.12, 0.2, { rise: 0.002 }),
  ],
  // What a boss lays on the ground: a rising alarm to leave, two low calls to gather, quick high ticks to go apart.
  warnLeave: [
    tone('sawtooth', 180, 420, 0.34, 0.12, { rise: 0.05 }),
    tone('square', 240, 560, 0.3, 0.05, { wait: 0.08, rise: 0.05 }),
  ],
  warnGather: [tone('triangle', 196, 196, 0.3, 0.3), tone('triangle', 262, 262, 0.5, 0.3, { wait: 0.26 })],
  warnApart: [0, 0.12, 0.24].map(wait => tone('triangle', 880, 740, 0.09, 0.2, { wait })),
  bossVoice: [
    tone('sawtooth', 74, 58, 1.1, 0.2, { rise: 0.12 }),
    tone('sine', 111, 92, 1.2, 0.24, { rise: 0.15 }),
    noise(240, 150, 1, 0.16, { rise: 0.2, q: 3 }),
  ],
  ward: [...chord('triangle', [262, 392], 0.04, 0.5, 0.14), noise(1800, 900, 0.4, 0.1, { rise: 0.05, q: 6 })],
  roar: [
    tone('sawtooth', 128, 74, 0.85, 0.22, { rise: 0.1 }),
    tone('sawtooth', 97, 58, 0.9, 0.18, { rise: 0.14 }),
    noise(420, 210, 0.85, 0.34, { rise: 0.12, q: 1.6 }),
  ],
  slam: [tone('sine', 92, 30, 0.5, 0.85, { rise: 0.002 }), noise(300, 70, 0.5, 0.6), noise(1400, 400, 0.14, 0.26)],
  dash: [noise(500, 2600, 0.24, 0.32, { rise: 0.07, q: 1.6 })],
  thunder: [
    noise(900, 60, 0.5, 0.7, { rise: 0.004, q: 0.4 }),
    noise(160, 40, 2.8, 0.8, { rise: 0.3, wait: 0.15, q: 0.5 }),
    noise(90, 34, 3.4, 0.6, { rise: 0.9, wait: 0.5, q: 0.6 }),
  ],
  death: [
    tone('triangle', 170, 50, 0.55, 0.3),
    noise(320, 90, 0.4, 0.24, { wait: 0.1 }),
    // The body meets the ground.
    noise(150, 60, 0.24, 0.5, { wait: 0.52, q: 0.7 }),
    tone('sine', 74, 38, 0.22, 0.4, { wait: 0.52 }),
  ],
  coin: [tone('triangle', 1760, 1740, 0.09, 0.2), tone('triangle', 2350, 2320, 0.22, 0.2, { wait: 0.07 })],
  item: [tone('triangle', 660, 660, 0.1, 0.2), tone('triangle', 990, 990, 0.24, 0.18, { wait: 0.08 })],
  level: [...chord('triangle', [392, 523, 659, 784, 1047], 0.11, 0.8, 0.24), ...chord('sine', [196, 262], 0.3, 1.2, 0.2)],
  quest: [...chord('triangle', [523, 659, 880], 0.1, 0.6, 0.22), ...chord('sine', [262, 330], 0.2, 0.9, 0.14)],
  accept: chord('triangle', [392, 587], 0.09, 0.35, 0.16),
  whisper: chord('sine', [880, 1175], 0.08, 0.3, 0.12),
  found: chord('sine', [330, 440, 554, 659], 0.16, 0.9, 0.18),
  deed: [...chord('triangle', [440, 554, 659, 880, 1109], 0.09, 0.9, 0.2), ...chord('sine', [220, 277, 330], 0.14, 1.4, 0.16)],
  whistle: [
    tone('sine', 1250, 2100, 0.26, 0.12, { rise: 0.05 }),
    tone('sine', 1600, 2450, 0.4, 0.12, { rise: 0.06, wait: 0.34 }),
    noise(2400, 3200, 0.5, 0.02, { rise: 0.1, q: 6 }),
  ],
  hoof: [noise(340, 130, 0.07, 0.3, { q: 0.9 }), tone('sine', 120, 70, 0.06, 0.2), noise(260, 110, 0.06, 0.2, { wait: 0.11 })],
  hoofStone: [
    tone('triangle', 760, 420, 0.05, 0.16),
    noise(1500, 700, 0.05, 0.2, { q: 2 }),
    noise(1300, 700, 0.05, 0.14, { wait: 0.11, q: 2 }),
  ],
  no: [tone('square', 150, 130, 0.1, 0.08), tone('square', 110, 100, 0.12, 0.08, { wait: 0.09 })],
  click: [noise(2400, 1800, 0.03, 0.12, { q: 3 })],
  ping: chord('sine', [880, 1320], 0.07, 0.24, 0.16),
  open: [noise(900, 2200, 0.12, 0.1, { rise: 0.03, q: 1.6 }), tone('sine', 420, 560, 0.1, 0.05)],
  close: [noise(2000, 800, 0.11, 0.09, { rise: 0.02, q: 1.6 }), tone('sine', 520, 380, 0.09, 0.04)],
  chirp: [tone('sine', 2600, 3500, 0.09, 0.05, { rise: 0.03 }), tone('sine', 3300, 2500, 0.08, 0.05, { wait: 0.11, rise: 0.03 })],
  tweet: [
    tone('sine', 3900, 3100, 0.06, 0.04, { rise: 0.02 }),
    tone('sine', 3900, 3100, 0.06, 0.04, { wait: 0.1 }),
    tone('sine', 4200, 3000, 0.1, 0.04, { wait: 0.2 }),
  ],
  cricket: [0, 0.045, 0.09, 0.135].map(wait => tone('sine', 4350, 4300, 0.03, 0.03, { wait, rise: 0.008 })),
  frog: [0, 0.16, 0.34].map(wait => tone('square', 190, 240, 0.09, 0.022, { wait, rise: 0.02 })),
  gull: [
    tone('sawtooth', 1250, 820, 0.34, 0.03, { rise: 0.08 }),
    tone('sawtooth', 1180, 760, 0.4, 0.026, { wait: 0.42, rise: 0.1 }),
  ],
  crow: [0, 0.3].map(wait => tone('sawtooth', 520, 430, 0.2, 0.03, { wait, rise: 0.03 })),
  cuckoo: [tone('sine', 660, 655, 0.24, 0.05, { rise: 0.04 }), tone('sine', 523, 520, 0.34, 0.05, { wait: 0.34, rise: 0.04 })],
  drop: [tone('sine', 1500, 700, 0.05, 0.03, { rise: 0.004 })],
  creak: [tone('sawtooth', 90, 120, 0.5, 0.02, { rise: 0.2 }), noise(300, 420, 0.5, 0.03, { rise: 0.2, q: 6 })],
  owl: [tone('sine', 390, 360, 0.3, 0.07, { rise: 0.08 }), tone('sine', 380, 330, 0.5, 0.07, { wait: 0.45, rise: 0.1 })],
};

/** Colours of a sound: one of them is added to it each time. */
export const TAKES: Readonly<Record<string, readonly (readonly Layer[])[]>> = {
  hit: [
    [noise(1500, 600, 0.05, 0.16, { q: 2 })],
    [tone('triangle', 320, 180, 0.06, 0.12)],
    [noise(900, 300, 0.08, 0.2, { q: 1.2, wait: 0.012 })],
  ],
  swing: [[noise(900, 2600, 0.1, 0.1, { rise: 0.04, q: 2 })], [noise(400, 1200, 0.2, 0.12, { rise: 0.08 })], []],
  step: [[noise(420, 200, 0.05, 0.06)], [noise(3200, 2000, 0.03, 0.03)], []],
  stepStone: [[tone('sine', 220, 140, 0.03, 0.06)], [noise(1400, 800, 0.03, 0.05, { q: 2 })], []],
  bite: [[tone('sawtooth', 210, 120, 0.12, 0.1)], [noise(2200, 1200, 0.05, 0.16, { q: 3 })]],
  growl: [[tone('sawtooth', 104, 70, 0.4, 0.08, { rise: 0.06 })], [noise(260, 200, 0.6, 0.12, { rise: 0.1, q: 3 })], []],
  hurt: [[noise(700, 260, 0.08, 0.16)], [tone('triangle', 210, 110, 0.1, 0.16)], []],
  death: [[noise(600, 240, 0.2, 0.12)], [tone('sawtooth', 120, 60, 0.3, 0.06)]],
  shot: [[noise(2600, 900, 0.3, 0.18, { wait: 0.09 })], [noise(700, 260, 0.5, 0.16, { wait: 0.12 })]],
  bow: [[noise(3200, 1600, 0.1, 0.1, { q: 3 })], [tone('triangle', 260, 140, 0.1, 0.12)]],
  ember: [[noise(1800, 3200, 0.25, 0.08, { rise: 0.1, q: 3 })], [tone('sawtooth', 130, 320, 0.3, 0.04, { rise: 0.1 })], []],
  coin: [[tone('triangle', 2790, 2770, 0.16, 0.1, { wait: 0.12 })], []],
};
