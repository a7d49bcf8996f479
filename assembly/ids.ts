// Which slot an id names. Ids are unique in the whole world and keep to their bodies over every border, so a slot cannot be read out of one:
// a hash table of chains finds it (hash by multiplication, D. Knuth, "The Art of Computer Programming" 6.4). It is part of the state.
import * as L from './layout';
import { bodyId, ID_BITS, idHeads, idNext } from './memory';
import { head } from './world';

const SHIFT: u32 = 32 - ID_BITS;

@inline
function chainOf(id: u32): i32 {
  return <i32>((id * 0x9e3779b1) >> SHIFT);
}

/** The slot that `id` names, or -1 when it names nobody (any more). */
export function slotOf(id: u32): i32 {
  let slot = idHeads[chainOf(id)] - 1;
  while (slot >= 0 && bodyId[slot] != id) slot = idNext[slot] - 1;
  return slot;
}

/** Lets a slot go by an id that names nobody yet. */
export function giveId(slot: i32, id: u32): void {
  const chain = chainOf(id);
  bodyId[slot] = id;
  idNext[slot] = idHeads[chain];
  idHeads[chain] = slot + 1;
}

/** The slot's id names nobody any more. */
export function takeId(slot: i32): void {
  const chain = chainOf(bodyId[slot]);
  bodyId[slot] = 0;
  if (idHeads[chain] == slot + 1) {
    idHeads[chain] = idNext[slot];
    return;
  }
  let before = idHeads[chain] - 1;
  while (idNext[before] != slot + 1) before = idNext[before] - 1;
  idNext[before] = idNext[slot];
}

/** Bodies born from now on are numbered `region` << 24 | `serial` and upwards. */
export function issueIds(region: i32, serial: u32): void {
  head.idRegion = <u32>(region & 127);
  head.idSerial = serial & L.SERIAL_MASK;
}

/** The next id that nobody here has; serials begin again after the last. */
export function newId(): u32 {
  let serial: u32;
  let id: u32;
  do {
    serial = head.idSerial;
    head.idSerial = (serial + 1) & L.SERIAL_MASK;
    id = (head.idRegion << L.SERIAL_BITS) | serial;
  } while (serial == 0 || slotOf(id) >= 0);
  return id;
}
