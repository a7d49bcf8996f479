// A character in the world: its record, its body, and who looks through its eyes just now. In: messages for it. Out: the two halves of
// its frame. `journal` collects what rules changed this turn; the turn's end writes it.

import type { Budget } from '../budget';
import { type MessageKind, put } from '../shared/protocol/messages';
import type { RegionKey } from '../shared/regions';
import type { Character } from '../shared/rules/character';
import { Journal } from '../shared/rules/journal';
import { nameKey } from '../shared/rules/names';
import { nothingSpoken } from '../shared/rules/talk';
import type { Held } from './held';
import type { Motion } from './parcels';
import type { Session } from './session';
import { StatusTold } from './statustold';
import type { Call } from './systems/calls';
import type { Work } from './systems/work';

export class Player {
  /** Null: the body stands alone and waits for its player (adrift). */
  session: Session | null = null;
  /** When an abandoned body leaves the world. */
  adriftUntil_ms = 0;
  journal = new Journal();
  /** What the owner was last told of hp, power, cast and effects. */
  readonly statusTold = new StatusTold();
  /** Cooldowns may have changed: tell them again. */
  cooldownsStale = true;
  /** Ground items he knows of, as one text of their ids; null = he was told nothing yet. */
  groundTold: string | null = null;
  /** The tidings he was told last, as one text. */
  tidingsTold = '';
  /** When he last held a key, as far as that was looked at, or came (rates.ts). */
  movedAt_ms = 0;
  /** When the login that plays it was asked for: an older one may not take it. */
  login_ms = 0;
  /** It came over a border in this stride; the session that takes it up goes on from there. */
  motion: Motion | null = null;
  /** Where a waystone or a gate takes him, in another region (`to`, or whose ground it is); the end of this tick hands him over. */
  goal: { x: number; z: number; to?: RegionKey } | null = null;
  /** He reaches over a border: he is to be there, also while he stands on this side. */
  lean: { to: RegionKey; until_ms: number } | null = null;
  /** Neighbours that his screen has been given a ticket to. */
  readonly invited = new Set<RegionKey>();
  /** Foes that fell to him since one of his things was knocked (systems/durability.ts). Forgotten over a border: it comes to less wear. */
  kills = 0;
  /** When things of a use group (rules/useItem.ts) may be used again, epoch ms. */
  readonly groupReady_ms = new Map<number, number>();
  /** He has asked the realm to be let into a dungeon. */
  atGate = false;
  /** What he said last. Forgotten over a border. */
  readonly spoken = nothingSpoken();
  /** Of the connection that plays it, or played it last: the next one has no more to say than this one left. */
  budget: Budget | null = null;
  /** He has asked so much of the realm that has not been answered. */
  asking = 0;
  /** The same of his guild; what his guild was told last of what he has done. */
  guildAsking = 0;
  /** A charter that he has paid for is on its way, as far as is known here: until then he pays for no other. */
  charterUntil_ms = 0;
  deedsTold = '';
  /** Who has asked him in, and has no answer yet (systems/calls.ts). */
  readonly calls = new Map<string, Call>();
  /** His company waits for him in that instance: he goes as soon as nothing keeps him, until then. */
  called: { dungeon: string; instance: RegionKey; until_ms: number; gate?: number } | null = null;
  /** What he was told last of his party's members here (systems/mates.ts). */
  matesTold = '';
  /** The marks over bodies that he was told of last (systems/marks.ts). */
  marksTold = '[]';
  /** A player has slain him, and he has not risen yet; nobody may attack him until then, because one has. */
  slain = false;
  sparedUntil_ms = 0;
  /** When each player that he has slain was counted last. */
  readonly slew_ms = new Map<string, number>();
  /** What he was told last of his match, as one text (systems/arena.ts). */
  matchTold = '';
  /** What he was told last of who may attack him, as one text (systems/laws.ts). */
  lawTold = '';
  /** What his hands are at (systems/work.ts). */
  work: Work | null = null;
  /** What is worn, known or reached has changed: the body follows after the write. */
  changed = false;
  /** Something was counted that a deed may come of (systems/deeds.ts), and something that he has not been told of yet. */
  tallied = false;
  untold = false;
  /** Where he was when his time out of doors was looked at last, and what of it does not make a whole yet. */
  readonly outing = { x: 0, z: 0, parts: new Map<string, number>() };
  /** He is called something else now: who sees him hears it after the write. */
  retitled = false;
  private named = { name: '', key: '' };

  constructor(
    readonly held: Held,
    readonly entity: number,
  ) {}

  get character(): Character {
    return this.held.character;
  }

  get playing(): boolean {
    return this.session !== null;
  }

  /** What his name looks like to the eye: whispers find him by it. */
  get nameKey(): string {
    const { name } = this.held.character;
    if (this.named.name !== name) this.named = { name, key: nameKey(name) };
    return this.named.key;
  }

  /** Told with the next snapshot: only what may be lost. */
  soon<T>(kind: MessageKind<T>, body: T): void {
    if (this.session) put(this.session.soon, kind, body);
  }

  /** Told after this turn is written: everything of value. */
  sure<T>(kind: MessageKind<T>, body: T): void {
    if (this.session) put(this.session.sure, kind, body);
  }
}
