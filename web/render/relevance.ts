// Which name plates are shown when there is no room for all: target, friends, whoever strikes at the player or speaks, then the near ones.
// In: bodies with what each matters, every frame. Out: the most relevant in a stable order: a plate that is shown gives way only to one that
// matters clearly more, and two change places only when one clearly overtakes the other.
import { CLASS_PLAYER, FLAG_COMBAT, FLAG_DEAD } from '../../assembly/layout';
import { type ActorView, HEED_ATTACKER, HEED_FRIEND, HEED_SPEAKING } from './contract';

/** Ordinary plates are shown up to here; reasons to be heeded carry further. */
export const PLATES_M = 48;
const HEEDED_M = 90;
/** Plates at least this relevant are shown even where there is no room. */
export const ALWAYS = 420;

export interface Focus {
  target: number;
  hover: number;
  platesOn: boolean;
}

/** How much a plate matters, 0 shows none. `heed`: HEED_* bits. Distances only tell apart those of the same kind. */
export function relevance(body: ActorView, distance_m: number, heed: number, focus: Focus): number {
  if (body.own) return 0;
  if (body.id === focus.target) return 1000;
  if (body.id === focus.hover) return 900;
  if (body.mark && distance_m < PLATES_M * 1.4) return 530 - distance_m;
  const dead = (body.flags & FLAG_DEAD) !== 0;
  if (!focus.platesOn || dead || distance_m > HEEDED_M) return 0;
  if (heed & HEED_FRIEND) return 800 - distance_m;
  if (heed & HEED_ATTACKER) return 700 - distance_m;
  if (distance_m > PLATES_M) return 0;
  if (heed & HEED_SPEAKING) return 600 - distance_m;
  const fighting = (body.flags & FLAG_COMBAT) !== 0 || body.hp < 1;
  if (body.stance === 'foe') return (fighting ? 400 : distance_m < 26 ? 240 : 60) - distance_m;
  if (body.cls === CLASS_PLAYER) return 200 - distance_m;
  if (body.stance === 'villager') return distance_m < 18 ? 150 - distance_m : 0;
  return distance_m < 16 || fighting ? 100 - distance_m : 0;
}

/** By so much a plate that is shown is worth more than it was. */
const HOLD = 5;
/** And by so much when it has just come up. */
const FRESH_HOLD = 14;
const FRESH_S = 1;
/** One of two neighbours passes the other when it is worth so much more. */
const OVERTAKE = 4;

/** What stays the same about a plate from frame to frame. */
export interface Standing {
  weight: number;
  sinceS: number;
  /** Frame in which it was chosen last; -1: not now. */
  chosen: number;
}

export class Relevant<T extends Standing> {
  /** The chosen ones, the most relevant first. */
  readonly order: T[] = [];
  private readonly best: T[] = [];
  private frame = 0;
  private most = 0;
  private timeS = 0;

  begin(most: number, timeS: number): void {
    this.most = most;
    this.timeS = timeS;
    this.best.length = 0;
    this.frame++;
  }

  /** The next one; weights are above 0. */
  offer(one: T, weight: number): void {
    one.weight = weight;
    const { best, most } = this;
    const worth = this.worth(one);
    if (best.length === most && worth <= this.worth(best[most - 1])) return;
    let at = best.length < most ? best.length : most - 1;
    for (; at > 0 && this.worth(best[at - 1]) < worth; at--) best[at] = best[at - 1];
    best[at] = one;
  }

  /** Settles `order`. */
  end(): void {
    const { best, order, frame } = this;
    for (const one of best) {
      if (one.chosen < 0) {
        one.sinceS = this.timeS;
        order.push(one);
      }
      one.chosen = frame;
    }
    let kept = 0;
    for (const one of order) {
      if (one.chosen === frame) order[kept++] = one;
      else one.chosen = -1;
    }
    order.length = kept;
    for (let i = 1; i < kept; i++) {
      for (let k = i; k > 0 && overtakes(order[k], order[k - 1], this.timeS); k--) {
        const ahead = order[k - 1];
        order[k - 1] = order[k];
        order[k] = ahead;
      }
    }
  }

  private worth({ weight, chosen, sinceS }: Standing): number {
    if (chosen < 0) return weight;
    return weight + (this.timeS - sinceS < FRESH_S ? FRESH_HOLD : HOLD);
  }
}

/** Newcomers take the place that is theirs; who stands needs a lead. */
function overtakes(one: Standing, ahead: Standing, timeS: number): boolean {
  return one.weight > ahead.weight + (one.sinceS === timeS ? 0 : OVERTAKE);
}
