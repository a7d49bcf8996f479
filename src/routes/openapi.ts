// The OpenAPI 3.1 document of the HTTP doors, made from the words the endpoints were declared with.
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { type App, type EndpointWords, endpoints } from './endpoint';

const error = {
  type: 'object',
  required: ['error'],
  properties: {
    error: { type: 'object', required: ['code', 'message'], properties: { code: { type: 'string' }, message: { type: 'string' } } },
  },
};

export function openApiRoute(app: App): void {
  let document: object | undefined;
  app.get('/api/openapi.json', c => c.json((document ??= openApi())));
}

export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const words of endpoints) {
    const path = words.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [words.method]: operation(words) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Evermarch',
      version: '1',
      description: 'The front door of the world. Play itself happens over the WebSocket that a ticket opens.',
    },
    paths,
    components: { securitySchemes: { account: { type: 'apiKey', in: 'cookie', name: '__Host-evermarch' } } },
  };
}

function operation(words: EndpointWords<GenericSchema>): object {
  const errors = Object.entries(words.errors ?? {}).map(([code, text]) => `\`${code}\`: ${text}`);
  return {
    summary: words.summary,
    parameters: [...words.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(words.body ? { requestBody: { required: true, content: json(schemaOf(words.body)) } } : {}),
    ...(words.access !== 'open' ? { security: [{ account: [] }] } : {}),
    responses: {
      '200': { description: 'Done', content: json(schemaOf(words.answer)) },
      default: { description: ['Refused.', ...errors].join(' '), content: json(error) },
    },
  };
}

const json = (schema: object) => ({ 'application/json': { schema } });

/** Checks that JSON Schema cannot say (a look's parts) are left out of the document; the server still makes them. */
const schemaOf = (schema: GenericSchema) => toJsonSchema(schema as never, { errorMode: 'ignore' });
