// What the staff reads: reports with what was said, and what is answered to them; appeals, and the record of everything that was done.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ANSWER_LETTERS, type AuditLine, type BanLine } from '../../src/shared/rules/staff';
import { ask } from '../net/ask';
import { busy, doing } from './admindesk';
import { w } from './adminwords';
import { whenText } from './words';

interface Report {
  id: string;
  at_ms: number;
  by: { account: string; name: string };
  about: { from: string; account: string; text: string };
  room: string;
  why: string;
  words: string;
  context: { from: string; text: string; at_ms: number }[];
  closed: { at_ms: number; answer: string } | null;
}

interface Looking {
  look(account: string): void;
}

const reports = signal<readonly Report[] | null>(null);
const appeals = signal<readonly BanLine[] | null>(null);
const audit = signal<readonly AuditLine[] | null>(null);

async function readReports(): Promise<string> {
  reports.value = (await ask<{ reports: Report[] }>('GET', '/api/admin/reports')).reports;
  return '';
}

async function close(report: string, answer: string): Promise<string> {
  try {
    await ask('POST', `/api/admin/reports/${report}/answer`, { answer });
  } finally {
    // Somebody else may have been quicker.
    await readReports();
  }
  return w('done');
}

export function Reports({ look }: Looking) {
  useEffect(() => void doing(readReports), []);
  if (reports.value?.length === 0) return <p class="quiet">{w('noreports')}</p>;
  return (
    <ul class="reports">
      {reports.value?.map(({ id, at_ms, by, about, room, why, words, context, closed }) => (
        <li key={id}>
          <b>{w('about', { by: by.name, about: about.from })}</b> <small>{whenText(at_ms)}</small>
          <p>
            {why} {room ? <code>{room}</code> : null} {words}
          </p>
          {about.text ? <blockquote>{about.text}</blockquote> : null}
          <ol>
            {context.map((line, i) => (
              <li key={`${line.at_ms}.${i}`}>
                <b>{line.from}</b> {line.text}
              </li>
            ))}
          </ol>
          <button type="button" class="button small" onClick={() => look(about.account)}>
            {w('open')}
          </button>
          {closed ? (
            <p class="quiet">{w('answered', { when: whenText(closed.at_ms), text: closed.answer })}</p>
          ) : (
            <Answer report={id} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Answer({ report }: { report: string }) {
  const { least, most } = ANSWER_LETTERS;
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        const text = String(new FormData(event.currentTarget).get('answer') ?? '');
        void doing(() => close(report, text));
      }}
    >
      <label class="field">
        <span>{w('answer')}</span>
        <input type="text" name="answer" required minLength={least} maxLength={most} autocomplete="off" />
      </label>
      <button type="submit" class="button small" aria-disabled={busy.value}>
        {w('do.answer')}
      </button>
    </form>
  );
}

export function Appeals({ look }: Looking) {
  useEffect(() => {
    void doing(async () => {
      appeals.value = (await ask<{ appeals: BanLine[] }>('GET', '/api/admin/appeals')).appeals;
      return '';
    });
  }, []);
  if (appeals.value?.length === 0) return <p class="quiet">{w('noappeals')}</p>;
  return (
    <ul class="reports">
      {appeals.value?.map(({ id, account_id, reason, appeal, appealed_ms, until_ms }) => (
        <li key={id}>
          <b>{reason}</b> <small>{until_ms ? w('until', { when: whenText(until_ms) }) : w('forever')}</small>
          <blockquote>{appeal}</blockquote>
          <small>{whenText(appealed_ms)}</small>{' '}
          <button type="button" class="button small" onClick={() => look(account_id)}>
            {w('open')}
          </button>
        </li>
      ))}
    </ul>
  );
}

async function read(before: string): Promise<string> {
  const { audit: lines } = await ask<{ audit: AuditLine[] }>('GET', `/api/admin/audit?before=${before}`);
  audit.value = before ? [...(audit.value ?? []), ...lines] : lines;
  return '';
}

export function Audit({ look }: Looking) {
  useEffect(() => void doing(() => read('')), []);
  const last = audit.value?.at(-1);
  return (
    <>
      <AuditTable lines={audit.value ?? []} look={look} />
      {last ? (
        <button type="button" class="button small" onClick={() => void doing(() => read(last.id))}>
          {w('older')}
        </button>
      ) : null}
    </>
  );
}

export function AuditTable({ lines, look }: { lines: readonly AuditLine[] } & Partial<Looking>) {
  if (!lines.length) return <p class="quiet">{w('noaudit')}</p>;
  const heads = ['when', 'what', 'why', 'who', 'whom', 'more'] as const;
  return (
    // A wide table scrolls by itself, by keys too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section class="table" aria-label={w('tab.audit')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {w(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, at_ms, action, reason, actor_id, account_id, details }) => (
            <tr key={id}>
              <td>{whenText(at_ms)}</td>
              <td>{action}</td>
              <td>{reason}</td>
              <td>
                <code>{actor_id}</code>
              </td>
              <td>
                {look && account_id ? (
                  <button type="button" class="link" onClick={() => look(account_id)}>
                    <code>{account_id}</code>
                  </button>
                ) : (
                  <code>{account_id}</code>
                )}
              </td>
              <td>
                <code>{details}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
