// Two storages that were put back may point at each other with tombstones of a character that neither has. What is sent after him must end.
import { expect, test } from 'vitest';
import { writeParcel } from '../../src/region/parcels';
import { withStage } from './platform';
import { pass } from './schedule';
import { Handle } from './sqlite';
import { Machines, Stage } from './stage';

const MINUTE_MS = 60_000;

test('a share does not follow two tombstones to and fro for ever', async () => {
  const stage = new Stage(new Machines(), 1, false);
  stage.faults.isOver = true;
  const [one, other] = stage.sites;
  for (const [from, to, epoch] of [
    [one, other, 6],
    [other, one, 5],
  ] as const) {
    new Handle(from.disk).sql.exec('INSERT INTO passed VALUES (?, ?, ?, ?)', 'somebody', epoch, to.key, stage.clock.now_ms);
  }
  await withStage(stage, async () => {
    const { store } = one.up();
    const share = { character: 'somebody', monster: 'wolf', level: 1, permille: 500, followed: 0 };
    store.transfers.send(other.key, 'share', writeParcel('share', share));
    one.current!.pump();
    await pass(stage, MINUTE_MS);
  });
  expect(stage.failure).toBeNull();
  const sent = new Handle(one.disk).sql.exec<{ number: number }>('SELECT number FROM parcel_count').one().number;
  const back = new Handle(other.disk).sql.exec<{ number: number }>('SELECT number FROM parcel_count').one().number;
  expect([sent, back]).toEqual([2, 1]);
  for (const { disk } of [one, other]) expect(new Handle(disk).sql.exec('SELECT * FROM parcel_out').toArray()).toEqual([]);
});
