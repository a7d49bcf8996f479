// What a newcomer is told, when, and when no more: the first ten minutes as a list of lessons. In: facts of this moment (all of them taken from
// the real state of the game) and what was put aside before. Out: the one lesson to show, or none. Pure, so that it can be walked by a test.
import type { Action } from '../bindings';
import type { Guide, Mode } from '../state';
import type { Key } from '../strings';

/** What the lessons look at. Distances in metres. */
export interface Facts {
  touch: boolean;
  mode: Mode;
  /** Views looked through since the page was opened, or before. */
  seen: ReadonlySet<Mode>;
  moved_m: number;
  sprinted: boolean;
  level: number;
  /** Health 0..1; dead; dead before in this session. */
  health: number;
  dead: boolean;
  everDead: boolean;
  fighting: boolean;
  /** Quests in hand, ready to hand in, handed in. */
  quests: number;
  ready: number;
  done: number;
  talking: boolean;
  guide: Pick<Guide, 'kind' | 'distance'> | null;
  /** A foe is chosen; one stands this near. */
  aiming: boolean;
  foe_m: number;
  slain: number;
  /** Something lies about for him; he has taken something up. */
  spoils: boolean;
  taken: number;
  /** He carries something better than what he wears. */
  better: boolean;
  /** He has no class yet; a talent may be chosen; he chose one. */
  classless: boolean;
  undecided: boolean;
  talents: number;
  food: boolean;
  atRange: boolean;
  panels: ReadonlySet<string>;
  places: number;
  stone: boolean;
  travelled: boolean;
  others: number;
  chatted: boolean;
}

export interface Lesson {
  name: string;
  text(f: Facts): Key;
  /** Whose keys the text names. */
  keys: readonly Action[];
  /** Its moment has come. */
  when(f: Facts): boolean;
  /** He did it: it is not taught, and not again. */
  done(f: Facts): boolean;
}

const SOON_M = 25;
const afoot = (f: Facts) => f.mode !== 'commander' && !f.dead;
const calm = (f: Facts) => !f.fighting && !f.dead && !f.talking;
const settled = (f: Facts) => f.quests > 0 || f.done > 0;

/** The most pressing first. */
export const LESSONS: readonly Lesson[] = [
  {
    name: 'move',
    text: f => (f.touch ? 'hint.moveTouch' : 'hint.move'),
    keys: ['forward', 'left', 'back', 'right'],
    when: f => f.mode === 'adventurer' && !f.dead,
    // The first quest is a few steps away: whoever stands before it has learnt to walk.
    done: f => f.moved_m > 1 || f.level > 1,
  },
  {
    name: 'fight',
    text: f => (f.touch ? 'hint.fightTouch' : 'hint.fight'),
    keys: ['targetNext', 'slot1', 'slot2'],
    when: f => f.mode === 'adventurer' && !f.dead && (f.aiming || f.fighting || f.foe_m < SOON_M),
    done: f => f.slain > 0 || f.level > 2,
  },
  {
    name: 'eat',
    text: () => 'hint.eat',
    keys: [],
    when: f => calm(f) && f.mode === 'adventurer' && f.food && f.health < 0.55,
    done: f => f.level > 2 && f.slain > 5,
  },
  {
    name: 'loot',
    text: () => 'hint.loot',
    keys: ['interact'],
    when: f => afoot(f) && calm(f) && f.spoils,
    done: f => f.taken > 0 || f.level > 2,
  },
  {
    name: 'wear',
    text: () => 'hint.wear',
    keys: ['bag'],
    when: f => calm(f) && f.better,
    done: f => f.panels.has('bag') && !f.better,
  },
  {
    name: 'follow',
    text: () => 'hint.follow',
    keys: [],
    when: f => afoot(f) && f.guide?.kind === 'offer' && f.guide.distance > 9,
    done: settled,
  },
  {
    name: 'talk',
    text: f => (f.touch ? 'hint.talkTouch' : 'hint.talk'),
    keys: ['interact'],
    when: f => afoot(f) && !f.talking && f.guide?.kind === 'offer' && f.guide.distance <= 9,
    done: settled,
  },
  {
    name: 'accept',
    text: () => 'hint.accept',
    keys: [],
    when: f => f.talking,
    done: settled,
  },
  {
    name: 'tracker',
    text: () => 'hint.tracker',
    keys: ['quests'],
    when: f => calm(f) && f.quests > 0 && f.mode === 'adventurer',
    done: f => f.done > 0 || f.panels.has('quests'),
  },
  {
    name: 'sprint',
    text: () => 'hint.sprint',
    keys: ['sprint'],
    when: f => calm(f) && !f.touch && f.mode === 'adventurer' && (f.guide?.distance ?? 0) > 45,
    done: f => f.sprinted || f.level > 2,
  },
  {
    name: 'warfront',
    text: () => 'hint.warfront',
    keys: ['views', 'fire'],
    when: f => calm(f) && f.mode === 'adventurer' && settled(f) && (f.atRange || f.slain > 1),
    done: f => f.seen.has('warfront'),
  },
  {
    name: 'back',
    text: () => 'hint.back',
    keys: ['views'],
    when: f => f.mode !== 'adventurer' && !f.dead,
    done: f => f.mode === 'adventurer' && (f.seen.has('warfront') || f.seen.has('commander')),
  },
  {
    name: 'handin',
    text: () => 'hint.handin',
    keys: ['interact'],
    when: f => calm(f) && f.ready > 0,
    done: f => f.done > 0,
  },
  {
    name: 'fallen',
    text: () => 'hint.fallen',
    keys: [],
    when: f => calm(f) && f.everDead,
    done: f => f.everDead && f.health > 0.95,
  },
  {
    name: 'level',
    text: () => 'hint.level',
    keys: ['abilities'],
    when: f => calm(f) && f.level > 1,
    done: f => f.panels.has('abilities'),
  },
  {
    name: 'class',
    text: () => 'hint.class',
    keys: ['classes'],
    when: f => calm(f) && f.level > 1 && f.classless,
    done: f => !f.classless || f.panels.has('classes'),
  },
  {
    name: 'talent',
    text: () => 'hint.talent',
    keys: ['classes'],
    when: f => calm(f) && f.undecided,
    done: f => f.talents > 0,
  },
  {
    name: 'commander',
    text: () => 'hint.commander',
    keys: ['views'],
    when: f => calm(f) && f.mode === 'adventurer' && f.done > 0,
    done: f => f.seen.has('commander'),
  },
  {
    name: 'waystone',
    text: () => 'hint.waystone',
    keys: ['interact'],
    when: f => calm(f) && f.stone,
    done: f => f.travelled,
  },
  {
    name: 'map',
    text: () => 'hint.map',
    keys: ['map'],
    when: f => calm(f) && f.done > 0 && f.places > 1,
    done: f => f.panels.has('map'),
  },
  {
    name: 'chat',
    text: () => 'hint.chat',
    keys: ['chat'],
    when: f => calm(f) && f.others > 0 && f.done > 0,
    done: f => f.chatted,
  },
];

/** The lesson of this moment; what was done or put aside is never taught. */
export function lessonFor(f: Facts, over: ReadonlySet<string>): Lesson | null {
  return LESSONS.find(lesson => !over.has(lesson.name) && !lesson.done(f) && lesson.when(f)) ?? null;
}

/** Lessons that the state itself says are learnt and nobody wrote down yet. */
export function learnt(f: Facts, over: ReadonlySet<string>): string[] {
  return LESSONS.filter(lesson => !over.has(lesson.name) && lesson.done(f)).map(lesson => lesson.name);
}
