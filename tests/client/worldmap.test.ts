// The living map: what the realm tells becomes the state of every place, and what is drawn of it says who holds what. The canvas is a
// recorder: it keeps what was stroked and filled.
import { afterEach, describe, expect, it } from 'vitest';
import { PLACES, regionKey } from '../../src/shared/content';
import { boundsOf } from '../../src/shared/regions';
import { liveMap, type PlaceState, placeStates, playersInWorld } from '../../web/livemap';
import { levelsOf, npcCalled, npcNumbered, placesNear } from '../../web/places';
import { at, type Colors, type Frame } from '../../web/ui/mapdraw';
import { drawFronts } from '../../web/ui/mapfronts';
import { drawLabels } from '../../web/ui/maplabels';

const COLORS = { azure: 'AZURE', ember: 'EMBER', violet: 'VIOLET' } as Colors;
const [home] = PLACES;

interface Drawn {
  strokes: unknown[];
  fills: unknown[];
  words: string[];
}

function recorder(): { frame: Frame; drawn: Drawn } {
  const drawn: Drawn = { strokes: [], fills: [], words: [] };
  const pen = new Proxy({} as Record<string | symbol, unknown>, {
    get: (own, name) => {
      if (name === 'stroke') return () => drawn.strokes.push(own.strokeStyle);
      if (name === 'fill' || name === 'fillRect') return () => drawn.fills.push(own.fillStyle);
      if (name === 'fillText') return (text: string) => drawn.words.push(text);
      if (name === 'measureText') return (text: string) => ({ width: text.length * 8 });
      return name in own ? own[name] : () => {};
    },
    set: (own, name, value) => {
      own[name] = value;
      return true;
    },
  }) as unknown as CanvasRenderingContext2D;
  return { frame: { pen, width: 800, height: 800, x: 1024, z: 1024, scale: 0.38, mark: 1, colors: COLORS }, drawn };
}

/** A state for a made-up place in that region. */
function held(region: string, holder: PlaceState['holder'], more: Partial<PlaceState> = {}): PlaceState {
  const state = {
    region,
    holder,
    players: 0,
    awake: false,
    divided: false,
    by: 0,
    pressure: 0,
    efforts: [0, 0, 0],
    weather: 'clear' as const,
    place: { ...home, pois: [] },
  };
  return { ...state, ...more };
}

afterEach(() => {
  liveMap.value = null;
});

describe('the state of the places', () => {
  it('is known for every place before the realm has told anything', () => {
    expect(placeStates.value.map(({ place }) => place)).toEqual(PLACES);
    expect(placeStates.value.every(({ holder, players }) => holder === null && players === 0)).toBe(true);
  });

  it('follows what the realm tells', () => {
    const region = regionKey(home);
    const told = {
      region,
      place: home.number,
      players: 7,
      awake: true,
      divided: true,
      holder: 2,
      by: 3,
      pressure: 40,
      efforts: [],
    };
    liveMap.value = { at: 1, version: 2, regions: [told, { ...told, region: 'nowhere', players: 99 }] };
    const state = placeStates.value.find(({ place }) => place === home);
    expect(state).toMatchObject({ holder: 'ember', players: 7, divided: true, by: 3, pressure: 40 });
    expect(playersInWorld.value).toBe(7);
  });
});

describe('places', () => {
  it('near a spot are told with the one it lies in first', () => {
    const { west, south } = boundsOf(regionKey(home));
    expect(placesNear(home, west + 5, south - 5, 20)[0]).toBe(home);
    expect(placesNear(home, west + 5, south - 5, 20).length).toBeLessThanOrEqual(4);
  });

  it('say how dangerous they are, and who lives there', () => {
    const levels = levelsOf(home);
    expect(levels?.[0]).toBe(1);
    expect(levels?.[1]).toBeGreaterThan(1);
    const [villager] = home.npcs;
    expect([npcNumbered(villager.id), npcCalled(villager.key), npcNumbered(0)]).toEqual([villager, villager, undefined]);
  });
});

describe('the picture', () => {
  it('draws a front where two covenants meet, and nowhere else', () => {
    // Of everything that is drawn only a front has beads of paper between its two colours.
    const beads = ({ drawn }: ReturnType<typeof recorder>) => drawn.strokes.filter(style => style === '#fff3d0').length;
    const apart = recorder();
    drawFronts(apart.frame, [held('2-0-0', 'azure'), held('2-1-0', null), held('2-2-0', 'ember'), held('2-3-0', 'ember')]);
    expect(beads(apart)).toBe(0);
    const front = recorder();
    drawFronts(front.frame, [held('2-0-0', 'azure'), held('2-1-0', 'ember')]);
    expect(beads(front)).toBe(1);
  });

  it('strews the shape of the holder over his land, and draws the quarters of a divided region', () => {
    const { frame, drawn } = recorder();
    drawFronts(frame, [held('2-1-1', 'violet')]);
    expect(drawn.fills.filter(style => style === 'VIOLET').length).toBeGreaterThan(20);
    const whole = drawn.strokes.length;
    const divided = recorder();
    drawFronts(divided.frame, [held('2-1-1', 'violet', { divided: true })]);
    expect(divided.drawn.strokes.length).toBe(whole + 2);
  });

  it('names the places with their crowds, and what was found only from near by', () => {
    const far = recorder();
    const crowd = (n: number): string => (n ? `${n} players` : '');
    const states = [held(regionKey(home), null, { place: home, players: 3 })];
    drawLabels(far.frame, { states, found: new Set([0]), crowd, sky: () => '' });
    expect(far.drawn.words).toEqual([home.name, '3 players']);
    const near = recorder();
    const { x, z } = home.pois[0];
    const frame = { ...near.frame, x, z, scale: 1.6 };
    drawLabels(frame, { states, found: new Set([0]), crowd, sky: () => '' });
    expect(near.drawn.words).toContain(home.pois[0].name);
    expect(at(frame, x, z)).toEqual([400, 400]);
  });
});
