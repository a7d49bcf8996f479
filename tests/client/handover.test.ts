// What the player sees over a crossing: the own body goes on as if there were no border, bodies in sight stay who they are, nothing pops, and
// not a frame of the new region is lost while its core is not there yet.
import { describe, expect, it } from 'vitest';
import { BUTTON_FORWARD, BUTTON_LEFT, BUTTON_RIGHT, BUTTON_SPRINT, OWN_BYTES } from '../../assembly/layout';
import { Predictor } from '../../web/net/predict';
import type { Session } from '../../web/net/session';
import { newEyes } from '../harness/eyes';
import { FRAME_MS, Journey } from './travel';

/** The same body, moved on by the same keys without any region: what the player would see if there were no border. */
function uninterrupted({ sim, predictor, entity }: Session): Predictor {
  const twin = new Predictor(newEyes(), () => {});
  const own = sim!.at(sim!.core.ownPtr(), OWN_BYTES).slice();
  twin.begin(entity);
  twin.tick = predictor.tick;
  twin.turnTicks = predictor.turnTicks;
  Object.assign(twin, { owed_ms: Reflect.get(predictor, 'owed_ms') });
  twin.reconcile(predictor.tick, own);
  return twin;
}

describe('over a crossing', () => {
  for (const cores of ['the same core', 'another core'] as const) {
    it(`the own body moves on to within 2 cm through 150 ms of silence, on ${cores}`, async () => {
      const second = newEyes();
      const journey = new Journey(
        40,
        cores === 'the same core' ? null : async key => (key === '3-3-2' ? second : journey.session.sim!),
      );
      await journey.enter();
      const door = await journey.comeNear();
      const { session, held } = journey;
      let frame = 0;
      const fidget = () => {
        if (frame % 7 === 0)
          held.buttons = [BUTTON_FORWARD, BUTTON_FORWARD | BUTTON_LEFT, BUTTON_FORWARD | BUTTON_SPRINT, BUTTON_RIGHT][
            (frame / 7) % 4
          ];
        held.yaw += 0.02;
        frame++;
      };
      await journey.run(2, fidget);
      const twin = uninterrupted(session);
      let apart_m = 0;
      journey.look = () => {
        twin.advance(FRAME_MS, held);
        twin.place();
        const { drawn } = session.predictor;
        apart_m = Math.max(apart_m, Math.hypot(drawn.x - twin.drawn.x, drawn.y - twin.drawn.y, drawn.z - twin.drawn.z));
        fidget();
      };
      await journey.run(0.1);
      apart_m = 0;
      await journey.cross(door, 150);
      await journey.run(1);
      expect(session.region).toBe('3-3-2');
      if (cores === 'another core') expect(session.sim).toBe(second);
      expect(apart_m).toBeLessThan(0.02);
      expect(session.predictor.facts.leadTicks).toBeLessThan(12);
      journey.look = () => {};
      await journey.run(1, () => {
        held.buttons = 0;
      });
      const { core } = journey.to.sim;
      const { drawn } = session.predictor;
      expect(Math.hypot(drawn.x - core.x(journey.to.entity), drawn.z - core.z(journey.to.entity))).toBeLessThan(0.02);
    });
  }

  it('bodies stay who they are, and nobody pops', async () => {
    const second = newEyes();
    const journey = new Journey(30, async key => (key === '3-3-2' ? second : journey.session.sim!));
    await journey.enter();
    const door = await journey.comeNear();
    const mirror = journey.session.mirror!;
    const before = new Map(mirror.bodies);
    expect(before.size).toBe(7);
    const came: number[] = [];
    const went: number[] = [];
    mirror.onAppear = body => came.push(body.id);
    mirror.onVanish = body => went.push(body.id);
    const places = new Map([...before].map(([id, body]) => [id, { ...body }]));
    let worst_m = 0;
    journey.look = () => {
      expect(mirror.list.length).toBe(7);
      for (const body of mirror.list) {
        const was = places.get(body.id)!;
        worst_m = Math.max(worst_m, Math.hypot(body.x - was.x, body.z - was.z));
        places.set(body.id, { ...body });
      }
    };
    await journey.cross(door, 150);
    await journey.run(1);
    expect([came, went]).toEqual([[], []]);
    for (const [id, body] of before) expect(mirror.bodies.get(id)).toBe(body);
    expect(worst_m).toBeLessThan(0.35);
  });

  it('whom the new region does not know goes, but not before it had time to tell', async () => {
    const second = newEyes();
    const journey = new Journey(0, async key => (key === '3-3-2' ? second : journey.session.sim!));
    await journey.enter();
    const door = await journey.comeNear();
    const mirror = journey.session.mirror!;
    const [stranger] = mirror.list.filter(body => !body.own);
    const went: number[] = [];
    mirror.onVanish = body => went.push(body.id);
    await journey.cross(door, 50);
    journey.to.sim.core.despawn(stranger.id);
    await journey.run(0.4);
    expect(mirror.list).toContain(stranger);
    await journey.run(0.4);
    expect(went).toEqual([stranger.id]);
    expect(mirror.bodies.has(stranger.id)).toBe(false);
  });

  it('the new region is heard when its core is there, and not a frame of it is lost', async () => {
    const second = newEyes();
    let ready: () => void = () => {};
    const asked: string[] = [];
    const journey = new Journey(0, key => {
      asked.push(key);
      if (key !== '3-3-2') return Promise.resolve(journey.session.sim!);
      return new Promise(resolve => {
        ready = () => resolve(second);
      });
    });
    await journey.enter();
    const door = await journey.comeNear();
    expect(asked).toEqual(['3-2-2', '3-3-2']);
    await journey.cross(door, 50);
    journey.held.buttons = BUTTON_FORWARD;
    const { drawn } = journey.session.predictor;
    const { x, z } = drawn;
    await journey.run(0.3);
    expect(journey.session.region).toBe('3-2-2');
    expect(Math.hypot(drawn.x - x, drawn.z - z)).toBeGreaterThan(1);
    ready();
    await journey.run(0.1);
    expect(journey.session.region).toBe('3-3-2');
    expect(journey.session.mirror!.list.length).toBe(7);
  });
});
