// Names and chat: what passes, what does not, and which names are one and the same.
import { describe, expect, it } from 'vitest';
import { checkChat, cleanChat } from '../../src/shared/rules/chatText';
import { checkName, nameKey } from '../../src/shared/rules/names';
import { OK, REASONS } from '../../src/shared/rules/reasons';

describe('names', () => {
  it('of one script pass', () => {
    for (const name of [
      'Ilse',
      'Anne-Marie',
      'O’Brien',
      "O'Brien",
      'Łukasz',
      'Zoë',
      'Иван',
      'Ελένη',
      '小明',
      '김철수',
      'さくら',
      'Mary Ann',
      'Þórunn',
      'محمد',
      'José María',
    ]) {
      expect(checkName(name), name).toBe(OK);
    }
  });

  it('that are too short, too long, mixed, reserved, foul or tricky do not', () => {
    const bad = [
      '',
      'Al',
      'Abcdefghijklmnopq',
      'Аdmin',
      'Ivаn',
      'Admin',
      'ADMIN',
      'adm1n',
      'Evermarch Staff',
      'GameMaster',
      'Captain',
      'Fuckwit',
      'Sh1thead',
      'Bob3',
      'Brám Holloway',
      'PIP',
      'Bob!',
      '<b>Bob',
      'Bob\nBob',
      'Bob\u200bBob',
      'Bob\u202eBob',
      ' -Bob',
      'Bob-',
      'Bob  Bob',
      'Aaaaargh',
      'B́́́́́ob',
      'Ⓐdmin',
      'Bob😀',
      'x'.repeat(5000),
    ];
    for (const name of bad) expect(checkName(name), JSON.stringify(name).slice(0, 40)).toBe(REASONS.badName);
  });

  it('that look alike are one name', () => {
    for (const [a, b] of [
      ['Ilse', 'llse'],
      ['Ilse', 'ILSE'],
      ['Zoë', 'zoe'],
      ['Mary Ann', 'Maryann'],
      ['Иван', 'ИВАН'],
      ['Corn', 'Com'],
      ['Ѕаѕе', 'Sase'],
      ['O’Brien', 'OBrien'],
    ]) {
      expect(nameKey(a), `${a} ${b}`).toBe(nameKey(b));
    }
    expect(nameKey('Corben')).not.toBe(nameKey('Corbin Ash'));
  });
});

describe('chat', () => {
  it('loses what could break a screen and keeps the rest', () => {
    expect(cleanChat('  hello\tthere\n ')).toBe('hello there');
    expect(cleanChat('a\u202eb\u200bc\u0000d\u2066e')).toBe('abcde');
    expect(cleanChat(`Z${'\u0301'.repeat(60)}algo`)).toBe(`Ź\u0301\u0301algo`);
    expect(cleanChat('fresh bread, two coppers! 🍞')).toBe('fresh bread, two coppers! 🍞');
    expect(cleanChat('Grüße, 你好, привет')).toBe('Grüße, 你好, привет');
    expect(cleanChat('\u3164\u2800\u00ad')).toBe('');
    expect(cleanChat('👩\u200d🌾 \u200d x')).toBe('👩\u200d🌾 x');
    expect(cleanChat('\ud800lone')).toBe('lone');
  });

  it('is neither empty nor endless', () => {
    expect(checkChat('')).toBe(REASONS.emptyText);
    expect(checkChat('x'.repeat(240))).toBe(OK);
    expect(checkChat('x'.repeat(241))).toBe(REASONS.textTooLong);
    expect(checkChat('漢'.repeat(240))).toBe(OK);
    expect(checkChat('👩\u200d🌾'.repeat(79))).toBe(REASONS.textTooLong);
  });
});
