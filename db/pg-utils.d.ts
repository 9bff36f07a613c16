/** How pg writes a value for the wire: null, text or bytes. Its types leave this file out. */
declare module 'pg/lib/utils.js' {
  export function prepareValue(value: unknown): string | Buffer | null
}
