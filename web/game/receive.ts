// From the region's words to what the HUD shows. In: messages of the session; out: signals, toasts, banners, chat lines, sounds.
import { FLAG_DEAD, TICK_MS } from '../../assembly/layout';
import { abilities, items, poiOf, quests as questTable, recipes } from '../../src/shared/content';
import { deedOf } from '../../src/shared/content/deeds';
import { happeningOf } from '../../src/shared/content/happenings';
import { TALENT_LEVELS } from '../../src/shared/content/talents';
import {
  CAUSE_GROUND,
  CAUSE_KILL,
  CAUSE_VENDOR,
  CHANNEL_ALLIANCE,
  CHANNEL_GUILD,
  CHANNEL_OFFICER,
  CHANNEL_REGION,
  CHANNEL_SYSTEM,
  CHANNEL_WARNING,
  CHANNEL_WHISPER,
  HAPPENING_LOST,
  HAPPENING_ON,
  HAPPENING_WON,
  LEARNED_FOUND,
} from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { toldItem, toldLife } from '../../src/shared/protocol/told';
import { isOpenTo } from '../../src/shared/rules/classes';
import { MAX_QUALITY } from '../../src/shared/rules/craft';
import { OK } from '../../src/shared/rules/reasons';
import type { Arrival } from '../net/session';
import * as state from '../state';
import { count, reasonText, t } from '../strings';
import { coinText } from '../ui/coins';
import { plainText } from '../ui/links';
import { watchBosses } from './bosses';
import { hearExchange, settleExchange } from './exchange';
import { hearGuild } from './guild';
import { taken } from './learning';
import { addLine, tellSystem } from './lines';
import { hearParty } from './party';
import { announce, float, refuse, toast } from './passing';
import type { People } from './people';
import { hearRivals } from './rivals';
import type { Stage } from './stage';
import { heedTask } from './tasks';

const medalText = (medal: number): string => (medal ? t(`happening.medal${medal as 1 | 2 | 3}`) : t('happening.won'));

