// Parties as rules: who may do what, who leads after whom, and what a kill is worth to whom.
import { describe, expect, it } from 'vitest';
import {
  checkConvert,
  checkInvite,
  checkLeave,
  checkMember,
  type Member,
  nextLeader,
  type Party,
  shareFor,
  withMember,
  withoutMember,
} from '../../src/shared/rules/parties';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { fitting, ownRole, playable, rolesIn } from '../../src/shared/rules/roles';

const member = (character: string): Member => ({ character, name: character, level: 8, covenant: 0, cls: 1, roles: 1 });
const partyOf = (...names: string[]): Party => ({ id: 'p', leader: names[0], isRaid: false, members: names.map(member) });

describe('a party', () => {
  const party = partyOf('ada', 'bo', 'cy');

  it('is grown by its leader alone, up to five; a raid to twenty', () => {
    expect(checkInvite(null, 'ada')).toBe(OK);
    expect(checkInvite(party, 'ada')).toBe(OK);
    expect(checkInvite(party, 'bo')).toBe(REASONS.notLeader);
    const full = ['d', 'e'].map(member).reduce(withMember, party);
    expect(checkInvite(full, 'ada')).toBe(REASONS.partyFull);
    expect(checkInvite({ ...full, isRaid: true }, 'ada')).toBe(OK);
    const raid = Array.from({ length: 15 }, (_, i) => member(`r${i}`)).reduce(withMember, { ...full, isRaid: true });
    expect(raid.members).toHaveLength(20);
    expect(checkInvite(raid, 'ada')).toBe(REASONS.partyFull);
    expect(checkConvert(raid, 'ada', false)).toBe(REASONS.partyTooLarge);
    expect(checkConvert(raid, 'bo', false)).toBe(REASONS.notLeader);
    expect(checkConvert(party, 'ada', false)).toBe(REASONS.alreadyDone);
  });

  it('puts nobody out but by its leader, who cannot put himself out', () => {
    expect(checkMember(party, 'ada', 'bo')).toBe(OK);
    expect(checkMember(party, 'bo', 'cy')).toBe(REASONS.notLeader);
    expect(checkMember(party, 'ada', 'ada')).toBe(REASONS.noSuchPlayer);
    expect(checkMember(party, 'ada', 'stranger')).toBe(REASONS.noSuchPlayer);
    expect(checkMember(null, 'ada', 'bo')).toBe(REASONS.notInParty);
    expect(checkLeave(null)).toBe(REASONS.notInParty);
  });

  it('is led by the first who came when its leader goes, and ends with the last but one', () => {
    expect(withoutMember(party, 'ada')).toMatchObject({ leader: 'bo', members: [{ character: 'bo' }, { character: 'cy' }] });
    expect(withoutMember(party, 'cy')?.leader).toBe('ada');
    expect(withoutMember(partyOf('ada', 'bo'), 'bo')).toBeNull();
    expect(nextLeader(party, name => name === 'bo')).toBe('cy');
    expect(nextLeader(party, () => true)).toBeNull();
  });

  it('shares with those who are far below only what they are good for', () => {
    expect(shareFor(16, 20, 320)).toBe(320);
    expect(shareFor(15, 20, 320)).toBe(240);
    expect(shareFor(1, 20, 320)).toBe(16);
    expect(shareFor(20, 8, 320)).toBe(320);
  });
});

describe('roles', () => {
  it('are what a class can play; everybody can deal damage', () => {
    expect(rolesIn(playable(1))).toContain(ownRole(1));
    for (let cls = 0; cls <= 5; cls++) expect(rolesIn(playable(cls))).toContain('damage');
    expect(fitting(0, 7)).toBe(4);
    expect(rolesIn(fitting(1, 0))).toEqual([ownRole(1)]);
    expect(fitting(1, 4)).toBe(4);
  });
});
