// The words of AssemblyScript that assembly/oddstable.ts uses, for the types of the bench: at run time its tables are plain arrays.
type u8 = number;
type StaticArray<T> = readonly T[];
