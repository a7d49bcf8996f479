// How the region does, told to all once a second: for the connection mark and the debug overlay. In: clock and phase times. Out: pulse.

import { TICKS_PER_SECOND } from '../../../assembly/layout';
import { Writer } from '../../shared/protocol/codec';
import { put, S2C } from '../../shared/protocol/messages';
import type { World } from '../world';

/** As many as the message has room for. */
const MOST_PHASES = 24;
/** Running means of some seconds: told oftener, they would be a fiftieth of all that is sent where little happens. */
const PHASES_TICKS = 5 * TICKS_PER_SECOND;
const shared = new Writer(64);

export function tellPulse(world: World): void {
  if (!world.onTheSecond) return;
  const { pulse, sessions } = world.footing;
  const phases = world.turnOf(0, PHASES_TICKS) ? [...pulse.phases_ms.values()].slice(0, MOST_PHASES) : [];
  shared.length = 0;
  put(shared, S2C.pulse, {
    players: sessions.size,
    tickMs: hundredths(pulse.gap_ms(0.5)),
    tickP99: hundredths(pulse.gap_ms(0.99)),
    strain: pulse.strain,
    phases: phases.map(hundredths),
  });
  const bytes = shared.bytes.subarray(0, shared.length);
  for (const session of sessions) if (session.state === 'playing') session.soon.put(bytes);
}

function hundredths(ms: number): number {
  return Math.min(0xffff, Math.round(ms * 100));
}
