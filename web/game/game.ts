// The running game on one screen: every part of it, wired once. frame.ts calls it phase by phase; main.ts makes it when the world is built.
import { FLAG_AIRBORNE, FLAG_DEAD, FLAG_MOUNTED, FLAG_SWIMMING, TICK_MS } from '../../assembly/layout';
import { isNight } from '../../src/shared/clock';
import { placeOf } from '../../src/shared/content';
import type { Place } from '../../src/shared/content/kinds';
import { TALK_RANGE_M } from '../../src/shared/protocol/limits';
import { DUEL_RADIUS_M } from '../../src/shared/rules/duels';
import type { Ears } from '../audio/ears';
import { Steps } from '../audio/steps';
import { Facts } from '../debug/facts';
import { Adventurer } from '../input/adventurer';
import { BodyKeys } from '../input/body';
import { Commander } from '../input/commander';
import { Pad } from '../input/gamepad';
import { Keys } from '../input/keys';
import { Modes } from '../input/modes';
import { Orders } from '../input/orders';
import { Pointer } from '../input/pointer';
import { Touch } from '../input/touch';
import { Warfront } from '../input/warfront';
import type { Arrival, Session } from '../net/session';
import type { FrameView } from '../render/contract';
import { reducedMotion, settings } from '../settings';
import {
  chatDraft,
  chatOpen,
  duel,
  fighting,
  ground,
  guide,
  mode,
  panels,
  place,
  screen,
  selected,
  weapon,
  weather,
} from '../state';
import { reasonText, t } from '../strings';
import { mindDialogue, mindGate, mindWaystone, togglePanel, type WorldCommands, worldCommands } from './asked';
import { Band } from './band';
import { Banners } from './banners';
import type { Built } from './build';
import { CameraMan } from './camera';
import type { Cores } from './cores';
import { Fight } from './fight';
import { firstView, NOBODY } from './firstview';
import { Heeds } from './heeds';
import { Interact } from './interact';
import { Lead } from './lead';
import { Outcomes } from './outcomes';
import { caption, refuse } from './passing';
import { People } from './people';
import { receive, settleIn } from './receive';
import { Seldom } from './seldom';
import { ownBody, type Stage } from './stage';
import { Talk } from './talk';
import { Targets } from './targets';
import { Thunder } from './thunder';
import { waterNear } from './water';
import { Waymarks } from './waymarks';
import { WayFinder } from './ways';
import { Whereabouts } from './whereabouts';
import { Worlds } from './worlds';

/** Who is so far away from one frame to the next has not walked. */
const JOURNEY_M = 40;

export class Game {
  readonly stage: Stage;
  readonly modes: Modes;
  readonly targets: Targets;
  readonly fight: Fight;
  readonly facts: Facts;
  readonly commands: WorldCommands;
  private readonly people: People;
  private readonly heeds: Heeds;
  private readonly waymarks: Waymarks;
  private readonly band: Band;
  private readonly banners: Banners;
  private readonly interact: Interact;
  private readonly where: Whereabouts;
  private readonly lead: Lead;
  private readonly steps: Steps;
  private readonly thunder = new Thunder();
  private readonly pad: Pad;
  private readonly adventurer: Adventurer;
  private readonly commander: Commander;
  private readonly cores: Cores;
  private readonly view: FrameView;
  private readonly worlds: Worlds;
  private orbit_s = 0;
  readonly seldom = new Seldom();

