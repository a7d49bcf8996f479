// Which model stands for which kind: near and far form of every building and prop.
import type { Building, Prop } from '../../../src/shared/content/kinds';
import type { Modeller } from '../modeller';
import * as goods from './goods';
import { barn, chapel, farBarn, farChapel, farTower, farWindmill, tower, windmill } from './halls';
import { dwelling, farDwelling } from './house';
import * as marks from './landmarks';
import type { Extras } from './site';
import * as wild from './wild';
import { dock, farYard, gate, mine, ruin, stall, tent, well } from './yards';

interface BuildingModel {
  near(m: Modeller, b: Building): Extras;
  far(m: Modeller, b: Building): void;
}

const house: BuildingModel = { near: dwelling, far: farDwelling };

export const BUILDINGS: Record<Building['kind'], BuildingModel> = {
  house,
  cottage: house,
  inn: house,
  smithy: house,
  watermill: house,
  mill: { near: windmill, far: farWindmill },
  barn: { near: barn, far: farBarn },
  chapel: { near: chapel, far: farChapel },
  stall: { near: stall, far: farYard },
  tower: { near: tower, far: farTower },
  ruin: {
    near: ruin,
    far: (m, b) => {
      ruin(m, b);
    },
  },
  tent: { near: tent, far: farYard },
  mine: { near: mine, far: farYard },
  dock: { near: dock, far: farYard },
  well: { near: well, far: farYard },
  'palisade-gate': { near: gate, far: farYard },
};

export const PROPS: Record<Prop['kind'], (m: Modeller) => void> = {
  barrel: goods.barrel,
  crate: goods.crate,
  cart: goods.cart,
  hay: goods.hay,
  chest: goods.chest,
  table: goods.table,
  bench: goods.bench,
  trough: goods.trough,
  anvil: goods.anvil,
  lamp: marks.lamp,
  signpost: marks.signpost,
  banner: marks.banner,
  campfire: marks.campfire,
  fountain: marks.fountain,
  waystone: marks.waystone,
  gravestone: marks.gravestone,
  pillar: marks.pillar,
  scarecrow: marks.scarecrow,
  rock: wild.rock,
  boulder: wild.boulder,
  log: wild.log,
  stump: wild.stump,
  bones: wild.bones,
  web: wild.web,
  mushroom: wild.mushroom,
};

/** Props large enough to be seen from afar. */
export const SEEN_FAR: ReadonlySet<Prop['kind']> = new Set(['hay', 'boulder', 'pillar', 'waystone', 'fountain', 'banner', 'cart']);
