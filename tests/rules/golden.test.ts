// Formula tables as text files: a change of balance is a diff that somebody reviews. To take new values: vitest -u.
import { describe, expect, it } from 'vitest';
import { hourOf } from '../../src/shared/clock';
import { ABILITIES, abilities, CLASSES, ITEMS, items, MONSTERS, TALENTS } from '../../src/shared/content';
import { EQUIP_SLOTS, type EquipSlot } from '../../src/shared/content/kinds';
import { knownAbilities, tuned } from '../../src/shared/rules/classes';
import { MAX_LEVEL, xpOfKill, xpShareOfDifference, xpToNext } from '../../src/shared/rules/levels';
import { newLife } from '../../src/shared/rules/life';
import { abilityAmount, creatureArmor, creatureDamage, creatureHealth, mitigation, sheetOf } from '../../src/shared/rules/stats';
import { sellPrice } from '../../src/shared/rules/vendor';
import { trained } from '../content/arena';
import { dressed } from './people';

const row = (...cells: (string | number)[]): string =>
  cells
    .map((c, i) => (i ? String(c).padStart(9) : String(c).padEnd(20)))
    .join('')
    .trimEnd();
const levels = Array.from({ length: MAX_LEVEL }, (_, i) => i + 1);
const table = (...rows: string[]): string => `${rows.join('\n')}\n`;

describe('golden tables', () => {
  it('levels', async () => {
    const text = table(
      row('level', 'to next', 'even kill', '+3', '-3', '-5'),
      ...levels.map(l => row(l, xpToNext(l), ...[0, 3, -3, -5].map(d => xpOfKill(MONSTERS[0], Math.max(1, l + d), l)))),
      '',
      row('difference', 'percent'),
      ...[-6, -5, -4, -2, 0, 2, 4].map(d => row(d, xpShareOfDifference(d))),
    );
    await expect(text).toMatchFileSnapshot('golden/levels.txt');
  });

  it('players: sheet and blows, bare and in the gear of their level', async () => {
    const attacks = ['strike', 'loose', 'ember', 'mend', 'wheel-lock-shot', 'aimed-arrow'];
    const lines = levels.flatMap(level =>
      [false, true].map(geared => {
        const c = dressed(level, geared);
        const s = sheetOf(c);
        const blows = attacks.map(key => abilityAmount(c, abilities.key(key)).join('-'));
        return row(`${level} ${geared ? 'geared' : 'bare'}`, s.hpMax, s.powerMax, s.might, s.aim, s.spirit, s.armor, ...blows);
      }),
    );
    await expect(
      table(
        row('level', 'health', 'power', 'might', 'aim', 'spirit', 'armor', 'strike', 'loose', 'ember', 'mend', 'gun', 'arrow'),
        ...lines,
      ),
    ).toMatchFileSnapshot('golden/players.txt');
  });

  it('abilities learned, by class', async () => {
    const of = (cls: number, level: number): number[] =>
      knownAbilities({ level, life: { ...newLife(), cls } }).map(ability => ability.id);
    const lines = [{ id: 0, key: 'no class' }, ...CLASSES].flatMap(({ id, key }) =>
      levels.flatMap(l => {
        const before = new Set(l > 1 ? of(id, l - 1) : []);
        const learned = of(id, l).filter(ability => !before.has(ability));
        return learned.length ? [`${row(l === 1 ? key : '', l)}  ${learned.join(' ')}`] : [];
      }),
    );
    await expect(table(`${row('class', 'level')}  learns`, ...lines)).toMatchFileSnapshot('golden/abilities.txt');
  });

  it('abilities of the classes: what they do in gear of their level, with each talent that changes them', async () => {
    const lines = CLASSES.flatMap(cls =>
      ABILITIES.filter(a => a.cls === cls.key).flatMap(a => {
        const by = TALENTS.filter(talent => talent.change?.ability === a.key);
        return [undefined, ...by].map(talent => {
          const level = Math.max(a.level, talent?.level ?? 1);
          const { character, body } = trained(cls.key, level, talent ? [talent.id] : []);
          const kind = tuned(character, a);
          const power = kind.power === 'melee' ? body.might : kind.power === 'ranged' ? body.aim : body.spirit;
          const amount = kind.amount.map(of => of + Math.floor((power * kind.scale_pct) / 100)).join('-');
          return `${row(talent ? `  ${talent.key}` : a.key, level, amount, kind.cost, kind.cast_ticks, kind.cooldown_ticks, kind.range_m || kind.radius_m || 0)}  ${kind.effect ?? ''}`.trimEnd();
        });
      }),
    );
    await expect(
      table(`${row('ability', 'level', 'amount', 'cost', 'cast', 'cooldown', 'reach')}  effect`, ...lines),
    ).toMatchFileSnapshot('golden/classes.txt');
  });

  it('monsters', async () => {
    const lines = MONSTERS.flatMap(m =>
      [...new Set(m.level)].map(l =>
        row(`${m.key} ${l}`, creatureHealth(m, l), creatureDamage(m, l).join('-'), creatureArmor(m, l), xpOfKill(m, l, l)),
      ),
    );
    await expect(table(row('kind, level', 'health', 'damage', 'armor', 'xp'), ...lines)).toMatchFileSnapshot('golden/monsters.txt');
  });

  it('armor', async () => {
    const armors = [0, 10, 25, 50, 100, 200, 1000];
    const lines = [1, 3, 5, 8, 10].map(l => row(`attacker ${l}`, ...armors.map(a => mitigation(a, l).toFixed(1))));
    await expect(table(row('armor', ...armors), ...lines)).toMatchFileSnapshot('golden/armor.txt');
  });

  it('prices', async () => {
    await expect(
      table(row('item', 'price', 'sells', 'level'), ...ITEMS.map(i => row(i.key, i.price, sellPrice(i), i.level))),
    ).toMatchFileSnapshot('golden/prices.txt');
  });

  it('the day', async () => {
    const minutes = [0, 1, 12, 24, 36, 47, 48, 60];
    await expect(table(row('minute', 'hour'), ...minutes.map(m => row(m, hourOf(m * 60_000).toFixed(2))))).toMatchFileSnapshot(
      'golden/clock.txt',
    );
  });

  it('every slot has something to wear', () => {
    const slots = new Set<EquipSlot | undefined>(items.all.map(i => i.slot));
    expect(slots.size).toBe(EQUIP_SLOTS.length + 1);
  });
});
