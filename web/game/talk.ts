// A typed line to what it asks for, and what is said beyond the region to the chat. In: the whole line; messages of the session. Out: chat, emotes,
// wishes about people and rooms, or help; lines for the HUD. Plain text only, both ways. The page that only chats uses the same.
import { emoteNumber } from '../../src/shared/content/emotes';
import { CHANNEL_CUSTOM, CHANNEL_WHISPER, MANAGE_BAN, MANAGE_KICK, MANAGE_UNBAN } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { Reading, type Speaking } from '../net/reading';
import { friends, ignored, inviteLink, rooms } from '../state';
import { type Key, t } from '../strings';
import { addressed, channelOf, quoted } from './channels';
import { addLine, tellSystem } from './lines';
import { answerSummons } from './summons';

const TOLD: Readonly<Record<number, Key>> = {
  [NOTICES.whisperHeld]: 'talk.held',
  [NOTICES.friendAdded]: 'talk.friendAdded',
  [NOTICES.friendCame]: 'talk.friendCame',
  [NOTICES.friendLeft]: 'talk.friendLeft',
  [NOTICES.ignored]: 'talk.ignored',
  [NOTICES.roomJoined]: 'talk.roomJoined',
  [NOTICES.roomLeft]: 'talk.roomLeft',
  [NOTICES.roomOut]: 'talk.roomOut',
  [NOTICES.reportTaken]: 'talk.reportTaken',
};

export class Talk {
  /** Who whispered last: /reply goes there. */
  private lastWhisperer = '';
  readonly reading: Reading;

  /** `me`: the own name, by which own whispers are told from others'. */
  constructor(
    private readonly line: Speaking,
    me: () => string,
  ) {
    this.reading = new Reading(line);
    this.reading.onLine = ({ channel, room, from, text, time, number }) =>
      addLine({ channel, room, from, to: '', text, time, number });
    this.reading.onHeld = ({ from, text, time }) => {
      // Nobody is called nothing: it is the staff that answers a report.
      if (!from) {
        tellSystem(t('talk.reportAnswered', { text }));
        return;
      }
      this.lastWhisperer = from;
      addLine({ channel: CHANNEL_WHISPER, from, to: me(), text, time });
    };
    line.on('chat', ({ channel, from }) => {
      if (channel === CHANNEL_WHISPER && from !== me()) this.lastWhisperer = from;
    });
    line.on('friends', body => {
      friends.value = body.friends;
      ignored.value = body.ignored;
    });
    line.on('rooms', body => {
      rooms.value = body.rooms;
    });
    line.on('inviteLink', ({ code, left_s, uses }) => {
      inviteLink.value = { code, until_ms: performance.now() + left_s * 1000, uses };
    });
    line.on('notice', ({ notice, value, text }) => {
      const key = TOLD[notice];
      if (key) tellSystem(t(key, { who: text }));
      else if (notice === NOTICES.muted) tellSystem(t('talk.muted', { n: value }));
    });
  }

  say(line: string): void {
    const text = line.trim();
    if (!text) return;
    if (!text.startsWith('/')) {
      this.send(channelOf('s')!.channel, '', text);
      return;
    }
    const [, word, rest] = /^\/(\S*)\s*([\s\S]*)$/.exec(text) as RegExpExecArray;
    this.command(word.toLowerCase(), rest.trim());
  }

  private command(word: string, rest: string): void {
    const emote = emoteNumber(word === 'e' || word === 'emote' ? rest.toLowerCase() : word);
    const channel = channelOf(word);
    const name = rest.replace(/^"|"$/g, '');
    if (channel?.named) this.sendTo(channel.channel, rest);
    else if (channel) this.send(channel.channel, '', rest);
    else if (word === 'reply') this.send(CHANNEL_WHISPER, this.lastWhisperer, rest);
    else if (emote) this.line.send('emote', { emote });
    else if (word === 'leave' && !rest) this.line.send('leaveParty', {});
    else if (word === 'banner') this.line.send('plantBanner', {});
    else if (word === 'accept' || word === 'decline') {
      if (!answerSummons(this.line, word === 'accept')) tellSystem(t('party.nothingAsked'));
    } else if (!name || !this.about(word, name, rest)) tellSystem(t('chat.help'));
  }

  /** Wishes about somebody or some room; false: there is no such command. */
  private about(word: string, name: string, rest: string): boolean {
    const known = (list: readonly { id: string; name: string }[]): string =>
      list.find(each => each.name.toLowerCase() === name.toLowerCase())?.id ?? '';
    switch (word) {
      case 'inv':
      case 'invite':
        return this.line.send('invite', { name });
      case 'barter':
        return this.line.send('askBarter', { target: 0, name });
      case 'friend':
        return this.line.send('befriend', { name });
      case 'unfriend':
        return this.line.send('unfriend', { id: known(friends.value) });
      case 'ignore':
      case 'block':
        return this.line.send('ignore', { name });
      case 'unignore':
      case 'unblock':
        return this.line.send('unignore', { id: known(ignored.value) });
      case 'join':
        return this.line.send('joinRoom', { room: name });
      case 'leave':
        return this.line.send('leaveRoom', { room: name });
      case 'out':
        return this.manage(rest, MANAGE_KICK);
      case 'ban':
        return this.manage(rest, MANAGE_BAN);
      case 'unban':
        return this.manage(rest, MANAGE_UNBAN);
      default:
        return false;
    }
  }

  /** /ban "Old Tom" Bakers */
  private manage(rest: string, what: number): boolean {
    const { to, text } = addressed(rest);
    return this.line.send('manageRoom', { name: to, room: text.replace(/^"|"$/g, ''), what });
  }

  /** Names may hold spaces: "/w "Old Tom" hello" and "/w Tom hello" both work. */
  private sendTo(channel: number, rest: string): void {
    const { to, text } = addressed(rest);
    if (to && text) this.send(channel, to, text);
    else tellSystem(t(channel === CHANNEL_CUSTOM ? 'talk.roomHelp' : 'chat.help', { who: quoted(to) }));
  }

  private send(channel: number, to: string, text: string): void {
    if (text && !this.line.send('chat', { channel, to, text })) tellSystem(t('link.lost'));
  }
}
