// What the panels may ask of the game: the other half of the seam in state.ts. main.ts installs the real ones.
import type { Covenant } from '../src/shared/content/kinds';
import type { Body, C2S } from '../src/shared/protocol/messages';
import type { Mode, Panel } from './state';

/** What is asked of the realm and of Talk about parties, runs, people and rooms; the answers change what stands of them in state.ts. */
export type Wish =
  | 'invite'
  | 'answerInvitation'
  | 'leaveParty'
  | 'kick'
  | 'promote'
  | 'convert'
  | 'pickRoles'
  | 'queue'
  | 'unqueue'
  | 'ready'
  | 'rejoin'
  | GuildWish
  | 'askBarter'
  | 'answerBarter'
  | 'offer'
  | 'endBarter'
  | 'askReady'
  | 'answerReady'
  | 'shareLoot'
  | 'mark'
  | 'roll'
  | 'challenge'
  | 'answerChallenge'
  | 'yield'
  | 'enlist'
  | 'leaveArena'
  | 'befriend'
  | 'unfriend'
  | 'ignore'
  | 'unignore'
  | 'joinRoom'
  | 'leaveRoom'
  | 'manageRoom'
  | 'reportLine'
  | 'makeInvite';

/** What is asked of the own guild, or of one that asks him in. */
export type GuildWish =
  | 'foundGuild'
  | 'guildInvite'
  | 'guildAnswer'
  | 'guildLeave'
  | 'guildKick'
  | 'guildRank'
  | 'guildHandOver'
  | 'guildDisband'
  | 'guildMotd'
  | 'guildNote'
  | 'guildRankEdit'
  | 'guildEmblem'
  | 'guildView'
  | 'guildTake'
  | 'guildEvent'
  | 'guildDropEvent'
  | 'guildSign'
  | 'pactPropose'
  | 'pactAnswer'
  | 'pactRenounce'
  | 'plantBanner';

/** Numbered commands about value that changes hands. */
export type Exchange = 'agree' | 'sendLetter' | 'takeLetter' | 'sellOrder' | 'buyOrder';

export interface Commands {
  /** Enter the world: as the given character, or as a new guest when none is named. */
  play(character?: string): void;
  createCharacter(c: { name: string; covenant: Covenant; look: number }): Promise<string | null>; // null or plain words why not
  editCharacter(id: string, c: { name?: string; covenant?: Covenant; look?: number }): Promise<string | null>;
  deleteCharacter(id: string): Promise<string | null>;
  leave(): void; // back to the landing page
  /** Another account is signed in in this browser now, or none: back to the landing page, with its characters. */
  signedIn(): Promise<void>;
  setMode(mode: Mode): void;
  toggle(panel: Panel): void;
  close(panel: Panel): void;
  useAbility(ability: number): void;
  target(id: number): void;
  interact(): void;
  release(): void;
  say(line: string): void; // the whole line, slash commands included
  emote(emote: number): void;
  moveItem(item: string, slot: number, quantity: number): void; // slot as on the wire: 0..23, 100 + equip slot
  dropItem(item: string, quantity: number): void;
  destroyItem(item: string, quantity: number): void;
  useItem(item: string): void;
  /** Puts the bag in order, or the bank at the banker of the open dialogue. */
  sort(where: 'bag' | 'bank'): void;
  /** Between bag and bank, at the banker of the open dialogue; slot as on the wire: 0..23, 200..247. */
  bankItem(item: string, slot: number, quantity: number): void;
  /** At the smith of the open dialogue: one thing, or all for ''. */
  repair(item: string): void;
  buy(kind: number, quantity: number): void; // from the villager of the open dialogue
  sell(item: string, quantity: number): void;
  acceptQuest(quest: number): void;
  turnInQuest(quest: number, choice: number): void;
  abandonQuest(quest: number): void;
  craft(recipe: number, quantity: number): void;
  learn(recipe: number): void; // from the villager of the open dialogue
  experiment(trade: number, kinds: number[]): Promise<number>; // the reason why it came to nothing, 0 when it did not
  stopWork(): void;
  chooseClass(cls: number): void;
  takeTalent(talent: number): void;
  forgetTalents(): void;
  /** Sets out with the villager of the open dialogue. */
  escort(): void;
  /** Gives an answer that is remembered: its number among the talk's. */
  answer(talk: number, answer: number): void;
  closeDialogue(): void;
  loot(corpse: number): void;
  pickUp(ground: number): void;
  /** From the waystone where he stands to another, by its number. */
  travel(poi: number): void;
  /** A steed of the villager of the open dialogue. */
  learnMount(mount: number): void;
  chooseMount(mount: number): void;
  /** Goes after the name from now on; 0: none. */
  wearTitle(deed: number): void;
  askDeeds(): void;
  /** Into a tab of the guild's bank: so many of a thing, or gold ('' and 0). */
  guildDeposit(tab: number, item: string, quantity: number, gold: number): void;
  /** Agrees to be attacked where that is agreed upon, or takes it back. */
  consent(on: boolean): void;
  wish<K extends Wish>(what: K, body: Body<(typeof C2S)[K]>): void;
  /** Resolves to the reason, 0 when it is done; a refusal is told in words already. */
  exchange<K extends Exchange>(what: K, body: Omit<Body<(typeof C2S)[K]>, 'command'>): Promise<number>;
  /** Commander: moves the camera over a place (minimap click, centre on myself). */
  lookAt(x: number, z: number): void;
  /** At its gate: into the run he has there, or a new one. */
  enterDungeon(dungeon: number, anew: boolean, helpers: boolean): void;
  leaveDungeon(): void;
  cancelCast(): void;
  /** Position of the on-screen stick, for touch: -1..1. */
  stick(x: number, z: number): void;
  touchButton(button: 'jump' | 'sprint' | 'fire' | 'aim', down: boolean): void;
  /** A finger dragged over the free screen, in CSS pixels; pinch is the change of distance between two fingers. */
  touchLook(dx: number, dy: number, pinch: number): void;
  /** A short touch of the free screen, in CSS pixels. */
  touchTap(x: number, y: number): void;
  wakeAudio(): void;
}

export let commands: Commands;
export function installCommands(real: Commands): void {
  commands = real;
}
