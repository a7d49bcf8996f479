// What the HUD shows, as signals: the one seam between the game (writes) and the panels (read). No panel talks to the net or the renderer.
import { signal } from '@preact/signals';
import { HOME_REGION, placeOf } from '../src/shared/content';
import type { Covenant, Place, Rarity } from '../src/shared/content/kinds';
import type { Station, Trade } from '../src/shared/content/trades';
import type { Body, S2C } from '../src/shared/protocol/messages';
import type { Item } from '../src/shared/rules/character';
import { type Life, newLife } from '../src/shared/rules/life';
import type { MARKS } from '../src/shared/rules/parties';
import type { Weather } from '../src/shared/rules/weather';
import type { Status } from '../src/shared/sim';

export type Mode = 'adventurer' | 'warfront' | 'commander';
export type Screen = 'landing' | 'loading' | 'play';
export type Link = 'connecting' | 'open' | 'reconnecting' | 'closed';

export const screen = signal<Screen>('landing');
export const loading = signal({ step: '', done: 0 }); // done 0..1
export const mode = signal<Mode>('adventurer');
export const link = signal<{ state: Link; pingMs: number; words: string; retryS: number }>({
  state: 'closed',
  pingMs: 0,
  words: '',
  retryS: 0,
});
export const fps = signal(0);
/** Hours of the world's day, 0..24. */
export const hour = signal(12);
/** What the sky over the own body is called. */
export const weather = signal<Weather>('clear');
export const zone = signal('');
/** The place in which the own body is; before the world, where newcomers begin. */
export const place = signal<Place>(placeOf(HOME_REGION) as Place);
export const headingDeg = signal(0);
export const playersHere = signal(0);
/** How hard the region finds its work: 0 everything as it should be … 8. */
export const strain = signal(0);

export interface CharacterCard {
  id: string;
  name: string;
  level: number;
  covenant: Covenant;
  look: number;
}
export const characters = signal<CharacterCard[]>([]);
/** The character that Play enters with; '' = the newest or a new guest. */
export const chosen = signal('');
/** The canvas shows the world: the landing page's drawn scene gives way to it. */
export const worldReady = signal(false);
/** Why Play failed last, in plain words; '' = it did not. */
export const playError = signal('');

export const me = signal<{ id: number; name: string; x: number; y: number; z: number; yaw: number }>({
  id: 0,
  name: '',
  x: 0,
  y: 0,
  z: 0,
  yaw: 0,
});
export const sheet = signal<Body<typeof S2C.sheet> | null>(null);
export const status = signal<Status | null>(null);
/** Ability id -> when it is ready again (performance.now ms) and the whole cooldown. */
export const cooldowns = signal<ReadonlyMap<number, { readyAt: number; whole: number }>>(new Map());
export const bag = signal<Item[]>([]);
/** What lies in the bank, wherever he is. */
export const bank = signal<Item[]>([]);
export const life = signal<Life>(newLife());
export const quests = signal<Body<typeof S2C.quests>>({ active: [], done: [] });
/** What of the world's state concerns quests, as the region told it; `ends`: of the day, epoch ms of the region's clock. */
export const tidings = signal<{ day: number; ends: number; open: ReadonlySet<number>; asides: ReadonlySet<number> }>({
  day: 0,
  ends: 0,
  open: new Set(),
  asides: new Set(),
});
/** The walk or stand in which he takes part; null: none. */
export const task = signal<Body<typeof S2C.task> | null>(null);
/** Quests that the player does not want beside the world. */
export const untracked = signal<ReadonlySet<number>>(new Set());
export const dialogue = signal<Body<typeof S2C.dialogue> | null>(null);
/** Who speaks in the open dialogue (from whois); npc is the content id. */
export const speaker = signal<{ id: number; name: string; title: string; npc: number } | null>(null);
/** Corpse whose loot window is open, or 0. */
export const lootOpen = signal(0);
export const corpses = signal<ReadonlyMap<number, Body<typeof S2C.corpse>>>(new Map());
export const ground = signal<Body<typeof S2C.ground>['items']>([]);
/** Points of interest found so far, by their number in the world (content/index.ts poiNumber). */
export const found = signal<ReadonlySet<number>>(new Set());
/** The dungeon at whose gate he stands with its panel open, by its number; null: none. */
export const gate = signal<number | null>(null);
/** The run of a dungeon that goes on where he is; `until_ms`: performance.now. */
export const run = signal<(Body<typeof S2C.run> & { until_ms: number }) | null>(null);
/** Over the world while another one takes its place: what is being entered; null: nothing. */
export const veil = signal<{ title: string; text: string } | null>(null);
/** The waystone at which a journey is being chosen, by its number; null: none. */
export const waystone = signal<number | null>(null);
/** What the own hands are at: since when (performance.now ms), for how long, and how many pieces follow; null: nothing. */
export const work = signal<{ what: number; of: number; at: number; whole_ms: number; left: number } | null>(null);
/** The trade that the crafting window shows. */
export const craftTrade = signal<Trade>('smithing');
/** Stations within reach. */
export const stations = signal<ReadonlySet<Station>>(new Set());
/** In a fight a moment ago. */
export const fighting = signal(false);
/** What happens near, until it is over; `until_ms`: performance.now. */
export const happening = signal<(Body<typeof S2C.happening> & { until_ms: number }) | null>(null);
/** The boss that is fought near: as told, what it said a moment ago ('' for nothing), and when that came (performance.now). */
export const boss = signal<(Body<typeof S2C.boss> & { said: string; at_ms: number }) | null>(null);
/** FLAG_* of the own body as the region last told, and whether it rides as far as is predicted. */
export const bodyFlags = signal(0);
export const riding = signal(false);
/** What happened while he was away, until it is put aside. */
export const since = signal<Body<typeof S2C.since> | null>(null);

