// A place in a few words of the chosen language. In: a place; out: "Marsh · levels 4–7".
import type { Place } from '../src/shared/content/kinds';
import { levelsOf } from './places';
import { t } from './strings';

export function placeText(place: Place): string {
  const levels = levelsOf(place);
  const biome = t(`biome.${place.biome}`);
  return levels ? t('place.levels', { biome, low: levels[0], high: levels[1] }) : biome;
}
