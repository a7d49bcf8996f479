// Where the player is, for the HUD: own place and heading, zone name, hour, dots of the minimap, and big letters on entering another
// place. In: the stage; out: signals, a few times a second.

import { computed } from '@preact/signals';
import * as L from '../../assembly/layout';
import { hourOf } from '../../src/shared/clock';
import { PLACES } from '../../src/shared/content';
import type { Place } from '../../src/shared/content/kinds';
import { LAWS, lawOf } from '../../src/shared/rules/laws';
import { nameOf, SKIES, type Sky, skyAt } from '../../src/shared/rules/weather';
import { boundsOfPlace, dungeonAt, isApart, placeNumbered, placesNear } from '../places';
import { placeText } from '../placetext';
import type { ActorView } from '../render/contract';
import {
  ahead,
  type Blip,
  blips,
  bodyFlags,
  fighting,
  guildWhere,
  happening,
  headingDeg,
  hour,
  mates,
  me,
  riding,
  screen,
  weather,
  zone,
} from '../state';
import type { Interact } from './interact';
import { announce } from './passing';
import { questMarkOf } from './questmarks';
import type { Stage } from './stage';

const EVERY_S = 0.2;
/** So far behind the border one has entered: who walks along it is not told again and again. */
const INSIDE_M = 10;
/** From so near to a border one is told of a harder law beyond it. */
const AHEAD_M = 60;

export class Whereabouts {
  private age_s = 0;
  /** Hours of the world's day with their fraction: what the renderer lights by. */
  hour = 12;
  /** The sky over the eye. */
  sky: Sky = SKIES.clear;
  /** The place that was named last. */
  private entered: Place | null = null;

  constructor(
    private readonly stage: Stage,
    private readonly interact: Interact,
  ) {}

  frame(dt_s: number): void {
    const { session, camera, held } = this.stage;
    const now_ms = session.serverTime_ms();
    const { mood } = this.stage.place;
    const { camera: eye } = camera;
    this.hour = mood?.hour ?? hourOf(now_ms);
    this.sky = mood ? SKIES[mood.weather] : skyAt(eye.x, eye.z, now_ms);
    this.age_s += dt_s;
    if (this.age_s < EVERY_S) return;
    this.age_s = 0;
    const { drawn } = session.predictor;
    me.value = { ...me.value, x: drawn.x, y: drawn.y, z: drawn.z, yaw: held.yaw };
    hour.value = this.hour;
    bodyFlags.value = session.predictor.server.flags;
    fighting.value = (bodyFlags.value & L.FLAG_COMBAT) !== 0;
    riding.value = (drawn.flags & L.FLAG_MOUNTED) !== 0;
    weather.value = nameOf(this.sky);
    headingDeg.value = Math.round((((camera.camera.yaw * 180) / Math.PI) % 360) + 360) % 360;
    zone.value = this.zoneName(drawn.x, drawn.z);
    blips.value = this.dots();
    if (screen.value === 'play') this.name(drawn.x, drawn.z);
    ahead.value = harderAhead(this.stage.place, drawn.x, drawn.z);
  }

  /** Names a place that was entered; the one where the player came into the world needs no name. */
  private name(x: number, z: number): void {
    const { place } = this.stage;
    if (place === this.entered || !isInside(place, x, z)) return;
    // A dungeon's name stood on the veil.
    if (this.entered && !isApart(place)) announce(place.name, placeText(place));
    this.entered = place;
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
    if (isApart(place)) return dots;
    // Quest givers out of sight stand where content put them.
    const seen = new Set(
      [...session.people.values()].filter(person => session.mirror?.bodies.has(person.id)).map(person => person.npc),
    );
    for (const { npc, kind } of questGivers.value) if (!seen.has(npc.id)) dots.push({ x: npc.x, z: npc.z, kind });
    const near = happening.peek();
    if (near) dots.push({ x: near.x, z: near.z, kind: 'happening' });
    for (const { x, z } of mates.peek().values()) dots.push({ x, z, kind: 'mate' });
    // Those of dungeons are in other worlds.
    for (const { x, z, place: where, ally } of guildWhere.peek()) {
      const there = placeNumbered(where);
      if (there && !dungeonAt(there)) dots.push({ x, z, kind: ally ? 'pact' : 'guild' });
    }
    return dots;
  }
}

/** The nearest place within sight of its border whose law is harder than here. */
function harderAhead(here: Place, x: number, z: number): Place | null {
  const rank = (place: Place): number => LAWS.indexOf(lawOf(place));
  return placesNear(here, x, z, AHEAD_M).find(place => rank(place) > rank(here)) ?? null;
}

function isInside(place: Place, x: number, z: number): boolean {
  const { west, north, east, south } = boundsOfPlace(place);
  return Math.min(x - west, east - x, z - north, south - z) > INSIDE_M;
}

/** Everybody in the world who has work for the player or waits for him. */
const questGivers = computed(() =>
  PLACES.flatMap(place => place.npcs).flatMap(npc => {
    const mark = questMarkOf(npc.key);
    return mark ? [{ npc, kind: mark === 'turnin' ? ('turnin' as const) : ('quest' as const) }] : [];
  }),
);

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
