// The one page that core and host both read: capacities, ids, enums and record shapes of the core's ABI.
// Plain constants only, so that AssemblyScript and TypeScript compile the same file. Units stand at the end of names.
// Any change of meaning here raises LAYOUT_VERSION; a saved memory of another version is refused by `load`.

export const LAYOUT_VERSION = 5;

// ---- time ----
export const TICKS_PER_SECOND = 20;
export const TICK_MS = 50;

// ---- capacities ----
/** Entity slots in one region: bodies of players, monsters, villagers, later units, and the ghosts of the neighbours' bodies. */
export const MAX_ENTITIES = 16384;
/**
 * An entity id is unique in the whole world and stays with its body over every border: the number of the region of its birth (7 bits) above
 * a serial of so many bits, 31 bits in all. Which slot it has in a core is that core's affair.
 */
export const SERIAL_BITS = 24;
export const SERIAL_MASK = 0xffffff;
export const MAX_PROJECTILES = 1024;
/** Of one place, and of its neighbours as far as the margin. */
export const MAX_COLLIDERS = 12288;
export const MAX_WATCHERS = 1024;
/** Outcomes the core can report in one tick; further ones are dropped and counted. */
export const MAX_OUTCOMES = 8192;
/** Commands (ability uses) the host can queue for one tick. */
export const MAX_COMMANDS = 4096;
export const MAX_ABILITIES = 256;
/** Abilities and what talents make of them (ABILITY_BYTES) together. */
export const MAX_ABILITY_RECORDS = 512;
/** No body has more health than this; its owner is told of no more than 65,535 (STATUS_BYTES), for no player has as much. */
export const MOST_HEALTH = 1000000;
/** Talents are numbered below this; a body has so many at a time. */
export const MAX_TALENTS = 256;
export const TALENT_SLOTS = 4;
export const MAX_KINDS = 256;
export const MAX_EFFECTS = 64;
/** Effects running on one body at a time. */
export const EFFECT_SLOTS = 12;
/** Cooldowns that one body remembers at a time. */
export const COOLDOWN_SLOTS = 16;
/** Attackers that one monster remembers at a time; the weakest is forgotten first. */
export const THREAT_SLOTS = 16;
/** Past positions that are kept of every body (a power of two, more than MAX_REWIND_TICKS). */
export const HISTORY_TICKS = 8;
/** A shot may look back this far at most (lag compensation): 5 ticks = 250 ms. */
export const MAX_REWIND_TICKS = 5;
export const MAX_FRAME_BYTES = 65536;
/** Scratch area through which the host hands bytes in. */
export const BUFFER_BYTES = 524288;
export const MAX_ROUTES = 256;
export const MAX_ROUTE_POINTS = 4096;
/** Knolls, flats, river and road segments, lakes, fields and forests of all places together: so many of each. */
export const MAX_STAMPS = 4096;
/** A ghost of which its owner tells nothing for so long is gone. */
export const GHOST_TICKS = 30;

// ---- space (metres, world coordinates: x east, y up, z south; yaw 0 looks to -z (north), grows clockwise seen from above) ----
export const REGION_SIZE_M = 512;
export const WORLD_SIZE_M = 2048;
export const CELL_SIZE_M = 32;
/** A body keeps its cell until it is so far beyond: who walks along an edge does not change cells with every step. */
export const CELL_HOLD_M = 6;
/** A core knows the ground, the solids and the bodies (ghosts) so far beyond its region: all that can be seen from inside, and a few steps more. */
export const REGION_MARGIN_M = 160;
/** Ground samples stand this far apart. */
export const HEIGHT_STEP_M = 2;
/** Positions travel as multiples of 1/64 m. */
export const POSITION_SCALE = 64;
export const WATER_LEVEL_M = 0;
/** What a walker steps up without a jump. */
export const STEP_UP_M = 0.45;
/** Interest: cells nearer than RING_1 come every tick, then every 2nd, then every 4th; beyond RING_3 nothing is sent. */
export const RING_1_M = 40;
export const RING_2_M = 80;
export const RING_3_M = 144;

// ---- walking (metres and seconds) ----
export const WALK_MPS = 2.2;
export const RUN_MPS = 5.5;
export const SPRINT_MPS = 7.5;
export const CROUCH_MPS = 1.8;
export const SWIM_MPS = 3.0;
/** Whoever rides goes at so many percent of his pace on foot, and on roads at so many. */
export const RIDE_PCT = 160;
export const RIDE_ROAD_PCT = 170;
/** A rider's head is so high above the hooves: he does not fit under what hangs lower, and calls no steed under what hangs below ROOF_M. */
export const RIDER_M = 2.9;
export const ROOF_M = 14;
export const GRAVITY_MPS2 = 20;
export const JUMP_MPS = 6.95; // lifts about 1.2 m
export const BODY_RADIUS_M = 0.35;
export const BODY_HEIGHT_M = 1.75;
export const EYE_HEIGHT_M = 1.62;
export const CROUCHED_EYE_M = 1.1;
/** Feet of a swimmer hang this far below the water's surface. */
export const SWIM_DEPTH_M = 1.3;

