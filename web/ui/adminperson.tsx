// One account as the staff sees it: its characters, what may be done to it, and what was.

import type { BanLine } from '../../src/shared/rules/staff';
import { PersonActs } from './adminacts';
import type { Opened } from './admindesk';
import { AuditTable } from './adminrecord';
import { w } from './adminwords';
import { whenText } from './words';

export function OpenedPerson({ person, bans, audit }: Opened) {
  const { account, rank, characters, sessions, created_ms, muted_until_ms, isBanned } = person;
  return (
    <article aria-label={account}>
      <header class="person">
        <h2>{characters.map(({ name }) => name).join(', ') || account}</h2>
        <p>
          <code>{account}</code> · {w(`rank.${rank}`)} · {w('since', { when: whenText(created_ms) })} ·{' '}
          {w('sessions', { n: sessions })}
        </p>
        {isBanned ? <strong class="wrong">{w('banned')}</strong> : null}
        {muted_until_ms > Date.now() ? <strong class="wrong">{w('muted', { when: whenText(muted_until_ms) })}</strong> : null}
      </header>
      <ul class="characters">
        {characters.map(({ id, name, level, region, isOut, gold }) => (
          <li key={id}>
            <b>{name}</b> {w('level', { n: level })} · {w('gold', { n: gold })} · {w(isOut ? 'inworld' : 'away', { region })} ·{' '}
            <code>{id}</code>
          </li>
        ))}
      </ul>
      <PersonActs person={person} />
      {bans.length ? <Bans bans={bans} /> : null}
      <h3>{w('past')}</h3>
      <AuditTable lines={audit} />
    </article>
  );
}

function Bans({ bans }: { bans: readonly BanLine[] }) {
  return (
    <>
      <h3>{w('bans')}</h3>
      <ul class="bans">
        {bans.map(({ id, reason, at_ms, until_ms, lifted_ms, appeal }) => (
          <li key={id}>
            {whenText(at_ms)}, {until_ms ? w('until', { when: whenText(until_ms) }) : w('forever')}: <b>{reason}</b>{' '}
            <em>{lifted_ms ? w('lifted', { when: whenText(lifted_ms) }) : w('holds')}</em>
            {appeal ? <blockquote>{w('says', { text: appeal })}</blockquote> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
