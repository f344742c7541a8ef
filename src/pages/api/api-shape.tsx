import type { Language } from '#schemas/language-names'

import { resolved, text, type ApiDocument, type ApiSchema } from './api-document'
import { Coded } from './coded'
import { apiTexts } from './texts/api'

type Props = { readonly document: ApiDocument; readonly schema: ApiSchema; readonly language: Language }

/** Deeper than this a shape is named, not taken apart: shapes may hold themselves. */
const deepest = 4

/** A shape, field by field, with what is inside of each. */
export function ApiShape({ depth = 0, ...props }: Props & { readonly depth?: number }) {
  const { document, language } = props
  const inner = innermost(document, props.schema)
  const t = apiTexts[language]
  const fields = Object.entries(inner.properties ?? {})
  const variants = inner.oneOf ?? inner.anyOf?.filter((one) => one.type !== 'null')
  if (fields.length === 0 && variants !== undefined && variants.length > 1 && depth < deepest) {
    return (
      <ul class="shape" aria-label={t.oneOf}>
        {variants.map((schema) => (
          <li>
            <span class="quiet">{typeText(document, schema, language)}</span>
            <ApiShape {...props} schema={schema} depth={depth + 1} />
          </li>
        ))}
      </ul>
    )
  }
  if (fields.length === 0) return depth === 0 ? <p class="quiet">{typeText(document, props.schema, language)}</p> : null
  return (
    <ul class="shape">
      {fields.map(([name, schema]) => (
        <li>
          <code>{name}</code>{' '}
          <span class="quiet small">
            {typeText(document, schema, language)}
            {inner.required?.includes(name) === true ? `, ${t.required}` : ''}
          </span>
          {schema.description === undefined ? null : (
            <p class="small">
              <Coded text={schema.description} />
            </p>
          )}
          {depth < deepest ? <ApiShape {...props} schema={schema} depth={depth + 1} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** What a shape is, in a few words: “list of Task”, “text: open, won, lost”, “number or nothing”. */
export function typeText(document: ApiDocument, schema: ApiSchema, language: Language): string {
  const t = apiTexts[language]
  const { name, schema: found } = resolved(document, schema)
  if (found.enum !== undefined) return found.enum.map(text).join(' · ')
  if (found.const !== undefined) return text(found.const)
  if (found.type === 'array') return `${t.listOf} ${typeText(document, found.items ?? {}, language)}`
  if (name !== undefined) return name
  const variants = found.anyOf ?? found.oneOf
  if (variants !== undefined) {
    const said = variants.filter((one) => one.type !== 'null').map((one) => typeText(document, one, language))
    return `${said.join(' | ')}${said.length < variants.length ? ` ${t.orNothing}` : ''}`
  }
  const types = Array.isArray(found.type) ? found.type : [found.type ?? 'any']
  const shown = types.filter((type) => type !== 'null').join(' | ')
  return `${shown}${found.format === undefined ? '' : ` (${found.format})`}${types.includes('null') ? ` ${t.orNothing}` : ''}`
}

/** Through references, lists and “or nothing” to the shape that has fields. */
function innermost(document: ApiDocument, schema: ApiSchema): ApiSchema {
  const { schema: found } = resolved(document, schema)
  if (found.items !== undefined) return innermost(document, found.items)
  const variants = (found.anyOf ?? []).filter((one) => one.type !== 'null')
  const [only] = variants
  if (variants.length === 1 && only !== undefined) return innermost(document, only)
  if (typeof found.additionalProperties === 'object') return innermost(document, found.additionalProperties)
  const [pattern] = Object.values(found.patternProperties ?? {})
  return pattern === undefined ? found : innermost(document, pattern)
}
