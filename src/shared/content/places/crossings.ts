// Where roads and rivers go from one place into the next: points on the border lines, each used by both sides.
import type { Point } from '../kinds';

// biome-ignore format: a table reads best with one row to a line
/** Roads, by the two places they join. */
export const ROAD = {
  greywetherAlderhead: [512, 400], alderheadHalden: [1024, 390], haldenRavenholt: [1536, 390],
  greywetherElderdeep: [425, 512], alderheadAlderwick: [818, 512], haldenDowns: [1270, 512], ravenholtKilnhearth: [1760, 512],
  elderdeepAlderwick: [512, 756], alderwickDowns: [1024, 728], downsKilnhearth: [1536, 630],
  elderdeepDuskmere: [330, 1024], alderwickFen: [796, 1024], downsBarleymow: [1310, 1024], kilnhearthHollin: [1760, 1024],
  duskmereFen: [512, 1290], fenBarleymow: [1024, 1330], barleymowHollin: [1536, 1290],
  duskmereAldermouth: [380, 1536], fenWhistlers: [720, 1536], barleymowGullhaven: [1270, 1536], hollinWrackstone: [1750, 1536],
  aldermouthWhistlers: [512, 1740], whistlersGullhaven: [1024, 1730], gullhavenWrackstone: [1536, 1730],
} as const satisfies Record<string, Point>;

// biome-ignore format: a table reads best with one row to a line
export const RIVER = {
  /** The Alder, from its tarn through Alderwick and Heron Lake, the Elderdeep and Duskmere to the sea. */
  alderAtAlderwick: [847.44, 512], alderAtElderdeep: [512, 848.25], alderAtDuskmere: [215, 1024], alderAtAldermouth: [450, 1536],
  gloamwater: [300, 512],
  sallow: [512, 1466],
  larkAtDowns: [1536, 748], larkAtBarleymow: [1384, 1024], larkAtGullhaven: [1098, 1536],
} as const satisfies Record<string, Point>;
