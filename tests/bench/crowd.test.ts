// The crowd that the browser's bench looks at is one that the real client can read: welcome, snapshots, names, words.
import { expect, test } from 'vitest';
import { CLASS_PLAYER } from '../../assembly/layout';
import { Link } from '../../web/net/link';
import { Session, TURN_MS } from '../../web/net/session';
import { newEyes } from '../harness/eyes';
import { nodeHost } from '../harness/nodehost';
import { CrowdRegion } from './crowdregion';
import { CrowdServer } from './crowdserver';

const PLAYERS = 60;

test('a client before a crowd sees everybody, by name, walking', async () => {
  const crowd = new CrowdRegion(PLAYERS);
  const server = await CrowdServer.start(crowd);
  const host = nodeHost(server.url, () => 0);
  const link = new Link(host, async () => ({ url: '/ws/2-1-1', ticket: 'crowd' }));
  const session = new Session(host, link, newEyes());
  const turn = setInterval(() => session.update(TURN_MS, { buttons: 0, yaw: 0, pitch: 0 }), TURN_MS);
  try {
    link.open();
    const bodies = () => [...(session.mirror?.bodies.values() ?? [])];
    await expect.poll(() => bodies().filter(body => body.cls === CLASS_PLAYER).length, { timeout: 10_000 }).toBe(PLAYERS);
    expect(bodies().filter(body => body.id !== crowd.own && !session.people.get(body.id)?.name)).toEqual([]);
    await expect.poll(() => bodies().filter(body => body.speed > 0.5).length, { timeout: 10_000 }).toBeGreaterThan(PLAYERS / 4);
    expect(session.predictor.facts.misses).toBe(0);
  } finally {
    clearInterval(turn);
    link.close();
    server.stop();
  }
});
