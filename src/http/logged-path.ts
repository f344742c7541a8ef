import { paramNames, type Operation } from './operation'

/** Whether the address itself is the secret: what anybody may ask for is guarded by nothing but the names in it. */
export function hasSecretAddress({ right, path }: Pick<Operation, 'right' | 'path'>): boolean {
  return right === 'public' && paramNames(path).length > 0
}

/**
 * An address as a log may keep it. Everything below an address that is a secret is left out, whether or not an operation
 * is there: who mistypes a method or an ending has still sent the secret.
 */
export function loggedPath(path: string, operations: readonly Pick<Operation, 'right' | 'path'>[]): string {
  const secret = operations.find((one) => hasSecretAddress(one) && path.startsWith(openPart(one.path)))
  return secret === undefined ? path : secret.path
}

/** What of an address comes before its first name in braces. */
function openPart(path: string): string {
  return path.slice(0, path.indexOf('{'))
}
