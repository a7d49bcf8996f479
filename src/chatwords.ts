// What Talk hears and says; the doors (ports.ts) hand it on. In: nothing. Out: types.
import type { Leaving } from './departurewords';
import type { Card, Letter, Word } from './ports';
import type { RegionKey } from './shared/regions';
import type { Reason } from './shared/rules/reasons';
import type { KeptLine, RoomKey } from './shared/rules/rooms';

/** Lines by room, oldest first. */
export type Rooms = Readonly<Record<RoomKey, readonly KeptLine[]>>;
/** Number of the last line that is known of each room. */
export type Known = Readonly<Record<RoomKey, number>>;

export interface Friend {
  readonly account: string;
  readonly name: string;
  readonly level: number;
  readonly cls: number;
  readonly covenant: number;
  /** '': he is in no region. */
  readonly region: RegionKey;
  /** FRIEND_OFFLINE … */
  readonly state: number;
  /** When he left, epoch ms; 0: that is not known, or he is here. */
  readonly since_ms: number;
}

/** What Talk keeps of an account; always told whole. */
export interface Contacts {
  /** Grows with every telling, over all lives of Talk. */
  readonly version: number;
  readonly friends: readonly Friend[];
  readonly ignored: readonly { readonly account: string; readonly name: string }[];
  readonly rooms: readonly { readonly room: RoomKey; readonly name: string; readonly isOwner: boolean }[];
  readonly mutedUntil_ms: number;
}

export interface HeldLine {
  /** Grows from line to line of one receiver. */
  readonly number: number;
  readonly from: string;
  readonly account: string;
  readonly text: string;
  readonly at_ms: number;
}

export interface Said {
  readonly room: RoomKey;
  readonly character: string;
  readonly account: string;
  readonly from: string;
  readonly text: string;
  readonly at_ms: number;
}

/** A line as a report keeps it. */
export interface Witnessed {
  readonly from: string;
  readonly account: string;
  readonly text: string;
  readonly at_ms: number;
}
export interface Complaint {
  readonly channel: number;
  readonly room: RoomKey;
  readonly number: number;
  readonly why: number;
  readonly words: string;
  /** The line and those round it, if the asker's region keeps them and not Talk. */
  readonly lines: readonly Witnessed[];
  /** Which of them it is about. */
  readonly about: number;
}
export interface Report {
  readonly id: string;
  readonly at_ms: number;
  readonly by: { readonly account: string; readonly character: string; readonly name: string };
  readonly about: Witnessed;
  readonly channel: number;
  readonly room: RoomKey;
  readonly why: string;
  readonly words: string;
  /** Oldest first, with the line itself among them. */
  readonly context: readonly Witnessed[];
  /** Missing: nobody has answered it yet. */
  readonly closed?: Closing;
}
/** How one of the staff closed a report. */
export interface Closing {
  readonly at_ms: number;
  /** His account. */
  readonly by: string;
  readonly answer: string;
}

/** What somebody asks of Talk. */
export type TalkWish =
  | { readonly what: 'whisper'; readonly to: string; readonly text: string }
  | { readonly what: 'befriend' | 'ignore'; readonly name: string }
  | { readonly what: 'unfriend' | 'unignore'; readonly account: string }
  | { readonly what: 'joinRoom' | 'leaveRoom'; readonly room: string }
  | { readonly what: 'manageRoom'; readonly room: string; readonly name: string; readonly act: number }
  | ({ readonly what: 'report' } & Complaint)
  | { readonly what: 'makeInvite' };
/** `words`: what he is to hear besides. */
export interface TalkAnswer {
  readonly reason: Reason;
  readonly text: string;
  readonly words: readonly Word[];
}
export type TalkAsker = Pick<Card, 'character' | 'account' | 'name'> & { readonly region: RegionKey };

/** What the realm tells Talk of who is in the world; another `born` after each boot of the realm. */
export interface Whereabout extends Card {
  readonly region: RegionKey;
}
export interface PresenceNews {
  readonly born: number;
  /** `here` is everybody whom the realm knows. */
  readonly all: boolean;
  readonly here: readonly Whereabout[];
  readonly gone: readonly string[];
}

/** What Talk keeps of somebody, as he may read it. */
export interface TalkKept {
  readonly known: readonly { readonly name: string; readonly ignored: boolean }[];
  /** Rooms that he is in. */
  readonly rooms: readonly string[];
  /** Whispers that wait for him. */
  readonly waiting: readonly Omit<HeldLine, 'account'>[];
}

export interface TalkPort {
  fetch(request: Request): Promise<Response>;
  /** These have come into that region: what is kept of them follows in letters. Answers with what was said since in the rooms that they are in. */
  attend(region: RegionKey, cards: readonly Card[], known: Known): Promise<Rooms>;
  /** What was said since, in the open rooms and those that the region knows. */
  since(region: RegionKey, known: Known): Promise<Rooms>;
  /** Lines of people in that region, in order; who may not say them is told so. */
  say(region: RegionKey, said: readonly Said[]): Promise<void>;
  ask(by: TalkAsker, wish: TalkWish): Promise<TalkAnswer>;
  /** He has read the whispers that had waited for him, up to that number. */
  readHeld(character: string, number: number): Promise<void>;
  /** Whispers that found nobody at home: they wait for him. */
  keep(letters: readonly Letter[]): Promise<void>;
  /** Answers with the number of Talk's life: another one knows nobody, and is told everybody. */
  note(news: PresenceNews): Promise<number>;
  /** Moderation: the account says nothing until then (0: it may again), in no channel. */
  mute(account: string, until_ms: number, reason: string): Promise<void>;
  /** They are no more: nothing is kept of them. */
  forget(leaving: Leaving): Promise<void>;
  kept(of: Leaving): Promise<TalkKept>;
  /** The account's pages that only chat are closed: those of one session of it, or ('') all. */
  putOut(account: string, login: string): Promise<void>;
  /** Moderation: reports, those that wait before those that were answered, the newest first. */
  reports(most: number): Promise<Report[]>;
  report(id: string): Promise<Report | null>;
  /** Closes a report, and whoever made it hears the answer, now or when he comes. False: there is none that waits. */
  answer(id: string, closing: Closing): Promise<boolean>;
  /** Whether `by` ignores `account`: then nothing of it reaches him, trade and invitations neither. */
  blocked(account: string, by: string): Promise<boolean>;
  /** Who invites with that code; null: it holds no more. */
  invitation(code: string): Promise<{ name: string; left_s: number } | null>;
  /** An account comes by that code, once: it is offered the inviter's party when it is in the world. Null: the code holds no more. */
  comeBy(code: string, account: string): Promise<{ character: string; covenant: number; region: RegionKey } | null>;
}
