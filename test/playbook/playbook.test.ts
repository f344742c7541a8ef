import type { Language } from '#schemas/language-names'
import { readFileSync } from 'node:fs'
import { parseMermaid } from 'beautiful-mermaid'
import { describe, expect, test } from 'vitest'
import { htmlDocument } from '#playbook/document'
import { playbook, playbookPage } from '#playbook/playbook'
import { stylesheet } from '#playbook/stylesheet'
import { languages } from '#schemas/language-names'
import type { Model } from '#schemas/model'
import { attribute, parsed, textFrom, textIn } from '#test/playbook/html'
import { books, everyStage, everyTask, rulesOf } from '#test/playbook/rules'

const cases = books.flatMap(([name, model]) => languages.map((language) => [name, language, model] as const))

function pageOf(model: Model, language: Language, slug: string): { readonly html: string; readonly markdown: string } {
  const found = playbook(model, language).pages.find((page) => page.slug === slug)
  if (found === undefined) throw new Error(`There is no page ${slug}.`)
  return found
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe.each(cases)('of %s in %s', (_, language, model) => {
  const book = playbook(model, language)
  const pages = Object.fromEntries(book.pages.map((page) => [page.slug, page]))
  const textOf = (slug: string): string => parsed(pages[slug]?.html ?? '').text

  test('every task stands in its stage with what to do, who does it and the steps to tick off', () => {
    for (const { pipeline, stage, task } of everyTask(model)) {
      const told = textFrom(pages[`direction-${pipeline.id}`]?.html ?? '', `task-${stage.id}-${task.id}`)
      expect(told).toContain(squeezed(task.do))
      for (const step of task.checklist) expect(told).toContain(squeezed(step))
      if (model.roles[task.by] !== undefined) expect(told).toContain(model.roles[task.by]?.name)
    }
  })

  test('every task is on the page of whoever does it, a deal’s manager’s also on those of the roles that get such deals, and on no other', () => {
    for (const id of ['owner', 'owner_manager', ...Object.keys(model.roles)]) {
      const { elements } = parsed(pages[`role-${id}`]?.html ?? '')
      const names = elements
        .filter((element) => element.tagName === 'th' && attribute(element, 'scope') === 'row')
        .map((element) => squeezed(textIn(element)))
      const gets = new Set(
        model.newDeals
          .filter(({ giveTo, otherwise }) => [giveTo, otherwise].includes(id))
          .map(({ pipeline }) => pipeline),
      )
      const owed = [
        everyTask(model).filter(({ task }) => task.by === id),
        everyTask(model).filter(({ task, pipeline }) => task.by === 'owner' && gets.has(pipeline.id)),
      ].flatMap((tasks) => [...new Map(tasks.map(({ task }) => [task.origin.path, squeezed(task.do)])).values()])
      expect(names).toHaveLength(owed.length)
      for (const [index, name] of owed.entries()) expect(names[index]).toContain(name)
    }
  })

  test('a gate says every field and every condition, what people are told and who may let pass', () => {
    for (const { pipeline, stage } of everyStage(model)) {
      const told = textFrom(pages[`direction-${pipeline.id}`]?.html ?? '', `stage-${stage.id}`)
      const asked = [...(stage.gate?.filled ?? []), ...(stage.gate?.must?.all ?? []).map(({ field }) => field)]
      const fields = asked.map((id) => model.fields[id]).filter((field) => field?.builtIn === false)
      for (const field of fields) expect(told).toContain(squeezed(field?.name ?? ''))
      if (stage.gate?.message !== undefined) expect(told).toContain(squeezed(stage.gate.message))
      const role = model.roles[stage.gate?.mayOverride ?? '']
      if (role !== undefined) expect(told).toContain(squeezed(role.name))
      if (stage.goal !== undefined) expect(told).toContain(squeezed(stage.goal))
    }
  })

  test('the glossary has every field, option, event and axis', () => {
    const glossary = pages['glossary']?.html ?? ''
    for (const field of Object.values(model.fields)) {
      const row = textFrom(glossary, `field-${field.id}`)
      if (!field.builtIn)
        for (const name of [field.name, ...Object.values(field.options ?? {})]) expect(row).toContain(name)
    }
    for (const [id, { name }] of Object.entries(model.events)) expect(textFrom(glossary, `event-${id}`)).toContain(name)
    for (const { name } of Object.values(model.pipelines))
      if (Object.keys(model.axes).length > 0) expect(textOf('glossary')).toContain(name)
  })

  test('every rule, ladder, routing line and reason is told', () => {
    for (const rule of model.automation) {
      const told = textFrom(pages['automation']?.html ?? '', `rule-${rule.id}`)
      for (const action of rule.actions) if (action.kind === 'add_task') expect(told).toContain(action.template.do)
    }
    for (const [id, steps] of Object.entries(model.escalations)) {
      const told = textFrom(pages['automation']?.html ?? '', `ladder-${id}`)
      const roles = steps.flatMap(({ notify, giveTo }) => [...notify, ...(giveTo === undefined ? [] : [giveTo])])
      for (const role of roles) if (model.roles[role] !== undefined) expect(told).toContain(model.roles[role].name)
    }
    for (const line of model.newDeals) expect(textOf('deals')).toContain(model.pipelines[line.pipeline]?.name)
    for (const { reasons } of Object.values(model.outcomes)) {
      for (const reason of Object.values(reasons)) expect(textOf('deals')).toContain(reason)
    }
  })

  test('no page says an id of the file: whoever reads it writes no rules', () => {
    const { axes, automation, escalations, calendars, roles, fields, events, outcomes } = model
    const ids = [
      ...[
        axes,
        escalations,
        calendars,
        roles,
        fields,
        events,
        outcomes.lost.reasons,
        outcomes.cancelled.reasons,
      ].flatMap((declared) => Object.keys(declared)),
      ...Object.values(axes).flat(),
      ...automation.map(({ id }) => id),
      ...everyStage(model).map(({ stage }) => stage.id),
      ...everyTask(model).map(({ task }) => task.id),
    ].filter((id) => /[_\d]/.test(id))
    const said = book.pages.flatMap(({ slug, html }) => {
      const { text } = parsed(html)
      return ids.filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'u').test(text)).map((id) => `${slug}: ${id}`)
    })
    expect(ids.length).toBeGreaterThan(0)
    expect(said).toEqual([])
  })

  test('every link leads to a place that is there', () => {
    const ids = Object.fromEntries(
      book.pages.map(({ slug, html }) => [
        slug,
        new Set(
          parsed(html)
            .elements.map((element) => attribute(element, 'id'))
            .filter((id) => id !== undefined),
        ),
      ]),
    )
    for (const { html } of book.pages) {
      for (const element of parsed(html).elements.filter(({ tagName }) => tagName === 'a')) {
        const href = attribute(element, 'href') ?? ''
        if (href.startsWith('https:')) continue
        const [, slug, anchor] = /^([\w-]+)\.html(?:#([\w-]+))?$/.exec(href) ?? []
        expect(Object.keys(ids)).toContain(slug)
        if (anchor !== undefined) expect([...(ids[slug ?? ''] ?? [])]).toContain(anchor)
      }
    }
  })

  test('every link of the Markdown leads to a place that is there', () => {
    const texts = Object.fromEntries(book.pages.map(({ slug, markdown }) => [slug, markdown]))
    for (const { markdown } of book.pages) {
      for (const [, slug, anchor] of markdown.matchAll(/\]\(([\w-]+)\.md(?:#([\w-]+))?\)/g)) {
        expect(Object.keys(texts)).toContain(slug)
        if (anchor !== undefined) expect(texts[slug ?? '']).toContain(`<a id="${anchor}"></a>`)
      }
    }
  })

  test('the pages are sound HTML without styles, scripts and things from elsewhere', () => {
    for (const page of book.pages) {
      const { elements, errors } = parsed(htmlDocument(page, book, language))
      expect({ page: page.slug, errors }).toEqual({ page: page.slug, errors: [] })
      const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { tagName, attrs } of elements) {
        expect(['script', 'style', 'img', 'iframe', 'object', 'form']).not.toContain(tagName)
        expect(attrs.filter(({ name }) => name === 'style' || name.startsWith('on'))).toEqual([])
        expect(attrs.filter(({ value }) => /^\s*javascript:/i.test(value))).toEqual([])
      }
    }
  })

  test('headings go down one level at a time, and every table says what it holds and heads its columns', () => {
    for (const { slug, html } of book.pages) {
      const { elements } = parsed(html)
      const levels = elements.flatMap(({ tagName }) => (/^h\d$/.test(tagName) ? [Number(tagName.slice(1))] : []))
      expect({ slug, first: levels.filter((level) => level === 1) }).toEqual({ slug, first: [1] })
      levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1))
      for (const table of elements.filter((one) => attribute(one, 'class') === 'playbook-table')) {
        const inside = table.childNodes.map(({ nodeName }) => nodeName)
        expect(inside).toContain('caption')
        expect(inside).toContain('thead')
      }
      for (const cell of elements.filter(({ tagName }) => tagName === 'th')) {
        expect(['col', 'row']).toContain(attribute(cell, 'scope'))
      }
    }
  })

  test('the drawing of a direction has its stages in order, as Mermaid and as a picture', () => {
    for (const pipeline of Object.values(model.pipelines)) {
      const page = pages[`direction-${pipeline.id}`]
      const code = /```mermaid\n([\s\S]*?)\n```/.exec(page?.markdown ?? '')?.[1] ?? ''
      const { nodes, edges } = parseMermaid(code)
      const way = pipeline.stages.map(({ id }) => `s_${id}`)
      expect([...nodes.keys()].filter((id) => id.startsWith('s_'))).toEqual(way)
      const solid = edges.filter(({ style }) => style === 'solid').map(({ source, target }) => [source, target])
      expect(solid).toEqual(['start', ...way].map((id, index) => [id, [...way, 'finish'][index]]))
      const drawn = parsed(page?.html ?? '').elements.filter(
        (element) => element.tagName === 'a' && (attribute(element, 'class') ?? '').includes('playbook-step'),
      )
      expect(drawn.map((element) => attribute(element, 'href'))).toEqual(
        pipeline.stages.map(({ id }) => `direction-${pipeline.id}.html#stage-${id}`),
      )
    }
  })

  test('a page asked for alone is the page of the book', () => {
    const address = ({ page, anchor }: { page: string; anchor?: string }): string =>
      `${page}.html${anchor === undefined ? '' : `#${anchor}`}`
    for (const { slug, html, title } of book.pages) {
      expect(playbookPage(model, language, { slug, address })).toEqual({ html, title })
    }
    expect(playbookPage(model, language, { slug: 'role-nobody', address })).toBeUndefined()
  })
})

