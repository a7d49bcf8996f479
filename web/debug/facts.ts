// The numbers of F3: bytes a second, tick phases of the region, prediction misses, draw calls, frame time, snapshot gap. In: session and
// renderer; out: the debugFacts signal, twice a second while the overlay is open, and the fps mark always.
import type { Stage } from '../game/stage';
import { debugFacts, debugOpen, fps, link, simulatedLag } from '../state';

const EVERY_MS = 500;

export class Facts {
  private frames = 0;
  private from_ms = 0;
  private bytesIn = 0;
  private bytesOut = 0;
  private last_ms = 0;
  private worst_ms = 0;
  private phases_ms: readonly number[] = [];

  constructor(private readonly stage: Stage) {
    stage.session.on('pulse', ({ phases }) => {
      if (phases.length) this.phases_ms = phases.map(n => n / 100);
    });
    simulatedLag.subscribe(lag_ms => stage.session.link.setLag(lag_ms));
  }

  frame(now_ms: number): void {
    this.frames++;
    if (this.last_ms) this.worst_ms = Math.max(this.worst_ms, now_ms - this.last_ms);
    this.last_ms = now_ms;
    const span_s = (now_ms - this.from_ms) / 1000;
    if (span_s * 1000 < EVERY_MS) return;
    const { session, renderer } = this.stage;
    const { link: line, predictor, mirror } = session;
    fps.value = Math.round(this.frames / span_s);
    const pingMs = Math.round(session.ping_ms);
    if (pingMs !== link.value.pingMs) link.value = { ...link.value, pingMs };
    if (debugOpen.value) {
      const stats = renderer.stats();
      const { pulse } = session.known;
      debugFacts.value = {
        bytesIn: Math.round((line.bytesIn - this.bytesIn) / span_s),
        bytesOut: Math.round((line.bytesOut - this.bytesOut) / span_s),
        tick: {
          p50: (pulse?.tickMs ?? 0) / 100,
          p99: (pulse?.tickP99 ?? 0) / 100,
          phases: this.phases_ms,
        },
        misses: predictor.facts.misses,
        missCm: predictor.facts.misses ? predictor.facts.missCm / predictor.facts.misses : 0,
        entities: mirror?.list.length ?? 0,
        drawCalls: stats.drawCalls,
        triangles: stats.triangles,
        frameMs: Math.round(this.worst_ms * 10) / 10,
        snapshotGapMs: Math.round(mirror?.clock.gap_ms ?? 0),
        region: session.region,
        crossings: session.crossings.length,
        hitchMs: Math.round(session.crossings.at(-1)?.hitch_ms ?? 0),
        unansweredMs: Math.round(session.crossings.at(-1)?.unanswered_ms ?? 0),
      };
    }
    this.frames = 0;
    this.worst_ms = 0;
    this.from_ms = now_ms;
    this.bytesIn = line.bytesIn;
    this.bytesOut = line.bytesOut;
  }
}
