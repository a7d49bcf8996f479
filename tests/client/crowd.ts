// Bodies for tests of the picture: in every look and gear, as the mirror would place them.
import { CLASS_MONSTER, CLASS_PLAYER, CLASS_VILLAGER } from '../../assembly/layout';
import { monsters } from '../../src/shared/content';
import { FOCUS_BASE, packGear } from '../../src/shared/content/looks';
import { SKIES } from '../../src/shared/rules/weather';
import type { ActorView, FrameView } from '../../web/render/contract';
import { below, seeded } from '../harness/seeded';

export function bodyAt(id: number, x: number, z: number, more: Partial<ActorView> = {}): ActorView {
  return {
    id,
    x,
    y: 0,
    z,
    yaw: 0,
    speed: 0,
    vy: 0,
    flags: 0,
    cls: CLASS_PLAYER,
    kind: 0,
    level: 1,
    team: 0,
    hp: 1,
    look: 0,
    gear: 0,
    name: `Body ${id}`,
    title: '',
    stance: 'friend',
    mark: '',
    colours: 0,
    own: false,
    ...more,
  };
}

/** So many bodies between 3 and `reach_m` metres north of the origin, all before an eye there: players, every villager and every beast. */
export function crowdOf(count: number, reach_m: number): ActorView[] {
  const chance = seeded(count);
  const kinds = monsters.all;
  return Array.from({ length: count }, (_, i) => {
    const angle = (chance() - 0.5) * 0.8;
    const away_m = 3 + Math.sqrt(chance()) * (reach_m - 3);
    const place = [Math.sin(angle) * away_m, -Math.cos(angle) * away_m] as const;
    const look = below(chance, 2 ** 27);
    if (i % 10 === 9) {
      const kind = kinds[i % kinds.length];
      const villager = /^(villager|guard|child|elder)$/.test(kind.body);
      return bodyAt(i + 1, ...place, { cls: villager ? CLASS_VILLAGER : CLASS_MONSTER, kind: kind.id, look, stance: 'foe' });
    }
    const hand = i % 3 ? below(chance, 9) : FOCUS_BASE + below(chance, 7);
    return bodyAt(i + 1, ...place, { look, gear: packGear(below(chance, 9), hand, below(chance, 8), below(chance, 8)) });
  });
}

export function viewOf(actors: readonly ActorView[], more: Partial<FrameView> = {}): FrameView {
  return {
    timeS: 1,
    dtS: 1 / 60,
    hour: 12,
    sky: SKIES.clear,
    flash: 0,
    mode: 'adventurer',
    camera: { x: 0, y: 3, z: 0, yaw: 0, pitch: 0, fovDeg: 60 },
    actors,
    weapon: 'none',
    target: 0,
    hover: 0,
    selected: [],
    banners: [],
    duel: null,
    heeds: new Map(),
    goals: [],
    ground: [],
    loot: [],
    guide: null,
    spentNodes: new Set(),
    place: 0,
    platesOn: true,
    reducedMotion: false,
    ...more,
  };
}
