// Rewrites SVG path data on a coarser grid: absolute points are rounded and written again as whole relative steps, so that no drift adds up,
// and curves that are hardly bent become lines. In: any path data, how many old units make a new one. Out: path data on the new grid, the same
// shape within about a unit of it, in less than half the bytes.

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

/** A cubic curve stays within three quarters of how far its handles stand off: half a unit, as far as rounding moves a point. */
const FLAT = 0.67;

/** Whether a curve by these steps (two handles, the end) is as good as the line to its end. */
function isFlat([ax, ay, bx, by, x, y]) {
  const long = Math.hypot(x, y);
  return [
    [ax, ay],
    [bx, by],
  ].every(([hx, hy]) => {
    if (!long) return Math.hypot(hx, hy) <= FLAT;
    const along = (hx * x + hy * y) / long;
    return Math.abs(hx * y - hy * x) / long <= FLAT && along >= -FLAT && along <= long + FLAT;
  });
}

/** `grid`: old units per new one. */
export function simplifyPath(d, grid) {
  const out = [];
  const snap = n => Math.round(n / grid);
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
  const line = (stepX, stepY) => {
    if (!stepX && !stepY) return;
    if (!stepY) write('h', [stepX]);
    else if (!stepX) write('v', [stepY]);
    else write('l', [stepX, stepY]);
  };
  const all = [...commands(d)];
  for (const [i, [letter, numbers]] of all.entries()) {
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
      line(toX - penX, toY - penY);
      [penX, penY] = [toX, toY];
      continue;
    }
    const head = kind === 'a' ? [numbers[0] / grid, numbers[1] / grid, ...numbers.slice(2, 5)] : [];
    const points = kind === 'a' ? numbers.slice(5) : numbers;
    const steps = points.map((n, k) => snap(n + (k % 2 ? baseY : baseX)) - (k % 2 ? penY : penX));
    x = points[points.length - 2] + baseX;
    y = points[points.length - 1] + baseY;
    // A smooth curve after it takes its first handle from this one's second.
    const flat = kind === 'c' && !/s/i.test(all[i + 1]?.[0]) && isFlat(steps);
    const [stepX, stepY] = steps.slice(-2);
    if (flat || kind === 'l') line(stepX, stepY);
    else write(kind, [...head, ...steps]);
    penX += stepX;
    penY += stepY;
    if (kind === 'm') [startX, startY, penStartX, penStartY] = [x, y, penX, penY];
  }
  return out.join('');
}
