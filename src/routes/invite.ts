// Links that bring friends. In: the code of /join/CODE. Out: who invites; and for a newcomer the place beside him, if he is in the world just now.
import * as v from 'valibot';
import { regionPort, talkPort } from '../ports';
import { isInstance } from '../shared/regions';
import type { Soft } from '../store/ports';
import { type App, type AppContext, endpoint, Refusal } from './endpoint';

/** Where a newcomer begins who came by a link. */
export interface Host {
  region: string;
  covenant: number;
  soft: Soft;
}

/** More than anybody has: the body holds what it can. */
const WHOLE = 30_000;
const CODE = /^[0-9A-Z]{10}$/;
const isOver = () => new Refusal(410, 'invite_over', 'That link holds no more. Ask for a new one, or just play.');

export function inviteRoute(app: App): void {
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/invite/:code',
      summary: 'Who invites with this link, and for how long it holds.',
      access: 'open',
      answer: v.object({ name: v.string(), left_s: v.number() }),
      errors: { invite_over: 'That link holds no more.' },
    },
    async c => c.json(await needInvite(c, c.req.param('code') ?? '')),
  );
}

/** Throws when that link holds no more: nobody's account is made for it. */
export async function needInvite(c: AppContext, code: string): Promise<{ name: string; left_s: number }> {
  const invitation = CODE.test(code) ? await talkPort(c.env).invitation(code) : null;
  if (!invitation) throw isOver();
  return invitation;
}

/** Uses the link up for this account. Null: the inviter is not in the world, or nobody can stand beside him; he asks into his party all the same. */
export async function comeBy(c: AppContext, code: string, account: string): Promise<Host | null> {
  const host = await talkPort(c.env).comeBy(code, account);
  // In a dungeon nobody begins: whoever is invited there starts as every newcomer does, and may follow through the gate.
  if (!host?.region || isInstance(host.region)) return null;
  const spot = await regionPort(c.env, host.region).besides(host.character);
  if (!spot) return null;
  return { region: host.region, covenant: host.covenant, soft: { ...spot, hp: WHOLE, power: WHOLE, mode: 0, ready: {} } };
}
