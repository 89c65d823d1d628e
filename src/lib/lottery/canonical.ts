import canonicalize from 'canonicalize';
import { sha256Hex } from './chance.ts';
import { byCodeUnits, normalise } from './pool.ts';
import type { Person, Pool, Target, Targets } from './pool.ts';

/** RFC 8785 JSON: one text for one content, the same on every machine. */
export function canonicalJson(content: unknown): string {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form');
  return text;
}

/** People in the order of their ids, every text normalised. The order that the draw shuffles. */
export function inCanonicalOrder(pool: Pool): Person[] {
  return pool
    .map(({ id, values, household }) => ({
      id: normalise(id),
      values: Object.fromEntries(
        Object.entries(values).map(([category, value]) => [normalise(category), normalise(value)]),
      ),
      ...(household === undefined ? {} : { household: normalise(household) }),
    }))
    .sort((a, b) => byCodeUnits(a.id, b.id));
}

/** Targets in the order of category and value, every text normalised. */
export function targetsInCanonicalOrder(targets: Targets): Target[] {
  return targets
    .map(({ category, value, min, max, minFlex, maxFlex }) => ({
      category: normalise(category),
      value: normalise(value),
      min,
      max,
      ...(minFlex === undefined ? {} : { minFlex }),
      ...(maxFlex === undefined ? {} : { maxFlex }),
    }))
    .sort((a, b) => byCodeUnits(a.category, b.category) || byCodeUnits(a.value, b.value));
}

/**
 * The text of `pool.json`, meant to be published. Its ids must already be pseudonymous tickets that only their holders
 * and the organiser can connect with a person, and its households labels such as `h1`, as `readPool` makes them: this
 * library publishes both as they are given.
 */
export const canonicalPool = (pool: Pool): string => canonicalJson(inCanonicalOrder(pool));

/** The text of `targets.json`. */
export const canonicalTargets = (targets: Targets): string => canonicalJson(targetsInCanonicalOrder(targets));

/** SHA-256 of the canonical text, in lower-case hex: what `sha256sum pool.json` prints. */
export const poolHash = (pool: Pool): string => sha256Hex(canonicalPool(pool));

/** SHA-256 of the canonical text, in lower-case hex: what `sha256sum targets.json` prints. */
export const targetsHash = (targets: Targets): string => sha256Hex(canonicalTargets(targets));
