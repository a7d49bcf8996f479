// What part of the world the sheet of the map shows, and whom it keeps in the middle. In: steps, zoom, whom to follow; me and the party. Out: middle and
// width in metres.
import { signal } from '@preact/signals';
import { REGION_SIZE_M, WORLD_SIZE_M } from '../../assembly/layout';
import { MATE_GONE } from '../../src/shared/protocol/messages';
import { boundsOfPlace, isApart, placeNumbered } from '../places';
import { mates, me, party } from '../state';

export const NEAREST_M = 180;
export const WORLD_M = WORLD_SIZE_M * 1.04;
const PLACE_M = REGION_SIZE_M * 1.1;
/** Zooming by key, button or a notch of the wheel. */
export const ZOOM = 1.32;

/** Who is followed when it is nobody of the party. */
const ME = 'me';
const NOBODY = '';

/** Middle and metres across the shorter side. `follow`: who stays in the middle: oneself, the character of that id, or nobody. */
interface View {
  x: number;
  z: number;
  across: number;
  follow: string;
}
/** Stays while the panel is closed. */
export const view = signal<View>({ x: 0, z: 0, across: PLACE_M, follow: ME });
export const isOnMe = (): boolean => view.value.follow === ME;

export function showWorld(): void {
  view.value = { x: WORLD_SIZE_M / 2, z: WORLD_SIZE_M / 2, across: WORLD_M, follow: NOBODY };
}
export function showPlace(x: number, z: number): void {
  view.value = { x, z, across: PLACE_M, follow: NOBODY };
}
export const showMe = (): void => follow(ME);
export const showMember = (character: string): void => follow(character);
function follow(who: string): void {
  view.value = { ...view.value, across: Math.min(view.value.across, PLACE_M), follow: who };
}

/** Where a member of the party is: to the metre in the same region, else in the middle of his place; null: nowhere on this map. */
export function whereIs(character: string): { x: number; z: number } | null {
  const index = party.value.members.findIndex(member => member.character === character);
  const mate = mates.value.get(index);
  if (mate) return mate;
  const member = party.value.members[index];
  const place = member && member.state !== MATE_GONE ? placeNumbered(member.place) : undefined;
  if (!place || isApart(place)) return null;
  const { west, north, east, south } = boundsOfPlace(place);
  return { x: (west + east) / 2, z: (north + south) / 2 };
}

/** The view, with whom it follows in the middle, and no farther out than the sheet of paper. */
export function seen(): View {
  const { x, z, across, follow } = view.value;
  const at = (follow === ME ? me.peek() : follow && whereIs(follow)) || { x, z };
  const rim = WORLD_SIZE_M / 2 - Math.min(across, WORLD_SIZE_M) / 2;
  const within = (value: number) => Math.max(WORLD_SIZE_M / 2 - rim, Math.min(WORLD_SIZE_M / 2 + rim, value));
  return { x: within(at.x), z: within(at.z), across, follow };
}

export function zoomTo(across: number, x?: number, z?: number): void {
  const now = seen();
  const next = Math.max(NEAREST_M, Math.min(WORLD_M, across));
  const share = 1 - next / now.across;
  const follow = x === undefined ? now.follow : NOBODY;
  view.value = { x: now.x + ((x ?? now.x) - now.x) * share, z: now.z + ((z ?? now.z) - now.z) * share, across: next, follow };
}

export function pan(dx: number, dz: number): void {
  const now = seen();
  view.value = { ...now, x: now.x + dx, z: now.z + dz, follow: NOBODY };
}
