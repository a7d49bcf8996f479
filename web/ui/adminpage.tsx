// /admin: the desk of those who look after the world, a page without the world behind it. In: /api/admin. Out: acts, each with a reason.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Person } from '../../src/shared/rules/staff';
import { ask } from '../net/ask';
import { Announce } from './adminacts';
import { doing, open, opened, said, sit, staff } from './admindesk';
import { OpenedPerson } from './adminperson';
import { Appeals, Audit, Reports } from './adminrecord';
import { w } from './adminwords';
import { LightPage, mountLightPage } from './lightpage';
import { Tabs } from './tabs';
import './css/admin.css';

const LEAVES = ['people', 'reports', 'appeals', 'audit', 'announce'] as const;
const leaf = signal<(typeof LEAVES)[number]>('people');
const found = signal<readonly Person[] | null>(null);

export const mountAdminPage = (root: HTMLElement): void => mountLightPage(root, Page);

function Page() {
  useEffect(() => void sit(), []);
  const who = staff.value;
  const rank = who ? <p class="rank">{w('rank', { rank: w(`rank.${who.rank}`) })}</p> : null;
  return (
    <LightPage kind="adminpage" title={w('page')} status={rank} isDesk>
      {who === null ? <p class="none">{w('no')}</p> : null}
      {who ? <Desk /> : null}
    </LightPage>
  );
}

function Desk() {
  return (
    <>
      <Tabs tabs={LEAVES} chosen={leaf.value} choose={next => (leaf.value = next)}>
        {each => w(`tab.${each}`)}
      </Tabs>
      <p role="status" class={said.value.wrong ? 'wrong' : 'good'}>
        {said.value.text}
      </p>
      <div class="desk" role="tabpanel" aria-label={w(`tab.${leaf.value}`)}>
        {leaf.value === 'people' ? <People /> : null}
        {leaf.value === 'reports' ? <Reports look={look} /> : null}
        {leaf.value === 'appeals' ? <Appeals look={look} /> : null}
        {leaf.value === 'audit' ? <Audit look={look} /> : null}
        {leaf.value === 'announce' ? <Announce /> : null}
      </div>
    </>
  );
}

/** From somewhere else on the desk. */
function look(account: string): void {
  leaf.value = 'people';
  found.value = null;
  show(account);
}

function show(account: string): void {
  void doing(async () => {
    await open(account);
    return '';
  });
}

async function find(text: string): Promise<string> {
  const { people } = await ask<{ people: Person[] }>('GET', `/api/admin/people?find=${encodeURIComponent(text)}`);
  found.value = people;
  opened.value = null;
  if (people.length === 1) await open(people[0].account);
  return '';
}

function People() {
  return (
    <>
      <form
        class="find"
        role="search"
        onSubmit={event => {
          event.preventDefault();
          const text = String(new FormData(event.currentTarget).get('find') ?? '');
          void doing(() => find(text));
        }}
      >
        <label class="field">
          <span>{w('find.label')}</span>
          <input type="text" name="find" required maxLength={64} autocomplete="off" />
        </label>
        <button type="submit" class="button gold">
          {w('find.go')}
        </button>
      </form>
      {found.value?.length === 0 ? <p class="quiet">{w('find.none')}</p> : null}
      {found.value && found.value.length > 1 ? <Found people={found.value} /> : null}
      {opened.value ? <OpenedPerson {...opened.value} /> : null}
    </>
  );
}

function Found({ people }: { people: readonly Person[] }) {
  return (
    <ul class="found">
      {people.map(({ account, rank, characters }) => (
        <li key={account}>
          <button type="button" aria-pressed={opened.value?.person.account === account} onClick={() => show(account)}>
            <b>{characters.map(({ name }) => name).join(', ') || account}</b> <small>{w(`rank.${rank}`)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
