// Ability uses that the host queued since the last step: taken in the order they came, each answered by what happens or by OUT_REFUSED.
import * as L from './layout';
import { bodyId, COMMAND_BYTES, COMMANDS } from './memory';
import { stopCast, use } from './cast';
import { phases, tell } from './outcomes';
import { slotOf } from './ids';
import { isGhost } from './world';

@unmanaged @final
class Command {
  id: u32;
  target: u32;
  number: u32;
  ability: u32; // 0: break off the cast
}

let queued: i32 = 0;

export function clearCommands(): void {
  queued = 0;
}

/** Queues for the next step. OK, or NO_ROOM. */
export function queueUse(id: u32, ability: i32, target: u32, number: u32): i32 {
  if (queued >= L.MAX_COMMANDS) return L.NO_ROOM;
  const command = changetype<Command>(COMMANDS + <usize>queued * COMMAND_BYTES);
  command.id = id;
  command.target = target;
  command.number = number;
  command.ability = <u32>(ability & 255);
  queued++;
  return L.OK;
}

export function takeCommands(): void {
  for (let i = 0; i < queued; i++) {
    const command = changetype<Command>(COMMANDS + <usize>i * COMMAND_BYTES);
    const slot = slotOf(command.id);
    if (slot < 0 || isGhost(slot)) continue;
    if (command.ability == 0) {
      stopCast(slot, L.OK);
      continue;
    }
    const refusal = use(slot, command.ability, command.target);
    if (refusal != L.OK) tell(L.OUT_REFUSED, bodyId[slot], command.number, command.ability, refusal);
  }
  phases[L.PHASE_COMMANDS] = <f32>queued;
  queued = 0;
}
