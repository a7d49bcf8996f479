// Everybody who can appear: builds all meshes and clips once, and tells which of them a body wears. In: nothing. Out: the crowd and its models.
import { CLASS_MONSTER, CLASS_PLAYER } from '../../assembly/layout';
import { steedOfLook, unpackLook } from '../../src/shared/content/looks';
import { MONSTERS } from '../../src/shared/content/monsters';
import { MOUNTS, mountOf } from '../../src/shared/content/mounts';
import { Bakery, type Takes } from './bake';
import { PEOPLE_CLIPS } from './clips';
import type { ActorView } from './contract';
import { SPECIES } from './creatures';
import type { Species } from './creatures/species';
import { STEED_COATS, STEEDS, TACK } from './creatures/steeds';
import { Crowd } from './crowd';
import { SLOTS } from './figure';
import { BEARDS, HAIR } from './hair';
import { farPeople, lowBits } from './lowparts';
import { middlePeople } from './lowpeople';
import { BODIES, buildPart } from './people';
import { neededOf, type Piece, Pieces } from './pieces';
import { boneIndex, PEOPLE_RIG } from './skeleton';
import { ARMOR } from './wardrobe/armor';
import { BLAZONS } from './wardrobe/blazon';
import { CLOTHES } from './wardrobe/clothes';
import { covenantDye, dye } from './wardrobe/dyes';
import { FINERY } from './wardrobe/finery';
import { HEADGEAR } from './wardrobe/headgear';
import { foeOutfit, type Hands, type Outfit, playerOutfit, villagerOutfit } from './wardrobe/outfit';
import { WEAPONS } from './wardrobe/weapons';

/** How one body is drawn: numbers of pieces by distance, and what its row of numbers says about its looks. */
export interface Guise {
  near: Uint16Array;
  middle: Uint16Array;
  far: Uint16Array;
  takes: Takes;
  upperBone: number;
  headBone: number;
  size: number;
  width: number;
  head: number;
  parts: number;
  /** Twelve dyes, three to a number. */
  dyes: readonly [number, number, number, number];
  /** Dye of the emblem on the cloak. */
  charge: number;
  /** Metres above the feet. */
  height: number;
  chest: number;
  /** Radius of the body on the ground, metres, as the core has it. */
  girth: number;
  airy: boolean;
  /** Of a steed: where its rider sits, metres above its hooves. */
  seat?: number;
}

interface Model {
  species: Species;
  takes: Takes;
  near: Uint16Array;
  far: Uint16Array;
}

const KINDS = new Map(MONSTERS.map(m => [m.id, m]));
const PEOPLE_HEIGHT_M = 1.8;
const PEOPLE_GIRTH_M = 0.4;
const CREATURE_GIRTH_M = 0.5;

export class Cast {
  readonly crowd: Crowd;
  private readonly peopleTakes: Takes;
  private readonly parts = new Map<string, readonly Piece[]>();
  private readonly middle: readonly Piece[];
  private readonly farther: readonly Piece[];
  private readonly models = new Map<string, Model>();
  /** The same under a saddle. */
  private readonly steeds = new Map<string, Model>();
  private readonly guises = new Map<string, Guise>();

  constructor() {
    const bakery = new Bakery();
    this.peopleTakes = bakery.add(PEOPLE_RIG, PEOPLE_CLIPS);
    const takes = new Map(Object.entries(SPECIES).map(([body, s]) => [body, bakery.add(s.rig, s.clips)]));
    const pieces = new Pieces();
    for (const table of [BODIES, HAIR, BEARDS, HEADGEAR, CLOTHES, BLAZONS, ARMOR, FINERY, WEAPONS]) {
      for (const [name, build] of Object.entries(table)) this.parts.set(name, pieces.add(buildPart(build).build()));
    }
    this.middle = pieces.add(middlePeople().build());
    this.farther = pieces.add(farPeople().build());
    for (const [body, species] of Object.entries(SPECIES)) {
      this.models.set(body, {
        species,
        takes: takes.get(body)!,
        near: neededOf(pieces.add(species.near.build()), 0),
        far: neededOf(pieces.add(species.far.build()), 0),
      });
    }
    for (const [body, { species, saddle }] of Object.entries(STEEDS)) {
      const bare = this.models.get(body)!;
      const worn = neededOf(pieces.add(saddle.build()), 0);
      const near = Uint16Array.from([...bare.near, ...worn]);
      this.steeds.set(body, { species, takes: bare.takes, near, far: Uint16Array.from([...bare.far, ...worn]) });
    }
    this.crowd = new Crowd(bakery.texels(), bakery.height, pieces);
  }

