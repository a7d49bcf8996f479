// New item ids: ULIDs, never reused.
import { ulid } from '../ulid';

export const mint = (): string => ulid(Date.now());
