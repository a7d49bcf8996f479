// Bosses on two legs: taller than any door, of few colours, each known from afar by what it wears and by what glows. In: nothing. Out: parts, dyes
// and size by `body` of content/monsters/bosses.ts; outfit.ts finishes them.
import type { Slot } from '../figure';
import type { Dye } from './dyes';

export interface BossLook {
  readonly parts: readonly string[];
  readonly dyes: Readonly<Partial<Record<Slot, Dye>>>;
  readonly size: number;
  readonly width: number;
  readonly head?: number;
}

export const BOSS_LOOKS: Readonly<Record<string, BossLook>> = {
  // A slab of a warden: plate over bones, a shield like the door he minds.
  odd: {
    parts: ['bones', 'plate', 'pauldrons', 'kettle', 'shield', 'mace'],
    dyes: {
      metal: 'ironDark',
      shirt: 'graveDark',
      cloak: 'grave',
      trim: 'rust',
      accent: 'moss',
      blade: 'rust',
      gem: 'wightEye',
      leather: 'woodDark',
      wood: 'woodDark',
    },
    size: 1.62,
    width: 1.28,
  },
  threnody: {
    parts: ['bones', 'dress', 'cape', 'cowl', 'crook', 'bell'],
    dyes: {
      shirt: 'black',
      cloak: 'abbot',
      trim: 'abbotEye',
      accent: 'abbotEye',
      gem: 'abbotEye',
      wood: 'boneDark',
      metal: 'goldDark',
    },
    size: 1.46,
    width: 0.98,
  },
  ninth: {
    parts: ['bones', 'robe', 'pauldrons', 'cape', 'circlet', 'sword'],
    dyes: {
      shirt: 'captainCoat',
      cloak: 'captainCoat',
      trim: 'gold',
      accent: 'gold',
      metal: 'gold',
      blade: 'coldIron',
      gem: 'gemBlue',
      leather: 'goldDark',
    },
    size: 1.82,
    width: 1.18,
    head: 1.08,
  },
  grist: {
    parts: ['bones', 'jerkin', 'bracers', 'mask', 'kettle', 'axe', 'gunBack'],
    dyes: {
      shirt: 'militia',
      cloak: 'militia',
      trim: 'black',
      accent: 'rust',
      metal: 'copper',
      blade: 'iron',
      gem: 'gemFire',
      wood: 'woodDark',
      leather: 'leatherDark',
    },
    size: 1.6,
    width: 1.3,
  },
  saltwidow: {
    parts: ['bones', 'dress', 'scarf', 'hood', 'staff'],
    dyes: {
      shirt: 'wolfWhite',
      cloak: 'flour',
      trim: 'coldIron',
      accent: 'coldIron',
      gem: 'gemBlue',
      wood: 'bone',
      hair: 'wolfWhite',
    },
    size: 1.5,
    width: 0.94,
  },
  mere: {
    parts: ['bones', 'captain', 'pauldrons', 'wideHat', 'beard', 'falchion', 'cape'],
    dyes: {
      shirt: 'militia',
      cloak: 'militia',
      hair: 'moss',
      trim: 'gold',
      accent: 'gold',
      metal: 'gold',
      blade: 'coldIron',
      gem: 'gemGreen',
      leather: 'black',
    },
    size: 1.82,
    width: 1.22,
  },
  cinder: {
    parts: ['base', 'slender', 'robe', 'cape', 'cowl', 'mask', 'staff'],
    dyes: {
      skin: 'smoke',
      shirt: 'banditRed',
      cloak: 'black',
      trim: 'gemFire',
      accent: 'gemFire',
      metal: 'goldDark',
      gem: 'gemFire',
      wood: 'black',
      hair: 'smoke',
    },
    size: 1.46,
    width: 1,
  },
};