/** Id of the character that is played; '' before the world. */
export const character = signal('');
/** The trade window; null: none is open. */
export const barter = signal<Body<typeof S2C.barter> | null>(null);
/** Who asks one to trade; `until_ms`: performance.now. */
export const barterAsks = signal<readonly (Body<typeof S2C.barterAsked> & { until_ms: number })[]>([]);

/** The party that one is in; no members: none. */
export const party = signal<Body<typeof S2C.party>>({ leader: 0, raid: false, rolls: false, members: [] });
/** Members in the same region, by their index in the party. */
export const mates = signal<ReadonlyMap<number, Body<typeof S2C.mates>['mates'][number]>>(new Map());
/** Who asks one into his party; `until_ms`: performance.now. */
export const invitations = signal<readonly (Body<typeof S2C.invited> & { until_ms: number })[]>([]);
/** How it stands with waiting for a company, as it was `at_ms` (performance.now); null: one does not wait. */
export const muster = signal<(Body<typeof S2C.muster> & { at_ms: number }) | null>(null);
/** The dungeon into whose run one may go back; `until_ms`: performance.now. */
export const way = signal<{ dungeon: number; until_ms: number } | null>(null);

/** The own guild, null: none; and what it has told of itself since it was looked at. */
export const guild = signal<Body<typeof S2C.guild> | null>(null);
export const guildRoster = signal<Body<typeof S2C.guildRoster> | null>(null);
export const guildBank = signal<Body<typeof S2C.guildBank> | null>(null);
export const guildLog = signal<Body<typeof S2C.guildLog>['entries']>([]);
export const guildCalendar = signal<Body<typeof S2C.guildCalendar>['events']>([]);
export const guildTreaty = signal<Body<typeof S2C.guildTreaty> | null>(null);
/** Members and allies on the map, as long as it is looked at. */
export const guildWhere = signal<Body<typeof S2C.guildWhere>['people']>([]);
/** Guilds that ask one in; `until_ms`: performance.now. */
export const guildCalls = signal<readonly (Body<typeof S2C.guildInvited> & { until_ms: number })[]>([]);
/** Who challenges one to a duel; `until_ms`: performance.now. */
export const challenges = signal<readonly (Body<typeof S2C.challenged> & { until_ms: number })[]>([]);
/** The duel that is being fought; when it begins, and when it is lost for having left its ground (0: one has not), performance.now. */
export const duel = signal<(Body<typeof S2C.duel> & { starts_at: number; lost_at: number }) | null>(null);
/** Whether players may attack one; until when one is spared, and when one's word is taken back (0: it is not about to be), performance.now. */
export const law = signal<Body<typeof S2C.law> & { spared_until: number; ends_at: number }>({
  law: 0,
  open: false,
  spared_s: 0,
  ends_s: 0,
  spared_until: 0,
  ends_at: 0,
});
/** The match in whose arena one is; `until_ms`: when its stage ends, performance.now. */
export const arena = signal<(Body<typeof S2C.arena> & { until_ms: number }) | null>(null);
/** How one waits for a match, `since`: performance.now; null: one does not. */
export const lists = signal<{ party: number; rating: number; since: number } | null>(null);
/** The place over the next border, where its law is harder than that of the ground one stands on. */
export const ahead = signal<Place | null>(null);

