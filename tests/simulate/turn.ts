// A region's turn as far as storage sees it: what players did, who leaves over a border, what rots, whose share goes next door and what ground
// changes hands, all in one `store.write` (src/region/turn.ts, crossing.ts). In: a region's object. Out: rows, and the truth as it is then.
import type { Held } from '../../src/region/held';
import { wasApplied } from '../../src/region/held';
import type { Motion } from '../../src/region/parcels';
import type { Deeds } from '../../src/region/store';
import { noDeeds } from '../../src/region/world';
import type { RegionKey } from '../../src/shared/regions';
import { Journal } from '../../src/shared/rules/journal';
import { below, pick } from '../harness/seeded';
import { type Deed, perform, type Scene, someDeed } from './deeds';
import type { Instance } from './site';
import { Gone } from './sqlite';
import { KEYS, type Stage } from './stage';
import type { Command, Visitor } from './visitor';

const MONSTER = 'wolf';

interface Doing {
  visitor: Visitor;
  held: Held;
  /** Null: it was applied before. */
  command: Command | null;
  to: RegionKey | null;
}

/** What somebody is to do, and where he goes. */
export type Plan = ReadonlyMap<Visitor, { deed: Deed; to: RegionKey | null }>;

/** `plan`: exactly that; else whatever comes to those who stand there. */
export function turn(stage: Stage, instance: Instance, plan?: Plan): void {
  const { chance, faults } = stage;
  const { site, store, custody } = instance;
  const scene: Scene = { store, deeds: noDeeds(), lying: store.ground(), lifted: [], now_ms: stage.clock.now_ms };
  const journals = new Map<Held, Journal>();
  const doings: Doing[] = [];
  // Friends go the same way.
  const way = chance() < 0.5 ? goal(stage, site.key) : null;
  const here = stage.visitors.filter(visitor => visitor.instance === instance && instance.standing.has(visitor.id));
  for (const visitor of here) {
    if (plan ? !plan.has(visitor) : doings.length && chance() < 0.6) continue;
    const held = custody.held.get(visitor.id);
    if (!held || held.leaving) continue;
    const { deed, to } = plan?.get(visitor) ?? { deed: someDeed(chance, stage.habits), to: way ?? goal(stage, site.key) };
    doings.push({ visitor, held, command: play(stage, scene, visitor, held, deed, journals), to });
  }
  if (!plan) happen(stage, scene, site.key);
  scene.deeds.journals = journals;
  for (const { held, to } of doings) if (to) scene.deeds.crossings.push({ held, to, motion: MOTION });
  if (!write(stage, instance, scene, doings)) return;
  for (const { visitor, held, to } of doings) {
    if (to) custody.handedOver(held);
    if (to) instance.standing.delete(visitor.id);
    if (faults.strikes('cut')) visitor.cut();
    else {
      visitor.pending = null;
      if (to) void visitor.knock(stage.site(to), held.epoch + 1);
    }
  }
  if (scene.deeds.crossings.length || scene.deeds.shares.length || scene.deeds.estates.length) instance.pump();
}

/** What nobody does. */
function happen(stage: Stage, scene: Scene, at: RegionKey): void {
  const { chance } = stage;
  rot(scene, chance);
  if (chance() < 0.15) share(stage, scene.deeds, at);
  if (chance() < 0.08) giveGround(stage, scene, at);
}

const goal = ({ chance, habits }: Stage, from: RegionKey): RegionKey | null =>
  chance() < habits.crossing
    ? pick(
        chance,
        KEYS.filter(key => key !== from),
      )
    : null;

function play(stage: Stage, scene: Scene, visitor: Visitor, held: Held, deed: Deed, journals: Map<Held, Journal>): Command | null {
  const command = visitor.command(deed);
  if (wasApplied(held, command.number)) {
    stage.say(() => `${visitor.name}: ${command.number} was applied before`);
    return null;
  }
  const journal = journals.get(held) ?? new Journal();
  const done = perform(scene, held, journal, command.deed);
  stage.say(
    () => `${visitor.name} at epoch ${held.epoch}: ${command.number} ${JSON.stringify(command.deed)}${done ? '' : ' refused'}`,
  );
  if (!done) return null;
  journals.set(held, journal);
  held.commands[command.number % held.commands.length] = command.number;
  scene.deeds.commands.add(held);
  return command;
}

/** True: written, and the object lives. Whether a turn that killed its object was written, the disk's count of commits tells. */
function write(stage: Stage, { site, store }: Instance, scene: Scene, doings: Doing[]): boolean {
  const { deeds } = scene;
  const before = site.disk.commits;
  for (const { held, to } of deeds.crossings) stage.say(() => `${held.character.id.slice(-4)} crosses ${site.key} -> ${to}`);
  try {
    store.write(deeds, stage.clock.now_ms);
    if (site.disk.commits > before) settle(stage, scene, doings);
    return true;
  } catch (error) {
    if (site.disk.commits > before) settle(stage, scene, doings);
    if (!(error instanceof Gone)) stage.fail(`a turn could not be written: ${error}`);
    stage.say(() => `the turn at ${site.key} ended: ${error}`);
    for (const { visitor } of doings) visitor.cut();
    return false;
  }
}

/** What was committed is true. */
function settle(stage: Stage, { deeds, lifted }: Scene, doings: Doing[]): void {
  const { truth } = stage;
  for (const held of deeds.journals.keys()) truth.becomes(held.character.id, held.character);
  for (const { visitor, command } of doings) {
    if (!command) continue;
    const { commands } = truth.of(visitor.id);
    if (commands.has(command.number)) stage.fail(`command ${command.number} of ${visitor.name} was applied twice`);
    commands.add(command.number);
  }
  for (const { item, kind, quantity } of deeds.laid) truth.ground.set(item, { kind, quantity });
  for (const item of lifted) truth.ground.delete(item);
  for (const { item } of deeds.rotted) truth.ground.delete(item);
}

function rot({ deeds, lying }: Scene, chance: () => number): void {
  if (!lying.length || chance() > 0.1) return;
  const [thing] = lying.splice(below(chance, lying.length), 1);
  if (deeds.laid.includes(thing)) return;
  deeds.rotted.push(thing);
}

/** Somebody who stands elsewhere had a part in a kill here. */
function share(stage: Stage, deeds: Deeds, from: RegionKey): void {
  const { id } = pick(stage.chance, stage.visitors);
  const to = pick(
    stage.chance,
    KEYS.filter(key => key !== from),
  );
  const level = 1 + below(stage.chance, 3);
  stage.say(() => `a share for ${id.slice(-4)} ${from} -> ${to}`);
  deeds.shares.push({ to, share: { character: id, monster: MONSTER, level, permille: 500, followed: 0 } });
}

/** A part of the place has another owner from now on. */
function giveGround(stage: Stage, { deeds, lying }: Scene, from: RegionKey): void {
  const given = lying.filter(thing => !deeds.laid.includes(thing)).filter(() => stage.chance() < 0.5);
  const to = pick(
    stage.chance,
    KEYS.filter(key => key !== from),
  );
  stage.say(() => `${given.length} things go with an estate ${from} -> ${to}`);
  const estate = { ground: given, corpses: [], spent: [], camps: [], fallen: [], living: [], people: [] };
  deeds.estates.push({ to, estate });
}

const MOTION: Motion = {
  body: '',
  cursor: 0,
  intent: { tick: 0, buttons: 0, yaw: 0, pitch: 0, viewTick: 0, viewFraction: 0 },
  login_ms: 0,
  frozen_ms: 0,
  adriftUntil_ms: 0,
};
