// Which picture stands in a body's frame. In: the render body of a monster kind. Out: an icon name.
export const PORTRAITS: Readonly<Record<string, string>> = {
  wolf: 'gi:wolf-head',
  boar: 'gi:boar',
  bandit: 'gi:hood',
  archer: 'gi:hood',
  captain: 'gi:bandit',
  mage: 'gi:hood',
  spider: 'gi:spider-face',
  crawler: 'gi:spider-face',
  wight: 'gi:skull-crossed-bones',
  abbot: 'gi:skull-crossed-bones',
  wisp: 'gi:spark-spirit',
  deer: 'gi:deer-head',
  hare: 'gi:rabbit-head',
  fox: 'gi:fox-head',
  crab: 'gi:crab-claw',
};
export const SOMEBODY = 'gi:visored-helm';