export interface TargetCard {
  id: number;
  name: string;
  title: string;
  level: number;
  hp: number; // 0..1
  hostile: boolean;
  fights: boolean;
  /** Of a player: others may attack him. */
  open: boolean;
  elite: boolean;
  kind: number;
  cls: number;
  casting: { ability: number; done: number } | null;
  distance: number;
}
export const target = signal<TargetCard | null>(null);
/** What the use key would do here: shown as a prompt. */
export const prompt = signal<{ key: string; text: string } | null>(null);

export interface ChatLine {
  id: number;
  channel: number;
  /** Name of a room that players opened, else ''. */
  room: string;
  /** Of a line in a room beyond the region, else 0. */
  number: number;
  from: string;
  to: string;
  text: string;
  time: number;
}
export const chat = signal<ChatLine[]>([]);
/** Whom one knows, and whom one wants to hear nothing of; rooms that players opened in which one is. */
export const friends = signal<Body<typeof S2C.friends>['friends']>([]);
export const ignored = signal<Body<typeof S2C.friends>['ignored']>([]);
export const rooms = signal<Body<typeof S2C.rooms>['rooms']>([]);
/** The link that brings friends; `until_ms`: performance.now. */
export const inviteLink = signal<{ code: string; until_ms: number; uses: number } | null>(null);
/** By whose link the page was opened; null: by nobody's. */
export const invitedBy = signal<{ code: string; name: string; over: boolean } | null>(null);
/** Whose name in the chat was clicked, and on which line: what can be done with him stands beside it. */
export const nameMenu = signal<{ line: ChatLine; on: HTMLElement } | null>(null);
export const phrasesOpen = signal(false);
export const chatOpen = signal(false);
/** What the chat line begins with when a key opens it: '', '/' or '/reply '. Set before chatOpen. */
export const chatDraft = signal('');

/** Where a point of the world is on the screen, in CSS pixels; null behind the eye. Written once by the game, for what hangs on bodies. */
export const sight = signal<(x: number, y: number, z: number) => { x: number; y: number } | null>(() => null);

/** Numbers that float up over bodies; x, y, z in the world. */
export interface Floater {
  id: number;
  /** Whose body it hangs over. */
  body: number;
  x: number;
  y: number;
  z: number;
  text: string;
  /** What it says in figures, so that blows of one moment add up; NaN for words. */
  value: number;
  kind: 'dealt' | 'taken' | 'critical' | 'heal' | 'xp' | 'miss';
  /** Column beside the middle of the body: 0, 1, -1, 2, -2. */
  lane: number;
  born: number;
}
export const floaters = signal<Floater[]>([]);
/** Sounds in words with where they came from, when captions are on; angle in radians, 0 = ahead, NaN = all round. */
export const captions = signal<{ id: number; text: string; angle: number }[]>([]);
export interface Toast {
  id: number;
  text: string;
  icon: string;
  rarity: string;
}
export const toasts = signal<Toast[]>([]);
/** Big lettering in the middle, by what it celebrates: each has its own ornament. */
export type Occasion = 'place' | 'found' | 'level' | 'quest';
export const banner = signal<{ id: number; title: string; text: string; occasion: Occasion } | null>(null);
/** By whom and with what the player was felled last. */
export const felled = signal<{ by: string; ability: number } | null>(null);

/** What lies about with something for the player in it: labels and beams. */
export interface LootMark {
  id: number;
  x: number;
  y: number;
  z: number;
  /** The best thing in it, and how many more there are. */
  label: string;
  more: number;
  rarity: Rarity;
  corpse: boolean;
}
export const lootMarks = signal<readonly LootMark[]>([]);

