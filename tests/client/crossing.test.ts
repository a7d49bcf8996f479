// From region to region: lines that wait behind the border, the hand-over with and without them, and that no command and nothing that was
// pressed is lost meanwhile.
import { describe, expect, it } from 'vitest';
import { CLOSE_MOVED, CLOSE_NEWER_LOGIN, CLOSE_RESTART, pack, readC2S, S2C, SUBPROTOCOL } from '../../src/shared/protocol/messages';
import { Link } from '../../web/net/link';
import { Session } from '../../web/net/session';
import { settle, type TestSocket, Timeline } from './timeline';
import { emptySnapshot, FRAME_MS, welcomeTo } from './travel';

const HOME = '2-1-1';
const EAST = '2-2-1';

/** A blind session in the home region, and the sockets it opens. */
async function enter() {
  const time = new Timeline();
  let tickets = 0;
  const link = new Link(time, async () => ({ url: `/ws/${HOME}`, ticket: `door-${++tickets}` }));
  const session = new Session(time, link, null);
  link.open();
  await settle();
  const home = time.newest;
  home.accept();
  home.say(welcomeTo(HOME, { lastCommand: 7 }));
  home.say(emptySnapshot(101, 0, 1000, 760));
  const near = (region: string) => {
    home.say(pack(S2C.near, { region, ticket: `near-${region}` }));
    return time.newest;
  };
  const cross = (region = EAST) => home.say(pack(S2C.cross, { region, ticket: `cross-${region}` }));
  return { time, link, session, home, near, cross };
}

const said = (socket: TestSocket) => socket.sent.flatMap(bytes => readC2S(bytes) ?? []);
const commandsIn = (socket: TestSocket) => said(socket).flatMap(m => ('command' in m.body ? [m.body.command as number] : []));

it('stands where the region says from the first snapshot on, before any frame is drawn', async () => {
  const { drawn } = (await enter()).session.predictor;
  expect([drawn.x, drawn.z]).toEqual([1000, 760]);
});

describe('a line that waits behind the border', () => {
  it('is opened with the ticket, says nothing, and takes over with the welcome', async () => {
    const { time, link, session, home, near, cross } = await enter();
    const east = near(EAST);
    expect([east.url, east.protocols]).toEqual([`/ws/${EAST}`, [SUBPROTOCOL, `near-${EAST}`]]);
    east.accept();
    time.pass(20_000 / 4);
    expect([east.sent.length, east.readyState]).toEqual([0, 1]);
    cross();
    expect(home.readyState).toBe(3);
    time.pass(60);
    east.say(welcomeTo(EAST, { lastCommand: 7 }));
    expect(session.region).toBe(EAST);
    east.say(emptySnapshot(9, 3, 1025, 760));
    expect([session.tick, session.inWorld, link.facts.state, time.sockets.length]).toEqual([9, true, 'open', 2]);
    expect(session.send('talk', { target: 4 })).toBe(true);
    expect(said(east).at(-1)?.name).toBe('talk');
  });

  it('is not asked whether it still lives, however long it is silent', async () => {
    const { time, near, home } = await enter();
    const east = near(EAST);
    east.accept();
    for (let s = 0; s < 40; s++) {
      home.say(emptySnapshot(102 + s, s, 1000, 760));
      time.pass(1000);
    }
    expect([east.readyState, home.readyState]).toEqual([1, 1]);
  });

  it('is opened only once, and forgotten when its door closes it', async () => {
    const { time, near, cross, link } = await enter();
    const east = near(EAST);
    near(EAST);
    expect(time.sockets.length).toBe(2);
    east.accept();
    east.fall(CLOSE_NEWER_LOGIN);
    expect([link.facts.state, link.standbys.regions.length]).toEqual(['open', 0]);
    cross();
    expect(time.newest.protocols[1]).toBe(`cross-${EAST}`);
  });

  it('waits at three doors at a corner; where a fourth comes near the farthest is let go', async () => {
    const { time, near, link, session, home } = await enter();
    home.say(emptySnapshot(102, 0, 1020, 1015));
    session.update(FRAME_MS, { buttons: 0, yaw: 0, pitch: 0 });
    for (const region of ['2-2-1', '2-1-2', '2-2-2']) near(region).accept();
    expect(link.standbys.regions).toEqual(['2-2-1', '2-1-2', '2-2-2']);
    near('2-1-0');
    expect(link.standbys.regions).toEqual(['2-2-1', '2-1-2', '2-1-0']);
    // Walked away from all but one of them.
    home.say(emptySnapshot(103, 0, 1000, 700));
    time.pass(1100);
    session.update(FRAME_MS, { buttons: 0, yaw: 0, pitch: 0 });
    expect(link.standbys.regions).toEqual(['2-2-1']);
  });

  it('is spoken to before the last word: the last word is waited for, but not for long', async () => {
    const { time, session, home, near, cross } = await enter();
    const east = near(EAST);
    east.accept();
    void session.command('loot', { corpse: 3 });
    east.say(welcomeTo(EAST, { lastCommand: 8 }));
    time.pass(40);
    expect(session.region).toBe(HOME);
    home.say(pack(S2C.result, { command: 8, reason: 0 }));
    expect(session.commands.pending).toBe(0);
    cross();
    expect(session.region).toBe(EAST);

    const other = await enter();
    const quiet = other.near(EAST);
    quiet.accept();
    quiet.say(welcomeTo(EAST));
    other.time.pass(120);
    expect([other.session.region, other.home.readyState]).toEqual([EAST, 3]);
  });

  it('takes over as well when the old region dies without a word', async () => {
    const { session, home, near, link } = await enter();
    const east = near(EAST);
    east.accept();
    east.say(welcomeTo(EAST));
    home.fall(1006);
    expect([session.region, link.facts.state]).toEqual([EAST, 'open']);
  });
});

