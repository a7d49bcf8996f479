// Between Play and the world: what is being done, how far it is, and one thing worth knowing. In: loading.
import { useState } from 'preact/hooks';
import { loading } from '../state';
import { t } from '../strings';
import { Scene } from './scene';

const TIPS = ['loading.tip.1', 'loading.tip.2', 'loading.tip.3', 'loading.tip.4', 'loading.tip.5'] as const;

export function Loading() {
  const [tip] = useState(() => TIPS[Math.floor(performance.now()) % TIPS.length]);
  return (
    <div class="hud loading">
      <Scene />
      <div class="veil" />
      <main>
        <h1>{t('loading.title')}</h1>
        <Steps />
        <p class="tip">{t(tip)}</p>
      </main>
    </div>
  );
}

function Steps() {
  const { step, done } = loading.value;
  return (
    <>
      <progress max={1} value={done} aria-label={t('loading.title')} />
      <p role="status">{step || t('loading.step')}</p>
    </>
  );
}
