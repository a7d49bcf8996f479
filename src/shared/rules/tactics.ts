// What somebody who knows his trade does next in a fight: get out of what is about to fall, keep friends alive, hold foes, break casts, strike
// with what is strongest and ready. In: himself, his friends and foes as he sees them. Out: one ability, and where to stand. Pure: companions
// think with it on the server.
import type { AbilityKind, Role } from '../content/kinds';

interface Spot {
  readonly x: number;
  readonly z: number;
}
export interface Friend extends Spot {
  readonly id: number;
  /** Share of its health, 0..1. */
  readonly life: number;
  readonly role: Role;
  /** He goes by these same tactics, so one knows what he will do; of others nobody does. */
  readonly isAlike: boolean;
}
export interface Foe extends Spot {
  readonly id: number;
  readonly life: number;
  readonly isCasting: boolean;
  readonly radius_m: number;
  /** Whom it fights; 0: nobody here. */
  readonly fights: number;
}
/** Ground on which he should not stand. */
export interface Hazard {
  covers(x: number, z: number): boolean;
}
export interface Self extends Friend {
  /** What he knows and has the arms for. */
  readonly abilities: readonly AbilityKind[];
  readonly isCasting: boolean;
  /** Whether it may be used now: no cooldown runs, and the power is there. */
  isReady(ability: AbilityKind): boolean;
}
export interface Situation {
  readonly self: Self;
  /** Himself among them. The dead are nobody's friends here. */
  readonly friends: readonly Friend[];
  readonly foes: readonly Foe[];
  /** Whom the company fights first. */
  readonly mark: number;
  readonly hazards: readonly Hazard[];
  /** Ground on which somebody is wanted, with room for him. */
  readonly wanted: Spot | null;
  /** Whether he can go straight there. */
  isOpen(spot: Spot): boolean;
}
export interface Choice {
  readonly ability: AbilityKind | null;
  /** Id of a friend or foe; 0: none. */
  readonly target: number;
  /** Where to go; null: stay. */
  readonly to: Spot | null;
  /** Whom to look at. */
  readonly face: Spot | null;
}

/** Friends with less of their health than this are mended, with less than that by whatever is strongest. */
const HURT = 0.82;
const DYING = 0.45;
/** Archers and mages keep to this share of their reach. */
const COMFORT = 0.7;
/** Ways out are looked for all round, so far. */
const WAYS = 12;
const FARTHEST_M = 15;

const away = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.z - b.z);
/** A rough measure of what it does; cooldowns make what is rare worth more. */
export const strengthOf = ({ amount, scale_pct, weapon, cooldown_ticks }: AbilityKind): number =>
  (amount[0] + amount[1]) / 2 + scale_pct / 3 + (weapon ? 30 : 0) + cooldown_ticks / 20;

export function choose(situation: Situation): Choice {
  const { self, friends, foes } = situation;
  const target = foes.find(({ id }) => id === situation.mark) ?? nearest(self, foes);
  const flight = fleeing(situation) ?? situation.wanted;
  const deed =
    self.isCasting && !flight
      ? null
      : (mending(self, friends) ?? holding(self, friends, foes) ?? (target ? striking(self, target, friends) : null));
  const to = flight ?? (deed ? deed.to : target ? standFor(self, target) : null);
  // A cast would be broken off by the first step.
  const useful =
    deed && (flight || deed.to) && deed.ability && !deed.ability.move_cast && deed.ability.cast_ticks > 0
      ? { ...deed, ability: null }
      : deed;
  return { ability: useful?.ability ?? null, target: useful?.target ?? 0, to, face: deed?.face ?? target ?? null };
}

function nearest(self: Spot, foes: readonly Foe[]): Foe | undefined {
  return foes.toSorted((a, b) => away(self, a) - away(self, b))[0];
}

/** The nearest spot that nothing falls on; he stays where he is when there is none. */
function fleeing({ self, hazards, isOpen }: Situation): Spot | null {
  const isSafe = (x: number, z: number): boolean => !hazards.some(hazard => hazard.covers(x, z));
  if (isSafe(self.x, self.z)) return null;
  for (let away_m = 1.5; away_m <= FARTHEST_M; away_m += 1.5) {
    for (let i = 0; i < WAYS; i++) {
      const angle = self.id + (i * 2 * Math.PI) / WAYS;
      const spot = { x: self.x + Math.sin(angle) * away_m, z: self.z + Math.cos(angle) * away_m };
      // A step more than he need: who stops on the line is struck.
      if (isSafe(spot.x, spot.z) && isOpen(spot)) return { x: spot.x + Math.sin(angle) * 0.6, z: spot.z + Math.cos(angle) * 0.6 };
    }
  }
  return null;
}

