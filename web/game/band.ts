// What a party shows each other, from the region's words to the screen: whether all are ready, marks over bodies, places that somebody points at,
// and finds that are rolled for. In: messages of the session, bodies in sight, the camera's picture. Out: signals, lines in the chat, and a point.
import { items } from '../../src/shared/content';
import { type Body, READY_NO, READY_OPEN, type S2C } from '../../src/shared/protocol/messages';
import { MARKS } from '../../src/shared/rules/parties';
import { CHOICES } from '../../src/shared/rules/rolls';
import { mode, party, readiness, rolls, screen, signs } from '../state';
import { count, t } from '../strings';
import { tellSystem } from './lines';
import { refuse } from './passing';
import type { Stage } from './stage';

const EVERY_S = 0.033;
const POINT_MS = 6_000;
/** What the last answers look like is left on the screen for so long. */
const ANSWERED_MS = 4_000;
const OVER_HEAD_M = 2.9;
const OVER_GROUND_M = 0.6;

interface Pointed {
  readonly name: string;
  readonly x: number;
  readonly z: number;
  readonly until_ms: number;
}

export class Band {
  private marked: Body<typeof S2C.marks>['marks'] = [];
  private pointed: Pointed[] = [];
  private age_s = 0;

  constructor(private readonly stage: Stage) {
    const { session } = stage;
    session.on('marks', ({ marks }) => {
      this.marked = marks;
    });
    session.on('pointed', one => {
      this.pointed = [...this.pointed.filter(({ name }) => name !== one.name), { ...one, until_ms: performance.now() + POINT_MS }];
      stage.ears.play('ping', 0.7, 0);
      tellSystem(t('band.pointed', { who: one.name }));
    });
    session.on('readiness', hearReadiness);
    session.on('rollFor', ({ left_s, ...one }) => {
      const until_ms = performance.now() + left_s * 1000;
      rolls.value = [...rolls.value, { ...one, until_ms }];
      stage.ears.play('ping', 0.5, 0);
      setTimeout(() => forget(one.roll), left_s * 1000);
    });
    session.on('rolled', ({ roll, kind, throws }) => {
      forget(roll);
      tellThrows(kind, throws);
    });
  }

  /** Shows the party what lies under the cursor, or before the eye. */
  point(): void {
    const { session, renderer, pointer } = this.stage;
    if (!party.peek().members.length) {
      refuse(t('reason.notInParty'));
      return;
    }
    const { innerWidth, innerHeight } = window;
    const middle = mode.peek() === 'warfront' || !pointer.inside;
    const at = middle ? renderer.groundAt(innerWidth / 2, innerHeight / 2) : renderer.groundAt(pointer.x, pointer.y);
    if (at) session.send('point', { x: Math.round(at.x), z: Math.round(at.z) });
  }

  frame(dt_s: number): void {
    this.age_s += dt_s;
    if (this.age_s < EVERY_S) return;
    this.age_s = 0;
    const shown = screen.peek() === 'play' ? [...this.marks(), ...this.points()] : [];
    if (shown.length || signs.peek().length) signs.value = shown;
  }

  private marks() {
    const { session, renderer } = this.stage;
    return this.marked.flatMap(({ mark, entity }) => {
      const body = session.mirror?.bodies.get(entity);
      const at = body && renderer.project(body.x, body.y + OVER_HEAD_M, body.z);
      const name = MARKS[mark - 1];
      return at && name ? [{ key: `mark ${mark}`, mark: name, text: '', x: at.x, y: at.y, away_m: 0 }] : [];
    });
  }

  private points() {
    const now_ms = performance.now();
    this.pointed = this.pointed.filter(({ until_ms }) => until_ms > now_ms);
    const { drawn } = this.stage.session.predictor;
    return this.pointed.flatMap(({ name, x, z }) => {
      const at = this.stage.renderer.project(x, this.stage.sim.core.height(x, z) + OVER_GROUND_M, z);
      const away_m = Math.round(Math.hypot(x - drawn.x, z - drawn.z));
      return at ? [{ key: `point ${name}`, mark: '' as const, text: name, x: at.x, y: at.y, away_m }] : [];
    });
  }
}

function hearReadiness({ by, left_s, answers }: Body<typeof S2C.readiness>): void {
  const wasAsked = readiness.peek() !== null;
  const until_ms = performance.now() + (left_s ? left_s * 1000 : ANSWERED_MS);
  const now = { by, answers: new Map(answers.map(({ character, answer }) => [character, answer])), isOver: !left_s, until_ms };
  readiness.value = now;
  setTimeout(() => {
    if (readiness.peek() === now) readiness.value = null;
  }, until_ms - performance.now());
  if (!wasAsked && left_s) tellSystem(t('band.asked', { who: by }));
  if (left_s) return;
  const named = (wanted: number) => party.peek().members.filter(({ character }) => now.answers.get(character) === wanted);
  const missing = [...named(READY_NO), ...named(READY_OPEN)].map(({ name }) => name);
  tellSystem(missing.length ? t('band.notReady', { who: missing.join(', ') }) : t('band.allReady'));
}

function forget(roll: number): void {
  rolls.value = rolls.value.filter(one => one.roll !== roll);
}

function tellThrows(kind: number, throws: Body<typeof S2C.rolled>['throws']): void {
  const what = items.get(kind)?.name ?? '';
  const taken = throws.filter(({ choice }) => CHOICES[choice] !== 'pass');
  for (const { name, choice, value } of taken) {
    tellSystem(t('band.threw', { who: name, n: count(value), why: t(`band.${CHOICES[choice]}`) }));
  }
  tellSystem(taken.length ? t('band.won', { who: taken[0].name, what }) : t('band.passed', { what }));
}
