// What the page that only chats asks, message by message. In: messages of a visitor. Out: the same as from the world, or false: that is nothing for
// somebody whose character is not there.

import type { TalkWish } from '../ports';
import { type Body, type C2S, type C2SMessage, CHANNEL_WHISPER, S2C } from '../shared/protocol/messages';
import { NOTICES } from '../shared/protocol/notices';
import { cleanChat } from '../shared/rules/chatText';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { roomOf } from '../shared/rules/rooms';
import { bornOf, checkTalk, remember } from '../shared/rules/talk';
import { complaintOf, takeRead, wishOf } from '../talkwords';
import type { Talk } from './talk';
import type { Visitor } from './visitors';

export function heed(talk: Talk, visitor: Visitor, message: C2SMessage, now_ms: number): boolean {
  switch (message.name) {
    case 'ack':
      if (message.body.tick) visitor.confirm(message.body.tick);
      else visitor.send(S2C.pong, { clientTime: message.body.clientTime, tick: 0 });
      talk.visitors.pushTo(visitor);
      return true;
    case 'heard':
      hear(talk, visitor, message.body);
      return true;
    case 'chat':
      say(talk, visitor, message.body, now_ms);
      return true;
    case 'readHeld':
      talk.box.read(visitor.character, message.body.number);
      return true;
    case 'reportLine': {
      const room = roomOf(message.body.channel, visitor.covenant, message.body.room);
      if (room) ask(talk, visitor, complaintOf(message.body, room));
      else refuse(visitor, REASONS.lineUnknown);
      return true;
    }
    case 'befriend':
    case 'unfriend':
    case 'ignore':
    case 'unignore':
    case 'joinRoom':
    case 'leaveRoom':
    case 'manageRoom':
      ask(talk, visitor, wishOf(message));
      return true;
    default:
      return false;
  }
}

function hear(talk: Talk, visitor: Visitor, { rooms }: Body<typeof C2S.heard>): void {
  visitor.told ??= new Map();
  takeRead(visitor.told, visitor.covenant, visitor.contacts, rooms);
  talk.visitors.pushTo(visitor);
}

function say(talk: Talk, visitor: Visitor, { channel, to, text }: Body<typeof C2S.chat>, now_ms: number): void {
  const { account, covenant, character, name } = visitor;
  const { spoken } = visitor.purse;
  const plain = cleanChat(text);
  const room = roomOf(channel, covenant, to);
  const isWide = room !== null;
  const isHeard = isWide || channel === CHANNEL_WHISPER;
  const reason = isHeard ? checkTalk(spoken, plain, isWide, bornOf(account), now_ms) : REASONS.notNow;
  if (reason !== OK) {
    refuse(visitor, reason);
    return;
  }
  remember(spoken, plain, isWide, now_ms);
  if (room) talk.speak({ room, character, account, from: name, text: plain, at_ms: now_ms }, now_ms);
  else ask(talk, visitor, { what: 'whisper', to, text: plain });
}

function ask(talk: Talk, visitor: Visitor, wish: TalkWish): void {
  const { character, account, name } = visitor;
  talk.ask({ character, account, name, region: '' }, wish).then(
    ({ reason, text, words }) => {
      if (reason !== OK) refuse(visitor, reason, text);
      for (const word of words) talk.visitors.tell(visitor, word, Date.now());
    },
    error => {
      console.error({ event: 'wish_failed', wish: wish.what, error: String(error) });
      refuse(visitor, REASONS.talkSilent);
    },
  );
}

function refuse(visitor: Visitor, reason: Reason, text = ''): void {
  visitor.send(S2C.notice, { notice: NOTICES.refused, value: reason, text });
}