  constructor(built: Built, session: Session, canvas: HTMLCanvasElement, ears: Ears) {
    const { sim, renderer } = built;
    this.cores = built.cores;
    place.value = built.place;
    const land = () => session.sim ?? sim;
    const stage: Stage = {
      get sim() {
        return land();
      },
      get place() {
        return place.peek();
      },
      renderer,
      session,
      canvas,
      ears,
      camera: new CameraMan(land),
      keys: new Keys(window),
      pointer: new Pointer(canvas),
      held: { buttons: 0, yaw: 0, pitch: 0 },
    };
    this.stage = stage;
    this.people = new People(stage);
    this.targets = new Targets(stage, this.people);
    this.fight = new Fight(stage, this.targets);
    this.interact = new Interact(stage);
    this.where = new Whereabouts(stage, this.interact);
    this.lead = new Lead(stage);
    this.steps = new Steps(stage);
    this.facts = new Facts(stage);
    const talk = new Talk(session, () => session.known.welcome?.name ?? '');
    const body = new BodyKeys(stage.keys);
    const no = (reason: number) => this.refuse(reason);
    this.fight.onRefusal = no;
    this.interact.onRefusal = no;
    const useItem = (item: string) => this.commands.useItem(item);
    this.adventurer = new Adventurer(stage, body, this.targets, this.fight, this.interact, useItem);
    const warfront = new Warfront(stage, body, this.fight, this.interact);
    this.commander = new Commander(
      stage,
      new Orders(waysIn(stage)),
      this.targets,
      this.fight,
      () => refuse(t('order.stuck')),
      body.stick,
    );
    const { adventurer, commander } = this;
    this.modes = new Modes(stage, { adventurer, warfront, commander }, () => this.letGo());
    this.modes.onMenu = () => togglePanel('menu');
    this.modes.onPanel = togglePanel;
    this.modes.onChat = start => {
      chatDraft.value = start;
      chatOpen.value = true;
    };
    warfront.onShot = ability => ears.play(ability === 11 ? 'shot' : 'bow', 1, 0);
    warfront.onLockLost = () => {
      if (screen.value === 'play' && !panels.value.has('menu')) togglePanel('menu');
    };
    const touch = new Touch(stage, body, { adventurer, warfront, commander });
    // A finger drags the ground along, a stick points where to.
    this.pad = new Pad(stage.keys, body, (dx, dy) =>
      mode.value === 'commander' ? commander.dragGround(-dx, -dy) : touch.look(dx, dy, 0),
    );
    const { modes, targets, fight, interact } = this;
    this.commands = worldCommands({ stage, modes, targets, fight, interact, talk, touch, commander });
    let open = 0;
    panels.subscribe(now => {
      if (now.size !== open) ears.play(now.size > open ? 'open' : 'close', 0.5, 0);
      open = now.size;
    });
    this.heeds = new Heeds(session);
    new Outcomes(stage, this.people, this.targets, this.heeds);
    receive(stage, this.people);
    session.onArrive = how => {
      built.cores.standIn(session.region);
      this.arrive(how);
    };
    this.worlds = new Worlds(stage);
    this.waymarks = new Waymarks(stage);
    this.band = new Band(stage);
    this.banners = new Banners(session);
    this.modes.onPoint = () => this.band.point();
    this.view = firstView(stage, this.interact.spentNodes, this.heeds.bits, this.waymarks.rings);
  }

  // ---- the phases of a frame, in the order of frame.ts ----

  hands(dt_s: number, now_ms: number): void {
    if (screen.value !== 'play') return;
    this.pad.frame(dt_s);
    this.fight.frame(now_ms);
    this.modes.view.frame(dt_s, now_ms);
    this.stage.keys.seen();
  }

  turn(dt_s: number): void {
    const { session, held, camera } = this.stage;
    const { drawn } = session.predictor;
    const { x, z } = drawn;
    session.update(dt_s * 1000, held);
    if (Math.hypot(drawn.x - x, drawn.z - z) < JOURNEY_M) return;
    // By waystone or from the dead: the eye is there at once, it does not fly over half the world.
    camera.change(true);
    if (mode.value === 'commander') this.commander.lookAt(drawn.x, drawn.z);
  }

  /** The own body stands where it was predicted, not where the mirror saw it 100 ms ago. */
  wearOwnBody(): void {
    const body = ownBody(this.stage);
    if (!body) return;
    const { drawn } = this.stage.session.predictor;
    body.x = drawn.x;
    body.y = drawn.y;
    body.z = drawn.z;
    body.yaw = this.stage.held.yaw;
    body.speed = drawn.speed;
    body.vy = drawn.vy;
    const predicted = FLAG_AIRBORNE | FLAG_SWIMMING | FLAG_MOUNTED;
    body.flags = (body.flags & ~predicted) | (drawn.flags & predicted);
  }

  look(dt_s: number): void {
    const { camera, session } = this.stage;
    if (screen.value === 'play') {
      camera.bob = !reducedMotion.value;
      camera.shaking = reducedMotion.value ? 0 : settings.shake.value / 100;
      camera.frame(mode.value, session.predictor.drawn, dt_s);
      return;
    }
    this.orbit_s += dt_s;
    const { spawns, pois } = this.stage.place;
    const spot = spawns[0] ?? pois[0];
    camera.orbit(spot.x, spot.z, reducedMotion.value ? 0 : this.orbit_s);
  }

  /** What the HUD should know, each at its own pace. */
  know(dt_s: number): void {
    this.where.frame(dt_s);
    if (screen.value !== 'play') return;
    this.people.restance();
    this.targets.frame(dt_s);
    this.interact.frame(dt_s);
    this.lead.frame(dt_s);
    mindDialogue(this.stage, TALK_RANGE_M * 1.6);
    mindWaystone(this.stage);
    mindGate(this.stage);
  }

