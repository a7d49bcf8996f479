// Mailboxes and the market as stories look at them. In: a stage and its guests. Out: letters, alarms, parcels brought to rest.
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import type { PostedLetter } from '../../src/ports';
import { mailboxOf } from './conserved';
import { type Bot, type Ground, ORIGIN, type Stage, settle } from './world';

/** What he reads over HTTP. */
export async function lettersOf({ guest }: Bot): Promise<PostedLetter[]> {
  const response = await asked(guest.cookie, 'GET', `/api/characters/${guest.character}/mail`);
  return ((await response.json()) as { letters: PostedLetter[] }).letters;
}

export const asked = (cookie: string, method: string, path: string): Promise<Response> =>
  exports.default.fetch(`${ORIGIN}${path}`, { method, headers: { Origin: ORIGIN, Cookie: cookie } });

export const ring = (stub: DurableObjectStub): Promise<boolean> => runDurableObjectAlarm(stub as never);

/** Until nothing is on its way any more between regions, mailboxes and the market. */
export async function atRest(stage: Stage, keepers: readonly DurableObjectStub[]): Promise<void> {
  for (let i = 0; i < 12; i++) {
    await stage.turns(2);
    let waiting = 0;
    for (const { stub } of stage.grounds as Ground[]) waiting += await parcelsIn(stub);
    for (const keeper of keepers) waiting += await parcelsIn(keeper);
    if (!waiting) return;
    stage.pass(16_000);
    for (const keeper of keepers) await ring(keeper);
    await settle();
  }
  throw new Error('parcels do not come to rest');
}

export const mailboxes = (...bots: Bot[]): DurableObjectStub[] => bots.map(({ guest }) => mailboxOf(guest.character));

const parcelsIn = (stub: DurableObjectStub): Promise<number> =>
  runInDurableObject(stub as never, (_: unknown, { storage }: DurableObjectState) =>
    Number(storage.sql.exec('SELECT count(*) AS n FROM parcel_out').one().n),
  );

/** Puts somebody into the middle of the home town, where there is a postbox. */
export async function inTown(stage: Stage, ...bots: Bot[]): Promise<void> {
  const { x, z } = await stage.world(world => {
    const [entity] = [...world.villagers].find(([, villager]) => villager.banker)!;
    return { x: world.sim.core.x(entity), z: world.sim.core.z(entity) };
  });
  for (const [i, bot] of bots.entries()) await stage.place(bot, x + 1 + i, z);
  await stage.turns(4);
}
