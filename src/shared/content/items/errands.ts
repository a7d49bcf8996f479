import type { ItemKind } from '../kinds';
import { questItem } from './goods';
export const ERRANDS: readonly ItemKind[] = [
  questItem(830, 'white-antler', 'White Antler', 'deer-head', 'Twelve points, and the twelfth is a candle-spike.'),
  questItem(831, 'observatory-clapper', 'Clapper of the Star Bell', 'bell-shield', 'It hums when nobody is touching it.'),
  questItem(832, 'lords-bell-rope', 'The Lord’s Bell Rope', 'rope-coil', 'Cut with one stroke, by somebody who was crying.'),
  questItem(833, 'founders-hammer', 'The Founder’s Hammer', 'thor-hammer', 'Heavy, and wet, and warm.'),
];
