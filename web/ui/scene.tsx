// The drawn scene behind the landing page until the world itself stands: Alderwick from the south road, in flat facets like the game. Pure picture.
import { memo } from './memo';

const WIDTH = 1600;
const HEIGHT = 900;

/** Seeded numbers 0..1, so that the picture is the same for everybody (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const points = (...list: readonly number[]) => list.map(n => n.toFixed(0)).join(' ');

/** A ridge of hills as one closed outline from the left edge to the right. */
function hills(seed: number, y: number, swing: number, steps: number): string {
  const roll = dice(seed);
  const tops = Array.from({ length: steps + 1 }, (_, i) => [(i / steps) * WIDTH, y - roll() * swing] as const);
  return `M0 ${HEIGHT}${tops.map(([x, top]) => `L${x.toFixed(0)} ${top.toFixed(0)}`).join('')}L${WIDTH} ${HEIGHT}z`;
}

function Mountain({
  x,
  base,
  width,
  height,
  tone,
}: {
  x: number;
  base: number;
  width: number;
  height: number;
  tone: readonly [string, string];
}) {
  const [left, right, top] = [x - width / 2, x + width / 2, base - height];
  const ledge = x + width * 0.07;
  const cap = 0.34;
  const [capLeft, capRight, capY] = [x - (width / 2) * cap, x + (width / 2) * cap, top + height * cap];
  return (
    <g>
      <polygon points={points(left, base, x, top, ledge, base)} fill={tone[0]} />
      <polygon points={points(x, top, right, base, ledge, base)} fill={tone[1]} />
      <polygon
        points={points(
          x,
          top,
          capLeft,
          capY,
          x - width * 0.07,
          capY - height * 0.06,
          x,
          capY + height * 0.08,
          x + width * 0.015,
          capY - 4,
        )}
        fill="#fdf8ee"
      />
      <polygon
        points={points(
          x,
          top,
          x + width * 0.015,
          capY - 4,
          x + width * 0.05,
          capY + height * 0.05,
          x + width * 0.09,
          capY - height * 0.05,
          capRight,
          capY,
        )}
        fill="#c9d6ea"
      />
    </g>
  );
}

function House({ x, y, size, roof, dark }: { x: number; y: number; size: number; roof: string; dark: string }) {
  const [wide, deep, wall, rise] = [size, size * 0.62, size * 0.5, size * 0.52];
  const timber = { stroke: '#6c452c', 'stroke-width': size * 0.045, fill: 'none' };
  return (
    <g transform={`translate(${x} ${y})`}>
      <polygon points={points(0, 0, wide, 0, wide, -wall, 0, -wall)} fill="#e3cfa6" />
      <polygon points={points(-deep, -size * 0.06, 0, 0, 0, -wall, -deep / 2, -wall - rise, -deep, -wall)} fill="#f6ead0" />
      <path
        d={`M${-deep} ${-wall}H0M${-deep / 2} ${-wall - rise}V${-size * 0.04}M${-deep} ${-wall}L${-deep / 2} 0M0 ${-wall}V0M${wide} 0V${-wall}M${wide * 0.5} 0V${-wall}`}
        {...timber}
      />
      <polygon
        points={points(
          -deep / 2,
          -wall - rise * 1.06,
          wide - deep * 0.32,
          -wall - rise * 1.06,
          wide + size * 0.1,
          -wall + size * 0.06,
          size * 0.05,
          -wall + size * 0.06,
        )}
        fill={roof}
      />
      <polygon
        points={points(
          -deep / 2,
          -wall - rise * 1.06,
          size * 0.05,
          -wall + size * 0.06,
          -size * 0.04,
          -wall + size * 0.09,
          -deep / 2,
          -wall - rise * 0.9,
          -deep - size * 0.08,
          -wall + size * 0.05,
          -deep - size * 0.14,
          -wall,
        )}
        fill={dark}
      />
      <rect x={wide * 0.16} y={-wall * 0.72} width={wide * 0.16} height={wall * 0.34} fill="#ffd88a" />
      <rect x={wide * 0.66} y={-wall * 0.72} width={wide * 0.16} height={wall * 0.34} fill="#ffd88a" />
      <rect x={wide * 0.5} y={-wall - rise * 1.35} width={size * 0.11} height={rise * 0.6} fill="#9a938d" />
    </g>
  );
}

function Tree({ x, y, size, leaf, light }: { x: number; y: number; size: number; leaf: string; light: string }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <polygon points="-6 0 6 0 4 -42 -4 -42" fill="#7a5237" />
      <polygon points="-44 -52 -30 -92 0 -112 32 -96 46 -56 26 -32 -22 -30" fill={leaf} />
      <polygon points="-44 -52 -30 -92 0 -112 -6 -74 -26 -50" fill={light} />
      <polygon points="0 -112 32 -96 16 -76 -6 -74" fill={light} opacity=".55" />
    </g>
  );
}

function Pine({ x, y, size, tone }: { x: number; y: number; size: number; tone: readonly [string, string] }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <rect x="-4" y="-16" width="8" height="16" fill="#5a3b2b" />
      {[0, 28, 54].map((lift, i) => (
        <g key={lift}>
          <polygon points={points(-34 + i * 8, -14 - lift, 0, -66 - lift, 4, -14 - lift)} fill={tone[0]} />
          <polygon points={points(34 - i * 8, -14 - lift, 0, -66 - lift, 4, -14 - lift)} fill={tone[1]} />
        </g>
      ))}
    </g>
  );
}

function Cloud({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <polygon points="-130 18 -96 -14 -58 -12 -30 -48 22 -56 52 -26 92 -30 132 18" fill="#fffaf0" />
      <polygon points="-130 18 -60 4 10 10 70 0 132 18" fill="#d3e2f2" />
    </g>
  );
}

