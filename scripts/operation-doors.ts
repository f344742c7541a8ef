import { openDoor } from '#http/operation-door'
import type { Operation } from '#http/operation'

import { doorsOf } from './doors'
import { writtenBy } from './product-lists'

/** Where the operations of each place answer, as a list whose declarations are loaded when one is asked for. */
export async function operationDoorsText(root = '.'): Promise<string> {
  const doors = doorsOf({ layer: 'http', file: 'operations.ts', exports: 'operations' }, root)
  const texts = await Promise.all(doors.map(({ specifier }) => doorText(specifier)))
  return `${writtenBy}import type { OperationDoor } from '#http/operation-door'

/** Everything that may be asked over HTTP, by whose it is. */
export const operationDoors: readonly OperationDoor[] = [\n${texts.join('')}]\n`
}

async function doorText(specifier: string): Promise<string> {
  const { operations } = (await import(specifier)) as { readonly operations: readonly Operation[] }
  const { routes, secret } = openDoor(operations)
  return `  {
    routes: [\n${routes.map((route) => `      '${route}',\n`).join('')}    ],
    secret: [${secret.map((path) => `'${path}'`).join(', ')}],
    load: async () => (await import('${specifier}')).operations,
  },\n`
}
