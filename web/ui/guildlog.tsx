// What became of the guild, newest first. In: guildLog. Out: nothing.
import { items } from '../../src/shared/content';
import { LOG } from '../../src/shared/rules/guildlog';
import { guildLog } from '../state';
import { t } from '../strings';
import { coinText } from './coins';
import { rankName, whenText } from './guildwords';

type Entry = (typeof guildLog.value)[number];
type Word = keyof typeof LOG;
const WORDS = new Map<number, Word>(Object.entries(LOG).map(([word, number]) => [number, word as Word]));

export function GuildLog() {
  return (
    <ol
      class="guildlog"
      aria-label={t('guild.tab.log')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it takes the focus, and keys must scroll it
      tabIndex={0}
    >
      {guildLog.value.map((entry, i) => (
        <li key={i}>
          <time>{whenText(entry.at)}</time> {textOf(entry)}
        </li>
      ))}
    </ol>
  );
}

function textOf({ what, by, to, value, kind }: Entry): string {
  const word = WORDS.get(what);
  if (!word) return '';
  const goods = kind ? t('item.stack', { what: items.get(kind)?.name ?? '', n: value }) : coinText(value);
  return t(`guild.log.${word}`, { who: by, to, what: goods, rank: rankName(value), n: value });
}
