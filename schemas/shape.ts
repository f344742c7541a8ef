import Type, { type TObject, type TProperties, type TSchema } from 'typebox'

/** A closed object with a title: the TypeScript type, the validator and the `$ref` in OpenAPI all carry that name. */
export function shape<P extends TProperties>(title: string, properties: P, description?: string): TObject<P> {
  return Type.Object(properties, {
    title,
    additionalProperties: false,
    ...(description === undefined ? {} : { description }),
  })
}

/** A value of `type` or null: written as an explicit null so that a client can tell "empty" from "not sent". */
export function nullable<T extends TSchema>(type: T) {
  return Type.Union([type, Type.Null()])
}

/** One of the listed words. */
export function words<const T extends readonly string[]>(list: T, options: { description?: string } = {}) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...list], ...options })
}

/** An instant: UTC, ISO 8601 with milliseconds and `Z` (RFC 3339). */
export function instant(description: string) {
  return Type.String({ format: 'date-time', description, examples: ['2026-11-23T09:00:00.000Z'] })
}

/** A calendar day, `YYYY-MM-DD`, in the company's zone. */
export function day(description: string) {
  return Type.String({ format: 'date', description, examples: ['2026-11-23'] })
}

type TextOptions = {
  readonly maxLength: number
  readonly minLength?: number
  readonly description?: string
  readonly examples?: readonly string[]
}

/**
 * One line of text that somebody sends: trimmed at the door, without line breaks, control characters and characters that
 * turn the direction of writing. It is not empty, unless `minLength` is 0: then an empty one means none.
 */
export function line(options: TextOptions) {
  return Type.String({ format: 'line', minLength: 1, ...options })
}

/** A text of several lines that somebody sends, otherwise like `line`; empty for none, unless `minLength` is 1. */
export function prose(options: TextOptions) {
  return Type.String({ format: 'prose', ...options })
}
