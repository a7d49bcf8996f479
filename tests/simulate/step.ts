// One step of a schedule: somebody does something, or something goes wrong. In: a stage. Out: the stage, changed.
import { below, pick } from '../harness/seeded';
import type { Instance, Site } from './site';
import { Gone } from './sqlite';
import { KEYS, type Stage } from './stage';
import { turn } from './turn';
import type { Visitor } from './visitor';

/** Somebody who waits longer at a door gives up. */
const PATIENCE_MS = 30_000;
const OUTAGE_MS = 180_000;

/** `planned`: what is done in it; else whatever comes to somebody. */
export function step(stage: Stage, planned?: { run(): void }): void {
  const { chance, faults, clock } = stage;
  giveUp(stage);
  for (const site of stage.sites) site.isStirred = true;
  if (faults.strikes('crashBetween')) fell(stage, pick(chance, stage.sites));
  if (faults.may('crashBefore')) strike(stage, 'before');
  if (faults.may('crashAfter')) strike(stage, 'after');
  if (faults.strikes('stale')) supersede(stage, pick(chance, stage.sites));
  if (faults.strikes('rebuild')) rebuild(stage, pick(chance, stage.sites));
  if (faults.strikes('outage')) {
    const sites = chance() < 0.3 ? stage.sites : [pick(chance, stage.sites)];
    stage.say(`D1 is away for ${sites.map(({ key }) => key)}`);
    stage.outage = { sites, until_ms: clock.now_ms + chance() * OUTAGE_MS };
  }
  if (planned) planned.run();
  else act(stage);
}

function act(stage: Stage): void {
  const { chance } = stage;
  const dice = chance();
  const away = stage.visitors.filter(({ state }) => state === 'away');
  const playing = stage.visitors.filter(({ state }) => state === 'in');
  if (away.length && (!playing.length || dice < 0.35)) login(stage, pick(chance, away));
  else if (playing.length && dice < 0.35 + stage.habits.leaving) leave(stage, pick(chance, playing));
  else if (dice < 0.4 + stage.habits.leaving) tidyUp(stage, pick(chance, stage.sites));
  else if (dice < 0.44 + stage.habits.leaving) actStale(stage);
  else if (playing.length) turn(stage, pick(chance, playing).instance!);
}

function login(stage: Stage, visitor: Visitor): void {
  const { chance } = stage;
  const query = 'SELECT coalesce(owner_region, last_region) AS region FROM characters WHERE id = ?';
  const [{ region }] = stage.record.rows<{ region: string }>(query, visitor.id);
  const key = chance() < 0.2 ? pick(chance, KEYS) : region;
  stage.say(`${visitor.name} knocks at ${key}`);
  void visitor.knock(stage.site(key));
}

export function leave(stage: Stage, visitor: Visitor): void {
  const { instance } = visitor;
  stage.say(`${visitor.name} leaves`);
  visitor.away();
  stage.attempt(() => instance?.depart(visitor.id));
  if (instance && stage.chance() < 0.7) void instance.custody.tend(stage.clock.now_ms);
}

/** Bodies that nobody plays any more leave, and everything that is due is sent. */
function tidyUp(stage: Stage, site: Site): void {
  stage.say(`${site.key} tidies up`);
  const instance = site.up();
  sendOff(stage, instance);
  void instance.custody.tend(stage.clock.now_ms);
}

export function sendOff(stage: Stage, { site, custody, ...instance }: Pick<Instance, 'site' | 'custody' | 'standing'>): void {
  for (const [id, held] of custody.held) {
    const isPlayed = stage.visitors.some(
      visitor => visitor.id === id && (visitor.instance?.site === site || visitor.state === 'knocking'),
    );
    if (isPlayed || held.leaving) continue;
    instance.standing.delete(id);
    stage.say(`${id.slice(-4)} is sent off from ${site.key}`);
    custody.leave(held, held.soft);
  }
}

function giveUp(stage: Stage): void {
  for (const visitor of stage.visitors) {
    if (visitor.state === 'knocking' && stage.clock.now_ms - visitor.since_ms > PATIENCE_MS) visitor.away();
  }
}

function fell(stage: Stage, site: Site): void {
  stage.say(`${site.key} dies`);
  site.crash();
}

/** One of the next commits of a region is its last. */
function strike(stage: Stage, when: 'before' | 'after'): void {
  const site = pick(stage.chance, stage.sites);
  const commits = below(stage.chance, 6);
  site.disk.crash = {
    commits,
    when,
    struck: () => {
      stage.say(`${site.key} dies ${when} a commit`);
      stage.faults.counts[when === 'before' ? 'crashBefore' : 'crashAfter']++;
      site.crash();
    },
  };
}

function supersede(stage: Stage, site: Site): void {
  stage.say(`${site.key} is started anew elsewhere`);
  site.replace();
}

function rebuild(stage: Stage, site: Site): void {
  const { current } = site;
  if (!current) return;
  stage.say(`${site.key} builds its world anew`);
  current.custody.reload();
  current.repeople();
}

/** An old instance goes on in memory: whoever plays there plays on, what it had to send it sends. */
function actStale(stage: Stage): void {
  const old = stage.sites.flatMap(site => site.stale);
  if (!old.length) return;
  const instance = pick(stage.chance, old);
  const { custody, site } = instance;
  stage.say(`the old ${site.key} acts`);
  for (const act of [
    () => void custody.tend(stage.clock.now_ms),
    () => instance.pump(),
    () => void custody.take(pick(stage.chance, stage.visitors).id).catch(() => {}),
    () => turn(stage, instance),
  ]) {
    if (stage.chance() < 0.5) attemptStale(act);
  }
  if (stage.chance() < 0.3) site.bury();
}

function attemptStale(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
  }
}
