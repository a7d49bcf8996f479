// What the platform would bill, as the metered Worker counts it while it runs (meter/worker.ts). In: two bills. Out: what came in between.

export interface Bill {
  /** Requests to the Worker, the health and bill questions of the measurement itself left out. */
  workerRequests: number;
  /** Calls of Durable Objects, by object and method: each is a request. Alarms too. */
  objectRequests: Record<string, number>;
  /** WebSocket messages that objects received: from players, and between neighbouring regions. */
  framesOfPlayers: number;
  framesOfNeighbours: number;
  /** Rows that objects wrote into their SQLite, by table; deletes, replacements and index rows too. Setting an alarm is one. Without the making of tables. */
  rowsWritten: Record<string, number>;
  rowsRead: number;
  d1RowsWritten: number;
  d1RowsRead: number;
  /** Regions that tick just now. */
  awake: number;
}

export const noBill = (): Bill => ({
  workerRequests: 0,
  objectRequests: {},
  framesOfPlayers: 0,
  framesOfNeighbours: 0,
  rowsWritten: {},
  rowsRead: 0,
  d1RowsWritten: 0,
  d1RowsRead: 0,
  awake: 0,
});

/** `awake` is of `after`: it is a state and no count. */
export function between(before: Bill, after: Bill): Bill {
  return {
    workerRequests: after.workerRequests - before.workerRequests,
    objectRequests: minus(after.objectRequests, before.objectRequests),
    framesOfPlayers: after.framesOfPlayers - before.framesOfPlayers,
    framesOfNeighbours: after.framesOfNeighbours - before.framesOfNeighbours,
    rowsWritten: minus(after.rowsWritten, before.rowsWritten),
    rowsRead: after.rowsRead - before.rowsRead,
    d1RowsWritten: after.d1RowsWritten - before.d1RowsWritten,
    d1RowsRead: after.d1RowsRead - before.d1RowsRead,
    awake: after.awake,
  };
}

function minus(after: Record<string, number>, before: Record<string, number>): Record<string, number> {
  const rows = Object.entries(after).map(([name, count]): [string, number] => [name, count - (before[name] ?? 0)]);
  return Object.fromEntries(rows.filter(([, count]) => count));
}
