/** Anyone may keep it, but asks each time whether it still holds. */
export const REVALIDATE = 'public, max-age=0, must-revalidate';

/** For data that is alike for everyone, in every language. `sha256` is that of the body. */
export const dataHeaders = (sha256: string): Record<string, string> => ({
  etag: `"${sha256.slice(0, 32)}"`,
  'cache-control': REVALIDATE,
});
