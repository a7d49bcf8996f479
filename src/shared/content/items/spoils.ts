// What the beasts and people of the outer places leave: parts to sell and to work with. In: nothing. Out: item kinds 800-829.
import type { ItemKind } from '../kinds';
import { part } from './goods';

// biome-ignore format: a table reads best with one row to a line
export const SPOILS: readonly ItemKind[] = [
  part(800, 'court-antler', 'Court Antler', 10, 88, 'deer-head', 'Eleven points. The twelfth is somewhere in a deserter.'),
  part(801, 'holly-silk', 'Holly Silk', 10, 84, 'spider-web', 'Green in one light, red in another, sticky in all of them.'),
  part(802, 'heath-tusk', 'Heath Tusk', 10, 80, 'boar-tusks', 'Curved twice, as if it had changed its mind.'),
  part(803, 'salt-pelt', 'Salt Pelt', 10, 90, 'animal-hide', 'White with salt to the knee. It never quite dries.'),
  part(804, 'tide-pearl', 'Tide Pearl', 11, 260, 'oyster-pearl', 'Warm at high water, cold at low. Good enough to plan a picnic by.', 'fine'),
  part(805, 'regiment-badge', 'Regiment Badge', 10, 96, 'rank-3', 'Azure, Ember or Violet: all three left by the same back door.'),
  part(806, 'wreckers-tally', 'Wrecker’s Tally', 10, 92, 'tally-mark-5', 'Notches. Long ones are ships. One does not ask about the short ones.'),
  part(807, 'stalker-spine', 'Stalker Spine', 13, 120, 'spiked-tail', 'It still points at whoever is talking.'),
  part(808, 'shadow-pelt', 'Shadow Pelt', 14, 132, 'animal-hide', 'Hard to fold: one keeps losing the edge of it.'),
  part(809, 'pitch-gland', 'Pitch Gland', 14, 126, 'poison-bottle', 'Glues anything to anything. Do not scratch.'),
  part(810, 'black-ribbon', 'Black Ribbon', 13, 118, 'ribbon', 'Worn on the left arm, in memory of whoever wore it before.'),
  part(811, 'star-chart', 'Star Chart', 14, 136, 'star-formation', 'Eleven stars are crossed out. One has been apologised to.'),
  part(812, 'fell-pelt', 'Fell Pelt', 16, 150, 'animal-hide', 'Enough fur for two wolves. There were two wolves’ worth of wolf in it.'),
  part(813, 'hall-ring', 'Hall Ring', 16, 160, 'big-diamond-ring', 'Given to those who swore to stay. They took it literally.'),
  part(814, 'storm-glass', 'Storm Glass', 16, 148, 'crystal-growth', 'Struck sand. There is a small noise in it.'),
];
