// What panels show of a guild, as messages. In: views that the guild has answered with. Out: S2C guildRoster, guildLines, guildLog, guildBank,
// guildCalendar, guildTreaty, guildWhere.
import type { GuildView } from '../../ports';
import { placeOf } from '../../shared/content';
import { MATE_GONE, MATE_HERE, S2C } from '../../shared/protocol/messages';
import { tellItem } from '../../shared/protocol/told';
import { PACT_LOG } from '../../shared/rules/pacts';
import type { Player } from '../player';
import type { World } from '../world';
import { answered } from './guild';
import { ignores } from './talk';

const MOST_U32 = 0xffffffff;
type View<V extends GuildView['view']> = GuildView & { view: V };

const SHOWN: { readonly [V in GuildView['view']]: (player: Player, view: View<V>, world: World) => void } = {
  roster: showRoster,
  lines: (player, { lines }, world) =>
    player.soon(S2C.guildLines, { lines: lines.filter(({ account }) => !account || !ignores(world, player, account)) }),
  log: (player, { entries }) =>
    player.soon(S2C.guildLog, { entries: entries.map(({ at_ms, ...entry }) => ({ ...entry, at: at_ms })) }),
  bank: showBank,
  calendar: showCalendar,
  treaty: showTreaty,
  where: (player, { people }) =>
    player.soon(S2C.guildWhere, {
      people: people
        .filter(({ character }) => character !== player.character.id)
        .map(({ name, region, x, z, isAlly }) => ({ name, place: placeOf(region)?.number ?? 0, x, z, ally: isAlly })),
    }),
};

export function showView(world: World, player: Player, view: GuildView): void {
  answered(player);
  (SHOWN[view.view] as (player: Player, view: GuildView, world: World) => void)(player, view, world);
}

function showRoster(player: Player, { motd, points, ranks, members }: View<'roster'>): void {
  player.soon(S2C.guildRoster, {
    motd,
    points,
    ranks: ranks.map(rank => ({ ...rank, items: [...rank.items] })),
    members: members.map(({ region, seen_ms, ...member }) => ({
      ...member,
      place: placeOf(region)?.number ?? 0,
      state: region ? MATE_HERE : MATE_GONE,
      seen: seen_ms,
    })),
  });
}

function showBank(player: Player, { gold, things, left }: View<'bank'>): void {
  player.soon(S2C.guildBank, {
    gold,
    leftGold: Math.min(MOST_U32, left.gold),
    left: left.items.map(times => Math.min(0xff, times)),
    things: things.map(({ tab, ...thing }) => ({ tab, thing: tellItem({ ...thing, slot: Math.min(0xff, thing.slot) }) })),
  });
}

function showCalendar(player: Player, { events, names }: View<'calendar'>): void {
  player.soon(S2C.guildCalendar, {
    events: events.map(({ id, title, at_ms, by, byName, signs }) => ({
      id,
      title,
      at: at_ms,
      by: byName,
      own: by === player.character.id,
      signs: Object.entries(signs)
        .filter(([character]) => names[character])
        .map(([character, answer]) => ({ name: names[character], answer })),
    })),
  });
}

function showTreaty(player: Player, { pact, proposals }: View<'treaty'>): void {
  player.soon(S2C.guildTreaty, {
    allies: (pact?.allies ?? []).map(({ guild, name, emblem, since_ms, leaves_ms }) => ({
      guild,
      name,
      ...emblem,
      since: since_ms,
      leaves: leaves_ms,
    })),
    proposals: proposals.map(({ guild, name, emblem }) => ({ guild, name, ...emblem })),
    log: (pact?.log ?? [])
      .toReversed()
      .map(({ what, guild, to, at_ms }) => ({ what: PACT_LOG.indexOf(what), guild, to, at: at_ms })),
  });
}
