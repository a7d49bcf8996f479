// Places and sides in a few words of the chosen language. In: a place, a side of the front; out: "Marsh · levels 4–7", "Azure".
import { COVENANTS, type Place } from '../src/shared/content/kinds';
import { lawOf } from '../src/shared/rules/laws';
import { levelsOf } from './places';
import { t } from './strings';

export function placeText(place: Place): string {
  const levels = levelsOf(place);
  const biome = t(`biome.${place.biome}`);
  const words = levels ? t('place.levels', { biome, low: levels[0], high: levels[1] }) : biome;
  const law = lawOf(place);
  return law === 'safe' ? words : `${words} · ${t(`law.${law}`)}`;
}

/** Who holds or presses a place: 0 the wilds, else the covenant's place in COVENANTS + 1. */
export function sideText(side: number): string {
  const covenant = COVENANTS[side - 1];
  return covenant ? t(`covenant.${covenant}`) : t('since.nobody');
}
