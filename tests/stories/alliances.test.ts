// Guilds among each other and their plans: a treaty asked for and accepted, talk and sight among allies, a betrayal that is told at once and holds a day
// later; and a calendar with who comes.
import { afterEach, describe, expect, it } from 'vitest';
import type { GuildView } from '../../src/ports';
import { CHANNEL_ALLIANCE, VIEW_CALENDAR, VIEW_TREATY, VIEW_WHERE } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { BETRAYAL_MS } from '../../src/shared/rules/pacts';
import { REASONS } from '../../src/shared/rules/reasons';
import { found, guildIdOf, portOf, takeIn } from '../harness/guild';
import { notices, refusals } from '../harness/party';
import { listening } from '../harness/talkers';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open('2-2-1');

afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

type View<V extends GuildView['view']> = GuildView & { view: V };
const treatyOf = async (guild: string, by: Bot) => (await portOf(guild).view(by.guest.character, VIEW_TREATY)) as View<'treaty'>;
const allies = async (guild: string, by: Bot) => ((await treatyOf(guild, by)).pact?.allies ?? []).map(({ name }) => name);
const heard = (bot: Bot) =>
  bot
    .all('chat')
    .filter(({ channel }) => channel === CHANNEL_ALLIANCE)
    .map(({ from, text }) => `${from}: ${text}`);

async function ally(from: Bot, to: Bot, name: string): Promise<void> {
  from.send('pactPropose', { name });
  await stage.until(() => notices(to).includes(NOTICES.pactProposed), 60, 'the proposal');
  to.send('pactAnswer', { guild: guildIdOf(from), accept: true });
  await stage.until(async () => (await allies(guildIdOf(to), to)).includes(name), 60, 'the treaty');
}

describe('an alliance', () => {
  it('is proposed and accepted by those who may, and heard and seen by all', async () => {
    const [one, two, mate] = [await stage.join(), await stage.join(), await stage.join()];
    const guild = await found(stage, one, 'The Hawks');
    const other = await found(stage, two, 'The Doves');
    await takeIn(stage, one, mate);
    mate.send('pactPropose', { name: 'The Doves' });
    one.send('pactPropose', { name: 'The Dodos' });
    one.send('pactPropose', { name: 'The Hawks' });
    one.send('chat', { channel: CHANNEL_ALLIANCE, to: '', text: 'Anybody?' });
    await stage.turns(10);
    expect(refusals(mate)).toEqual([REASONS.noRight]);
    expect(refusals(one).sort()).toEqual([REASONS.noSuchGuild, REASONS.inviteSelf, REASONS.notAllied].sort());
    await ally(one, two, 'The Doves');
    one.send('pactPropose', { name: 'the doves' });
    two.send('chat', { channel: CHANNEL_ALLIANCE, to: '', text: 'Peace' });
    await stage.turns(10);
    expect(refusals(one).at(-1)).toBe(REASONS.alreadyAllied);
    for (const bot of [one, two, mate]) expect(heard(bot)).toEqual([`${two.guest.name}: Peace`]);
    await listening(stage, mate);
    mate.send('ignore', { name: two.guest.name });
    await stage.until(() => mate.known('friends').ignored.length > 0, 200, 'the list');
    two.send('chat', { channel: CHANNEL_ALLIANCE, to: '', text: 'And quiet' });
    await stage.turns(10);
    expect([one, mate].map(bot => heard(bot).length)).toEqual([2, 1]);
    await stage.place(two, 1032, 752);
    await stage.turns(40);
    const { people } = (await portOf(guild).view(mate.guest.character, VIEW_WHERE)) as View<'where'>;
    expect(people.map(({ name, isAlly, region }) => [name, isAlly, region]).sort()).toEqual(
      [
        [one.guest.name, false, stage.key],
        [mate.guest.name, false, stage.key],
        [two.guest.name, true, '2-2-1'],
      ].sort(),
    );
    const seen = people.find(({ name }) => name === two.guest.name)!;
    expect(Math.hypot(seen.x - 1032, seen.z - 752)).toBeLessThan(8);
    expect((await treatyOf(other, two)).pact?.log.map(({ what, guild: who }) => [what, who])).toEqual([['joined', 'The Doves']]);
  });

  it('is broken openly: told to all at once, held for a day, and over then', async () => {
    const [one, two, three] = [await stage.join(), await stage.join(), await stage.join()];
    const guild = await found(stage, one, 'The Faithful');
    const traitor = await found(stage, two, 'The Turncoats');
    const third = await found(stage, three, 'The Third');
    await ally(one, two, 'The Turncoats');
    await ally(one, three, 'The Third');
    two.send('pactRenounce', {});
    await stage.until(() => [one, two, three].every(bot => notices(bot).includes(NOTICES.pactBetrayed)), 60, 'the news');
    two.send('pactRenounce', {});
    await stage.turns(6);
    expect(refusals(two)).toEqual([REASONS.leavingAlready]);
    const shown = (await treatyOf(third, three)).pact!.allies.find(({ name }) => name === 'The Turncoats')!;
    expect(shown.leaves_ms).toBeGreaterThan(Date.now() + BETRAYAL_MS - 60_000);
    // Until then an ally is an ally.
    two.send('chat', { channel: CHANNEL_ALLIANCE, to: '', text: 'No hard feelings' });
    await stage.turns(6);
    expect(heard(three)).toEqual([`${two.guest.name}: No hard feelings`]);
    await stage.crash();
    const [a, b, c] = [await stage.enter(one.guest), await stage.enter(two.guest), await stage.enter(three.guest)];
    await stage.until(() => [a, b, c].every(bot => guildIdOf(bot) !== ''), 200, 'their guilds');
    expect(await allies(guild, a)).toEqual(['The Faithful', 'The Turncoats', 'The Third']);
    stage.pass(BETRAYAL_MS);
    expect(await allies(guild, a)).toEqual(['The Faithful', 'The Third']);
    expect(await allies(traitor, b)).toEqual([]);
    expect((await treatyOf(third, c)).pact!.log.map(({ what }) => what)).toEqual([
      'joined',
      'proposed',
      'joined',
      'renounced',
      'left',
    ]);
    expect(await portOf(guild).showAlly(traitor)).toEqual([]);
    expect(await portOf(guild).showAlly(third)).toHaveLength(1);
  });

  it('loses a guild that is disbanded at once, and is none with one left', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    const guild = await found(stage, one, 'The Last Two');
    await found(stage, two, 'The Short Lived');
    await ally(one, two, 'The Short Lived');
    two.send('guildDisband', {});
    await stage.until(() => notices(one).includes(NOTICES.pactLeft), 100, 'the news');
    expect(await allies(guild, one)).toEqual([]);
  });
});

