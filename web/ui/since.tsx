// Since you left: what the world did meanwhile, on a small card until it is put aside. In: since. The kinds are numbered by the region;
// a kind that this page does not know is left out.
import { monsters, PLACES } from '../../src/shared/content';
import type { Body, S2C } from '../../src/shared/protocol/messages';
import { amountOf, SINCE, subjectOf } from '../../src/shared/rules/since';
import { sideText } from '../placetext';
import { since } from '../state';
import { count, t } from '../strings';
import { Icon } from './icon';

type Line = Body<typeof S2C.since>['lines'][number];
type Kind = keyof typeof SINCE;

const kinds = new Map(Object.entries(SINCE).map(([key, number]) => [number as number, key as Kind]));

export function Since() {
  const told = since.value;
  const lines = told?.lines.flatMap(line => words(line) || []) ?? [];
  if (!told || !lines.length) return null;
  const close = () => (since.value = null);
  return (
    <section class="since panel" role="status" aria-label={t('since.title')}>
      <header>
        <Icon name="gi:hourglass" />
        <h2>{t('since.title')}</h2>
        <button type="button" class="close" aria-label={t('window.close', { what: t('since.title') })} onClick={close}>
          <Icon name="gi:cancel" />
        </button>
      </header>
      <p class="quiet">{passed(told.away_s)}</p>
      <ul class="reading">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function words({ kind, place, value }: Line): string {
  const key = kinds.get(kind);
  const where = PLACES.find(each => each.number === place);
  if (!key || !where) return '';
  const [subject, amount] = [subjectOf(value), amountOf(value)];
  const camp = where.camps[subject];
  return t(`since.${key}`, {
    place: where.name,
    n: count(amount),
    what: camp ? monsters.key(camp.monster).name : '',
    was: sideText(subject),
    who: sideText(key === 'pressure' ? subject : amount),
  });
}

function passed(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return t('since.minutes', { n: count(minutes) });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t('since.hours', { n: count(hours) }) : t('since.days', { n: count(Math.round(hours / 24)) });
}
