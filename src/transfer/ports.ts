// What senders and receivers of a transfer say to each other.

export interface Parcel {
  readonly number: number;
  /** Unique in the world: two parcels of one number tell a sender that was put back. */
  readonly id: string;
  readonly kind: string;
  readonly body: string;
}

/** The last parcel that a receiver has taken from a sender. */
export interface Taken {
  number: number;
  id: string;
}
