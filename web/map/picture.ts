// The picture of the world for minimap and map: drawn once per page, in a worker, when somebody first wants to see it. Out: a signal.
import { signal } from '@preact/signals';

/** North up. `full`: pixels are metres; `half`: for looks from afar. */
export interface WorldPicture {
  full: ImageBitmap;
  half: ImageBitmap;
}
/** null while it is being drawn. */
export const worldPicture = signal<WorldPicture | null>(null);
let begun = false;

export function wantPicture(): void {
  if (begun) return;
  begun = true;
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = (event: MessageEvent<WorldPicture>) => {
    worldPicture.value = event.data;
    worker.terminate();
  };
  worker.onerror = failed => {
    console.warn('the map could not be drawn', failed.message);
    worker.terminate();
    // Whoever looks next tries again.
    begun = false;
  };
  worker.postMessage(null);
}
