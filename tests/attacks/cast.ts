// Those who cheat, as the real client without a screen, and where each of them begins. In: an address, and D1 while the server is down. Out: bots
// who enter when they are called, and turn twenty times a second from then on.
import type { DatabaseSync } from 'node:sqlite';
import { CLASS_MONSTER, CLASS_VILLAGER } from '../../assembly/layout';
import { ALDERWICK } from '../../src/shared/content';
import { DEEDS } from '../../src/shared/content/deeds';
import type { Npc } from '../../src/shared/content/kinds';
import { ownerOf, UNDIVIDED } from '../../src/shared/regions';
import type { ActorView } from '../../web/render/contract';
import { Bot } from '../harness/bot';
import { newEyes } from '../harness/eyes';
import { seeded } from '../harness/seeded';
import { until } from './pace';

const TURN_MS = 50;

/** A trader who stands still, the banker, a camp of weak beasts in sight of the village, and a house. */
export const VENDOR = ALDERWICK.npcs.find(npc => npc.vendor?.length && !npc.route && npc.vendor.includes('bread')) as Npc;
export const BANKER = ALDERWICK.npcs.find(npc => npc.banker) as Npc;
export const CAMP = [...ALDERWICK.camps].sort((a, b) => (a.level?.[1] ?? 9) - (b.level?.[1] ?? 9))[0];
export const HOUSE = ALDERWICK.buildings.find(({ kind }) => kind === 'cottage')!;
export const OPEN = ALDERWICK.spawns[0];

interface Part {
  x: number;
  z: number;
  level?: number;
  hp?: number;
  power?: number;
}

const PARTS = {
  trader: { x: VENDOR.x + 1.5, z: VENDOR.z },
  thief: { x: VENDOR.x, z: VENDOR.z + 1.5 },
  dead: { x: VENDOR.x - 1.5, z: VENDOR.z, hp: 0 },
  client: { x: BANKER.x + 1.5, z: BANKER.z },
  far: { x: OPEN.x, z: OPEN.z },
  runner: { x: OPEN.x, z: OPEN.z },
  wall: { x: HOUSE.x + Math.max(HOUSE.w, HOUSE.d) / 2 + 3, z: HOUSE.z },
  hunter: { x: CAMP.x, z: CAMP.z, level: 20 },
  weary: { x: CAMP.x + 2, z: CAMP.z, level: 20, power: 0 },
} satisfies Record<string, Part>;
export type Name = keyof typeof PARTS;

export interface Cast {
  bots: Record<Name, Bot>;
  /** Puts them where they begin; nobody of them is in the world. */
  settle(db: DatabaseSync): void;
  /** Enters with these, and waits until they see the world. */
  enter(...names: Name[]): Promise<void>;
  leave(): Promise<void>;
}

export async function castOf(base: string): Promise<Cast> {
  const names = Object.keys(PARTS) as Name[];
  const bots = {} as Record<Name, Bot>;
  for (const [i, name] of names.entries()) {
    bots[name] = await Bot.guest(base, { sim: newEyes(), mind: () => {}, chance: seeded(i + 1) });
  }
  const turning: ReturnType<typeof setInterval>[] = [];
  return {
    bots,
    settle: db => settle(db, bots),
    enter: async (...called) => {
      await Promise.all(called.map(name => bots[name].enter()));
      // The runner and the one at the wall move by what they forge, not by their clients.
      for (const name of called)
        if (name !== 'runner' && name !== 'wall') turning.push(setInterval(() => bots[name].turn(), TURN_MS));
      await new Promise(resolve => setTimeout(resolve, 1500));
      // Whom they deal with they must know, and who is to be hunted must be there.
      if (called.includes('trader')) await until(() => isKnown(bots.trader, VENDOR), 'the trader knew the vendor');
      if (called.includes('client')) await until(() => isKnown(bots.client, BANKER), 'the client knew the banker');
      if (called.includes('hunter')) await until(() => beasts(bots.hunter).length > 0, 'the hunter saw beasts');
    },
    leave: async () => {
      for (const timer of turning) clearInterval(timer);
      for (const bot of Object.values(bots)) bot.leave();
      await new Promise(resolve => setTimeout(resolve, 500));
    },
  };
}

function settle(db: DatabaseSync, bots: Record<Name, Bot>): void {
  const write = db.prepare(`UPDATE characters SET last_region = ?, soft = ?, level = ?, life = json_set(life, '$.deeds', json(?))
    WHERE id = ? AND owner_region IS NULL`);
  for (const [name, { x, z, level = 1, hp = 1000, power = 1000 }] of Object.entries(PARTS as Record<Name, Part>)) {
    const region = ownerOf(UNDIVIDED, x, z);
    const soft = { x, y: newEyes(region).core.height(x, z), z, yaw: 0, hp, power, mode: 0, ready: {} };
    // What his level brings he has already: else it would come with whatever is counted of him first, in the middle of some cheat.
    const deeds = DEEDS.filter(({ measure, count }) => measure === 'level' && count <= level).map(({ id }) => id);
    const { character } = bots[name as Name];
    if (write.run(region, JSON.stringify(soft), level, JSON.stringify(deeds), character).changes !== 1)
      throw new Error(`${name} cannot be settled`);
  }
}

const isKnown = ({ session }: Bot, npc: Npc): boolean => [...session.people.values()].some(person => person.npc === npc.id);

/** The villager as that bot sees him. */
export function villager({ session }: Bot, npc: Npc): number {
  for (const [id, person] of session.people) if (person.npc === npc.id) return id;
  const near = session.mirror?.list.filter(body => body.cls === CLASS_VILLAGER).length;
  throw new Error(`${npc.name} is not in sight, of ${near} villagers`);
}

/** Living beasts in sight, the nearest first. */
export function beasts({ session }: Bot): ActorView[] {
  const own = session.predictor.server;
  const away = (body: ActorView): number => Math.hypot(body.x - own.x, body.z - own.z);
  return (session.mirror?.list ?? []).filter(body => body.cls === CLASS_MONSTER && body.hp > 0).sort((a, b) => away(a) - away(b));
}
