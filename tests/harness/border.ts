// A border for stories: Alderwick divided into its quarters, so that every crossing has the same well-known ground on both sides.
import type { Region } from '../../src/region/region';
import { HOME_REGION } from '../../src/shared/content';
import { childrenOf, type RegionKey } from '../../src/shared/regions';
import type { Bot, Ground, Stage } from './world';

export const QUARTERS: readonly RegionKey[] = childrenOf(HOME_REGION);
/** The line between the two southern quarters, and a quiet spot on it: no beast comes there, no wall stands there. */
export const LINE_X = 768;
export const LANE_Z = 812;
export const EAST = Math.PI / 2;
export const WEST = -Math.PI / 2;

/** Alderwick is divided, and everybody has heard of it; by a number that the realm's own divisions will not reach in a story. */
export async function divide(stage: Stage, divided: boolean = true, version = divided ? 1000 : 1001): Promise<void> {
  for (const key of QUARTERS) await stage.ground(key);
  for (const ground of stage.grounds) {
    await ground.inside(region => region.divided({ version, divided: divided ? [HOME_REGION] : [] }));
  }
}

/** Everything a character has, told apart only by what matters: read from wherever it is held. */
export async function belongings(
  stage: Stage,
  bot: Bot,
): Promise<{ held: number; gold: number; items: string[]; epochs: number[] }> {
  const { character } = bot.guest;
  const all = { held: 0, gold: 0, items: [] as string[], epochs: [] as number[] };
  for (const ground of stage.grounds) {
    for (const row of await ground.rows('SELECT gold, epoch FROM character WHERE id = ?', character)) {
      all.held++;
      all.gold += Number(row.gold);
      all.epochs.push(Number(row.epoch));
    }
    const items = await ground.rows('SELECT id, kind, quantity, slot FROM item WHERE owner = ?', character);
    all.items.push(...items.map(item => Object.values(item).join()));
    for (const { body } of await ground.rows("SELECT body FROM parcel_out WHERE kind = 'character'")) {
      const handed = JSON.parse(String(body)) as { character: { id: string; gold: number; items: object[] }; epoch: number };
      if (handed.character.id !== character) continue;
      all.held++;
      all.gold += handed.character.gold;
      all.epochs.push(handed.epoch);
      all.items.push(
        ...(handed.character.items as { id: string; kind: number; quantity: number; slot: number }[]).map(
          ({ id, kind, quantity, slot }) => [id, kind, quantity, slot].join(),
        ),
      );
    }
  }
  all.items.sort();
  return all;
}

/** Changes how a region delivers its parcels; null: as ever. */
export function onDelivery(ground: Ground, deliver: ((real: () => Promise<unknown>) => Promise<unknown>) | null): Promise<void> {
  return ground.inside((region: Region) => {
    const { transfers } = region.footing.store;
    const seams = Reflect.get(transfers, 'seams') as { deliver: (...words: unknown[]) => Promise<unknown>; real?: unknown };
    const real = (seams.real ?? seams.deliver) as (...words: unknown[]) => Promise<unknown>;
    seams.real = real;
    seams.deliver = deliver ? (...words) => deliver(() => real(...words)) : real;
  });
}
