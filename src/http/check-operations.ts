import { rightKinds } from '#schemas/people-names'

import type { Operation } from './operation'
import { paramNames } from './operation'

const rights: ReadonlySet<string> = new Set([...rightKinds, 'signed_in', 'public'])

/** Refuses to start with operations that are unsafe or incomplete, and names every fault of every one. */
export function checkOperations(operations: readonly Operation[]): void {
  const faults = operations.flatMap((one, index) => [...doubles(one, operations.slice(0, index)), ...faultsOf(one)])
  if (faults.length > 0) throw new Error(`The operations are not fit to start:\n${faults.join('\n')}`)
}

function doubles(one: Operation, before: readonly Operation[]): readonly string[] {
  const place = (it: Operation): string => `${it.method} ${it.path.replaceAll(/\{[a-z]+\}/g, '{}')}`
  return [
    ...(before.some((other) => other.id === one.id) ? [`There are two operations ${one.id}.`] : []),
    ...(before.some((other) => place(other) === place(one)) ? [`There are two operations at ${place(one)}.`] : []),
  ]
}

function faultsOf(one: Operation): readonly string[] {
  // Declarations may come from untyped code; a missing right must not open the door.
  const right: string | undefined = one.right
  const isChange = one.method !== 'GET'
  const braces = one.path.split('{').length - 1
  return [
    ...(right === undefined || !rights.has(right) ? [`${one.id} does not say which right it needs.`] : []),
    ...(right === 'public' && isChange ? [`${one.id} changes something and is public.`] : []),
    ...(isChange && one.method !== 'DELETE' && one.body === undefined
      ? [`${one.id} changes something and names no body.`]
      : []),
    ...(braces === paramNames(one.path).length ? [] : [`${one.id} has a parameter without a name in ${one.path}.`]),
  ]
}
