// What each message of a player does: the table of contents of everything one can ask of a region. In: what arrived since the last tick,
// in arrival order. Out: effects through the systems, and for commands one answer each, told once what they did is written.
import { type Body, type C2S, type C2SMessage, type C2SName, CLOSE_PROTOCOL, S2C } from '../shared/protocol/messages';
import { NOTICES } from '../shared/protocol/notices';
import { OK, REASONS, reasonKey } from '../shared/rules/reasons';
import { type Held, lastCommand, REMEMBERED, wasApplied } from './held';
import type { Player } from './player';
import type { Session } from './session';
import { cancelCast, useAbility } from './systems/abilities';
import { enlist, leaveArena } from './systems/arena';
import { destroy, moveItem, sort, useItem } from './systems/bag';
import { bank } from './systems/bank';
import { plantBanner } from './systems/banners';
import { agree, answerBarter, askBarter, endBarter, offer } from './systems/barter';
import { say, showEmote } from './systems/chat';
import { chooseClass, forgetTalents, takeTalent } from './systems/classes';
import { craft, experiment, learn } from './systems/craft';
import { release } from './systems/death';
import { tellDeeds, wearTitle } from './systems/deeds';
import { answerChallenge, challenge, giveUp } from './systems/duels';
import { setOut } from './systems/escort';
import { gather, skin } from './systems/gather';
import { drop, pickUp } from './systems/ground';
import {
  foundGuild,
  guildAnswer,
  guildDeposit,
  guildDisband,
  guildDropEvent,
  guildEmblem,
  guildEvent,
  guildHandOver,
  guildInvite,
  guildKick,
  guildLeave,
  guildMotd,
  guildNote,
  guildRank,
  guildRankEdit,
  guildSign,
  guildTake,
  guildView,
  pactAnswer,
  pactPropose,
  pactRenounce,
} from './systems/guild';
import { consent } from './systems/laws';
import { takeLoot } from './systems/loot';
import { buyOrder, sellOrder } from './systems/market';
import { mark, point } from './systems/marks';
import { chooseMount, learnMount } from './systems/mounts';
import { queue, ready, rejoin, unqueue } from './systems/muster';
import {
  answerInvitation,
  answerReady,
  askReady,
  convert,
  invite,
  kick,
  leaveParty,
  pickRoles,
  promote,
  shareLoot,
} from './systems/parties';
import { sendLetter, takeLetter } from './systems/post';
import { abandonQuest, acceptQuest, turnInQuest } from './systems/quests';
import { repair } from './systems/repair';
import { roll } from './systems/rolls';
import { enterDungeon, leaveDungeon } from './systems/runs';
import { makeStand } from './systems/stand';
import { hear, readHeld, wishes } from './systems/talk';
import { giveAnswer } from './systems/talks';
import { buy, sell } from './systems/trade';
import { travel } from './systems/travel';
import { setView } from './systems/view';
import { talk } from './systems/villagers';
import { tellWho } from './systems/who';
import { reportLine } from './systems/witness';
import { isUnanswered, stopWork } from './systems/work';
import type { World } from './world';

type Handler<K extends C2SName> = (world: World, player: Player, body: Body<(typeof C2S)[K]>, session: Session) => void;

const HANDLERS: { readonly [K in C2SName]: Handler<K> } = {
  intent: (_world, _player, body, session) => session.intents.push(body),
  ack: acknowledge,
  use: useAbility,
  cancel: cancelCast,
  release,
  emote: showEmote,
  view: setView,
  chat: say,
  whois: tellWho,
  talk,
  loot: once(takeLoot),
  move: once(moveItem),
  drop: once(drop),
  pickUp: once(pickUp),
  useItem: once(useItem),
  buy: once(buy),
  sell: once(sell),
  acceptQuest: once(acceptQuest),
  turnInQuest: once(turnInQuest),
  abandonQuest: once(abandonQuest),
  gather: once(gather),
  travel: once(travel),
  skin: once(skin),
  craft: once(craft),
  learn: once(learn),
  experiment: once(experiment),
  stopWork,
  chooseClass: once(chooseClass),
  takeTalent: once(takeTalent),
  forgetTalents: once(forgetTalents),
  stand: once(makeStand),
  escort: once(setOut),
  answer: once(giveAnswer),
  enterDungeon,
  leaveDungeon,
  invite,
  answerInvitation,
  leaveParty,
  kick,
  promote,
  convert,
  pickRoles,
  queue,
  unqueue,
  ready,
  rejoin,
  askReady,
  answerReady,
  shareLoot,
  mark,
  point,
  roll,
  foundGuild,
  guildInvite,
  guildAnswer,
  guildLeave,
  guildKick,
  guildRank,
  guildHandOver,
  guildDisband,
  guildMotd,
  guildNote,
  guildRankEdit,
  guildEmblem,
  guildView,
  guildDeposit: once(guildDeposit),
  guildTake,
  guildEvent,
  guildDropEvent,
  guildSign,
  pactPropose,
  pactAnswer,
  pactRenounce,
  plantBanner,
  challenge,
  answerChallenge,
  yield: giveUp,
  consent: once(consent),
  enlist,
  leaveArena,
  heard: hear,
  readHeld,
  reportLine,
  befriend: wishes('befriend'),
  unfriend: wishes('unfriend'),
  ignore: wishes('ignore'),
  unignore: wishes('unignore'),
  joinRoom: wishes('joinRoom'),
  leaveRoom: wishes('leaveRoom'),
  manageRoom: wishes('manageRoom'),
  makeInvite: wishes('makeInvite'),
  bank: once(bank),
  sort: once(sort),
  repair: once(repair),
  destroy: once(destroy),
  learnMount: once(learnMount),
  chooseMount: once(chooseMount),
  wearTitle: once(wearTitle),
  deeds: tellDeeds,
  askBarter,
  answerBarter,
  offer,
  agree: once(agree),
  endBarter,
  sendLetter: once(sendLetter),
  takeLetter: once(takeLetter),
  sellOrder: once(sellOrder),
  buyOrder: once(buyOrder),
};

