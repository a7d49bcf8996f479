// What a swarm can be told to do: `--mind crowd|wander|fight|trade|roam|pingpong|corner`. In: a name and which bot it is. Out: its mind, and
// whether it needs eyes.
import type { Mind } from '../harness/bot';
import { all, chatter, crowd, fight, strolls, trade, wander } from '../harness/minds';
import { corner, pingpong, prepare, roam } from '../harness/travellers';

interface Role {
  mind(n: number): Mind;
  /** Who only walks by the map needs no core of his own: the region tells him where he is. */
  eyes(n: number): boolean;
  /** Once per thread, before anybody joins. */
  prepare?(): void;
}

const half = (n: number): boolean => n % 2 === 0;

export const ROLES = {
  crowd: { mind: crowd, eyes: n => !strolls(n) },
  wander: { mind: () => all(wander(), chatter(25)), eyes: half },
  fight: { mind: () => fight(), eyes: () => true },
  trade: { mind: () => trade(), eyes: () => true },
  roam: { mind: () => all(roam(), chatter(40)), eyes: half, prepare: () => prepare('roam') },
  pingpong: { mind: pingpong, eyes: half, prepare: () => prepare('pingpong') },
  corner: { mind: corner, eyes: half, prepare: () => prepare('corner') },
} satisfies Record<string, Role>;

export type RoleName = keyof typeof ROLES;
export const roleOf = (name: RoleName): Role => ROLES[name];
export const isRole = (name: string): name is RoleName => name in ROLES;
