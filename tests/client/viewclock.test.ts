// The instant on the screen: behind the snapshots by a little, smooth on a rough line, never backwards.
import { describe, expect, it } from 'vitest';
import { TICK_MS } from '../../assembly/layout';
import { ViewClock } from '../../web/net/viewclock';
import { seeded } from '../harness/seeded';

const FRAME_MS = 1000 / 60;

/** Plays `seconds` of a line whose snapshots are late by `late(tick)`; returns how each frame moved the instant, and how often it starved. */
function play(seconds: number, late: (tick: number) => number, every = 1) {
  const clock = new ViewClock();
  const arrivals: { tick: number; at_ms: number }[] = [];
  let last_ms = 0;
  for (let tick = every; tick <= seconds * 20; tick += every) {
    last_ms = Math.max(last_ms, tick * TICK_MS + late(tick));
    arrivals.push({ tick, at_ms: last_ms });
  }
  const steps: number[] = [];
  let starved = 0;
  for (let now_ms = 0; now_ms < seconds * 1000; now_ms += FRAME_MS) {
    while (arrivals.length && arrivals[0].at_ms <= now_ms) {
      const { tick, at_ms } = arrivals.shift()!;
      clock.arrived(tick, at_ms);
    }
    const before = clock.at_ms;
    clock.advance(now_ms, FRAME_MS);
    if (now_ms > 2000) {
      steps.push(clock.at_ms - before);
      if (clock.at_ms > clock.newestTick * TICK_MS) starved++;
    }
  }
  return { clock, steps, starved };
}

describe('view clock', () => {
  it('runs 100 ms behind a steady line, evenly', () => {
    const { clock, steps, starved } = play(20, () => 30);
    expect(clock.delay_ms).toBe(100);
    expect(starved).toBe(0);
    for (const step of steps) expect(Math.abs(step - FRAME_MS)).toBeLessThan(0.2);
  });

  it('goes further back on a jittery line, at most 250 ms, and still runs evenly', () => {
    const chance = seeded(3);
    const { clock, steps, starved } = play(40, () => chance() * 120);
    expect(clock.delay_ms).toBeGreaterThan(120);
    expect(clock.delay_ms).toBeLessThanOrEqual(250);
    expect(starved / steps.length).toBeLessThan(0.01);
    for (const step of steps) {
      expect(step).toBeGreaterThanOrEqual(0);
      expect(Math.abs(step - FRAME_MS)).toBeLessThan(FRAME_MS * 0.1);
    }
  });

  it.each([2, 4])('stays behind a region that shows itself every %i ticks, by as much as that takes', every => {
    const { clock, steps, starved } = play(30, () => 30, every);
    expect(clock.delay_ms).toBeGreaterThan(TICK_MS * every);
    expect(clock.delay_ms).toBeLessThanOrEqual(250);
    expect(starved).toBe(0);
    for (const step of steps) expect(Math.abs(step - FRAME_MS)).toBeLessThan(FRAME_MS * 0.1);
  });

  it('jumps after a pause instead of running after it', () => {
    const { clock } = play(5, () => 20);
    clock.arrived(2000, 100_000);
    clock.advance(100_000, FRAME_MS);
    const behind_ms = 2000 * TICK_MS - clock.at_ms;
    expect(Math.abs(behind_ms)).toBeLessThan(400);
  });
});