const mends = ({ on, amount, effect, reach, cls }: AbilityKind): boolean =>
  on === 'friend' && reach !== 'self' && (amount[1] > 0 || (effect !== undefined && cls !== undefined));

function mending(self: Self, friends: readonly Friend[]): Choice | null {
  if (self.role !== 'healer') return null;
  const worst = friends.toSorted((a, b) => a.life - b.life)[0];
  if (!worst || worst.life > HURT) return null;
  const ready = self.abilities.filter(ability => mends(ability) && self.isReady(ability));
  const byStrength = ready.toSorted((a, b) => strengthOf(b) - strengthOf(a));
  const ability = worst.life < DYING ? byStrength[0] : byStrength.at(-1);
  return ability ? onto(self, worst, ability, 0) : null;
}

/** Whoever stands in front turns on himself what fights others; what another one of his trade holds is held. */
function holding(self: Self, friends: readonly Friend[], foes: readonly Foe[]): Choice | null {
  if (self.role !== 'tank') return null;
  const loose = foes.filter(({ fights }) => friends.some(({ id, role }) => id === fights && role !== 'tank'));
  if (!loose.length) return null;
  const taunts = self.abilities.filter(
    ability => ability.on === 'foe' && (ability.threat_pct ?? 100) > 150 && self.isReady(ability),
  );
  const foe = nearest(self, loose)!;
  const taunt = taunts
    .toSorted((a, b) => (b.threat_pct ?? 0) - (a.threat_pct ?? 0))
    .find(({ reach, range_m }) => reach !== 'nova' || away(self, foe) < range_m);
  return taunt ? onto(self, foe, taunt, foe.radius_m) : null;
}

function striking(self: Self, foe: Foe, friends: readonly Friend[]): Choice | null {
  const ready = self.abilities.filter(ability => self.isReady(ability));
  const breaker = foe.isCasting ? ready.find(({ interrupt_ticks, on }) => on === 'foe' && interrupt_ticks) : undefined;
  if (breaker) return onto(self, foe, breaker, foe.radius_m);
  const stance = ready.find(ability => ability.reach === 'self' && ability.on === 'friend' && wants(ability, self, foe, friends));
  if (stance) return { ability: stance, target: self.id, to: standFor(self, foe), face: foe };
  const blows = ready.filter(ability => ability.on === 'foe' && !ability.interrupt_ticks && strengthOf(ability) > 0);
  const best = blows
    .toSorted((a, b) => strengthOf(b) - strengthOf(a))
    .find(({ reach, range_m, radius_m }) => reach !== 'nova' || away(self, foe) <= (radius_m ?? range_m));
  return best ? onto(self, foe, best, foe.radius_m) : null;
}

/** Guards are for who is hurt, quickenings for a foe that is still worth them. */
function wants({ amount, cooldown_ticks, cost }: AbilityKind, self: Self, foe: Foe, friends: readonly Friend[]): boolean {
  if (!cooldown_ticks) return false;
  if (amount[1] > 0 && self.role !== 'tank') return self.life < 0.6;
  if (self.role === 'tank') return self.life < 0.75;
  return foe.life > 0.4 && cost < 40 && friends.length > 0;
}

function onto(self: Self, target: Spot & { readonly id: number }, ability: AbilityKind, radius_m: number): Choice {
  const reach_m = ability.reach === 'nova' || ability.reach === 'self' ? Infinity : ability.range_m + radius_m;
  const isNear = away(self, target) <= reach_m;
  return {
    ability: isNear ? ability : null,
    target: target.id,
    to: isNear ? null : between(self, target, reach_m * 0.85),
    face: target,
  };
}

/** Where he fights that foe from. */
function standFor(self: Self, foe: Foe): Spot | null {
  const reach_m = Math.max(
    0,
    ...self.abilities.filter(({ on, reach }) => on === 'foe' && reach !== 'nova').map(({ range_m }) => range_m),
  );
  const near_m = self.role === 'tank' ? 2.4 + foe.radius_m : reach_m > 10 ? reach_m * COMFORT : 2.4 + foe.radius_m;
  return away(self, foe) > near_m + 0.8 ? between(self, foe, near_m) : null;
}

/** The point on the way to it from which it is `short_m` away. */
function between(from: Spot, to: Spot, short_m: number): Spot {
  const length = away(from, to);
  const share = length > short_m ? (length - short_m) / length : 0;
  return { x: from.x + (to.x - from.x) * share, z: from.z + (to.z - from.z) * share };
}
