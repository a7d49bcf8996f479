// What a swarm can be told to do: `--mind crowd|stand|wander|fight|trade|brawl|throng|roam|pingpong|corner|gossip|visit`. In: a name and which bot it is. Out: its
// mind, whether it needs eyes, and where it begins (else at the home region's spawn, as every newcomer does).
import { PLACES } from '../../src/shared/content';
import type { Mind } from '../harness/bot';
import { gossip } from '../harness/gossip';
import { all, chatter, crowd, fight, stand, strolls, trade, wander } from '../harness/minds';
import { corner, cornerPoint, gateOf, pingpong, prepare, roam } from '../harness/travellers';
import type { Point } from '../harness/ways';

interface Role {
  mind(n: number): Mind;
  /** Who only walks by the map needs no core of his own: the region tells him where he is. */
  eyes(n: number): boolean;
  begins?(n: number): Point;
  /** They enter one after another, so far apart: each wakes a region, which takes the server a moment. */
  apart_ms?: number;
  /** It is always on the move: whoever does not get on is stuck. */
  travels?: boolean;
  /** Once per thread, before anybody joins. */
  prepare?(): void;
}

const half = (n: number): boolean => n % 2 === 0;
/** Boars and foxes live here, on both sides of the line along which the home region divides. */
const BRAWL = { x: 772, z: 652 };
/** A crowd that sees all of itself: nobody is farther from the middle than this, and 144 m are shown. */
const THRONG_M = 55;
const inThrong = (n: number): Point => {
  const angle = n * 2.399963;
  const away_m = THRONG_M * Math.sqrt(((n * 97) % 1000) / 1000);
  return { x: BRAWL.x + Math.sin(angle) * away_m, z: BRAWL.z + Math.cos(angle) * away_m };
};
const beside = ({ x, z }: Point, n: number): Point => ({ x: x + ((n % 7) - 3), z: z + ((n % 5) - 2) });
const spawnOf = (n: number): Point => PLACES[n % PLACES.length].spawns[0];

export const ROLES = {
  crowd: { mind: crowd, eyes: n => !strolls(n) },
  stand: { mind: () => stand(), eyes: () => false },
  wander: { mind: () => all(wander(), chatter(25)), eyes: half },
  fight: { mind: () => fight(), eyes: () => true },
  trade: { mind: () => trade(), eyes: () => true },
  brawl: { mind: () => all(fight(BRAWL), chatter(25)), eyes: () => true, begins: n => beside(BRAWL, n) },
  /** Most stroll about in the crowd; one in eight has eyes, and fights what lives there. */
  throng: {
    mind: n => all(n % 8 ? wander(BRAWL, THRONG_M) : fight(inThrong(n)), chatter(60)),
    eyes: n => n % 8 === 0,
    begins: inThrong,
  },
  roam: {
    mind: () => all(roam(), chatter(40)),
    eyes: half,
    begins: n => beside(spawnOf(n), n),
    travels: true,
    prepare: () => prepare('roam'),
  },
  pingpong: {
    mind: pingpong,
    eyes: half,
    begins: n => gateOf(n).here,
    travels: true,
    prepare: () => prepare('pingpong'),
  },
  corner: { mind: corner, eyes: half, begins: n => beside(cornerPoint(), n), travels: true, prepare: () => prepare('corner') },
  /** They stand about at all spawns, so that what they say goes through every region, and talk to the world. */
  gossip: { mind: gossip, eyes: () => false, begins: n => beside(spawnOf(n), n) },
  visit: { mind: n => wander(spawnOf(n), 8), eyes: () => false, begins: spawnOf, apart_ms: 800 },
} satisfies Record<string, Role>;

export type RoleName = keyof typeof ROLES;
export const roleOf = (name: RoleName): Role => ROLES[name];
export const isRole = (name: string): name is RoleName => name in ROLES;
