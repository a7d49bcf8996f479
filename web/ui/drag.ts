// Moving a window by its title bar. In: pointer events. Out: an offset per window name, kept while the page lives; never off the screen.
const places = new Map<string, { x: number; y: number }>();

export function windowPlace(name: string): Record<string, string> | undefined {
  const place = places.get(name);
  return place && { translate: `${place.x}px ${place.y}px` };
}

export function startDrag(event: PointerEvent, name: string, box: HTMLElement | null): void {
  if (!box || event.button !== 0 || (event.target as HTMLElement).closest('button')) return;
  const from = places.get(name) ?? { x: 0, y: 0 };
  const rect = box.getBoundingClientRect();
  const bar = event.currentTarget as HTMLElement;
  bar.setPointerCapture(event.pointerId);
  const move = (to: PointerEvent) => {
    const dx = Math.max(-rect.left, Math.min(innerWidth - rect.right, to.clientX - event.clientX));
    const dy = Math.max(-rect.top, Math.min(innerHeight - rect.top - 40, to.clientY - event.clientY));
    const place = { x: from.x + dx, y: from.y + dy };
    places.set(name, place);
    box.style.translate = `${place.x}px ${place.y}px`;
  };
  bar.addEventListener('pointermove', move);
  bar.addEventListener('lostpointercapture', () => bar.removeEventListener('pointermove', move), { once: true });
}
