// The browser's own body: the same move() as the server's, on a body that only this screen owns.
import { ALL_BUTTONS, OWN_BYTES } from './layout';
import { BUFFER, WALKERS } from './memory';
import { isFinite32, wrapAngle } from './numbers';
import { move, Walker } from './move';

export const own = changetype<Walker>(WALKERS + OWN_BYTES);

export function ownReset(id: u32): void {
  memory.fill(changetype<usize>(own), 0, OWN_BYTES);
  own.id = id;
  own.speedCmS = 550;
}

/** Takes OWN_BYTES from the scratch area; numbers that are no numbers are refused and leave the body as it was. */
export function ownSet(): void {
  const given = changetype<Walker>(BUFFER);
  if (!isFinite32(given.x + given.y + given.z + given.vx + given.vy + given.vz)) return;
  memory.copy(changetype<usize>(own), BUFFER, OWN_BYTES);
}

export function ownMove(buttons: u32, yaw: f32): void {
  if (isFinite32(yaw)) move(own, buttons & ALL_BUTTONS, wrapAngle(yaw));
}