  hear(dt_s: number): void {
    const { camera } = this.stage.camera;
    const { ears, sim } = this.stage;
    const height = camera.y - sim.core.height(camera.x, camera.z);
    const wind = Math.min(1, Math.max(0, camera.y - 8) / 40 + height / 60);
    ears.listen(camera.x, camera.z, camera.yaw, {
      hour: this.where.hour,
      water: waterNear(this.stage.place, camera.x, camera.z),
      wind: Math.max(wind, this.where.sky.wind),
      biome: this.stage.place.biome,
      weather: weather.value,
      mood: fighting.value && screen.value === 'play' ? 'fight' : isNight(this.where.hour) ? 'night' : 'calm',
    });
    const clap = this.thunder.clap(this.stage.session.serverTime_ms(), this.where.sky.thunder);
    if (clap && settings.captions.value) caption(t('sound.thunder'), Number.NaN);
    if (clap) ears.play('thunder', clap, 0);
    if (screen.value === 'play') this.steps.frame(dt_s);
  }

  draw(dt_s: number, now_ms: number): void {
    const { view, stage } = this;
    const isSeldom = stage.renderer.tier === 'test';
    const since_s = isSeldom ? this.seldom.look(now_ms, dt_s) : dt_s;
    if (since_s === null) return;
    this.heeds.frame(now_ms);
    this.waymarks.frame(since_s);
    this.band.frame(since_s);
    const drawn_s = isSeldom ? this.seldom.picture(this.looks(), now_ms, dt_s) : dt_s;
    if (drawn_s === null) return;
    view.dtS = drawn_s;
    view.timeS = now_ms / 1000;
    view.hour = this.where.hour;
    view.sky = this.where.sky;
    view.flash =
      reducedMotion.value || !settings.flashes.value ? 0 : this.thunder.flash(stage.session.serverTime_ms(), view.sky.thunder);
    view.mode = screen.value === 'play' ? mode.value : 'commander';
    view.weapon = view.mode === 'warfront' && !this.dead ? weapon.value : 'none';
    view.actors = stage.session.mirror?.list ?? [];
    view.target = this.targets.id;
    view.hover = this.adventurer.hover;
    view.selected = selected.value.length ? selected.value.map(each => each.id) : NOBODY;
    view.ground = this.groundView();
    view.loot = this.lead.loot;
    view.banners = this.banners.shown;
    view.duel = duelGround(duel.value);
    view.guide = screen.value === 'play' ? guide.value : null;
    view.place = stage.place.number;
    view.platesOn = settings.names.value && screen.value === 'play';
    view.reducedMotion = reducedMotion.value;
    stage.renderer.frame(view);
  }

  /** Whatever changes the picture although nobody moves. */
  private looks(): string {
    const { near, maps, far, patches } = this.stage.renderer.stats();
    return [screen.value, mode.value, innerWidth, innerHeight, near, maps, far, patches].join();
  }

  get dead(): boolean {
    return (this.stage.session.predictor.server.flags & FLAG_DEAD) !== 0;
  }

  /** The screen shows the world now. */
  enter(): void {
    this.modes.view.enter();
    this.stage.camera.change(reducedMotion.value);
  }

  /** Back to the landing page. */
  leave(): void {
    this.modes.view.leave();
    this.stage.keys.releaseAll();
    this.targets.set(0);
    this.fight.stop();
  }

  /** The page is out of sight and draws no more frames: the region is told at once that nothing is held. */
  rest(): void {
    const { held, session } = this.stage;
    held.buttons = 0;
    session.update(2 * TICK_MS, held);
  }

  /** A region took us in. Who walked in goes on with what he was doing. */
  private arrive(how: Arrival): void {
    const { region } = this.stage.session;
    place.value = placeOf(region) ?? place.value;
    this.cores.standIn(region);
    this.worlds.arrive(region);
    settleIn(this.stage, how);
    this.modes.tell();
    if (how === 'crosses') return;
    this.targets.set(0);
    this.fight.stop();
  }

  /** Esc lets go of the target and of what is being cast before it opens the menu. */
  private letGo(): boolean {
    if (!this.targets.id) return false;
    this.targets.set(0);
    this.fight.stop();
    return true;
  }

  private refuse(reason: number): void {
    refuse(reasonText(reason));
    this.stage.ears.play('no', 0.6, 0);
  }

  private shownGround: FrameView['ground'] = [];
  private groundFrom: unknown = null;
  private groundView(): FrameView['ground'] {
    if (this.groundFrom !== ground.value) {
      this.groundFrom = ground.value;
      this.shownGround = ground.value.map(item => ({ id: item.id, x: item.x / 100, z: item.z / 100 }));
    }
    return this.shownGround;
  }
}

/** Where the duel is fought that goes on, as the ground shows it. */
function duelGround(fought: typeof duel.value): FrameView['duel'] {
  return fought && { x: fought.x / 100, z: fought.z / 100, radius: DUEL_RADIUS_M, isOut: fought.lost_at > 0 };
}

/** The map of ways round the place we are in, drawn up when the first order there needs it. */
function waysIn(stage: Stage): () => WayFinder {
  let drawn: { place: Place; ways: WayFinder } | undefined;
  return () => {
    if (drawn?.place !== stage.place) drawn = { place: stage.place, ways: new WayFinder(stage.place, stage.sim) };
    return drawn.ways;
  };
}
