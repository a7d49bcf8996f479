// People, creatures, plates, rings, effects and the weapon in the hand, behind the one seam of parts.ts.
import type { CreateActors } from './parts';
import { Troupe } from './troupe';

export const createActors: CreateActors = stage => {
  const troupe = new Troupe();
  stage.scene.add(troupe.cast.crowd.group);
  troupe.setTier(stage.tier);
  return {
    load: async () => {},
    frame: view => troupe.update(view, stage.camera),
    overlay: () => {},
    show: () => {},
    levelUp: () => {},
    recoil: () => {},
    setTier: tier => troupe.setTier(tier),
    setPalette: () => {},
    pick: () => 0,
  };
};
