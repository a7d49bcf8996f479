// The core of this build for tests in Node: one compiled module, fresh worlds, and small words to play with them.
import { readFileSync } from 'node:fs';
import * as L from '../../assembly/layout';
import type { Outcome, Sim } from '../../src/shared/sim';
import { newWorld } from './scenario';

export const module = new WebAssembly.Module(readFileSync('build/core.wasm'));

export const world = (seed = 1): Sim => newWorld(module, seed);

/** Steps at noon (or another hour, 0..1) and returns what happened, oldest first. `before` runs ahead of each step. */
export function play(sim: Sim, ticks: number, before: (tick: number) => void = () => {}, timeOfDay = 0.5): Outcome[] {
  const all: Outcome[] = [];
  for (let i = 0; i < ticks; i++) {
    before(i);
    sim.core.step(timeOfDay);
    sim.outcomes(o => all.push({ ...o }));
  }
  return all;
}

export const ofType = (outcomes: readonly Outcome[], type: number): Outcome[] => outcomes.filter(o => o.type === type);

export function hold(
  sim: Sim,
  id: number,
  buttons: number,
  yaw = sim.core.yaw(id),
  pitch = 0,
  viewTick = 0,
  viewFraction = 0,
): void {
  sim.core.setIntent(id, buttons, yaw, pitch, viewTick, viewFraction, 1);
}

/** The yaw from one body to another. */
export function yawTo(sim: Sim, from: number, to: number): number {
  return Math.atan2(sim.core.x(to) - sim.core.x(from), -(sim.core.z(to) - sim.core.z(from)));
}

export const distance = (sim: Sim, a: number, b: number): number =>
  Math.hypot(sim.core.x(a) - sim.core.x(b), sim.core.z(a) - sim.core.z(b));

export const isDead = (sim: Sim, id: number): boolean => (sim.core.flags(id) & L.FLAG_DEAD) !== 0;
