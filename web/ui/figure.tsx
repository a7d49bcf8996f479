// A small portrait of a look, for the character screen and the slots. In: a packed look. Out: an SVG in the game's flat facets.
import { COVENANTS } from '../../src/shared/content/kinds';
import { unpackLook } from '../../src/shared/content/looks';
import { CLOTH_SWATCHES, HAIR_SWATCHES, SKIN_SWATCHES } from './swatches';

/** Outlines of the hair styles of looks.ts: what falls behind the head, and what sits on it. */
const BACK = [
  '',
  '',
  'M30 46 28 78 40 84H80L92 78 90 46z',
  'M28 46 24 106H96L92 46z',
  'M78 40 98 64 92 112 82 112 84 60z',
  '',
  'M24 44 22 72 34 86H86L98 72 96 44z',
  'M26 50 22 116 34 120 38 60zM94 50 98 116 86 120 82 60z',
] as const;
const TOP = [
  '',
  'M32 46 34 30 48 20H72L86 30 88 46 78 36H42z',
  'M28 58 30 30 48 17H72L90 30 92 58 84 38H36z',
  'M28 58 30 30 48 17H72L90 30 92 58 84 40 60 34 36 40z',
  'M31 48 34 28 50 18H72L87 30 89 50 80 36H42z',
  'M31 48 34 28 46 20 50 8H70L74 20 87 30 89 48 80 36H42z',
  'M26 56 24 40 34 24 46 22 54 13 68 14 78 22 90 28 96 42 93 58 84 42 60 38 36 42z',
  'M28 56 30 30 48 17H72L90 30 92 56 84 38 60 32 36 38z',
] as const;

export function Figure({ look }: { look: number }) {
  const { skin, hair, hairColor, shirt, trousers, body, beard, cape, covenant } = unpackLook(look);
  const tone = SKIN_SWATCHES[skin];
  const hairTone = HAIR_SWATCHES[hairColor];
  const half = body ? 26 : 33;
  const shade = { fill: '#000', opacity: 0.16 };
  return (
    <svg class="figure" viewBox="0 0 120 150" aria-hidden="true">
      {cape ? <path d={`M${60 - half} 92 22 150H98L${60 + half} 92z`} fill={`var(--${COVENANTS[covenant] ?? 'azure'})`} /> : null}
      <path d={BACK[hair]} fill={hairTone} />
      <path d={`M${60 - half} 150V104L46 90H74L${60 + half} 104V150z`} fill={CLOTH_SWATCHES[shirt]} />
      <path d={`M60 96 74 90 ${60 + half} 104V150H60z`} {...shade} />
      <path d={`M${60 - half} 143H${60 + half}V150H${60 - half}z`} fill={CLOTH_SWATCHES[trousers]} />
      <path d="M51 78H69V94L60 102 51 94z" fill={tone} />
      <path d="M51 78H69V84L60 90 51 84z" {...shade} />
      <path d="M34 34 46 20H74L86 34V62L74 80H46L34 62z" fill={tone} />
      <path d="M60 20H74L86 34V62L74 80H60z" {...shade} opacity={0.1} />
      <path d="M44 50H51V55H44zM69 50H76V55H69z" fill="#2a2422" />
      <path d="M57 56 60 52 63 62H57z" {...shade} />
      {beard ? (
        <path d="M34 58 44 66H76L86 58V66L74 84 60 88 46 84 34 66zM52 69H68V72H52z" fill={hairTone} fill-rule="evenodd" />
      ) : (
        <path d="M53 70H67L64 73H56z" fill="#7a3b30" />
      )}
      <path d={TOP[hair]} fill={hairTone} />
    </svg>
  );
}
