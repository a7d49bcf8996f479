// Everybody who can appear: builds all meshes and clips once, and tells which of them a body wears. In: nothing. Out: the crowd and its models.
import { CLASS_MONSTER, CLASS_PLAYER } from '../../assembly/layout';
import { MONSTERS } from '../../src/shared/content/monsters';
import { Bakery, type Takes } from './bake';
import { PEOPLE_CLIPS } from './clips';
import type { ActorView } from './contract';
import { SPECIES } from './creatures';
import type { Species } from './creatures/species';
import { Crowd, type Wear } from './crowd';
import { BEARDS, HAIR } from './hair';
import { farPeople, lowBits } from './lowparts';
import { middlePeople } from './lowpeople';
import { BODIES, buildPart } from './people';
import { boneIndex, PEOPLE_RIG } from './skeleton';
import { ARMOR } from './wardrobe/armor';
import { CLOTHES } from './wardrobe/clothes';
import { dye } from './wardrobe/dyes';
import { HEADGEAR } from './wardrobe/headgear';
import { foeOutfit, type Hands, type Outfit, playerOutfit, villagerOutfit } from './wardrobe/outfit';
import { WEAPONS } from './wardrobe/weapons';

/** How one body is drawn: meshes by distance, and what its row of numbers says about its looks. */
export interface Guise {
  near: readonly Wear[];
  middle: Wear;
  far: Wear;
  takes: Takes;
  upperBone: number;
  headBone: number;
  size: number;
  width: number;
  head: number;
  parts: number;
  /** Twelve dyes, three to a number. */
  dyes: readonly [number, number, number, number];
  /** Metres above the feet. */
  height: number;
  chest: number;
  airy: boolean;
}

interface Model {
  species: Species;
  takes: Takes;
  near: Wear;
  far: Wear;
}

const KINDS = new Map(MONSTERS.map(m => [m.id, m]));
const PEOPLE_HEIGHT_M = 1.8;

export class Cast {
  readonly crowd: Crowd;
  private readonly peopleTakes: Takes;
  private readonly parts = new Map<string, Wear>();
  private readonly middle: Wear;
  private readonly farther: Wear;
  private readonly models = new Map<string, Model>();
  private readonly guises = new Map<string, Guise>();

  constructor() {
    const bakery = new Bakery();
    this.peopleTakes = bakery.add(PEOPLE_RIG, PEOPLE_CLIPS);
    const takes = new Map(Object.entries(SPECIES).map(([body, s]) => [body, bakery.add(s.rig, s.clips)]));
    this.crowd = new Crowd(bakery.texels(), bakery.height);
    for (const table of [BODIES, HAIR, BEARDS, HEADGEAR, CLOTHES, ARMOR, WEAPONS]) {
      for (const [name, build] of Object.entries(table)) this.parts.set(name, this.crowd.add(buildPart(build).build(), false));
    }
    this.middle = this.crowd.add(middlePeople().build(), true);
    this.farther = this.crowd.add(farPeople().build(), true);
    for (const [body, species] of Object.entries(SPECIES)) {
      this.models.set(body, {
        species,
        takes: takes.get(body)!,
        near: this.crowd.add(species.near.build(), false),
        far: this.crowd.add(species.far.build(), true),
      });
    }
  }

  /** What a body looks like with its hands as they are. */
  guise(view: ActorView, hands: Hands): Guise {
    const key = `${view.cls}|${view.kind}|${view.look}|${view.cls === CLASS_MONSTER ? view.id % 49 : view.gear}|${hands}`;
    const known = this.guises.get(key);
    if (known) return known;
    if (this.guises.size > 4000) this.guises.clear();
    const made = this.make(view, hands);
    this.guises.set(key, made);
    return made;
  }

  private make(view: ActorView, hands: Hands): Guise {
    if (view.cls === CLASS_PLAYER) return this.person(playerOutfit(view.look, view.gear, hands));
    const kind = KINDS.get(view.kind);
    const body = kind?.body ?? 'villager';
    const model = this.models.get(body);
    if (model)
      return this.creature(model, kind?.key ?? '', (kind?.height_m ?? model.species.height) / model.species.height, view.id);
    const foe = foeOutfit(body, (view.id % 49) * 7 + view.kind, hands);
    return this.person(foe ?? villagerOutfit(body, view.look, hands));
  }

  private person(outfit: Outfit): Guise {
    const { dyes } = outfit;
    const three = (i: number) => dyes[i] | (dyes[i + 1] << 8) | (dyes[i + 2] << 16);
    return {
      near: outfit.parts.flatMap(name => this.parts.get(name) ?? []),
      middle: this.middle,
      far: this.farther,
      takes: this.peopleTakes,
      upperBone: PEOPLE_RIG.upper,
      headBone: boneIndex(PEOPLE_RIG, 'head'),
      size: outfit.size,
      width: outfit.width,
      head: outfit.head,
      parts: lowBits(outfit.parts),
      dyes: [three(0), three(3), three(6), three(9)],
      height: PEOPLE_HEIGHT_M * outfit.size * (1 + (outfit.head - 1) * 0.24),
      chest: 1.15 * outfit.size,
      airy: false,
    };
  }

  private creature(model: Model, key: string, size: number, seed: number): Guise {
    const { species } = model;
    const coat = species.coats[key] ?? species.coats[''];
    const dyes = Array.from({ length: 12 }, (_, i) => dye(coat[i] ?? coat[0]));
    const three = (i: number) => dyes[i] | (dyes[i + 1] << 8) | (dyes[i + 2] << 16);
    const grown = size * (0.94 + (seed % 13) * 0.01);
    return {
      near: [model.near],
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
      height: species.height * grown,
      chest: species.chest * grown,
      airy: species.airy === true,
    };
  }
}
