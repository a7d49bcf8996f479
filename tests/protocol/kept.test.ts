// What is stored with the alphabet of the wire: whole, however long it is, and rows of before are read as they are.
import { expect, test } from 'vitest';
import { readLoot, writeLoot } from '../../src/region/remains';
import { NEWCOMER, readSoft, readSoftRegion, writeSoft, writeSoftRegion } from '../../src/region/soft';
import { kept, list, Reader, u16, Writer } from '../../src/shared/protocol/codec';
import type { Loot } from '../../src/shared/rules/loot';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const idOf = (n: number): string => `${n}`.padStart(26, '0');
const bufferOf = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer;

test('a stored list is not cut: what its count cannot tell is refused, and a screen is shown the first of it', () => {
  const w = new Writer(16);
  kept(u16).write(w, numbers(0xffff));
  expect(kept(u16).read(new Reader(w.take()))).toEqual(numbers(0xffff));
  expect(() => kept(u16).write(w, numbers(0x10000))).toThrow('65536');
  expect(w.take()).toHaveLength(0);
  list(u16, 3).write(w, numbers(9));
  expect(list(u16, 3).read(new Reader(w.take()))).toEqual([0, 1, 2]);
});

test('a corpse holds something for each of a thousand', () => {
  const stacks = numbers(20).map(kind => ({ kind, quantity: 1 + kind }));
  const loot = new Map<string, Loot>(numbers(1000).map(n => [idOf(n), { gold: n, stacks }]));
  expect(readLoot(writeLoot(loot))).toEqual(loot);
});

test('a corpse that an older version has written is read', () => {
  const head = [1, 0, 26, 0, ...new TextEncoder().encode(idOf(7))];
  const bytes = Uint8Array.from([...head, 44, 1, 0, 0, 2, 0, 9, 0, 1, 0, 10, 0, 3, 0]);
  const loot: Loot = {
    gold: 300,
    stacks: [
      { kind: 9, quantity: 1 },
      { kind: 10, quantity: 3 },
    ],
  };
  expect(readLoot(bytes)).toEqual(new Map([[idOf(7), loot]]));
  expect(writeLoot(readLoot(bytes))).toEqual(bytes);
});

test('every ability that rests, every body and every beast that lies dead is remembered', () => {
  const soft = { ...NEWCOMER, ready: Object.fromEntries(numbers(200).map(ability => [String(ability), 1e12 + ability])) };
  expect(readSoft(bufferOf(writeSoft(soft)))).toEqual(soft);
  const region = {
    bodies: numbers(4200).map(n => ({ character: idOf(n), soft: NEWCOMER })),
    fallen: numbers(5000).map(spawn => ({ spawn, ready_ms: 1e12 })),
  };
  expect(readSoftRegion(bufferOf(writeSoftRegion(region)))).toEqual(region);
});
