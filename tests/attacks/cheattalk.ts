// Cheats of the tongue and of one's standing: classes, titles, steeds, gates, parties, words that are none, numbers of commands, old connections.

import { WebSocket } from 'ws';
import { TALENTS } from '../../src/shared/content';
import { C2S, CHANNEL_SAY, CHANNEL_SYSTEM, CLOSE_NEWER_LOGIN, pack, SUBPROTOCOL } from '../../src/shared/protocol/messages';
import { REASONS } from '../../src/shared/rules/reasons';
import type { Bot } from '../harness/bot';
import { VENDOR, villager } from './cast';
import { ask, complaint, no, type Table } from './cheats';
import { sleep, ticks, until } from './pace';
import { must, type Trial } from './trial';

const ANSWER_MS = 15_000;

export function talkCheats({ base, cast, cheat }: Table): Trial[] {
  const { trader, thief, far, dead, client } = cast.bots;
  const bread = (bot: Bot) => bot.session.known.bag!.items.find(item => item.slot < 24)!;
  const raw = (bot: Bot, bytes: Uint8Array): void => {
    bot.link.send(bytes as Uint8Array<ArrayBuffer>);
  };
  const grumbles = async (bot: Bot, say: () => void, ...reasons: number[]): Promise<void> => {
    const reason = await complaint(bot, say);
    must(reasons.includes(reason), `answered with ${reason}, not ${reasons}`);
  };
  const where = ({ session }: Bot) => ({ ...session.predictor.server });

  return [
    // ---- standing ----
    cheat('a class that is none', [far], async () => {
      for (const cls of [0, 99, 255]) await no(far, 'chooseClass', { cls }, REASONS.noSuchClass);
    }),
    cheat('talents without class or points', [far], async () => {
      for (const { id } of TALENTS.slice(0, 3)) await no(far, 'takeTalent', { talent: id });
      await no(far, 'takeTalent', { talent: 255 }, REASONS.noClass, REASONS.noSuchTalent);
    }),
    cheat('forgetting talents that one has not', [far], async () => no(far, 'forgetTalents', {}, REASONS.noTalents)),
    cheat('a title that was not earned', [far], async () => {
      for (const deed of [1, 2, 60_000]) await no(far, 'wearTitle', { deed }, REASONS.titleNotEarned);
    }),
    cheat('a steed that one has not', [far], async () => {
      for (const mount of [1, 2, 200]) await no(far, 'chooseMount', { mount }, REASONS.noSteed);
    }),
    cheat('a steed from one who has none', [trader], async () =>
      no(trader, 'learnMount', { npc: villager(trader, VENDOR), mount: 1 }, REASONS.noStable),
    ),
    cheat('mending at one who is no smith', [trader], async () =>
      no(trader, 'repair', { npc: villager(trader, VENDOR), item: '' }, REASONS.noSmith),
    ),
    cheat('travelling without a stone, and where one has not been', [far], async () => {
      for (const poi of [0, 1, 65, 65_535]) await no(far, 'travel', { poi }, REASONS.nothingThere, REASONS.tooFar);
    }),
    cheat('standing, walking and answering without being asked', [trader], async () => {
      await no(trader, 'stand', { post: 0 });
      await no(trader, 'escort', { npc: villager(trader, VENDOR) });
      await no(trader, 'answer', { npc: villager(trader, VENDOR), talk: 1, answer: 1 });
    }),
    cheat('rising while alive', [far], async () => {
      const before = where(far);
      far.session.send('release', {});
      await ticks(far, 10);
      const after = where(far);
      must(Math.hypot(after.x - before.x, after.z - before.z) < 1, 'he was put elsewhere');
    }),
    // ---- company ----
    cheat('a dungeon without a gate', [far], async () => {
      await grumbles(
        far,
        () => far.session.send('enterDungeon', { dungeon: 1, anew: true, helpers: true }),
        REASONS.tooFar,
        REASONS.nothingThere,
      );
    }),
    cheat('out of a dungeon that one is not in', [far], async () =>
      grumbles(far, () => far.session.send('leaveDungeon', {}), REASONS.notInDungeon),
    ),
    cheat('putting others out of a party that one is not in', [thief, trader], async () =>
      grumbles(thief, () => thief.session.send('kick', { member: trader.character }), REASONS.notInParty),
    ),
    cheat('leading without being asked', [thief, trader], async () =>
      grumbles(thief, () => thief.session.send('promote', { member: thief.character }), REASONS.notInParty),
    ),
    cheat('accepting an invitation that never was', [thief], async () =>
      grumbles(thief, () => thief.session.send('answerInvitation', { from: trader.character, accept: true }), REASONS.noInvitation),
    ),
    cheat('agreeing to a check that never was', [client], async () =>
      grumbles(client, () => client.session.send('ready', { accept: true }), REASONS.noReadyCheck),
    ),
    cheat('going back to a run that never was', [client], async () =>
      grumbles(client, () => client.session.send('rejoin', {}), REASONS.noWayBack),
    ),
    cheat('making a raid of oneself', [client], async () =>
      grumbles(client, () => client.session.send('convert', { raid: true }), REASONS.notInParty),
    ),
    // ---- words ----
    cheat('words that turn lines round, break them or hide', [thief], async () => {
      const heard: string[] = [];
      trader.session.on('chat', line => heard.push(line.text));
      thief.session.send('chat', { channel: CHANNEL_SAY, to: '', text: 'a\u202eb\u0000c\nd\u200be\u2066f' });
      await until(() => heard.length > 0, 'it was heard');
      must(
        heard.every(text => !/[\p{Cc}\p{Cf}]/u.test(text)),
        `heard ${JSON.stringify(heard)}`,
      );
    }),
    cheat('words in the name of the world', [thief], async () => {
      const heard: string[] = [];
      trader.session.on('chat', line => {
        if (line.channel === CHANNEL_SYSTEM) heard.push(line.text);
      });
      await grumbles(
        thief,
        () => thief.session.send('chat', { channel: CHANNEL_SYSTEM, to: '', text: 'the world ends at noon' }),
        REASONS.notNow,
      );
      await ticks(trader, 10);
      must(!heard.length, 'they were heard');
    }),
    cheat('words without a word', [thief], async () => {
      await sleep(1500);
      await grumbles(
        thief,
        () => thief.session.send('chat', { channel: CHANNEL_SAY, to: '', text: ' \u200b\n ' }),
        REASONS.emptyText,
      );
    }),
    cheat('gestures and views that are none, and those of the dead', [thief, dead], async () => {
      await sleep(1500);
      thief.session.send('emote', { emote: 255 });
      dead.session.send('emote', { emote: 1 });
      thief.session.send('view', { mode: 255 });
      await Promise.all([ticks(thief, 8), ticks(dead, 8)]);
      must(thief.session.inWorld && dead.session.inWorld, 'somebody fell out');
    }),
    cheat('the dead talk to villagers', [dead], async () =>
      grumbles(dead, () => dead.session.send('talk', { target: villager(trader, VENDOR) }), REASONS.isDead),
    ),
    cheat('reading what was never sent', [thief], async () => {
      raw(thief, pack(C2S.ack, { tick: 0xfffffff0, clientTime: 0 }));
      await until(async () => {
        const status = (await (await fetch(`${base}/api/status`)).json()) as { regions: { counters: Record<string, number> }[] };
        return status.regions.some(({ counters }) => (counters['ack.future'] ?? 0) > 0);
      }, 'somebody noticed');
    }),
    // ---- numbers of commands, old connections ----
    replay(),
    cheat('a command from far ahead', [far], async () => {
      const reason = await answerTo(far, 4_000_000_000, () =>
        raw(far, pack(C2S.drop, { command: 4_000_000_000, item: bread(far).id, quantity: 1 })),
      );
      must(reason === REASONS.notNow, `answered with ${reason}`);
    }),
    cheat('a command without a number', [far], async () => {
      const reason = await answerTo(far, 0, () => raw(far, pack(C2S.drop, { command: 0, item: bread(far).id, quantity: 1 })));
      must(reason === REASONS.notNow, `answered with ${reason}`);
    }),
    cheat('commands of a connection that a newer login has replaced', [client], async () => {
      const old = await socketOf(client);
      const entered = await socketOf(client);
      for (let i = 1; i < 6; i++) old.socket.send(pack(C2S.drop, { command: 500 + i, item: bread(client).id, quantity: 1 }));
      await until(() => old.code > 0, 'the old one was closed');
      must(old.code === CLOSE_NEWER_LOGIN, `the old one was closed with ${old.code}`);
      // Whatever of it was listened to would be done by now.
      await sleep(600);
      entered.socket.terminate();
    }),
  ];

  function answerTo(bot: Bot, command: number, send: () => void): Promise<number> {
    return new Promise((resolve, reject) => {
      bot.session.on('result', told => {
        if (told.command === command) resolve(told.reason);
      });
      send();
      setTimeout(() => reject(new Error('no answer')), ANSWER_MS);
    });
  }

  /** The same number again does nothing: what was dropped once lies there once. */
  function replay(): Trial {
    const count = (): number => far.session.known.bag!.items.reduce((sum, item) => sum + item.quantity, 0);
    let expected = 0;
    return {
      name: 'cheat: a command sent again under its number',
      state: async () => {
        await ticks(far, 6);
        return String(count() + expected);
      },
      attempt: async () => {
        let number = 0;
        const { send } = far.link;
        far.link.send = bytes => {
          if (bytes[0] === C2S.drop.number) number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(3, true);
          return send.call(far.link, bytes);
        };
        const { id } = bread(far);
        must((await ask(far, 'drop', { item: id, quantity: 1 })) === 0, 'the honest drop');
        far.link.send = send;
        expected = 1;
        must(number > 0, 'its number was not seen');
        const reason = await answerTo(far, number, () => raw(far, pack(C2S.drop, { command: number, item: id, quantity: 1 })));
        must(reason === REASONS.alreadyDone, `answered with ${reason}`);
      },
    };
  }

  /** Another connection of that bot's character, by a ticket of its own; its client's is replaced. */
  async function socketOf(bot: Bot): Promise<{ socket: WebSocket; code: number }> {
    bot.link.close();
    const { url, ticket } = await bot.doors.ticket(bot.character);
    const socket = new WebSocket(base.replace('http', 'ws') + url, [SUBPROTOCOL, ticket], {
      origin: new URL(base).origin,
      perMessageDeflate: false,
    });
    const fate = { socket, code: 0 };
    socket.on('close', code => {
      fate.code = code;
    });
    await new Promise((resolve, reject) => {
      socket.once('message', resolve);
      socket.once('error', reject);
    });
    await sleep(300);
    return fate;
  }
}
