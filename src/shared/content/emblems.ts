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
