// Somebody at the front door inside the Workers runtime: a browser's cookies, and requests as our own page makes them. In: method, path, body.
// Out: status, body, and the cookies kept for next time.
import { exports } from 'cloudflare:workers';

export const ORIGIN = 'https://evermarch.test';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: every story looks for other fields, and a missing one fails it
  body: any;
}

export class Visitor {
  readonly jar = new Map<string, string>();

  /** A guest, with his first character. */
  static async guest(): Promise<Visitor & { account: string; character: string; name: string }> {
    const visitor = new Visitor();
    const { body } = await visitor.ask('POST', '/api/guest');
    const [{ id, name }] = body.characters;
    return Object.assign(visitor, { account: body.account as string, character: id as string, name: name as string });
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await exports.default.fetch(`${ORIGIN}${path}`, {
      method,
      headers: {
        Origin: ORIGIN,
        'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(this.jar.size ? { Cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...rest] = line.split(';');
      const at = pair.indexOf('=');
      if (/Max-Age=0/i.test(rest.join(';'))) this.jar.delete(pair.slice(0, at));
      else this.jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  }
}
