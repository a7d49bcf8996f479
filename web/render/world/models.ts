// Which model stands for which kind: near and far form of every building and prop.
import type { Building, Prop } from '../../../src/shared/content/kinds';
import type { Modeller } from '../modeller';
import * as delvings from './delvings';
import * as goods from './goods';
import * as halls from './halls';
import { dwelling, dwellingExtras, farDwelling } from './house';
import * as marks from './landmarks';
import { type Extras, nothingElse } from './site';
import * as stations from './stations';
import * as wild from './wild';
import * as yards from './yards';

interface BuildingModel {
  near(m: Modeller, b: Building): void;
  far(m: Modeller, b: Building): void;
  extras(b: Building): Extras;
}

const house: BuildingModel = { near: dwelling, far: farDwelling, extras: dwellingExtras };
const yard = (near: BuildingModel['near'], extras: BuildingModel['extras'] = nothingElse): BuildingModel => ({
  near,
  far: yards.farYard,
  extras,
});

export const BUILDINGS: Record<Building['kind'], BuildingModel> = {
  house,
  cottage: house,
  inn: house,
  smithy: house,
  watermill: house,
  mill: { near: halls.windmill, far: halls.farWindmill, extras: halls.windmillExtras },
  barn: { near: halls.barn, far: halls.farBarn, extras: nothingElse },
  chapel: { near: halls.chapel, far: halls.farChapel, extras: halls.chapelExtras },
  tower: { near: halls.tower, far: halls.farTower, extras: halls.towerExtras },
  ruin: { near: yards.ruin, far: yards.ruin, extras: nothingElse },
  stall: yard(yards.stall),
  tent: yard(yards.tent),
  mine: yard(yards.mine, yards.mineExtras),
  dock: yard(yards.dock, yards.dockExtras),
  well: yard(yards.well),
  'palisade-gate': yard(yards.gate, yards.gateExtras),
};

export const PROPS: Record<Prop['kind'], (m: Modeller) => void> = {
  barrel: goods.barrel,
  crate: goods.crate,
  cart: goods.cart,
  hay: goods.hay,
  chest: goods.chest,
  table: goods.table,
  bench: goods.bench,
  gate: delvings.gate,
  brazier: delvings.brazier,
  candles: delvings.candles,
  tomb: delvings.tomb,
  wreck: delvings.wreck,
  cannon: delvings.cannon,
  eggs: delvings.eggs,
  trough: goods.trough,
  anvil: goods.anvil,
  loom: stations.loom,
  alembic: stations.alembic,
  hearth: stations.hearth,
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
export const SEEN_FAR: ReadonlySet<Prop['kind']> = new Set([
  'hay',
  'boulder',
  'pillar',
  'waystone',
  'fountain',
  'banner',
  'cart',
  'gate',
  'wreck',
]);
