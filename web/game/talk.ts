// A typed line to what it asks for. In: the whole line; out: chat, whisper, emote or help. Plain text only, both ways.
import { emoteNumber } from '../../src/shared/content/emotes';
import {
  CHANNEL_ALLIANCE,
  CHANNEL_GUILD,
  CHANNEL_OFFICER,
  CHANNEL_PARTY,
  CHANNEL_REGION,
  CHANNEL_SAY,
  CHANNEL_WHISPER,
} from '../../src/shared/protocol/messages';
import type { Session } from '../net/session';
import { t } from '../strings';
import { answerBarter } from './exchange';
import { answerSummons } from './party';
import { tellSystem } from './receive';

const CHANNELS: Readonly<Record<string, number>> = {
  s: CHANNEL_SAY,
  say: CHANNEL_SAY,
  r: CHANNEL_REGION,
  re: CHANNEL_REGION,
  region: CHANNEL_REGION,
  y: CHANNEL_REGION,
  '1': CHANNEL_REGION,
  p: CHANNEL_PARTY,
  party: CHANNEL_PARTY,
  g: CHANNEL_GUILD,
  guild: CHANNEL_GUILD,
  o: CHANNEL_OFFICER,
  officer: CHANNEL_OFFICER,
  a: CHANNEL_ALLIANCE,
  alliance: CHANNEL_ALLIANCE,
};
const WHISPERS = new Set(['w', 'whisper', 't', 'tell', 'msg']);

export class Talk {
  /** Who whispered last: /reply goes there. */
  private lastWhisperer = '';

  constructor(private readonly session: Session) {
    session.on('chat', line => {
      if (line.channel === CHANNEL_WHISPER && line.fromEntity !== session.entity) this.lastWhisperer = line.from;
    });
  }

  say(line: string): void {
    const text = line.trim();
    if (!text) return;
    if (!text.startsWith('/')) {
      this.send(CHANNEL_SAY, '', text);
      return;
    }
    const [, word, rest] = /^\/(\S*)\s*([\s\S]*)$/.exec(text) as RegExpExecArray;
    this.command(word.toLowerCase(), rest);
  }

  private command(word: string, rest: string): void {
    const emote = emoteNumber(word === 'e' || word === 'emote' ? rest.trim().toLowerCase() : word);
    if (word in CHANNELS) this.send(CHANNELS[word], '', rest);
    else if (WHISPERS.has(word)) this.whisper(rest);
    else if (word === 'reply') this.send(CHANNEL_WHISPER, this.lastWhisperer, rest);
    else if (word === 'invite' || word === 'inv') this.invite(rest);
    else if (word === 'trade') this.session.send('askBarter', { target: 0, name: rest.trim().replace(/^"|"$/g, '') });
    else if (word === 'leave') this.session.send('leaveParty', {});
    else if (word === 'accept' || word === 'decline') {
      const accept = word === 'accept';
      if (!answerSummons(this.session, accept) && !answerBarter(this.session, accept)) tellSystem(t('party.nothingAsked'));
    } else if (emote) this.session.send('emote', { emote });
    else tellSystem(t('chat.help'));
  }

  /** Names may hold spaces: "/w "Old Tom" hello" and "/w Tom hello" both work. */
  private whisper(rest: string): void {
    const parts = /^"([^"]+)"\s*([\s\S]*)$/.exec(rest) ?? /^(\S+)\s*([\s\S]*)$/.exec(rest);
    if (parts?.[2]) this.send(CHANNEL_WHISPER, parts[1], parts[2]);
    else tellSystem(t('chat.help'));
  }

  private invite(rest: string): void {
    const name = rest.trim().replace(/^"|"$/g, '');
    if (name) this.session.send('invite', { name });
    else tellSystem(t('chat.help'));
  }

  private send(channel: number, to: string, text: string): void {
    if (!this.session.send('chat', { channel, to, text })) tellSystem(t('link.lost'));
  }
}
