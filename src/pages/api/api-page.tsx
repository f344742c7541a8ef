import { doorFault } from '#http/words/door-refusal'

import { operationsOf, curlLine, type ApiDocument, type Addressed } from './api-document'
import { ApiOperationView } from './api-operation'
import type { PageSpec } from '#pages/page.tsx'
import { apiTexts } from './texts/api'

/** Every operation of the API, to be found by a word. */
export const apiPage: PageSpec = {
  id: 'api',
  path: '/app/api-reference',
  nav: 'api',
  right: 'signed_in',
  run: async (ask) => {
    const t = apiTexts[ask.language]
    const document = (await ask.openApi()) as ApiDocument
    const operations = operationsOf(document)
    const first = operations.find(({ operation }) => operation.operationId === 'readMe') ?? operations[0]
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{t.intro}</p>
          </header>
          <div class="stack" data-filter-root="">
            <section class="card" aria-labelledby="api-start">
              <header>
                <h2 id="api-start">{t.start}</h2>
                <a href="/openapi.json">{t.machine}: /openapi.json</a>
              </header>
              <p class="quiet">{t.token}</p>
              {first === undefined ? null : <Code text={curlLine(first, ask.origin)} label={t.try} />}
            </section>
            <label class="field api-find">
              <span class="hidden">{t.find}</span>
              <input type="search" data-filter="" placeholder={t.find} autocomplete="off" />
            </label>
            <p class="empty" data-filter-none="" hidden>
              {t.none}
            </p>
            {(document.tags ?? []).map(({ name }) => (
              <Tag name={name} operations={operations.filter(({ operation }) => operation.tags?.[0] === name)} />
            ))}
          </div>
        </>
      ),
    }
  },
}

/** One operation: what it takes, what it gives, when it says no. */
export const apiOperationPage: PageSpec = {
  id: 'apiOperation',
  path: '/app/api-reference/:operation',
  nav: 'api',
  right: 'signed_in',
  run: async (ask) => {
    const t = apiTexts[ask.language]
    const document = (await ask.openApi()) as ApiDocument
    const id = ask.params['operation'] ?? ''
    const found = operationsOf(document).find(({ operation }) => operation.operationId === id)
    if (found === undefined) throw doorFault('not_found.operation', { id })
    return {
      title: `${found.operation.summary} · ${t.title}`,
      body: <ApiOperationView document={document} found={found} language={ask.language} host={ask.origin} />,
    }
  },
}

function Tag({ name, operations }: { readonly name: string; readonly operations: readonly Addressed[] }) {
  return (
    <section aria-labelledby={`tag-${name}`} data-filter-group="">
      <h2 id={`tag-${name}`} class="group-title">
        {name}
      </h2>
      <ul class="card api-list">
        {operations.map(({ method, path, operation }) => (
          <li data-filter-words={wordsOf({ method, path, operation })}>
            <a href={`/app/api-reference/${operation.operationId}`}>
              <span class={`method method-${method.toLowerCase()}`}>{method}</span>
              <code>{path}</code>
              <span class="quiet">{operation.summary}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function wordsOf({ method, path, operation }: Addressed): string {
  const { operationId, summary, description = '' } = operation
  return [method, path, operationId, summary, description, operation['x-right'] ?? ''].join(' ').toLowerCase()
}

function Code({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <pre class="code" tabindex={0} role="region" aria-label={label}>
      <code>{text}</code>
    </pre>
  )
}