  /** What a body looks like with its hands as they are. */
  guise(view: ActorView, hands: Hands): Guise {
    const key = `${view.cls}|${view.kind}|${view.look}|${view.cls === CLASS_MONSTER ? view.id % 49 : view.gear}|${view.colours}|${hands}`;
    const known = this.guises.get(key);
    if (known) return known;
    if (this.guises.size > 4000) this.guises.clear();
    const made = this.make(view, hands);
    this.guises.set(key, made);
    return made;
  }

  private make(view: ActorView, hands: Hands): Guise {
    if (view.cls === CLASS_PLAYER) return this.person(playerOutfit(view.look, view.gear, hands, view.colours));
    const kind = KINDS.get(view.kind);
    const body = kind?.body ?? 'villager';
    const model = this.models.get(body);
    if (model)
      return this.creature(
        model,
        kind?.key ?? '',
        (kind?.height_m ?? model.species.height) / model.species.height,
        view.id,
        kind?.radius_m,
      );
    const foe = foeOutfit(body, (view.id % 49) * 7 + view.kind, hands);
    return this.person(foe ?? villagerOutfit(body, view.look, hands), kind?.radius_m);
  }

  /** The steed that a rider of this look sits on; its cloth is in his covenant's colours. */
  steed(look: number): Guise {
    const mount = mountOf(steedOfLook(look)) ?? MOUNTS[0];
    const { covenant } = unpackLook(look);
    const key = `steed|${mount.id}|${covenant}`;
    const known = this.guises.get(key);
    if (known) return known;
    const { back } = STEEDS[mount.body];
    const coat = [...(STEED_COATS.get(mount.id) ?? [])].map(each => dye(each));
    coat[SLOTS[TACK.cloth]] = covenantDye(covenant);
    coat[SLOTS[TACK.hem]] = covenantDye(covenant, true);
    coat[SLOTS[TACK.leather]] = dye('leatherDark');
    coat[SLOTS[TACK.metal]] = dye('iron');
    const size = mount.height_m / back;
    const made = { ...this.dyed(this.steeds.get(mount.body)!, coat, size, CREATURE_GIRTH_M), seat: mount.height_m };
    this.guises.set(key, made);
    return made;
  }

  private person(outfit: Outfit, girth = PEOPLE_GIRTH_M): Guise {
    const { dyes } = outfit;
    const three = (i: number) => dyes[i] | (dyes[i + 1] << 8) | (dyes[i + 2] << 16);
    const low = lowBits(outfit.parts);
    return {
      near: neededOf(
        outfit.parts.flatMap(name => this.parts.get(name) ?? []),
        0,
      ),
      middle: neededOf(this.middle, low),
      far: neededOf(this.farther, low),
      takes: this.peopleTakes,
      upperBone: PEOPLE_RIG.upper,
      headBone: boneIndex(PEOPLE_RIG, 'head'),
      size: outfit.size,
      width: outfit.width,
      head: outfit.head,
      parts: low,
      dyes: [three(0), three(3), three(6), three(9)],
      charge: dyes[SLOTS.charge],
      height: PEOPLE_HEIGHT_M * outfit.size * (1 + (outfit.head - 1) * 0.24),
      chest: 1.15 * outfit.size,
      girth,
      airy: false,
    };
  }

  private creature(model: Model, key: string, size: number, seed: number, girth = CREATURE_GIRTH_M): Guise {
    const { coats } = model.species;
    const coat = coats[key] ?? coats[''];
    const dyes = Array.from({ length: 12 }, (_, i) => dye(coat[i] ?? coat[0]));
    return this.dyed(model, dyes, size * (0.94 + (seed % 13) * 0.01), girth);
  }

  private dyed(model: Model, dyes: readonly number[], grown: number, girth: number): Guise {
    const { species } = model;
    const three = (i: number) => dyes[i] | (dyes[i + 1] << 8) | (dyes[i + 2] << 16);
    return {
      near: model.near,
      middle: model.far,
      far: model.far,
      takes: model.takes,
      upperBone: species.rig.upper,
      headBone: -1,
      size: grown,
      width: 1,
      head: 1,
      parts: 0,
      dyes: [three(0), three(3), three(6), three(9)],
      charge: 0,
      height: species.height * grown,
      chest: species.chest * grown,
      girth,
      airy: species.airy === true,
    };
  }
}
