// Bosses on this screen: their bar, what they say, and warnings of ground that something falls on, for eyes and ears. In: boss and areas messages.
// Out: the boss signal, shapes for the renderer, sounds, captions, big letters at the end.
import { abilities, monsters } from '../../src/shared/content';
import { encounterOf, linesOf, type Shape } from '../../src/shared/content/encounters';
import {
  AREA_GROUND,
  AREA_SOAK,
  BOSS_BEATEN,
  BOSS_FIGHTS,
  FORM_CONE,
  FORM_LINE,
  FORM_RING,
} from '../../src/shared/protocol/bosses';
import type { Body, S2C } from '../../src/shared/protocol/messages';
import { covers } from '../../src/shared/rules/encounters';
import { settings } from '../settings';
import { boss } from '../state';
import { t } from '../strings';
import { announce, caption } from './passing';
import { bodyOf, type Stage } from './stage';

/** Without a word for so long one has left it, or the region began anew. */
const SILENT_MS = 3_500;
/** What is said stays on the bar so long. */
const LINE_MS = 7_000;
const TICK_MS = 50;
let silence = 0;
let hush = 0;

type Told = Body<typeof S2C.areas>['laid'][number];

export function watchBosses(stage: Stage): void {
  const { session, ears, renderer } = stage;
  session.on('boss', body => heedBoss(stage, body));
  session.on('areas', ({ boss: caster, laid, dropped }) => {
    renderer.layAreas(caster, laid, dropped, session.ping_ms / 1000);
    for (const area of laid) {
      const kind = abilities.get(area.ability);
      if (!kind) continue;
      const [x, z] = [area.x / 100, area.z / 100];
      const word = area.kind === AREA_GROUND ? 'warnLeave' : area.kind === AREA_SOAK ? 'warnGather' : 'warnApart';
      // Upon oneself it is no matter of distance.
      if (isOnMe(stage, area)) ears.play(word, 1, 0);
      else ears.at(word, x, z);
      if (settings.captions.value) warnInWords(stage, area, kind.name);
      window.setTimeout(() => ears.at(kind.sound, x, z), area.left * TICK_MS);
    }
  });
}

/** What to do about it, for who reads rather than hears. */
function warnInWords(stage: Stage, area: Told, what: string): void {
  if (area.kind === AREA_SOAK) caption(t('boss.soak', { what, n: area.hands }), Number.NaN);
  else if (!isOnMe(stage, area)) return;
  else caption(t(area.kind === AREA_GROUND ? 'boss.leave' : 'boss.apart', { what }), Number.NaN);
}

function isOnMe({ session }: Stage, area: Told): boolean {
  const { drawn } = session.predictor;
  if (area.follows) return area.follows === session.entity;
  return covers(shapeOf(area), { x: area.x / 100, z: area.z / 100, yaw: area.yaw / 1000 }, drawn.x, drawn.z);
}

function shapeOf({ form, a, b }: Told): Shape {
  const [first, second] = [a / 100, b / 100];
  if (form === FORM_RING) return { form: 'ring', inner_m: first, radius_m: second };
  if (form === FORM_CONE) return { form: 'cone', radius_m: first, half_deg: second };
  if (form === FORM_LINE) return { form: 'line', radius_m: first, half_m: second };
  return { form: 'circle', radius_m: first };
}

function heedBoss(stage: Stage, body: Body<typeof S2C.boss>): void {
  const kind = monsters.get(body.kind);
  const table = kind && encounterOf(kind.key);
  if (!kind || !table) return;
  // Of several bosses at a time the one whose fight was told first keeps the bar.
  if (boss.value && boss.value.boss !== body.boss) return;
  clearTimeout(silence);
  if (body.state !== BOSS_FIGHTS) {
    boss.value = null;
    if (body.state === BOSS_BEATEN) {
      announce(t('boss.beaten', { who: kind.name }), linesOf(table)[body.line - 1] ?? '', 'level');
      stage.ears.play('quest', 0.9, 0);
    }
    return;
  }
  const before = boss.value;
  const isNews = body.line > 0 && body.line !== before?.line;
  const line = isNews ? (linesOf(table)[body.line - 1] ?? '') : (before?.said ?? '');
  if (isNews) speak(stage, body.boss);
  boss.value = { ...body, said: line, at_ms: performance.now() };
  silence = window.setTimeout(() => {
    boss.value = null;
  }, SILENT_MS);
}

function speak(stage: Stage, entity: number): void {
  const body = bodyOf(stage, entity);
  if (body) stage.ears.at('bossVoice', body.x, body.z);
  else stage.ears.play('bossVoice', 0.5, 0);
  clearTimeout(hush);
  hush = window.setTimeout(() => {
    if (boss.value) boss.value = { ...boss.value, said: '' };
  }, LINE_MS);
}
