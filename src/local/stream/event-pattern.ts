type Test = (value: unknown) => boolean
type ObjectTest = (value: Readonly<Record<string, unknown>>) => boolean

/** Turns an EventBridge pattern into a test of events; throws a sentence on anything the local bus does not know. */
export function compilePattern(pattern: unknown, at = 'the pattern'): (event: unknown) => boolean {
  const test = fieldsTest(pattern, at)
  return (event) => isObject(event) && test(event)
}

function fieldsTest(pattern: unknown, at: string): ObjectTest {
  if (!isObject(pattern)) throw new Error(`At ${at} stands ${JSON.stringify(pattern)}: write an object of fields.`)
  const tests = Object.entries(pattern).map(([field, wanted]): ObjectTest => {
    if (field === '$or') return alternatives(wanted, `${at}.$or`)
    if (!Array.isArray(wanted)) return nested(field, fieldsTest(wanted, `${at}.${field}`))
    return leaf(field, wanted, `${at}.${field}`)
  })
  if (tests.length === 0) throw new Error(`At ${at} stands an empty object: name at least one field.`)
  return (value) => tests.every((test) => test(value))
}

function alternatives(wanted: unknown, at: string): ObjectTest {
  if (!Array.isArray(wanted) || wanted.length < 2) throw new Error(`At ${at} write a list of two patterns or more.`)
  const tests = wanted.map((pattern: unknown, index) => fieldsTest(pattern, `${at}[${index}]`))
  return (value) => tests.some((test) => test(value))
}

/** Every condition below one field of a list must hold for the same element of that list. */
function nested(field: string, test: ObjectTest): ObjectTest {
  const ofOne: Test = (inner) => (Array.isArray(inner) ? inner.some(ofOne) : test(isObject(inner) ? inner : {}))
  return (value) => ofOne(value[field])
}

function leaf(field: string, matchers: readonly unknown[], at: string): ObjectTest {
  if (matchers.length === 0) throw new Error(`At ${at} stands an empty list, which nothing can match.`)
  const tests = matchers.map((matcher) => matcherTest(matcher, at))
  return (value) => {
    const found = leavesOf(value[field])
    return tests.some((test) => test(found))
  }
}

/** The values of a leaf: a list matches by any of its elements; objects and what is missing are no values. */
function leavesOf(value: unknown): readonly unknown[] {
  if (value === undefined || isObject(value)) return []
  return Array.isArray(value) ? value.flatMap(leavesOf) : [value]
}

type LeafTest = (values: readonly unknown[]) => boolean

const any =
  (test: Test): LeafTest =>
  (values) =>
    values.some(test)

function matcherTest(matcher: unknown, at: string): LeafTest {
  if (!isObject(matcher)) {
    if (Array.isArray(matcher)) throw new Error(`At ${at} a list stands within a list: write its values directly.`)
    return any((value) => value === matcher)
  }
  const [operator = '', ...others] = Object.keys(matcher)
  if (others.length > 0) throw new Error(`At ${at} one matcher names ${operator} and ${others[0]}: write two matchers.`)
  const wanted = matcher[operator]
  if (operator === 'exists') {
    if (typeof wanted !== 'boolean') throw new Error(`At ${at} exists is ${String(wanted)}: write true or false.`)
    return (values) => values.length > 0 === wanted
  }
  if (operator === 'numeric') return any(numericTest(wanted, at))
  if (operator === 'anything-but') return any(butTest(wanted, at))
  return any(textTest(operator, wanted, at))
}

function textTest(operator: string, wanted: unknown, at: string): Test {
  if (isObject(wanted) && (operator === 'prefix' || operator === 'suffix')) {
    const folded = textIn(wanted['equals-ignore-case'], `${at}.${operator}`).toLowerCase()
    return textTestOf(operator, folded, (value) => value.toLowerCase())
  }
  return textTestOf(operator, textIn(wanted, at), (value) => value, at)
}

function textTestOf(operator: string, text: string, fold: (value: string) => string, at = ''): Test {
  const onText =
    (test: (value: string) => boolean): Test =>
    (value) =>
      typeof value === 'string' && test(fold(value))
  switch (operator) {
    case 'prefix':
      return onText((value) => value.startsWith(text))
    case 'suffix':
      return onText((value) => value.endsWith(text))
    case 'equals-ignore-case':
      return onText((value) => value.toLowerCase() === text.toLowerCase())
    case 'wildcard':
      if (/\*\*|\\/.test(text))
        throw new Error(`At ${at} the wildcard “${text}” has ** or a backslash: write single stars.`)
      return onText((value) => wildcard(text.split('*'), value))
    default:
      throw new Error(`At ${at} stands “${operator}”, which the local bus does not know: ${knownOperators}.`)
  }
}

const knownOperators =
  'write a value, or prefix, suffix, equals-ignore-case, wildcard, numeric, exists, anything-but, $or'

// By hand rather than as a regular expression: many stars would make that one try every combination.
function wildcard(parts: readonly string[], value: string): boolean {
  const [first = '', ...rest] = parts
  const last = rest.pop()
  if (last === undefined) return value === first
  if (!value.startsWith(first) || !value.endsWith(last) || value.length < first.length + last.length) return false
  let from = first.length
  const end = value.length - last.length
  for (const part of rest) {
    const found = value.indexOf(part, from)
    if (found < 0 || found + part.length > end) return false
    from = found + part.length
  }
  return true
}

function butTest(wanted: unknown, at: string): Test {
  if (isObject(wanted)) {
    const [operator = '', ...others] = Object.keys(wanted)
    if (others.length > 0) throw new Error(`At ${at} anything-but names ${operator} and ${others[0]}: write one.`)
    const tests = listOf(wanted[operator]).map((text) => textTest(operator, text, `${at}.anything-but`))
    return (value) => !tests.some((test) => test(value))
  }
  const excluded = listOf(wanted)
  const odd = excluded.find((value) => typeof value !== 'string' && typeof value !== 'number')
  if (odd !== undefined || excluded.length === 0) throw new Error(`At ${at} anything-but takes texts and numbers.`)
  return (value) => !excluded.includes(value)
}

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
}

function numericTest(wanted: unknown, at: string): Test {
  const wrong = () => new Error(`At ${at} numeric is ${JSON.stringify(wanted)}: write [">=", 1, "<", 10], say.`)
  if (!Array.isArray(wanted) || wanted.length === 0 || wanted.length % 2 !== 0) throw wrong()
  const tests = wanted.flatMap((sign: unknown, index): ((value: number) => boolean)[] => {
    if (index % 2 === 1) return []
    const compare = typeof sign === 'string' ? comparisons[sign] : undefined
    const limit: unknown = wanted[index + 1]
    if (compare === undefined || typeof limit !== 'number') throw wrong()
    return [(value) => compare(value, limit)]
  })
  return (value) => typeof value === 'number' && tests.every((test) => test(value))
}

function textIn(wanted: unknown, at: string): string {
  if (typeof wanted === 'string') return wanted
  throw new Error(`At ${at} stands ${JSON.stringify(wanted)}: write a text there.`)
}

function listOf(wanted: unknown): readonly unknown[] {
  return Array.isArray(wanted) ? wanted : [wanted]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
