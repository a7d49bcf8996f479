// What a click on the thing under the mouse would do, in a word beside the pointer. In: hoverWord.
import { dialogue, hoverWord } from '../state';

export function HoverWord() {
  const shown = hoverWord.value;
  if (!shown || dialogue.value) return null;
  return (
    <p class="hoverword" aria-hidden="true" style={{ left: `${shown.x}px`, top: `${shown.y}px` }}>
      {shown.text}
    </p>
  );
}
