// Chains of quests: what belongs together, as the log shows it. In: nothing. Out: the list in the order of the log, the main story first.
import type { Chain } from './kinds';

export const CHAINS: readonly Chain[] = [
  { key: 'fifth-road', name: 'The Fifth Road', story: true },
  { key: 'watch', name: 'The Watch of Alderwick' },
  { key: 'neighbours', name: 'Good Neighbours' },
  { key: 'millers', name: 'Wind and Water' },
  { key: 'chapel', name: 'Sister Amabel’s Shelf' },
  { key: 'gloamwood', name: 'The Old Woods' },
  { key: 'drovers', name: 'The Drovers’ Count' },
  { key: 'halden', name: 'The Blue Watch' },
  { key: 'kiln', name: 'What the Kiln Forgot' },
  { key: 'lamps', name: 'Unlit Lamps' },
  { key: 'granary', name: 'Barley and Chalk' },
  { key: 'fen', name: 'The Bell Under the Fen' },
  { key: 'hollin', name: 'The Antler Court' },
  { key: 'coast', name: 'Salt and Wreckage' },
  { key: 'dunes', name: 'What the Wind Plays' },
  { key: 'ravenholt', name: 'Missing Stars' },
  { key: 'fells', name: 'The Lord’s View' },
  { key: 'wrackstone', name: 'The End of the Map' },
  { key: 'calling', name: 'Callings' },
  { key: 'daily', name: 'Tasks of the Day' },
];
