// A meadow full of players, on the real core and without a platform: every one walks, stands, waves and talks on his own. One of them is
// somebody else's: he is moved by intents as in a region, and it is his frames that are made.
// In: how many players, intents. Out: a snapshot per tick as src/region/outbox.ts writes it, names, words.
import * as L from '../../assembly/layout';
import { Intents } from '../../src/region/intents';
import { EMOTES } from '../../src/shared/content/emotes';
import { cleanLook, FOCUS_BASE, FOCUS_VISUALS, packGear, packLook } from '../../src/shared/content/looks';
import { pitchFromWire, yawFromWire } from '../../src/shared/protocol/angles';
import { SLOW_TICKS } from '../../src/shared/protocol/limits';
import { S2C } from '../../src/shared/protocol/messages';
import { yawTo } from '../../web/input/steer';
import { newEyes } from '../harness/eyes';
import { below, type Chance, pick, seeded } from '../harness/seeded';

const NOON = 0.5;
const OWN_WATCHER = 0;
/** North of Alderwick: the whole crowd is before the eye, the village behind it. */
const MEADOW = { x: 774, z: 663 };
/** Square metres for each player: a full market, nobody on anybody's feet. */
const ROOM_M2 = 6;
const FIRST_NAMES = [
  'Wren',
  'Tamsin',
  'Orla',
  'Bram',
  'Hesper',
  'Corin',
  'Isolde',
  'Jory',
  'Maren',
  'Piet',
  'Sunniva',
  'Tobin',
  'Yara',
  'Edda',
];
const LAST_NAMES = [
  'Hollow',
  'of Reeds',
  'Ashdown',
  'the Tall',
  'Fenn',
  'Brightwater',
  'Marsh',
  'Underhill',
  'Quill',
  'Vane',
  'Thorn',
];

interface Walker {
  id: number;
  name: string;
  covenant: number;
  /** Where he keeps coming back to. */
  x: number;
  z: number;
  to: { x: number; z: number };
  buttons: number;
  untilTick: number;
}

export class CrowdRegion {
  readonly own: number;
  readonly intents = new Intents();
  readonly name = 'Merrin Vale';
  /** Last tick that the watching page has acknowledged. */
  lastReadTick = 0;
  private lastSentTick = 0;
  private behind = false;
  private readonly sim = newEyes();
  private readonly chance: Chance;
  private readonly walkers: Walker[] = [];
  private readonly byId = new Map<number, Walker>();

  constructor(readonly players: number) {
    this.chance = seeded(players);
    const { core } = this.sim;
    const radius_m = Math.sqrt((players * ROOM_M2) / Math.PI);
    this.own = this.spawn(MEADOW.x, MEADOW.z - radius_m - 3, 0);
    for (let i = 1; i < players; i++) {
      const angle = this.chance() * 2 * Math.PI;
      const away_m = Math.sqrt(this.chance()) * radius_m;
      const x = MEADOW.x + Math.sin(angle) * away_m;
      const z = MEADOW.z + Math.cos(angle) * away_m;
      const id = this.spawn(x, z, i);
      const name = `${pick(this.chance, FIRST_NAMES)} ${pick(this.chance, LAST_NAMES)}`;
      const walker: Walker = { id, name, covenant: i % 3, x, z, to: { x, z }, buttons: 0, untilTick: below(this.chance, 60) };
      this.walkers.push(walker);
      this.byId.set(id, walker);
    }
    core.watch(OWN_WATCHER, this.own);
  }

  get tick(): number {
    return this.sim.core.tick();
  }

  /** Which way the own body must look to have the whole crowd before it. */
  get toCrowd(): number {
    const { core } = this.sim;
    return yawTo(core.x(this.own), core.z(this.own), MEADOW.x, MEADOW.z);
  }

  step(): void {
    for (const walker of this.walkers) this.walk(walker);
    this.walkOwn();
    this.sim.core.step(NOON);
    this.sim.core.encode();
  }

