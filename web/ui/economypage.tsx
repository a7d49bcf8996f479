// /economy: the books of the world for everybody, without a login and without the world behind it. In: GET /api/economy, again every half minute.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Balance } from '../../src/shared/rules/economy';
import { count, type Key, t } from '../strings';
import { Coins, coinText } from './coins';
import { LightPage, mountLightPage } from './lightpage';
import './css/map.css';
import './css/economy.css';

interface Cause {
  readonly cause: string;
  readonly gold_made: number;
  readonly gold_destroyed: number;
  readonly things_made: number;
  readonly things_destroyed: number;
}
interface Books {
  readonly at_ms: number;
  readonly gold: Balance;
  readonly things: Balance;
  readonly causes: readonly Cause[];
  readonly characters: { readonly all: number; readonly out: number };
  readonly market: { readonly gold: number; readonly things: number; readonly orders: number };
  readonly live: { readonly regions: number; readonly balance: number };
}

const EVERY_MS = 30_000;
const books = signal<Books | null>(null);
const silent = signal(false);

export const mountEconomyPage = (root: HTMLElement): void => mountLightPage(root, Page);

async function ask(): Promise<void> {
  try {
    const answer = await fetch('/api/economy');
    if (!answer.ok) throw new Error(`economy ${answer.status}`);
    books.value = (await answer.json()) as Books;
    silent.value = false;
  } catch (error) {
    console.warn(error);
    silent.value = true;
  }
}

function Page() {
  useEffect(() => {
    void ask();
    const timer = setInterval(() => document.hidden || void ask(), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const status = (
    <p class="crowd" role="status">
      <b class={silent.value ? 'silent' : 'alive'}>
        {silent.value ? t('landing.offline') : books.value ? <Verdict {...books.value} /> : '…'}
      </b>
    </p>
  );
  return (
    <LightPage kind="mappage economy" title={t('economy.page')} status={status}>
      {books.value ? <Board {...books.value} /> : <p class="quiet">{t('exchange.asks')}</p>}
    </LightPage>
  );
}

function Verdict({ gold, live }: Books) {
  return (
    <>{gold.gap === 0 && live.balance === 0 ? t('economy.even') : t('economy.uneven', { gap: coinText(Math.abs(gold.gap)) })}</>
  );
}

function Board({ gold, things, causes, characters, market, live }: Books) {
  return (
    <div class="board">
      <section class="panel" aria-label={t('economy.where')}>
        <h2>{t('economy.where')}</h2>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('economy.gold')}</th>
              <th scope="col">{t('economy.things')}</th>
            </tr>
          </thead>
          <tbody>
            <Row name={t('economy.made')} gold={gold.made} things={things.made} />
            <Row name={t('economy.destroyed')} gold={0 - gold.destroyed} things={0 - things.destroyed} />
            <Row name={t('economy.world')} gold={gold.world} things={things.world} strong />
            <Row name={t('economy.recorded', { n: count(characters.all) })} gold={gold.recorded} things={things.recorded} />
            <Row name={t('economy.market', { n: count(market.orders) })} gold={market.gold} things={market.things} />
            <Row name={t('economy.mail')} gold={gold.kept - market.gold} things={things.kept - market.things} />
            <Row name={t('economy.gap')} gold={gold.gap} things={things.gap} strong />
          </tbody>
        </table>
        <p class="quiet">{t('economy.honest', { n: count(characters.out), regions: count(live.regions) })}</p>
      </section>
      <section class="panel" aria-label={t('economy.causes')}>
        <h2>{t('economy.causes')}</h2>
        <Causes causes={causes} />
      </section>
    </div>
  );
}

function Row({ name, gold, things, strong }: { name: string; gold: number; things: number; strong?: boolean }) {
  return (
    <tr class={strong ? 'strong' : ''}>
      <th scope="row">{name}</th>
      <td>
        {gold < 0 ? '− ' : ''}
        <Coins copper={Math.abs(gold)} />
      </td>
      <td>{count(things)}</td>
    </tr>
  );
}

function Causes({ causes }: { causes: readonly Cause[] }) {
  const most = Math.max(1, ...causes.map(each => Math.max(each.gold_made, each.gold_destroyed)));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('economy.cause')}</th>
          <th scope="col">{t('economy.made')}</th>
          <th scope="col">{t('economy.destroyed')}</th>
          <th scope="col">{t('economy.thingsMade')}</th>
          <th scope="col">{t('economy.thingsDestroyed')}</th>
        </tr>
      </thead>
      <tbody>
        {causes.map(({ cause, gold_made, gold_destroyed, things_made, things_destroyed }) => (
          <tr key={cause}>
            <th scope="row">{nameOf(cause)}</th>
            <td>
              <Bar part={gold_made / most} made />
              {gold_made ? <Coins copper={gold_made} /> : '–'}
            </td>
            <td>
              <Bar part={gold_destroyed / most} />
              {gold_destroyed ? <Coins copper={gold_destroyed} /> : '–'}
            </td>
            <td>{things_made ? count(things_made) : '–'}</td>
            <td>{things_destroyed ? count(things_destroyed) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Bar = ({ part, made }: { part: number; made?: boolean }) => (
  <i class={made ? 'bar made' : 'bar'} style={{ width: `${Math.round(part * 100)}%` }} aria-hidden="true" />
);

/** A cause that this page has no word for yet is shown as the books call it. */
const nameOf = (cause: string): string => (t(`ledger.${cause}` as Key) as string | undefined) ?? cause;
