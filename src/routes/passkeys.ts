// Passkeys at the front door (WebAuthn level 2, by @simplewebauthn/server): what a browser is to sign, and whether it did. In: credentials as
// JSON. Out: a kept public key, or the account that a signature proves. Origin and relying party are our own address and nothing else.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { getCookie } from 'hono/cookie';
import * as v from 'valibot';
import {
  addPasskey,
  CHALLENGE_LIFE_MS,
  findPasskey,
  keepChallenge,
  listPasskeys,
  takeChallenge,
  usePasskey,
} from '../store/passkeys';
import { fromBase64Url, toBase64Url } from '../ticket';
import { cookieName, deviceOfAsker, dropSecret, setSecret } from './cookies';
import { type AppContext, Refusal } from './endpoint';
import { relyingParty } from './origin';

export const MOST_PASSKEYS = 10;
/** Ed25519, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257];

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const credential = {
  id: text(1400),
  rawId: text(1400),
  type: v.literal('public-key'),
  clientExtensionResults: v.optional(v.looseObject({}), {}),
  authenticatorAttachment: v.optional(text(40)),
};
export const attestationResponse = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: text(2000),
    attestationObject: text(6000),
    transports: v.optional(v.pipe(v.array(text(20)), v.maxLength(8))),
  }),
});
export const assertionResponse = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: text(2000),
    authenticatorData: text(2000),
    signature: text(2000),
    userHandle: v.optional(text(200)),
  }),
});
/** As the browser takes them (PublicKeyCredentialCreationOptionsJSON and …RequestOptionsJSON). */
export const attestationOptions = v.looseObject({ challenge: v.string() });
export const assertionOptions = v.looseObject({ challenge: v.string() });

const COOKIE = '-challenge';

/** `name`: what the passkey is called where the browser lists it. */
export async function requestAttestation(c: AppContext, name: string): Promise<{ challenge: string }> {
  const { id } = relyingParty(c);
  const account = c.get('account');
  const known = await listPasskeys(c.env.DB, account);
  if (known.length >= MOST_PASSKEYS)
    throw new Refusal(409, 'too_many_passkeys', `An account has at most ${MOST_PASSKEYS} passkeys.`);
  const options = await generateRegistrationOptions({
    rpName: 'Evermarch',
    rpID: id,
    userName: name,
    userDisplayName: name,
    userID: new TextEncoder().encode(account) as Uint8Array<ArrayBuffer>,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(passkey => ({ id: passkey.id })),
  });
  await keep(c, options.challenge, account);
  return options;
}

/** Keeps the passkey for the account that asks. */
export async function takeAttestation(c: AppContext, response: v.InferOutput<typeof attestationResponse>): Promise<void> {
  const account = c.get('account');
  const { origin, id } = relyingParty(c);
  const challenge = await take(c, account);
  const { registrationInfo } = await checked(() =>
    verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!registrationInfo) throw badPasskey();
  const now = Date.now();
  const added = await addPasskey(c.env.DB, {
    id: registrationInfo.credential.id,
    accountId: account,
    publicKey: toBase64Url(registrationInfo.credential.publicKey),
    counter: registrationInfo.credential.counter,
    transports: (response.response.transports ?? []).filter(word => /^[a-z-]+$/.test(word)).join(','),
    device: deviceOfAsker(c),
    createdMs: now,
    usedMs: now,
  });
  if (!added) throw new Refusal(409, 'passkey_known', 'That passkey is known already.');
}

export async function requestAssertion(c: AppContext): Promise<{ challenge: string }> {
  const { id } = relyingParty(c);
  const options = await generateAuthenticationOptions({ rpID: id, userVerification: 'required' });
  await keep(c, options.challenge, '');
  return options;
}

/** The account that the signature proves. */
export async function checkAssertion(c: AppContext, response: v.InferOutput<typeof assertionResponse>): Promise<string> {
  const { origin, id } = relyingParty(c);
  const challenge = await take(c, '');
  const passkey = await findPasskey(c.env.DB, response.id);
  const publicKey = passkey && fromBase64Url(passkey.publicKey);
  if (!passkey || !publicKey) throw badPasskey();
  const { verified, authenticationInfo } = await checked(() =>
    verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: { id: passkey.id, publicKey, counter: passkey.counter },
      requireUserVerification: true,
    }),
  );
  if (!verified || !(await usePasskey(c.env.DB, passkey.id, authenticationInfo.newCounter, Date.now()))) throw badPasskey();
  return passkey.accountId;
}

async function keep(c: AppContext, challenge: string, account: string): Promise<void> {
  setSecret(c, cookieName(c, COOKIE), await keepChallenge(c.env.DB, challenge, account, Date.now()), CHALLENGE_LIFE_MS);
}

/** Whatever comes of it, the challenge is spent. */
async function take(c: AppContext, account: string): Promise<string> {
  const token = getCookie(c, cookieName(c, COOKIE)) ?? '';
  dropSecret(c, cookieName(c, COOKIE));
  const challenge = await takeChallenge(c.env.DB, token, account, Date.now());
  if (!challenge) throw new Refusal(403, 'bad_passkey', 'This request has expired. Please try again.');
  return challenge;
}

/** The library throws at whatever it does not like; all of that is the same refusal. */
async function checked<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    console.info({ event: 'passkey_refused', error: String(error) });
    throw badPasskey();
  }
}

const badPasskey = (): Refusal => new Refusal(403, 'bad_passkey', 'That passkey does not open anything here.');
