// What somebody is there for, as a sign with its word. In: a role.
import type { Role } from '../../src/shared/content/kinds';
import { t } from '../strings';
import { Icon } from './icon';

const ICONS: Readonly<Record<Role, string>> = { tank: 'gi:round-shield', healer: 'gi:spark-spirit', damage: 'gi:crossed-swords' };

export function RoleMark({ role, word = false }: { role: Role; word?: boolean }) {
  return (
    <span class={`rolemark ${role}`} title={t(`roles.${role}`)}>
      <Icon name={ICONS[role]} />
      <span class={word ? '' : 'unseen'}>{t(`roles.${role}`)}</span>
    </span>
  );
}
