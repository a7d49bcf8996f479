// Talk: who hears what, and what can be said.
import { afterEach, describe, expect, it } from 'vitest';
import { CHANNEL_REGION, CHANNEL_SAY, CHANNEL_WHISPER } from '../../src/shared/protocol/messages';
import { REASONS } from '../../src/shared/rules/reasons';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(() => stage.clear());

const lines = (bot: Bot, channel: number) =>
  bot
    .all('chat')
    .filter(line => line.channel === channel)
    .map(line => line.text);

describe('what is said', () => {
  it('is heard near and not far', async () => {
    const [speaker, near, far] = [await stage.join(), await stage.join(), await stage.join()];
    await stage.place(speaker, 768, 790);
    await stage.place(near, 790, 790);
    await stage.place(far, 900, 790);
    speaker.send('chat', { channel: CHANNEL_SAY, to: '', text: 'Good morning!' });
    await stage.turns(2);
    expect(lines(speaker, CHANNEL_SAY)).toEqual(['Good morning!']);
    expect(lines(near, CHANNEL_SAY)).toEqual(['Good morning!']);
    expect(lines(far, CHANNEL_SAY)).toEqual([]);
  });

  it('to the region is heard everywhere, and by those who come later', async () => {
    const [speaker, far] = [await stage.join(), await stage.join()];
    await stage.place(far, 1000, 1000);
    speaker.send('chat', { channel: CHANNEL_REGION, to: '', text: 'Wolves at the mill' });
    await stage.turns(2);
    expect(lines(far, CHANNEL_REGION)).toContain('Wolves at the mill');
    const late = await stage.join();
    expect(lines(late, CHANNEL_REGION)).toContain('Wolves at the mill');
    await stage.crash();
    const later = await stage.join();
    expect(lines(later, CHANNEL_REGION)).toContain('Wolves at the mill');
  });

  it('in a whisper is heard by one', async () => {
    const [speaker, friend, other] = [await stage.join(), await stage.join(), await stage.join()];
    speaker.send('chat', { channel: CHANNEL_WHISPER, to: friend.guest.name.toLowerCase(), text: 'between us' });
    speaker.send('chat', { channel: CHANNEL_WHISPER, to: 'Nobody At All', text: 'anybody?' });
    await stage.turns(2);
    expect(friend.all('chat').at(-1)).toMatchObject({ from: speaker.guest.name, to: friend.guest.name, text: 'between us' });
    expect(lines(speaker, CHANNEL_WHISPER)).toEqual(['between us']);
    expect(lines(other, CHANNEL_WHISPER)).toEqual([]);
    await stage.until(() => speaker.all('notice').length > 0, 200, 'the answer about nobody');
    expect(speaker.known('notice')).toMatchObject({ value: REASONS.noSuchPlayer });
  });

  it('is plain text: nothing invisible, nothing that turns the line round', async () => {
    const bot = await stage.join();
    const text = 'a\u202eb\u0000c\u200bd\ne <b>f</b>\u{e0041}';
    bot.send('chat', { channel: CHANNEL_SAY, to: '', text });
    bot.send('chat', { channel: CHANNEL_SAY, to: '', text: '\u200b\u202e  ' });
    await stage.turns(2);
    expect(lines(bot, CHANNEL_SAY)).toEqual(['abcd e <b>f</b>']);
    expect(bot.known('notice')).toMatchObject({ value: REASONS.emptyText });
  });
});
