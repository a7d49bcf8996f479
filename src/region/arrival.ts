// Coming and going of players: a body for an arriving character or the one that waits adrift, the welcome, and the leave-taking.
// In: sessions with their records. Out: players in the world; characters handed back to custody.
import { FLAG_ADRIFT, TICK_MS } from '../../assembly/layout';
import { ADRIFT_MS } from '../shared/protocol/limits';
import { CHANNEL_REGION, CLOSE_MOVED, CLOSE_NEWER_LOGIN, CLOSE_UNAVAILABLE, PROTOCOL, put, S2C } from '../shared/protocol/messages';
import { embody, softOf } from './body';
import { type Held, lastCommand } from './held';
import { ticksBehind, welcomeLandings } from './landing';
import type { Player } from './player';
import type { Session } from './session';
import { tellAffairs } from './systems/affairs';
import { bannersBody } from './systems/banners';
import { tellCalls } from './systems/calls';
import { leaveDuel, tellDuel } from './systems/duels';
import { tellHappening } from './systems/happenings';
import { standTo, tellLaw } from './systems/laws';
import { rest } from './systems/rest';
import { tellRun } from './systems/runs';
import { tellSince } from './systems/since';
import { attend } from './systems/talk';
import { tellBag, tellBank, tellLife, tellQuests, tellSheet } from './tell';
import type { World } from './world';

/** A second socket may wait this long for a crossing. */
const STANDBY_MS = 10 * 60_000;

/** Takes in everybody whose character has come. */
export function welcomeArrivals(world: World): void {
  const { arrivals, custody } = world.footing;
  welcomeLandings(world);
  for (const session of arrivals) {
    if (session.state !== 'joining') continue;
    const held = custody.held.get(session.character);
    // Its body's minute may have ended in between: then it is on its way to D1, and has to be fetched again.
    if (!held || held.leaving) world.footing.admit(session);
    else arrive(world, session, held);
  }
  arrivals.length = 0;
}

/** Bodies that waited long enough go; their characters are checked in. */
export function sendOffAdrift(world: World): void {
  for (const player of world.players.values()) {
    if (!player.playing && world.now_ms >= player.adriftUntil_ms) depart(world, player);
  }
  if (world.onTheSecond) returnStrays(world);
}

/** Characters that were fetched for somebody who hung up before he came in. */
function returnStrays(world: World): void {
  const { custody, sessions } = world.footing;
  const expected = new Set<string>();
  for (const session of sessions) {
    expected.add(session.character);
    // Whoever waits for a crossing this long has turned back.
    if (session.standby && session.state === 'joining' && world.now_ms - session.since_ms > STANDBY_MS)
      world.close(session, CLOSE_MOVED, 'nobody came');
  }
  for (const held of custody.held.values()) {
    const { id } = held.character;
    if (!held.leaving && !world.byCharacter.has(id) && !expected.has(id)) custody.leave(held, held.soft);
  }
}

/** The socket of a playing session is gone. */
export function setAdrift(world: World, player: Player): void {
  const { session } = player;
  if (session) world.unwatch(session);
  player.session = null;
  player.adriftUntil_ms = world.now_ms + ADRIFT_MS;
  world.sim.core.setFlag(player.entity, FLAG_ADRIFT, 1);
}

/** A new world after a boot or a trap: everybody who was here stands where he stood; who has no socket is adrift. */
export function repeople(world: World): void {
  for (const held of world.footing.custody.held.values()) {
    if (!held.leaving) setAdrift(world, stand(world, held));
  }
  for (const session of world.sessions) {
    if (session.state !== 'playing') continue;
    const player = world.byCharacter.get(session.character);
    if (player) inhabit(world, session, player, true);
  }
}

/** A body that nobody plays leaves the world, and its character this region. */
export function depart(world: World, player: Player): void {
  const { held, entity } = player;
  leaveDuel(world, player);
  world.footing.custody.leave(held, softOf(world, player));
  world.sim.core.despawn(entity);
  world.players.delete(entity);
  world.byCharacter.delete(held.character.id);
}