export function receive(stage: Stage, people: People): void {
  const { session, ears, renderer } = stage;

  session.on('status', () => {
    state.status.value = session.status;
  });
  session.on('cooldowns', body => {
    const now_ms = performance.now();
    state.cooldowns.value = new Map(
      body.left.map(c => [c.ability, { readyAt: now_ms + c.ticks * TICK_MS, whole: c.whole * TICK_MS }]),
    );
  });
  session.on('sheet', body => {
    state.sheet.value = body;
  });
  session.on('bag', body => {
    state.bag.value = body.items.map(toldItem);
  });
  session.on('bank', body => {
    state.bank.value = body.items.map(toldItem);
  });
  session.on('life', body => {
    state.life.value = toldLife(body);
  });
  session.on('quests', body => {
    const before = state.quests.value.done.length;
    if (questsKnown && body.active.length > state.quests.value.active.length) ears.play('accept', 0.7, 0);
    state.quests.value = body;
    // The first word of them is no news.
    const handedIn = questsKnown && body.done.length === before + 1 ? questTable.get(body.done.at(-1) ?? 0) : undefined;
    questsKnown = true;
    if (!handedIn) return;
    announce(handedIn.name, t('banner.quest'), 'quest');
    renderer.questDone(session.entity);
    ears.play('quest', 0.8, 0);
  });
  session.on('corpse', body => {
    if (body.gold || body.items.length) state.corpses.value = new Map(state.corpses.value).set(body.corpse, body);
    else forget(body.corpse);
  });
  session.on('ground', body => {
    state.ground.value = body.items;
  });
  session.on('gained', body => {
    const at = session.predictor.drawn;
    if (body.xp) float(session.entity, t('floater.xp', { n: count(body.xp) }), 'xp', { x: at.x, y: at.y + 2.2, z: at.z });
    if (body.items.length || body.gold > 0) {
      if (body.cause === CAUSE_KILL || body.cause === CAUSE_GROUND) taken.value++;
    }
    if (body.gold > 0) toast(t('gained.gold', { price: coinText(body.gold) }), 'two-coins');
    for (const { kind, quantity } of body.items) {
      const item = items.get(kind);
      if (item) toast(quantity > 1 ? t('gained.items', { n: quantity, what: item.name }) : item.name, item.icon, item.rarity);
    }
    if (body.gold) ears.play('coin', 0.7, 0);
    else if (body.items.length || body.cause === CAUSE_VENDOR) ears.play('item', 0.7, 0);
  });
  session.on('work', ({ what, of, ticks, left }) => {
    state.work.value = what ? { what, of, at: performance.now(), whole_ms: ticks * TICK_MS, left } : null;
  });
  session.on('made', ({ recipe, quality, bonus }) => {
    const kind = items.key(recipes.get(recipe)!.makes.item);
    if (quality) toast(t('craft.made', { quality: t(`quality.${quality as 1 | 2 | 3}`), what: kind.name }), kind.icon, kind.rarity);
    else if (bonus) toast(t('craft.bonus', { n: bonus, what: kind.name }), kind.icon, kind.rarity);
    if (quality === MAX_QUALITY) ears.play('found', 0.7, 0);
  });
  session.on('learned', ({ recipe, how }) => {
    const kind = items.key(recipes.get(recipe)!.makes.item);
    announce(kind.name, t(how === LEARNED_FOUND ? 'craft.found' : 'craft.learned'));
    ears.play('found', 0.9, 0);
  });
  session.on('levelUp', body => {
    const { life } = state;
    const learned = abilities.all.filter(ability => ability.level === body.level && isOpenTo({ life: life.value }, ability));
    const what = learned.map(ability => ability.name).join(', ');
    const news = [
      what && t('banner.ability', { what }),
      life.value.cls && TALENT_LEVELS.includes(body.level) && t('banner.talent'),
    ];
    announce(t('banner.level', { n: body.level }), news.filter(Boolean).join(' · '), 'level');
    renderer.levelUp(session.entity);
    ears.play('level', 1, 0);
  });
  session.on('deed', body => {
    const deed = deedOf(body.deed);
    if (!deed) return;
    announce(deed.name, t('banner.deed'));
    toast(`${t('banner.deed')}: ${deed.name}`, 'gi:star-medal', 'epic');
    ears.play('deed', 1, 0);
  });
  session.on('places', body => {
    state.found.value = new Set(body.found);
  });
  session.on('discovered', body => {
    state.found.value = new Set(state.found.value).add(body.poi);
    const poi = poiOf(body.poi)?.poi;
    if (poi) announce(poi.name, t('banner.found', { n: count(body.xp) }), 'found');
    ears.play('found', 0.9, 0);
  });
  session.on('chat', ({ channel, from, to, text, time }) => {
    if (time < historyUntil_ms) return;
    addLine({ channel, from, to, text, time });
    if (channel === CHANNEL_WHISPER && from !== state.me.value.name) ears.play('whisper', 0.6, 0);
    if (channel === CHANNEL_WARNING) announce(plainText(text), from);
  });
  session.on('since', body => {
    state.since.value = body.lines.length ? body : null;
  });
  session.on('dialogue', body => {
    const person = session.people.get(body.npc);
    state.speaker.value = { id: body.npc, name: person?.name ?? '', title: person?.title ?? '', npc: person?.npc ?? 0 };
    state.dialogue.value = body;
  });
  session.on('notice', body => {
    if (body.notice === NOTICES.refused && body.value !== OK) refuse(reasonText(body.value, body.text));
    else if (body.notice === NOTICES.waiting) {
      state.loading.value = { ...state.loading.value, step: t('notice.waiting', { n: body.value }) };
    } else if (body.notice === NOTICES.rebuilt) tellSystem(t('notice.rebuilt'));
  });
  session.on('happening', body => {
    const kind = happeningOf(body.happening);
    if (!kind) return;
    const before = state.happening.value;
    const isOn = body.state === HAPPENING_ON;
    state.happening.value = isOn ? { ...body, until_ms: performance.now() + body.left_s * 1000 } : null;
    if (isOn && before?.happening !== body.happening) announce(kind.name, kind.cry);
    else if (body.state === HAPPENING_WON) announce(medalText(body.medal), kind.won);
    else if (body.state === HAPPENING_LOST) announce(t('happening.lost'), kind.lost);
    if (body.state === HAPPENING_WON && body.medal) ears.play('quest', 0.9, 0);
  });
  session.on('run', body => {
    state.run.value = { ...body, until_ms: performance.now() + body.left_s * 1000 };
  });
  session.on('tidings', ({ day, ends, open, asides }) => {
    state.tidings.value = { day, ends, open: new Set(open), asides: new Set(asides) };
  });
  session.on('task', body => heedTask(body));
  watchBosses(stage);
  session.on('pulse', body => {
    state.playersHere.value = body.players;
    state.strain.value = body.strain;
  });
  hearParty(session);
  hearGuild(session);
  hearExchange(session);
  hearRivals(session);
  forgetRisen(stage);
  if (session.mirror) {
    const meet = session.mirror.onAppear;
    session.mirror.onAppear = body => {
      meet(body);
      people.dress(body);
    };
  }
}

