// Tidings: how the world stands, as far as quests ask for it. In: the hour, the front as the realm told it (and as it has moved since by its
// own rules), how this place's camps have grown. Out: what is on offer, for the rules; told to each player when it changes for him.
import { hourOf } from '../../shared/clock';
import { PLACES } from '../../shared/content';
import { type Body, S2C } from '../../shared/protocol/messages';
import { dayEnds_ms, dayOf } from '../../shared/rules/days';
import { advance, BOARD, HOUR_MS } from '../../shared/rules/front';
import { type World as Known, type Standing, standing, tidingsOf } from '../../shared/rules/standing';
import type { Player } from '../player';
import type { World } from '../world';
import { grownNow } from './camps';

const LOOK_TICKS = 100;
/** The realm is asked anew this often while somebody plays: what players do to the front is known only there. */
const ASK_TICKS = 10 * 60 * 20;

interface Tidings {
  body: Body<typeof S2C.tidings>;
  text: string;
}

const numbers = new Map(PLACES.map(place => [place.key, place.number]));

export function standingFor(world: World, { character }: Player): Standing {
  return standing(dayOf(world.now_ms), new Set(tidingsOf(known(world), character.covenant).open));
}

function known(world: World): Known {
  const { place, now_ms } = world;
  return {
    hour: hourOf(now_ms),
    front: world.front && advance(BOARD, world.front, Math.floor(now_ms / HOUR_MS)),
    placeNumber: key => numbers.get(key) ?? -1,
    grown: (key, camp) => {
      const index = place.key === key ? place.camps.findIndex(each => each.key === camp) : -1;
      return index < 0 ? 0 : grownNow(world, index);
    },
  };
}

export function tellTidings(world: World): void {
  if (!world.players.size) return;
  if (world.turnOf(0, world.front ? ASK_TICKS : LOOK_TICKS)) askFront(world);
  const isDue = world.turnOf(0, LOOK_TICKS);
  const byCovenant = new Map<number, Tidings>();
  for (const player of world.players.values()) {
    if (!player.playing || (player.tidingsTold && !isDue)) continue;
    const { body, text } = tidingsFor(world, player.character.covenant, byCovenant);
    if (text === player.tidingsTold) continue;
    player.tidingsTold = text;
    player.soon(S2C.tidings, body);
  }
}

/** The same for all of a covenant: made once in a turn. */
function tidingsFor(world: World, covenant: number, made: Map<number, Tidings>): Tidings {
  let tidings = made.get(covenant);
  if (!tidings) {
    const day = dayOf(world.now_ms);
    const body = { day, ends: dayEnds_ms(day), ...tidingsOf(known(world), covenant) };
    tidings = { body, text: JSON.stringify(body) };
    made.set(covenant, tidings);
  }
  return tidings;
}

function askFront(world: World): void {
  world.footing.front().then(
    front => {
      world.front = front;
    },
    error => {
      world.counters.count('realm.away');
      console.warn({ event: 'front_unknown', region: world.footing.region, error: String(error) });
    },
  );
}