describe('the calendar', () => {
  it('says what is planned and who comes', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    const guild = await found(stage, one, 'The Planners');
    await takeIn(stage, one, two);
    const at = Date.now() + 3_600_000;
    two.send('guildEvent', { title: 'Mine', at });
    one.send('guildEvent', { title: '', at });
    one.send('guildEvent', { title: 'Yesterday', at: at - 86_400_000 });
    await stage.turns(10);
    expect([refusals(two), refusals(one).sort()]).toEqual([[REASONS.noRight], [REASONS.badChoice, REASONS.emptyText]]);
    one.send('guildEvent', { title: 'Later', at: at + 86_400_000 });
    await stage.turns(6);
    one.send('guildEvent', { title: 'The Barrow', at });
    await stage.until(() => notices(two).filter(notice => notice === NOTICES.guildEvent).length === 2, 60, 'the news');
    const { events } = (await portOf(guild).view(two.guest.character, VIEW_CALENDAR)) as View<'calendar'>;
    expect(events.map(({ title }) => title)).toEqual(['The Barrow', 'Later']);
    two.send('guildSign', { event: events[0].id, answer: 1 });
    two.send('guildSign', { event: 99, answer: 1 });
    two.send('guildSign', { event: events[0].id, answer: 7 });
    two.send('guildDropEvent', { event: events[0].id });
    await stage.turns(10);
    expect(refusals(two).sort()).toEqual([REASONS.noRight, REASONS.noSuchEvent, REASONS.badChoice, REASONS.noRight].sort());
    two.send('guildView', { what: VIEW_CALENDAR });
    await stage.until(() => two.all('guildCalendar').length > 0, 60, 'the calendar');
    expect(two.known('guildCalendar').events[0]).toMatchObject({ title: 'The Barrow', by: one.guest.name, own: false });
    expect(two.known('guildCalendar').events[0].signs).toEqual(
      expect.arrayContaining([
        { name: one.guest.name, answer: 0 },
        { name: two.guest.name, answer: 1 },
      ]),
    );
    one.send('guildDropEvent', { event: events[0].id });
    await stage.turns(10);
    const after = (await portOf(guild).view(two.guest.character, VIEW_CALENDAR)) as View<'calendar'>;
    expect(after.events.map(({ title }) => title)).toEqual(['Later']);
    // What is over is gone by itself.
    stage.pass(2 * 86_400_000);
    expect(((await portOf(guild).view(two.guest.character, VIEW_CALENDAR)) as View<'calendar'>).events).toEqual([]);
  });
});
