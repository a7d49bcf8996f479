// A match in an arena, at the top: how far it is, how much time is left, the two sides and how each of them fares. In: arena. Out: leaving it.
import { COVENANTS } from '../../src/shared/content/kinds';
import { ARENA_FIGHTS, ARENA_GATES, ARENA_GATHERS, ARENA_NONE, ARENA_OVER } from '../../src/shared/protocol/messages';
import { commands } from '../commands';
import { arena } from '../state';
import { count, t } from '../strings';
import { beat, myName } from './derived';
import { Glyph } from './glyph';
import { Meter } from './meter';

type Fighter = NonNullable<typeof arena.value>['fighters'][number];

export function ArenaBar() {
  const shown = arena.value;
  if (!shown || shown.stage === ARENA_NONE) return null;
  const { fighters, own } = shown;
  return (
    <section class="arenabar" aria-label={t('arena.title')}>
      <Side fighters={fighters.filter(({ side }) => side === own)} words={t('arena.ours')} />
      <div class="clock panel">
        <Clock />
        {shown.stage === ARENA_OVER ? null : (
          <button type="button" class="button quiet" onClick={() => commands.wish('leaveArena', {})}>
            {t('arena.leave')}
          </button>
        )}
      </div>
      <Side fighters={fighters.filter(({ side }) => side !== own)} words={t('arena.theirs')} foes />
    </section>
  );
}

function Clock() {
  beat.value;
  const shown = arena.value;
  if (!shown) return null;
  const s = Math.max(0, Math.ceil((shown.until_ms - performance.now()) / 1000));
  const words = {
    [ARENA_GATHERS]: t('arena.gathers'),
    [ARENA_GATES]: t('arena.gates'),
    [ARENA_FIGHTS]: t('arena.fights'),
    [ARENA_OVER]: t((['arena.void', 'arena.won', 'arena.lost', 'arena.drawn'] as const)[shown.score] ?? 'arena.void'),
  }[shown.stage];
  return (
    <p role="status">
      <b>{words}</b>{' '}
      <time aria-hidden="true">
        {Math.floor(s / 60)}:{String(s % 60).padStart(2, '0')}
      </time>
    </p>
  );
}

function Side({ fighters, words, foes = false }: { fighters: readonly Fighter[]; words: string; foes?: boolean }) {
  return (
    <ul class={`side${foes ? ' foes' : ''}`} aria-label={words}>
      {fighters.map(fighter => (
        <One key={fighter.name} fighter={fighter} foe={foes} />
      ))}
    </ul>
  );
}

function One({ fighter: { name, covenant, hp, out, entity, rating }, foe }: { fighter: Fighter; foe: boolean }) {
  const of = COVENANTS[covenant] ?? 'azure';
  const text = out ? t('arena.left') : hp ? t('settings.percent', { n: hp }) : entity ? t('frame.dead') : t('arena.away');
  return (
    <li class={`${out || !hp ? 'gone' : ''}${name === myName.value ? ' own' : ''}`}>
      <button
        type="button"
        disabled={!entity}
        onClick={() => commands.target(entity)}
        title={t('arena.rated', { n: count(rating) })}
      >
        <span class={of}>
          <Glyph covenant={of} />
        </span>{' '}
        {name}
      </button>
      <Meter kind={foe ? 'foe' : 'health'} value={out ? 0 : hp} most={100} label={`${name}, ${t('frame.health')}`} text={text} />
    </li>
  );
}
