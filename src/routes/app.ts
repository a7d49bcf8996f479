// The front door: middleware once, then the endpoints. Everything it refuses has the shape { error: { code, message } }.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { accountRoutes } from './account';
import { adminRoutes } from './admin/admin';
import { boardRoutes } from './boards';
import { characterRoutes } from './characters';
import { economyRoute } from './economy';
import { type App, Refusal } from './endpoint';
import { inviteRoute } from './invite';
import { mailRoutes } from './mail';
import { mapRoute } from './map';
import { marketRoutes } from './market';
import { openApiRoute } from './openapi';
import { ownPagesOnly } from './origin';
import { ownAccountRoutes } from './ownaccount';
import { needAccount, signinRoutes } from './signin';
import { statusRoutes } from './status';
import { ticketRoutes } from './ticket';

const MAX_BODY_BYTES = 12 * 1024;

export function frontDoor(): App {
  const app: App = new Hono();
  app.use('/api/*', secureHeaders(), ownPagesOnly, bodyLimit({ maxSize: MAX_BODY_BYTES }));
  for (const path of ['/api/me', '/api/ticket', '/api/talk/ticket', '/api/characters/*', '/api/account/*', '/api/admin/*'])
    app.use(path, needAccount);
  accountRoutes(app);
  signinRoutes(app);
  ownAccountRoutes(app);
  adminRoutes(app);
  characterRoutes(app);
  mailRoutes(app);
  marketRoutes(app);
  ticketRoutes(app);
  statusRoutes(app);
  inviteRoute(app);
  mapRoute(app);
  economyRoute(app);
  boardRoutes(app);
  openApiRoute(app);

  app.notFound(c => c.json({ error: { code: 'not_found', message: 'There is nothing at this address.' } }, 404));
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ error: { code: error.code, message: error.message } }, error.status);
    if (error instanceof HTTPException)
      return c.json({ error: { code: 'refused', message: error.message || 'Refused.' } }, error.status);
    console.error({ event: 'door_failed', path: c.req.path, error: String(error), stack: error.stack });
    return c.json({ error: { code: 'unavailable', message: 'The world does not answer just now. Try again in a moment.' } }, 503);
  });
  return app;
}
