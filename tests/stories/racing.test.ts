// The front door, D1 and the region at the same moment: renames, deletions, tickets and returns that cross each other.
import { env, exports } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { COVENANTS } from '../../src/shared/content/kinds';
import { CLOSE_KICKED } from '../../src/shared/protocol/messages';
import { REASONS } from '../../src/shared/rules/reasons';
import { type Guest, ORIGIN, Stage, settle } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  await stage.breakD1(false);
  await stage.clear();
});

function ask({ cookie, character }: Guest, method: 'PATCH' | 'DELETE', body?: object): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}/api/characters/${character}`, {
    method,
    headers: { Origin: ORIGIN, Cookie: cookie, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** D1 does what it is asked, and its answer to the region's next batch comes when `go` is called. */
async function holdAnswer(): Promise<() => void> {
  let go = (): void => undefined;
  const held = new Promise<void>(resolve => {
    go = resolve;
  });
  await stage.inside(region => {
    const slow = new Proxy(env.DB, {
      get: (target, key) => {
        const value = Reflect.get(target, key);
        if (key !== 'batch') return typeof value === 'function' ? value.bind(target) : value;
        return async (statements: D1PreparedStatement[]) => {
          const answer = await target.batch(statements);
          await held;
          return answer;
        };
      },
    });
    Reflect.set(region.footing.custody, 'd1', slow);
  });
  return go;
}

describe('a new name', () => {
  it('given while the record is on its way to the region arrives with it', async () => {
    const guest = await stage.newGuest();
    const entry = await stage.ticket(guest);
    await stage.inside(region => region.footing.custody.take('nobody'));
    const go = await holdAnswer();
    const bot = await stage.knock(guest, entry);
    await settle();
    const patched = ask(guest, 'PATCH', { name: 'Halwende' });
    for (let i = 0; i < 10; i++) await settle();
    go();
    expect((await patched).status).toBe(200);
    await stage.until(() => bot.snapshots > 0, 50, 'entry');
    expect(await stage.player(bot, ({ character }) => character.name)).toBe('Halwende');
  });

  it('given while the character leaves is what D1 and the next visit know', async () => {
    const bot = await stage.join();
    await bot.cut();
    const [response] = await Promise.all([ask(bot.guest, 'PATCH', { name: 'Ｏsmund Vale' }), stage.minute()]);
    expect(response.status).toBe(200);
    await stage.drain();
    const row = await env.DB.prepare('SELECT name, owner_region FROM characters WHERE id = ?').bind(bot.guest.character).first();
    // Wide letters were folded: what is kept is what is shown.
    expect(row).toEqual({ name: 'Osmund Vale', owner_region: null });
    const back = await stage.enter(bot.guest);
    expect(back.known('welcome').name).toBe('Osmund Vale');
  });
});

describe('a covenant', () => {
  const covenantOf = (guest: Guest) =>
    env.DB.prepare('SELECT covenant FROM characters WHERE id = ?').bind(guest.character).first('covenant');
  /** Whichever he does not have. */
  const other = async (guest: Guest) => COVENANTS[(Number(await covenantOf(guest)) + 1) % COVENANTS.length];

  it('is not changed in the world, where it would end a fight, nor with it a name; out of it, it is', async () => {
    const bot = await stage.join();
    const before = await covenantOf(bot.guest);
    const covenant = await other(bot.guest);
    const refused = await ask(bot.guest, 'PATCH', { covenant, name: 'Turncoat' });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ error: { code: 'in_world' } });
    expect(await covenantOf(bot.guest)).toBe(before);
    expect(await stage.player(bot, ({ character }) => character.name)).not.toBe('Turncoat');
    // Who changes his look says which covenant he has along with it.
    expect((await ask(bot.guest, 'PATCH', { covenant: COVENANTS[Number(before)], look: 7 })).status).toBe(200);
    await bot.cut();
    await stage.minute();
    await stage.drain();
    expect((await ask(bot.guest, 'PATCH', { covenant })).status).toBe(200);
    expect(COVENANTS[Number(await covenantOf(bot.guest))]).toBe(covenant);
  });

  it('or a name that changes again and again is told to those around once a second', async () => {
    const [bot, witness] = [await stage.join(), await stage.join()];
    await stage.seconds(2);
    const heard = witness.all('who').length;
    for (let i = 0; i < 6; i++) expect((await ask(bot.guest, 'PATCH', { name: `Waver${'abcdef'[i]}` })).status).toBe(200);
    await stage.seconds(1);
    expect(witness.all('who').length - heard).toBe(1);
    expect(witness.known('who').people).toMatchObject([{ name: 'Waverf' }]);
  });
});

describe('a character that is deleted', () => {
  it('cannot be entered with a ticket from before', async () => {
    const guest = await stage.newGuest();
    const entry = await stage.ticket(guest);
    expect((await ask(guest, 'DELETE')).status).toBe(200);
    const bot = await stage.knock(guest, entry);
    await stage.turns(2);
    expect(bot.closed?.code).toBe(CLOSE_KICKED);
    expect(await stage.inside(region => region.footing.custody.held.size)).toBe(0);
  });

  it('is not deleted while it is in the world', async () => {
    const bot = await stage.join();
    expect((await ask(bot.guest, 'DELETE')).status).toBe(409);
    await bot.cut();
    expect((await ask(bot.guest, 'DELETE')).status).toBe(409);
  });

  it('while its check-in was written but not answered is gone for the region too', async () => {
    const bot = await stage.join();
    await bot.cut();
    const go = await holdAnswer();
    await stage.minute();
    const checkedIn = stage.alarm();
    for (let i = 0; i < 10; i++) await settle();
    expect((await ask(bot.guest, 'DELETE')).status).toBe(200);
    const count = env.DB.prepare('SELECT count(*) AS n FROM items WHERE character_id = ?').bind(bot.guest.character);
    expect(await count.first()).toEqual({ n: 0 });
    go();
    await checkedIn;
    expect(await stage.inside(region => region.footing.custody.held.size)).toBe(0);
    expect(await count.first()).toEqual({ n: 0 });
    expect((await stage.status()).ledger.balance).toBe(0);
  });
});

describe('a visitor who hangs up before D1 has answered', () => {
  it('leaves no character behind in a region that has fallen asleep meanwhile', async () => {
    const guest = await stage.newGuest();
    const entry = await stage.ticket(guest);
    await stage.inside(region => region.footing.custody.take('nobody'));
    while (await stage.alarm()) await settle();
    const go = await holdAnswer();
    const bot = await stage.knock(guest, entry);
    await settle();
    await bot.cut();
    await stage.turns(2);
    const seen = () => stage.inside(({ wake, footing }) => [wake.asleep, footing.custody.held.size]);
    expect(await seen()).toEqual([true, 0]);
    go();
    for (let i = 0; i < 10; i++) await settle();
    expect(await seen()).toEqual([true, 1]);
    await stage.drain();
    expect(await seen()).toEqual([true, 0]);
    const owner = env.DB.prepare('SELECT owner_region FROM characters WHERE id = ?').bind(guest.character);
    expect(await owner.first()).toEqual({ owner_region: null });
  });
});

describe('a command', () => {
  it('is applied once also when its player comes back after his character was checked in', async () => {
    const bot = await stage.join();
    const bread = bot.known('bag').items.find(item => item.quantity > 1)!;
    const number = bot.command('drop', { item: bread.id, quantity: 1 }, 900);
    await stage.turns(2);
    expect(bot.result(number)).toBe(0);
    await bot.cut();
    await stage.minute();
    await stage.drain();
    const back = await stage.enter(bot.guest);
    expect(back.known('welcome')).toMatchObject({ resumed: false, lastCommand: 900 });
    const again = back.command('drop', { item: bread.id, quantity: 1 }, 900);
    const next = back.command('drop', { item: bread.id, quantity: 1 }, 1500);
    await stage.turns(2);
    expect([back.result(again), back.result(next)]).toEqual([REASONS.alreadyDone, 0]);
    await stage.crash();
    const third = await stage.enter(bot.guest);
    expect(third.known('welcome').lastCommand).toBe(1500);
  });

  it('of two sessions at once is obeyed for one of them', async () => {
    const guest = await stage.newGuest();
    const old = await stage.enter(guest);
    const bread = old.known('bag').items.find(item => item.quantity > 1)!;
    const young = await stage.knock(guest, await stage.ticket(guest));
    old.command('drop', { item: bread.id, quantity: bread.quantity });
    await settle();
    await stage.until(() => young.snapshots > 0, 20, 'the newer one');
    young.command('drop', { item: bread.id, quantity: bread.quantity }, 2);
    await stage.turns(2);
    expect(await stage.rows('SELECT count(*) AS n FROM ground WHERE item = ?', bread.id)).toEqual([{ n: 1 }]);
    expect(await stage.rows('SELECT count(*) AS n FROM item WHERE id = ?', bread.id)).toEqual([{ n: 0 }]);
  });
});
