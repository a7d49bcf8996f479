// The shape that a covenant has wherever it has a colour: drawn, because not every font knows these letters. In: a covenant or a shape.
import type { Covenant } from '../../src/shared/content/kinds';

type Shape = 'diamond' | 'triangle' | 'disc';

const SHAPES: Record<Shape, string> = {
  diamond: 'M5 0 10 5 5 10 0 5Z',
  triangle: 'M5 .6 10 9.4H0Z',
  disc: 'M5 .4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2Z',
};
const OF: Record<Covenant, Shape> = { azure: 'diamond', ember: 'triangle', violet: 'disc' };

export function Glyph({ covenant, shape = OF[covenant ?? 'azure'] }: { covenant?: Covenant; shape?: Shape }) {
  return (
    <svg class="glyph" viewBox="0 0 10 10" aria-hidden="true">
      <path d={SHAPES[shape]} />
    </svg>
  );
}
