import { answersPage, saysHowToAnswer } from './answers-page'
import { automationPage } from './automation-page'
import type { Draft, Target } from './blocks'
import { dealsPage } from './deals-page'
import { directionPage } from './direction-page'
import { glossaryPage } from './glossary-page'
import { homePage } from './home-page'
import { rolePage } from './role-page'
import { ruleActions, ruleHead } from './rule-lines'
import { everybody, slugs } from './playbook-scene'
import type { Scene } from './playbook-scene'
import { textHtml, toHtml } from './to-html'
import type { Address } from './html-text'
import { toMarkdown } from './to-markdown'
import { languages } from './words/languages'
import type { Language } from '#schemas/language-names'
import type { Model } from '#schemas/model'

/** A page of the playbook. `html` is what goes into a page's main part; `markdown` is a whole file. */
export type Page = { readonly slug: string; readonly title: string; readonly html: string; readonly markdown: string }

/** The playbook in one language; the first page leads to all others. */
export type Playbook = { readonly title: string; readonly pages: readonly Page[] }

/** Where the pages will be found; files beside each other unless said otherwise. */
export type Addresses = { readonly html: Address; readonly markdown: Address }

const files: Addresses = { html: fileAddress('html'), markdown: fileAddress('md') }

/** Writes the playbook a newcomer learns the job from, out of the rules themselves. */
export function playbook(model: Model, language: Language, addresses: Partial<Addresses> = {}): Playbook {
  const { html, markdown } = { ...files, ...addresses }
  const drafts = [...contents({ model, language, words: languages[language] }).values()].map((write) => write())
  const pages = drafts.map(({ slug, title, blocks }) => ({
    slug,
    title,
    html: toHtml(blocks, html),
    markdown: toMarkdown(blocks, markdown),
  }))
  return { title: languages[language].frame.home.title, pages }
}

/** One page of the playbook as HTML; undefined when there is no such page. No other page is written for it. */
export function playbookPage(
  model: Model,
  language: Language,
  { slug, address }: { readonly slug: string; readonly address: Address },
): Pick<Page, 'title' | 'html'> | undefined {
  const draft = contents({ model, language, words: languages[language] }).get(slug)?.()
  return draft === undefined ? undefined : { title: draft.title, html: toHtml(draft.blocks, address) }
}

/** What each rule of the automation waits for and does, as its page of the playbook says it; HTML by id of the rule. */
export function rulesInWords(
  model: Model,
  language: Language,
  address: Address,
): ReadonlyMap<string, { readonly when: string; readonly does: readonly string[] }> {
  const scene = { model, language, words: languages[language] }
  return new Map(
    model.automation.map((rule) => [
      rule.id,
      {
        when: textHtml(ruleHead(scene, rule), address),
        does: ruleActions(scene, rule).map((action) => textHtml(action, address)),
      },
    ]),
  )
}

function contents(scene: Scene): ReadonlyMap<string, () => Draft> {
  const pipelines = Object.values(scene.model.pipelines)
  return new Map([
    [slugs.home, () => homePage(scene)],
    ...pipelines.map((pipeline) => [slugs.pipeline(pipeline.id), () => directionPage(scene, pipeline)] as const),
    ...everybody(scene).map((id) => [slugs.role(id), () => rolePage(scene, id)] as const),
    [slugs.deals, () => dealsPage(scene)],
    ...(saysHowToAnswer(scene.model) ? [[slugs.answers, () => answersPage(scene)] as const] : []),
    [slugs.automation, () => automationPage(scene)],
    [slugs.glossary, () => glossaryPage(scene)],
  ])
}

function fileAddress(ending: string): Address {
  return ({ page, anchor }: Target) => `${page}.${ending}${anchor === undefined ? '' : `#${anchor}`}`
}
