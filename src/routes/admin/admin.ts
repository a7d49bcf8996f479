// The staff's doors: what there is to see, and what can be done to whom. All of it asks for a rank, every act for a reason, and every act is
// a line of the audit.
import type { App } from '../endpoint';
import { actRoutes } from './acts';
import { lookRoutes } from './look';
import { reportRoutes } from './reports';

export function adminRoutes(app: App): void {
  lookRoutes(app);
  actRoutes(app);
  reportRoutes(app);
}
