// A security key in software, for tests: makes ES256 passkeys and signs with them, as WebAuthn level 2 lays its bytes out. In: options as a server
// gives them, and the page's address (which an attacker's may differ from). Out: what navigator.credentials would answer, as JSON.
import { toBase64Url } from '../../src/ticket';

const USER_PRESENT = 1;
const USER_VERIFIED = 4;
const HAS_CREDENTIAL = 64;

/** What a test may get wrong on purpose. */
export interface Slip {
  origin?: string;
  rpId?: string;
  challenge?: string;
  flags?: number;
  type?: string;
  counter?: number;
}

interface Options {
  challenge: string;
}

export class Authenticator {
  private counter = 0;

  private constructor(
    private readonly origin: string,
    private readonly keys: CryptoKeyPair,
    private readonly rawId: Uint8Array<ArrayBuffer>,
  ) {}

  static async make(origin: string): Promise<Authenticator> {
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    return new Authenticator(origin, keys as CryptoKeyPair, crypto.getRandomValues(new Uint8Array(32)));
  }

  get id(): string {
    return toBase64Url(this.rawId);
  }

  /** Answers navigator.credentials.create. */
  async create({ challenge }: Options, slip: Slip = {}): Promise<object> {
    const { x, y } = (await crypto.subtle.exportKey('jwk', this.keys.publicKey)) as { x: string; y: string };
    const cose = bytes([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], unpacked(x), [0x22, 0x58, 32], unpacked(y));
    const credential = bytes(new Uint8Array(16), [0, this.rawId.length], this.rawId, cose);
    const data = bytes(await this.head(HAS_CREDENTIAL, slip), credential);
    // { fmt: 'none', attStmt: {}, authData: data }
    const attestation = bytes(
      [0xa3, 0x63],
      text('fmt'),
      [0x64],
      text('none'),
      [0x67],
      text('attStmt'),
      [0xa0, 0x68],
      text('authData'),
      [0x59, data.length >> 8, data.length & 255],
      data,
    );
    return this.credential({
      clientDataJSON: toBase64Url(this.client('webauthn.create', challenge, slip)),
      attestationObject: toBase64Url(attestation),
      transports: ['internal'],
    });
  }

  /** Answers navigator.credentials.get. */
  async get({ challenge }: Options, slip: Slip = {}): Promise<object> {
    this.counter++;
    const data = await this.head(0, slip);
    const client = this.client('webauthn.get', challenge, slip);
    const signed = bytes(data, new Uint8Array(await crypto.subtle.digest('SHA-256', client)));
    const raw = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, this.keys.privateKey, signed));
    return this.credential({
      clientDataJSON: toBase64Url(client),
      authenticatorData: toBase64Url(data),
      signature: toBase64Url(der(raw)),
    });
  }

  private credential(response: object): object {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private async head(flag: number, { rpId, flags, counter }: Slip): Promise<Uint8Array<ArrayBuffer>> {
    const id = text(rpId ?? new URL(this.origin).hostname);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', id));
    const count = counter ?? this.counter;
    return bytes(hash, [(flags ?? USER_PRESENT | USER_VERIFIED) | flag, 0, 0, count >> 8, count & 255]);
  }

  private client(type: string, challenge: string, slip: Slip): Uint8Array<ArrayBuffer> {
    const said = {
      type: slip.type ?? type,
      challenge: slip.challenge ?? challenge,
      origin: slip.origin ?? this.origin,
      crossOrigin: false,
    };
    return text(JSON.stringify(said));
  }
}

const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words) as Uint8Array<ArrayBuffer>;

const bytes = (...parts: readonly (ArrayLike<number> & Iterable<number>)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap(part => [...part]));

const unpacked = (base64url: string): Uint8Array =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));

/** Two numbers of 32 bytes as ASN.1, the way authenticators sign. */
function der(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const number = (half: Uint8Array): Uint8Array => {
    let at = 0;
    while (at < half.length - 1 && half[at] === 0) at++;
    const rest = half.subarray(at);
    return rest[0] & 0x80 ? bytes([2, rest.length + 1, 0], rest) : bytes([2, rest.length], rest);
  };
  const both = bytes(number(raw.subarray(0, 32)), number(raw.subarray(32)));
  return bytes([0x30, both.length], both);
}