  /** Everything in full again, for another page. */
  begin(): void {
    this.sim.core.resync(OWN_WATCHER);
    this.lastReadTick = this.lastSentTick = this.tick;
    this.behind = false;
  }

  /** The frame that the page is due, null while it does not keep up. */
  snapshot(): Uint8Array | null {
    const { core } = this.sim;
    const behind_ticks = this.lastSentTick - this.lastReadTick;
    if (this.behind && behind_ticks <= SLOW_TICKS / 2) {
      this.behind = false;
      core.resync(OWN_WATCHER);
    } else if (behind_ticks > SLOW_TICKS) this.behind = true;
    if (this.behind) return null;
    const length = core.snapshot(OWN_WATCHER, this.own, S2C.snapshot.number, this.intents.cursor);
    const frame = this.sim.at(core.snapshotPtr(), length).slice();
    this.lastSentTick = this.tick;
    return frame;
  }

  get ids(): readonly number[] {
    return [...this.byId.keys()];
  }

  who(ids: readonly number[]): { id: number; name: string; title: string; covenant: number; npc: number }[] {
    return ids.flatMap(id => {
      const walker = this.byId.get(id);
      return walker ? [{ id, name: walker.name, title: '', covenant: walker.covenant, npc: 0 }] : [];
    });
  }

  /** Somebody of the crowd, to put words into his mouth. */
  anybody(): { id: number; name: string } {
    return pick(this.chance, this.walkers);
  }

  private spawn(x: number, z: number, n: number): number {
    const { core } = this.sim;
    const { chance } = this;
    const covenant = n % 3;
    const id = core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1 + (n % 30), x, z, chance() * 6.28);
    const look = packLook({
      skin: below(chance, 8),
      hair: below(chance, 8),
      hairColor: below(chance, 14),
      shirt: below(chance, 16),
      trousers: below(chance, 16),
      body: below(chance, 2),
      beard: below(chance, 2),
      cape: below(chance, 2),
      covenant,
    });
    const hand = chance() < 0.7 ? 1 + below(chance, 8) : FOCUS_BASE + 1 + below(chance, FOCUS_VISUALS.length - 1);
    core.setLook(id, cleanLook(look, covenant), packGear(1 + below(chance, 8), hand, below(chance, 8), below(chance, 8)));
    if (chance() < 0.15) core.setFlag(id, L.FLAG_COMBAT, 1);
    return id;
  }

  /** A third of them stands about, the others stroll or hurry round the place that they come from. */
  private walk(walker: Walker): void {
    const { core } = this.sim;
    const { chance } = this;
    const x = core.x(walker.id);
    const z = core.z(walker.id);
    const there = Math.hypot(walker.to.x - x, walker.to.z - z) < 1;
    if (this.tick >= walker.untilTick || (there && walker.buttons)) {
      walker.untilTick = this.tick + 40 + below(chance, 160);
      const mood = below(chance, 3);
      walker.buttons = mood === 0 ? 0 : mood === 1 ? L.BUTTON_FORWARD : L.BUTTON_FORWARD | L.BUTTON_WALK;
      walker.to = { x: walker.x + (chance() - 0.5) * 16, z: walker.z + (chance() - 0.5) * 16 };
      if (mood === 0 && chance() < 0.3) core.emote(walker.id, 1 + below(chance, EMOTES.length - 1));
    }
    core.setIntent(walker.id, walker.buttons, yawTo(x, z, walker.to.x, walker.to.z), 0, 0, 0, 1);
  }

  /** As src/region/movement.ts does it. */
  private walkOwn(): void {
    const { intents } = this;
    const moves = intents.pace();
    if (!moves) this.giveOwn(0);
    for (let i = 0; i < moves; i++) {
      intents.step();
      this.giveOwn(1);
    }
  }

  private giveOwn(moves: number): void {
    const { buttons, yaw, pitch, viewFraction } = this.intents.now;
    this.sim.core.setIntent(this.own, buttons, yawFromWire(yaw), pitchFromWire(pitch), this.intents.viewTick, viewFraction, moves);
  }
}
