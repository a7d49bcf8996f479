// Parties over the whole world: asked by name, told to everybody, kept through crashes of regions and of the realm, paid once for what they do.
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FLAG_DEAD } from '../../assembly/layout';
import { type Env, type RegionPort, realmPort } from '../../src/ports';
import type { Creature } from '../../src/region/population';
import type { World } from '../../src/region/world';
import { CAUSE_KILL, CHANNEL_PARTY, MATE_AWAY, MATE_GONE, MATE_HERE } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { xpOfKill } from '../../src/shared/rules/levels';
import { INVITATION_MS } from '../../src/shared/rules/parties';
import { REASONS } from '../../src/shared/rules/reasons';
import { shareOf } from '../../src/shared/rules/runs';
import { atTheGate } from '../harness/dungeon';
import { ask, joinUp, known, leaderOf, notices, partyOf, refusals } from '../harness/party';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
const realm = () => realmPort(env as unknown as Env);

afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

const heard = (bot: Bot) =>
  bot
    .all('chat')
    .filter(({ channel }) => channel === CHANNEL_PARTY)
    .map(({ from, text }) => `${from}: ${text}`);

const stateOf = (bot: Bot, of: Bot): number | undefined =>
  bot.known('party').members.find(({ character }) => character === of.guest.character)?.state;