describe('a crossing', () => {
  it('without a waiting line opens one with the ticket of the last word', async () => {
    const { time, session, cross } = await enter();
    cross();
    const east = time.newest;
    expect([east.url, east.protocols]).toEqual([`/ws/${EAST}`, [SUBPROTOCOL, `cross-${EAST}`]]);
    east.accept();
    east.say(welcomeTo(EAST));
    expect(session.region).toBe(EAST);
  });

  it('does the same when the waiting line brings no welcome within a second, or falls', async () => {
    for (const ends of ['silence', 'fall']) {
      const { time, session, near, cross, link } = await enter();
      const east = near(EAST);
      east.accept();
      cross();
      if (ends === 'fall') east.fall(1006);
      time.pass(ends === 'fall' ? 1 : 1010);
      expect([time.sockets.length, time.newest.protocols[1]]).toEqual([3, `cross-${EAST}`]);
      time.newest.accept();
      time.newest.say(welcomeTo(EAST));
      expect([session.region, link.facts.state]).toEqual([EAST, 'open']);
    }
  });

  it('that leads nowhere ends at the front door, with a fresh ticket', async () => {
    const { time, session, cross, link } = await enter();
    cross();
    time.newest.fall(1006);
    expect(link.facts.state).toBe('reconnecting');
    time.pass(200);
    await settle();
    expect(time.newest.protocols[1]).toBe('door-2');
    time.newest.accept();
    time.newest.say(welcomeTo(EAST, { resumed: true }));
    time.newest.say(emptySnapshot(5, 0));
    expect([session.region, session.inWorld, session.crossings.length]).toEqual([EAST, true, 0]);
  });

  it('sends commands without an answer once more, under the same numbers', async () => {
    const { session, home, near, cross } = await enter();
    const east = near(EAST);
    east.accept();
    const answers: number[] = [];
    for (const corpse of [11, 12]) void session.command('loot', { corpse }).then(reason => answers.push(reason));
    cross();
    void session.command('loot', { corpse: 13 }).then(reason => answers.push(reason));
    expect(commandsIn(home)).toEqual([8, 9]);
    // The old region had applied the first of them.
    east.say(welcomeTo(EAST, { lastCommand: 8 }));
    expect(commandsIn(east)).toEqual([9, 10]);
    east.say(pack(S2C.result, { command: 9, reason: 0 }));
    east.say(pack(S2C.result, { command: 10, reason: 0 }));
    await settle();
    expect([answers.length, session.commands.pending]).toEqual([3, 0]);
    expect(commandsIn(east)).toEqual([9, 10]);
  });

  it('keeps what was pressed on the way for the next region', async () => {
    const { session, near, cross } = await enter();
    const east = near(EAST);
    east.accept();
    cross();
    session.use(3, 77);
    expect(said(east).length).toBe(0);
    east.say(welcomeTo(EAST));
    expect(
      said(east)
        .filter(m => m.name === 'use')
        .map(m => m.body),
    ).toEqual([{ number: 1, ability: 3, target: 77 }]);
  });

  it('is followed by an ordinary reconnect like any other hour', async () => {
    const { time, session, near, cross, link } = await enter();
    const east = near(EAST);
    east.accept();
    cross();
    east.say(welcomeTo(EAST));
    east.say(emptySnapshot(5, 0));
    east.fall(CLOSE_RESTART);
    expect(link.facts.state).toBe('reconnecting');
    time.pass(4000);
    await settle();
    time.newest.accept();
    time.newest.say(welcomeTo(EAST, { resumed: true }));
    time.newest.say(emptySnapshot(6, 0));
    expect([time.newest.protocols[1], session.inWorld, session.crossings.length]).toEqual(['door-2', true, 1]);
  });

  it('follows the door that names another region, from the first entry on', async () => {
    const time = new Timeline();
    const link = new Link(time, async () => ({ url: `/ws/${HOME}`, ticket: 'door' }));
    const session = new Session(time, link, null);
    link.open();
    await settle();
    const home = time.newest;
    home.accept();
    home.say(pack(S2C.cross, { region: EAST, ticket: 'on' }));
    home.fall(CLOSE_MOVED);
    expect([time.sockets.length, time.newest.url, link.facts.state]).toEqual([2, `/ws/${EAST}`, 'connecting']);
    time.newest.accept();
    time.newest.say(pack(S2C.cross, { region: '2-2-2', ticket: 'further' }));
    time.newest.accept();
    time.newest.say(welcomeTo('2-2-2'));
    time.newest.say(emptySnapshot(5, 0));
    expect([session.region, session.inWorld, link.facts.state, session.crossings.length]).toEqual(['2-2-2', true, 'open', 0]);
  });

  it('does not run in circles for ever', async () => {
    const { time, cross, link } = await enter();
    cross();
    for (let i = 0; i < 20 && link.facts.state === 'open'; i++) {
      time.newest.accept();
      time.newest.say(pack(S2C.cross, { region: i % 2 ? EAST : HOME, ticket: 'round' }));
    }
    expect([link.facts.state, link.facts.code]).toEqual(['reconnecting', CLOSE_MOVED]);
  });

  it('is final where the character was let in somewhere else', async () => {
    const { near, cross, link } = await enter();
    const east = near(EAST);
    east.accept();
    cross();
    east.fall(CLOSE_NEWER_LOGIN);
    expect(link.facts).toMatchObject({ state: 'closed', code: CLOSE_NEWER_LOGIN });
  });

  it('tells how long it took', async () => {
    const { time, session, home, near, cross } = await enter();
    const east = near(EAST);
    east.accept();
    home.say(emptySnapshot(150, 40));
    time.pass(50);
    home.say(emptySnapshot(151, 40));
    cross();
    time.pass(90);
    east.say(welcomeTo(EAST));
    time.pass(10);
    east.say(emptySnapshot(7, 40));
    time.pass(50);
    east.say(emptySnapshot(8, 41));
    expect(session.crossings).toEqual([{ from: HOME, to: EAST, at_ms: expect.any(Number), hitch_ms: 100, unanswered_ms: 200 }]);
  });

  it('leaves names known', async () => {
    const { session, near, cross, home } = await enter();
    const east = near(EAST);
    east.accept();
    home.say(pack(S2C.who, { people: [{ id: 9, name: 'Tom', title: '', covenant: 0, npc: 0 }] }));
    cross();
    east.say(welcomeTo(EAST));
    expect(session.people.get(9)?.name).toBe('Tom');
    expect(said(east).some(m => m.name === 'whois')).toBe(false);
  });
});