// ---- entity classes ----
export const CLASS_NONE = 0;
export const CLASS_PLAYER = 1;
export const CLASS_MONSTER = 2;
export const CLASS_VILLAGER = 3;

// ---- teams: who may be attacked by whom (a monster attacks players and villagers; what players may do to each other: relations.ts) ----
export const TEAM_NEUTRAL = 0;
export const TEAM_AZURE = 1;
export const TEAM_EMBER = 2;
export const TEAM_VIOLET = 3;
export const TEAM_WILD = 8;
export const TEAM_BANDIT = 9;
export const TEAM_UNDEAD = 10;
export const TEAM_CRITTER = 11;
/** The four low bits of a team are one of these; above them stands what a player is to other players. */
export const TEAM_MASK = 15;
/** Fights on this side of an arena. */
export const TEAM_FIRST = 16;
export const TEAM_SECOND = 32;
export const TEAM_SIDES = 48;
/** May be attacked by players of other covenants who may be attacked themselves. */
export const TEAM_OPEN = 64;

// ---- buttons of an intent (bit set held down during a client tick) ----
export const BUTTON_FORWARD = 1;
export const BUTTON_BACK = 2;
export const BUTTON_LEFT = 4;
export const BUTTON_RIGHT = 8;
export const BUTTON_JUMP = 16;
export const BUTTON_SPRINT = 32;
export const BUTTON_CROUCH = 64;
/** Hold to fire the aimed weapon (Warfront): the core fires as soon as its cooldown allows. */
export const BUTTON_FIRE = 128;
/** Bits 8-9: which aimed weapon BUTTON_FIRE uses: 0 wheel-lock, 1 bow. */
export const BUTTON_WEAPON_BOW = 256;
/** Walk instead of run. */
export const BUTTON_WALK = 512;
/** Takes aim: shots stray less. */
export const BUTTON_AIM = 1024;
export const ALL_BUTTONS = 2047;

// ---- how far aimed shots stray (stray.ts): half angles at full run, and more in the air; what of it is left to who takes aim ----
export const STRAY_RUNNING_RAD = 0.028;
export const STRAY_AIRBORNE_RAD = 0.035;
export const STRAY_AIMED = 0.4;

// ---- flags of a body that everybody in sight sees ----
export const FLAG_DEAD = 1;
export const FLAG_AIRBORNE = 2;
export const FLAG_SWIMMING = 4;
export const FLAG_SPRINTING = 8;
export const FLAG_CASTING = 16;
export const FLAG_COMBAT = 32;
export const FLAG_STUNNED = 64;
export const FLAG_SLOWED = 128;
export const FLAG_BURNING = 256;
export const FLAG_CROUCHED = 512;
/** Holds an aimed weapon up (first person); of a monster: its host has it wind up, and it stands still. */
export const FLAG_AIMING = 1024;
/** The player's socket is gone; the body waits to be resumed. */
export const FLAG_ADRIFT = 2048;
/** Asleep, sitting or working: villagers and resting players. */
export const FLAG_RESTING = 4096;
export const FLAG_FLEEING = 8192;
/** Sits on a steed (riding.ts). */
export const FLAG_MOUNTED = 16384;
/** A shield takes blows for the body (EFFECT_ABSORB). */
export const FLAG_SHIELDED = 32768;

// ---- abilities ----
/** How an ability reaches its target. */
export const REACH_SELF = 0;
export const REACH_TARGET = 1; // hits the named target at once, range and line of sight checked
export const REACH_PROJECTILE = 2; // flies; aimed when the command has no target
export const REACH_RAY = 3; // hits at once along the aim, with rewind
export const REACH_CONE = 4; // everything before the caster
export const REACH_NOVA = 5; // everything round the caster
/** Abilities that share the global cooldown wait for each other this long: 1.2 s. */
export const GLOBAL_COOLDOWN_TICKS = 24;
/** Which equipped weapon an ability needs (bit in the body's `arms`). */
export const ARMS_NONE = 0;
export const ARMS_MELEE = 1;
export const ARMS_BOW = 2;
export const ARMS_FIREARM = 4;
export const ARMS_FOCUS = 8;
/** Which power scales an ability. */
export const POWER_MELEE = 0;
export const POWER_RANGED = 1;
export const POWER_SPELL = 2;
/** Whom an ability may be used on. */
export const ON_FOE = 0;
export const ON_FRIEND = 1;