function arrive(world: World, session: Session, held: Held): void {
  const waiting = world.byCharacter.get(held.character.id);
  const old = waiting?.session;
  if (waiting && isOlder(session, waiting)) {
    world.close(session, CLOSE_NEWER_LOGIN, 'a newer login');
    return;
  }
  if (old) {
    world.counters.count('login.replaced');
    // The body does not wait for this one: it is taken over below.
    world.unwatch(old);
    old.player = null;
    old.on('ended');
    // Two sockets of one login: the screen has both, and goes on with the younger one.
    if (old.login_ms === session.login_ms) world.close(old, CLOSE_MOVED, 'another socket of this login');
    else world.close(old, CLOSE_NEWER_LOGIN, 'a newer login');
  }
  if (!world.hasRoom) {
    world.close(session, CLOSE_UNAVAILABLE, 'the region is full');
    return;
  }
  const player = waiting ?? stand(world, held);
  player.login_ms = session.login_ms;
  session.on('entered');
  inhabit(world, session, player, waiting !== undefined);
}

/** The newest login plays, in whichever region two of them meet; of sockets of one login, the younger. */
function isOlder(session: Session, { login_ms, session: old }: Player): boolean {
  return session.login_ms < login_ms || (session.login_ms === login_ms && old !== null && session.id < old.id);
}

function stand(world: World, held: Held): Player {
  const player = embody(world, held);
  standTo(world, player);
  world.players.set(player.entity, player);
  world.byCharacter.set(held.character.id, player);
  return player;
}

function inhabit(world: World, session: Session, player: Player, resumed: boolean): void {
  session.player = player;
  player.session = session;
  player.movedAt_ms = world.now_ms;
  player.statusTold.forget();
  player.cooldownsStale = true;
  player.groundTold = null;
  player.tidingsTold = '';
  player.matesTold = '';
  player.lawTold = '';
  session.lastSentTick = session.lastReadTick = world.tick;
  session.slowSince_ms = 0;
  session.soon.length = session.sure.length = 0;
  if (player.budget) session.budget.talkOn(player.budget);
  player.budget = session.budget;
  if (player.motion) {
    const { cursor, intent } = player.motion;
    session.intents.resume(cursor, intent, ticksBehind(player.motion, world.now_ms, TICK_MS));
    player.motion = null;
  }
  world.sim.core.setFlag(player.entity, FLAG_ADRIFT, 0);
  world.watch(session, player.entity);
  welcome(world, session, player, resumed);
  rest(world, player);
  tellSince(world, player);
  attend(world, player);
}

/** Everything a screen needs before its first snapshot. What it tells was written before: it comes from the record. */
function welcome(world: World, session: Session, player: Player, resumed: boolean): void {
  const { character } = player;
  put(session.soon, S2C.welcome, {
    protocol: PROTOCOL,
    region: world.footing.region,
    entity: player.entity,
    tick: world.tick,
    time: world.now_ms,
    character: character.id,
    name: character.name,
    resumed,
    lastCommand: lastCommand(player.held),
  });
  const w = session.soon;
  tellSheet(w, character);
  tellBag(w, character);
  tellBank(w, character);
  tellQuests(w, character);
  tellLife(w, character);
  put(w, S2C.places, { found: character.pois });
  put(w, S2C.nodes, { spent: [...world.spent.keys()] });
  put(w, S2C.banners, bannersBody(world));
  tellHappening(world, player);
  tellRun(world, player);
  tellAffairs(world, player, null);
  tellCalls(world, player);
  tellDuel(world, player);
  tellLaw(world, player);
  for (const [corpse, { loot }] of world.corpses) {
    const his = loot.get(character.id);
    if (his) put(w, S2C.corpse, { corpse, gold: his.gold, items: his.stacks });
  }
  for (const { sender, text, at_ms } of world.lines) {
    put(w, S2C.chat, { channel: CHANNEL_REGION, from: sender, fromEntity: 0, to: '', text, time: at_ms });
  }
  world.post(session, w.bytes.subarray(0, w.length));
  w.length = 0;
}
