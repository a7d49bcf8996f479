// A meter at the platform's own doors: SQL and alarms of every object, messages on every socket, calls of every stub. In: a bill. Out: what
// passes, unchanged and counted. The doors are changed in place (once per runtime), so that the game runs as it is.
import type { Bill } from '../bill';

const TABLE = /^\s*(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+(\w+)/i;

const NOT_BILLED_HOURLY = /^(version$|__)/;

/** Sockets between regions; all others are players'. */
const links = new WeakSet<WebSocket>();
let storageIsMetered = false;
let accepting = false;

export function meterSockets(bill: Bill): void {
  const listen = WebSocket.prototype.addEventListener as (this: WebSocket, type: string, hear: (event: Event) => void) => void;
  const metered = function (this: WebSocket, type: string, hear: (event: Event) => void): void {
    if (type !== 'message') {
      listen.call(this, type, hear);
      return;
    }
    if (accepting) links.add(this);
    const isLink = links.has(this);
    listen.call(this, type, event => {
      if (isLink) bill.framesOfNeighbours++;
      else bill.framesOfPlayers++;
      hear(event);
    });
  };
  WebSocket.prototype.addEventListener = metered as typeof WebSocket.prototype.addEventListener;
}

/** Sockets that are listened to before the first pause of `take` are links from neighbours. */
export function acceptLink<T>(take: () => T): T {
  accepting = true;
  try {
    return take();
  } finally {
    accepting = false;
  }
}

/** All objects' storages share what is changed here: the first one's will do. */
export function meterStorage(storage: DurableObjectStorage, bill: Bill): void {
  if (storageIsMetered) return;
  storageIsMetered = true;
  const wrote = (table: string, rows: number): void => {
    if (rows) bill.rowsWritten[table] = (bill.rowsWritten[table] ?? 0) + rows;
  };
  const sql = Object.getPrototypeOf(storage.sql) as SqlStorage;
  const { exec } = sql;
  sql.exec = function (this: SqlStorage, query: string, ...bindings: unknown[]) {
    const cursor = exec.call(this, query, ...bindings);
    // A cursor has told its rows only when it was read to its end, which whoever asked does before anything else can run.
    queueMicrotask(() => {
      const table = TABLE.exec(query)?.[1].toLowerCase();
      // Tables are made once in a region's life, and the local runtime notes names that the platform does not bill.
      if (table && !NOT_BILLED_HOURLY.test(table)) wrote(table, cursor.rowsWritten);
      bill.rowsRead += cursor.rowsRead;
    });
    return cursor as never;
  };
  const platform = Object.getPrototypeOf(storage) as DurableObjectStorage;
  const { setAlarm } = platform;
  platform.setAlarm = function (this: DurableObjectStorage, ...when) {
    wrote('alarm', 1);
    return setAlarm.apply(this, when);
  };
}

/** Each call of an object's method is a request. */
export function meteredObjects(objects: DurableObjectNamespace, kind: string, bill: Bill): DurableObjectNamespace {
  const stubOf = (id: DurableObjectId): unknown =>
    new Proxy(objects.get(id) as unknown as Record<string, (...words: unknown[]) => unknown>, {
      get: (stub, method) => {
        // A stub is no promise.
        if (typeof method !== 'string' || method === 'then') return undefined;
        return (...words: unknown[]) => {
          asked(bill, `${kind}.${method}`);
          const answer = stub[method](...words);
          return method === 'fetch' ? noteLink(answer as Promise<Response>) : answer;
        };
      },
    });
  return { idFromName: (name: string) => objects.idFromName(name), get: stubOf } as unknown as DurableObjectNamespace;
}

export function asked(bill: Bill, what: string): void {
  bill.objectRequests[what] = (bill.objectRequests[what] ?? 0) + 1;
}

/** Only regions listen on sockets that they got from an object: the front door hands a player's on. */
async function noteLink(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (response.webSocket) links.add(response.webSocket);
  return response;
}
