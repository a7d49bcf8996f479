// What is known of a sound beside how it is made: its group on the desk, how far it carries, its caption, whether all else steps back for it.
// In: a name as abilities, systems and panels give it. Out: a name that has a voice, and those facts. Pure.
import type { Key } from '../strings';
import type { Group } from './mixer';
import { SOUNDS } from './sounds';

const HEARD_M = 45;
/** Metres; everything else carries HEARD_M. */
const CARRIES: Readonly<Record<string, number>> = {
  shot: 130,
  toll: 110,
  roar: 100,
  thunder: 900,
  slam: 80,
  nova: 75,
  growl: 60,
  bossVoice: 90,
  warnLeave: 70,
  warnGather: 70,
  warnApart: 70,
  step: 14,
  stepStone: 16,
  stepWater: 16,
  land: 20,
};

/** Sounds of the screen, not of the world. */
const INTERFACE: ReadonlySet<string> = new Set([
  'click',
  'open',
  'close',
  'no',
  'coin',
  'item',
  'level',
  'quest',
  'accept',
  'found',
  'marker',
  'headshot',
  'whisper',
]);

/** Sounds that tell something: their words, for who reads them. */
const CAPTIONS: Readonly<Record<string, Key>> = {
  hit: 'sound.hit',
  bash: 'sound.hit',
  slam: 'sound.hit',
  shot: 'sound.shot',
  bow: 'sound.bow',
  cast: 'sound.spell',
  ember: 'sound.spell',
  kindle: 'sound.spell',
  nova: 'sound.spell',
  wisp: 'sound.spell',
  chill: 'sound.spell',
  mend: 'sound.mend',
  bite: 'sound.bite',
  claw: 'sound.bite',
  gore: 'sound.bite',
  growl: 'sound.growl',
  roar: 'sound.roar',
  bossVoice: 'sound.bossVoice',
  toll: 'sound.toll',
  death: 'sound.death',
  hurt: 'sound.hurt',
  splash: 'sound.splash',
  thunder: 'sound.thunder',
  level: 'sound.level',
  quest: 'sound.quest',
  found: 'sound.found',
  coin: 'sound.coin',
  no: 'sound.no',
};

/** How far all else steps back, 0..1, and for how long. */
const DUCKS: Readonly<Record<string, readonly [depth: number, seconds: number]>> = {
  level: [1, 1.5],
  quest: [0.8, 0.8],
  found: [0.7, 1],
  thunder: [0.4, 1.2],
  toll: [0.5, 1.4],
  bossVoice: [0.5, 1.6],
  warnLeave: [0.3, 0.5],
  warnGather: [0.3, 0.8],
  warnApart: [0.3, 0.5],
};

/** A voice for whatever has none of its own: by what its name says it is. The first that matches. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/frost|ice|cold|chill|freez/i, 'chill'],
  [/nova|ring|burst|blast|explo/i, 'nova'],
  [/fire|flame|ember|burn|kindl|cinder|meteor/i, 'ember'],
  [/heal|mend|renew|bless|hymn|prayer|rejuv|salve/i, 'mend'],
  [/shield|ward|guard|block|barrier|bulwark/i, 'ward'],
  [/roar|howl|shout|taunt|war.?cry|challenge|rally/i, 'roar'],
  [/arrow|bow|volley|loose/i, 'bow'],
  [/shot|gun|musket|pistol/i, 'shot'],
  [/slam|smash|stomp|quake|crush|hammer/i, 'slam'],
  [/bash|kick|pummel|stun/i, 'bash'],
  [/poison|venom|spit|acid|toxin/i, 'spit'],
  [/bell|toll|knell/i, 'toll'],
  [/dash|leap|charge|roll|blink|step|wind|sprint|evade|vanish/i, 'dash'],
  [/trap|snare|net|root|bramble|web|vine/i, 'web'],
  [/thunder|storm|lightning|spark/i, 'thunder'],
  [/bite|fang|maul|gnaw/i, 'bite'],
  [/claw|rend|rake/i, 'claw'],
  [/growl|beast|call|tame|pet/i, 'growl'],
  [/gore|tusk|ram/i, 'gore'],
  [/cleave|sweep|whirl/i, 'cleave'],
  [/slash|strike|blade|cut|stab|lunge|parry|riposte|thrust|swing|sword/i, 'swing'],
  [/wisp|soul|spirit|drain|hex|curse|shadow/i, 'wisp'],
];

const resolved = new Map<string, string>();

/** The name under which a sound has layers; '' when there is nothing to play. */
export function voiceOf(name: string): string {
  if (!name) return '';
  if (name in SOUNDS) return name;
  let known = resolved.get(name);
  if (known === undefined) {
    known = FAMILIES.find(([words]) => words.test(name))?.[1] ?? 'cast';
    resolved.set(name, known);
  }
  return known;
}

export const groupOf = (name: string): Group => (INTERFACE.has(name) ? 'interface' : 'effects');
export const carries_m = (name: string): number => CARRIES[name] ?? HEARD_M;
export const captionOf = (name: string): Key | undefined => CAPTIONS[name];
export const duckOf = (name: string): readonly [depth: number, seconds: number] | undefined => DUCKS[name];

/** How loud a sound of that carry is at a distance, 0..1: near is full, then it falls off as the ear expects. */
export function loudness(far_m: number, carry_m: number): number {
  if (far_m >= carry_m) return 0;
  const near_m = Math.max(2, carry_m * 0.06);
  const fall = near_m / Math.max(near_m, far_m);
  // To nothing at the end of its carry, so that nothing breaks off.
  return fall ** 0.75 * (1 - (far_m / carry_m) ** 2);
}

/** What air and ground leave of the treble over a distance: the cutoff of a low-pass, Hz. */
export const treble_hz = (far_m: number): number => Math.max(700, 16_000 * 0.965 ** far_m);
