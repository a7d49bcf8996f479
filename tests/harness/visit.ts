// A visit to a Durable Object that lasts: code of a story runs inside the object as often as it likes, called by words on one socket. Entering
// anew for each look is two requests in truth (the test runner asks for the object's module every time), and they took half of all that the
// stories computed. In: a stub. Out: what was asked, run inside. When the object dies, the next look visits the one that comes after it.
import { runInDurableObject } from 'cloudflare:test';

/** No door of the product. */
const DOOR = 'https://visit.test/';

interface Entered {
  fetch(request: Request): Response | Promise<Response>;
}

type Look<O, T> = (object: O, state: DurableObjectState) => T | Promise<T>;

interface Errand<O> {
  /** Inside the object. Its promise is for the errand's own use there: it never rejects. */
  run(object: O, state: DurableObjectState): Promise<void>;
  /** Outside again: hands over what came of it. */
  end(): void;
  fail(error: unknown): void;
  isBegun: boolean;
}

export class Visit<O extends Entered> {
  /** What is not answered yet, by the number that is called in and answered. */
  private readonly errands = new Map<number, Errand<O>>();
  private count = 0;
  private line: WebSocket | null = null;
  /** The object itself, while the line to it stands: what it has in memory can be read from here, what it stores and sends cannot. */
  object: O | null = null;
  private isOpening = false;

  constructor(private readonly stub: () => DurableObjectStub) {}

  inside<T>(look: Look<O, T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const number = ++this.count;
      this.errands.set(number, errandOf(look, resolve, reject));
      if (this.line) this.line.send(String(number));
      else if (!this.isOpening) void this.open();
    });
  }

  /** Opens the line and calls in whatever waits. */
  private async open(): Promise<void> {
    this.isOpening = true;
    try {
      const stub = this.stub();
      await runInDurableObject(stub as never, ((object: O, state: DurableObjectState) => this.expect(object, state)) as never);
      const line = (await stub.fetch(DOOR, { headers: { Upgrade: 'websocket' } })).webSocket!;
      line.addEventListener('message', ({ data }) => this.ended(Number(data)));
      line.addEventListener('close', () => this.broken(line));
      line.addEventListener('error', () => this.broken(line));
      line.accept();
      this.line = line;
      for (const number of this.errands.keys()) line.send(String(number));
    } catch (error) {
      // Nobody can go in there: whoever wanted to hears why.
      for (const errand of this.errands.values()) errand.fail(error);
      this.errands.clear();
    } finally {
      this.isOpening = false;
    }
  }

  /** Inside the object: whoever comes to that door is let in here; everybody else finds the object as it is. */
  private expect(object: O, state: DurableObjectState): void {
    const fetch = object.fetch.bind(object);
    object.fetch = request => (request.url === DOOR ? this.receive(object, state) : fetch(request));
  }

  /** Takes the line and does what is called in on it. */
  private receive(object: O, state: DurableObjectState): Response {
    this.object = object;
    const { 0: ours, 1: theirs } = new WebSocketPair();
    ours.accept();
    ours.addEventListener('message', ({ data }) => {
      const errand = this.errands.get(Number(data));
      void errand?.run(object, state).then(() => ours.send(data));
    });
    return new Response(null, { status: 101, webSocket: theirs });
  }

  private ended(number: number): void {
    this.errands.get(number)?.end();
    this.errands.delete(number);
  }

  /** The object died. What had begun in it died with it; the rest is for the one that comes after it. */
  private broken(line: WebSocket): void {
    if (this.line !== line) return;
    this.line = this.object = null;
    for (const [number, errand] of this.errands) {
      if (!errand.isBegun) continue;
      errand.fail(new Error('the object died meanwhile'));
      this.errands.delete(number);
    }
    if (this.errands.size) void this.open();
  }
}

function errandOf<O, T>(look: Look<O, T>, resolve: (value: T) => void, reject: (error: unknown) => void): Errand<O> {
  let end = (): void => {};
  return {
    isBegun: false,
    async run(object, state) {
      this.isBegun = true;
      try {
        const value = await look(object, state);
        end = () => resolve(value);
      } catch (error) {
        end = () => reject(error);
      }
    },
    end: () => end(),
    fail: reject,
  };
}
