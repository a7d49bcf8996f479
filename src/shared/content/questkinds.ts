// The shapes of quests: what is asked, of whom, when it is offered, what it brings; talks in which something is decided. Pure types, no data.
import type { Covenant, EquipSlot } from './kinds';

/** Ways of playing, in the order of the wire's view modes. */
export const VIEWS = ['adventurer', 'warfront', 'commander'] as const;
export type View = (typeof VIEWS)[number];

/** `view`: it counts only from there. */
export type Objective =
  /** `monster` ANY_FOE: whatever is strong enough to teach one something. */
  | { kind: 'kill'; monster: string; also?: readonly string[]; count: number; view?: View; text: string }
  | { kind: 'gather'; item: string; count: number; text: string }
  /** Handed to that villager when he is spoken to. */
  | { kind: 'deliver'; item: string; count: number; npc: string; text: string }
  | { kind: 'talk'; npc: string; text: string }
  | { kind: 'reach'; poi: string; view?: View; text: string }
  /** All of these places, in any order. */
  | { kind: 'explore'; pois: readonly string[]; view?: View; text: string }
  | { kind: 'equip'; slot: EquipSlot; better?: boolean; text: string } // better: more than what everybody starts with
  | { kind: 'use'; ability: string; count: number; text: string }
  /** A walk of a place (kinds.ts Walk), arrived at with its walker alive. */
  | { kind: 'escort'; walk: string; text: string }
  /** A post of a place (kinds.ts Post), held through its waves. */
  | { kind: 'defend'; post: string; text: string }
  /** An answer that is remembered (Talk). */
  | { kind: 'choose'; talk: string; text: string }
  | { kind: 'craft'; recipe: string; count: number; text: string }
  /** Taken from the land by his own hands: the item that the node gives. */
  | { kind: 'mine'; node: string; count: number; text: string };
export const ANY_FOE = '*';

/** An answer once given in a talk. */
export interface Choice {
  talk: string;
  answer: string;
}

/** How the world has to stand. `held` by: a covenant, the wilds, his own covenant, or another one than his. */
export type When =
  | { is: 'night' }
  | { is: 'day' }
  | { is: 'held'; place: string; by: Covenant | 'wilds' | 'mine' | 'others' }
  | { is: 'pressed'; place: string; least: number }
  /** The camp (of the place in which the giver lives) has taken in so many more than its own. */
  | { is: 'grown'; place: string; camp: string; least: number };

export interface QuestReward {
  xp: number;
  gold: number;
  /** Points besides, in percent of the level he has when he hands it in: for tasks that are done at every level. */
  share_pct?: number;
  items?: readonly { item: string; qty: number }[];
  choose?: readonly string[];
}

export interface Quest {
  id: number;
  key: string;
  name: string;
  level: number;
  /** Key of a chain (chains.ts): how the log sorts it. */
  chain: string;
  giver: string; // npc key
  ender: string;
  /** Others who give it and take it back as well. */
  board?: readonly string[];
  after?: readonly string[]; // quest keys that must be done first
  needs?: { covenant?: Covenant; cls?: readonly number[]; chose?: Choice };
  /** Offered only while the world stands so; once taken, it stays. */
  when?: When;
  /** Done anew every day. It comes round on each day that leaves `turn` when divided by DAILY_ROUND. */
  daily?: { way: View; turn: number };
  offer: string; // what the giver says
  /** What he adds while the world stands so. */
  aside?: { when: When; text: string };
  progress: string;
  done: string;
  /** Handed over when the quest is taken. */
  gives?: readonly { item: string; qty: number }[];
  objectives: readonly Objective[];
  reward: QuestReward;
  /** Another end for whoever chose so. */
  ends?: readonly { chose: Choice; done: string; reward?: QuestReward }[];
}
export const DAILY_ROUND = 3;

export interface TalkNode {
  says: string;
  /** `to`: the node that follows, none: the talk is over. `picks`: this answer is remembered by that name. */
  answers: readonly { says: string; to?: string; picks?: string }[];
}

/** A talk with a villager beside what he offers: short, branching, from its node `start` on. */
export interface Talk {
  id: number;
  key: string;
  npc: string;
  /** With what the player opens it. */
  opens: string;
  /** While this quest is in hand … */
  during?: string;
  /** … or once this one is done. */
  after?: string;
  nodes: Readonly<Record<string, TalkNode>>;
}

export interface Chain {
  key: string;
  name: string;
  /** The main story. */
  story?: boolean;
}
