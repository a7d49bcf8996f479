// What the staff may see: people, their record, reports, appeals, the audit.
import * as v from 'valibot';
import { nameKey } from '../../shared/rules/names';
import { RANKS } from '../../shared/rules/staff';
import { bansOf, findPeople, openAppeals, readAudit } from '../../store/moderation';
import { ULID } from '../../ulid';
import { type App, endpoint } from '../endpoint';
import { needRank, needTarget } from './guard';
import { readReports, report } from './reports';

const count = v.number();
const person = v.object({
  account: v.string(),
  rank: v.picklist(RANKS),
  muted_until_ms: count,
  created_ms: count,
  sessions: count,
  isBanned: v.boolean(),
  characters: v.array(
    v.object({ id: v.string(), name: v.string(), level: count, region: v.string(), isOut: v.boolean(), gold: count }),
  ),
});
const line = v.object({
  id: v.string(),
  at_ms: count,
  actor_id: v.string(),
  action: v.string(),
  account_id: v.string(),
  character_id: v.string(),
  reason: v.string(),
  details: v.string(),
});
const ban = v.object({
  id: v.string(),
  account_id: v.string(),
  reason: v.string(),
  at_ms: count,
  until_ms: count,
  lifted_ms: count,
  appeal: v.string(),
  appealed_ms: count,
});

export function lookRoutes(app: App): void {
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/admin/people',
      summary: 'Accounts by the beginning of a character’s name, or by the id of account or character (`?find=`).',
      access: 'staff',
      answer: v.object({ people: v.array(person) }),
    },
    async c => {
      needRank(c, 'look');
      const text = (c.req.query('find') ?? '').trim().slice(0, 64);
      const id = ULID.test(text) ? text : '';
      return c.json({ people: text ? await findPeople(c.env.DB, id ? '' : nameKey(text), id, Date.now()) : [] });
    },
  );
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/admin/people/:account',
      summary: 'One account with its bans and what was done to it.',
      access: 'staff',
      answer: v.object({ person, bans: v.array(ban), audit: v.array(line) }),
      errors: { no_such_account: 'Nobody has that id.' },
    },
    async c => {
      const who = await needTarget(c, 'look');
      const [bans, audit] = await Promise.all([bansOf(c.env.DB, who.account), readAudit(c.env.DB, who.account, '')]);
      return c.json({ person: who, bans, audit });
    },
  );
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/admin/audit',
      summary: 'What the staff did, the newest first (`?before=` an id: older ones).',
      access: 'staff',
      answer: v.object({ audit: v.array(line) }),
    },
    async c => {
      needRank(c, 'look');
      return c.json({ audit: await readAudit(c.env.DB, '', c.req.query('before') ?? '') });
    },
  );
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/admin/reports',
      summary: 'What players report of each other, with what was said.',
      access: 'staff',
      answer: v.object({ reports: v.array(report) }),
    },
    async c => {
      needRank(c, 'look');
      return c.json({ reports: await readReports(c.env) });
    },
  );
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/admin/appeals',
      summary: 'Bans that hold and to which their holders have said something.',
      access: 'staff',
      answer: v.object({ appeals: v.array(ban) }),
    },
    async c => {
      needRank(c, 'look');
      return c.json({ appeals: await openAppeals(c.env.DB, Date.now()) });
    },
  );
}
