// What bots want: wander, fight and loot, chat, trade. Each mind holds the keys of one bot as a player would, from what his client knows.
// In: a bot and the time, every 50 ms. Out: keys held, abilities used, commands given.
import * as L from '../../assembly/layout';
import { ALDERWICK, abilities, CLASSES, items, monsters, PLACES, TALENTS } from '../../src/shared/content';
import { EQUIP_SLOTS } from '../../src/shared/content/kinds';
import { BAG_SLOTS, LOOT_RANGE_M, TALK_RANGE_M, WORN_BASE } from '../../src/shared/protocol/limits';
import { CHANNEL_REGION, CHANNEL_SAY } from '../../src/shared/protocol/messages';
import { yawTo } from '../../web/input/steer';
import type { ActorView } from '../../web/render/contract';
import type { Bot, Mind } from './bot';
import { below, type Chance, pick } from './seeded';
import { distance, mourn, Walker } from './walker';

/** As often as a bot's bodies are placed anew (bot.ts). */
const LOOK_MS = 200;
const HOSTILE = new Set([L.TEAM_WILD, L.TEAM_BANDIT, L.TEAM_UNDEAD]);
const VILLAGE = ALDERWICK.spawns[0];

/** Strolls about within `radius_m` of a place, pausing, sprinting and jumping now and then. */
export function wander(home: { x: number; z: number } = VILLAGE, radius_m = 30): Mind {
  let walker: Walker | null = null;
  let goal = { x: home.x, z: home.z };
  let rest_ms = 0;
  let giveUp_ms = 0;
  const life = { deadSince_ms: 0 };
  return (bot, now_ms) => {
    walker ??= new Walker(bot);
    if (mourn(bot, life, now_ms) || now_ms < rest_ms) return;
    if (!walker.towards(goal.x, goal.z, 1.5, now_ms) && now_ms < giveUp_ms) {
      if (now_ms % 9000 < 1500) bot.held.buttons |= L.BUTTON_SPRINT;
      if (bot.chance() < 0.005) bot.held.buttons |= L.BUTTON_JUMP;
      return;
    }
    const angle = bot.chance() * 2 * Math.PI;
    const away_m = Math.sqrt(bot.chance()) * radius_m;
    goal = { x: home.x + Math.sin(angle) * away_m, z: home.z + Math.cos(angle) * away_m };
    giveUp_ms = now_ms + 20_000;
    rest_ms = now_ms + bot.chance() * 2500;
    bot.held.buttons = 0;
  };
}

/** Stands where it is and looks elsewhere every `every_s` seconds or so: somebody who is there and does nothing. */
export function stand(every_s = 8): Mind {
  let next_ms = 0;
  return (bot, now_ms) => {
    if (now_ms < next_ms) return;
    next_ms = now_ms + (0.5 + bot.chance()) * every_s * 1000;
    bot.held.buttons = 0;
    bot.held.yaw = bot.chance() * 2 * Math.PI;
  };
}

const GREETINGS = [
  'Well met!',
  'Anyone for the wolves?',
  'The mill turns fast today.',
  'Mind the boars east of the fields.',
  'Selling pelts.',
];

/** Says something every `every_s` seconds or so, mostly to who stands near. */
export function chatter(every_s = 20): Mind {
  let next_ms = 0;
  return (bot, now_ms) => {
    if (now_ms < next_ms) return;
    const first = next_ms === 0;
    next_ms = now_ms + (0.5 + bot.chance()) * every_s * 1000;
    if (first) return;
    const channel = bot.chance() < 0.8 ? CHANNEL_SAY : CHANNEL_REGION;
    if (bot.chance() < 0.25) bot.session.send('emote', { emote: below(bot.chance, 6) });
    else bot.session.send('chat', { channel, to: '', text: pick(bot.chance, GREETINGS) });
  };
}

