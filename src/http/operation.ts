import type { Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RightKind } from '#schemas/people-names'
import type { Language } from '#schemas/language-names'
import type { ShapeName, ShapeOf } from '#schemas/shapes'
import type { Command } from '#usecases/command'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The names in braces of a path: `/deals/{deal}/tasks` has `deal`. */
export type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [K in Name]: string } & ParamsOf<Rest>
  : unknown

type Shaped<N extends ShapeName | undefined> = N extends ShapeName ? ShapeOf<N> : undefined

/** What an operation is asked: everything is checked already, but whose row it is. */
export type Ask<
  Path extends string = string,
  Query extends ShapeName | undefined = undefined,
  Body extends ShapeName | undefined = undefined,
> = {
  readonly ports: Ports
  readonly caller: Caller
  readonly people: People
  readonly params: ParamsOf<Path>
  readonly query: Shaped<Query>
  readonly body: Shaped<Body>
  readonly command: Command
  /** The language that the reader’s browser asks for, English where it asks for none of ours. */
  readonly language: Language
  /** Where a list goes on and how much is wanted; the cursor is the store's, its signature has been checked. */
  readonly page: { readonly limit: number; readonly cursor?: string }
  /** The generated description of the interface, from wherever it was shipped. */
  readonly openApi: () => Promise<OpenApiDocument>
}

/** What is certain of the description of the interface, whatever it describes. */
export type OpenApiDocument = {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
}

/** How agents know an operation: by which name, what it does where its summary does not say it, and what they always say. */
export type ForAgents = {
  readonly as: string
  readonly does?: string
  readonly always?: Readonly<Record<string, unknown>>
}

/** One thing that may be asked over HTTP, as it is declared. What only OpenAPI says of it stands in `described.ts` beside it. */
export type OperationSpec<
  Id extends string,
  Path extends string,
  Query extends ShapeName | undefined,
  Body extends ShapeName | undefined,
  Answer extends ShapeName,
> = {
  /** Verb and noun, `moveDeal`: the operationId of OpenAPI. */
  readonly id: Id
  readonly method: Method
  readonly path: Path
  /** The right without which nobody comes in; `signed_in` where the use case looks at rows only. */
  readonly right: RightKind | 'signed_in' | 'public'
  /** The right by which a program with a key may ask what is open to everybody signed in; closed to programs where absent. */
  readonly forKeys?: RightKind
  /** The tool it is for agents; none where absent. */
  readonly agent?: ForAgents
  /** So many times a minute at most, whatever else is asked. */
  readonly rarely?: number
  readonly query?: Query
  readonly body?: Body
  readonly answer: Answer
  readonly status?: 200 | 201
  /** The answer is its `text`, or its `body` as a file called `name`, sent as this media type. JSON where absent. */
  readonly media?: string
  readonly ifMatch?: 'required' | 'optional'
  /** Whether an Idempotency-Key is heeded. */
  readonly once?: boolean
  /** Whether the answer comes in pages: `run` gives `items` and perhaps a `cursor`. */
  readonly paged?: boolean
  /** Whether the answer has sentences in the language of whoever asks. */
  readonly worded?: boolean
  readonly etag?: (answer: ShapeOf<Answer>) => string
  /** Whether the ETag is made of the answer itself: of what has no version of its own. */
  readonly tagged?: boolean
  /**
   * What is there of what is to be written, as reading it answers; undefined where nothing is. Who writes over it has to
   * say by If-Match which they have seen; `run` is given it, and writes only over that.
   */
  readonly current?: (ask: Ask<Path, Query, Body>) => Promise<ShapeOf<Answer> | undefined>
  readonly location?: (answer: ShapeOf<Answer>) => string
  readonly run: (
    ask: Ask<Path, Query, Body> & { readonly seen?: ShapeOf<Answer> | undefined },
  ) => Promise<ShapeOf<Answer> & { readonly cursor?: string }>
}

/** An operation of any kind, as the app and the generator see it. */
export type Operation = Omit<
  OperationSpec<string, string, ShapeName | undefined, ShapeName | undefined, ShapeName>,
  'run' | 'etag' | 'location' | 'current'
> & {
  readonly run: (ask: never) => Promise<unknown>
  readonly current?: (ask: never) => Promise<unknown>
  readonly etag?: (answer: never) => string
  readonly location?: (answer: never) => string
}

/** Declares an operation; params, query, body and answer are typed by the names of their shapes. */
export function operation<
  const Id extends string,
  const Path extends string,
  Answer extends ShapeName,
  Query extends ShapeName | undefined = undefined,
  Body extends ShapeName | undefined = undefined,
>(spec: OperationSpec<Id, Path, Query, Body, Answer>): Operation & { readonly id: Id } {
  return spec
}

/** The names in braces of a path, in order. */
export function paramNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([a-z]+)\}/g)].map((match) => match[1] ?? '')
}
