// All places of the world, by number: sixteen of 512 m, four to a row. In: a file each. Out: one list that server, browser and core share.
// A number stays with its place for ever; land stamps enter every core in this order.
import type { Place } from './kinds';
import { ALDERHEAD } from './places/alderhead';
import { ALDERMOUTH } from './places/aldermouth';
import { ALDERWICK } from './places/alderwick';
import { BARLEYMOW } from './places/barleymow';
import { DUSKMERE } from './places/duskmere';
import { ELDERDEEP } from './places/elderdeep';
import { GREYWETHER } from './places/greywether';
import { GULLHAVEN } from './places/gullhaven';
import { HALDENMERE } from './places/haldenmere';
import { HOLLINWOOD } from './places/hollinwood';
import { KILNHEARTH } from './places/kilnhearth';
import { LARKDOWNS } from './places/larkdowns';
import { RAVENHOLT } from './places/ravenholt';
import { SALLOWFEN } from './places/sallowfen';
import { WHISTLERS } from './places/whistlers';
import { WRACKSTONE } from './places/wrackstone';

// biome-ignore format: eight to a row
export const PLACES: readonly Place[] = [
  ALDERWICK, ALDERHEAD, GREYWETHER, HALDENMERE, RAVENHOLT, ELDERDEEP, LARKDOWNS, KILNHEARTH,
  DUSKMERE, SALLOWFEN, BARLEYMOW, HOLLINWOOD, ALDERMOUTH, WHISTLERS, GULLHAVEN, WRACKSTONE,
];
