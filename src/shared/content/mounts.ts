// Steeds that stablemasters teach one to call. In: nothing. Out: the table; numbers are kept in lives and travel in the look of a rider,
// so never reuse one. How fast a steed goes is the core's business (assembly/layout.ts): they differ in looks alone.

export interface MountKind {
  id: number; // 1..15: four bits of the look (looks.ts)
  key: string;
  name: string;
  text: string;
  /** Model and coat (web/render/creatures). */
  body: 'horse' | 'deer' | 'boar';
  coat: string;
  /** Height of its withers, metres. */
  height_m: number;
  level: number;
  price: number; // copper
}

/** Nobody learns to ride before this. */
export const RIDING_LEVEL = 8;

export const MOUNTS: readonly MountKind[] = [
  {
    id: 1,
    key: 'bay-courser',
    name: 'Bay Courser',
    text: 'Honest, brown and faster than it looks. Stops for apples.',
    body: 'horse',
    coat: 'bay',
    height_m: 1.55,
    level: RIDING_LEVEL,
    price: 1200,
  },
  {
    id: 2,
    key: 'dapple-grey',
    name: 'Dapple Grey',
    text: 'Came with a pedigree longer than the road to Haldenmere. It has eaten half of it.',
    body: 'horse',
    coat: 'grey',
    height_m: 1.55,
    level: RIDING_LEVEL,
    price: 1800,
  },
  {
    id: 3,
    key: 'coal-destrier',
    name: 'Coal Destrier',
    text: 'Black as the pits it was born beside, and about as easily frightened.',
    body: 'horse',
    coat: 'coal',
    height_m: 1.62,
    level: 10,
    price: 2600,
  },
  {
    id: 4,
    key: 'great-stag',
    name: 'Great Stag',
    text: 'It is not tame. It has merely decided that you may come along.',
    body: 'deer',
    coat: '',
    height_m: 1.5,
    level: 12,
    price: 4200,
  },
  {
    id: 5,
    key: 'saddled-tusker',
    name: 'Saddled Tusker',
    text: 'Low to the ground, hard to argue with, smells of acorns. Doors are a matter of opinion.',
    body: 'boar',
    coat: 'tusker',
    height_m: 1.35,
    level: 10,
    price: 2200,
  },
];

const byId = new Map(MOUNTS.map(mount => [mount.id, mount]));
const byKey = new Map(MOUNTS.map(mount => [mount.key, mount]));
/** Both: undefined for what no steed is called. */
export const mountOf = (id: number): MountKind | undefined => byId.get(id);
export const mountNamed = (key: string): MountKind | undefined => byKey.get(key);
