// The eight marks that a party puts over bodies: told by shape as well as by colour. In: a mark's name. Out: a small picture.
import type { MARKS } from '../../src/shared/rules/parties';

type Name = (typeof MARKS)[number];

/** In a square of 24. */
const SHAPES: Readonly<Record<Name, string>> = {
  star: 'M12 1.8l3 6.6 7.2.8-5.4 4.9 1.5 7.1-6.3-3.6-6.3 3.6 1.5-7.1L1.800 9.200l7.200-.8z',
  ring: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm0 5.400a4.600 4.600 0 1 0 0 9.200 4.600 4.600 0 0 0 0-9.200z',
  diamond: 'M12 1.500 20.500 12 12 22.500 3.500 12z',
  triangle: 'M12 2.500 22.500 21h-21z',
  moon: 'M15.500 2.300A10 10 0 1 0 21.700 16 8.300 8.300 0 0 1 15.500 2.300z',
  square: 'M3.500 3.500h17v17h-17z',
  cross: 'M6 2.500 12 8.500l6-6L21.500 6l-6 6 6 6-3.500 3.500-6-6-6 6L2.500 18l6-6-6-6z',
  skull:
    'M12 1.800c5.400 0 9 3.500 9 8.600 0 3-1.300 5-3.300 6.500v4.300H6.300v-4.300C4.300 15.400 3 13.400 3 10.400c0-5.100 3.600-8.600 9-8.600zM8.300 9a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600zm7.400 0a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600z',
};

export function Mark({ mark }: { mark: Name }) {
  return (
    <svg class={`partymark ${mark}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[mark]} fill-rule="evenodd" />
    </svg>
  );
}
