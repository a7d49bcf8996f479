// What a place does in one tick: a table of contents. Order matters: snapshots leave before anything is written (the platform holds a send
// back for writes before it), values are written before anybody hears of them, and bodies change their clothes after that. Nothing awaits.
import { timeOfDay } from '../shared/clock';
import { sendOffAdrift, welcomeArrivals } from './arrival';
import { wearChanges } from './body';
import { checkpoint } from './checkpoint';
import { takeMessages } from './commands';
import { crossBorders, passOver } from './crossing';
import { postLetters, readLetters } from './letters';
import { giveIntents } from './movement';
import { hearNeighbours, lookOver, showNeighbours, tellNeighbours } from './neighbours';
import { answerOrders, followOrders } from './orders';
import { makeFrames, sendAnswers, sendFrames } from './outbox';
import { readOutcomes } from './outcomes';
import { bearUnborn, clearOldCorpses } from './population';
import { setRates } from './rates';
import { introduceAnew } from './rename';
import { reshape } from './reshape';
import { forgetAffairs } from './systems/affairs';
import { keepMatch } from './systems/arena';
import { strikeBanners } from './systems/banners';
import { holdBarters } from './systems/barter';
import { growCamps } from './systems/camps';
import { marchCompanions } from './systems/companions';
import { tellCooldowns } from './systems/cooldowns';
import { countOutings } from './systems/deeds';
import { discover } from './systems/discovery';
import { fightDuels } from './systems/duels';
import { goOnFighting } from './systems/encounters';
import { walkEscorts } from './systems/escort';
import { regrow } from './systems/gather';
import { rot, tellGround } from './systems/ground';
import { tellGuildDeeds } from './systems/guild';
import { happen } from './systems/happenings';
import { keepLaws } from './systems/laws';
import { tellMarks } from './systems/marks';
import { tellMates } from './systems/mates';
import { sendOffGuests } from './systems/migrants';
import { answerCalls } from './systems/muster';
import { tellPulse } from './systems/pulse';
import { settleRolls } from './systems/rolls';
import { keepRun, openGates } from './systems/runs';
import { holdStands } from './systems/stand';
import { tellStatus } from './systems/status';
import { talkAlong, tellRooms } from './systems/talk';
import { tellTidings } from './systems/tidings';
import { bark } from './systems/villagers';
import { feelWeather } from './systems/weather';
import { labour } from './systems/work';
import { writeTurn } from './turn';
import type { World } from './world';

export type Phase = readonly [name: string, run: (world: World) => void];

export const PHASES: readonly Phase[] = [
  ['reshape', reshape],
  ['arrive', welcomeArrivals],
  ['letters', readLetters],
  ['orders', followOrders],
  ['inbox', takeMessages],
  ['hear', hearNeighbours],
  ['move', giveIntents],
  ['march', marchCompanions],
  ['step', step],
  ['outcomes', readOutcomes],
  ['place', livePlace],
  ['cross', crossBorders],
  ['tell', tellOwners],
  ['rates', setRates],
  ['encode', world => world.sim.core.encode()],
  ['assemble', makeFrames],
  ['send', sendFrames],
  ['border', showNeighbours],
  ['write', writeTurn],
  ['answer', sendAnswers],
  ['say', tellNeighbours],
  ['post', postLetters],
  ['obeyed', answerOrders],
  ['talk', talkAlong],
  ['pass', passOver],
  ['wear', wearChanges],
  ['checkpoint', checkpoint],
  ['leave', sendOffAdrift],
];

/** `took` hears how long each phase lasted, in ms. */
export function tick(world: World, now_ms: number, took: (phase: string, ms: number) => void): void {
  world.now_ms = now_ms;
  let start = performance.now();
  for (const [name, run] of PHASES) {
    run(world);
    const end = performance.now();
    took(name, end - start);
    start = end;
  }
}

function step(world: World): void {
  world.sim.core.step(timeOfDay(world.now_ms));
  world.tick = world.sim.core.tick();
}

/** What the place does by itself: places are found, work is done, nodes grow back, things rot and happen, bosses fight, villagers walk with players and mutter, players fight duels. */
function livePlace(world: World): void {
  feelWeather(world);
  discover(world);
  labour(world);
  countOutings(world);
  regrow(world);
  rot(world);
  bearUnborn(world);
  growCamps(world);
  happen(world);
  goOnFighting(world);
  clearOldCorpses(world);
  sendOffGuests(world);
  walkEscorts(world);
  fightDuels(world);
  keepMatch(world);
  keepLaws(world);
  introduceAnew(world);
  strikeBanners(world);
  holdStands(world);
  holdBarters(world);
  lookOver(world);
  openGates(world);
  keepRun(world);
  settleRolls(world);
  answerCalls(world);
  forgetAffairs(world);
  tellGuildDeeds(world);
  bark(world);
}

/** What each player is told of himself and of how the region does. */
function tellOwners(world: World): void {
  tellStatus(world);
  tellCooldowns(world);
  tellGround(world);
  tellPulse(world);
  tellTidings(world);
  tellMates(world);
  tellMarks(world);
  tellRooms(world);
}
