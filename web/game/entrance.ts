// The way in and out: accounts, characters, Play, resume after a reload, and how the connection stands. In: doors and link;
// out: signals of landing, loading and connection, and the commands that belong to them.

import type { Commands } from '../commands';
import { errorText } from '../errortext';
import { type CharacterRow, DoorError, type Doors } from '../net/doors';
import { forgetAccount, hasAccount, rememberAccount } from '../net/known';
import type { Link, LinkFacts } from '../net/link';
import { account, characters, chosen, invitedBy, link as linkSignal, loading, panels, playError, screen } from '../state';
import { t } from '../strings';
import type { Game } from './game';

/** This tab plays that character: a reload goes straight back. */
const PLAYING = 'evermarch.playing';
const RETRY_SHOWN_MS = 250;
const JOIN = /^\/join\/([0-9A-Za-z]+)$/;

export type EntranceCommands = Pick<
  Commands,
  'play' | 'createCharacter' | 'editCharacter' | 'deleteCharacter' | 'leave' | 'signedIn'
>;

export class Entrance {
  character = '';
  private game: Game | null = null;
  private whenBuilt: () => void = () => {};
  private readonly ready = new Promise<void>(resolve => {
    this.whenBuilt = resolve;
  });
  private entering = false;

  constructor(
    private readonly doors: Doors,
    private readonly link: Link,
  ) {}

  readonly commands: EntranceCommands = {
    play: character => void this.play(character),
    createCharacter: c => this.change(() => this.doors.guestAnd(() => this.doors.createCharacter(c))),
    editCharacter: (id, c) => this.change(() => this.doors.editCharacter(id, c)),
    deleteCharacter: id => this.change(() => this.doors.deleteCharacter(id)),
    leave: () => this.leave(),
    signedIn: () => this.signedIn(),
  };

  /** At the start of the page: who we were, and straight back into the world after a reload. */
  begin(): void {
    const invite = JOIN.exec(location.pathname)?.[1];
    if (invite) void this.lookWhoInvites(invite);
    const playing = sessionStorage.getItem(PLAYING);
    if (playing && !invite) void this.play(playing);
    else if (hasAccount()) void this.refresh();
    setInterval(() => this.showRetry(), RETRY_SHOWN_MS);
  }

  built(game: Game): void {
    this.game = game;
    game.stage.session.onLink = facts => this.stand(facts);
    this.whenBuilt();
  }

  fail(words: string): void {
    playError.value = words;
    screen.value = 'landing';
    this.entering = false;
  }

  /** At /join/CODE: who invites is said on the page, and pressing Play brings one to him. */
  private async lookWhoInvites(code: string): Promise<void> {
    try {
      const name = await this.doors.invitation(code);
      invitedBy.value = { code, name: name ?? '', over: name === null };
    } catch (error) {
      if (!(error instanceof DoorError)) throw error;
      playError.value = errorText(error);
    }
  }

  /** A link serves once: whoever comes back later plays where he was. */
  private useInvite(): string {
    const invite = invitedBy.peek();
    if (JOIN.test(location.pathname)) history.replaceState(null, '', '/');
    invitedBy.value = null;
    return invite && !invite.over ? invite.code : '';
  }

  private async play(character?: string): Promise<void> {
    if (this.entering) return;
    this.entering = true;
    playError.value = '';
    screen.value = 'loading';
    loading.value = { step: t('enter.guest'), done: Math.max(0.1, loading.value.done) };
    try {
      const { characters: rows, account: who } = await this.doors.guest(this.useInvite());
      account.value = who;
      this.show(rows);
      rememberAccount();
      this.character = (rows.find(row => row.id === character) ?? rows.find(row => row.id === chosen.value) ?? rows[0]).id;
      chosen.value = this.character;
      await this.ready;
      loading.value = { step: t('enter.link'), done: 0.85 };
      await this.join();
      sessionStorage.setItem(PLAYING, this.character);
      screen.value = 'play';
      this.game?.enter();
    } catch (error) {
      sessionStorage.removeItem(PLAYING);
      this.link.close();
      this.fail(errorText(error));
    } finally {
      this.entering = false;
    }
  }

  /** Opens the link and waits for the first snapshot. Rejects when the link gives up. */
  private join(): Promise<void> {
    const session = this.game!.stage.session;
    return new Promise((resolve, reject) => {
      this.link.open();
      const look = setInterval(() => {
        if (session.entity && this.link.facts.state === 'open') loading.value = { step: t('enter.body'), done: 0.95 };
        if (session.inWorld) {
          clearInterval(look);
          resolve();
        } else if (this.link.facts.state === 'closed') {
          clearInterval(look);
          reject(new Error(this.link.facts.words || t('link.lost')));
        }
      }, 30);
    });
  }

  private leave(): void {
    sessionStorage.removeItem(PLAYING);
    this.game?.leave();
    this.game?.stage.session.leave();
    panels.value = new Set();
    screen.value = 'landing';
    void this.refresh();
  }

  private async signedIn(): Promise<void> {
    if (screen.value === 'play') this.leave();
    rememberAccount();
    await this.refresh();
  }

  /** Does something with the characters and shows them anew; null or plain words why not. */
  private async change(act: () => Promise<unknown>): Promise<string | null> {
    try {
      await act();
      rememberAccount();
      await this.refresh();
      return null;
    } catch (error) {
      if (error instanceof DoorError) return errorText(error);
      throw error;
    }
  }

  private async refresh(): Promise<void> {
    try {
      const own = await this.doors.me();
      if (own) {
        account.value = own.account;
        this.show(own.characters);
      } else this.forget();
    } catch (error) {
      if (!(error instanceof DoorError)) throw error;
      // The landing page says by itself when the server is silent; Play will ask again.
      playError.value = error.passing ? '' : errorText(error);
    }
  }

  /** Nobody is signed in here any more. */
  private forget(): void {
    forgetAccount();
    account.value = '';
    this.show([]);
  }

  private show(rows: readonly CharacterRow[]): void {
    characters.value = rows.map(({ id, name, level, covenant, look }) => ({ id, name, level, covenant, look }));
    if (!rows.some(row => row.id === chosen.value)) chosen.value = rows[0]?.id ?? '';
  }

  private stand(facts: LinkFacts): void {
    linkSignal.value = { ...linkSignal.value, state: facts.state, words: facts.words };
    this.showRetry();
    if (facts.state === 'closed' && facts.code !== 1000 && screen.value === 'play') this.turnedOut(facts.words);
    else if (screen.value === 'loading' && facts.words) loading.value = { ...loading.value, step: facts.words };
  }

  /** The region will not have us any more: back to the start, with the reason. */
  private turnedOut(words: string): void {
    this.leave();
    playError.value = words;
  }

  private showRetry(): void {
    const { state, retryAt_ms } = this.link.facts;
    const left_ms = state === 'reconnecting' && retryAt_ms ? Math.max(0, retryAt_ms - performance.now()) : 0;
    const retryS = Math.ceil(left_ms / 1000);
    if (retryS !== linkSignal.value.retryS) linkSignal.value = { ...linkSignal.value, retryS };
  }
}
