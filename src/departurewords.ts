// What is said to the departures; the doors (ports.ts) hand it on. In: nothing. Out: types.

/** Who goes for good: an account with all its characters, or (`account` '') one character alone. */
export interface Leaving {
  readonly account: string;
  readonly characters: readonly string[];
}

/** There is one for the world. */
export interface DeparturesPort {
  /**
   * 'gone': it is written down, and done as far as everybody answers; the rest is done later, whoever crashes meanwhile. 'inWorld': one of them
   * is in the world, and nothing is done. Throws when D1 does not even say that.
   */
  depart(leaving: Leaving): Promise<'gone' | 'inWorld'>;
}
