import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits that fit into an address. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: enough to know it again, useless to whoever reads the database. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
