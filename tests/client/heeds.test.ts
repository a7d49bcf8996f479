// Whoever struck or spoke is heeded for a while, and then no more.
import { expect, test } from 'vitest';
import { CHANNEL_SAY, CHANNEL_WHISPER } from '../../src/shared/protocol/messages';
import { Heeds } from '../../web/game/heeds';
import type { Session } from '../../web/net/session';
import { HEED_ATTACKER, HEED_SPEAKING } from '../../web/render/contract';

const OWN = 1;

function listening(): { heeds: Heeds; say: (channel: number, fromEntity: number) => void } {
  let hear: (body: object) => void = () => {};
  const session = {
    entity: OWN,
    on: (_name: string, take: typeof hear) => {
      hear = take;
    },
  };
  const heeds = new Heeds(session as unknown as Session);
  return { heeds, say: (channel, fromEntity) => hear({ channel, fromEntity }) };
}

test('an attacker who speaks is heeded for both, and forgotten for each in its time', () => {
  const { heeds, say } = listening();
  heeds.frame(1000);
  heeds.attackedBy(7);
  say(CHANNEL_SAY, 7);
  heeds.frame(2000);
  expect(heeds.bits.get(7)).toBe(HEED_ATTACKER | HEED_SPEAKING);
  heeds.frame(9000);
  expect(heeds.bits.get(7)).toBe(HEED_ATTACKER);
  heeds.frame(14_000);
  expect(heeds.bits.size).toBe(0);
});

test('neither the player himself nor a whisper from afar is heeded', () => {
  const { heeds, say } = listening();
  heeds.attackedBy(OWN);
  say(CHANNEL_SAY, OWN);
  say(CHANNEL_WHISPER, 9);
  say(CHANNEL_SAY, 0);
  expect(heeds.bits.size).toBe(0);
});
