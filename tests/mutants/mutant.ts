// What a fault is that somebody might put into the code: a few lines of it as they are, and as they would be.

export interface Patch {
  file: string;
  find: string;
  put: string;
}

export interface Mutant {
  name: string;
  patches: Patch[];
  /** The simulation that must catch it; absent: that of regions (tests/simulate/simulate.ts). */
  program?: string;
}

/** A fault of one place. */
export const mutant = (name: string, file: string, find: string, put: string): Mutant => ({ name, patches: [{ file, find, put }] });
