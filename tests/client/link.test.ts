// The lasting connection: tickets, retries that grow and scatter, final closes, the lag switch, and commands that survive a cut.
import { describe, expect, it } from 'vitest';
import {
  C2S,
  CLOSE_KICKED,
  CLOSE_NEWER_LOGIN,
  CLOSE_RESTART,
  PROTOCOL,
  pack,
  readC2S,
  S2C,
  SUBPROTOCOL,
} from '../../src/shared/protocol/messages';
import { REASONS } from '../../src/shared/rules/reasons';
import { DoorError } from '../../web/net/doors';
import { Link, retryDelay_ms } from '../../web/net/link';
import { Session } from '../../web/net/session';
import { settle, Timeline } from './timeline';

function newLink(time: Timeline): Link {
  let tickets = 0;
  return new Link(time, async () => ({ url: '/ws/2-1-1', ticket: `ticket-${++tickets}` }));
}

function welcome(lastCommand: number, resumed: boolean): Uint8Array {
  const body = {
    protocol: PROTOCOL,
    region: '2-1-1',
    entity: 5,
    tick: 100,
    time: 0,
    character: 'C',
    name: 'Mira',
    resumed,
    lastCommand,
  };
  return pack(S2C.welcome, body);
}

/** The command numbers that reached the other end of the newest socket. */
function commandsSeen(time: Timeline): number[] {
  return time.newest.sent
    .flatMap(bytes => readC2S(bytes) ?? [])
    .flatMap(m => ('command' in m.body ? [m.body.command as number] : []));
}

async function connect(time: Timeline): Promise<void> {
  await settle();
  time.newest.accept();
}

describe('link', () => {
  it('opens with a fresh ticket every time', async () => {
    const time = new Timeline();
    const link = newLink(time);
    link.open();
    await connect(time);
    expect(time.newest.protocols).toEqual([SUBPROTOCOL, 'ticket-1']);
    time.newest.fall(1006);
    expect(link.facts.state).toBe('reconnecting');
    time.pass(100);
    await connect(time);
    expect(time.newest.protocols).toEqual([SUBPROTOCOL, 'ticket-2']);
  });

  it('waits longer each time, up to four seconds, and never as long as its neighbour', () => {
    expect(retryDelay_ms(0, 0)).toBe(50);
    expect(retryDelay_ms(0, 1)).toBe(100);
    expect(retryDelay_ms(3, 1)).toBe(800);
    expect(retryDelay_ms(20, 1)).toBe(4000);
    expect(retryDelay_ms(20, 0)).toBe(2000);
  });

  it('gives up, in plain words, when the region will not have it back', async () => {
    for (const code of [CLOSE_NEWER_LOGIN, CLOSE_KICKED]) {
      const time = new Timeline();
      const link = newLink(time);
      link.open();
      await connect(time);
      time.newest.fall(code);
      expect(link.facts).toEqual({ state: 'closed', words: `closed with ${code}`, retryAt_ms: 0, code });
      time.pass(60_000);
      await settle();
      expect(time.sockets.length).toBe(1);
    }
  });

  it('keeps asking while the door is shut for a moment, and stops when it is shut for good', async () => {
    const time = new Timeline();
    let shut = new DoorError('unavailable', 'Not yet.', true);
    const link = new Link(time, () => Promise.reject(shut));
    link.open();
    await settle();
    expect(link.facts).toMatchObject({ state: 'reconnecting', words: 'Not yet.' });
    shut = new DoorError('no_such_character', 'Nobody.', false);
    time.pass(200);
    await settle();
    expect(link.facts).toMatchObject({ state: 'closed', words: 'Nobody.' });
  });

  it('takes a silent line for a dead one', async () => {
    const time = new Timeline();
    const link = newLink(time);
    link.open();
    await connect(time);
    time.newest.say(welcome(0, false));
    time.pass(8000);
    expect(link.facts.state).not.toBe('open');
  });

  it('holds both ways back when lag is simulated, in order', async () => {
    const time = new Timeline();
    const link = newLink(time);
    const heard: number[] = [];
    link.onFrame = bytes => heard.push(bytes[0]);
    link.open();
    await connect(time);
    link.setLag(80, 40);
    link.send(new Uint8Array([1]));
    for (let i = 0; i < 10; i++) time.newest.say(new Uint8Array([i]));
    time.pass(70);
    expect([time.newest.sent.length, heard.length]).toEqual([0, 0]);
    time.pass(60);
    expect(time.newest.sent.length).toBe(1);
    expect(heard).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('commands over a cut line', () => {
  it('are sent again until answered, and never those that were applied', async () => {
    const time = new Timeline();
    const session = new Session(time, newLink(time), null);
    session.link.open();
    await connect(time);
    time.newest.say(welcome(7, false));
    const answers: number[] = [];
    for (const corpse of [11, 12, 13]) void session.command('loot', { corpse }).then(reason => answers.push(reason));
    expect(commandsSeen(time)).toEqual([8, 9, 10]);
    time.newest.say(pack(S2C.result, { command: 8, reason: 0 }));
    // The second was applied, but its answer was lost with the line.
    time.newest.fall(CLOSE_RESTART);
    time.pass(4000);
    await connect(time);
    time.newest.say(welcome(9, true));
    expect(commandsSeen(time)).toEqual([10]);
    time.newest.say(pack(S2C.result, { command: 10, reason: REASONS.bagFull }));
    await settle();
    expect(answers.sort((a, b) => a - b)).toEqual([0, REASONS.bagFull, REASONS.alreadyDone].sort((a, b) => a - b));
    expect(session.commands.pending).toBe(0);
  });

  it('given before the welcome wait for it and are numbered after what the region knows', async () => {
    const time = new Timeline();
    const session = new Session(time, newLink(time), null);
    session.link.open();
    await connect(time);
    void session.command('useItem', { item: 'A' });
    expect(commandsSeen(time)).toEqual([]);
    time.newest.say(welcome(41, false));
    expect(commandsSeen(time)).toEqual([42]);
  });

  it('are let go with a reason when the player leaves', async () => {
    const time = new Timeline();
    const session = new Session(time, newLink(time), null);
    session.link.open();
    await connect(time);
    const answer = session.command('loot', { corpse: 3 });
    session.leave();
    expect(await answer).toBe(REASONS.notNow);
  });

  it('cuts the line when it cannot read what comes', async () => {
    const time = new Timeline();
    const session = new Session(time, newLink(time), null);
    session.link.open();
    await connect(time);
    time.newest.say(welcome(0, false));
    time.newest.say(new Uint8Array([250, 1, 0, 9]));
    expect(session.link.facts.state).toBe('reconnecting');
    expect(time.newest.sent.every(bytes => bytes[0] !== C2S.chat.number)).toBe(true);
  });
});
