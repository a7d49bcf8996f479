// What the renderer is told before anything is known. In: the stage and lists that others keep. Out: a view that the game fills in for every picture.
import { SKIES } from '../../src/shared/rules/weather';
import type { FrameView } from '../render/contract';
import type { Stage } from './stage';

export const NOBODY: readonly number[] = [];

export function firstView(
  stage: Stage,
  spentNodes: ReadonlySet<number>,
  heeds: FrameView['heeds'],
  goals: FrameView['goals'],
): FrameView {
  return {
    goals,
    timeS: 0,
    dtS: 0,
    hour: 12,
    sky: SKIES.clear,
    flash: 0,
    mode: 'commander',
    camera: stage.camera.camera,
    actors: [],
    weapon: 'none',
    target: 0,
    hover: 0,
    selected: NOBODY,
    heeds,
    ground: [],
    loot: [],
    guide: null,
    banners: [],
    duel: null,
    spentNodes,
    place: stage.place.number,
    platesOn: false,
    reducedMotion: false,
  };
}
