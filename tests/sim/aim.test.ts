// Aimed shots: the server decides by what the shooter saw, and never looks back farther than it says.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { strayOf } from '../../src/shared/rules/stray';
import { readOwn, type Sim } from '../../src/shared/sim';
import { MIDDLE, SHOT } from './fixture';
import { addPlayer } from './scenario';
import { ofType, play, world } from './world';

const DISTANCE = 30;

/** A shooter looking north and a target that runs east across his sight at 6 m/s, 30 m away. */
function range(): { sim: Sim; shooter: number; target: number } {
  const sim = world();
  const shooter = addPlayer(sim, MIDDLE, MIDDLE + 20);
  const target = sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_WILD, 1, MIDDLE - 12, MIDDLE + 20 - DISTANCE, 0);
  sim.core.setBody(target, 60000, 0, 0, 0, 0, 0, 0);
  sim.core.setWish(target, 6, 0);
  return { sim, shooter, target };
}

/** Aims at where the target was `ago` ticks before now, at chest or head, and pulls the trigger. */
function shootPast(
  sim: Sim,
  shooter: number,
  target: number,
  trail: { x: number; y: number; z: number }[],
  ago: number,
  up = 1,
): boolean {
  const { core } = sim;
  const then = trail[trail.length - 1 - ago];
  const eye = core.y(shooter) + L.EYE_HEIGHT_M;
  const dx = then.x - core.x(shooter);
  const dz = then.z - core.z(shooter);
  const pitch = Math.atan2(then.y + up - eye, Math.hypot(dx, dz));
  core.setIntent(shooter, L.BUTTON_FIRE, Math.atan2(dx, -dz), pitch, core.tick() - ago, 0, 1);
  const outcomes = play(sim, 1);
  core.setIntent(shooter, 0, core.yaw(shooter), 0, 0, 0, 1);
  const hits = ofType(outcomes, L.OUT_HIT);
  expect(ofType(outcomes, L.OUT_USED)).toMatchObject([{ a: shooter, ability: SHOT }]);
  for (const hit of hits) expect(hit.b).toBe(target);
  return hits.length === 1;
}

function follow(sim: Sim, target: number, ticks: number): { x: number; y: number; z: number }[] {
  const trail: { x: number; y: number; z: number }[] = [];
  const note = () => trail.push({ x: sim.core.x(target), y: sim.core.y(target), z: sim.core.z(target) });
  for (let i = 0; i < ticks; i++) {
    play(sim, 1);
    note();
  }
  return trail;
}

