// Orders to the region that holds somebody. In: an order. Out: how it was ruled, wherever he has gone meanwhile.
import { type Env, type Order, type Ruling, realmPort, regionPort } from '../../ports';
import { REASONS } from '../../shared/rules/reasons';
import { ownerOfCharacter } from '../../store/characters';

const MOST_HOPS = 8;
/** Somebody may be on his way between two regions: then he is asked for again. */
const TRIES = 4;
const AGAIN_MS = 300;

export type Ruled = Exclude<Ruling, { moved: string }>;

export async function giveOrder(env: Env, order: Order): Promise<Ruled> {
  let ruled: Ruled = { reason: REASONS.notInWorld, region: '', x: 0, z: 0 };
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries) await new Promise(resolve => setTimeout(resolve, AGAIN_MS));
    const region = await whereIs(env, order.character);
    if (!region) return ruled;
    ruled = (await follow(env, region, order)) ?? ruled;
    if (ruled.reason !== REASONS.notInWorld) return ruled;
  }
  return ruled;
}

async function whereIs(env: Env, character: string): Promise<string | null> {
  const [present] = await realmPort(env).present([character]);
  return present?.region ?? ownerOfCharacter(env.DB, character);
}

async function follow(env: Env, from: string, order: Order): Promise<Ruled | null> {
  let region = from;
  for (let hops = 0; hops < MOST_HOPS; hops++) {
    const ruling = await regionPort(env, region).order(order);
    if (!('moved' in ruling)) return ruling;
    region = ruling.moved;
  }
  return null;
}
