// The ears without ears: every name of a sound has a voice, the desk mixes as the faders say, air and distance take what they should, nothing plays
// before the page was touched, and the music is in its key.
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ABILITIES } from '../../src/shared/content/abilities';
import { BIOMES } from '../../src/shared/content/kinds';
import { bedsOf, callerOf } from '../../web/audio/ambience';
import type { Surroundings } from '../../web/audio/ears';
import { captionOf, carries_m, groupOf, loudness, treble_hz, voiceOf } from '../../web/audio/heard';
import { amplitude, ducked, gains } from '../../web/audio/mixer';
import { BEATS, barOf, hertz, MANNERS, MOODS } from '../../web/audio/score';
import { SOUNDS, TAKES } from '../../web/audio/sounds';
import { en } from '../../web/strings/en';
import { sourceFiles } from '../house/source';
import { type Desk, deskOf } from './desk';

describe('every sound has a voice', () => {
  test('each ability of players and monsters', () => {
    for (const { key, sound } of ABILITIES) expect(SOUNDS[voiceOf(sound)], `${key}: ${sound}`).toBeDefined();
  });

  test('each name that the client plays', () => {
    const played = sourceFiles('web').flatMap(({ path }) =>
      [...readFileSync(path, 'utf8').matchAll(/\b(?:ears\.(?:play|at)|this\.sound)\(\s*'(\w+)'/g)].map(found => found[1]),
    );
    expect(played.length).toBeGreaterThan(10);
    for (const name of played) expect(SOUNDS[name], name).toBeDefined();
  });

  test('an unknown name sounds like what it says it is', () => {
    expect(voiceOf('frostLance')).toBe('chill');
    expect(voiceOf('warCry')).toBe('roar');
    expect(voiceOf('shieldWall')).toBe('ward');
    expect(voiceOf('nobody-knows')).toBe('cast');
    expect(voiceOf('')).toBe('');
  });

  test('layers are sane: they begin before they end, and nothing is louder than the whole', () => {
    for (const [name, layers] of [
      ...Object.entries(SOUNDS),
      ...Object.entries(TAKES).flatMap(([n, all]) => all.map(l => [n, l] as const)),
    ]) {
      for (const each of layers) {
        expect(each.last, name).toBeGreaterThan(0);
        expect(each.from * each.to, name).toBeGreaterThan(0);
        expect(each.loud, name).toBeLessThanOrEqual(1);
      }
    }
    for (const name of Object.keys(TAKES)) expect(SOUNDS[name], name).toBeDefined();
  });

  test('captions are words', () => {
    for (const name of Object.keys(SOUNDS)) {
      const key = captionOf(name);
      if (key) expect((en as Record<string, string>)[key]).toBeTruthy();
    }
    for (const name of ['hit', 'shot', 'growl', 'death', 'hurt', 'toll']) expect(captionOf(name), name).toBeDefined();
  });
});

describe('the desk', () => {
  const full = { volume: 100, effects: 100, ambience: 100, interface: 100, music: 100 };

  test('a fader at nothing silences its group alone, the master all', () => {
    expect(gains({ ...full, music: 0 }).music).toBe(0);
    expect(gains({ ...full, music: 0 }).effects).toBe(gains(full).effects);
    expect(Object.values(gains({ ...full, volume: 0 }))).toEqual([0, 0, 0, 0]);
  });

  test('louder is louder, never above the whole', () => {
    for (let percent = 5; percent <= 100; percent += 5) expect(amplitude(percent)).toBeGreaterThan(amplitude(percent - 5));
    expect(amplitude(250)).toBe(1);
    expect(Math.max(...Object.values(gains(full)))).toBeLessThanOrEqual(1);
  });

  test('a great moment ducks music and air more than blows, and its own group not at all', () => {
    expect(ducked('music', 1)).toBeLessThan(ducked('effects', 1));
    expect(ducked('interface', 1)).toBe(1);
    expect(ducked('music', 0)).toBe(1);
    expect(groupOf('level')).toBe('interface');
    expect(groupOf('hit')).toBe('effects');
  });

  test('sounds fall off with distance and lose their treble', () => {
    for (const name of ['hit', 'shot', 'step']) {
      const carry = carries_m(name);
      expect(loudness(0, carry)).toBe(1);
      expect(loudness(carry * 0.3, carry)).toBeGreaterThan(loudness(carry * 0.6, carry));
      expect(loudness(carry, carry)).toBe(0);
    }
    expect(carries_m('shot')).toBeGreaterThan(carries_m('hit'));
    expect(treble_hz(60)).toBeLessThan(treble_hz(10));
  });
});

describe('the ears', () => {
  let desk: Desk;
  const around: Surroundings = { hour: 12, water: 0, wind: 0.2, biome: 'meadow', weather: 'clear', mood: 'calm' };
  beforeEach(async () => {
    vi.stubGlobal('navigator', { language: 'en', languages: ['en'] });
    desk = await deskOf();
  });

  test('make nothing at all before the page was touched', () => {
    desk.ears.listen(0, 0, 0, around);
    desk.ears.at('hit', 0, 0);
    desk.ears.play('level', 1, 0);
    expect(desk.made).toBe(0);
    desk.ears.wake();
    desk.ears.play('level', 1, 0);
    expect(desk.made).toBe(1);
    expect(desk.started).toBeGreaterThan(0);
  });

  test('the same sound in the same instant is one sound, and what is out of earshot none', () => {
    desk.ears.wake();
    const before = desk.started;
    desk.ears.at('hit', 300, 0);
    expect(desk.started).toBe(before);
    desk.ears.at('hit', 3, 0);
    const once = desk.started;
    expect(once).toBeGreaterThan(before);
    desk.ears.at('hit', 4, 0);
    expect(desk.started).toBe(once);
  });

  test('all turned down, the machine of sound stands still, and goes on when it is turned up', () => {
    desk.ears.wake();
    desk.ears.listen(0, 0, 0, around);
    expect(desk.isResting).toBe(false);
    desk.settings.volume.value = 0;
    desk.ears.listen(0, 0, 0, around);
    expect(desk.isResting).toBe(true);
    const before = desk.started;
    desk.ears.wake();
    desk.ears.play('level', 1, 0);
    expect([desk.isResting, desk.started]).toEqual([true, before]);
    desk.settings.volume.value = 60;
    desk.ears.listen(0, 0, 0, around);
    desk.ears.play('level', 1, 0);
    expect(desk.isResting).toBe(false);
    expect(desk.started).toBeGreaterThan(before);
  });

  test('a hail of sounds is bounded', () => {
    desk.ears.wake();
    const before = desk.started;
    for (const name of Object.keys(SOUNDS)) desk.ears.play(name, 1, 0);
    expect(desk.started - before).toBeLessThan(60);
  });

  test('music off makes no note', () => {
    desk.settings.music.value = 0;
    desk.settings.ambience.value = 0;
    desk.ears.wake();
    const before = desk.started;
    for (let i = 0; i < 40; i++) {
      desk.pass(0.5);
      desk.ears.listen(0, 0, 0, around);
    }
    expect(desk.started).toBe(before);
    desk.settings.music.value = 50;
    for (let i = 0; i < 40; i++) {
      desk.pass(0.5);
      desk.ears.listen(0, 0, 0, around);
    }
    expect(desk.started).toBeGreaterThan(before);
  });
});

describe('the air', () => {
  const at = (more: Partial<Surroundings>): Surroundings => ({
    hour: 12,
    water: 0,
    wind: 0.3,
    biome: 'meadow',
    weather: 'clear',
    mood: 'calm',
    ...more,
  });

  test('rain is heard in the rain, waves at the coast, a storm has more wind', () => {
    expect(bedsOf(at({}), 3).rain).toBe(0);
    expect(bedsOf(at({ weather: 'rain' }), 3).rain).toBeGreaterThan(0);
    expect(bedsOf(at({ weather: 'storm' }), 3).wind).toBeGreaterThan(bedsOf(at({}), 3).wind);
    expect(bedsOf(at({ biome: 'coast' }), 3).waves).toBeGreaterThan(0);
    expect(bedsOf(at({ biome: 'forest' }), 3).leaves).toBeGreaterThan(bedsOf(at({}), 3).leaves);
  });

  test('whoever calls has a voice, by day and by night, in every land and weather', () => {
    for (const biome of [...BIOMES, 'somewhere']) {
      for (const hour of [2, 12]) {
        for (const weather of ['clear', 'rain', 'fog', 'storm', 'unheard-of']) {
          for (let chance = 0; chance < 1; chance += 0.04) expect(SOUNDS[callerOf(biome, hour, weather, chance)]).toBeDefined();
        }
      }
    }
    expect(callerOf('meadow', 12, 'rain', 0.2)).not.toBe('chirp');
    expect(callerOf('meadow', 12, 'clear', 0.2)).toBe('chirp');
  });
});

describe('the music', () => {
  test.each(MOODS)('%s stays in its scale, in its bar, and is never crowded', mood => {
    const manner = MANNERS[mood];
    for (let bar = 0; bar < 60; bar++) {
      const notes = barOf(mood, bar, 77);
      expect(notes.length).toBeLessThan(30);
      for (const note of notes) {
        expect(note.at).toBeGreaterThanOrEqual(0);
        expect(note.at).toBeLessThan(BEATS);
        expect(note.loud).toBeGreaterThan(0);
        expect(note.loud).toBeLessThan(0.6);
        expect(hertz(note.pitch)).toBeGreaterThan(30);
        expect(hertz(note.pitch)).toBeLessThan(1800);
        if (note.part !== 'drum') expect(manner.scale).toContain((((note.pitch - manner.root) % 12) + 12) % 12);
      }
    }
  });

  test('is the same from the same seed, another from another, and rests', () => {
    expect(barOf('calm', 5, 1)).toEqual(barOf('calm', 5, 1));
    const some = (seed: number) => Array.from({ length: 12 }, (_, bar) => barOf('calm', bar, seed));
    expect(some(1)).not.toEqual(some(2));
    expect(barOf('calm', MANNERS.calm.plays + 1, 1)).toEqual([]);
    expect(barOf('fight', 40, 1)).not.toEqual([]);
  });
});
