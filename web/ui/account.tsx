// The account, a leaf of the settings: passkeys, recovery codes, where one is signed in, one's data, and the word to a ban. Fetched when it is
// opened. In: how the account stands. Out: questions to the front door.
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { ask } from '../net/ask';
import { busy, changed, codes, doing, isLoose, refresh, type Standing, said, standing } from './accountstate';
import { w } from './accountwords';
import { SignIn } from './signin';
import { whenText } from './words';
import './css/account.css';

export function AccountLeaf() {
  useEffect(() => {
    refresh().catch(error => {
      said.value = { text: String(error?.message ?? error), wrong: true };
    });
    return () => {
      codes.value = [];
      said.value = { text: '', wrong: false };
    };
  }, []);
  const now = standing.value;
  return (
    <div class="account">
      {now === undefined ? <p class="quiet">{w('loading')}</p> : null}
      {now?.ban ? <Ban ban={now.ban} /> : null}
      {now === null ? <p>{w('nobody')}</p> : null}
      {now ? <p class={isLoose() ? 'loose' : ''}>{w(now.passkeys.length ? 'kept' : 'guest')}</p> : null}
      <p role="status" class={said.value.wrong ? 'wrong' : 'good'}>
        {said.value.text}
      </p>
      {now ? <Passkeys now={now} /> : null}
      {now ? <Codes left={now.codes} /> : null}
      {now ? <Sessions now={now} /> : null}
      <SignIn />
      {now ? <Data /> : null}
      {now && now.rank !== 'player' ? (
        <a class="link" href="/admin">
          {w('staff')}
        </a>
      ) : null}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

async function addPasskey(): Promise<string> {
  const optionsJSON = await ask<Parameters<typeof startRegistration>[0]['optionsJSON']>('POST', '/api/account/passkeys/options');
  const response = await startRegistration({ optionsJSON });
  await ask('POST', '/api/account/passkeys', { response });
  return w('passkeys.added');
}

async function forget(id: string): Promise<string> {
  await ask('DELETE', `/api/account/passkeys/${id}`);
  return '';
}

function Passkeys({ now }: { now: Standing }) {
  return (
    <Part title={w('passkeys')}>
      {now.passkeys.length ? (
        <ul>
          {now.passkeys.map(({ id, device, created, used }) => (
            <li key={id}>
              <b>{device || w('device')}</b>
              <small>
                {w('made', { when: whenText(created) })} · {w('used', { when: whenText(used) })}
              </small>
              <button
                type="button"
                class="button small"
                aria-label={w('forget.which', { what: device || w('device') })}
                aria-disabled={busy.value}
                onClick={() => void doing(() => forget(id))}
              >
                {w('forget')}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{w('passkeys.none')}</p>
      )}
      {browserSupportsWebAuthn() ? (
        <button type="button" class="button gold" aria-disabled={busy.value} onClick={() => void doing(addPasskey)}>
          {w('passkeys.add')}
        </button>
      ) : (
        <p class="quiet">{w('passkeys.no')}</p>
      )}
    </Part>
  );
}

async function newCodes(): Promise<string> {
  codes.value = (await ask<{ codes: string[] }>('POST', '/api/account/recovery-codes')).codes;
  return '';
}

async function copyCodes(): Promise<string> {
  await navigator.clipboard.writeText(codes.value.join('\n'));
  return w('codes.copied');
}

function Codes({ left }: { left: number }) {
  return (
    <Part title={w('codes')}>
      <p class="quiet">{left ? w('codes.left', { n: left }) : w('codes.none')}</p>
      {codes.value.length ? (
        <div class="codes" role="group" aria-label={w('codes')}>
          <p>{w('codes.once')}</p>
          <ol>
            {codes.value.map(code => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
          <button type="button" class="button small" onClick={() => void doing(copyCodes)}>
            {w('codes.copy')}
          </button>
        </div>
      ) : null}
      <button type="button" class="button" aria-disabled={busy.value} onClick={() => void doing(newCodes)}>
        {w('codes.new')}
      </button>
    </Part>
  );
}

async function signOut(id: string, isThis: boolean): Promise<string> {
  await ask('DELETE', `/api/account/sessions${id ? `/${id}` : ''}`);
  return isThis || !id ? changed('') : '';
}

function Sessions({ now }: { now: Standing }) {
  const loose = isLoose();
  return (
    <Part title={w('sessions')}>
      <ul>
        {now.sessions.map(({ id, device, used, current }) => (
          <li key={id}>
            <b>
              {device || w('device')} {current ? <em>{w('sessions.this')}</em> : null}
            </b>
            <small>{w('used', { when: whenText(used) })}</small>
            <button
              type="button"
              class="button small"
              aria-label={w('sessions.out.which', { what: device || w('device'), when: whenText(used) })}
              aria-disabled={busy.value}
              disabled={loose && current}
              onClick={() => void doing(() => signOut(id, current))}
            >
              {w('sessions.out')}
            </button>
          </li>
        ))}
      </ul>
      {loose ? <p class="quiet">{w('sessions.guest')}</p> : null}
      <button
        type="button"
        class="button"
        aria-disabled={busy.value}
        disabled={loose}
        onClick={() => void doing(() => signOut('', true))}
      >
        {w('sessions.all')}
      </button>
    </Part>
  );
}

async function endAccount(confirm: string): Promise<string> {
  await ask('POST', '/api/account/delete', { confirm });
  return changed('');
}

/** As a file. Asked for by hand: a refusal is said, and not saved under its name. */
async function takeData(): Promise<string> {
  const data = await ask<object>('GET', '/api/account/export');
  const url = URL.createObjectURL(new Blob([JSON.stringify(data)], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: 'evermarch.json' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return '';
}

function Data() {
  return (
    <Part title={w('data')}>
      <button type="button" class="button" aria-disabled={busy.value} onClick={() => void doing(takeData)}>
        {w('data.export')}
      </button>
      <details>
        <summary>{w('data.delete')}</summary>
        <form
          onSubmit={event => {
            event.preventDefault();
            const confirm = String(new FormData(event.currentTarget).get('confirm') ?? '');
            void doing(() => endAccount(confirm));
          }}
        >
          <label class="field">
            <span>{w('data.sure')}</span>
            <input type="text" name="confirm" required maxLength={64} autocomplete="off" />
          </label>
          <button type="submit" class="button bad" aria-disabled={busy.value}>
            {w('data.go')}
          </button>
        </form>
      </details>
    </Part>
  );
}

async function appeal(text: string): Promise<string> {
  await ask('POST', '/api/account/appeal', { text });
  return w('ban.sent');
}

function Ban({ ban }: { ban: NonNullable<Standing['ban']> }) {
  return (
    <section class="ban" aria-label={w('ban')}>
      <h3>
        {w('ban')} {ban.until ? w('ban.until', { when: whenText(ban.until) }) : w('ban.forever')}
      </h3>
      <p>{w('ban.why', { why: ban.reason })}</p>
      {ban.appealed ? (
        <p>{w('ban.sent')}</p>
      ) : (
        <form
          onSubmit={event => {
            event.preventDefault();
            const text = String(new FormData(event.currentTarget).get('text') ?? '');
            void doing(() => appeal(text));
          }}
        >
          <label class="field">
            <span>{w('ban.appeal')}</span>
            <textarea name="text" required minLength={10} maxLength={1000} rows={4} />
          </label>
          <button type="submit" class="button" aria-disabled={busy.value}>
            {w('ban.send')}
          </button>
        </form>
      )}
    </section>
  );
}
