// The choice of language, on the first page and on every page without the world.
import { type Language, settings } from '../settings';
import { LANGUAGES, t } from '../strings';

export function Languages() {
  return (
    <label>
      <span class="unseen">{t('landing.language')}</span>
      <select value={settings.language.value} onChange={event => (settings.language.value = event.currentTarget.value as Language)}>
        {(Object.keys(LANGUAGES) as Language[]).map(language => (
          <option key={language} value={language}>
            {LANGUAGES[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
