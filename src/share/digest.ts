import { createHash } from 'node:crypto';

/** Twelve hexadecimal digits that change with what they are made of: the SHA-256 of its JSON, cut. */
export const digest = (value: unknown): string => createHash('sha256').update(typeof value === 'string' ? value : JSON.stringify(value)).digest('hex').slice(0, 12);
