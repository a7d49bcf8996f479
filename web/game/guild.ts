// The own guild, from the region's words to the HUD. In: messages of the session, panels that are open. Out: signals, lines in the chat, questions to
// the guild while somebody looks.
import { effect } from '@preact/signals';
import { VIEW_LINES, VIEW_ROSTER, VIEW_WHERE } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import type { Session } from '../net/session';
import * as state from '../state';
import { type Key, t } from '../strings';
import { rankName } from '../ui/guildwords';
import { addLine, tellSystem } from './lines';

const TOLD: Readonly<Record<number, Key>> = {
  [NOTICES.guildFounded]: 'guild.told.founded',
  [NOTICES.guildJoined]: 'guild.told.joined',
  [NOTICES.guildLeft]: 'guild.told.left',
  [NOTICES.guildOut]: 'guild.told.out',
  [NOTICES.guildInvited]: 'guild.told.invited',
  [NOTICES.guildDeclined]: 'guild.told.declined',
  [NOTICES.guildEnded]: 'guild.told.ended',
  [NOTICES.guildLeads]: 'guild.told.leads',
  [NOTICES.pactProposed]: 'guild.told.pactProposed',
  [NOTICES.pactJoined]: 'guild.told.pactJoined',
  [NOTICES.pactLeft]: 'guild.told.pactLeft',
  [NOTICES.guildEvent]: 'guild.told.event',
};
/** So often the map asks anew where everybody is. */
const WHERE_MS = 3_000;

export function hearGuild(session: Session): void {
  /** The guild whose talk of before and message of the day have been read. */
  let read = '';
  let isGreeted = true;
  session.on('guild', body => {
    state.guild.value = body.id ? body : null;
    if (!body.id) forget();
    if (body.id && body.id !== read) {
      isGreeted = false;
      session.send('guildView', { what: VIEW_LINES });
      session.send('guildView', { what: VIEW_ROSTER });
    }
    read = body.id;
  });
  session.on('guildRoster', body => {
    state.guildRoster.value = body;
    if (!isGreeted) greet(body.motd);
    isGreeted = true;
  });
  session.on('guildLines', ({ lines }) => {
    const known = new Set(state.chat.value.map(({ channel, from, time }) => `${channel} ${from} ${time}`));
    for (const line of lines) if (!known.has(`${line.channel} ${line.from} ${line.time}`)) addLine({ ...line, to: '' });
  });
  session.on('guildBank', body => {
    state.guildBank.value = body;
  });
  session.on('guildLog', ({ entries }) => {
    state.guildLog.value = entries;
  });
  session.on('guildCalendar', ({ events }) => {
    state.guildCalendar.value = events;
  });
  session.on('guildTreaty', body => {
    state.guildTreaty.value = body;
  });
  session.on('guildWhere', ({ people }) => {
    state.guildWhere.value = people;
  });
  session.on('guildInvited', body => {
    const until_ms = performance.now() + body.left_s * 1000;
    state.guildCalls.value = [...state.guildCalls.value.filter(({ guild }) => guild !== body.guild), { ...body, until_ms }];
    setTimeout(() => {
      state.guildCalls.value = state.guildCalls.value.filter(one => one.until_ms !== until_ms);
    }, body.left_s * 1000);
    tellSystem(t('guild.asks', { who: body.by, what: body.name }));
  });
  session.on('notice', ({ notice, value, text }) => {
    const key = TOLD[notice];
    if (key) tellSystem(t(key, { who: text }));
    else if (notice === NOTICES.guildRank) tellSystem(t('guild.told.rank', { rank: text || rankName(value) }));
    else if (notice === NOTICES.guildLevel) tellSystem(t('guild.told.level', { who: text, n: value }));
    else if (notice === NOTICES.pactBetrayed) tellSystem(t('guild.told.pactBetrayed', { who: text, n: value }));
  });
  watchMap(session);
}

/** Once, as soon as there are words for it: most texts come only when the world is on the screen. */
function greet(motd: string): void {
  if (!motd) return;
  let isDone = false;
  const stop = effect(() => {
    const line = t('guild.motdLine', { text: motd });
    if (!line || isDone) return;
    isDone = true;
    queueMicrotask(() => {
      stop();
      tellSystem(line);
    });
  });
}

/** Where members and allies are is asked only while the map is open. */
function watchMap(session: Session): void {
  effect(() => {
    if (!state.panels.value.has('map') || !state.guild.value) {
      state.guildWhere.value = [];
      return undefined;
    }
    const look = () => void session.send('guildView', { what: VIEW_WHERE });
    look();
    const timer = setInterval(look, WHERE_MS);
    return () => clearInterval(timer);
  });
}

function forget(): void {
  state.guildRoster.value = null;
  state.guildBank.value = null;
  state.guildLog.value = [];
  state.guildCalendar.value = [];
  state.guildTreaty.value = null;
}