// ---- effects ----
export const EFFECT_DAMAGE = 1; // magnitude per period
export const EFFECT_HEAL = 2; // magnitude per period
export const EFFECT_SLOW = 3; // magnitude = percent of speed taken away
export const EFFECT_STUN = 4;
export const EFFECT_HASTE = 5; // magnitude = percent of speed added
export const EFFECT_WARD = 6; // magnitude = percent of damage taken away
export const EFFECT_ROOT = 7;
export const EFFECT_SILENCE = 8; // no spells
export const EFFECT_TAUNT = 9; // a monster fights its source and nobody else
export const EFFECT_ABSORB = 10; // takes so much damage before health does: what its ability rolled
export const EFFECT_WEAKEN = 11; // magnitude = percent less that is dealt
export const EFFECT_EXPOSE = 12; // magnitude = percent more that is taken
export const EFFECT_FEAR = 13; // monsters run from its source; nobody under it can use anything
export const EFFECT_DRAIN = 14; // magnitude per period, which its source gains as health
export const EFFECT_LEECH = 15; // magnitude = percent of dealt damage that comes back as health
export const EFFECT_EMPOWER = 16; // magnitude = percent more that is dealt
export const EFFECT_POWER = 17; // magnitude of power per period, given or (below 0) taken
export const EFFECT_THORNS = 18; // magnitude = percent of melee blows that goes back to who dealt them
export const EFFECT_STEADY = 19; // no control takes hold, and what holds lets go
export const EFFECT_EVADE = 20; // magnitude = chance in percent that blows and shots miss
export const EFFECT_LAST = 20;
/** Control of the same sort takes hold in full, for half as long, for a quarter, then not at all, until none has for so long: 15 s. For players and elites. */
export const CONTROL_FORGOTTEN_TICKS = 300;

// ---- monster minds ----
export const MIND_WANDER = 1; // walks about its home when idle
export const MIND_PACK = 2; // calls the same kind nearby
export const MIND_RANGED = 4; // keeps its distance and shoots
export const MIND_CHARGE = 8; // opens with its second ability from afar
export const MIND_TIMID = 16; // never fights, runs from players
export const MIND_COWARD = 32; // runs when nearly dead, comes back with friends
export const MIND_CASTER = 64;
export const MIND_ROUTE = 128; // walks a route of the place (villagers, patrols)
export const MIND_NIGHT = 256; // notices twice as far by night
export const MIND_GUARD = 512; // attacks hostile monsters near it (village guards)

// ---- refusals of the core; the wire's reason codes start with the same numbers (src/shared/rules/reasons.ts) ----
export const OK = 0;
export const NO_SUCH_ABILITY = 1;
export const NOT_KNOWN = 2;
export const NO_TARGET = 3;
export const BAD_TARGET = 4;
export const OUT_OF_RANGE = 5;
export const NO_LINE_OF_SIGHT = 6;
export const ON_COOLDOWN = 7;
export const NOT_ENOUGH_POWER = 8;
export const WRONG_ARMS = 9;
export const IS_DEAD = 10;
export const IS_STUNNED = 11;
export const IS_BUSY = 12; // already casting
export const TARGET_DEAD = 13;
export const IS_MOVING = 14;
export const NOT_FACING = 15;
export const IS_SWIMMING = 16;
export const NO_ROOM = 17; // all slots taken
export const IS_SILENCED = 18;
export const IS_AFRAID = 19;
export const INTERRUPTED = 20; // by a blow that stops casts
export const IN_COMBAT = 48; // two numbers that reasons.ts had given away before the core needed them
export const UNDER_ROOF = 100;

// ---- what the ground is made of (groundType) ----
export const GROUND_GRASS = 0;
export const GROUND_ROAD = 1;
export const GROUND_PAVED = 2;
export const GROUND_FIELD = 3;
export const GROUND_SAND = 4;
export const GROUND_ROCK = 5;
export const GROUND_FOREST = 6;
export const GROUND_BED = 7; // of a river or lake

