// Choosing who to be: three slots, and name, covenant and look of the one in hand. In: characters. Out: create, edit, delete; plain words on refusal.
import { signal } from '@preact/signals';
import type { Covenant } from '../../src/shared/content/kinds';
import { COVENANTS } from '../../src/shared/content/kinds';
import { type Look, packLook, unpackLook } from '../../src/shared/content/looks';
import { CHARACTER_SLOTS } from '../../src/shared/protocol/limits';
import { commands } from '../commands';
import { type CharacterCard, characters, chosen } from '../state';
import { t } from '../strings';
import { CovenantChoice, Stepper, Swatches } from './choose';
import { Figure } from './figure';
import { Glyph } from './glyph';
import { CLOTH_SWATCHES, HAIR_SWATCHES, SKIN_SWATCHES } from './swatches';
import { Window } from './window';

export const chooserOpen = signal(false);

interface Draft {
  id: string; // '' = not created yet
  name: string;
  covenant: Covenant;
  look: Look;
}
const draft = signal<Draft | null>(null);
const words = signal<{ text: string; wrong: boolean }>({ text: '', wrong: false });
const asking = signal(false);
const busy = signal(false);

const roll = (kinds: number) => crypto.getRandomValues(new Uint32Array(1))[0] % kinds;

function surprise(): Look {
  const look = {
    skin: roll(8),
    hair: roll(8),
    hairColor: roll(14),
    shirt: roll(16),
    trousers: roll(16),
    body: roll(2),
    beard: 0,
    cape: 1,
    covenant: 0,
  };
  return unpackLook(packLook({ ...look, beard: look.body ? 0 : roll(2) }));
}

function draftOf(card: CharacterCard | undefined): Draft {
  if (card) return { id: card.id, name: card.name, covenant: card.covenant, look: unpackLook(card.look) };
  return { id: '', name: '', covenant: COVENANTS[roll(3)], look: surprise() };
}

export function openChooser(): void {
  pick(characters.value.find(card => card.id === chosen.value) ?? characters.value[0]);
  chooserOpen.value = true;
}

function pick(card: CharacterCard | undefined): void {
  draft.value = draftOf(card);
  words.value = { text: '', wrong: false };
  asking.value = false;
  if (card) chosen.value = card.id;
}

async function run(doing: Promise<string | null>, done: string): Promise<boolean> {
  busy.value = true;
  const refused = await doing;
  busy.value = false;
  words.value = { text: refused ?? done, wrong: refused !== null };
  return refused === null;
}

async function save(): Promise<void> {
  const { id, name, covenant, look } = draft.value!;
  const card = { name: name.trim(), covenant, look: packLook({ ...look, covenant: COVENANTS.indexOf(covenant) }) };
  const known = new Set(characters.value.map(each => each.id));
  const good = await run(id ? commands.editCharacter(id, card) : commands.createCharacter(card), t('chooser.saved'));
  const made = characters.value.find(each => (id ? each.id === id : !known.has(each.id)));
  if (!good || !made) return;
  chosen.value = made.id;
  draft.value = draftOf(made);
}

async function remove(): Promise<void> {
  if (await run(commands.deleteCharacter(draft.value!.id), '')) pick(characters.value[0]);
}

export function Chooser() {
  if (!chooserOpen.value || !draft.value) return null;
  return (
    <Window name="chooser" title={t('chooser.title')} modal close={() => (chooserOpen.value = false)}>
      <div class="body">
        <Slots />
        <Editor />
      </div>
    </Window>
  );
}