/** Who was welcomed last on this screen. */
let lastCharacter = '';
/** The region told of the quests since the player came in. */
let questsKnown = false;
/** Chat from before this moment (the world's clock) is no news: who walks into a region does not read its past. */
let historyUntil_ms = 0;

/** A guild's talk is asked for once, not with every entry. */
const GUILD_CHANNELS: ReadonlySet<number> = new Set([CHANNEL_GUILD, CHANNEL_OFFICER, CHANNEL_ALLIANCE]);

/** A region took us in; what the screen knew of the one before is put aside as far as it does not hold here. */
export function settleIn({ session }: Stage, how: Arrival): void {
  const body = session.known.welcome;
  if (!body) return;
  state.me.value = { ...state.me.value, id: body.entity, name: body.name };
  settleExchange(session, how !== 'crosses');
  // What lies about is told by each region for itself.
  state.ground.value = [];
  state.happening.value = null;
  if (how === 'crosses') {
    historyUntil_ms = body.time;
    return;
  }
  historyUntil_ms = 0;
  questsKnown = false;
  state.dialogue.value = null;
  state.work.value = null;
  state.waystone.value = null;
  state.boss.value = null;
  state.arena.value = null;
  state.corpses.value = new Map();
  // The region tells its own history anew with every entry.
  // What reaches beyond the region stays: this screen has read it, and is not told it again.
  const isHis = lastCharacter === body.character;
  lastCharacter = body.character;
  if (!isHis) state.score.value = state.NO_SCORE;
  state.chat.value = state.chat.value.filter(
    ({ channel, number }) =>
      channel === CHANNEL_SYSTEM ||
      (isHis && (number || GUILD_CHANNELS.has(channel) || (body.resumed && channel !== CHANNEL_REGION))),
  );
}

/** A creature that rose again holds nothing any more; one out of sight still does. */
function forgetRisen(stage: Stage): void {
  if (!stage.session.mirror) return;
  const { mirror } = stage.session;
  const closeLoot = (id: number) => {
    if (state.lootOpen.value === id) state.lootOpen.value = 0;
  };
  mirror.onVanish = gone => closeLoot(gone.id);
  const meet = mirror.onAppear;
  mirror.onAppear = body => {
    meet(body);
    if (!state.corpses.value.has(body.id) || body.flags & FLAG_DEAD) return;
    forget(body.id);
  };
}

export function forget(corpse: number): void {
  if (!state.corpses.value.has(corpse)) return;
  const corpses = new Map(state.corpses.value);
  corpses.delete(corpse);
  state.corpses.value = corpses;
  if (state.lootOpen.value === corpse) state.lootOpen.value = 0;
}
