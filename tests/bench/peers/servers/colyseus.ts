// Colyseus as its manual says: schema state, patches 20 times a second; where not everyone sees everyone, a StateView for each client. In: a
// field and a port. Out: a server with one room, `field`. Its packages are the bench's own (package.json beside this), so they are loaded
// when it runs, and what is used of them is described here.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { TICK_MS } from '../../../../assembly/layout';
import type { Body, Field } from './field';

/** Views are looked over four times a second, a fifth of the clients at each tick. */
const VIEW_EVERY = 5;
/** For a full state of a thousand bodies. */
const BUFFER_BYTES = 1 << 20;

interface Told {
  x: number;
  z: number;
  yaw: number;
  state: number;
}
interface StateView {
  add(told: Told): void;
  remove(told: Told): void;
}
interface Client {
  sessionId: string;
  view?: StateView;
}
interface RoomBase {
  state: { bodies: Map<string, Told> };
  patchRate: number;
  autoDispose: boolean;
  onMessage(type: string, hear: (client: Client, input: { buttons: number; yaw: number }) => void): void;
  setTimestep(step: () => void, ms: number): void;
}
interface Builder {
  view(): Builder;
}
interface Core {
  Room: new () => RoomBase;
  Server: new (options: object) => { define(name: string, room: unknown): void; listen(port: number): Promise<unknown> };
}
interface Schema {
  schema(fields: object, name: string): new () => never;
  t: { uint8(): Builder; uint16(): Builder; map(of: unknown): Builder };
  StateView: new () => StateView;
  Encoder: { BUFFER_SIZE: number };
}
interface Transport {
  WebSocketTransport: new (options: object) => object;
}

export async function serveColyseus(field: Field, port: number): Promise<void> {
  const load = createRequire(resolve('tests/bench/peers/package.json'));
  const { Server } = load('@colyseus/core') as Core;
  const { WebSocketTransport } = load('@colyseus/ws-transport') as Transport;
  const server = new Server({ transport: new WebSocketTransport({}), greet: false });
  server.define('field', roomOf(field, load('@colyseus/core') as Core, load('@colyseus/schema') as Schema));
  await server.listen(port);
}

function roomOf(field: Field, { Room }: Core, { schema, t, StateView, Encoder }: Schema): unknown {
  Encoder.BUFFER_SIZE = BUFFER_BYTES;
  const ToldBody = schema({ x: t.uint16(), z: t.uint16(), yaw: t.uint8(), state: t.uint8() }, 'ToldBody') as new () => Told;
  const bodies = t.map(ToldBody);
  const State = schema({ bodies: field.isShared ? bodies : bodies.view() }, 'State') as new () => RoomBase['state'];

  return class extends Room {
    private readonly players = new Map<string, Player>();

    onCreate(): void {
      this.autoDispose = false;
      this.patchRate = TICK_MS;
      this.state = new State();
      this.onMessage('input', (client, { buttons, yaw }) => {
        const player = this.players.get(client.sessionId);
        if (player) Object.assign(player.body, { buttons, yaw });
      });
      this.setTimestep(() => this.step(), TICK_MS);
    }

    onJoin(client: Client): void {
      const body = field.join();
      const told = Object.assign(new ToldBody(), body.told);
      const player: Player = { body, told, client, seen: new Set() };
      this.players.set(client.sessionId, player);
      this.state.bodies.set(String(body.id), told);
      if (!field.isShared) client.view = new StateView();
    }

    onLeave(client: Client): void {
      this.players.delete(client.sessionId);
    }

    private step(): void {
      field.step();
      const players = [...this.players.values()];
      // The schema notes what changes, so each value is set only where it does.
      for (const { body, told } of players) Object.assign(told, body.told);
      if (field.isShared) return;
      const byBody = new Map(players.map(({ body, told }) => [body, told]));
      for (let i = field.tick % VIEW_EVERY; i < players.length; i += VIEW_EVERY) look(field, players[i], byBody);
    }
  };
}

interface Player {
  body: Body;
  told: Told;
  client: Client;
  seen: Set<Told>;
}

function look(field: Field, player: Player, byBody: ReadonlyMap<Body, Told>): void {
  const { view } = player.client;
  if (!view) return;
  const now = new Set<Told>();
  for (const body of field.inSight(player.body)) {
    const told = byBody.get(body);
    if (told) now.add(told);
  }
  for (const told of player.seen) if (!now.has(told)) view.remove(told);
  for (const told of now) if (!player.seen.has(told)) view.add(told);
  player.seen = now;
}
