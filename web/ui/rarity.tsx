// A rarity in its word, its colour and as many diamonds as the frame of its slot bears: never by colour alone. In: the rarity.
import { RARITIES } from '../../src/shared/content/items/budget';
import type { Rarity as RarityName } from '../../src/shared/content/kinds';
import { t } from '../strings';

export function Rarity({ rarity }: { rarity: RarityName }) {
  return (
    <span class={`rarity-${rarity}`}>
      {Array.from({ length: RARITIES.indexOf(rarity) }, (_, i) => (
        <i key={i} class="figured diamond" aria-hidden="true" />
      ))}
      {t(`rarity.${rarity}`)}
    </span>
  );
}
