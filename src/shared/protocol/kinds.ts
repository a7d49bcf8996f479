// What a message is: its number, direction, rate class and body. The tables of messages are made of these.
import { type Field, type Struct, struct } from './codec';

/** What a connection may spend: budgets per class stand in limits.ts. */
export type RateClass = 'input' | 'action' | 'command' | 'chat' | 'query';

export interface MessageKind<T> {
  readonly number: number;
  readonly name: string;
  readonly rate: RateClass | 'server';
  readonly body: Field<T>;
}

/** A message that a client may send. */
export function fromClient<S extends Record<string, Field<unknown>>>(
  number: number,
  name: string,
  rate: RateClass,
  shape: S,
): MessageKind<Struct<S>> {
  return { number, name, rate, body: struct(shape) };
}
/** A message that a region sends. */
export function fromServer<S extends Record<string, Field<unknown>>>(
  number: number,
  name: string,
  shape: S,
): MessageKind<Struct<S>> {
  return { number, name, rate: 'server', body: struct(shape) };
}
