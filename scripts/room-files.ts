/** The files of a small room that does something at each of its doors, by path; each is to be filled or taken away. */
export function roomFiles(name: string): Readonly<Record<string, string>> {
  const camel = name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const named = { name, camel, pascal: `${camel.slice(0, 1).toUpperCase()}${camel.slice(1)}`, key: keyOf(name) }
  const files = { ...inside(named), ...doors(named), ...pages(named) }
  return {
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`src/${name}/${path}`, text])),
    [`test/${name}/${name}.test.ts`]: testOf(named),
  }
}

type Named = { readonly name: string; readonly camel: string; readonly pascal: string; readonly key: string }

/** The beginning of the room's keys. Long ones cost bytes in every item: shorten it to two letters that are free. */
function keyOf(name: string): string {
  return name.replaceAll('-', '').toUpperCase()
}

function inside({ name, camel, pascal, key }: Named): Readonly<Record<string, string>> {
  return {
    'README.md': `# ${name}

What the room is for: say it here in a sentence or two, as to somebody who sells.

* **State:** ${camel} (\`${key}#{deal}\`).
* **Hears:** \`deal.created\` (consumer \`keep-${name}\`).
* **Tells:** nothing.
* **By the clock:** \`look-at-${name}\`, every night.
`,
    [`domain/${name}.ts`]: `/** What the room knows of a deal: since when it has known it. */
export type ${pascal} = { readonly deal: string; readonly since: string }

/** What is to be kept of a deal that was created at an instant. */
export function ${camel}Of(deal: string, at: string): ${pascal} {
  return { deal, since: at }
}
`,
    [`usecases/keep-${name}.ts`]: `import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'

import { ${camel}Of, type ${pascal} } from '#${name}/domain/${name}'

/** Takes note of a deal that is there. The deal is read as it is now: the event may come twice, late or out of order. */
export async function keep${pascal}({ deals }: Pick<Ports, 'deals'>, event: DomainEvent): Promise<${pascal} | undefined> {
  const deal = await deals.find(event.detail.dealId)
  return deal === undefined ? undefined : ${camel}Of(deal.id, deal.createdAt)
}
`,
    'store/keys.ts': `import type { Key, KeyLine } from '#store/key'

/** What is kept of ${name}. */
export const keyLines = [
  { item: '${name}', pk: '${key}#{deal}', sk: '#', question: 'what is known of a deal' },
] as const satisfies readonly KeyLine[]

/** The keys of ${name}. */
export const keys = { ${camel}: (deal: string): Key => ({ pk: \`${key}#\${deal}\`, sk: '#' }) } as const
`,
    'words/en.ts': `/** What ${name} says, in English. */
export const en = { title: '${pascal}', empty: 'Nothing is known yet.' } as const
`,
    'words/ru.ts': `import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = { title: '${pascal}', empty: 'Пока ничего не известно.' }
`,
  }
}

function doors({ name, pascal }: Named): Readonly<Record<string, string>> {
  return {
    'http/operations.ts': `import { operation } from '#http/operation'

/** What may be asked about ${name}. */
export const operations = [
  operation({
    id: 'read${pascal}',
    method: 'GET',
    path: '/${name}',
    right: 'signed_in',
    answer: 'Health',
    run: ({ ports }) => Promise.resolve({ status: 'ok' as const, at: ports.clock.now() }),
  }),
] as const
`,
    'http/described.ts': `import type { ChapterOf } from '#http/described'

import type { operations } from './operations'

/** What the description of the interface says about ${name}. */
export const described = {
  chapter: 85,
  operations: { read${pascal}: { tag: '${pascal}', summary: 'Whether ${name} can be asked' } },
} as const satisfies ChapterOf<typeof operations>
`,
    'http/examples.ts': `import type { ExamplesOf } from '#http/described'

import type { operations } from './operations'

/** An example of every operation on ${name}; only the description of the interface shows them. */
export const examples = {
  read${pascal}: { answer: { status: 'ok', at: '2026-11-24T12:00:00.000Z' } },
} as const satisfies ExamplesOf<typeof operations>
`,
    'events/consumers.ts': `import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'

/** What follows from an event for ${name}. */
export const consumers: readonly Consumer[] = [
  consumer({
    name: 'keep-${name}',
    on: ['deal.created'],
    run: eachSubject(async () => {
      const { keep${pascal} } = await import('#${name}/usecases/keep-${name}')
      return async (ports, event) => void (await keep${pascal}(ports, event))
    }),
  }),
]
`,
    'events/schedules.ts': `import type { Timed } from '#events/schedule'

/** What is done by the clock for ${name}. */
export const schedules: readonly Timed[] = [
  { name: 'look-at-${name}', when: { cron: '45 3 * * *' }, run: (_, at) => Promise.resolve({ at }) },
]
`,
  }
}

function pages({ name, camel, pascal }: Named): Readonly<Record<string, string>> {
  return {
    'pages/pages.tsx': `import type { PageSpec } from '#pages/page.tsx'

import { ${camel}Page } from './${name}-page'

/** The page of ${name}. */
export const pages: readonly PageSpec[] = [${camel}Page]
`,
    [`pages/${name}-page.tsx`]: `import type { PageSpec } from '#pages/page.tsx'

import { en } from '#${name}/words/en'
import { ru } from '#${name}/words/ru'

const words = { en, ru } as const

/** Shows ${name}. */
export const ${camel}Page: PageSpec = {
  id: '${camel}',
  path: '/app/${name}',
  right: 'signed_in',
  run: async ({ language }) => {
    const { title, empty } = words[language]
    return {
      title: '${pascal}',
      body: (
        <>
          <h1>{title}</h1>
          <p class="empty">{empty}</p>
        </>
      ),
    }
  },
}
`,
  }
}

function testOf({ name, camel }: Named): string {
  return `import { expect, test } from 'vitest'

import { ${camel}Of } from '#${name}/domain/${name}'

test('a deal is known since it was created', () => {
  expect(${camel}Of('deal_1', '2026-12-01T07:00:00.000Z')).toEqual({ deal: 'deal_1', since: '2026-12-01T07:00:00.000Z' })
})
`
}
