// From one world into another: the world, and the dungeons beside it (places.ts worldOf). In: where the region sends us, and where we arrived.
// Out: the renderer turned to that world, and a veil over the screen for as long as it takes.
import { arenaOf, dungeonOf, placeOf } from '../../src/shared/content';
import { worldOf } from '../places';
import { placeText } from '../placetext';
import { gate, happening, run, veil } from '../state';
import type { Stage } from './stage';

const LONGEST_CROSSING_MS = 12_000;
const AT_DOOR_M = 6;

export class Worlds {
  /** The one that is shown. */
  private world = '';
  private entering = false;

  constructor(private readonly stage: Stage) {
    stage.session.on('cross', ({ region }) => {
      if (worldOf(region) === worldOf(stage.session.region)) return;
      drawVeil(region);
      // Should nobody take us in there, the screen says what became of the connection.
      setTimeout(() => this.lift(), LONGEST_CROSSING_MS);
    });
  }

  /** A region took us in. */
  arrive(region: string): void {
    const world = worldOf(region);
    if (!world) run.value = null;
    if (world === this.world) {
      this.lift();
      return;
    }
    this.world = world;
    this.entering = true;
    const { session, renderer, camera } = this.stage;
    drawVeil(region);
    happening.value = null;
    const at = () => (session.inWorld && !session.border.underWay ? session.predictor.drawn : null);
    renderer
      .enter(world, at)
      .catch(failed => console.error(`the world of ${region} is not shown`, failed))
      .then(() => {
        if (this.world !== world) return;
        this.entering = false;
        this.lookIn(region);
        // The eye does not fly there from where it was.
        camera.change(true);
        this.lift();
      });
  }

  /** Whoever comes in looks to where it goes on, whoever comes out has the gate behind him. */
  private lookIn(region: string): void {
    const { camera, session } = this.stage;
    const { x, z } = session.predictor.drawn;
    const spawns = (dungeonOf(region) ?? arenaOf(region))?.place.spawns;
    const door = spawns?.find(spawn => Math.hypot(spawn.x - x, spawn.z - z) < AT_DOOR_M);
    if (door) camera.yaw = door.yaw;
    else if (!spawns) camera.yaw = Math.PI;
  }

  private lift(): void {
    if (!this.entering) veil.value = null;
  }
}

/** What is being entered, in big letters over whatever is on the screen. */
function drawVeil(region: string): void {
  gate.value = null;
  const into = placeOf(region);
  if (into) veil.value = { title: into.name, text: (dungeonOf(region) ?? arenaOf(region))?.text ?? placeText(into) };
}