/** A command further ahead of the last one is a broken count: applied, it would make all later ones look old. */
const COMMANDS_AHEAD = 1000;

export function takeMessages(world: World): void {
  decide(world);
  const { inbox, quarantine } = world.footing;
  for (const { session, message } of inbox.drain()) {
    const { player } = session;
    // An older connection's words are void as soon as a newer one plays the character.
    if (session.state !== 'playing' || player?.session !== session) continue;
    if (quarantine.isBarred(player.character.account, message.name, world.now_ms)) {
      turnAway(world, player, message);
      continue;
    }
    try {
      (HANDLERS[message.name] as Handler<C2SName>)(world, player, message.body, session);
    } catch (error) {
      isolate(world, player, message.name);
      throw error;
    }
  }
}

/** A throw is ours, not his: the tick fails and the region is built anew. But his connection ends, and he cannot do it over and over. */
function isolate(world: World, { character: { account }, session }: Player, name: string): void {
  const { quarantine, sessions } = world.footing;
  world.counters.count(`poison.${name}`);
  quarantine.note(account, name, world.now_ms);
  const isOut = quarantine.isShutOut(account, world.now_ms);
  for (const one of [...sessions])
    if (one === session || (isOut && one.account === account)) world.close(one, CLOSE_PROTOCOL, 'refused');
}

/** What has just torn the world, from the same account. A command is answered all the same, or it would be sent for ever. */
function turnAway(world: World, player: Player, { name, body }: C2SMessage): void {
  world.counters.count(`quarantined.${name}`);
  if ('command' in body) {
    const reason = reasonAgainst(player.held, body.command) || REASONS.notNow;
    player.soon(S2C.result, { command: body.command, reason });
  } else player.soon(S2C.notice, { notice: NOTICES.refused, value: REASONS.notNow, text: '' });
}

/** Commands whose question to somebody else has been answered. Whoever is not here any more gives his command again where he is. */
function decide(world: World): void {
  for (const { character, command, decide } of world.footing.decided.splice(0)) {
    const player = world.byCharacter.get(character);
    if (!player) continue;
    try {
      once<{ command: number }>(decide)(world, player, { command });
    } catch (error) {
      isolate(world, player, 'decided');
      throw error;
    }
  }
}

/** A numbered command: applied unless it was applied before, answered once written. A refused number may be tried again. */
function once<B extends { command: number }>(apply: (world: World, player: Player, body: B) => number) {
  return (world: World, player: Player, body: B): void => {
    const { held } = player;
    const { command } = body;
    const reason = reasonAgainst(held, command) || apply(world, player, body);
    if (isUnanswered(reason)) return;
    if (reason === OK) {
      held.commands[command % REMEMBERED] = command;
      world.deeds.commands.add(held);
    } else world.counters.count(`refused.${reasonKey(reason) ?? reason}`);
    player.sure(S2C.result, { command, reason });
  };
}

function reasonAgainst(held: Held, command: number): number {
  if (command === 0 || command > lastCommand(held) + COMMANDS_AHEAD) return REASONS.notNow;
  return wasApplied(held, command) ? REASONS.alreadyDone : OK;
}

function acknowledge(world: World, player: Player, { tick, clientTime }: Body<typeof C2S.ack>, session: Session): void {
  // A tick that was never sent cannot have been read.
  if (tick > session.lastSentTick) world.counters.count('ack.future');
  else session.lastReadTick = Math.max(session.lastReadTick, tick);
  player.soon(S2C.pong, { clientTime, tick: world.tick });
}
