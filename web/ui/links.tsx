// A line's text as it is read: links to things, quests and places, phrases in the reader's own language, foul words covered if he likes. And the other
// way round: links put into the line that is typed, shown by name until it is sent.
import { items, poiOf, quests } from '../../src/shared/content';
import { phraseOf } from '../../src/shared/content/phrases';
import { type LinkKind, linkTo, type Part, partsOf } from '../../src/shared/rules/links';
import { mild } from '../../src/shared/rules/mild';
import { settings } from '../settings';
import { chatDraft, chatOpen, panels, screen } from '../state';
import { t } from '../strings';
import { hideTip, showTip } from './tip';

/** What a link is called; '' for what does not exist. */
export function linkName(kind: LinkKind, of: number): string {
  if (kind === 'item') return items.get(of)?.name ?? '';
  if (kind === 'quest') return quests.get(of)?.name ?? '';
  if (kind === 'place') return poiOf(of)?.poi.name ?? '';
  const phrase = phraseOf(of);
  return phrase ? t(`phrase.${phrase}`) : '';
}

const shown = (text: string): string => (settings.mild.value ? mild(text) : text);

/** Without anything to click: for banners and for those who listen. */
export const plainText = (text: string): string =>
  partsOf(text)
    .map(part => ('text' in part ? shown(part.text) : linkName(part.link, part.of)))
    .join('');

/** `raw`: one's own words, as they are. */
export function LineText({ text, raw = false }: { text: string; raw?: boolean }) {
  return (
    <>
      {partsOf(text).map((part, i) => (
        <Piece key={i} part={part} raw={raw} />
      ))}
    </>
  );
}

function Piece({ part, raw }: { part: Part; raw: boolean }) {
  if ('text' in part) return <>{raw ? part.text : shown(part.text)}</>;
  const name = linkName(part.link, part.of);
  if (part.link === 'phrase') return <q class="phrase">{name}</q>;
  if (part.link === 'item') return <ItemLink of={part.of} name={name} />;
  // The page that only chats has no map to show it on.
  if (part.link === 'quest' || screen.value !== 'play') return <b class="link quest">[{name}]</b>;
  return (
    <button type="button" class="link place" onClick={() => goTo(part.of)}>
      [{name}]
    </button>
  );
}

function ItemLink({ of, name }: { of: number; name: string }) {
  const tell = (event: { currentTarget: EventTarget }) => showTip(event.currentTarget as HTMLElement, { kind: of });
  return (
    <button
      type="button"
      class={`link rarity-${items.get(of)?.rarity ?? 'common'}`}
      onPointerEnter={tell}
      onPointerLeave={hideTip}
      onFocus={tell}
      onBlur={hideTip}
    >
      [{name}]
    </button>
  );
}

/** The map, with that place in its middle. */
function goTo(place: number): void {
  const poi = poiOf(place)?.poi;
  if (!poi) return;
  import('./mapview').then(
    ({ showPlace }) => {
      showPlace(poi.x, poi.z);
      panels.value = new Set([...panels.value, 'map']);
    },
    failed => console.error('the map did not load', failed),
  );
}

// ---- into the line that is typed ----

/** Links of the line being typed, by the name that stands for them. */
const typed = new Map<string, string>();

export function linkInChat(kind: LinkKind, of: number): void {
  const label = `[${linkName(kind, of)}]`;
  typed.set(label, linkTo(kind, of));
  chatDraft.value = `${label} `;
  chatOpen.value = true;
}

/** The line as it is sent. */
export function withLinks(text: string): string {
  let line = text;
  for (const [label, link] of typed) line = line.replaceAll(label, link);
  typed.clear();
  return line;
}