/** Of three bots two choose a class, a while after they came; whoever has one takes its talents as they open. */
export function calling(): Mind {
  let next_ms = 0;
  let wants = false;
  return (bot, now_ms) => {
    const { session, chance } = bot;
    const { life, sheet } = session.known;
    if (!life || !sheet || now_ms < next_ms) return;
    const isFirst = next_ms === 0;
    next_ms = now_ms + 5000 + chance() * 5000;
    if (isFirst) wants = chance() < 2 / 3;
    if (isFirst || (session.predictor.server.flags & L.FLAG_COMBAT) !== 0) return;
    if (!life.cls) {
      if (wants) void session.command('chooseClass', { cls: pick(chance, CLASSES).id });
      return;
    }
    const cls = CLASSES.find(({ id }) => id === life.cls)?.key;
    const open = TALENTS.filter(talent => talent.cls === cls && talent.level <= sheet.level);
    const taken = new Set(open.filter(({ id }) => life.talents.includes(id)).map(({ level }) => level));
    const free = open.filter(({ level }) => !taken.has(level));
    if (free.length) void session.command('takeTalent', { talent: pick(chance, free).id });
  };
}

/** Minds one after another in every turn; the later ones may overrule the keys. */
export const all =
  (...minds: Mind[]): Mind =>
  (bot, now_ms) => {
    for (const mind of minds) mind(bot, now_ms);
  };

/** Goes out to the camp whose monsters suit its level (or to `spot`), fights them, loots them, wears what is better. */
export function fight(spot?: { x: number; z: number }): Mind {
  const life = { deadSince_ms: 0 };
  let walker: Walker | null = null;
  let fighter: Fighter | null = null;
  return (bot, now_ms) => {
    walker ??= new Walker(bot);
    fighter ??= new Fighter(bot, walker, spot);
    if (!mourn(bot, life, now_ms)) fighter.turn(now_ms);
  };
}

class Fighter {
  private target = 0;
  private since_ms = 0;
  private nextUse_ms = 0;
  private nextLoot_ms = 0;
  private nextMeal_ms = 0;
  private nextLook_ms = 0;
  private camp = { x: VILLAGE.x, z: VILLAGE.z };
  private readonly corpses = new Map<number, { x: number; z: number; until_ms: number }>();

  constructor(
    private readonly bot: Bot,
    private readonly walker: Walker,
    private readonly spot?: { x: number; z: number },
  ) {
    const { session } = bot;
    session.on('corpse', body => {
      if (!body.gold && !body.items.length) this.corpses.delete(body.corpse);
      else this.remember(body.corpse);
    });
    session.on('bag', () => wearBetter(bot));
    this.camp = this.nextCamp();
  }

  private nextCamp(): { x: number; z: number } {
    return this.spot ? near(this.spot, this.bot.chance) : campFor(this.bot);
  }

  turn(now_ms: number): void {
    if (this.collect(now_ms) || this.recover(now_ms)) return;
    const foe = this.foe(now_ms);
    if (foe) this.attack(foe, now_ms);
    else if (this.walker.towards(this.camp.x, this.camp.z, 6, now_ms)) this.camp = this.nextCamp();
  }

  /** Hurt and out of a fight it stands still, eats and waits. */
  private recover(now_ms: number): boolean {
    const { session, held } = this.bot;
    const { status } = session;
    if (!status || status.hp > status.hpMax * 0.7 || session.predictor.server.flags & L.FLAG_COMBAT) return false;
    held.buttons = 0;
    const food = session.known.bag?.items.find(item => item.slot < BAG_SLOTS && items.get(item.kind)?.use?.heal);
    if (food && now_ms > this.nextMeal_ms) {
      this.nextMeal_ms = now_ms + 10_000;
      void session.command('useItem', { item: food.id });
    }
    return true;
  }

  private remember(corpse: number): void {
    const body = this.bot.session.mirror?.bodies.get(corpse);
    if (body) this.corpses.set(corpse, { x: body.x, z: body.z, until_ms: performance.now() + 20_000 });
  }

