// Who wears what. In: look, gear, kind and what is in the hands. Out: part names, dyes, size and the parts of the low-detail mesh.

import { unpackEmblem } from '../../../src/shared/content/emblems';
import {
  CHEST_VISUALS,
  FOCUS_BASE,
  FOCUS_VISUALS,
  HATS,
  HEAD_VISUALS,
  type Look,
  MELEE_VISUALS,
  RANGED_VISUALS,
  SHIELD_VISUALS,
  unpackGear,
  unpackLook,
} from '../../../src/shared/content/looks';
import { SLOTS, type Slot } from '../figure';
import { blazonPart } from './blazon';
import { BOSS_LOOKS } from './bosses';
import { clothDye, covenantDye, dye, hairDye, skinDye } from './dyes';
import { CHEST, type Dyes, FOCUS, HAT, HEAD, MELEE, RANGED, SHIELDS, type Weapon } from './garments';
import { HIDES_HAIR } from './headgear';

/** What the hands hold just now. */
export type Hands = 'melee' | 'bow' | 'gun' | 'focus' | 'empty' | 'hammer' | 'broom';

export interface Outfit {
  parts: string[];
  /** Dye number per slot. */
  dyes: number[];
  size: number;
  width: number;
  head: number;
}

const HAIRS = ['', 'crop', 'bob', 'long', 'tail', 'bun', 'curls', 'braids'] as const;

const PLAIN: Record<Slot, number> = {
  skin: skinDye(1),
  hair: hairDye(2),
  shirt: clothDye(0),
  trousers: clothDye(13),
  leather: dye('leather'),
  accent: dye('gold'),
  metal: dye('steel'),
  cloak: clothDye(2),
  trim: dye('leatherDark'),
  blade: dye('steel'),
  wood: dye('wood'),
  gem: dye('gemBlue'),
  charge: clothDye(0),
};

function finish(parts: string[], dyes: Record<Slot, number>, shape: { size?: number; width?: number; head?: number } = {}): Outfit {
  const ordered = (Object.keys(SLOTS) as Slot[]).map(slot => dyes[slot]);
  return {
    parts: parts.filter(p => p !== ''),
    dyes: ordered,
    size: shape.size ?? 1,
    width: shape.width ?? 1,
    head: shape.head ?? 1,
  };
}

function wield(parts: string[], dyes: Record<Slot, number>, weapon: Weapon | null, held: boolean): void {
  if (!weapon) return;
  const part = held ? weapon.part : weapon.stowed;
  if (!part) return;
  parts.push(part);
  colour(dyes, weapon.dyes);
  if (held && (weapon.part === 'bow' || weapon.part === 'recurve')) parts.push('nocked');
}

function colour(dyes: Record<Slot, number>, by: Dyes = {}): void {
  for (const [slot, name] of Object.entries(by)) dyes[slot as Slot] = dye(name);
}

function faceAndHair(look: Look, ...headgear: readonly string[]): string[] {
  const parts = ['base', look.body ? 'slender' : 'broad'];
  if (!headgear.some(part => HIDES_HAIR.has(part))) parts.push(HAIRS[look.hair]);
  if (look.beard && !look.body) parts.push('beard');
  return parts;
}

function dyesOf(look: Look): Record<Slot, number> {
  return {
    ...PLAIN,
    skin: skinDye(look.skin),
    hair: hairDye(look.hairColor),
    shirt: clothDye(look.shirt),
    trousers: clothDye(look.trousers),
    cloak: look.covenant < 3 ? covenantDye(look.covenant) : clothDye(look.shirt + 3),
    trim: look.covenant < 3 ? covenantDye(look.covenant, true) : dye('leatherDark'),
  };
}

/**
 * A player: look, worn things, and the weapon the hands hold just now; `colours`: his guild's emblem (packEmblem), 0: none. Its people wear its
 * cloak, whatever they chose; the hem stays their covenant's.
 */
