// The use key: what lies, stands or grows nearest, what the prompt says of it, and doing it. In: bodies, corpses, ground items, nodes,
// stations; out: the prompt signal, stations within reach, and talk, loot, pick-up, gather and skin messages.
import { CLASS_MONSTER, CLASS_VILLAGER, FLAG_DEAD } from '../../assembly/layout';
import { DUNGEONS, gateOf, items, monsters, poiNumber } from '../../src/shared/content';
import { HARVEST, type Harvested, SERVES_AS, STATION_OF, type Station, TRADES } from '../../src/shared/content/trades';
import { LOOT_RANGE_M, TALK_RANGE_M } from '../../src/shared/protocol/limits';
import { CRAFT_RANGE_M, stationsNear } from '../../src/shared/rules/craft';
import { hideOf } from '../../src/shared/rules/gather';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { GATE_RANGE_M } from '../../src/shared/rules/runs';
import { WAYSTONE_RANGE_M } from '../../src/shared/rules/travel';
import { doorOf } from '../places';
import type { ActorView } from '../render/contract';
import { settings } from '../settings';
import * as state from '../state';
import { corpses, craftTrade, gate, ground, lootOpen, panels, prompt, waystone } from '../state';
import { t } from '../strings';
import { keyOf } from '../ui/keys';
import { bodyOf, farFrom, type Stage } from './stage';
import { postsToHold } from './tasks';

const EVERY_S = 0.12;
/** So near to it, on its inside, one is asked whether one wants to leave. */
const INNER_GATE_M = 6;
/** The server measures from where it sees us: stay a little inside its ranges. */
const MARGIN_M = 0.4;
/** A beast that rises again within this time is known by its number and may be skinned anew after it. */
const SKINNED_MS = 60_000;

interface Use {
  text: string;
  distance: number;
  run: () => void;
}

export class Interact {
  readonly spentNodes = new Set<number>();
  /** Beasts whose hide is gone, with their level. */
  private readonly skinned = new Map<number, number>();
  onRefusal: (reason: number) => void = () => {};
  private nearest: Use | null = null;
  private age_s = 0;

  constructor(private readonly stage: Stage) {
    stage.session.on('nodes', body => {
      this.spentNodes.clear();
      for (const node of body.spent) this.spentNodes.add(node);
    });
    // Nodes are numbered place by place.
    state.place.subscribe(() => this.spentNodes.clear());
  }

  frame(dt_s: number): void {
    this.age_s += dt_s;
    if (this.age_s < EVERY_S) return;
    this.age_s = 0;
    this.look();
    this.nearest = this.find();
    const text = this.nearest?.text ?? '';
    if (text !== (prompt.value?.text ?? '')) prompt.value = text ? { key: keyOf('interact'), text } : null;
  }

  use(): void {
    if (this.stage.session.predictor.drawn.flags & FLAG_DEAD) {
      this.stage.session.send('release', {});
      return;
    }
    this.nearest = this.find();
    if (this.nearest) this.nearest.run();
    else this.onRefusal(REASONS.nothingThere);
  }

  /** A click on a body: talk or loot, if it is near enough. */
  useBody(body: ActorView): void {
    if (body.cls === CLASS_VILLAGER) this.talk(body.id);
    else if (corpses.value.has(body.id)) this.openCorpse(body.id);
  }

  talk(id: number): void {
    const body = bodyOf(this.stage, id);
    if (!body || farFrom(this.stage, body.x, body.z) > TALK_RANGE_M) this.onRefusal(REASONS.tooFar);
    else this.stage.session.send('talk', { target: id });
  }

  /** Opens the loot window, or takes all at once when the player wants it so. */
  openCorpse(id: number): void {
    const body = bodyOf(this.stage, id);
    if (body && farFrom(this.stage, body.x, body.z) > LOOT_RANGE_M) this.onRefusal(REASONS.tooFar);
    else if (settings.autoLoot.value) this.loot(id);
    else lootOpen.value = id;
  }

  loot(corpse: number): void {
    void this.tell(this.stage.session.command('loot', { corpse }));
  }

  pickUp(id: number): void {
    void this.tell(this.stage.session.command('pickUp', { ground: id }));
  }

  /** Waits for the region's answer and says why not. */
  async tell(answer: Promise<number>): Promise<number> {
    const reason = await answer;
    if (reason && reason !== REASONS.alreadyDone) this.onRefusal(reason);
    return reason;
  }

  private find(): Use | null {
    let best: Use | null = null;
    for (const use of this.uses()) if (!best || use.distance < best.distance) best = use;
    return best;
  }

