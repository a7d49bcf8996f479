// What hands do to the world: taps that are shorter than a tick, uses while the body looks elsewhere, the way the body faces in a fight, and how sharp
// the picture is while the screen keeps its own pace.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BUTTON_BACK, BUTTON_FIRE, BUTTON_FORWARD, CLASS_MONSTER, TICK_MS } from '../../assembly/layout';
import { abilities } from '../../src/shared/content';
import { REASONS } from '../../src/shared/rules/reasons';
import { Fight } from '../../web/game/fight';
import type { Stage } from '../../web/game/stage';
import type { Targets } from '../../web/game/targets';
import { type Intent, Predictor } from '../../web/net/predict';
import { Governor } from '../../web/render/tiers';
import { newEyes } from '../harness/eyes';

describe('a tap', () => {
  const told: Intent[] = [];
  const hands = () => {
    told.length = 0;
    const predictor = new Predictor(newEyes(), intent => told.push({ ...intent }));
    predictor.begin(1);
    predictor.advance(TICK_MS, { buttons: BUTTON_FORWARD, yaw: 0, pitch: 0 });
    return predictor;
  };

  test('between two ticks is told with the next, and with that alone', () => {
    const predictor = hands();
    predictor.advance(16, { buttons: BUTTON_FORWARD | BUTTON_FIRE, yaw: 0, pitch: 0 });
    for (let i = 0; i < 8; i++) predictor.advance(16, { buttons: BUTTON_FORWARD, yaw: 0, pitch: 0 });
    expect(told.map(({ buttons }) => buttons)).toEqual([BUTTON_FORWARD, BUTTON_FORWARD | BUTTON_FIRE, BUTTON_FORWARD]);
    expect(told[2].tick - told[1].tick).toBe(1);
  });

  test('of a key that is held for its time is no other press: who stops walking stops', () => {
    const predictor = hands();
    predictor.advance(16, { buttons: BUTTON_BACK, yaw: 0, pitch: 0 });
    for (let i = 0; i < 8; i++) predictor.advance(16, { buttons: 0, yaw: 0, pitch: 0 });
    expect(told.map(({ buttons }) => buttons)).toEqual([BUTTON_FORWARD, 0]);
  });
});

describe('a fight', () => {
  const foe = { id: 7, x: 10, z: 0, cls: CLASS_MONSTER, flags: 0, own: false };
  const strike = abilities.key('strike').id;
  const hear = new Map<string, (body: object) => void>();
  const uses: number[] = [];
  const refusals: number[] = [];
  let now_ms = 0;

  const fighting = (): Fight => {
    const session = {
      entity: 1,
      on: (name: string, listener: (body: object) => void) => void hear.set(name, listener),
      use: (ability: number) => uses.push(ability),
      predictor: { drawn: { x: 0, z: 0 } },
      mirror: { bodies: new Map([[foe.id, foe]]) },
    };
    const targets = { id: foe.id, foe, set: () => {}, likely: () => 0 };
    const fight = new Fight({ session } as unknown as Stage, targets as unknown as Targets);
    fight.onRefusal = reason => refusals.push(reason);
    return fight;
  };
  const pass = (fight: Fight, ms: number): void => {
    for (const until_ms = now_ms + ms; now_ms < until_ms; ) {
      now_ms += 10;
      fight.frame(now_ms);
    }
  };

  beforeEach(() => {
    uses.length = refusals.length = 0;
    now_ms = 1000;
    vi.spyOn(performance, 'now').mockImplementation(() => now_ms);
  });

  test('lets go of the body a moment after a blow: who flees looks where he runs', () => {
    const fight = fighting();
    fight.use(strike);
    foe.x = 30;
    pass(fight, 300);
    expect(fight.faceYaw).not.toBeNull();
    pass(fight, 600);
    expect(fight.faceYaw).toBeNull();
  });

  test('tells a use again that came before the body had turned, once', () => {
    const fight = fighting();
    fight.use(strike);
    expect(uses).toEqual([strike]);
    foe.x = 30;
    hear.get('refused')?.({ number: 1, reason: REASONS.notFacing, ability: strike });
    expect(refusals).toEqual([]);
    pass(fight, 60);
    expect(uses).toEqual([strike]);
    pass(fight, 140);
    expect(uses).toEqual([strike, strike]);
    hear.get('refused')?.({ number: 2, reason: REASONS.notFacing, ability: strike });
    expect(refusals).toEqual([REASONS.notFacing]);
    pass(fight, 1000);
    expect(uses).toHaveLength(2);
  });

  test('says at once why not, for any other reason', () => {
    const fight = fighting();
    fight.use(strike);
    hear.get('refused')?.({ number: 1, reason: REASONS.tooFar, ability: strike });
    expect(refusals).toEqual([REASONS.tooFar]);
  });
});

describe('the picture', () => {
  const frames = (governor: Governor, seconds: number, frame_ms: number): number[] => {
    const scales: number[] = [];
    for (let s = 0; s < seconds; s += frame_ms / 1000) {
      const scale = governor.watch(frame_ms / 1000, true);
      if (scale !== null) scales.push(scale);
    }
    return scales;
  };

  test('is sharp again on a screen of 60 pictures a second, once they are all in time', () => {
    const governor = new Governor();
    expect(frames(governor, 3, 30)).toEqual([0.85]);
    expect(frames(governor, 60, 16.7)).toEqual([1]);
  });

  test('waits longer each time it was sharp too soon', () => {
    const governor = new Governor();
    frames(governor, 3, 30);
    expect(frames(governor, 25, 16.7)).toEqual([1]);
    expect(frames(governor, 0.2, 30)).toEqual([0.85]);
    expect(frames(governor, 25, 16.7)).toEqual([]);
    expect(frames(governor, 25, 16.7)).toEqual([1]);
  });
});
