// Using abilities so that it feels at once and honest: what the client knows to be impossible is said at once, a key pressed a moment
// too early waits for the cooldown, and a strike goes on striking. In: key presses, cooldowns, refusals; out: use messages, refusals in words.
import * as L from '../../assembly/layout';
import { abilities } from '../../src/shared/content';
import type { AbilityKind } from '../../src/shared/content/kinds';
import { callSteed, checkRide } from '../../src/shared/rules/mounts';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { yawTo } from '../input/steer';
import { bag, bodyFlags, cooldowns, life, riding, sheet, status } from '../state';
import { myAbility } from '../ui/derived';
import { bodyOf, farFrom, type Stage } from './stage';
import type { Targets } from './targets';

const STRIKE = 1;
/** A press this long before the cooldown ends is kept. */
const EARLY_MS = 450;
/** After a use the body faces its target for so long. */
const FACE_MS = 700;
/** A use that the region refused because the body looked elsewhere is told again once the body has turned. */
const TURNED_MS = 130;
/** Reach is measured to the body's skin, as the core does. */
const BODY_M = 0.9;

export class Fight {
  /** Where the body should look because of a use, or null. */
  faceYaw: number | null = null;
  /** Strikes go on by themselves. */
  engaged = false;
  /** Says why not. */
  onRefusal: (reason: number, ability: number) => void = () => {};
  private faceUntil_ms = 0;
  /** `isAgain`: it was told before, and refused. */
  private kept: { ability: number; from_ms: number; until_ms: number; isAgain: boolean } | null = null;
  /** Number of the last use that was told again. */
  private again = 0;
  private sentStrike_ms = 0;
  /** When the cooldown that abilities share is over. */
  private sharedReady_ms = 0;
  /** Numbers of uses that the player did not press himself: their refusals are not his business. */
  private readonly unasked = new Set<number>();

  constructor(
    private readonly stage: Stage,
    private readonly targets: Targets,
  ) {
    stage.session.on('refused', body => {
      if (!this.unasked.delete(body.number)) this.refused(body);
    });
    stage.session.on('status', () => {
      this.sharedReady_ms = performance.now() + (stage.session.status?.global ?? 0) * L.TICK_MS;
    });
    targets.onChange = () => {
      this.engaged = false;
    };
  }

  /** The player pressed the key of an ability. */
  use(ability: number): void {
    const kind = myAbility(ability);
    if (!kind) return;
    const wait_ms = this.readyIn_ms(kind);
    // Strikes go on by themselves: pressing the key again only means "go on".
    if (ability === STRIKE && wait_ms > 0 && this.targets.foe) this.engaged = true;
    else if (wait_ms > EARLY_MS) this.onRefusal(REASONS.onCooldown, ability);
    else if (wait_ms > 0) this.keep(ability, wait_ms);
    else this.start(kind, true);
  }

  /** Calls the steed, or gets off it. */
  ride(): void {
    const reason = riding.value ? OK : checkRide({ life: life.value }, bodyFlags.value);
    if (reason === OK) this.use(callSteed().id);
    else this.onRefusal(reason, callSteed().id);
  }

  /** Attack on a click: strike what was clicked, and go on. */
  engage(id: number): void {
    this.targets.set(id);
    this.engaged = true;
  }

  stop(): void {
    this.engaged = false;
    this.kept = null;
    this.faceYaw = null;
  }

  /** Is a living foe within the strike's reach? */
  inStrikeReach(id: number): boolean {
    const body = bodyOf(this.stage, id);
    const range_m = abilities.get(STRIKE)?.range_m ?? 0;
    return !!body && farFrom(this.stage, body.x, body.z) <= range_m + BODY_M;
  }

  frame(now_ms: number): void {
    if (this.kept) this.tryKept(now_ms);
    if (this.engaged) this.goOn(now_ms);
    if (now_ms > this.faceUntil_ms && !this.isCasting()) this.faceYaw = null;
    else if (this.targets.foe) this.faceYaw = this.yawOf(this.targets.foe);
  }