const FOREST = (() => {
  const roll = dice(7);
  return Array.from({ length: 46 }, () => ({ x: roll() * WIDTH, y: 486 + roll() * 34, size: 0.26 + roll() * 0.2, kind: roll() }));
})();

const ROOFS = [
  ['#c9573b', '#8f3a28'],
  ['#5b7191', '#3f5069'],
  ['#d8b062', '#a07c38'],
  ['#4d8a88', '#356362'],
] as const;
const HOUSES = [
  [770, 540, 62, 0],
  [870, 528, 54, 1],
  [960, 548, 66, 2],
  [1075, 532, 56, 0],
  [1165, 552, 70, 3],
  [1290, 540, 64, 1],
  [700, 566, 60, 2],
  [1010, 590, 84, 1],
  [1230, 606, 96, 0],
] as const;

function Painting() {
  return (
    <svg class="scene" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id="sky" x2="0" y2="1">
          <stop offset="0" stop-color="#2f78d0" />
          <stop offset=".38" stop-color="#79bdf0" />
          <stop offset=".62" stop-color="#f7e8cd" />
        </linearGradient>
        <radialGradient id="sun" cx=".88" cy=".24" r=".5">
          <stop offset="0" stop-color="#fff3cf" stop-opacity=".95" />
          <stop offset=".2" stop-color="#ffe9b8" stop-opacity=".45" />
          <stop offset="1" stop-color="#ffe9b8" stop-opacity="0" />
        </radialGradient>
        <linearGradient id="meadow" x2="0" y2="1">
          <stop offset="0" stop-color="#a9c957" />
          <stop offset="1" stop-color="#4f8a38" />
        </linearGradient>
        <linearGradient id="haze" x2="0" y2="1">
          <stop offset="0" stop-color="#f7e8cd" stop-opacity="0" />
          <stop offset="1" stop-color="#f7ecd4" stop-opacity=".7" />
        </linearGradient>
      </defs>
      <rect width={WIDTH} height={HEIGHT} fill="url(#sky)" />
      <rect width={WIDTH} height={HEIGHT} fill="url(#sun)" />
      <Cloud x={1330} y={120} size={1.25} />
      <Cloud x={640} y={96} size={0.8} />
      <Cloud x={1010} y={190} size={0.6} />
      <g>
        <Mountain x={140} base={500} width={560} height={240} tone={['#a9bcd8', '#8298bd']} />
        <Mountain x={760} base={500} width={460} height={230} tone={['#b1c2db', '#8ba0c2']} />
        <Mountain x={1480} base={500} width={520} height={300} tone={['#a7b9d6', '#8297bb']} />
        <Mountain x={430} base={510} width={560} height={320} tone={['#9fb2d0', '#7489b0']} />
        <Mountain x={1120} base={510} width={620} height={350} tone={['#9aaecd', '#6f85ae']} />
      </g>
      <rect y={330} width={WIDTH} height={180} fill="url(#haze)" />
      <path d={hills(3, 500, 52, 14)} fill="#8fb58a" />
      <path d={hills(11, 516, 44, 11)} fill="#7da868" />
      {FOREST.map((tree, i) =>
        tree.kind < 0.55 ? (
          <Pine key={i} {...tree} tone={['#4d8a63', '#38704f']} />
        ) : (
          <Tree key={i} {...tree} leaf={tree.kind > 0.9 ? '#d2863a' : '#6a9d46'} light={tree.kind > 0.9 ? '#e8b25a' : '#93bd4b'} />
        ),
      )}
      <path d={`M0 ${HEIGHT}V560L260 530 560 556 900 520 1240 536 ${WIDTH} 510V${HEIGHT}z`} fill="#8fb84c" />
      <path d="M1600 560 1340 556 1150 568 960 562 780 572 900 582 1130 584 1370 574 1600 586z" fill="#63b9d2" />
      {HOUSES.map(([x, y, size, roof]) => (
        <House key={x} x={x} y={y} size={size} roof={ROOFS[roof][0]} dark={ROOFS[roof][1]} />
      ))}
      <path d={`M0 ${HEIGHT}V640L330 596 720 612 1100 622 1360 604 ${WIDTH} 632V${HEIGHT}z`} fill="url(#meadow)" />
      <path
        d={`M1000 606C1040 640 900 660 910 700 920 742 1120 740 1110 790 1104 826 960 850 900 ${HEIGHT}H1260C1270 850 1250 800 1226 766 1180 716 1010 716 1006 690 1004 668 1080 640 1040 606z`}
        fill="#c49a66"
      />
      <path
        d={`M1012 610C1046 640 934 664 940 698 948 732 1140 738 1140 788 1140 826 1010 856 960 ${HEIGHT}H1150C1200 846 1210 802 1180 770 1140 726 984 722 980 692 978 666 1062 642 1030 610z`}
        fill="#d6b07c"
      />
      <path d={`M0 ${HEIGHT}V720L240 700 520 760 700 ${HEIGHT}z`} fill="#5f9440" />
      <path d={`M${WIDTH} ${HEIGHT}V690L1420 706 1300 780 1220 ${HEIGHT}z`} fill="#6a9f42" />
      <Pine x={70} y={770} size={3.1} tone={['#3d7d58', '#275a40']} />
      <Pine x={236} y={748} size={2.1} tone={['#438a58', '#2f6d4f']} />
      <Tree x={1500} y={800} size={2.6} leaf="#4f8a3c" light="#84b64c" />
      <Tree x={1380} y={700} size={1.2} leaf="#5f9c3c" light="#93bd4b" />
    </svg>
  );
}

export const Scene = memo(Painting);
