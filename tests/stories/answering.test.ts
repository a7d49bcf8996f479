// Reports that the staff answers: closed once and on record, and whoever made one reads the answer, whenever he comes.
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { type Env, talkPort } from '../../src/ports';
import { CHANNEL_SAY } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { MOST_HELD } from '../../src/shared/rules/talk';
import { ulid } from '../../src/ulid';
import { notices } from '../harness/party';
import { comeBack, insideTalk, says, talker } from '../harness/talkers';
import { Visitor } from '../harness/visitor';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
const talk = () => talkPort(env as unknown as Env);
afterEach(() => stage.clear());

describe('a report that the staff answers', () => {
  type Person = Awaited<ReturnType<typeof Visitor.guest>>;
  async function staff(rank: string): Promise<Person> {
    const person = await Visitor.guest();
    await env.DB.prepare('UPDATE accounts SET role = ? WHERE id = ?').bind(rank, person.account).run();
    return person;
  }
  const answers = (by: Visitor, report: string, answer: string) =>
    by.ask('POST', `/api/admin/reports/${report}/answer`, { answer });
  const told = (bot: Bot): string[] =>
    bot
      .all('held')
      .flatMap(({ lines }) => lines)
      .map(({ from, text }) => `${from}|${text}`);

  /** Somebody reports what another one has just said. */
  async function reported(reporter: Bot, speaker: Bot, text: string): Promise<string> {
    for (const [i, bot] of [reporter, speaker].entries()) await stage.place(bot, 768 + i, 790);
    await says(stage, speaker, CHANNEL_SAY, text);
    await stage.until(() => reporter.all('chat').some(each => each.text === text), 200, 'the line');
    const line = reporter.all('chat').find(each => each.text === text)!;
    const seen = notices(reporter).length;
    reporter.send('reportLine', { channel: CHANNEL_SAY, room: '', number: 0, from: line.from, time: line.time, why: 0, words: '' });
    await stage.until(() => notices(reporter).slice(seen).includes(NOTICES.reportTaken), 200, 'the note');
    return (await talk().reports(1))[0].id;
  }

  it('is closed once, with a line of the record, and whoever made it is told at once', async () => {
    const [reporter, speaker, helper] = [await talker(stage), await talker(stage), await staff('helper')];
    const id = await reported(reporter, speaker, 'What a long and rude line this is, you villain of villains');
    expect((await answers(helper, id, 'no')).body.error.code).toBe('needsReason');
    expect((await answers(helper, id, 'x'.repeat(201))).status).toBe(400);
    expect((await answers(helper, ulid(1), 'Thank you.')).status).toBe(404);
    expect((await answers(await Visitor.guest(), id, 'Thank you.')).status).toBe(403);
    expect((await answers(helper, id, 'He was muted for a day. Thank you.')).body).toEqual({ done: true });
    await stage.until(() => told(reporter).length > 0, 200, 'the answer');
    expect(told(reporter)).toEqual(['|“What a long and rude line this is, you …” · He was muted for a day. Thank you.']);
    expect((await answers(helper, id, 'Once more.')).body.error.code).toBe('report_closed');
    const { results } = await env.DB.prepare(
      "SELECT actor_id, reason, details FROM audit WHERE action = 'answer' AND account_id = ?",
    )
      .bind(speaker.guest.account)
      .all();
    expect(results).toEqual([
      {
        actor_id: helper.account,
        reason: 'He was muted for a day. Thank you.',
        details: JSON.stringify({ report: id, by: reporter.guest.account }),
      },
    ]);
    const open = await reported(reporter, speaker, 'And another one');
    const { reports } = (await helper.ask('GET', '/api/admin/reports')).body;
    const mine = reports.filter((each: { by: { account: string } }) => each.by.account === reporter.guest.account);
    expect(mine.map((each: { id: string; closed: { answer: string } | null }) => [each.id, each.closed?.answer ?? null])).toEqual([
      [open, null],
      [id, 'He was muted for a day. Thank you.'],
    ]);
  });

  it('waits for whoever made it until he has read it, through the death of Talk, and though his box is full', async () => {
    const [reporter, speaker, helper] = [await talker(stage), await talker(stage), await staff('helper')];
    const id = await reported(reporter, speaker, 'Be gone');
    await reporter.cut();
    await stage.minute();
    const hold = (n: number): Promise<number> =>
      insideTalk(({ box }) =>
        box.hold(reporter.guest.character, { from: 'Somebody', account: `account${n}`, text: `${n}`, at_ms: Date.now() }),
      );
    for (let n = 0; n < MOST_HELD; n++) expect(await hold(n)).toBe(OK);
    expect(await hold(MOST_HELD)).toBe(REASONS.boxFull);
    expect((await answers(helper, id, 'We spoke with him.')).status).toBe(200);
    // A screen is shown twenty of them at a time; of these he has read most.
    await insideTalk(({ box }) => {
      const { character } = reporter.guest;
      box.read(character, box.of(character, Date.now())[MOST_HELD - 10].number);
    });
    await stage.crash();
    const back = await comeBack(stage, reporter.guest);
    await stage.until(() => told(back).some(line => line.startsWith('|')), 400, 'the answer');
    expect(told(back).filter(line => line.startsWith('|'))).toEqual(['|“Be gone” · We spoke with him.']);
  });

  it('is not for him whom it concerns, nor about his betters', async () => {
    const [reporter, speaker] = [await talker(stage), await talker(stage)];
    const id = await reported(reporter, speaker, 'I am above the law');
    const rank = (of: Bot, to: string) =>
      env.DB.prepare('UPDATE accounts SET role = ? WHERE id = ?').bind(to, of.guest.account).run();
    const as = (bot: Bot): Visitor => {
      const visitor = new Visitor();
      const [name, value] = bot.guest.cookie.split('=');
      visitor.jar.set(name, value);
      return visitor;
    };
    await rank(speaker, 'helper');
    await rank(reporter, 'moderator');
    expect((await answers(as(speaker), id, 'All is well.')).body.error.code).toBe('notYourself');
    expect((await answers(as(reporter), id, 'Off with him.')).body.error.code).toBe('notYourself');
    expect((await answers(await staff('helper'), id, 'All is well.')).body.error.code).toBe('outranked');
    expect((await answers(await staff('moderator'), id, 'We spoke with him.')).status).toBe(200);
  });
});
