// The settings, in six leaves. In and out: web/settings.ts; every change holds at once and is kept.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Language, resetSettings, settings } from '../settings';
import { account, panels } from '../state';
import { LANGUAGES, t } from '../strings';
import { Glyph } from './glyph';
import { KeySettings } from './keysettings';
import { Choice, Slider, Switch } from './options';
import { Tabs } from './tabs';
import { Window } from './window';

const LEAVES = ['view', 'sound', 'control', 'keys', 'access', 'account'] as const;
type Leaf = (typeof LEAVES)[number];
const leaf = signal<Leaf>('view');

export function SettingsPanel() {
  return (
    <Window name="settings" title={t('settings.title')} modal close={closeSettings}>
      <Tabs tabs={LEAVES} chosen={leaf.value} choose={next => (leaf.value = next)}>
        {each => t(`settings.tab.${each}`)}
      </Tabs>
      <div class="leaf" role="tabpanel" aria-label={t(`settings.tab.${leaf.value}`)}>
        {leaf.value === 'view' ? <ViewLeaf /> : null}
        {leaf.value === 'sound' ? <SoundLeaf /> : null}
        {leaf.value === 'control' ? <ControlLeaf /> : null}
        {leaf.value === 'keys' ? <KeySettings /> : null}
        {leaf.value === 'access' ? <AccessLeaf /> : null}
        {leaf.value === 'account' ? <Account /> : null}
      </div>
      <div class="foot">
        <p class="quiet">{t('settings.kept')}</p>
        <button type="button" class="button small" onClick={resetSettings}>
          {t('settings.reset')}
        </button>
      </div>
    </Window>
  );
}

const AccountLeaf = signal<ComponentType | null>(null);

/** Passkeys bring a library along: fetched by those who look at their account. */
function Account() {
  useEffect(() => {
    import('./account').then(
      loaded => {
        AccountLeaf.value = loaded.AccountLeaf;
      },
      failed => console.error('the account page did not load', failed),
    );
  }, []);
  const Leaf = AccountLeaf.value;
  return Leaf ? <Leaf /> : null;
}

export function openAccount(): void {
  leaf.value = 'account';
  panels.value = new Set([...panels.value, 'settings']);
}

/** Also open on the landing page, where no game is there to close it. */
function closeSettings(): void {
  const rest = new Set(panels.value);
  rest.delete('settings');
  panels.value = rest;
}

function ViewLeaf() {
  return (
    <>
      <Choice
        name="language"
        choices={(Object.keys(LANGUAGES) as Language[]).map(each => [each, { plain: LANGUAGES[each] }] as const)}
      />
      <Choice
        name="tier"
        choices={[
          ['auto', 'settings.tier.auto'],
          ['low', 'settings.tier.low'],
          ['medium', 'settings.tier.medium'],
          ['high', 'settings.tier.high'],
        ]}
      />
      <Slider name="fov" unit="settings.degrees" step={1} />
      <Switch name="names" />
      <Switch name="mild" />
      <Switch name="floating" />
      <Switch name="showFps" />
      <Switch name="hints" />
      <Switch name="guide" />
      {settings.hintsDone.value[account.value]?.length ? (
        <button type="button" class="button small" onClick={hintsAgain}>
          {t('settings.hintsAgain')}
        </button>
      ) : null}
    </>
  );
}

function hintsAgain(): void {
  settings.hintsDone.value = { ...settings.hintsDone.peek(), [account.peek()]: [] };
  settings.hints.value = true;
}

function SoundLeaf() {
  return (
    <>
      <Slider name="volume" />
      <Slider name="effects" />
      <Slider name="ambience" />
      <Slider name="interface" />
      <Slider name="music" />
      <Switch name="captions" />
    </>
  );
}

function ControlLeaf() {
  const ways = [
    ['hold', 'settings.hold'],
    ['toggle', 'settings.toggle'],
  ] as const;
  return (
    <>
      <Slider name="sensitivity" />
      <Switch name="invert" />
      <Choice name="sprint" choices={ways} />
      <Choice name="aim" choices={ways} />
      <Switch name="autoLoot" />
    </>
  );
}

function AccessLeaf() {
  return (
    <>
      <Slider name="uiScale" />
      <Slider name="textSize" />
      <Choice
        name="font"
        choices={[
          ['nunito', 'settings.font.nunito'],
          ['atkinson', 'settings.font.atkinson'],
        ]}
      />
      <Choice
        name="palette"
        choices={[
          ['default', 'settings.palette.default'],
          ['deutan', 'settings.palette.deutan'],
          ['tritan', 'settings.palette.tritan'],
        ]}
      />
      <PaletteSample />
      <Choice
        name="motion"
        choices={[
          ['system', 'settings.motion.system'],
          ['reduced', 'settings.motion.reduced'],
          ['full', 'settings.motion.full'],
        ]}
      />
      <Slider name="shake" />
      <Switch name="flashes" />
      <Switch name="outlines" />
      <Choice
        name="spoken"
        choices={[
          ['whispers', 'settings.spoken.whispers'],
          ['all', 'settings.spoken.all'],
          ['none', 'settings.spoken.none'],
        ]}
      />
      <Switch name="captions" />
    </>
  );
}

/** The colours that carry meaning, each with the shape that says the same. */
function PaletteSample() {
  return (
    <p class="palette-sample">
      <span class="azure">
        <Glyph covenant="azure" /> {t('covenant.azure')}
      </span>
      <span class="ember">
        <Glyph covenant="ember" /> {t('covenant.ember')}
      </span>
      <span class="violet">
        <Glyph covenant="violet" /> {t('covenant.violet')}
      </span>
      <span class="foe">
        <Glyph shape="triangle" /> {t('map.foe')}
      </span>
      <span class="friend">
        <Glyph shape="disc" /> {t('map.ally')}
      </span>
    </p>
  );
}