describe('a party', () => {
  it('is made by name over regions, sees where everybody is, and talks over borders', async () => {
    const [near, far] = [await stage.join(), await atTheGate(stage)];
    await joinUp(stage, near, far);
    const { members, leader, raid } = near.known('party');
    expect([leader, raid]).toEqual([0, false]);
    expect(members.map(({ name, state }) => [name, state])).toEqual([
      [near.guest.name, MATE_HERE],
      [far.guest.name, MATE_HERE],
    ]);
    expect(members[0].place).not.toBe(members[1].place);
    expect(notices(near)).toContain(NOTICES.partyJoined);
    far.send('chat', { channel: CHANNEL_PARTY, to: '', text: 'By the barrow' });
    await stage.turns(4);
    near.send('chat', { channel: CHANNEL_PARTY, to: '', text: 'Coming' });
    await stage.turns(4);
    const said = [`${far.guest.name}: By the barrow`, `${near.guest.name}: Coming`];
    expect([heard(near), heard(far)]).toEqual([said, said]);
  });

  it('shows health and whereabouts of those in the same region, on change only', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    await joinUp(stage, one, two);
    await stage.turns(6);
    expect(one.known('mates').mates).toMatchObject([{ member: 1, entity: two.entity, hp: 100, flags: 0 }]);
    const told = one.all('mates').length;
    await stage.seconds(1);
    expect(one.all('mates')).toHaveLength(told);
    await stage.player(two, ({ entity }, { sim: { core } }) => core.setVitals(entity, 1, 0));
    await stage.turns(6);
    expect(one.known('mates').mates[0].hp).toBeLessThan(50);
  });

  it('follows its members over borders, and knows who has gone and who comes back', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    await joinUp(stage, one, two);
    await two.cut();
    await stage.seconds(7);
    expect(stateOf(one, two)).toBe(MATE_AWAY);
    stage.pass(61_000);
    await stage.seconds(8);
    expect(stateOf(one, two)).toBe(MATE_GONE);
    const back = await stage.enter(two.guest);
    await stage.seconds(7);
    expect(stateOf(one, two)).toBe(MATE_HERE);
    expect(partyOf(back)).toEqual([one.guest.name, two.guest.name]);
  });

  it('changes hands when its leader stays away, and lets him back in as a member', async () => {
    const [one, two, three] = [await stage.join(), await stage.join(), await stage.join()];
    await joinUp(stage, one, two, three);
    one.send('promote', { member: three.guest.character });
    await stage.turns(6);
    expect(leaderOf(two)).toBe(three.guest.name);
    await three.cut();
    stage.pass(61_000);
    await stage.seconds(2);
    for (let i = 0; i < 9; i++) {
      stage.pass(8_000);
      await stage.seconds(1);
    }
    await stage.until(() => leaderOf(two) === one.guest.name, 200, 'another leader');
    const back = await stage.enter(three.guest);
    await known(stage, back);
    expect(leaderOf(back)).toBe(one.guest.name);
  });

  it('outlives a crash of everything, and of the realm alone', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    await joinUp(stage, one, two);
    await stage.crash();
    const [again, other] = [await stage.enter(one.guest), await stage.enter(two.guest)];
    await known(stage, again, other);
    expect(partyOf(again)).toEqual([one.guest.name, two.guest.name]);
    // The realm alone: it is taken down by its own hand, and born anew with the next report.
    await runInDurableObject(env.REALM.get(env.REALM.idFromName('world')) as never, (_: unknown, state: DurableObjectState) => {
      state.abort('the realm dies');
    }).catch(() => {});
    await stage.seconds(7);
    other.send('chat', { channel: CHANNEL_PARTY, to: '', text: 'Still here?' });
    await stage.turns(4);
    expect(heard(again)).toEqual([`${two.guest.name}: Still here?`]);
    await stage.seconds(7);
    other.send('leaveParty', {});
    await stage.until(() => !partyOf(again).length, 60, 'the end of the party');
    expect(refusals(other)).toEqual([]);
  });

  it('goes on while the realm does not answer', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    await joinUp(stage, one, two);
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const silent = {
      idFromName: () => 'world',
      get: () => ({ report: () => Promise.reject(new Error('away')), ask: () => Promise.reject(new Error('away')) }),
    };
    const awake = await stage.inside(region => Reflect.get(region, 'env'));
    await stage.inside(region => {
      Reflect.set(region.realm, 'env', { ...awake, REALM: silent });
      Reflect.set(region.report, 'env', { ...awake, REALM: silent });
    });
    one.send('chat', { channel: CHANNEL_PARTY, to: '', text: 'Hello' });
    one.send('leaveParty', {});
    await stage.seconds(6);
    expect(heard(two)).toEqual([`${one.guest.name}: Hello`]);
    expect(refusals(one)).toEqual([REASONS.realmSilent]);
    await stage.inside(region => {
      Reflect.set(region.realm, 'env', awake);
      Reflect.set(region.report, 'env', awake);
    });
    await stage.seconds(6);
    one.send('leaveParty', {});
    await stage.until(() => !partyOf(two).length, 60, 'the end of the party');
    warned.mockRestore();
  });

  it('becomes a raid, and is told in full', async () => {
    const bots: Bot[] = [];
    for (let i = 0; i < 6; i++) bots.push(await stage.join());
    const [leader, ...others] = bots;
    await joinUp(stage, leader, ...others.slice(0, 4));
    leader.send('invite', { name: others[4].guest.name });
    await stage.turns(6);
    expect(refusals(leader)).toEqual([REASONS.partyFull]);
    others[0].send('convert', { raid: true });
    leader.send('convert', { raid: true });
    await stage.turns(6);
    expect(refusals(others[0])).toEqual([REASONS.notLeader]);
    await joinUp(stage, leader, others[4]);
    expect(others[4].known('party')).toMatchObject({ raid: true });
    expect(partyOf(others[4])).toHaveLength(6);
    leader.send('convert', { raid: false });
    await stage.turns(6);
    expect(refusals(leader).at(-1)).toBe(REASONS.partyTooLarge);
  });
});

/** The best beast of the place that is no danger to a newcomer. */
function preyOf(world: World): Creature {
  const all = [...world.creatures.values()];
  const prey = all.filter(({ kind, entity, level }) => kind.xp > 0 && level <= 3 && world.sim.core.hp(entity) > 0);
  return prey.toSorted((a, b) => b.level - a.level || b.kind.xp - a.kind.xp)[0];
}

