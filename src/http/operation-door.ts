import { checkOperations } from './check-operations'
import { hasSecretAddress } from './logged-path'
import type { Method, Operation } from './operation'

/**
 * The operations of one place: at which addresses they answer, and where they are. Their declarations are loaded with the
 * first request to one of them, so that a start costs the same however many operations there are.
 */
export type OperationDoor = {
  /** `GET /deals/{deal}`, each once. */
  readonly routes: readonly string[]
  /** The paths that are secrets themselves: no log keeps what stands in their braces. */
  readonly secret: readonly string[]
  readonly load: () => Promise<readonly Operation[]>
}

/** The address of an operation as doors name it. */
export function routeOf({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method} ${path}`
}

/** What a route names: `GET /deals/{deal}`. */
export function partsOfRoute(route: string): { readonly method: Method; readonly path: string } {
  const [method, path] = route.split(' ')
  return { method: method as Method, path: path ?? '' }
}

/** A door whose operations are there already. */
export function openDoor(operations: readonly Operation[]): OperationDoor {
  return {
    routes: operations.map(routeOf),
    secret: operations.filter(hasSecretAddress).map((one) => one.path),
    load: () => Promise.resolve(operations),
  }
}

/** Gives the operation at a route, loading its door when it is first asked for. Throws what is unsafe in the door. */
export function operationsBehind({ load }: OperationDoor): (route: string) => Promise<Operation> {
  let loaded: Promise<ReadonlyMap<string, Operation>> | undefined
  const loadOnce = async (): Promise<ReadonlyMap<string, Operation>> => {
    try {
      const operations = await load()
      checkOperations(operations)
      return new Map(operations.map((one) => [routeOf(one), one]))
    } catch (error) {
      // The next request tries again: what could not be read now may be readable then.
      loaded = undefined
      throw error
    }
  }
  return async (route) => {
    loaded ??= loadOnce()
    const found = (await loaded).get(route)
    if (found === undefined) throw new Error(`The door of ${route} has no such operation: run npm run generate.`)
    return found
  }
}

/** Refuses doors two of which answer at one address. */
export function checkDoors(doors: readonly OperationDoor[]): void {
  const places = doors.flatMap(({ routes }) => routes).map((route) => route.replaceAll(/\{[a-z]+\}/g, '{}'))
  const double = places.find((place, index) => places.indexOf(place) !== index)
  if (double !== undefined)
    throw new Error(`The operations are not fit to start:\nThere are two operations at ${double}.`)
}
