/** A field holds more than a version may, so that several can cut it down together, but not without end. Characters. */
export const LONGEST_FIELD = 12_000;
