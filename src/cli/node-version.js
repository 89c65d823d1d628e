/** The oldest Node on which better-sqlite3 does not crash and TypeScript runs as it is. */
const OLDEST = [22, 18];

/** @param {string} version such as `22.18.0` @param {number[]} oldest major and minor */
export function isOlder(version, oldest) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

export const isTooOld = () => isOlder(process.versions.node, OLDEST);

export const tooOldSentence =
  `Alqa needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}. ` +
  'Start it with "npm start", which brings its own Node, or install a newer one from https://nodejs.org.';