  private *uses(): Generator<Use> {
    const { session, place } = this.stage;
    for (const id of corpses.value.keys()) {
      const body = session.mirror?.bodies.get(id);
      if (!body || !(body.flags & FLAG_DEAD)) continue;
      const distance = farFrom(this.stage, body.x, body.z);
      // Loot comes before talk at the same distance: it is what lies at the feet after a fight.
      if (distance < LOOT_RANGE_M - MARGIN_M)
        yield { text: t('prompt.loot', { who: body.name }), distance: distance - 2, run: () => this.openCorpse(id) };
    }
    for (const item of ground.value) {
      const distance = farFrom(this.stage, item.x / 100, item.z / 100);
      if (distance < LOOT_RANGE_M - MARGIN_M)
        yield {
          text: t('prompt.pickUp', { what: pieces(item.kind, item.quantity) }),
          distance: distance - 1,
          run: () => this.pickUp(item.id),
        };
    }
    for (const body of session.mirror?.list ?? []) {
      if (body.cls !== CLASS_VILLAGER || body.flags & FLAG_DEAD) continue;
      const distance = farFrom(this.stage, body.x, body.z);
      if (distance < TALK_RANGE_M - MARGIN_M)
        yield { text: t('prompt.talk', { who: body.name }), distance, run: () => this.talk(body.id) };
    }
    for (const [index, poi] of place.pois.entries()) {
      const distance = poi.waystone ? farFrom(this.stage, poi.x, poi.z) : Number.POSITIVE_INFINITY;
      // The stone is large and stands in the middle of things: whatever else is at hand comes first.
      if (distance < WAYSTONE_RANGE_M - MARGIN_M)
        yield {
          text: t('prompt.waystone', { where: poi.name }),
          distance: distance + 4,
          run: () => {
            waystone.value = poiNumber(place, index);
          },
        };
    }
    yield* this.gates();
    for (const { post, index } of postsToHold(place)) {
      const distance = farFrom(this.stage, post.x, post.z);
      if (distance < post.radius - MARGIN_M)
        yield {
          text: t('prompt.hold', { where: post.name }),
          distance: distance + 2,
          run: () => void this.tell(session.command('stand', { post: index })),
        };
    }
    for (const [index, node] of place.nodes.entries()) {
      const distance = farFrom(this.stage, node.x, node.z);
      if (distance < LOOT_RANGE_M - MARGIN_M && !this.spentNodes.has(index))
        yield {
          text:
            this.lacking(node.prop === 'chest' ? undefined : HARVEST[node.item]) ||
            t(`prompt.${node.prop}`, { what: items.key(node.item).name }),
          distance,
          run: () => void this.tell(session.command('gather', { node: index })),
        };
    }
    yield* this.hides();
    yield* this.stations();
  }

  /** Gates of dungeons, from either side. */
  private *gates(): Generator<Use> {
    const { place } = this.stage;
    for (const dungeon of DUNGEONS) {
      const inside = dungeon.place === place;
      const outside = gateOf(dungeon);
      if (!inside && outside.place !== place) continue;
      const spot = inside ? doorOf(dungeon) : outside.poi;
      const distance = farFrom(this.stage, spot.x, spot.z);
      if (distance < (inside ? INNER_GATE_M : GATE_RANGE_M - MARGIN_M))
        yield {
          text: t(inside ? 'prompt.wayOut' : 'prompt.gate', { where: dungeon.name }),
          distance: distance + 3,
          run: () => {
            gate.value = dungeon.id;
          },
        };
    }
  }

  /** Beasts at the feet whose hides nobody has taken yet, as far as he knows: loot comes first. */
  private *hides(): Generator<Use> {
    const { session } = this.stage;
    for (const body of session.mirror?.list ?? []) {
      if (body.cls !== CLASS_MONSTER || !(body.flags & FLAG_DEAD) || corpses.value.has(body.id)) continue;
      if (this.skinned.get(body.id) === body.level) continue;
      const hide = hideOf(monsters.get(body.kind), body.level);
      const distance = hide ? farFrom(this.stage, body.x, body.z) : Number.POSITIVE_INFINITY;
      if (distance < LOOT_RANGE_M - MARGIN_M)
        yield {
          text: this.lacking(hide?.won) || t('prompt.skin', { who: body.name }),
          distance: distance - 1.5,
          run: () => void this.skin(body.id, body.level),
        };
    }
  }

  private async skin(corpse: number, level: number): Promise<void> {
    const reason = await this.tell(this.stage.session.command('skin', { corpse }));
    const gone: number[] = [OK, REASONS.noHide, REASONS.nothingThere, REASONS.someoneFaster];
    if (!gone.includes(reason)) return;
    this.skinned.set(corpse, level);
    setTimeout(() => this.skinned.delete(corpse), SKINNED_MS);
  }

  /** What is worked at where he stands; whatever else is at hand comes first. */
  private *stations(): Generator<Use> {
    for (const prop of this.stage.place.props) {
      const station = SERVES_AS[prop.kind];
      const distance = station ? farFrom(this.stage, prop.x, prop.z) : Number.POSITIVE_INFINITY;
      if (station && distance < CRAFT_RANGE_M - MARGIN_M)
        yield { text: t(`prompt.${station}`), distance: distance + 1, run: () => openCraft(station) };
    }
  }

  /** Why he is not skilled enough for it, or ''. */
  private lacking(won: Harvested | undefined): string {
    const mine = won ? (state.life.value.skills[won.by] ?? 0) : 0;
    return won && mine < won.skill ? t('prompt.unskilled', { skill: t(`skill.${won.by}`), n: won.skill }) : '';
  }

  private look(): void {
    const { x, z } = this.stage.session.predictor.drawn;
    const near = stationsNear(this.stage.place, x, z, CRAFT_RANGE_M - MARGIN_M / 2);
    const same = near.size === state.stations.value.size && [...near].every(station => state.stations.value.has(station));
    if (!same) state.stations.value = near;
  }
}

/** The crafting window with the trade of that station. */
function openCraft(station: Station): void {
  craftTrade.value = TRADES.find(trade => STATION_OF[trade] === station) ?? 'smithing';
  panels.value = new Set([...panels.value, 'craft']);
}

/** "Bread" or "3 × Bread". */
export function pieces(kind: number, quantity: number): string {
  const what = items.get(kind)?.name ?? '?';
  return quantity > 1 ? t('gained.items', { n: quantity, what }) : what;
}
