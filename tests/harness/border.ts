// A border for stories: Alderwick divided into its quarters, so that every crossing has the same well-known ground on both sides.
import { env } from 'cloudflare:workers';
import { type Env, realmPort } from '../../src/ports';
import type { Region } from '../../src/region/region';
import { HOME_REGION } from '../../src/shared/content';
import { childrenOf, type RegionKey } from '../../src/shared/regions';
import { type Bot, type Ground, type Stage, settle } from './world';

export const QUARTERS: readonly RegionKey[] = childrenOf(HOME_REGION);
/** The line between the two northern quarters, and a free meadow on it. */
export const LINE_X = 768;
export const MEADOW_Z = 646;
export const EAST = Math.PI / 2;
export const WEST = -Math.PI / 2;

/** The realm divides Alderwick, and everybody has heard of it. */
export async function divide(stage: Stage): Promise<void> {
  await realmPort(env as unknown as Env).divide(HOME_REGION);
  for (const key of QUARTERS) await stage.ground(key);
  for (let i = 0; i < 20; i++) {
    await settle();
    const versions = await Promise.all(
      stage.grounds.map(ground => ground.inside(region => region.footing.division.divided.length)),
    );
    if (versions.every(count => count === 1)) return;
  }
  throw new Error('the division did not reach everybody');
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