test('nothing but the words of the rules is in English in the Russian book', () => {
  const russian = rulesOf(readFileSync('examples/pipelines.ru.yaml', 'utf8'))

  // Forms are called as the site calls them; what texts to clients are filled with stands in braces.
  const forms = russian.intake?.lines.flatMap(({ when }) => when?.forms ?? []) ?? []
  const ids = [...russian.automation.map(({ id }) => id), ...Object.keys(russian.escalations), ...forms]

  for (const { html, slug } of playbook(russian, 'ru').pages) {
    const withoutIds = html.replace(/<code>[^<]*<\/code>|\{[\w.]+\}/g, ' ')
    const words = parsed(withoutIds).text.match(/[A-Za-z]{2,}/g) ?? []
    const known = new Set(['Europe', 'Moscow', ...ids.flatMap((id) => id.split('_'))])
    expect({ slug, left: words.filter((word) => !known.has(word)) }).toEqual({ slug, left: [] })
  }
})

test('Markdown of people becomes HTML, their tags stay text and their pictures become links', () => {
  const [, , [, model]] = books as readonly [unknown, unknown, readonly [string, Model]]
  const { html, markdown } = pageOf(model, 'en', 'direction-companies')

  expect(html).toContain('<strong>hello</strong>')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).toContain('<a href="https://example.org/x.png">pic</a>')
  expect(html).toContain('Meeting &lt;b&gt; &amp; &quot;tea&quot;')
  expect(markdown).not.toContain('<script>')
})

test('the stylesheet has every class that the pages use, and asks nobody else for anything', () => {
  const used = new Set(
    books.flatMap(([, model]) => {
      const book = playbook(model, 'en')
      const elements = book.pages.flatMap((page) => parsed(htmlDocument(page, book, 'en')).elements)
      return elements.flatMap((element) => (attribute(element, 'class') ?? '').split(' ').filter((name) => name !== ''))
    }),
  )

  expect([...used].filter((name) => !stylesheet.includes(`.${name}`))).toEqual([])
  expect(stylesheet).not.toMatch(/@import|url\(/)
})
