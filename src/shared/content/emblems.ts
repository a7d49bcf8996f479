// What guilds carry on their shields: a shape each, by its place in this list; never move one. Colours are those of cloth.

export interface EmblemShape {
  readonly name: string;
  readonly icon: string;
}

export const EMBLEMS: readonly EmblemShape[] = [
  { name: 'Stag', icon: 'stag-head' },
  { name: 'Wolf', icon: 'wolf-head' },
  { name: 'Lion', icon: 'lion' },
  { name: 'Raven', icon: 'raven' },
  { name: 'Oak leaf', icon: 'oak-leaf' },
  { name: 'Sun', icon: 'heraldic-sun' },
  { name: 'Moon', icon: 'moon' },
  { name: 'Tower', icon: 'tower-flag' },
  { name: 'Griffin', icon: 'griffin-symbol' },
  { name: 'Lily', icon: 'fleur-de-lys' },
  { name: 'Anchor', icon: 'anchor' },
  { name: 'Axes', icon: 'crossed-axes' },
];

/** What a guild carries on cloaks and banners: numbers of a shape and two dyes. */
export interface Emblem {
  readonly shape: number;
  readonly field: number;
  readonly mark: number;
}

/** An emblem as one number, for whoever draws it: 0 is none, otherwise 1 + (field | mark << 4 | shape << 8). */
export const packEmblem = ({ shape, field, mark }: Emblem): number => 1 + ((field & 15) | ((mark & 15) << 4) | (shape << 8));
export function unpackEmblem(colours: number): Emblem | null {
  if (!colours) return null;
  const packed = colours - 1;
  return { field: packed & 15, mark: (packed >> 4) & 15, shape: packed >> 8 };
}
