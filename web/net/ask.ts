// One question at the front door from our own page. In: method, path, body. Out: the answer, or a DoorError with the server's code and words.
import { DoorError } from './doors';

export async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  let answer: Response;
  try {
    const headers: HeadersInit = body ? { 'Content-Type': 'application/json' } : {};
    answer = await fetch(path, { method, headers, body: body && JSON.stringify(body), credentials: 'same-origin' });
  } catch {
    throw new DoorError('offline', 'The world cannot be reached. Is the connection up?', true);
  }
  const json = await answer.json().catch(() => null);
  if (answer.ok) return json as T;
  const { error } = (json ?? {}) as { error?: { code?: string; message?: string } };
  throw new DoorError(error?.code ?? 'broken', error?.message ?? `The world answered ${answer.status}.`, answer.status >= 500);
}