  /** Fetches the nearest loot that is its own, when nobody is biting. */
  private collect(now_ms: number): boolean {
    const bitten =
      this.target !== 0 && now_ms - this.since_ms > 500 && (this.bot.session.predictor.server.flags & L.FLAG_COMBAT) !== 0;
    const bag = this.bot.session.known.bag?.items ?? [];
    const room = bag.filter(item => item.slot < BAG_SLOTS).length < BAG_SLOTS;
    for (const [corpse, at] of this.corpses) {
      if (now_ms > at.until_ms) this.corpses.delete(corpse);
      else if (!bitten && room) {
        if (this.walker.towards(at.x, at.z, LOOT_RANGE_M - 2, now_ms) && now_ms > this.nextLoot_ms) {
          this.nextLoot_ms = now_ms + 600;
          void this.bot.session.command('loot', { corpse });
        }
        return true;
      }
    }
    return false;
  }

  /** The foe it is at, or the nearest one it dares to take on. */
  private foe(now_ms: number): ActorView | undefined {
    const { bot } = this;
    const bodies = bot.session.mirror?.bodies;
    const current = bodies?.get(this.target);
    if (current && !(current.flags & L.FLAG_DEAD) && distance(bot, current) < 45 && now_ms - this.since_ms < 40_000) return current;
    this.target = 0;
    if (now_ms < this.nextLook_ms) return undefined;
    this.nextLook_ms = now_ms + LOOK_MS;
    const level = bot.session.known.sheet?.level ?? 1;
    let best: ActorView | undefined;
    for (const body of bodies?.values() ?? []) {
      if (body.cls !== L.CLASS_MONSTER || body.flags & L.FLAG_DEAD || !HOSTILE.has(body.team)) continue;
      if (body.level > level + 1 || monsters.get(body.kind)?.elite) continue;
      if (distance(bot, body) < (best ? distance(bot, best) : 35)) best = body;
    }
    if (best) {
      this.target = best.id;
      this.since_ms = now_ms;
    }
    return best;
  }

  private attack(foe: ActorView, now_ms: number): void {
    const { bot } = this;
    const away_m = distance(bot, foe);
    const casting = bot.session.status?.casting;
    if (casting) bot.held.buttons = 0;
    else this.walker.towards(foe.x, foe.z, 2.2, now_ms);
    bot.held.yaw = yawTo(bot.session.predictor.drawn.x, bot.session.predictor.drawn.z, foe.x, foe.z);
    if (casting || now_ms < this.nextUse_ms) return;
    this.nextUse_ms = now_ms + 350 + bot.chance() * 200;
    const choice = chooseAbility(bot, away_m);
    if (!choice) return;
    if (!choice.walking) bot.held.buttons = 0;
    bot.session.use(choice.ability, choice.friend ? bot.session.entity : foe.id);
  }
}

/** Heals when hurt, shoots or burns from afar, strikes when near; by chance among what is known and paid for. */
function chooseAbility(bot: Bot, away_m: number): { ability: number; friend: boolean; walking: boolean } | null {
  const { status, known } = bot.session;
  if (!status || status.global > 0) return null;
  const hurt = status.hp < status.hpMax * 0.45;
  const usable = (known.sheet?.abilities ?? [])
    .map(id => abilities.get(id))
    .filter(kind => kind !== undefined)
    .filter(kind => kind.cost <= status.power && !['ray'].includes(kind.reach))
    .filter(kind => (kind.on === 'friend' ? hurt : away_m <= (kind.radius_m ?? kind.range_m) - 0.3));
  if (!usable.length) return null;
  const healing = usable.find(kind => kind.on === 'friend');
  const kind = healing ?? pick(bot.chance, usable);
  return { ability: kind.id, friend: kind.on === 'friend', walking: Boolean(kind.move_cast) };
}