describe('rays', () => {
  it.each([0, 1, 2, 3, 4])('hit what the shooter saw %i ticks ago', ago => {
    const { sim, shooter, target } = range();
    const trail = follow(sim, target, 40);
    expect(shootPast(sim, shooter, target, trail, ago)).toBe(true);
  });

  it.each([7, 10, 20])('are not rewound %i ticks', ago => {
    const { sim, shooter, target } = range();
    const trail = follow(sim, target, 40);
    expect(shootPast(sim, shooter, target, trail, ago)).toBe(false);
  });

  it('tell how far the victim was rewound', () => {
    const { sim, shooter, target } = range();
    const trail = follow(sim, target, 40);
    const then = trail[trail.length - 1 - 3];
    const { core } = sim;
    core.setIntent(
      shooter,
      L.BUTTON_FIRE,
      Math.atan2(then.x - core.x(shooter), -(then.z - core.z(shooter))),
      0,
      core.tick() - 3,
      0,
      1,
    );
    const [hit] = ofType(play(sim, 1), L.OUT_HIT);
    expect(hit.flags >> L.HIT_REWIND_SHIFT).toBeGreaterThanOrEqual(3);
    expect(hit.flags >> L.HIT_REWIND_SHIFT).toBeLessThanOrEqual(L.MAX_REWIND_TICKS);
  });

  it('believe no one who claims to see the future, nor before a leap', () => {
    const { sim, shooter, target } = range();
    const trail = follow(sim, target, 40);
    const { core } = sim;
    core.setIntent(shooter, L.BUTTON_FIRE, 0, 0, 0xfffffff0, 255, 1);
    play(sim, 1);
    core.setIntent(shooter, 0, 0, 0, 0, 0, 1);
    core.teleport(target, MIDDLE + 25, Number.NaN, MIDDLE - 10, 0);
    play(sim, 25);
    trail.push(...follow(sim, target, 1));
    core.teleport(target, MIDDLE + 40, Number.NaN, MIDDLE - 10, 0);
    // Aims at where it stood before the leap, two ticks ago.
    expect(shootPast(sim, shooter, target, trail, 0)).toBe(false);
  });

  it('hurt more in the head', () => {
    const { sim, shooter, target } = range();
    sim.core.setWish(target, 0, 0);
    let body = 0;
    let head = 0;
    for (let i = 0; i < 30; i++) {
      const trail = follow(sim, target, 25);
      const before = sim.core.hp(target);
      const up = i % 2 ? 1.65 : 0.9;
      if (!shootPast(sim, shooter, target, trail, 0, up)) continue;
      if (up > 1) head += before - sim.core.hp(target);
      else body += before - sim.core.hp(target);
    }
    expect(head).toBeGreaterThan(body * 1.2);
  });

  it('stop at walls and ground', () => {
    const { sim } = range();
    const shooter = addPlayer(sim, 768, 790); // inside the U, the house to the south
    const behind = sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_WILD, 1, 768, 812, 0);
    play(sim, 1);
    sim.core.setIntent(shooter, L.BUTTON_FIRE, Math.PI, 0, 0, 0, 1);
    const outcomes = play(sim, 1);
    expect(ofType(outcomes, L.OUT_HIT)).toHaveLength(0);
    expect(ofType(outcomes, L.OUT_USED)[0].z2).toBeCloseTo(796, 1);
    expect(sim.core.lineOfSight(768, 10.5, 790, 768, 10.5, 812)).toBe(0);
    expect(sim.core.lineOfSight(768, 40, 790, 768, 40, 812)).toBe(1);
    expect(sim.core.hp(behind)).toBe(100);
  });

  describe('stray', () => {
    /** Angles between aim and shots of one who runs to and fro for a while, and the widest cone that his crosshair showed, in rad. */
    function volley(buttons: number): { angles: number[]; shown: number } {
      const { sim, shooter } = range();
      const { core } = sim;
      const [yaw, pitch] = [0.5, 0.3];
      const aim = [Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), -Math.cos(yaw) * Math.cos(pitch)];
      const angles: number[] = [];
      let shown = 0;
      for (let tick = 0; tick < 1200; tick++) {
        const way = tick % 40 < 20 ? L.BUTTON_FORWARD : L.BUTTON_BACK;
        const held = L.BUTTON_FIRE | (buttons & ~L.BUTTON_FORWARD) | (buttons & L.BUTTON_FORWARD ? way : 0);
        const outcomes = play(sim, 1, () => core.setIntent(shooter, held, yaw, pitch, 0, 0, 1));
        const own = readOwn(new DataView(sim.at(core.ownState(shooter), L.OWN_BYTES).slice().buffer), 0);
        shown = Math.max(shown, strayOf(Math.hypot(own.vx, own.vz), own.flags, held));
        for (const { x, y, z, x2, y2, z2 } of ofType(outcomes, L.OUT_USED)) {
          const shot = [x2 - x, y2 - y, z2 - z];
          const dot = aim.reduce((sum, part, i) => sum + part * shot[i], 0) / Math.hypot(...shot);
          angles.push(Math.acos(Math.min(1, dot)));
        }
      }
      expect(angles.length).toBeGreaterThan(40);
      return { angles, shown };
    }
    const mean = (angles: number[]): number => angles.reduce((sum, angle) => sum + angle, 0) / angles.length;

    it('not at all while one stands', () => {
      const { angles, shown } = volley(0);
      expect(shown).toBe(0);
      expect(Math.max(...angles)).toBeLessThan(0.001);
    });

    it('within the cone that the crosshair shows while one runs, a smaller one with care, a wider one in the air', () => {
      const running = volley(L.BUTTON_FORWARD);
      expect(running.shown).toBeCloseTo(L.STRAY_RUNNING_RAD, 3);
      expect(Math.max(...running.angles)).toBeLessThan(running.shown * 1.02);
      expect(mean(running.angles)).toBeGreaterThan(running.shown * 0.3);
      const careful = volley(L.BUTTON_FORWARD | L.BUTTON_AIM);
      expect(careful.shown).toBeCloseTo(L.STRAY_RUNNING_RAD * L.STRAY_AIMED, 3);
      expect(Math.max(...careful.angles)).toBeLessThan(careful.shown * 1.02);
      const jumping = volley(L.BUTTON_FORWARD | L.BUTTON_JUMP);
      expect(jumping.shown).toBeCloseTo(L.STRAY_RUNNING_RAD + L.STRAY_AIRBORNE_RAD, 3);
      expect(mean(jumping.angles)).toBeGreaterThan(mean(running.angles) * 1.3);
    });
  });

  it('fire no faster than the weapon allows while the button is held', () => {
    const { sim, shooter } = range();
    const shots = ofType(
      play(sim, 100, () => sim.core.setIntent(shooter, L.BUTTON_FIRE, 0, 0.5, 0, 0, 1)),
      L.OUT_USED,
    );
    expect(shots).toHaveLength(5);
    expect(ofType(play(sim, 20), L.OUT_REFUSED)).toHaveLength(0);
  });
});