describe('a kill in the open', () => {
  async function slay(by: Bot, level: number): Promise<{ whole: number }> {
    const beast = await stage.world(world => {
      const { entity, level: its } = preyOf(world);
      return { entity, level: its };
    });
    await stage.player(by, ({ entity }, { sim: { core } }) => {
      core.teleport(entity, core.x(beast.entity) + 1, Number.NaN, core.z(beast.entity), -Math.PI / 2);
      core.setVitals(beast.entity, 1, 0);
    });
    await stage.turns(2);
    let turn = 0;
    await stage.until(
      async () => {
        if (turn++ % 6 === 0) by.use(1, beast.entity);
        await stage.player(by, ({ entity }, { sim: { core } }) =>
          core.teleport(entity, core.x(beast.entity) + 1, Number.NaN, core.z(beast.entity), -Math.PI / 2),
        );
        return stage.world(({ sim: { core } }) => (core.flags(beast.entity) & FLAG_DEAD) !== 0);
      },
      200,
      'the death of the beast',
    );
    await stage.turns(4);
    return stage.world(world => ({ whole: xpOfKill(world.creatures.get(beast.entity)!.kind, beast.level, level) }));
  }
  const earned = (bot: Bot): number[] =>
    bot
      .all('gained')
      .filter(({ xp, cause }) => xp > 0 && cause === CAUSE_KILL)
      .map(({ xp }) => xp);

  it('is shared once among the members who are near, and with nobody else', async () => {
    const [striker, near, far, stranger] = [await stage.join(), await stage.join(), await stage.join(), await stage.join()];
    await joinUp(stage, striker, near, far);
    const spot = await stage.world(world => {
      const { entity } = preyOf(world);
      return { x: world.sim.core.x(entity), z: world.sim.core.z(entity) };
    });
    await stage.place(near, spot.x + 25, spot.z);
    await stage.place(stranger, spot.x + 25, spot.z);
    await stage.place(far, spot.x > 768 ? spot.x - 150 : spot.x + 150, spot.z);
    const { whole } = await slay(striker, 1);
    const each = Math.round((whole * shareOf(2)) / 1000);
    expect(each).toBeGreaterThan(0);
    expect(earned(striker)).toEqual([each]);
    expect(earned(near)).toEqual([each]);
    expect(earned(far)).toEqual([]);
    expect(earned(stranger)).toEqual([]);
  });

  it('is all of it for somebody of no party', async () => {
    const striker = await stage.join();
    await known(stage, striker);
    const { whole } = await slay(striker, 1);
    expect(earned(striker)).toEqual([whole]);
  });
});

