// A server, those it is attacked by, and everything they try. In: how many codes are guessed. Out: how many attacks and cheats were refused.
import { DatabaseSync } from 'node:sqlite';
import { Files } from '../harness/files';
import { Server } from '../harness/server';
import { Caller } from './caller';
import { castOf } from './cast';
import { cheats } from './cheats';
import { HTTP_ATTACKS } from './http';
import { LOGIN_ATTACKS } from './login';
import { SOCKET_ATTACKS } from './socket';
import { STAFF_ATTACKS } from './staff';
import { State } from './state';
import { type Trial, tryAll } from './trial';

export interface AttackReport {
  attacks: number;
  refused: number;
  cheats: number;
  refused_cheats: number;
  failed: string[];
}

export interface AttackOptions {
  /** Recovery codes that are guessed. */
  tries: number;
  /** Only what has that in its name; '': all. */
  only?: string;
  /** Hears of each when it is over. */
  told?: (name: string, took_ms: number) => void;
}

/** Whom attacks are about. Nobody of them is in the world but the visitor. */
export interface Ground {
  base: string;
  secret: string;
  tries: number;
  state: State;
  victim: Caller;
  /** Comes in again and again; his body stands there while the rest is tried. */
  visitor: Caller;
  attacker: Caller;
  helper: Caller;
  moderator: Caller;
  admin: Caller;
}

const SECRET = 'a secret that the attackers have not got, 32+ characters';

export async function attackAll({ tries, only = '', told }: AttackOptions): Promise<AttackReport> {
  const server = await Server.start({ vars: { TICKET_SECRET: SECRET, HAPPENINGS: 'off' } });
  try {
    const guest = (): Promise<Caller> => Caller.guest(server.url);
    const [victim, visitor, attacker, helper, moderator, admin] = [
      await guest(),
      await guest(),
      await guest(),
      await guest(),
      await guest(),
      await guest(),
    ];
    const cast = await castOf(server.url);
    // While it is down, ranks are given and those who play are put where their cheats begin.
    await server.kill();
    const db = new DatabaseSync(new Files(server.state).d1());
    const rank = db.prepare('UPDATE accounts SET role = ? WHERE id = ?');
    for (const [role, { account }] of Object.entries({ helper, moderator, admin })) rank.run(role, account);
    cast.settle(db);
    db.close();
    await server.resume();
    const state = new State(server.state, [visitor.character]);
    const ground: Ground = { base: server.url, secret: SECRET, tries, state, victim, visitor, attacker, helper, moderator, admin };
    const wanted = ({ name }: Trial): boolean => name.includes(only);
    const rooms = [SOCKET_ATTACKS, HTTP_ATTACKS, STAFF_ATTACKS, LOGIN_ATTACKS];
    const trials = (await Promise.all(rooms.map(room => room(ground)))).flat().filter(wanted);
    const attacked = await tryAll(trials, told);
    const played = (await cheats(server.url, cast, state)).filter(wanted);
    const cheated = await tryAll(played, told);
    await cast.leave();
    return {
      attacks: attacked.tried,
      refused: attacked.refused,
      cheats: cheated.tried,
      refused_cheats: cheated.refused,
      failed: [...attacked.failed, ...cheated.failed],
    };
  } finally {
    await server.stop();
  }
}