/** The middle of a camp whose monsters are near its level, by chance among the three nearest. */
function campFor(bot: Bot): { x: number; z: number } {
  const level = bot.session.known.sheet?.level ?? 1;
  const suitable = PLACES.flatMap(place => place.camps)
    .filter(camp => {
      const kind = monsters.key(camp.monster);
      const [, high] = camp.level ?? kind.level;
      return !kind.elite && high <= level + 1 && HOSTILE_TEAMS.has(kind.team);
    })
    .sort((a, b) => distance(bot, a) - distance(bot, b));
  return near(suitable.length ? pick(bot.chance, suitable.slice(0, 3)) : VILLAGE, bot.chance);
}

const near = ({ x, z }: { x: number; z: number }, chance: Chance) => ({
  x: x + (chance() - 0.5) * 12,
  z: z + (chance() - 0.5) * 12,
});
const HOSTILE_TEAMS = new Set(['wild', 'bandit', 'undead']);

/** Puts on whatever the bag holds for an empty slot, or what costs more than what is worn. */
export function wearBetter(bot: Bot): void {
  const { sheet, bag } = bot.session.known;
  if (!bag || !sheet || bot.session.commands.pending > 3) return;
  for (const item of bag.items) {
    const kind = items.get(item.kind);
    if (item.slot >= BAG_SLOTS || !kind?.slot || kind.level > sheet.level) continue;
    const slot = WORN_BASE + EQUIP_SLOTS.indexOf(kind.slot);
    const worn = bag.items.find(other => other.slot === slot);
    if (worn && (items.get(worn.kind)?.price ?? 0) >= kind.price) continue;
    void bot.session.command('move', { item: item.id, slot, quantity: item.quantity });
    return;
  }
}

const VENDORS = ALDERWICK.npcs.filter(npc => npc.vendor?.length);

/** Walks from vendor to vendor, sells loot and buys something small. */
export function trade(): Mind {
  const life = { deadSince_ms: 0 };
  let walker: Walker | null = null;
  let vendor = VENDORS[0];
  let next_ms = 0;
  return (bot, now_ms) => {
    walker ??= new Walker(bot);
    if (mourn(bot, life, now_ms)) return;
    const body = [...bot.session.people.values()].find(person => person.npc === vendor.id);
    const seen = body && bot.session.mirror?.bodies.get(body.id);
    const at = seen ?? vendor;
    if (!walker.towards(at.x, at.z, TALK_RANGE_M - 2, now_ms) || now_ms < next_ms) return;
    next_ms = now_ms + 1500;
    if (seen) deal(bot, seen.id, bot.chance);
    if (bot.chance() < 0.3) vendor = pick(bot.chance, VENDORS);
  };
}

function deal(bot: Bot, npc: number, chance: Chance): void {
  const { session } = bot;
  const { bag, sheet, dialogue } = session.known;
  session.send('talk', { target: npc });
  const junk = bag?.items.find(
    item => item.slot < BAG_SLOTS && !items.get(item.kind)?.slot && (items.get(item.kind)?.price ?? 0) > 0,
  );
  if (junk && chance() < 0.6) void session.command('sell', { npc, item: junk.id, quantity: 1 });
  const wares = (dialogue?.npc === npc ? dialogue.vendor : []).filter(kind => (items.get(kind)?.price ?? 0) <= (sheet?.gold ?? 0));
  if (wares.length && chance() < 0.5) void session.command('buy', { npc, kind: pick(chance, wares), quantity: 1 });
}

/** A crowd as it plays: most fight, some stroll about the village, some trade; all chat now and then. `n`: which bot of the crowd. */
export function crowd(n: number): Mind {
  const main = strolls(n) ? wander() : n % 10 < 5 ? fight() : trade();
  return all(main, chatter(25), calling());
}

/** Who only strolls needs no eyes: he walks by the map, and the region tells him where he is. */
export function strolls(n: number): boolean {
  return n % 10 >= 5 && n % 10 < 8;
}