function Slots() {
  return (
    <ul class="slots3">
      {Array.from({ length: CHARACTER_SLOTS }, (_, i) => {
        const card = characters.value[i];
        const on = (card?.id ?? '') === draft.value!.id && (card !== undefined || i === characters.value.length);
        return (
          <li key={card?.id ?? i}>
            <button
              type="button"
              class={on ? 'on' : ''}
              aria-pressed={on}
              disabled={!card && i > characters.value.length}
              onClick={() => pick(card)}
            >
              {card ? (
                <Figure look={card.look} />
              ) : (
                <span class="plus" aria-hidden="true">
                  +
                </span>
              )}
              <span>
                <b>{card?.name ?? t('chooser.empty')}</b>
                <small>
                  {card ? (
                    <>
                      <Glyph covenant={card.covenant} /> {t('chooser.level', { n: card.level })}
                    </>
                  ) : (
                    t('chooser.slot', { n: i + 1 })
                  )}
                </small>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Editor() {
  const { id, name, covenant, look } = draft.value!;
  const change = (part: Partial<Draft>) => (draft.value = { ...draft.value!, ...part });
  const dress = (part: Partial<Look>) => change({ look: { ...look, ...part } });
  return (
    <form
      class="editor"
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      <div class={`stand ${covenant}`}>
        <Figure look={packLook({ ...look, covenant: COVENANTS.indexOf(covenant) })} />
        <button type="button" class="button small" onClick={() => change({ look: surprise() })}>
          {t('chooser.surprise')}
        </button>
      </div>
      <div class="traits">
        <label class="field">
          <span>{t('chooser.name')}</span>
          <input
            type="text"
            required
            minLength={3}
            maxLength={16}
            autocomplete="nickname"
            aria-describedby="name-hint"
            value={name}
            onInput={event => change({ name: event.currentTarget.value })}
          />
          <small id="name-hint" class="quiet">
            {t('chooser.nameHint')}
          </small>
        </label>
        <CovenantChoice value={covenant} change={next => change({ covenant: next })} />
        <div class="steppers">
          <Stepper
            label={t('chooser.body')}
            value={look.body}
            kinds={2}
            name={t(look.body ? 'chooser.body.1' : 'chooser.body.0')}
            change={body => dress({ body })}
          />
          <Stepper label={t('chooser.hair')} value={look.hair} kinds={8} change={hair => dress({ hair })} />
          <label class="tick">
            <input type="checkbox" checked={look.beard === 1} onChange={() => dress({ beard: 1 - look.beard })} />{' '}
            {t('chooser.beard')}
          </label>
          <label class="tick">
            <input type="checkbox" checked={look.cape === 1} onChange={() => dress({ cape: 1 - look.cape })} /> {t('chooser.cape')}
          </label>
        </div>
        <Swatches label={t('chooser.skin')} value={look.skin} colors={SKIN_SWATCHES} change={skin => dress({ skin })} />
        <Swatches
          label={t('chooser.hairColor')}
          value={look.hairColor}
          colors={HAIR_SWATCHES}
          change={hairColor => dress({ hairColor })}
        />
        <Swatches label={t('chooser.shirt')} value={look.shirt} colors={CLOTH_SWATCHES} change={shirt => dress({ shirt })} />
        <Swatches
          label={t('chooser.trousers')}
          value={look.trousers}
          colors={CLOTH_SWATCHES}
          change={trousers => dress({ trousers })}
        />
        <p role="status" class={words.value.wrong ? 'wrong' : 'quiet'}>
          {words.value.text}
        </p>
        <div class="row">
          <button type="submit" class="button gold" disabled={busy.value}>
            {t(id ? 'chooser.save' : 'chooser.create')}
          </button>
          {id ? <Deleting name={name} /> : null}
        </div>
      </div>
    </form>
  );
}

function Deleting({ name }: { name: string }) {
  if (!asking.value) {
    return (
      <button type="button" class="button bad" onClick={() => (asking.value = true)}>
        {t('chooser.delete')}
      </button>
    );
  }
  return (
    <span class="row" role="group" aria-label={t('chooser.deleteSure', { name })}>
      <b>{t('chooser.deleteSure', { name })}</b>
      <button type="button" class="button small" onClick={() => (asking.value = false)}>
        {t('chooser.deleteNo')}
      </button>
      <button type="button" class="button bad small" disabled={busy.value} onClick={() => void remove()}>
        {t('chooser.deleteYes')}
      </button>
    </span>
  );
}
