// What can be ridden: a body, the saddle on its back, and how high its rider sits. In: the steeds of the content. Out: rows for the cast.
import { MOUNTS, type MountKind } from '../../../src/shared/content/mounts';
import { Figure } from '../figure';
import { BOAR } from './boar';
import { DEER } from './deer';
import { HORSE } from './horse';
import type { Species } from './species';

export interface Steed {
  species: Species;
  saddle: Figure;
  /** Top of the back at size 1, metres. */
  back: number;
}

/** Slots of a saddle, none of which a steed's own body uses: the cloth, its hem, leather; and metal for stirrups. */
export const TACK = { cloth: 'blade', hem: 'trim', leather: 'gem', metal: 'metal' } as const;

/** `half`: half the width of the back under it, `belly`: how far the girth goes down. */
function saddle({ rig }: Species, back: number, z: number, half: number, belly: number): Figure {
  const f = new Figure(rig);
  const under = back - 0.02;
  const flap = half * 1.5;
  f.on('body', TACK.cloth).block(0, under, z, half * 1.5, 0.05, half * 2.5, { top: [0.9, 0.98] });
  f.both(s => {
    const side = (draw: () => void) => f.at(s * half * 0.86, under - flap, z, draw, 0, 0, s * 0.17);
    f.on('body', TACK.cloth);
    side(() => f.block(0, 0, 0, 0.05, flap * 1.06, half * 2.3, { top: [0.8, 1] }));
    f.on('body', TACK.hem);
    side(() => f.block(0, -0.01, 0, 0.058, flap * 0.13, half * 2.34, { top: [1, 1] }));
    f.on('body', TACK.leather);
    side(() => f.block(s * 0.02, flap * 0.3, half * 0.15, 0.05, flap * 0.72, half * 0.9, { top: [0.8, 1.1] }));
    f.stick([s * half * 1.02, under - half, z + half * 0.1], [s * half * 0.55, under - belly, z + half * 0.1], 0.03, 0.03, 4);
    f.stick(
      [s * half * 1.06, under - half * 0.5, z + half * 0.2],
      [s * half * 1.2, under - half * 1.55, z + half * 0.32],
      0.016,
      0.016,
      4,
    );
    f.on('body', TACK.metal).block(s * half * 1.2, under - half * 1.7, z + half * 0.32, 0.09, 0.03, 0.11);
  });
  f.on('body', TACK.leather);
  f.block(0, under + 0.04, z, half * 0.95, 0.06, half * 1.5, { top: [0.8, 0.9] });
  f.block(0, under + 0.06, z + half * 0.72, half * 0.55, 0.15, half * 0.26, { top: [0.6, 0.6] });
  f.block(0, under + 0.06, z - half * 0.78, half * 0.85, 0.13, half * 0.24, { top: [0.7, 0.6] });
  return f;
}

export const STEEDS: Readonly<Record<MountKind['body'], Steed>> = {
  horse: { species: HORSE, saddle: saddle(HORSE, 1.475, 0.06, 0.3, 0.58), back: 1.475 },
  deer: { species: DEER, saddle: saddle(DEER, 0.935, 0.03, 0.16, 0.31), back: 0.935 },
  boar: { species: BOAR, saddle: saddle(BOAR, 0.8, 0.02, 0.25, 0.5), back: 0.8 },
};

/** Coats for mounts that the species itself does not name: a stag of the high woods, a tusker broken to the saddle. */
export const STEED_COATS = new Map(
  MOUNTS.map(mount => [mount.id, STEEDS[mount.body].species.coats[mount.coat] ?? STEEDS[mount.body].species.coats['']]),
);
