// Players' bodies: each walks the client ticks that its intents stand for in this server tick.
import * as L from './layout';
import {
  earlierButtons, earlierMoves, earlierPitch, earlierYaw, intentButtons, intentMoves, intentPitch, intentsGiven, intentYaw, pitch, realClass, viewFraction,
  viewTick, WALKERS, yaw,
} from './memory';
import { clampf, isFinite32, PI, wrapAngle } from './numbers';
import { fallSpeed, move, Walker } from './move';
import { lay, lift } from './bodies';
import { phases } from './outcomes';
import { head } from './world';
import { fallDamage, fallHurts, landed, splashed } from './falls';

const walker = changetype<Walker>(WALKERS);

/** No more client ticks than this are walked in one server tick, whatever the host says. */
const MOST_MOVES = 4;

/**
 * What a player holds down, for `moves` client ticks of the coming step. Without a call the last intent holds for one tick. A second
 * call before the step follows the first: its ticks are walked after those of the first, so that a client that caught up is replayed exactly.
 */
export function setIntent(slot: i32, buttons: i32, facing: f32, tilt: f32, seenTick: u32, seenFraction: i32, moves: i32): void {
  if (intentsGiven[slot]) {
    earlierButtons[slot] = intentButtons[slot];
    earlierYaw[slot] = intentYaw[slot];
    earlierPitch[slot] = intentPitch[slot];
    earlierMoves[slot] = intentMoves[slot];
  }
  intentsGiven[slot] = 1;
  intentButtons[slot] = buttons & L.ALL_BUTTONS;
  intentYaw[slot] = isFinite32(facing) ? wrapAngle(facing) : intentYaw[slot];
  intentPitch[slot] = isFinite32(tilt) ? clampf(tilt, -PI * 0.5, PI * 0.5) : 0;
  intentMoves[slot] = min(max(moves, 0), MOST_MOVES);
  viewTick[slot] = seenTick;
  viewFraction[slot] = seenFraction & 255;
}

/** Health that this tick's landings cost the walker at hand. */
let bruises = 0;

function walk(slot: i32, buttons: u32, facing: f32, moves: i32): void {
  for (let i = 0; i < moves; i++) {
    const flagsBefore = walker.flags;
    move(walker, buttons, facing);
    if (fallSpeed > 0) {
      landed(slot, walker, fallSpeed);
      bruises += fallDamage(slot, fallSpeed);
    }
    if ((flagsBefore ^ walker.flags) & L.FLAG_SWIMMING) splashed(walker);
  }
}

export function movePlayers(): void {
  let moved = 0;
  const used = head.slotsUsed;
  for (let s = 0; s < used; s++) {
    if (realClass[s] != L.CLASS_PLAYER) continue;
    lift(s, walker);
    bruises = 0;
    if (earlierMoves[s]) walk(s, earlierButtons[s], earlierYaw[s], earlierMoves[s]);
    walk(s, intentButtons[s], intentYaw[s], intentMoves[s]);
    moved += earlierMoves[s] + intentMoves[s];
    lay(walker, s);
    yaw[s] = intentYaw[s];
    pitch[s] = intentPitch[s];
    earlierMoves[s] = 0;
    intentMoves[s] = 1;
    intentsGiven[s] = 0;
    fallHurts(s, bruises);
  }
  phases[L.PHASE_PLAYERS] = <f32>moved;
}
