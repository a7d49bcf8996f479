// What a body can show without words. The wire carries the place in this list plus one (0 is none); append only.
export const EMOTES = [
  'wave',
  'bow',
  'cheer',
  'dance',
  'point',
  'laugh',
  'salute',
  'cry',
  'clap',
  'sit',
  'kneel',
  'shrug',
] as const;
export type Emote = (typeof EMOTES)[number];

/** The wire's number of an emote's name, 0 when there is none of that name. */
export function emoteNumber(name: string): number {
  return (EMOTES as readonly string[]).indexOf(name) + 1;
}
