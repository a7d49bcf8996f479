// The front door over HTTP: guest, own characters, tickets. In: requests in the game's words; out: bodies, or a DoorError in plain words.
import { COVENANTS, type Covenant } from '../../src/shared/content/kinds';

export interface CharacterRow {
  id: string;
  name: string;
  level: number;
  covenant: Covenant;
  look: number;
}
export interface Account {
  account: string;
  characters: CharacterRow[];
}
export interface Entry {
  url: string;
  ticket: string;
}

/** `code`: as the server names it, or 'offline' / 'broken'. `passing`: worth asking again soon. */
export class DoorError extends Error {
  override name = 'DoorError';
  constructor(
    readonly code: string,
    message: string,
    readonly passing: boolean,
  ) {
    super(message);
  }
}

export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; credentials: 'same-origin' },
) => Promise<{
  ok: boolean;
  status: number;
  json(): Promise<unknown>;
}>;

export class Doors {
  /** `base`: '' on a page, 'http://host:port' for bots (whose `ask` keeps the cookie). */
  constructor(
    private readonly ask: Fetch,
    private readonly base = '',
  ) {}

  /** A guest account of one's own, with a first character; keeps the account one has. `invite`: by whose link. */
  guest(invite = ''): Promise<Account> {
    const by = invite && `?invite=${encodeURIComponent(invite)}`;
    return this.call('POST', `/api/guest${by}`, {}).then(readAccount);
  }

  /** Who invites by that link; null: it holds no more. */
  async invitation(code: string): Promise<string | null> {
    try {
      const body = (await this.call('GET', `/api/invite/${encodeURIComponent(code)}`)) as { name?: unknown } | null;
      return typeof body?.name === 'string' ? body.name : null;
    } catch (error) {
      if (error instanceof DoorError && error.code === 'invite_over') return null;
      throw error;
    }
  }

  /** null: this browser has no account yet. */
  async me(): Promise<Account | null> {
    try {
      return readAccount(await this.call('GET', '/api/me'));
    } catch (error) {
      if (error instanceof DoorError && !error.passing && error.code !== 'broken') return null;
      throw error;
    }
  }

  /** Does something that needs an account, and makes a guest's first if there is none. */
  async guestAnd(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof DoorError) || error.code !== 'no_account') throw error;
      await this.guest();
      await act();
    }
  }

  async createCharacter(c: { name: string; covenant: Covenant; look: number }): Promise<void> {
    await this.call('POST', '/api/characters', c);
  }

  async editCharacter(id: string, c: { name?: string; covenant?: Covenant; look?: number }): Promise<void> {
    await this.call('PATCH', `/api/characters/${encodeURIComponent(id)}`, c);
  }

  async deleteCharacter(id: string): Promise<void> {
    await this.call('DELETE', `/api/characters/${encodeURIComponent(id)}`);
  }

  /** What lies in the mailbox, newest first. */
  async letters(id: string): Promise<{ id: string; gold: number; cod: number; things: unknown[] }[]> {
    const body = await this.call('GET', `/api/characters/${encodeURIComponent(id)}/mail`);
    return (body as { letters: { id: string; gold: number; cod: number; things: unknown[] }[] }).letters;
  }

  /** What the market has. */
  async browse(): Promise<{ rows: { kind: number; ask: number; asked: number }[] }> {
    return (await this.call('GET', '/api/market')) as { rows: { kind: number; ask: number; asked: number }[] };
  }

  async orders(id: string): Promise<{ id: string }[]> {
    const body = await this.call('GET', `/api/characters/${encodeURIComponent(id)}/orders`);
    return (body as { orders: { id: string }[] }).orders;
  }

  async cancelOrder(id: string, order: string): Promise<void> {
    await this.call('DELETE', `/api/characters/${encodeURIComponent(id)}/orders/${encodeURIComponent(order)}`);
  }

  /** A single-use ticket into the region where the character stands. */
  async ticket(character: string): Promise<Entry> {
    return readEntry(await this.call('POST', '/api/ticket', { character }));
  }

  /** A single-use ticket for the page that only chats. */
  chatTicket(character: string): Promise<Entry> {
    return this.call('POST', '/api/talk/ticket', { character }).then(readEntry);
  }

  private async call(method: string, path: string, body?: object): Promise<unknown> {
    const headers: Record<string, string> = body ? { 'Content-Type': 'application/json' } : {};
    let answer: Awaited<ReturnType<Fetch>>;
    try {
      answer = await this.ask(this.base + path, {
        method,
        headers,
        body: body && JSON.stringify(body),
        credentials: 'same-origin',
      });
    } catch {
      throw new DoorError('offline', 'The world cannot be reached. Is the connection up?', true);
    }
    const json = await answer.json().catch(() => null);
    if (answer.ok) return json;
    const { error } = (json ?? {}) as { error?: { code?: string; message?: string } };
    const passing = answer.status >= 500 || answer.status === 429;
    throw new DoorError(error?.code ?? 'broken', error?.message ?? `The world answered ${answer.status}.`, passing);
  }
}

function readEntry(json: unknown): Entry {
  const body = json as Partial<Entry> | null;
  if (typeof body?.url !== 'string' || typeof body.ticket !== 'string') throw broken();
  return { url: body.url, ticket: body.ticket };
}

function broken(): DoorError {
  return new DoorError('broken', 'The world gave an answer this page does not understand. Please reload.', false);
}

function readAccount(json: unknown): Account {
  const body = json as { account?: unknown; characters?: unknown } | null;
  if (!body || !Array.isArray(body.characters)) throw broken();
  const characters = body.characters.map((c: CharacterRow & { covenant: Covenant | number }) => ({
    ...c,
    covenant: typeof c.covenant === 'number' ? COVENANTS[c.covenant] : c.covenant,
  }));
  const account = body.account;
  return {
    account: typeof account === 'string' ? account : String((account as { id?: string } | undefined)?.id ?? ''),
    characters,
  };
}
