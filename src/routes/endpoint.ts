// One way to declare an HTTP endpoint: its body is validated, its errors have one shape, and the OpenAPI page is made from the same words.
import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as v from 'valibot';
import type { Env } from '../ports';
import type { Rank } from '../shared/rules/staff';

/** Who asks, once he is let through (signin.ts). */
export interface Asker {
  account: string;
  session: string;
  rank: Rank;
  muted_until_ms: number;
}
export type App = Hono<{ Bindings: Env; Variables: Asker }>;
export type AppContext = Context<{ Bindings: Env; Variables: Asker }>;
type Schema = v.GenericSchema;

export interface EndpointWords<B extends Schema> {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** Hono's form: '/api/characters/:id'. */
  path: string;
  summary: string;
  /** Who may call: anybody, the holder of an account cookie, or one of the staff (what he may, the endpoint decides). */
  access: 'open' | 'account' | 'staff';
  body?: B;
  answer: Schema;
  /** Error codes it may answer besides the common ones. */
  errors?: Record<string, string>;
}

/** A refusal with a stable code and plain words; becomes `{ error: { code, message } }`. */
export class Refusal extends HTTPException {
  constructor(
    status: ContentfulStatusCode,
    readonly code: string,
    message: string,
  ) {
    super(status, { message });
  }
}

export const endpoints: EndpointWords<Schema>[] = [];

export function endpoint<B extends Schema>(
  app: App,
  words: EndpointWords<B>,
  handle: (c: AppContext, body: v.InferOutput<B>) => Promise<Response> | Response,
): void {
  endpoints.push(words as unknown as EndpointWords<Schema>);
  app.on(words.method.toUpperCase(), words.path, async c =>
    handle(c, words.body ? await bodyOf(c, words.body) : (undefined as never)),
  );
}

async function bodyOf<B extends Schema>(c: AppContext, schema: B): Promise<v.InferOutput<B>> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0].trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal(415, 'not_json', 'The request body must be JSON, and say so.');
  let json: unknown;
  try {
    json = await c.req.json();
  } catch {
    throw new Refusal(400, 'not_json', 'The request body must be JSON.');
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  // Names the field, never repeats what was sent.
  const fields = parsed.issues.map(issue => v.getDotPath(issue) ?? 'body');
  throw new Refusal(400, 'bad_request', `Not acceptable: ${[...new Set(fields)].join(', ')}.`);
}
