// Where the player is, for the HUD: own place and heading, zone name, hour, dots of the minimap. In: the stage; out: signals, a few times a second.
import * as L from '../../assembly/layout';
import { hourOf } from '../../src/shared/clock';
import type { ActorView } from '../render/contract';
import { type Blip, blips, headingDeg, hour, me, zone } from '../state';
import type { Interact } from './interact';
import { questMarkOf } from './questmarks';
import type { Stage } from './stage';

const EVERY_S = 0.2;

export class Whereabouts {
  private age_s = 0;
  /** Hours of the world's day with their fraction: what the renderer lights by. */
  hour = 12;

  constructor(
    private readonly stage: Stage,
    private readonly interact: Interact,
  ) {}

  frame(dt_s: number): void {
    const { session, camera, held } = this.stage;
    this.hour = hourOf(session.serverTime_ms());
    this.age_s += dt_s;
    if (this.age_s < EVERY_S) return;
    this.age_s = 0;
    const { drawn } = session.predictor;
    me.value = { ...me.value, x: drawn.x, y: drawn.y, z: drawn.z, yaw: held.yaw };
    hour.value = this.hour;
    headingDeg.value = Math.round((((camera.camera.yaw * 180) / Math.PI) % 360) + 360) % 360;
    zone.value = this.zoneName(drawn.x, drawn.z);
    blips.value = this.dots();
  }

  /** The smallest named place around, or the region's name. */
  private zoneName(x: number, z: number): string {
    const { place } = this.stage;
    let name = place.name;
    let smallest = Number.POSITIVE_INFINITY;
    for (const poi of place.pois) {
      if (poi.radius < smallest && Math.hypot(poi.x - x, poi.z - z) <= poi.radius * 1.25) {
        name = poi.name;
        smallest = poi.radius;
      }
    }
    return name;
  }

  private dots(): Blip[] {
    const { session, place } = this.stage;
    const dots: Blip[] = [];
    for (const body of session.mirror?.list ?? []) {
      const kind = body.own ? null : dotOf(body);
      if (kind) dots.push({ x: body.x, z: body.z, kind });
    }
    for (const [index, node] of place.nodes.entries()) {
      if (!this.interact.spentNodes.has(index)) dots.push({ x: node.x, z: node.z, kind: 'node' });
    }
    // Quest givers out of sight stand where content put them.
    const seen = new Set(
      [...session.people.values()].filter(person => session.mirror?.bodies.has(person.id)).map(person => person.npc),
    );
    for (const npc of place.npcs) {
      if (seen.has(npc.id)) continue;
      const mark = questMarkOf(npc.key);
      if (mark) dots.push({ x: npc.x, z: npc.z, kind: mark === 'turnin' ? 'turnin' : 'quest' });
    }
    return dots;
  }
}

function dotOf(body: ActorView): Blip['kind'] | null {
  if (body.mark === 'offer') return 'quest';
  if (body.mark === 'turnin') return 'turnin';
  if (body.mark === 'shop') return 'vendor';
  if (body.mark === 'loot') return 'corpse';
  if (body.flags & L.FLAG_DEAD) return null;
  if (body.cls === L.CLASS_VILLAGER) return 'villager';
  if (body.cls === L.CLASS_PLAYER) return 'ally';
  return body.stance === 'foe' ? 'foe' : null;
}
