// The key to a region's door: short-lived, signed, bound to one character and region. HMAC-SHA-256 over compact JSON, both base64url.
// The Worker checks form and signature before it lets an upgrade through; the region checks again and takes each jti once.

export interface Ticket {
  account: string;
  /** The session of the account that asked for it: when that is over, so is what it opened. */
  session: string;
  character: string;
  region: string;
  /** Unique number of the ticket: a region accepts it once. */
  jti: string;
  expires_ms: number;
  /** When the player asked to enter: kept over crossings, so that the newest login wins wherever two of them meet. */
  login_ms: number;
  /** Signed by a region: the character comes there with this epoch (or a higher one), and the bearer waits for it. 0: it is fetched. */
  awaits: number;
  /** The bearer waits for a crossing that may never come: nothing is fetched for him. */
  standby: boolean;
  /** Until when the staff has silenced him, epoch ms; 0: it has not. */
  muted_until_ms: number;
}

export const TICKET_LIFE_MS = 30_000;

const encoder = new TextEncoder();

export async function signTicket(secret: string, ticket: Ticket): Promise<string> {
  const payload = toBase64Url(encoder.encode(JSON.stringify(ticket)));
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), encoder.encode(payload));
  return `${payload}.${toBase64Url(new Uint8Array(signature))}`;
}

/** The ticket, or null when it is malformed, forged or expired. Never throws. */
export async function readTicket(secret: string, text: string, nowMs: number): Promise<Ticket | null> {
  if (text.length > 600) return null;
  const [payload, signature, more] = text.split('.');
  const signed = fromBase64Url(signature ?? '');
  const body = fromBase64Url(payload ?? '');
  if (!signed || !body || more !== undefined) return null;
  if (!(await crypto.subtle.verify('HMAC', await keyOf(secret), signed, encoder.encode(payload)))) return null;
  // Signed by us, so it has our shape.
  const ticket = JSON.parse(new TextDecoder().decode(body)) as Ticket;
  return ticket.expires_ms > nowMs ? ticket : null;
}

let cached: { secret: string; key: Promise<CryptoKey> } | undefined;
function keyOf(secret: string): Promise<CryptoKey> {
  if (cached?.secret !== secret) {
    const key = crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ]);
    cached = { secret, key };
  }
  return cached.key;
}

/** The signing secret. Production refuses to run without one of its own. */
export function ticketSecret(env: { ENVIRONMENT: string; TICKET_SECRET?: string }): string {
  if (env.TICKET_SECRET && env.TICKET_SECRET.length >= 32) return env.TICKET_SECRET;
  if (env.ENVIRONMENT === 'production')
    throw new Error('TICKET_SECRET (32 characters or more) is not set: run `wrangler secret put TICKET_SECRET`');
  return 'evermarch-development-only-secret';
}

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
  } catch {
    // atob refuses a length that no encoder makes: a malformed ticket, which the caller answers as such.
    return null;
  }
}
