import { invalid } from '#embedded/fault'
import { isPrecise, negated, sumOf, type Numeric } from '#embedded/number'
import { isIn, kindOf, type Item } from '#embedded/value'

import { valueOf } from './condition'
import { doOverlap, isMap, resolved, valueAt, type Path, type Stands } from './path'
import type { Setting, Update } from './update'

type Change = { readonly path: Path; readonly to: unknown }

const gone = Symbol('gone')

/** The paths an update changes, with their real names; two that meet are refused. */
export function changedPaths(update: Update, stands: Stands): readonly Path[] {
  const paths = [...update.set, ...update.remove, ...update.add, ...update.delete].map(({ path }) =>
    resolved(path, stands),
  )
  for (const [at, path] of paths.entries()) {
    const other = paths.slice(at + 1).find((one) => doOverlap(one, path) || doOverlap(path, one))
    if (other === undefined) continue
    const both = `path one: [${path.join(', ')}], path two: [${other.join(', ')}]`
    throw invalid(`Invalid UpdateExpression: Two document paths overlap with each other; ${both}`)
  }
  return paths
}

/** The item as the update leaves it; every value is worked out from the item as it was. */
export function updated(item: Item, update: Update, stands: Stands): Item {
  const changes: Change[] = [
    ...update.set.map(({ path, to }) => ({ path: resolved(path, stands), to: settingOf(to, item, stands) })),
    ...update.add.map(({ path, value }) => added(item, resolved(path, stands), stands.values[value])),
    ...update.delete.map(({ path, value }) => withoutMembers(item, resolved(path, stands), stands.values[value])),
    // From the end of a list, so that the places before stay what they were.
    ...update.remove
      .map(({ path }) => ({ path: resolved(path, stands), to: gone as unknown }))
      .toSorted((a, b) => Number(b.path.at(-1)) - Number(a.path.at(-1)) || 0),
  ]
  let result = item
  for (const { path, to } of changes) result = put(result, path, to) as Item
  return result
}

function settingOf(setting: Setting, item: Item, stands: Stands): unknown {
  if (setting.is === 'operand') {
    const value = valueOf(setting.of, item, stands)
    if (value !== undefined) return value
    throw invalid('The provided expression refers to an attribute that does not exist in the item')
  }
  if (setting.is === 'first_of') {
    return valueAt(item, resolved(setting.path, stands)) ?? settingOf(setting.otherwise, item, stands)
  }
  const left = settingOf(setting.left, item, stands)
  const right = settingOf(setting.right, item, stands)
  if (setting.is === 'joined') {
    if (Array.isArray(left) && Array.isArray(right)) return [...(left as unknown[]), ...(right as unknown[])]
    throw wrongType()
  }
  if (!isNumeric(left) || !isNumeric(right)) throw wrongType()
  return sumOf(left, setting.is === '+' ? right : negated(right))
}

function added(item: Item, path: Path, value: unknown): Change {
  const was = valueAt(item, path)
  if (isNumeric(value)) {
    if (was !== undefined && !isNumeric(was)) throw wrongType()
    return { path, to: sumOf(was ?? 0, value) }
  }
  if (!(value instanceof Set)) {
    throw invalid('Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD')
  }
  if (was === undefined) return { path, to: value }
  if (!(was instanceof Set) || kindOf(was) !== kindOf(value)) throw wrongType()
  return { path, to: new Set([...was, ...[...value].filter((one) => !isIn(was, one))]) }
}

function withoutMembers(item: Item, path: Path, value: unknown): Change {
  const was = valueAt(item, path)
  if (!(value instanceof Set)) {
    throw invalid('Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE')
  }
  if (was === undefined) return { path, to: gone }
  if (!(was instanceof Set) || kindOf(was) !== kindOf(value)) throw wrongType()
  const left = [...was].filter((one) => !isIn(value, one))
  // There are no empty sets: what loses its last member is gone.
  return { path, to: left.length === 0 ? gone : new Set(left) }
}

function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || isPrecise(value)
}

function wrongType(): Error {
  return invalid('An operand in the update expression has an incorrect data type')
}

/** A copy of what holds the path, changed there; what is not on the way is shared with the old one. */
function put(holder: unknown, [step = '', ...rest]: Path, to: unknown): unknown {
  if (typeof step === 'number') {
    if (!Array.isArray(holder)) throw invalidPath()
    const list: unknown[] = [...(holder as unknown[])]
    if (rest.length > 0) list[step] = put(inside(list[step]), rest, to)
    else if (to === gone) list.splice(step, 1)
    // Beyond the end means at the end: a list has no gaps.
    else list[Math.min(step, list.length)] = to
    return list
  }
  if (!isMap(holder)) throw invalidPath()
  if (rest.length > 0) return { ...holder, [step]: put(inside(holder[step]), rest, to) }
  if (to !== gone) return { ...holder, [step]: to }
  const { [step]: _gone, ...left } = holder
  return left
}

function inside(value: unknown): unknown {
  if (value === undefined) throw invalidPath()
  return value
}

function invalidPath(): Error {
  return invalid('The document path provided in the update expression is invalid for update')
}
