// Rewrites SVG path data on a coarser grid: absolute points are rounded and written again as whole relative steps, so that no drift adds up.
// In: any path data on a 512 grid. Out: path data on a 256 grid, the same shape within half a unit of it, less than half the bytes.

const ARITY = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
const TOKEN = /([a-zA-Z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/g;

/** Arc flags may stand without a separator ("a1 1 0 01.5 2"), so an arc's numbers are read by position. */
function* commands(d) {
  const tokens = readTokens(d);
  let at = 0;
  let letter = '';
  while (at < tokens.length) {
    if (typeof tokens[at] === 'string') letter = tokens[at++];
    const arity = ARITY[letter.toLowerCase()];
    yield [letter, tokens.slice(at, at + arity)];
    at += arity;
    if (letter === 'm') letter = 'l';
    if (letter === 'M') letter = 'L';
  }
}

function readTokens(d) {
  const tokens = [];
  let arc = -1; // index within an arc's seven numbers, or -1
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(d); match; match = TOKEN.exec(d)) {
    if (match[1]) {
      tokens.push(match[1]);
      arc = /a/i.test(match[1]) ? 0 : -1;
    } else if (arc % 7 === 3 || arc % 7 === 4) {
      tokens.push(Number(match[2][0]));
      TOKEN.lastIndex = match.index + 1;
      arc++;
    } else {
      tokens.push(Number(match[2]));
      if (arc >= 0) arc++;
    }
  }
  return tokens;
}

const GRID = 2; // old units per new one

/** A curve strays from its chord by three quarters of what its handles do at most: such a one is a straight line to within half a unit. */
const FLAT = 2 / 3;
function isFlat([ax, ay, bx, by, x, y]) {
  const length = Math.hypot(x, y);
  if (length === 0) return false;
  const within = (hx, hy) => {
    const along = (hx * x + hy * y) / length;
    return along >= 0 && along <= length && Math.abs(hx * y - hy * x) / length <= FLAT;
  };
  return within(ax, ay) && within(bx, by);
}

export function simplifyPath(d) {
  const out = [];
  const snap = n => Math.round(n / GRID);
  let [x, y, startX, startY] = [0, 0, 0, 0]; // where the true pen stands
  let [penX, penY, penStartX, penStartY] = [0, 0, 0, 0]; // where the rounded pen stands
  let last = '';
  const write = (letter, numbers) => {
    const text = numbers
      .map(n => String(Math.round(n * 10) / 10))
      .reduce((line, n) => line + (line && !n.startsWith('-') ? ' ' : '') + n, '');
    out.push((letter === last && letter !== 'm' && letter !== 'z' ? (text.startsWith('-') ? '' : ' ') : letter) + text);
    last = letter;
  };
  for (const [letter, numbers] of commands(d)) {
    const kind = letter.toLowerCase();
    const relative = letter === kind;
    if (kind === 'z') {
      write('z', []);
      [x, y, penX, penY] = [startX, startY, penStartX, penStartY];
      continue;
    }
    const baseX = relative ? x : 0;
    const baseY = relative ? y : 0;
    if (kind === 'h' || kind === 'v') {
      if (kind === 'h') x = baseX + numbers[0];
      else y = baseY + numbers[0];
      const [toX, toY] = [snap(x), snap(y)];
      if (toX !== penX || toY !== penY) {
        if (toY === penY) write('h', [toX - penX]);
        else if (toX === penX) write('v', [toY - penY]);
        else write('l', [toX - penX, toY - penY]);
      }
      [penX, penY] = [toX, toY];
      continue;
    }
    const head = kind === 'a' ? [numbers[0] / GRID, numbers[1] / GRID, ...numbers.slice(2, 5)] : [];
    const points = kind === 'a' ? numbers.slice(5) : numbers;
    const steps = points.map((n, i) => snap(n + (i % 2 ? baseY : baseX)) - (i % 2 ? penY : penX));
    x = points[points.length - 2] + baseX;
    y = points[points.length - 1] + baseY;
    if (kind === 'l' && !steps[0] && !steps[1]) continue;
    if (kind === 'c' && isFlat(steps)) write('l', steps.slice(4));
    else write(kind, [...head, ...steps]);
    penX += steps[steps.length - 2];
    penY += steps[steps.length - 1];
    if (kind === 'm') [startX, startY, penStartX, penStartY] = [x, y, penX, penY];
  }
  return out.join('');
}
