// Quick phrases: said by number, read by everybody in his own language (web/strings, phrase.*). The wire carries the place in this list plus
// one; append only.
export const PHRASES = [
  'hello',
  'thanks',
  'sorry',
  'yes',
  'no',
  'help',
  'followMe',
  'wait',
  'ready',
  'notReady',
  'attackMine',
  'fallBack',
  'healMe',
  'wellDone',
  'lookingForParty',
  'joinUs',
  'whereTo',
  'goodbye',
] as const;
export type Phrase = (typeof PHRASES)[number];

export const phraseOf = (number: number): Phrase | undefined => PHRASES[number - 1];
