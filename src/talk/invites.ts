// Links that bring friends: /join/CODE, good for an hour and so many accounts. In: who makes one, who comes by it. Out: whose it is; and, when
// somebody who came by it is in the world, that he is to be asked into the inviter's party.
import type { TalkAsker } from '../ports';
import { INVITE_MS, INVITE_USES } from '../shared/rules/talk';
import type { Rows } from './tables';

export interface Invite {
  readonly code: string;
  readonly account: string;
  readonly character: string;
  readonly name: string;
  readonly until_ms: number;
  /** Who came by it; `asked`: the inviter's party has been offered to him. */
  readonly guests: readonly { readonly account: string; readonly asked: boolean }[];
}

/** No letters that look like others; 32 of them, so a byte's lowest five bits choose one. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789';
const CODE_LETTERS = 10;
export const CODE = /^[0-9A-Z]{10}$/;

export class Invites {
  private readonly all = new Map<string, Invite>();
  /** Accounts that came by one, and have not been asked yet. */
  private readonly awaited = new Set<string>();

  constructor(private readonly storage: Rows) {
    for (const { json } of storage.sql.exec<{ json: string }>('SELECT json FROM invite')) {
      const invite = JSON.parse(json) as Invite;
      this.all.set(invite.code, invite);
      for (const { account, asked } of invite.guests) if (!asked) this.awaited.add(account);
    }
  }

  /** The one that he has, while it holds for half of its time yet; else a new one in its place. */
  make({ account, character, name }: TalkAsker, now_ms: number): Invite {
    const mine = [...this.all.values()].filter(invite => invite.account === account);
    const good = mine.find(invite => this.holds(invite, now_ms + INVITE_MS / 2) && invite.character === character);
    if (good) return good;
    const bytes = crypto.getRandomValues(new Uint8Array(CODE_LETTERS));
    const code = Array.from(bytes, byte => LETTERS[byte & 31]).join('');
    const invite = { code, account, character, name, until_ms: now_ms + INVITE_MS, guests: [] };
    this.storage.transactionSync(() => {
      for (const old of mine) this.drop(old.code);
      this.put(invite);
    });
    return invite;
  }

  of(code: string, now_ms: number): Invite | null {
    const invite = this.all.get(code);
    return invite && this.holds(invite, now_ms) ? invite : null;
  }

  /** Null: it holds no more. Whoever comes again uses nothing up. */
  come(code: string, account: string, now_ms: number): Invite | null {
    const invite = this.all.get(code);
    if (!invite || invite.until_ms <= now_ms || invite.account === account) return null;
    const isKnown = invite.guests.some(guest => guest.account === account);
    if (!isKnown && !this.holds(invite, now_ms)) return null;
    const others = invite.guests.filter(guest => guest.account !== account);
    const next = { ...invite, guests: [...others, { account, asked: false }] };
    this.put(next);
    this.awaited.add(account);
    return next;
  }

  /** Those by whose link this account came, and has not been asked yet: now it is. */
  takeFor(account: string, now_ms: number): Invite[] {
    if (!this.awaited.delete(account)) return [];
    const mine = [...this.all.values()].filter(({ until_ms, guests }) => {
      return until_ms > now_ms && guests.some(guest => guest.account === account && !guest.asked);
    });
    for (const invite of mine) {
      const guests = invite.guests.map(guest => (guest.account === account ? { account, asked: true } : guest));
      this.put({ ...invite, guests });
    }
    return mine;
  }

  /** Its own links, and that it came by another's. */
  forget(account: string): void {
    this.awaited.delete(account);
    for (const invite of [...this.all.values()]) {
      const guests = invite.guests.filter(guest => guest.account !== account);
      if (invite.account === account) this.drop(invite.code);
      else if (guests.length < invite.guests.length) this.put({ ...invite, guests });
    }
  }

  tidy(now_ms: number): void {
    for (const { code, until_ms } of this.all.values()) if (until_ms <= now_ms) this.drop(code);
  }

  private holds({ until_ms, guests }: Invite, now_ms: number): boolean {
    return until_ms > now_ms && guests.length < INVITE_USES;
  }

  private put(invite: Invite): void {
    const { code, account, until_ms } = invite;
    this.all.set(code, invite);
    this.storage.sql.exec('INSERT OR REPLACE INTO invite VALUES (?, ?, ?, ?)', code, account, until_ms, JSON.stringify(invite));
  }

  private drop(code: string): void {
    this.all.delete(code);
    this.storage.sql.exec('DELETE FROM invite WHERE code = ?', code);
  }
}
