import { paramNames, type Operation } from './operation'

/** Whether the address itself is the secret: what anybody may ask for is guarded by nothing but the names in it. */
export function hasSecretAddress({ right, path }: Pick<Operation, 'right' | 'path'>): boolean {
  return right === 'public' && paramNames(path).length > 0
}

/**
 * An address as a log may keep it, of the paths that are secrets. Everything below such a path is left out, whether or
 * not an operation is there: who mistypes a method or an ending has still sent the secret.
 */
export function loggedPath(path: string, secretPaths: readonly string[]): string {
  return secretPaths.find((one) => path.startsWith(openPart(one))) ?? path
}

/** What of an address comes before its first name in braces. */
function openPart(path: string): string {
  return path.slice(0, path.indexOf('{'))
}
