// Colours of the character screen, in the order of looks.ts; the renderer's wardrobe paints people with the same names.

export const SKIN_SWATCHES = ['#f6d7bd', '#eec4a0', '#dfac82', '#c98f64', '#ad7449', '#8b5836', '#6a4129', '#4d2f20'] as const;
export const HAIR_SWATCHES = [
  '#2a2422',
  '#43302a',
  '#5f4230',
  '#7b4a2d',
  '#8c4a2f',
  '#a63d24',
  '#cb6a2f',
  '#b08d5f',
  '#dcb55f',
  '#e9cf86',
  '#a79c8b',
  '#8d8f94',
  '#b9bdc4',
  '#efece4',
  '#33405f',
  '#66743f',
] as const;
export const CLOTH_SWATCHES = [
  '#efe6d2',
  '#d8c7a0',
  '#9a6240',
  '#a6453a',
  '#b9622f',
  '#d3a53f',
  '#6f9a45',
  '#3d6e4d',
  '#4d8a88',
  '#6b7c92',
  '#2f4a78',
  '#6f4a7d',
  '#c97f8c',
  '#6b4a34',
  '#3b3d45',
  '#f4f2ea',
] as const;
