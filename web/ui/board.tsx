// One board: which, over which time, the first hundred, and one's own place. In: the boards as told, whose name is one's own. Out: the choice.
import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { COVENANTS } from '../../src/shared/content/kinds';
import { BOARDS, type Board, PERIODS } from '../../src/shared/rules/boards';
import { board, boardSilent, type Line, period, shownBoard, watchBoard } from '../boards';
import { count, t } from '../strings';
import { coinText } from './coins';
import { Glyph } from './glyph';
import { Icon } from './icon';
import { Tabs } from './tabs';
import './css/boards.css';

const ICONS: Record<Board, string> = {
  level: 'gi:laurels',
  craft: 'gi:anvil',
  arena: 'gi:crossed-swords',
  slain: 'gi:skull-crossed-bones',
  bosses: 'gi:crowned-skull',
  guild: 'gi:castle',
};

export function BoardView({ name }: { name: string }) {
  const wanted = board.value;
  const over = period.value;
  useEffect(() => {
    board.value;
    return watchBoard(name);
  }, [wanted, over, name]);
  return (
    <div class="boardview">
      <Tabs tabs={BOARDS} chosen={wanted} choose={chosen => (board.value = chosen)}>
        {each => (
          <>
            <Icon name={ICONS[each]} /> {t(`board.${each}`)}
          </>
        )}
      </Tabs>
      <div class="row">
        <Tabs tabs={PERIODS} chosen={over} choose={chosen => (period.value = chosen)}>
          {each => t(`board.${each}`)}
        </Tabs>
        <Ends />
      </div>
      <Table own={name} />
    </div>
  );
}

function Ends() {
  const words = useComputed(() => {
    const shown = shownBoard.value;
    if (!shown?.ends) return '';
    const hours = Math.max(1, Math.ceil((shown.ends - shown.at) / 3_600_000));
    return hours > 48 ? t('board.endsDays', { n: count(Math.ceil(hours / 24)) }) : t('board.endsHours', { n: count(hours) });
  }).value;
  return <small class="ends">{words}</small>;
}

function Table({ own }: { own: string }) {
  const shown = shownBoard.value;
  const wanted = board.value;
  const isHere = shown?.board === wanted && shown.period === period.value;
  const rows = isHere ? shown.rows : [];
  const mine = isHere ? shown.own : null;
  return (
    <div
      class="boardpane"
      role="tabpanel"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it takes the focus, and keys must scroll it
      tabIndex={0}
      aria-label={t(`board.${wanted}`)}
    >
      <p class="told">{t(`board.${wanted}.text`)}</p>
      {boardSilent.value ? <p class="wrong">{t('board.silent')}</p> : null}
      {isHere && !rows.length ? <p class="empty">{t('board.empty')}</p> : null}
      {rows.length ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('board.place')}</th>
              <th scope="col">{t('board.name')}</th>
              <th scope="col" class="number">
                {t(wanted === 'arena' ? 'board.rating' : 'board.value')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(line => (
              <Row key={line.subject} line={line} of={wanted} own={line.name === own} />
            ))}
            {mine && !rows.some(({ subject }) => subject === mine.subject) ? <Row line={mine} of={wanted} own apart /> : null}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}

function Row({ line, of, own, apart = false }: { line: Line; of: Board; own: boolean; apart?: boolean }) {
  const covenant = COVENANTS[line.covenant] ?? 'azure';
  const isGuild = of === 'guild';
  return (
    <tr class={`${own ? 'own' : ''}${apart ? ' apart' : ''}${line.place <= 3 ? ` first p${line.place}` : ''}`}>
      <td>{count(line.place)}</td>
      <th scope="row">
        {isGuild ? null : (
          <span class={covenant} title={t(`covenant.${covenant}`)}>
            <Glyph covenant={covenant} />
          </span>
        )}{' '}
        {line.name} {isGuild ? null : <small>{t('frame.level', { n: line.level })}</small>}
      </th>
      <td class="number">
        <b>{of === 'craft' ? coinText(line.value) : count(line.value)}</b>
        {line.won === undefined ? null : (
          <small>{t('board.record', { won: line.won, lost: line.lost ?? 0, drawn: line.drawn ?? 0 })}</small>
        )}
      </td>
    </tr>
  );
}
