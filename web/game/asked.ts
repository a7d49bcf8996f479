// What the panels ask of the game, done: the real Commands. In: clicks; out: messages, and every refusal in words.

import { CLASS_VILLAGER } from '../../assembly/layout';
import { dungeons, gateOf, poiOf } from '../../src/shared/content';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { GATE_RANGE_M } from '../../src/shared/rules/runs';
import { WAYSTONE_RANGE_M } from '../../src/shared/rules/travel';
import type { Commands } from '../commands';
import type { Commander } from '../input/commander';
import type { Modes } from '../input/modes';
import type { Touch } from '../input/touch';
import type { CommandName } from '../net/session';
import { doorOf } from '../places';
import { dialogue, gate, lootOpen, mode, type Panel, panels, waystone } from '../state';
import type { Fight } from './fight';
import type { Interact } from './interact';
import { farFrom, type Stage } from './stage';
import type { Talk } from './talk';
import type { Targets } from './targets';

/** The part of the commands that needs a world; main.ts adds the doors. */
export type WorldCommands = Omit<Commands, 'play' | 'createCharacter' | 'editCharacter' | 'deleteCharacter' | 'leave' | 'signedIn'>;

export interface Parts {
  stage: Stage;
  modes: Modes;
  targets: Targets;
  fight: Fight;
  interact: Interact;
  talk: Talk;
  touch: Touch;
  commander: Commander;
}

export function togglePanel(panel: Panel): void {
  const open = new Set(panels.value);
  if (!open.delete(panel)) open.add(panel);
  panels.value = open;
}

export function closePanel(panel: Panel): void {
  if (!panels.value.has(panel)) return;
  const open = new Set(panels.value);
  open.delete(panel);
  panels.value = open;
}

export function worldCommands(parts: Parts): WorldCommands {
  const { stage, modes, targets, fight, interact, talk, touch, commander } = parts;
  const { session } = stage;
  const ask = (answer: Promise<number>) => void interact.tell(answer);
  const vendor = () => dialogue.value?.npc ?? 0;
  const command = <K extends CommandName>(name: K, body: Parameters<typeof session.command<K>>[1]) =>
    ask(session.command(name, body));
  return {
    setMode: next => modes.set(next),
    toggle: togglePanel,
    close: closePanel,
    useAbility: ability => fight.use(ability),
    target: id => targets.set(id),
    interact: () => interact.use(),
    release: () => void session.send('release', {}),
    say: line => talk.say(line),
    emote: emote => void session.send('emote', { emote }),
    moveItem: (item, slot, quantity) => command('move', { item, slot, quantity }),
    dropItem: (item, quantity) => command('drop', { item, quantity }),
    destroyItem: (item, quantity) => command('destroy', { item, quantity }),
    useItem: item => command('useItem', { item }),
    sort: where => command('sort', { npc: where === 'bank' ? vendor() : 0 }),
    bankItem: (item, slot, quantity) => command('bank', { npc: vendor(), item, slot, quantity }),
    repair: item => command('repair', { npc: vendor(), item }),
    buy: (kind, quantity) => command('buy', { npc: vendor(), kind, quantity }),
    sell: (item, quantity) => command('sell', { npc: vendor(), item, quantity }),
    acceptQuest: quest => command('acceptQuest', { npc: vendor(), quest }),
    turnInQuest: (quest, choice) => command('turnInQuest', { npc: vendor(), quest, choice }),
    abandonQuest: quest => command('abandonQuest', { quest }),
    craft: (recipe, quantity) => command('craft', { recipe, quantity }),
    learn: recipe => command('learn', { npc: vendor(), recipe }),
    experiment: (trade, kinds) => session.command('experiment', { trade, kinds }),
    stopWork: () => void session.send('stopWork', {}),
    chooseClass: cls => command('chooseClass', { cls }),
    takeTalent: talent => command('takeTalent', { talent }),
    forgetTalents: () => command('forgetTalents', {}),
    escort: () => {
      command('escort', { npc: vendor() });
      dialogue.value = null;
    },
    answer: (talk, answer) => command('answer', { npc: vendor(), talk, answer }),
    closeDialogue: () => {
      dialogue.value = null;
    },
    loot: corpse => {
      interact.loot(corpse);
      if (lootOpen.value === corpse) lootOpen.value = 0;
    },
    pickUp: ground => interact.pickUp(ground),
    travel: poi => void travel(interact, session.command('travel', { poi })),
    learnMount: mount => command('learnMount', { npc: vendor(), mount }),
    chooseMount: mount => command('chooseMount', { mount }),
    wearTitle: deed => command('wearTitle', { deed }),
    consent: on => command('consent', { on }),
    askDeeds: () => void session.send('deeds', {}),
    guildDeposit: (tab, item, quantity, gold) => command('guildDeposit', { tab, item, quantity, gold }),
    wish: (what, body) => void session.send(what, body),
    exchange: (what, body) => interact.tell(session.command(what, body)),
    lookAt: (x, z) => {
      if (mode.value === 'commander') commander.lookAt(x, z);
    },
    enterDungeon: (dungeon, anew, helpers) => void session.send('enterDungeon', { dungeon, anew, helpers }),
    leaveDungeon: () => void session.send('leaveDungeon', {}),
    cancelCast: () => void session.send('cancel', {}),
    stick: (x, z) => touch.stick(x, z),
    touchButton: (button, down) => touch.button(button, down),
    touchLook: (dx, dy, pinch) => touch.look(dx, dy, pinch),
    touchTap: (x, y) => touch.tap(x, y),
    wakeAudio: () => stage.ears.wake(),
  };
}

async function travel(interact: Interact, answer: Promise<number>): Promise<void> {
  const reason = await interact.tell(answer);
  // Answered by the region of arrival it is told as done already.
  if (reason === OK || reason === REASONS.alreadyDone) waystone.value = null;
}

/** Closes the stone that the player walked away from. */
export function mindWaystone(stage: Stage): void {
  const stone = waystone.value === null ? undefined : poiOf(waystone.value)?.poi;
  if (stone && farFrom(stage, stone.x, stone.z) > WAYSTONE_RANGE_M * 1.6) waystone.value = null;
}

/** Closes the gate that the player walked away from. */
export function mindGate(stage: Stage): void {
  const dungeon = gate.value === null ? undefined : dungeons.get(gate.value);
  if (!dungeon) return;
  const spot = stage.place === dungeon.place ? doorOf(dungeon) : gateOf(dungeon).poi;
  if (farFrom(stage, spot.x, spot.z) > GATE_RANGE_M * 1.4) gate.value = null;
}

/** Closes a talk that the player walked away from. */
export function mindDialogue(stage: Stage, reach_m: number): void {
  const open = dialogue.value;
  if (!open) return;
  const body = stage.session.mirror?.bodies.get(open.npc);
  const { drawn } = stage.session.predictor;
  if (!body || body.cls !== CLASS_VILLAGER || Math.hypot(body.x - drawn.x, body.z - drawn.z) > reach_m) dialogue.value = null;
}
