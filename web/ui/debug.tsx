// F3: how the game does, in numbers, and a switch that makes the line slower. In: debugFacts, link, fps. Out: simulatedLag.
import { debugFacts, debugOpen, fps, link, simulatedLag } from '../state';
import { count, t } from '../strings';

const MOST_LAG_MS = 400;

export function DebugOverlay() {
  if (!debugOpen.value) return null;
  return (
    <section class="debug" aria-label={t('debug.title')}>
      <Facts />
      <label>
        {t('debug.lag')}
        <input
          type="range"
          min={0}
          max={MOST_LAG_MS}
          step={10}
          value={simulatedLag.value}
          onInput={event => (simulatedLag.value = Number(event.currentTarget.value))}
        />
        <output>{simulatedLag.value} ms</output>
      </label>
    </section>
  );
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB/s`;

function Facts() {
  const facts = debugFacts.value;
  if (!facts) return <p>{t('debug.waiting')}</p>;
  const rows: readonly (readonly [string, string])[] = [
    [t('debug.ping'), `${link.value.pingMs.toFixed(0)} ms`],
    [t('debug.fps'), fps.value.toFixed(0)],
    [t('debug.frame'), `${facts.frameMs.toFixed(1)} ms`],
    [t('debug.draws'), count(facts.drawCalls)],
    [t('debug.triangles'), count(facts.triangles)],
    [t('debug.entities'), count(facts.entities)],
    [t('debug.in'), kilobytes(facts.bytesIn)],
    [t('debug.out'), kilobytes(facts.bytesOut)],
    [t('debug.gap'), `${facts.snapshotGapMs.toFixed(0)} ms`],
    [t('debug.tick'), `${facts.tick.p50.toFixed(2)} / ${facts.tick.p99.toFixed(2)} ms`],
    [t('debug.misses'), count(facts.misses)],
    [t('debug.miss'), `${facts.missCm.toFixed(1)} cm`],
    [t('debug.region'), facts.region],
    [t('debug.crossings'), count(facts.crossings)],
    [t('debug.hitch'), t('debug.hitchText', { ms: facts.hitchMs, keys: facts.unansweredMs })],
  ];
  return (
    <>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t('debug.phases')}</p>
      <ol>
        {facts.tick.phases.map((ms, i) => (
          <li key={i} style={{ '--part': Math.min(1, ms / 10).toFixed(3) }}>
            {ms.toFixed(2)}
          </li>
        ))}
      </ol>
    </>
  );
}
