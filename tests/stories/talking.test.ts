// Talk beyond one region: who hears what, each line once wherever its reader goes, and whispers for those who are not there.
import { abortAllDurableObjects, evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { tellRooms } from '../../src/region/systems/talk';
import {
  CHANNEL_COVENANT,
  CHANNEL_CUSTOM,
  CHANNEL_PARTY,
  CHANNEL_RAID,
  CHANNEL_REGION,
  CHANNEL_SAY,
  CHANNEL_TRADE,
  CHANNEL_WARNING,
  CHANNEL_WHISPER,
  CHANNEL_WORLD,
  CHANNEL_YELL,
  MANAGE_BAN,
  MANAGE_KICK,
  MANAGE_UNBAN,
} from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { REASONS } from '../../src/shared/rules/reasons';
import { ROOM_LINES } from '../../src/shared/rules/rooms';
import { atTheGate } from '../harness/dungeon';
import { joinUp, notices, refusals } from '../harness/party';
import { comeBack, insideTalk, listening, numbersOf, pause, says, talker, tellHeard, textsOf } from '../harness/talkers';
import { type Bot, Stage } from '../harness/world';

const talkStub = () => env.TALK.get(env.TALK.idFromName('world'));

const stage = await Stage.open();
afterEach(() => stage.clear());

const heard = (bot: Bot, channel: number): string[] =>
  bot
    .all('chat')
    .filter(line => line.channel === channel)
    .map(({ text }) => text);

describe('what is said to the world', () => {
  it('is heard once by everybody in every region, its speaker too, and only by his own covenant where it is meant for it', async () => {
    const [near, far] = [await talker(stage), await atTheGate(stage)];
    await listening(stage, far);
    const enemy = await talker(stage);
    for (const [bot, covenant] of [
      [near, 0],
      [far, 0],
      [enemy, 1],
    ] as const) {
      const ground = (await stage.whereIs(bot))!;
      await ground.player(bot, ({ character }) => {
        character.covenant = covenant;
      });
    }
    await says(stage, near, CHANNEL_WORLD, 'Anybody at the barrow?');
    await stage.until(() => textsOf(far, CHANNEL_WORLD).length > 0, 200, 'the line');
    await stage.until(() => textsOf(near, CHANNEL_WORLD).length > 0, 200, 'his own line');
    stage.pass(5_000);
    await says(stage, far, CHANNEL_TRADE, 'Selling boar hides');
    await stage.until(() => textsOf(near, CHANNEL_TRADE).length > 0, 200, 'the offer');
    stage.pass(5_000);
    await says(stage, near, CHANNEL_COVENANT, 'For Azure');
    await stage.until(() => textsOf(far, CHANNEL_COVENANT).length > 0, 200, 'the call');
    await pause(stage);
    for (const bot of [near, far]) {
      expect(textsOf(bot, CHANNEL_WORLD)).toEqual(['Anybody at the barrow?']);
      expect(textsOf(bot, CHANNEL_TRADE)).toEqual(['Selling boar hides']);
      expect(textsOf(bot, CHANNEL_COVENANT)).toEqual(['For Azure']);
    }
    expect(textsOf(enemy, CHANNEL_WORLD)).toEqual(['Anybody at the barrow?']);
    expect(textsOf(enemy, CHANNEL_COVENANT)).toEqual([]);
  });

  it('is heard at once in every region also when Talk had gone to sleep', async () => {
    const [near, far] = [await talker(stage), await atTheGate(stage)];
    await listening(stage, far);
    await evictDurableObject(talkStub());
    await says(stage, near, CHANNEL_WORLD, 'Still up?');
    // Far sooner than a region looks by itself.
    for (const bot of [near, far]) await stage.until(() => textsOf(bot, CHANNEL_WORLD).includes('Still up?'), 100, 'the line');
  });

  it('is told to those who come later, a hundred lines of it, also after everything has crashed', async () => {
    await insideTalk(talk => {
      for (let i = 1; i <= 130; i++) {
        talk.speak({ room: 'trade', character: '', account: '', from: 'Wren', text: `Offer ${i}`, at_ms: Date.now() }, Date.now());
        // Each turn of Talk is a row of its own.
        if (i % 10 === 0) Reflect.get(talk, 'push').call(talk);
      }
    });
    const early = await talker(stage);
    await stage.until(() => textsOf(early, CHANNEL_TRADE).includes('Offer 130'), 300, 'the offers');
    await stage.crash();
    const late = await talker(stage);
    await stage.until(() => textsOf(late, CHANNEL_TRADE).includes('Offer 130'), 300, 'the offers');
    const numbers = numbersOf(late, CHANNEL_TRADE);
    expect(numbers).toHaveLength(ROOM_LINES);
    expect(numbers).toEqual(Array.from({ length: ROOM_LINES }, (_, i) => numbers[0] + i));
  });

  it('reaches whoever walks over a border or comes back, each line exactly once and in order', async () => {
    const [speaker, walker] = [await talker(stage), await talker(stage)];
    const begun = (await insideTalk(talk => talk.said.tail('world').last)) as number;
    let said = 0;
    const call = async (): Promise<void> => {
      stage.pass(5_000);
      await says(stage, speaker, CHANNEL_WORLD, `Call ${++said}`);
    };
    await call();
    await call();
    await (await stage.whereIs(walker))!.player(walker, player => {
      player.goal = { x: 300, z: 700 };
    });
    await call();
    await stage.until(
      async () => ((await stage.whereIs(walker)) ?? stage) !== stage && walker.crossing === null,
      100,
      'the crossing',
    );
    await call();
    tellHeard(walker);
    await call();
    await walker.cut();
    await call();
    await call();
    const back = await stage.enter(walker.guest);
    back.heard.unshift(...walker.heard.filter(({ name }) => name === 'lines'));
    tellHeard(back);
    await call();
    await stage.until(() => textsOf(back, CHANNEL_WORLD).at(-1) === `Call ${said}`, 300, 'the last call');
    const numbers = numbersOf(back, CHANNEL_WORLD).filter(number => number > begun);
    expect(numbers).toEqual(Array.from({ length: said }, (_, i) => begun + 1 + i));
  });

  it('is not lost to a region whose push was: it asks for what it missed', async () => {
    const [speaker, far] = [await talker(stage), await atTheGate(stage)];
    await listening(stage, far);
    const ground = (await stage.whereIs(far))!;
    await ground.inside(region => {
      const { talk } = region.footing;
      const hear = talk.hear.bind(talk);
      talk.hear = () => {
        talk.hear = hear;
      };
    });
    await says(stage, speaker, CHANNEL_WORLD, 'This one falls on the way');
    await pause(stage);
    stage.pass(5_000);
    await says(stage, speaker, CHANNEL_WORLD, 'This one does not');
    await stage.until(() => textsOf(far, CHANNEL_WORLD).includes('This one does not'), 300, 'both');
    expect(textsOf(far, CHANNEL_WORLD).slice(-2)).toEqual(['This one falls on the way', 'This one does not']);
  });

  it('is not lost to a world that was built anew before it was sent', async () => {
    const bot = await talker(stage);
    await insideTalk(talk => {
      const said = { room: 'world', character: '', account: '', from: 'Wren', text: 'Almost gone', at_ms: Date.now() };
      talk.speak(said, Date.now());
    });
    await stage.inside(async region => {
      while (!region.footing.talk.tailOf('world')?.lines.some(({ text }) => text === 'Almost gone')) await scheduler.wait(5);
      const world = region.world!;
      // Into his next frame, in whichever turn that is.
      for (let i = 0; i < 4; i++, world.tick++) tellRooms(world);
      Reflect.get(region, 'rebuild').call(region, new Error('torn'));
    });
    await stage.turns(2);
    expect(textsOf(bot, CHANNEL_WORLD)).not.toContain('Almost gone');
    tellHeard(bot);
    await stage.until(() => textsOf(bot, CHANNEL_WORLD).includes('Almost gone'), 200, 'the line');
  });

  it('is found by a region that has never heard the room and missed its only line', async () => {
    const [speaker, far] = [await talker(stage), await atTheGate(stage)];
    const ground = (await stage.whereIs(far))!;
    for (const [bot, where] of [
      [speaker, stage],
      [far, ground],
    ] as const) {
      await where.player(bot, ({ character }) => {
        character.covenant = 2;
      });
    }
    await listening(stage, far);
    const mend = await ground.inside(({ footing: { talk } }) => {
      const hear = talk.hear.bind(talk);
      talk.hear = () => {};
      return () => {
        talk.hear = hear;
      };
    });
    await says(stage, speaker, CHANNEL_COVENANT, 'For the third of three');
    await stage.until(() => textsOf(far, CHANNEL_COVENANT).includes('For the third of three'), 400, 'the line');
    mend();
  });
});

describe('what is said near', () => {
  it('carries farther when it is yelled', async () => {
    const [speaker, near, far] = [await talker(stage), await talker(stage), await talker(stage)];
    await stage.place(speaker, 768, 790);
    await stage.place(near, 850, 790);
    await stage.place(far, 920, 790);
    await says(stage, speaker, CHANNEL_YELL, 'Wolves!');
    await says(stage, speaker, CHANNEL_SAY, 'or dogs');
    expect([heard(near, CHANNEL_YELL), heard(near, CHANNEL_SAY)]).toEqual([['Wolves!'], []]);
    expect(heard(far, CHANNEL_YELL)).toEqual([]);
  });

  it('to a raid is heard by a raid, and its leader alone warns', async () => {
    const [one, two, stranger] = [await talker(stage), await talker(stage), await talker(stage)];
    await joinUp(stage, one, two);
    await says(stage, one, CHANNEL_RAID, 'Are we one?');
    expect(refusals(one)).toEqual([REASONS.notInRaid]);
    one.send('convert', { raid: true });
    await stage.until(() => two.known('party').raid, 60, 'the raid');
    await says(stage, one, CHANNEL_RAID, 'Now we are');
    await says(stage, one, CHANNEL_WARNING, 'Move!');
    await says(stage, two, CHANNEL_WARNING, 'Me too');
    expect([heard(two, CHANNEL_RAID), heard(two, CHANNEL_WARNING)]).toEqual([['Now we are'], ['Move!']]);
    expect(refusals(two)).toEqual([REASONS.notLeader]);
    expect([heard(stranger, CHANNEL_RAID), heard(stranger, CHANNEL_PARTY)]).toEqual([[], []]);
  });
});

describe('a whisper', () => {
  it('finds its reader in any region, and nobody else', async () => {
    const [one, far, other] = [await talker(stage), await atTheGate(stage), await talker(stage)];
    await listening(stage, far);
    await says(stage, one, CHANNEL_WHISPER, 'Meet me at the gate', far.guest.name.toUpperCase());
    await stage.until(() => heard(far, CHANNEL_WHISPER).length > 0, 200, 'the whisper');
    await pause(stage);
    expect(far.all('chat').at(-1)).toMatchObject({ from: one.guest.name, to: far.guest.name, text: 'Meet me at the gate' });
    expect(heard(one, CHANNEL_WHISPER)).toEqual(['Meet me at the gate']);
    expect(heard(other, CHANNEL_WHISPER)).toEqual([]);
    await says(stage, one, CHANNEL_WHISPER, 'hello?', 'Nobody At All');
    await stage.until(() => refusals(one).length > 0, 200, 'the refusal');
    expect(refusals(one)).toEqual([REASONS.noSuchPlayer]);
  });

  it('waits for whoever is not there, is told when he comes, and not again once he has read it, whatever crashes', async () => {
    const one = await talker(stage);
    const guest = await stage.newGuest();
    await says(stage, one, CHANNEL_WHISPER, 'See you tomorrow', guest.name);
    await stage.until(() => notices(one).includes(NOTICES.whisperHeld), 200, 'the note');
    await stage.crash();
    const reader = await stage.enter(guest);
    await stage.until(() => reader.all('held').length > 0, 300, 'what waited');
    expect(reader.known('held').lines).toMatchObject([{ from: one.guest.name, text: 'See you tomorrow' }]);
    // It was told, but nobody has said that it was read.
    await abortAllDurableObjects();
    await stage.crash();
    const again = await stage.enter(guest);
    await stage.until(() => again.all('held').length > 0, 300, 'what waited');
    again.send('readHeld', { number: again.known('held').lines[0].number });
    await pause(stage);
    await stage.crash();
    const third = await comeBack(stage, again.guest);
    await pause(stage);
    expect(third.all('held')).toEqual([]);
  });

  it('waits for somebody whose line has fallen while his body still stands', async () => {
    const [one, away] = [await talker(stage), await talker(stage)];
    await away.cut();
    await stage.turns(2);
    await says(stage, one, CHANNEL_WHISPER, 'Are you there?', away.guest.name);
    // The region waits a moment for his next socket; then it waits with Talk.
    await stage.seconds(6);
    await pause(stage);
    const back = await comeBack(stage, away.guest);
    await stage.until(() => back.all('held').length > 0, 300, 'what waited');
    expect(back.known('held').lines.map(({ text }) => text)).toEqual(['Are you there?']);
  });

  it('waits thirty days, and no more than ten of one sender', async () => {
    const one = await talker(stage);
    const guest = await stage.newGuest();
    for (let i = 0; i < 11; i++) {
      stage.pass(2_000);
      await says(stage, one, CHANNEL_WHISPER, `Letter ${i}`, guest.name);
      await stage.until(() => notices(one).length > i, 200, 'an answer');
    }
    expect(refusals(one)).toEqual([REASONS.boxFull]);
    await one.cut();
    stage.pass(30 * 24 * 3600_000);
    const reader = await comeBack(stage, guest);
    await pause(stage);
    expect(reader.all('held')).toEqual([]);
  });
});

describe('a room that players opened', () => {
  it('is joined by name, heard by its members alone, and its owner puts out and bans', async () => {
    const [owner, member, far, stranger] = [await talker(stage), await talker(stage), await atTheGate(stage), await talker(stage)];
    await listening(stage, far);
    for (const bot of [owner, member, far]) {
      bot.send('joinRoom', { room: bot === owner ? 'Bakers' : 'bakers' });
      await stage.until(() => (bot.all('rooms').at(-1)?.rooms.length ?? 0) > 0, 200, 'the room');
    }
    expect(owner.known('rooms').rooms).toEqual([{ name: 'Bakers', isOwner: true }]);
    expect(member.known('rooms').rooms).toEqual([{ name: 'Bakers', isOwner: false }]);
    await says(stage, member, CHANNEL_CUSTOM, 'Fresh bread', 'Bakers');
    await stage.until(() => [owner, member, far].every(bot => textsOf(bot, CHANNEL_CUSTOM, 'Bakers').length > 0), 200, 'the line');
    await says(stage, stranger, CHANNEL_CUSTOM, 'Stale bread', 'Bakers');
    expect(refusals(stranger)).toEqual([REASONS.noSuchRoom]);
    member.send('manageRoom', { room: 'Bakers', name: owner.guest.name, what: MANAGE_KICK });
    await stage.until(() => refusals(member).length > 0, 200, 'the refusal');
    expect(refusals(member)).toEqual([REASONS.notRoomOwner]);
    owner.send('manageRoom', { room: 'Bakers', name: member.guest.name, what: MANAGE_BAN });
    await stage.until(() => notices(member).includes(NOTICES.roomOut), 200, 'the ban');
    await stage.until(() => member.known('rooms').rooms.length === 0, 200, 'the room to be gone');
    member.send('joinRoom', { room: 'Bakers' });
    await stage.until(() => refusals(member).length > 1, 200, 'the refusal');
    expect(refusals(member).at(-1)).toBe(REASONS.bannedFromRoom);
    await says(stage, owner, CHANNEL_CUSTOM, 'Peace at last', 'Bakers');
    await stage.until(() => textsOf(far, CHANNEL_CUSTOM, 'Bakers').includes('Peace at last'), 200, 'the line');
    await pause(stage);
    expect(textsOf(member, CHANNEL_CUSTOM, 'Bakers')).toEqual(['Fresh bread']);
    owner.send('manageRoom', { room: 'Bakers', name: member.guest.name, what: MANAGE_UNBAN });
    await stage.turns(4);
    await pause(stage);
    member.send('joinRoom', { room: 'Bakers' });
    await stage.until(() => member.known('rooms').rooms.length > 0, 200, 'the room again');
    owner.send('leaveRoom', { room: 'Bakers' });
    await stage.until(() => far.known('rooms').rooms[0]?.isOwner === true, 200, 'the next owner');
  });
});

describe('somebody who means ill', () => {
  it('repeats himself, floods and forges links in vain', async () => {
    const [bot, reader] = [await talker(stage), await talker(stage)];
    const begun = textsOf(reader, CHANNEL_WORLD).length;
    await says(stage, bot, CHANNEL_WORLD, 'Cheap gold');
    await says(stage, bot, CHANNEL_WORLD, 'cheap  GOLD');
    await says(stage, bot, CHANNEL_WORLD, 'Cheap gold!');
    expect(refusals(bot)).toEqual([REASONS.repeatedText, REASONS.tooFast]);
    stage.pass(16_000);
    await says(stage, bot, CHANNEL_SAY, 'Look: [[item:64999]]');
    await says(stage, bot, CHANNEL_REGION, '[[place:x]] [[hat:1]]');
    await says(stage, bot, CHANNEL_SAY, '[[phrase:1]] [[phrase:1]] [[phrase:1]] [[phrase:1]] [[phrase:1]]');
    expect(refusals(bot).slice(2)).toEqual([REASONS.badLink, REASONS.badLink, REASONS.badLink]);
    stage.pass(5_000);
    await says(stage, bot, CHANNEL_WORLD, 'Mine is [[item:150]], [[sic]]');
    await stage.until(() => textsOf(reader, CHANNEL_WORLD).length >= begun + 2, 200, 'two lines');
    await pause(stage);
    expect(textsOf(reader, CHANNEL_WORLD).slice(begun)).toEqual(['Cheap gold', 'Mine is [[item:150]], [[sic]]']);
  });

  it('asks for the same lines again and again, and names rooms that are none, in vain', async () => {
    const [speaker, bot] = [await talker(stage), await talker(stage)];
    await says(stage, speaker, CHANNEL_WORLD, 'Said once');
    await stage.until(() => textsOf(bot, CHANNEL_WORLD).includes('Said once'), 200, 'the line');
    for (let i = 0; i < 4; i++) {
      const rooms = Array.from({ length: 15 }, (_, n) => ({ channel: CHANNEL_CUSTOM, room: `R ${i} ${n}`, number: 1 }));
      bot.send('heard', { rooms: [{ channel: CHANNEL_WORLD, room: '', number: 0 }, ...rooms] });
      await stage.turns(4);
    }
    const numbers = numbersOf(bot, CHANNEL_WORLD);
    expect(new Set(numbers).size).toBe(numbers.length);
    const told = await stage.player(bot, ({ session }) => [...session!.told!.keys()]);
    expect(told.filter(room => room.startsWith('#'))).toEqual([]);
  });

  it('is silenced by moderation, in every channel, until the time is over', async () => {
    const [bot, reader] = [await talker(stage), await talker(stage)];
    await insideTalk(talk => talk.mute(bot.guest.account, Date.now() + 120_000, 'spam'));
    await stage.until(() => notices(bot).includes(NOTICES.muted), 200, 'the mute');
    await stage.place(reader, 768, 790);
    await stage.place(bot, 768, 792);
    await says(stage, bot, CHANNEL_SAY, 'one');
    await says(stage, bot, CHANNEL_WORLD, 'two');
    await says(stage, bot, CHANNEL_WHISPER, 'three', reader.guest.name);
    expect(refusals(bot)).toEqual([REASONS.muted, REASONS.muted, REASONS.muted]);
    await stage.crash();
    const back = await comeBack(stage, bot.guest);
    await says(stage, back, CHANNEL_SAY, 'four');
    expect(refusals(back)).toEqual([REASONS.muted]);
    stage.pass(120_000);
    await says(stage, back, CHANNEL_SAY, 'five');
    expect(heard(back, CHANNEL_SAY)).toEqual(['five']);
  });
});
