// What nobody needs in the first moment of the world: the windows, and what one does with things in them. In one piece, fetched when the
// world is on the screen.
import { ItemActions } from './itemactions';
import { Tips } from './tips';
import { Windows } from './windows';

export function Later() {
  return (
    <>
      <Windows />
      <ItemActions />
      <Tips />
    </>
  );
}