export function playerOutfit(packedLook: number, packedGear: number, hands: Hands, colours = 0): Outfit {
  const look = unpackLook(packedLook);
  const gear = unpackGear(packedGear);
  const dyes = dyesOf(look);
  const head = HEAD[HEAD_VISUALS[gear.head] ?? 'none'];
  const headgear = gear.head ? head.parts : [HAT[HATS[look.hat]]];
  const name = CHEST_VISUALS[gear.chest] ?? 'none';
  const chest = CHEST[name];
  const parts = [...faceAndHair(look, ...headgear), ...headgear, ...chest.parts];
  if (name === 'robe') dyes.shirt = look.covenant < 3 ? covenantDye(look.covenant) : dyes.shirt;
  // The breastplate says what colour the steel is; a cowl keeps its own cloth under a robe of another.
  if (gear.head) colour(dyes, head.dyes);
  colour(dyes, chest.dyes);
  const emblem = unpackEmblem(colours);
  if (emblem) {
    dyes.cloak = clothDye(emblem.field);
    dyes.charge = clothDye(emblem.mark);
    parts.push(blazonPart(emblem.shape));
  }
  const isCloaked = emblem !== null || look.cape > 0;
  if (isCloaked) parts.push('cape');
  const focus = gear.hand >= FOCUS_BASE ? FOCUS[FOCUS_VISUALS[gear.hand - FOCUS_BASE] ?? 'none'] : FOCUS.twig;
  const ranged = gear.hand < FOCUS_BASE ? RANGED[RANGED_VISUALS[gear.hand] ?? 'none'] : null;
  const aimed = hands === 'bow' || hands === 'gun';
  wield(parts, dyes, MELEE[MELEE_VISUALS[gear.melee] ?? 'none'], hands === 'melee');
  const shield = SHIELDS[SHIELD_VISUALS[gear.shield] ?? 'none'];
  wield(parts, dyes, shield, hands === 'melee' || (hands === 'empty' && isCloaked));
  if (hands === 'focus') wield(parts, dyes, focus, true);
  if (aimed) wield(parts, dyes, rightKind(ranged, hands), true);
  else if (!isCloaked) wield(parts, dyes, ranged, false);
  if (hands === 'bow' || ranged?.part === 'bow' || ranged?.part === 'recurve') parts.push(emblem ? 'quiverHip' : 'quiver');
  return finish(parts, dyes, { width: look.body ? 0.95 : 1 });
}

/** All weapons are worn at once but only one ranged visual travels: a bow shot shows a bow even when the gun is the one that is told. */
function rightKind(told: Weapon | null, hands: 'bow' | 'gun'): Weapon {
  if (told && (told.part === 'gun') === (hands === 'gun')) return told;
  return hands === 'gun' ? RANGED['wheel-lock']! : RANGED['ash-bow']!;
}

/** People of the place: trade is read from hat, apron and kind. `body` as in monsters.ts. */
export function villagerOutfit(body: string, packedLook: number, hands: Hands): Outfit {
  const look = unpackLook(packedLook);
  const dyes = { ...dyesOf(look), accent: clothDye((look.shirt + look.trousers * 3 + 5) % 16) };
  if (body === 'guard') return guardOutfit(look, dyes);
  const headgear = HAT[HATS[look.hat]];
  const parts = [...faceAndHair(look, headgear), headgear];
  const skirts = look.body === 1 && look.trousers % 3 !== 1;
  parts.push(skirts ? 'dress' : 'tunic');
  if (look.apron) {
    parts.push('apron');
    dyes.accent = look.hat === 6 ? dye('flour') : look.beard ? dye('leatherDark') : clothDye(0);
  }
  if (look.cape) parts.push('scarf');
  if (hands === 'hammer' || hands === 'broom') parts.push(hands);
  else if (hands === 'empty' && skirts && look.shirt % 4 === 0 && body === 'villager') parts.push('basket');
  if (body === 'child')
    return finish(
      parts.filter(p => p !== 'beard'),
      dyes,
      { size: 0.66, width: 1.06, head: 1.34 },
    );
  if (body === 'elder') {
    dyes.hair = look.hairColor % 2 ? dye('wolfWhite') : hairDye(12);
    if (look.body === 0) parts.push('longBeard');
    return finish(parts.filter(p => p !== 'beard').concat('crook'), { ...dyes, gem: dye('woodPale') }, { size: 0.95 });
  }
  return finish(parts, dyes, { size: 0.97 + ((look.shirt * 7 + look.hairColor * 3) % 7) * 0.012, width: look.body ? 0.95 : 1.02 });
}

