// Ways into another account from this browser: by passkey, by recovery code. A guest that nothing else opens is not left behind unasked.

import { signal } from '@preact/signals';
import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { ask } from '../net/ask';
import { characters } from '../state';
import { busy, changed, doing, isLoose } from './accountstate';
import { w } from './accountwords';

/** What is done once it is said that the guest may be left behind. */
const waiting = signal<(() => Promise<string>) | null>(null);

async function byPasskey(): Promise<string> {
  const optionsJSON = await ask<Parameters<typeof startAuthentication>[0]['optionsJSON']>('POST', '/api/signin/options');
  const response = await startAuthentication({ optionsJSON });
  await ask('POST', '/api/signin', { response });
  return changed(w('signin.done'));
}

async function byCode(name: string, code: string): Promise<string> {
  await ask('POST', '/api/signin/recovery', { name, code });
  return changed(w('signin.done'));
}

function enter(by: () => Promise<string>): void {
  if (isLoose() && characters.value.length) waiting.value = by;
  else void doing(by);
}

export function SignIn() {
  return (
    <section aria-label={w('signin')}>
      <h3>{w('signin')}</h3>
      {waiting.value ? <Leaving by={waiting.value} /> : null}
      {browserSupportsWebAuthn() ? (
        <button type="button" class="button" aria-disabled={busy.value} onClick={() => enter(byPasskey)}>
          {w('signin.passkey')}
        </button>
      ) : null}
      <details>
        <summary>{w('signin.code')}</summary>
        <form
          onSubmit={event => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            enter(() => byCode(String(form.get('name') ?? ''), String(form.get('code') ?? '')));
          }}
        >
          <label class="field">
            <span>{w('signin.name')}</span>
            <input type="text" name="name" required maxLength={64} autocomplete="username" />
          </label>
          <label class="field">
            <span>{w('signin.codefield')}</span>
            <input type="text" name="code" required maxLength={40} autocomplete="one-time-code" spellcheck={false} />
          </label>
          <button type="submit" class="button" aria-disabled={busy.value}>
            {w('signin.go')}
          </button>
        </form>
      </details>
    </section>
  );
}

function Leaving({ by }: { by: () => Promise<string> }) {
  const name = characters.value.map(card => card.name).join(', ');
  const answer = (yes: boolean) => () => {
    waiting.value = null;
    if (yes) void doing(by);
  };
  return (
    <div class="leaving" role="alert">
      <p>{w('signin.leaves', { name })}</p>
      <button type="button" class="button small" onClick={answer(false)}>
        {w('signin.no')}
      </button>
      <button type="button" class="button bad small" onClick={answer(true)}>
        {w('signin.yes')}
      </button>
    </div>
  );
}
