// What can be done from the staff's desk. A button is greyed out by the same check that the server decides with; without a reason nothing goes.
import { signal } from '@preact/signals';
import { items } from '../../src/shared/content';
import { OK } from '../../src/shared/rules/reasons';
import {
  type Action,
  checkAct,
  checkRank,
  checkReason,
  MOST_GIVEN,
  type Person,
  RANKS,
  REASON_LETTERS,
} from '../../src/shared/rules/staff';
import { ask } from '../net/ask';
import { DoorError } from '../net/doors';
import { reasonText } from '../strings';
import { busy, doing, open, staff } from './admindesk';
import { w } from './adminwords';
import { answered, orderFor } from './orderid';

const SPANS_MS = [3600_000, 86_400_000, 604_800_000, 2_592_000_000, 0] as const;

const reason = signal('');
const character = signal('');
const span_ms = signal<(typeof SPANS_MS)[number]>(86_400_000);

async function act(person: Person, what: string, body: object): Promise<string> {
  const path = `/api/admin/people/${person.account}/${what}`;
  const order = `${path} ${JSON.stringify(body)}`;
  const id = 'character' in body ? { order: orderFor(order) } : {};
  try {
    await ask('POST', path, { reason: reason.value, ...body, ...id });
    answered(order);
  } catch (error) {
    if (!(error instanceof DoorError && error.passing)) answered(order);
    throw error;
  }
  await open(person.account);
  return w('done');
}

function Act({
  action,
  person,
  body = () => ({}),
  ok = true,
}: {
  action: Action;
  person: Person;
  body?: () => object;
  ok?: boolean;
}) {
  const { account, rank } = staff.value!;
  const may = checkAct(rank, action, person.rank, person.account === account);
  const why = may === OK ? checkReason(reason.value) : may;
  return (
    <button
      type="button"
      class={`button small${action === 'ban' ? ' bad' : ''}`}
      aria-disabled={busy.value}
      disabled={why !== OK || !ok}
      title={reasonText(why)}
      onClick={() => void doing(() => act(person, action, body()))}
    >
      {w(`do.${action}` as Parameters<typeof w>[0])}
    </button>
  );
}

function Reason() {
  return (
    <label class="field reason">
      <span>{w('reason')}</span>
      <input
        type="text"
        minLength={REASON_LETTERS.least}
        maxLength={REASON_LETTERS.most}
        value={reason.value}
        onInput={event => (reason.value = event.currentTarget.value)}
      />
    </label>
  );
}

