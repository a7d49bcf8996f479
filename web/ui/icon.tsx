// One game icon. In: its name, in our sources with the mark "gi:" by which the build finds it, in content plain. Decorative: the button names itself.
import paths from 'virtual:icons';

export function Icon({ name }: { name: string }) {
  const path = paths[name.startsWith('gi:') ? name.slice(3) : name];
  return (
    <svg class="icon" viewBox="0 0 256 256" aria-hidden="true" focusable="false">
      <path d={path ?? ''} />
    </svg>
  );
}

export function hasIcon(name: string): boolean {
  return name in paths;
}