// ---- phases of a step, in order: index of a work counter at phasesPtr (names: PHASES in src/shared/sim.ts) ----
export const PHASE_COMMANDS = 0; // ability uses taken from the queue
export const PHASE_PLAYERS = 1; // client ticks walked
export const PHASE_MINDS = 2; // monsters and villagers that thought
export const PHASE_CROWD = 3; // bodies that moved without a player
export const PHASE_CASTS = 4; // casts in progress
export const PHASE_PROJECTILES = 5; // projectiles in flight
export const PHASE_EFFECTS = 6; // bodies under effects
export const PHASE_VITALS = 7; // bodies that regenerated or rose again
export const PHASE_OUTCOMES = 8; // outcomes reported
export const PHASE_ENCODE = 9; // records written by encode
export const PHASE_BYTES = 10; // bytes copied by assemble since the last encode
export const PHASE_DROPPED = 11; // outcomes and records that found no room
export const PHASE_COUNT = 12;

// ---- outcomes: what happened in a tick; the same records reach the host's systems and, through cells, the screens ----
/** A record is 40 bytes: u8 type, u8 ability or effect id, u16 flags, u32 a, u32 b, i32 value, f32 x, f32 y, f32 z, f32 x2, f32 y2, f32 z2. */
export const OUTCOME_BYTES = 40;
export const OUT_HIT = 1; // a struck b for value with ability; at b's chest
export const OUT_HEAL = 2; // a healed b for value
export const OUT_CAST_START = 3; // a casts ability on b; value = ticks
export const OUT_CAST_STOP = 4; // a's cast ended unfinished; value = refusal code
export const OUT_USED = 5; // a's ability took place (b = target or 0); swing, release, shot. x.. = origin, x2.. = end or aim point
export const OUT_MISS = 6; // a's ability missed b (dodged or immune)
export const OUT_PROJECTILE = 7; // a launched ability; b = projectile number; value = speed in cm/s; x.. = origin, x2.. = velocity m/s
export const OUT_PROJECTILE_END = 8; // projectile b ended at x..; a = who was hit or 0
export const OUT_DEATH = 9; // a died, b made the last blow or 0
export const OUT_SHARE = 10; // of a's death: b earned value permille of it (threat); follows OUT_DEATH; host only
export const OUT_RESPAWN = 11; // a lives again at x..
export const OUT_AGGRO = 12; // a turned on b
export const OUT_LEASH = 13; // a gave up and goes home
export const OUT_EFFECT = 14; // effect on b by a for value ticks; value 0 = it ended
export const OUT_REFUSED = 15; // a's command with ability was refused; value = code, b = the command's number; host only
export const OUT_LAND = 16; // a fell onto the ground; value = damage
export const OUT_POWER = 17; // a's power changed by value; host only
export const OUT_SPLASH = 18; // a fell into or left the water
export const OUT_EMOTE = 19; // a shows emote number `value` (queued by the host through `emote`)
export const OUT_REACH = 20; // a did ability to b, a ghost here: its owner decides (`strike`); value = rolled before armor, 0: only the effect, with the talent that changed the ability << 16; host only
/** Bits of an outcome's flags. */
export const HIT_CRITICAL = 1;
export const HIT_HEAD = 2;
export const HIT_PERIODIC = 4;
export const HIT_KILL = 8;
export const HIT_ABSORBED = 16; // a shield took the rest of it, or all
export const HIT_REFLECTED = 32; // b's own blow, come back
export const HIT_IMMUNE = 64; // of OUT_MISS: control no longer takes hold
export const HIT_YIELD = 128; // of a duel: b is beaten and stays at one breath
/** Flags of OUT_HIT for rays: bits 8-15 = ticks the victim was rewound. */
export const HIT_REWIND_SHIFT = 8;

// ---- the private body of a player, as `ownState` writes and the client's `reconcile` reads it: 32 bytes ----
// u32 entity id, f32 x, y, z, f32 vx, vy, vz, u16 flags, u16 speed_cm_s (effects included)
export const OWN_BYTES = 32;

// ---- a visible entity as the client's core gives it to the renderer after `sample`: 48 bytes ----
// u32 id, f32 x, y, z, yaw (rad), speed (m/s over ground), f32 vy, u16 flags, u8 class, u8 kind, u8 level, u8 team, u8 hp (0..255 of max), u8 spare,
// u32 look (players: packed looks), u32 gear (visual ids: melee | ranged << 8 | body << 16 | head << 24), u16 seen_ticks_ago, u16 spare
export const VIEW_BYTES = 48;
export const VIEW_ID = 0;
export const VIEW_X = 4;
export const VIEW_Y = 8;
export const VIEW_Z = 12;
export const VIEW_YAW = 16;
export const VIEW_SPEED = 20;
export const VIEW_VY = 24;
export const VIEW_FLAGS = 28;
export const VIEW_CLASS = 30;
export const VIEW_KIND = 31;
export const VIEW_LEVEL = 32;
export const VIEW_TEAM = 33;
export const VIEW_HP = 34;
export const VIEW_LOOK = 36;
export const VIEW_GEAR = 40;
export const VIEW_AGE_TICKS = 44;

