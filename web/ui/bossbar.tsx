// The bar of a boss that is fought near, at the top: name, health with the marks of its phases, seal, the cast that can be stopped, what it said. In: boss.
import { useComputed } from '@preact/signals';
import { TICK_MS } from '../../assembly/layout';
import { abilities, monsters } from '../../src/shared/content';
import { encounterOf } from '../../src/shared/content/encounters';
import { boss } from '../state';
import { count, t } from '../strings';
import { beat } from './derived';
import { Icon } from './icon';
import { Meter } from './meter';
import { PORTRAITS, SOMEBODY } from './portraits';

const MINUTE_S = 60;

export function BossBar() {
  const kindId = useComputed(() => boss.value?.kind ?? 0).value;
  const kind = monsters.get(kindId);
  const table = kind && encounterOf(kind.key);
  const sealed = useComputed(() => boss.value?.shield ?? 0).value;
  const phase = useComputed(() => boss.value?.phase ?? 1).value;
  if (!kind || !table) return null;
  const said = boss.value?.said ?? '';
  return (
    <section class={`bossbar${sealed ? ' sealed' : ''}`} aria-label={t('boss.title', { who: kind.name })}>
      <header>
        <Icon name={PORTRAITS[kind.body] || SOMEBODY} />
        <h2>{kind.name}</h2>
        <small>
          {t('boss.phase', { n: count(phase), of: count(table.phases.length) })} · <Patience />
        </small>
      </header>
      <div class="life">
        <Life />
        {table.phases.slice(1).map(({ from_pct }) => (
          <u key={from_pct} style={{ left: `${from_pct}%` }} aria-hidden="true" />
        ))}
      </div>
      {sealed ? (
        <p class="seal" role="status">
          <Icon name="gi:magic-shield" /> {t('boss.sealed', { n: count(sealed) })}
        </p>
      ) : null}
      <Chant />
      {said ? (
        <blockquote key={said} aria-live="polite">
          {said}
        </blockquote>
      ) : null}
    </section>
  );
}

function Life() {
  const permille = useComputed(() => boss.value?.hp ?? 0).value;
  const text = t('settings.percent', { n: Math.ceil(permille / 10) });
  return <Meter kind="foe" value={permille} most={1000} label={t('frame.health')} text={text} />;
}

/** How long it still has patience. */
function Patience() {
  const words = useComputed(() => {
    beat.value;
    const now = boss.value;
    if (!now) return '';
    const left_s = Math.max(0, now.enrage_s - Math.floor((performance.now() - now.at_ms) / 1000));
    if (!left_s) return t('boss.enraged');
    return t('boss.patience', { time: `${Math.floor(left_s / MINUTE_S)}:${String(left_s % MINUTE_S).padStart(2, '0')}` });
  }).value;
  return <span>{words}</span>;
}

function Chant() {
  const ability = useComputed(() => boss.value?.cast ?? 0).value;
  const done = useComputed(() => {
    beat.value;
    const now = boss.value;
    if (!now?.castWhole) return 0;
    const left = now.castLeft - (performance.now() - now.at_ms) / TICK_MS;
    return Math.max(0, Math.min(1, 1 - left / now.castWhole));
  }).value;
  const kind = abilities.get(ability);
  if (!kind) return null;
  return (
    <div class="chant" role="status">
      <Meter kind="cast" value={done} most={1} label={t('frame.casting', { what: kind.name })} text={kind.name} />
      <em>{t('boss.stop')}</em>
    </div>
  );
}
