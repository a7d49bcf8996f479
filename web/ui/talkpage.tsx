// One page of a talk: what he says, and what may be answered. An answer that is remembered is asked for twice. In: talk, node. Out: the node
// that follows, or a decision told to the region.
import { signal } from '@preact/signals';
import type { Talk } from '../../src/shared/content/kinds';
import { picksOf } from '../../src/shared/rules/talks';
import { commands } from '../commands';
import { t } from '../strings';
import { Answer, Answers } from './answers';
import { Icon } from './icon';

/** The answer that waits to be given a second time: its text. */
const weighed = signal('');

export function TalkPage({ talk, node: key, go }: { talk: Talk; node: string; go(node: string): void }) {
  const node = talk.nodes[key];
  if (!node) return null;
  const move = (to = '') => {
    weighed.value = '';
    go(to);
  };
  const decide = (says: string, picks: string) => {
    if (weighed.value !== says) {
      weighed.value = says;
      return;
    }
    commands.answer(talk.id, picksOf(talk).indexOf(picks));
    move();
  };
  return (
    <>
      <p class="reading speech">{node.says}</p>
      <Answers>
        {node.answers.map(({ says, to, picks }) => (
          <Answer key={says} act={() => (picks ? decide(says, picks) : move(to))}>
            {picks ? <Icon name="gi:scales" /> : <Icon name="gi:conversation" />} {says}
            {picks ? <small>{t(weighed.value === says ? 'dialogue.sure' : 'dialogue.remembered')}</small> : null}
          </Answer>
        ))}
        <Answer act={() => move()}>
          <Icon name="gi:return-arrow" /> {t('dialogue.back')}
        </Answer>
      </Answers>
    </>
  );
}
