// The Durable Object of one character's mailbox: sole keeper of what letters hold. In: letters, payments and goods that came back, as parcels;
// what its owner wants to read, take or throw away. Out: goods to where he stands, payments to senders, and letters back to them when their time
// is over, or its owner is no more. A letter's content is in its row or in a parcel on its way, never in both: each step is one transaction.
import { KEEPER_TABLES, Keeper } from '../keeper/keeper';
import type { Address, Env, MailboxPort, PostedLetter } from '../ports';
import { CAUSE_MAIL } from '../shared/protocol/messages';
import { NOTICES } from '../shared/protocol/notices';
import type { Goods } from '../shared/rules/goods';
import type { Thing } from '../shared/rules/inventory';
import { type Cause, LEDGER } from '../shared/rules/journal';
import { isEmpty, LETTER_MS, type Letter, MOST_LETTERS, type Payment } from '../shared/rules/mail';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { ulid } from '../ulid';
import { CLOSED_TABLE, type Kept, LETTER_TABLE, Letters } from './letters';

const VERSIONS: readonly string[] = [`${KEEPER_TABLES} ${LETTER_TABLE}`, CLOSED_TABLE];

export class Mailbox extends Keeper implements MailboxPort {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env, VERSIONS);
  }

  /** Made anew each time: Keeper asks for it before this class is finished. */
  private get letters(): Letters {
    return new Letters(this.sql);
  }

  protected get address(): Address {
    return `mailbox:${this.letters.owner}`;
  }

  async hasRoom(character: string): Promise<boolean> {
    this.own(character);
    return !this.letters.isClosed && this.letters.count < MOST_LETTERS;
  }

  async list(character: string): Promise<PostedLetter[]> {
    this.own(character);
    return this.letters.all().map(({ to, things, ...letter }) => ({ ...letter, things: things.map(thing => ({ ...thing })) }));
  }

  async markRead(character: string, letter: string): Promise<void> {
    this.own(character);
    this.letters.markRead(letter);
  }

  /** What still holds something is not thrown away. */
  async discard(character: string, id: string): Promise<Reason> {
    this.own(character);
    const letter = this.letters.get(id);
    if (!letter) return REASONS.noSuchLetter;
    if (!isEmpty(letter)) return REASONS.letterKept;
    this.letters.remove(id);
    return OK;
  }

  /** All that a letter holds leaves for where he stands: his as soon as that region has it. Asked twice, it goes once. */
  async empty(character: string, id: string, region: string): Promise<Reason> {
    this.own(character);
    const letter = this.letters.get(id);
    if (!letter) return REASONS.noSuchLetter;
    if (letter.cod) return REASONS.notPaid;
    if (isEmpty(letter)) return REASONS.nothingThere;
    this.transaction(() => this.handOut(letter, region));
    this.settle();
    return OK;
  }

  /** Nothing of his stays but that this box is closed, and what is on its way from it. */
  async close(character: string): Promise<void> {
    this.own(character);
    const now_ms = Date.now();
    this.transaction(() => {
      this.letters.close();
      for (const letter of this.letters.all()) {
        this.letters.remove(letter.id);
        this.release(letter, LEDGER.deleted, now_ms);
      }
    });
    this.settle();
  }

  protected take(kind: string, body: unknown, now_ms: number): () => void {
    switch (kind) {
      case 'letter':
        return this.takeLetter(body as Letter, now_ms);
      case 'payment':
        return this.takePayment(body as Payment, now_ms);
      case 'returned':
        return this.takeBack(body as Goods, now_ms);
      default:
        throw new Error(`no parcel for a mailbox is called ${kind}`);
    }
  }

  protected expire(now_ms: number): void {
    for (const letter of this.letters.expired(now_ms)) {
      this.letters.remove(letter.id);
      this.release(letter, LEDGER.mailLapsed, now_ms);
    }
  }

  protected expiry_ms(): number {
    return this.letters.nextExpiry_ms();
  }

  // ---- what parcels do ----

  private takeLetter(letter: Letter, now_ms: number): () => void {
    this.own(letter.to);
    if (this.letters.isClosed) {
      this.release({ ...letter, read: false }, LEDGER.deleted, now_ms);
      return () => undefined;
    }
    this.letters.put(letter);
    return () => this.announce(letter.name);
  }

  /** Paid: the things are his, and the gold is on its way to the sender. Whatever else it was for, it goes back to him. */
  private takePayment({ letter: id, gold, character, name, region }: Payment, now_ms: number): () => void {
    this.own(character);
    const letter = this.letters.get(id);
    if (!letter?.cod || letter.cod !== gold) {
      this.transfers.send(region, 'goods', JSON.stringify(this.goods('', gold, [])));
      return () => undefined;
    }
    const { from, subject } = letter;
    const paid = { id: ulid(now_ms), to: from, from: character, name, kind: 'paid' as const, subject, text: '' };
    const enclosed = { gold, things: [], cod: 0, facts: [], at_ms: now_ms, until_ms: now_ms + LETTER_MS };
    this.transfers.send(`mailbox:${from}`, 'letter', JSON.stringify({ ...paid, ...enclosed } satisfies Letter));
    this.handOut({ ...letter, cod: 0 }, region);
    return () => undefined;
  }

  /** He had no room, or was gone: it lies in its letter again, or in one of its own if that has been thrown away. */
  private takeBack({ to, ref, gold, things }: Goods, now_ms: number): () => void {
    this.own(to);
    if (this.letters.isClosed) {
      this.destroy({ to, gold, things }, LEDGER.deleted, now_ms);
      return () => undefined;
    }
    const letter = this.letters.get(ref);
    if (letter) this.letters.put({ ...letter, gold: letter.gold + gold, things: [...letter.things, ...things] }, true);
    else {
      const own = { id: ulid(now_ms), to, from: '', name: '', kind: 'goods' as const, subject: '', text: '', cod: 0, facts: [] };
      this.letters.put({ ...own, gold, things, at_ms: now_ms, until_ms: now_ms + LETTER_MS });
    }
    return () => this.tell([{ to, word: { what: 'notice', notice: NOTICES.mailKept, value: this.letters.unread, text: '' } }]);
  }

  // ---- what leaves ----

  /** Inside a transaction. The letter itself stays, to be read again. */
  private handOut(letter: Kept, region: string): void {
    this.letters.put({ ...letter, gold: 0, things: [], cod: 0 }, true);
    this.transfers.send(region, 'goods', JSON.stringify(this.goods(letter.id, letter.gold, letter.things)));
  }

  private goods(ref: string, gold: number, things: readonly Thing[]): Goods {
    return { to: this.letters.owner, gold, things, cause: CAUSE_MAIL, back: this.address, ref, followed: 0 };
  }

  /** Inside a transaction; the letter itself is gone. What it held goes back to somebody who sent it, once; else it ceases. */
  private release(letter: Kept, cause: Cause, now_ms: number): void {
    if (isEmpty(letter)) return;
    if (letter.kind === 'plain' && letter.from) this.sendBack(letter, now_ms);
    else this.destroy(letter, cause, now_ms);
  }

  private sendBack({ read, ...letter }: Kept, now_ms: number): void {
    const back = {
      ...letter,
      to: letter.from,
      from: '',
      kind: 'back' as const,
      cod: 0,
      at_ms: now_ms,
      until_ms: now_ms + LETTER_MS,
    };
    this.transfers.send(`mailbox:${letter.from}`, 'letter', JSON.stringify(back satisfies Letter));
  }

  private destroy({ to: character, gold, things }: Pick<Letter, 'to' | 'gold' | 'things'>, cause: Cause, now_ms: number): void {
    this.bookCeased({ character, cause, gold: -gold, kind: 0, quantity: 0 }, now_ms);
    for (const { kind, quantity } of things) this.bookCeased({ character, cause, gold: 0, kind, quantity: -quantity }, now_ms);
  }

  private announce(name: string): void {
    const { owner, unread } = this.letters;
    this.tell([{ to: owner, word: { what: 'notice', notice: NOTICES.mail, value: unread, text: name } }]);
  }

  /** An object is told its id only; whoever asks says whose mailbox it is, and is checked. */
  private own(character: string): void {
    if (this.letters.owner === character) return;
    if (!this.env.MAILBOX.idFromName(character).equals(this.ctx.id)) throw new Error('another character has this mailbox');
    this.letters.owner = character;
  }
}
