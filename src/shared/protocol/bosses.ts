// What screens are told of a fight with a boss. In: nothing. Out: the bodies of two messages of messages.ts, and their numbers' meanings.
import { i16, i32, list, struct, u8, u16, u32 } from './codec';

/**
 * Ground that something is about to fall on, or that burns by now (content/encounters.ts), as each of them is laid: `kind` AREA_…; `form` FORM_…
 * with a, b its measures in cm (circle: radius; ring: inner, outer radius; cone: radius, half angle in 1/100 degree; line: length, half width);
 * x, z in cm, yaw in 1/1000 rad; `follows`: the body it goes with, 0: none; `left` of `whole` ticks until it falls, `stays` ticks after that.
 */
export const areas = {
  boss: u32,
  laid: list(
    struct({
      id: u16,
      ability: u8,
      kind: u8,
      form: u8,
      x: i32,
      z: i32,
      yaw: i16,
      a: u16,
      b: u16,
      follows: u32,
      hands: u8,
      left: u16,
      whole: u16,
      stays: u16,
    }),
    32,
  ),
  /** Of those told before: they do not fall. */
  dropped: list(u16, 64),
};

/**
 * How the fight with a boss stands, to all near it, on change and once a second: `state` BOSS_…; `hp` permille; phases count from 1; `shield`: guards
 * that seal it, 0: none; a cast that can be stopped (0: none), `castLeft` of `castWhole` ticks; `enrage_s`: 0 when its patience is over; `line`:
 * what it said last (content/encounters.ts linesOf), from 1.
 */
export const boss = {
  boss: u32,
  kind: u8,
  level: u8,
  state: u8,
  hp: u16,
  phase: u8,
  phases: u8,
  shield: u8,
  cast: u8,
  castLeft: u16,
  castWhole: u16,
  enrage_s: u16,
  line: u8,
};

/** What an area is: get out, so many must stand in it, keep it away from others. */
export const AREA_GROUND = 0;
export const AREA_SOAK = 1;
export const AREA_SPREAD = 2;
export const FORM_CIRCLE = 0;
export const FORM_RING = 1;
export const FORM_CONE = 2;
export const FORM_LINE = 3;

export const BOSS_FIGHTS = 0;
export const BOSS_BEATEN = 1;
/** It went home, or one has left it. */
export const BOSS_GONE = 2;