// ---- a whole body on its way to another core, as `carry` writes and `land` reads it: ids as they are, ticks counted from now ----
// u32 LAYOUT_VERSION, u32 id, its columns in the order of the memory map (memory.ts), its effects, cooldowns and threats
export const CARRY_BYTES = 802;
/** Where its id stands in them, u32; 0: it is given one where it lands. */
export const CARRY_ID = 4;

// ---- status of one body for its owner, as `status` writes it: 16 + 8 * EFFECT_SLOTS + 4 bytes ----
// u16 hp, u16 hp_max, u16 power, u16 power_max, u8 casting ability (0 none), u8 spare, u16 cast ticks left, u16 cast ticks whole, u16 global cooldown ticks left,
// then per effect slot: u8 effect id (0 free), u8 stacks, u16 ticks left, u32 source entity id; then u16 what shields will still take, u16 spare
export const STATUS_BYTES = 116;
export const STATUS_ABSORB = 112;

// ---- content, little endian, as src/shared/content/pack.ts writes it and assembly/content.ts checks it ----
/** Head: u32 CONTENT_MAGIC, u32 LAYOUT_VERSION, u32 length of all in bytes, u32 seed of the landscape. Then the sections in this order, each u32 count and its records. */
export const CONTENT_MAGIC = 0x434d5645; // EVMC
export const CONTENT_HEAD_BYTES = 16;
/**
 * u8 id, reach, on, arms, power, flags, effect, talent; u16 cast_ticks, cooldown_ticks, cost, scale_pct, threat_pct; i16 low, high;
 * u16 interrupt_ticks; f32 range_m, angle_deg (half), radius_m, speed_mps, drop_mps2; u32 0 (the core's). With a talent (0: none) it is what
 * that talent makes of the ability, and follows it.
 */
export const ABILITY_BYTES = 48;
export const ABILITY_GLOBAL = 1; // shares the global cooldown
export const ABILITY_WEAPON = 2; // weapon damage is added
export const ABILITY_MOVING = 4; // may walk while casting
export const ABILITY_CLEANSES = 8; // ends all that is harmful on whom it mends
export const ABILITY_LEAPS = 16; // its user stands before the target at once
export const ABILITY_ANYTIME = 32; // also while stunned or afraid
export const ABILITY_RIDE = 128; // calls the steed, or gets off it
/** u8 id, type, harmful, burns; i16 magnitude; u16 duration_ticks, period_ticks; u8 stacks (most), u8 scale_pct (of the source's best power, per period). */
export const EFFECT_BYTES = 12;
/** u8 id, team, elite, abilities; u8[4] ability ids; u32 mind (MIND_*); i32 hp; u16 damage low, high, armor, spare; f32 walk_mps, run_mps, radius_m, height_m, notice_m, leash_m. */
export const KIND_BYTES = 48;
export const KIND_ABILITIES = 4;
/** f32 x, z, height, radius. */
export const KNOLL_BYTES = 16;
/** f32 x, z, radius, blend, height. */
export const FLAT_BYTES = 20;
/** One straight piece of a river: f32 ax, az, bx, bz, width, depth. */
export const RIVER_BYTES = 24;
/** f32 x, z, rx, rz, depth. */
export const LAKE_BYTES = 20;
/** One straight piece of a road: f32 ax, az, bx, bz, width, u32 paved. */
export const ROAD_BYTES = 24;
/** f32 x, z, half width, half depth, yaw. */
export const FIELD_BYTES = 20;
/** f32 x, z, radius. */
export const FOREST_BYTES = 12;
/** A route: u32 first point, u32 points. Then, as a section of its own, all points: f32 x, z. */
export const ROUTE_BYTES = 8;
export const POINT_BYTES = 8;
/** Collider: u8 shape, u8 flags, i16 yaw (1/32768 of pi), f32 x, z, f32 a, b (circle: radius,-; box: half width, half depth; wall: half length, half thickness), f32 bottom, f32 top, f32 anchorX, f32 anchorZ (what COLLIDER_ON_GROUND measures from). */
export const COLLIDER_BYTES = 36;
export const SHAPE_CIRCLE = 0;
export const SHAPE_BOX = 1; // box and wall are one oriented rectangle
/** Collider flag: does not stop shots or sight (fences, bushes). */
export const COLLIDER_SEE_THROUGH = 1;
/** Collider flag: bottom and top count from the ground under its anchor instead of from the world's zero. */
export const COLLIDER_ON_GROUND = 2;
