import type { Language } from '#schemas/language-names'

import {
  contentOf,
  curlLine,
  reasonsOf,
  text,
  type Addressed,
  type ApiDocument,
  type ApiOperation,
  type ApiSchema,
} from './api-document'
import { ApiShape, typeText } from './api-shape'
import { Coded } from './coded'
import { apiTexts } from './texts/api'

type Props = {
  readonly document: ApiDocument
  readonly found: Addressed
  readonly language: Language
  readonly host: string
}

/** Everything there is to know about one operation. */
export function ApiOperationView(props: Props) {
  const { document, found, language, host } = props
  const { method, path, operation } = found
  const t = apiTexts[language]
  const body = contentOf(operation.requestBody?.content)
  const good = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))
  const answer = contentOf(good?.[1].content)
  const right = operation['x-right'] ?? 'signed_in'
  return (
    <>
      <header class="page-head">
        <h1>{operation.summary}</h1>
        <span class="grow" />
        <a href="/app/api-reference">{t.all}</a>
      </header>
      <div class="stack">
        <section class="card">
          <p class="api-address">
            <span class={`method method-${method.toLowerCase()}`}>{method}</span>
            <code>{path}</code>
          </p>
          {operation.description === undefined ? null : (
            <p>
              <Coded text={operation.description} />
            </p>
          )}
          <p class="quiet">
            {t.right}: {t.rights[right] ?? <code>{right}</code>}
          </p>
          <Code text={curlLine(found, host)} label={t.try} />
        </section>
        <Parameters operation={operation} language={language} document={document} />
        <Content document={document} language={language} title={t.body} schema={body?.schema} example={body?.example} />
        <Content
          document={document}
          language={language}
          title={`${t.answer}${good === undefined ? '' : ` · ${good[0]}`}`}
          schema={answer?.schema}
          example={answer?.example}
        />
        <Refusals operation={operation} language={language} />
      </div>
    </>
  )
}

function Parameters({
  operation,
  language,
  document,
}: {
  readonly operation: ApiOperation
  readonly language: Language
  readonly document: ApiDocument
}) {
  const t = apiTexts[language]
  const { parameters = [] } = operation
  if (parameters.length === 0) return null
  return (
    <section class="card" aria-labelledby="parameters">
      <header>
        <h2 id="parameters">{t.parameters}</h2>
      </header>
      <div class="scroll-x" tabindex={0} role="region" aria-labelledby="parameters">
        <table class="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.where}</th>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.example}</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map((one) => (
              <tr>
                <th scope="row">
                  <code>{one.name}</code>
                  {one.required === true ? <span class="source">{t.required}</span> : null}
                </th>
                <td>{t.places[one.in] ?? one.in}</td>
                <td class="wide">
                  <Coded text={one.description ?? one.schema?.description ?? ''} />
                  <span class="source">{one.schema === undefined ? '' : typeText(document, one.schema, language)}</span>
                </td>
                <td data-name={t.example} class={one.example === undefined ? 'none' : undefined}>
                  {one.example === undefined ? '' : <code>{text(one.example)}</code>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Content({
  document,
  language,
  title,
  schema,
  example,
}: {
  readonly document: ApiDocument
  readonly language: Language
  readonly title: string
  readonly schema: ApiSchema | undefined
  readonly example: unknown
}) {
  const t = apiTexts[language]
  if (schema === undefined && example === undefined) return null
  return (
    <section class="card" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <div class="api-content">
        {schema === undefined ? null : <ApiShape document={document} schema={schema} language={language} />}
        {example === undefined ? null : <Code text={JSON.stringify(example, undefined, 2)} label={t.example} />}
      </div>
    </section>
  )
}

function Refusals({ operation, language }: { readonly operation: ApiOperation; readonly language: Language }) {
  const t = apiTexts[language]
  const refused = Object.entries(operation.responses ?? {}).filter(([status]) => /^[45]/.test(status))
  if (refused.length === 0) return null
  return (
    <section class="card" aria-labelledby="refusals">
      <header>
        <h2 id="refusals">{t.refusals}</h2>
      </header>
      <table>
        <tbody>
          {refused.map(([status, { description }]) => (
            <tr>
              <th scope="row">{status}</th>
              <td>
                <ul class="reasons">
                  {reasonsOf(description).map(({ code, says }) => (
                    <li>
                      <Coded text={says} />
                      {code === '' ? null : <code class="source">{code}</code>}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Code({ text: shown, label }: { readonly text: string; readonly label: string }) {
  return (
    <pre class="code" tabindex={0} role="region" aria-label={label}>
      <code>{shown}</code>
    </pre>
  )
}
