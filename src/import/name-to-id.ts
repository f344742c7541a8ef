import { latinOf } from '#domain/kernel/latin'

/**
 * Makes an id out of a name or of any other key: `José Saraiva` becomes `jose.saraiva`, `101 Иванов` becomes `n101.ivanov`.
 * Letters that have no Latin spelling here are written by their number, so that no two of them become the same.
 */
export function nameToId(name: string): string {
  return latinOf(name)
    .replace(/^(?=\d)/, 'n')
    .slice(0, 64)
    .replace(/\.+$/, '')
}