/** Where to go next, and why; null: nowhere in particular. */
export interface Guide {
  x: number;
  y: number;
  z: number;
  label: string;
  /** A quest to take, one to hand in, something asked for, a creature asked for, a place. */
  kind: 'offer' | 'turnin' | 'task' | 'foe' | 'place';
  distance: number;
}
export const guide = signal<Guide | null>(null);
/** What a click on the body under the mouse would do, beside the pointer. */
export const hoverWord = signal<{ x: number; y: number; text: string } | null>(null);
/** Which account this browser plays by; '' before it is known. */
export const account = signal('');
export const refusal = signal<{ id: number; text: string } | null>(null);

// warfront
export const hitMarker = signal<{ at: number; head: boolean; kill: boolean } | null>(null);
export const hurtFrom = signal<{ at: number; angle: number } | null>(null); // radians, 0 = ahead
export const spread = signal(0); // crosshair gap in px
export const weapon = signal<'wheel-lock' | 'bow'>('wheel-lock');
export const reload = signal({ readyAt: 0, whole: 0 });
/** How one has fared since the page was opened: aimed shots and how many met, whom one brought down, how often one fell, points for the covenant. */
export interface Score {
  readonly shots: number;
  readonly hits: number;
  readonly downs: number;
  readonly falls: number;
  readonly efforts: number;
}
export const NO_SCORE: Score = { shots: 0, hits: 0, downs: 0, falls: 0, efforts: 0 };
export const score = signal(NO_SCORE);
export const feed = signal<{ id: number; killer: string; ability: number; victim: string; mine: boolean }[]>([]);

// commander
export const selectBox = signal<{ x: number; y: number; w: number; h: number } | null>(null);
export const selected = signal<{ id: number; name: string; hp: number; level: number }[]>([]);

export type Panel =
  | 'bag'
  | 'character'
  | 'abilities'
  | 'classes'
  | 'quests'
  | 'deeds'
  | 'finder'
  | 'guild'
  | 'mail'
  | 'market'
  | 'rivals'
  | 'people'
  | 'craft'
  | 'map'
  | 'settings'
  | 'menu'
  | 'help'
  | 'credits';
/** Open panels, the one opened last at the end. */
export const panels = signal<ReadonlySet<Panel>>(new Set());
/** The view chooser is open (Backquote): 1, 2, 3 pick a view, any other key closes it. */
export const viewChooser = signal(false);
export const hudHidden = signal(false);
/** The last thing typed with was a finger: on-screen stick and buttons are shown. */
export const touch = signal(false);
/** Dots for the minimap and the map, a few times a second. */
export interface Blip {
  x: number;
  z: number;
  kind: 'ally' | 'foe' | 'villager' | 'quest' | 'turnin' | 'vendor' | 'node' | 'corpse' | 'happening' | 'mate' | 'guild' | 'pact';
}
export const blips = signal<Blip[]>([]);

/** Where quests lead, over the world: what to write there and where on the screen, CSS pixels. */
export interface Waymark {
  key: string;
  text: string;
  x: number;
  y: number;
  away_m: number;
}
/** What the party shows: a mark over a body, or a place that `text` points at. CSS pixels. */
export interface Sign extends Waymark {
  mark: '' | (typeof MARKS)[number];
}
export const signs = signal<readonly Sign[]>([]);
/** Whether all are ready, as far as they have said (READY_OPEN …, by character); null: nobody asks. `until_ms`: performance.now. */
export const readiness = signal<{
  by: string;
  answers: ReadonlyMap<string, number>;
  isOver: boolean;
  until_ms: number;
} | null>(null);
/** Finds that one may roll for; `until_ms`: performance.now. */
export const rolls = signal<readonly (Omit<Body<typeof S2C.rollFor>, 'left_s'> & { until_ms: number })[]>([]);

export const waymarks = signal<readonly Waymark[]>([]);

// F3
export const debugOpen = signal(false);
export interface DebugFacts {
  bytesIn: number;
  bytesOut: number;
  tick: { p50: number; p99: number; phases: readonly number[] };
  misses: number;
  missCm: number;
  entities: number;
  drawCalls: number;
  triangles: number;
  frameMs: number;
  snapshotGapMs: number;
  region: string;
  /** Crossings from region to region, and how long the last took: nothing told, and no key answered. */
  crossings: number;
  hitchMs: number;
  unansweredMs: number;
}
export const debugFacts = signal<DebugFacts | null>(null);
/** Simulated one-way lag in ms, added on both ways. */
export const simulatedLag = signal(0);
