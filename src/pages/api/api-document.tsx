/** A shape as JSON Schema describes it; only what the reference shows of it. */
export type ApiSchema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly properties?: Readonly<Record<string, ApiSchema>>
  readonly required?: readonly string[]
  readonly items?: ApiSchema
  readonly anyOf?: readonly ApiSchema[]
  readonly oneOf?: readonly ApiSchema[]
  readonly additionalProperties?: boolean | ApiSchema
  readonly patternProperties?: Readonly<Record<string, ApiSchema>>
}

type Content = Readonly<Record<string, { readonly schema?: ApiSchema; readonly example?: unknown }>>

/** A parameter of an operation. */
export type ApiParameter = {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: ApiSchema
  readonly example?: unknown
}

/** One operation, as OpenAPI describes it. */
export type ApiOperation = {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly 'x-right'?: string
  readonly parameters?: readonly ApiParameter[]
  readonly requestBody?: { readonly content?: Content }
  readonly responses?: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

/** The description of the API, as `/openapi.json` gives it. */
export type ApiDocument = {
  readonly tags?: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, ApiSchema>> }
}

/** An operation with its address. */
export type Addressed = { readonly method: string; readonly path: string; readonly operation: ApiOperation }

/** Every operation in the order of the document. */
export function operationsOf({ paths }: ApiDocument): readonly Addressed[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
}

/** The shape a reference leads to, and what it is called. */
export function resolved(
  { components }: ApiDocument,
  schema: ApiSchema,
): { readonly name?: string; readonly schema: ApiSchema } {
  const name = schema.$ref?.slice('#/components/schemas/'.length)
  const found = name === undefined ? undefined : components?.schemas?.[name]
  return name === undefined || found === undefined ? { schema } : { name, schema: found }
}

/** The first content of a body or an answer, whatever its media type. */
export function contentOf(content: Content | undefined) {
  const [entry] = Object.entries(content ?? {})
  return entry === undefined ? undefined : { media: entry[0], ...entry[1] }
}

/** The reasons of a refusal, which OpenAPI has in one text: “code: Sentence. code: Sentence”. */
export function reasonsOf(description: string): readonly { readonly code: string; readonly says: string }[] {
  return description.split(/\. (?=[a-z_]+: )/).map((part) => {
    const [, code = '', says = part] = /^([a-z_]+): (.*)$/s.exec(part) ?? []
    return { code, says: says.replace(/\.$/, '') }
  })
}

/** A line that asks for an operation with what its example has. */
export function curlLine({ method, path, operation }: Addressed, host: string): string {
  const parameters = operation.parameters ?? []
  const valueOf = (one: ApiParameter): string => encodeURIComponent(text(one.example))
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const found = parameters.find((one) => one.in === 'path' && one.name === name)
    return found?.example === undefined ? whole : valueOf(found)
  })
  const asked = parameters.filter((one) => one.in === 'query' && one.example !== undefined)
  const query = asked.map((one) => `${one.name}=${valueOf(one)}`).join('&')
  const body = contentOf(operation.requestBody?.content)?.example
  const headers = [
    ...(operation['x-right'] === 'public' ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...(parameters.some((one) => one.name === 'If-Match' && one.required === true) ? [`-H 'If-Match: "1"'`] : []),
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`]),
  ]
  const verb = method === 'GET' ? '' : ` -X ${method}`
  return [`curl${verb} '${host}${filled}${query === '' ? '' : `?${query}`}'`, ...headers].join(' \\\n  ')
}

/** A value as an address or a sentence has it. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