export function PersonActs({ person }: { person: Person }) {
  const { characters } = person;
  const chosen = characters.find(({ id }) => id === character.value) ?? characters[0];
  const who = (): object => ({ character: chosen?.id ?? '' });
  return (
    <section class="acts">
      <Reason />
      <label class="field">
        <span>{w('span')}</span>
        <select
          value={span_ms.value}
          onChange={event => (span_ms.value = Number(event.currentTarget.value) as (typeof SPANS_MS)[number])}
        >
          {SPANS_MS.map(each => (
            <option key={each} value={each}>
              {w(`span.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <div class="row">
        <Act action="mute" person={person} ok={span_ms.value > 0} body={() => ({ span_ms: span_ms.value })} />
        <Act action="unmute" person={person} ok={person.muted_until_ms > Date.now()} />
        <Act action="ban" person={person} body={() => ({ span_ms: span_ms.value })} />
        <Act action="unban" person={person} ok={person.isBanned} />
      </div>
      {chosen ? (
        <>
          <label class="field">
            <span>{w('character')}</span>
            <select value={chosen.id} onChange={event => (character.value = event.currentTarget.value)}>
              {characters.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <div class="row">
            <Act action="kick" person={person} ok={chosen.isOut} body={who} />
          </div>
          <Teleport person={person} who={who} />
          <Give person={person} who={who} />
        </>
      ) : null}
      <Rank person={person} />
    </section>
  );
}

interface Who {
  person: Person;
  who(): object;
}

const spot = signal({ x: '', z: '', beside: '' });

function Teleport({ person, who }: Who) {
  const { x, z, beside } = spot.value;
  const put = (part: Partial<typeof spot.value>): void => {
    spot.value = { ...spot.value, ...part };
  };
  const to = (): object => ({ ...who(), to: beside ? { character: beside.trim() } : { x: Number(x), z: Number(z) } });
  return (
    <fieldset disabled={checkRank(staff.value!.rank, 'teleport') !== OK}>
      <legend>{w('do.teleport')}</legend>
      <Amount label={w('x')} value={x} most={2048} set={text => put({ x: text })} />
      <Amount label={w('z')} value={z} most={2048} set={text => put({ z: text })} />
      <label class="field">
        <span>{w('beside')}</span>
        <input type="text" maxLength={26} value={beside} onInput={event => put({ beside: event.currentTarget.value })} />
      </label>
      <Act action="teleport" person={person} ok={beside !== '' || (x !== '' && z !== '')} body={to} />
    </fieldset>
  );
}

const gift = signal({ gold: '', kind: 0, quantity: '1' });

function Give({ person, who }: Who) {
  const { gold, kind, quantity } = gift.value;
  const put = (part: Partial<typeof gift.value>): void => {
    gift.value = { ...gift.value, ...part };
  };
  const body = (): object => ({ ...who(), gold: Number(gold), ...(kind ? { kind, quantity: Number(quantity) } : {}) });
  return (
    <fieldset disabled={checkRank(staff.value!.rank, 'give') !== OK}>
      <legend>{w('do.give')}</legend>
      <Amount label={w('copper')} value={gold} most={MOST_GIVEN.gold} set={text => put({ gold: text })} />
      <label class="field">
        <span>{w('kind')}</span>
        <select value={kind} onChange={event => put({ kind: Number(event.currentTarget.value) })}>
          <option value={0}>{w('kind.none')}</option>
          {items.all.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Amount label={w('quantity')} value={quantity} most={MOST_GIVEN.quantity} set={text => put({ quantity: text })} />
      <Act action="give" person={person} ok={Number(gold) > 0 || (kind > 0 && Number(quantity) > 0)} body={body} />
    </fieldset>
  );
}

const newRank = signal<(typeof RANKS)[number]>('helper');

function Rank({ person }: { person: Person }) {
  return (
    <fieldset disabled={checkRank(staff.value!.rank, 'role') !== OK}>
      <legend>{w('newrank')}</legend>
      <label class="field">
        <span>{w('newrank')}</span>
        <select value={newRank.value} onChange={event => (newRank.value = event.currentTarget.value as (typeof RANKS)[number])}>
          {RANKS.slice(0, -1).map(rank => (
            <option key={rank} value={rank}>
              {w(`rank.${rank}`)}
            </option>
          ))}
        </select>
      </label>
      <Act action="role" person={person} body={() => ({ rank: newRank.value })} />
    </fieldset>
  );
}

function Amount({ label, value, most, set }: { label: string; value: string; most: number; set(text: string): void }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="number" min={0} max={most} value={value} onInput={event => set(event.currentTarget.value)} />
    </label>
  );
}

const text = signal('');

async function announce(): Promise<string> {
  const { heard } = await ask<{ heard: number }>('POST', '/api/admin/announce', { reason: reason.value, text: text.value });
  text.value = '';
  return w('heard', { n: heard });
}

export function Announce() {
  const may = checkRank(staff.value!.rank, 'announce');
  const why = may === OK ? checkReason(reason.value) : may;
  return (
    <section class="acts">
      <Reason />
      <label class="field reason">
        <span>{w('text')}</span>
        <input type="text" maxLength={300} value={text.value} onInput={event => (text.value = event.currentTarget.value)} />
      </label>
      <button
        type="button"
        class="button gold"
        aria-disabled={busy.value}
        disabled={why !== OK || !text.value.trim()}
        title={reasonText(why)}
        onClick={() => void doing(announce)}
      >
        {w('do.announce')}
      </button>
    </section>
  );
}
