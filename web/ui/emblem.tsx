// A guild's emblem: a shield in one colour with a shape in another. In: numbers of content. Out: a picture; whose it is stands beside it.
import { EMBLEMS } from '../../src/shared/content';
import type { Emblem } from '../../src/shared/rules/guild';
import { Icon } from './icon';
import { CLOTH_SWATCHES } from './swatches';

export function EmblemMark({ shape, field, mark }: Emblem) {
  const [ground, ink] = [CLOTH_SWATCHES[field] ?? CLOTH_SWATCHES[0], CLOTH_SWATCHES[mark] ?? CLOTH_SWATCHES[1]];
  return (
    <span class="emblem" aria-hidden="true" style={{ '--field': ground, '--mark': ink }}>
      <Icon name={EMBLEMS[shape]?.icon ?? ''} />
    </span>
  );
}