describe('somebody who means ill', () => {
  it('asks himself, nobody, and the same one over and over in vain', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    await known(stage, one, two);
    one.send('invite', { name: one.guest.name });
    one.send('invite', { name: 'Nobody At All' });
    await stage.turns(6);
    expect(refusals(one)).toEqual([REASONS.inviteSelf, REASONS.noSuchPlayer]);
    await ask(stage, one, two);
    one.send('invite', { name: two.guest.name });
    await stage.turns(6);
    expect(refusals(one).at(-1)).toBe(REASONS.alreadyInvited);
    two.send('answerInvitation', { from: one.guest.character, accept: false });
    await stage.turns(6);
    expect(notices(one)).toContain(NOTICES.partyDeclined);
    one.send('invite', { name: two.guest.name });
    await stage.turns(6);
    expect(refusals(one).at(-1)).toBe(REASONS.declinedLately);
    expect(two.all('invited')).toHaveLength(1);
  });

  it('floods invitations and has few questions under way at a time', async () => {
    const one = await stage.join();
    const others: Bot[] = [];
    for (let i = 0; i < 7; i++) others.push(await stage.join());
    await known(stage, one, ...others);
    for (const other of others.slice(0, 6)) {
      one.send('invite', { name: other.guest.name });
      await stage.turns(10);
    }
    expect(refusals(one)).toEqual([REASONS.tooManyInvitations]);
    for (let i = 0; i < 8; i++) one.send('invite', { name: others[6].guest.name });
    await stage.turns(6);
    expect(refusals(one)).toContain(REASONS.tooFast);
    expect(others[6].all('invited')).toHaveLength(0);
    expect(one.closed).toBeNull();
  });

  it('cannot accept twice, late, or what nobody asked', async () => {
    const [one, two, three] = [await stage.join(), await stage.join(), await stage.join()];
    await known(stage, one, two, three);
    two.send('answerInvitation', { from: one.guest.character, accept: true });
    await stage.turns(6);
    expect(refusals(two)).toEqual([REASONS.noInvitation]);
    await ask(stage, one, two);
    two.send('answerInvitation', { from: one.guest.character, accept: true });
    two.send('answerInvitation', { from: one.guest.character, accept: true });
    await stage.turns(6);
    expect(refusals(two)).toEqual([REASONS.noInvitation, REASONS.noInvitation]);
    expect(partyOf(one)).toEqual([one.guest.name, two.guest.name]);
    await ask(stage, one, three);
    stage.pass(INVITATION_MS);
    await stage.turns(2);
    three.send('answerInvitation', { from: one.guest.character, accept: true });
    await stage.turns(6);
    expect(refusals(three)).toEqual([REASONS.noInvitation]);
    three.send('invite', { name: two.guest.name });
    await stage.turns(6);
    expect(refusals(three).at(-1)).toBe(REASONS.alreadyInParty);
  });

  it('kicks, promotes and converts nothing that he does not lead', async () => {
    const [one, two, three] = [await stage.join(), await stage.join(), await stage.join()];
    await joinUp(stage, one, two, three);
    two.send('kick', { member: three.guest.character });
    two.send('promote', { member: two.guest.character });
    two.send('invite', { name: 'Nobody At All' });
    await stage.turns(8);
    expect(refusals(two)).toEqual([REASONS.notLeader, REASONS.notLeader, REASONS.noSuchPlayer]);
    one.send('kick', { member: one.guest.character });
    one.send('kick', { member: '0'.repeat(26) });
    await stage.turns(8);
    expect(refusals(one)).toEqual([REASONS.noSuchPlayer, REASONS.noSuchPlayer]);
    one.send('kick', { member: three.guest.character });
    await stage.until(() => !partyOf(three).length, 60, 'him to be out');
    expect(notices(three)).toContain(NOTICES.partyOut);
    three.send('chat', { channel: CHANNEL_PARTY, to: '', text: 'Let me in' });
    await stage.turns(4);
    expect(refusals(three)).toEqual([REASONS.notInParty]);
    expect(heard(one)).toEqual([]);
  });

  it('gets nothing from the realm by a name that is not in the world', async () => {
    expect(await realm().ask('0'.repeat(26), stage.key, { what: 'leave' })).toEqual({ reason: REASONS.realmSilent, text: '' });
  });
});

describe('presence', () => {
  it('costs the realm a report in five seconds, and one more for all who come, go or change at a time', async () => {
    const bots = [await stage.join(), await stage.join(), await stage.join()];
    await known(stage, ...bots);
    await stage.seconds(5);
    let reports = 0;
    await stage.inside(({ report }) => {
      const exchange = Reflect.get(report, 'exchange') as (...of: unknown[]) => unknown;
      Reflect.set(report, 'exchange', (...of: unknown[]) => {
        reports++;
        return exchange.apply(report, of);
      });
    });
    await stage.seconds(10);
    expect(reports).toBeLessThanOrEqual(3);
    reports = 0;
    for (const bot of bots) {
      await stage.player(bot, player => {
        player.character.level = 4;
      });
    }
    await stage.seconds(1);
    expect(reports).toBeLessThanOrEqual(2);
  });

  it('lets a letter follow whoever has just crossed, and lets go of one for nobody', async () => {
    const bot = await stage.join();
    await known(stage, bot);
    const word = { what: 'notice', notice: NOTICES.partyEnded, value: 0, text: 'Wren' } as const;
    await stage.player(bot, player => {
      player.goal = { x: 300, z: 700 };
    });
    await stage.until(async () => (await stage.whereIs(bot)) !== stage, 60, 'the crossing');
    const stub = stage.stub as unknown as RegionPort;
    await stub.hand([
      { to: bot.guest.character, word },
      { to: '0'.repeat(26), word },
    ]);
    await stage.until(() => notices(bot).includes(NOTICES.partyEnded), 200, 'the letter');
    await stage.seconds(6);
    expect(await stage.inside(region => region.footing.letters.length)).toBe(0);
    expect(await stage.counter('letter.lost')).toBe(1);
  });
});
