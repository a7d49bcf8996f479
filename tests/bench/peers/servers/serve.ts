// One of the peers that run on Node, in a process of its own. In: which, a scene, how many, a port. Out: a server, which says over its
// parent's channel that it is ready and, when asked, how many ticks it has simulated; it ends with its parent.
import type { SceneName } from '../scenes';
import { serveColyseus } from './colyseus';
import { Field } from './field';
import { JSON_FORMAT, PACKED_FORMAT, serveSockets } from './sockets';

export interface Serving {
  server: NodePeer;
  scene: SceneName;
  players: number;
  port: number;
}
export type FromServer = 'ready' | { ticks: number };

const NODE_PEERS = {
  colyseus: serveColyseus,
  json: (field: Field, port: number) => serveSockets(field, port, JSON_FORMAT),
  packed: (field: Field, port: number) => serveSockets(field, port, PACKED_FORMAT),
};
export type NodePeer = keyof typeof NODE_PEERS;

export async function serve({ server, scene, players, port }: Serving): Promise<void> {
  const field = new Field(scene, players);
  const say = (word: FromServer): boolean | undefined => process.send?.(word);
  process.on('message', () => say({ ticks: field.tick }));
  process.on('disconnect', () => process.exit());
  await NODE_PEERS[server](field, port);
  say('ready');
}