function guardOutfit(look: Look, dyes: Record<Slot, number>): Outfit {
  const cloak = look.covenant < 3 ? covenantDye(look.covenant) : dye('militia');
  const parts = [...faceAndHair(look, ''), 'mail', 'pauldrons', look.cape ? 'crest' : 'kettle', 'spear', 'shield'];
  if (look.cape) parts.push('cape');
  return finish(parts, { ...dyes, cloak, accent: dye('gold'), shirt: cloak }, { size: 1.04 });
}

/** Two-legged foes by `body` of monsters.ts; `seed` varies them. Null for bodies that are no people. */
export function foeOutfit(body: string, seed: number, hands: Hands): Outfit | null {
  const pick = (n: number, k: number) => Math.floor(seed / 7 ** k) % n;
  const dyes: Record<Slot, number> = {
    ...PLAIN,
    skin: skinDye(pick(5, 1) + 1),
    hair: hairDye(pick(7, 2)),
    shirt: clothDye([2, 13, 14, 6][pick(4, 1)]),
    trousers: clothDye([14, 13, 11][pick(3, 2)]),
    cloak: dye('banditRed'),
    trim: dye('banditDark'),
    accent: dye('banditDark'),
    metal: dye('ironDark'),
    blade: dye('iron'),
    leather: dye('leatherDark'),
  };
  const man = ['base', 'broad'];
  switch (body) {
    case 'bandit':
      return finish(
        [
          ...man,
          pick(3, 1) ? 'hood' : 'mask',
          pick(3, 1) ? 'mask' : 'crop',
          'jerkin',
          ['falchion', 'cudgel', 'axe', 'shortSword'][pick(4, 3)],
        ],
        dyes,
        { width: 1.03 },
      );
    case 'archer':
      return finish(
        [
          ...man,
          'hood',
          'mask',
          'tunic',
          'bracers',
          'quiver',
          ...(hands === 'melee' ? ['shortSword', 'bowBack'] : ['bow', 'nocked']),
        ],
        { ...dyes, wood: dye('woodDark') },
      );
    case 'mage':
      return finish([...man, 'cowl', 'robe', 'mask', 'staff'], { ...dyes, shirt: clothDye(14), gem: dye('gemFire') });
    case 'captain':
      return finish(
        [...man, 'captain', 'wideHat', 'beard', 'eyepatch', 'falchion', 'cape'],
        {
          ...dyes,
          hair: hairDye(0),
          cloak: dye('captainCoat'),
          trim: dye('black'),
          accent: dye('gold'),
          metal: dye('iron'),
          blade: dye('steel'),
        },
        { size: 1.1, width: 1.1 },
      );
    case 'wight':
      return finish(
        ['bones', 'rags', pick(2, 1) ? 'kettle' : 'cowl', pick(3, 2) ? 'sword' : 'mace'],
        { ...dyes, shirt: dye('graveDark'), cloak: dye('grave'), gem: dye('wightEye'), blade: dye('rust'), metal: dye('rust') },
        { size: 1.04 },
      );
    case 'abbot':
      return finish(
        ['bones', 'robe', 'cape', 'cowl', 'crook', 'bell'],
        {
          ...dyes,
          shirt: dye('abbot'),
          cloak: dye('abbot'),
          trim: dye('goldDark'),
          accent: dye('goldDark'),
          gem: dye('abbotEye'),
          wood: dye('boneDark'),
        },
        { size: 1.28, width: 1.05 },
      );
    default:
      return bossOutfit(body, dyes);
  }
}

function bossOutfit(body: string, plain: Record<Slot, number>): Outfit | null {
  const look = BOSS_LOOKS[body];
  if (!look) return null;
  const dyes = { ...plain };
  for (const [slot, name] of Object.entries(look.dyes)) dyes[slot as Slot] = dye(name);
  return finish([...look.parts], dyes, look);
}
