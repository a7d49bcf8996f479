// A desk that plays to nobody: the parts of Web Audio that the ears use, counting what is made and started. In: nothing. Out: ears upon it, and the counts.
import type { Ears } from '../../web/audio/ears';
import type { settings } from '../../web/settings';

export interface Desk {
  ears: Ears;
  settings: typeof settings;
  /** Contexts made, sources started. */
  readonly made: number;
  readonly started: number;
  /** The context stands still. */
  readonly isResting: boolean;
  pass(seconds: number): void;
}

class Param {
  value = 0;
  setValueAtTime = () => this;
  linearRampToValueAtTime = () => this;
  exponentialRampToValueAtTime = () => this;
  setTargetAtTime = () => this;
  cancelScheduledValues = () => this;
}

export async function deskOf(): Promise<Desk> {
  const { Ears } = await import('../../web/audio/ears');
  const { settings } = await import('../../web/settings');
  const counts = { made: 0, started: 0, now: 0, isResting: false };
  const node = (more: object = {}) => ({ connect: (to: object) => to, disconnect: () => {}, ...more });
  const source = (more: object) => node({ start: () => void counts.started++, stop: () => {}, ...more });
  const context = () => {
    counts.made++;
    return {
      get state() {
        return counts.isResting ? 'suspended' : 'running';
      },
      sampleRate: 8000,
      destination: node(),
      get currentTime() {
        return counts.now;
      },
      suspend: async () => void (counts.isResting = true),
      resume: async () => void (counts.isResting = false),
      createGain: () => node({ gain: new Param() }),
      createStereoPanner: () => node({ pan: new Param() }),
      createDynamicsCompressor: () => node({ threshold: new Param(), ratio: new Param() }),
      createBiquadFilter: () => node({ type: '', frequency: new Param(), Q: new Param() }),
      createOscillator: () => source({ type: '', frequency: new Param() }),
      createBufferSource: () => source({ buffer: null, loop: false }),
      createBuffer: (_channels: number, length: number) => ({ getChannelData: () => new Float32Array(length) }),
    } as unknown as AudioContext;
  };
  return {
    ears: new Ears(context),
    settings,
    get made() {
      return counts.made;
    },
    get started() {
      return counts.started;
    },
    get isResting() {
      return counts.isResting;
    },
    pass: seconds => {
      counts.now += seconds;
    },
  };
}