  private refused({ number, reason, ability }: { number: number; reason: number; ability: number }): void {
    const isTurning = reason === REASONS.notFacing && number !== this.again && this.faceYaw !== null;
    if (!isTurning) this.onRefusal(reason, ability);
    else this.keep(ability, TURNED_MS, true);
  }

  private keep(ability: number, wait_ms: number, isAgain = false): void {
    const from_ms = performance.now() + wait_ms;
    this.kept = { ability, from_ms, until_ms: from_ms + 250, isAgain };
  }

  private tryKept(now_ms: number): void {
    const { ability, from_ms, until_ms, isAgain } = this.kept as NonNullable<typeof this.kept>;
    const kind = myAbility(ability);
    if (!kind || now_ms > until_ms) this.kept = null;
    else if (now_ms >= from_ms && this.readyIn_ms(kind) <= 0 && !this.isCasting()) {
      this.kept = null;
      this.start(kind, true, isAgain);
    }
  }

  private goOn(now_ms: number): void {
    const { foe } = this.targets;
    if (!foe) {
      this.engaged = false;
      return;
    }
    const kind = abilities.get(STRIKE);
    if (!kind || this.isCasting() || this.kept || now_ms - this.sentStrike_ms < 300) return;
    if (this.readyIn_ms(kind) > 0 || !this.inStrikeReach(foe.id)) return;
    this.start(kind, false);
  }

  private start(kind: AbilityKind, asked: boolean, isAgain = false): void {
    const target = this.targetFor(kind);
    const lacking = target === null ? REASONS.noTarget : (status.value?.power ?? 0) < kind.cost ? REASONS.notEnoughPower : 0;
    if (target === null || lacking) {
      this.onRefusal(lacking, kind.id);
      return;
    }
    const number = this.stage.session.use(kind.id, target);
    if (!asked) this.unasked.add(number);
    if (isAgain) this.again = number;
    const body = target ? bodyOf(this.stage, target) : undefined;
    if (body && !body.own) this.faceTarget(body);
    if (kind.id === STRIKE) {
      this.sentStrike_ms = performance.now();
      this.engaged = true;
    } else if (kind.on === 'foe' && kind.arms === 'melee') this.engaged = true;
  }

  /** Entity for the wire (0: none is needed); null when one is needed and nobody is there. */
  private targetFor(kind: AbilityKind): number | null {
    const { targets, stage } = this;
    if (kind.reach === 'self' || kind.reach === 'nova' || kind.reach === 'cone') return targets.foe?.id ?? 0;
    if (kind.on === 'friend') {
      const { body } = targets;
      return body && body.cls === L.CLASS_PLAYER && !(body.flags & L.FLAG_DEAD) ? body.id : stage.session.entity;
    }
    if (!targets.foe) {
      const likely = targets.likely(kind.range_m + BODY_M);
      if (!likely) return null;
      targets.set(likely);
    }
    return targets.id;
  }

  private yawOf(body: { x: number; z: number }): number {
    const { drawn } = this.stage.session.predictor;
    return yawTo(drawn.x, drawn.z, body.x, body.z);
  }

  private faceTarget(body: { x: number; z: number }): void {
    this.faceYaw = this.yawOf(body);
    this.faceUntil_ms = Math.max(this.faceUntil_ms, performance.now() + FACE_MS);
  }

  private isCasting(): boolean {
    return (status.value?.casting ?? 0) !== 0;
  }

  private readyIn_ms(kind: AbilityKind): number {
    const now_ms = performance.now();
    const own = (cooldowns.value.get(kind.id)?.readyAt ?? 0) - now_ms;
    const shared = kind.global ? this.sharedReady_ms - now_ms : 0;
    return Math.max(own, shared);
  }
}

/** Does the character know this ability? */
export function knows(ability: number): boolean {
  return sheet.value?.abilities.includes(ability) ?? false;
}

/** The pile of an item kind in the bag that would be used first, or undefined. */
export function pileOf(kind: number): { id: string } | undefined {
  return bag.value.find(item => item.kind === kind && item.slot < 100);
}
