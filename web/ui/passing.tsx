// What shows for a moment: loot toasts, big letters, refusals, captions, the prompt of the use key. In: their signals.
import { commands } from '../commands';
import { settings } from '../settings';
import { banner, captions, prompt, refusal, toasts } from '../state';
import { dead } from './derived';
import { hasIcon, Icon } from './icon';

export function Toasts() {
  return (
    <section class="toasts" role="log" aria-live="polite">
      {toasts.value.map(toast => (
        <p key={toast.id} class={`rarity-${toast.rarity || 'common'}`}>
          <span>
            <Icon name={hasIcon(toast.icon) ? toast.icon : 'gi:swap-bag'} />
          </span>
          {toast.text}
        </p>
      ))}
    </section>
  );
}

export function Banner() {
  const shown = banner.value;
  return (
    <div class="banner" role="status">
      {shown ? (
        <div key={shown.id} class={shown.occasion}>
          <i aria-hidden="true" />
          <h2>{shown.title}</h2>
          <p>{shown.text}</p>
        </div>
      ) : null}
    </div>
  );
}

export function Refusal() {
  const shown = refusal.value;
  return (
    <p class="refusal" role="status">
      {shown ? <span key={shown.id}>{shown.text}</span> : null}
    </p>
  );
}

export function Prompt() {
  const shown = prompt.value;
  if (!shown || dead.value) return null;
  return (
    <button type="button" class="prompt" onClick={() => commands.interact()}>
      <kbd>{shown.key}</kbd> {shown.text}
    </button>
  );
}

export function Captions() {
  if (!settings.captions.value) return null;
  return (
    <ul class="captions">
      {captions.value.map(({ id, text, angle }) => (
        <li key={id}>
          {Number.isNaN(angle) ? null : <i class="needle" style={{ rotate: `${angle}rad` }} aria-hidden="true" />}
          {text}
        </li>
      ))}
    </ul>
  );
}
