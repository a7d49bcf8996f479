// Makes one layer of a sound heard: a tone or a band of noise that swells, bends and dies. In: a Layer, when, how loud, where to. Out: Web Audio
// nodes that take themselves down when they are over.
import type { Layer } from './sounds';

export interface Say {
  /** Seconds of the context's clock. */
  at_s: number;
  /** 0..1. */
  loud: number;
  /** All frequencies times this. */
  bend: number;
  out: AudioNode;
  hiss: AudioBuffer;
  onEnd?: () => void;
}

export function voice(context: AudioContext, layer: Layer, { at_s, loud, bend, out, hiss, onEnd }: Say): void {
  const start = at_s + (layer.wait ?? 0);
  const end = start + layer.last;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(layer.loud * loud, start + Math.min(layer.rise, layer.last * 0.9));
  gain.gain.exponentialRampToValueAtTime(0.0005, end);
  gain.connect(out);
  const source =
    layer.wave === 'noise' ? band(context, layer, bend, start, end, gain, hiss) : tone(context, layer, bend, start, end, gain);
  source.onended = () => {
    gain.disconnect();
    onEnd?.();
  };
  // Every piece of noise begins elsewhere in the same buffer, or it would be heard to repeat.
  if ('buffer' in source) source.start(start, Math.random() * 1.5);
  else source.start(start);
  source.stop(end);
}

function band(
  context: AudioContext,
  layer: Layer,
  bend: number,
  start: number,
  end: number,
  out: AudioNode,
  hiss: AudioBuffer,
): AudioBufferSourceNode {
  const source = context.createBufferSource();
  source.buffer = hiss;
  source.loop = true;
  const filter = context.createBiquadFilter();
  filter.type = 'bandpass';
  filter.Q.value = layer.q ?? 1;
  filter.frequency.setValueAtTime(layer.from * bend, start);
  filter.frequency.exponentialRampToValueAtTime(layer.to * bend, end);
  source.connect(filter).connect(out);
  return source;
}

function tone(context: AudioContext, layer: Layer, bend: number, start: number, end: number, out: AudioNode): OscillatorNode {
  const source = context.createOscillator();
  source.type = layer.wave as OscillatorType;
  source.frequency.setValueAtTime(layer.from * bend, start);
  source.frequency.exponentialRampToValueAtTime(layer.to * bend, end);
  source.connect(out);
  return source;
}

/** Two seconds of white noise, shared by all that hiss. */
export function makeHiss(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate * 2, context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.random() * 2 - 1;
  return buffer;
}
