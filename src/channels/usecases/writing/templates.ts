import { adapterOf } from '#channels/adapters'
import type { ApprovedTemplate, FilledTemplate } from '#channels/adapter'
import { channelsRefusal } from '#channels/words/channels-refusal'
import { openTalk, type TalkAsker } from '#channels/usecases/open-talk'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'
import type { MessageTemplates } from '#schemas/channels/message'

type Needs = Pick<Ports, 'integrations' | 'outlet'>

const bounds = { mostBytes: 1_000_000, timeoutMs: 10_000 }

/** Nobody has more pages of templates. */
const mostPages = 10

/** The templates that may be written into a talk by an integration; for whoever the talk concerns. */
export async function readTemplates(
  ports: Needs & Parameters<typeof openTalk>[0],
  asker: TalkAsker,
  talk: string,
  integration: string,
): Promise<MessageTemplates> {
  await openTalk(ports, asker, talk)
  return templatesOf(ports, integration)
}

/** The templates that the provider behind an integration has approved, those that text alone fills, asked for just now. */
export async function templatesOf(ports: Needs, id: string): Promise<MessageTemplates> {
  const kept = await ports.integrations.find(id)
  if (kept === undefined) throw channelsRefusal('integration_unknown', { id })
  const items = (await approved(ports, kept)).map((one) => ({
    id: idOf(one),
    text: one.text,
    places: placesIn(one.text),
  }))
  return { items: items.toSorted((one, other) => (one.id < other.id ? -1 : 1)) }
}

/** Whether approved templates can be written by an integration: the provider has them, and its account was entered. */
export function hasTemplates({ adapter, settings, secrets }: KeptIntegration): boolean {
  const writes = adapterOf(adapter)?.writes
  const part = { settings: { zone: 'UTC', ...settings }, secrets: secrets[0]?.values ?? {} }
  return writes?.templates?.ask(part, undefined) !== undefined
}

/** A template filled, and the whole text that the client reads. Refuses one that is not approved, and places left empty. */
export async function filledTemplate(
  ports: Needs,
  kept: KeptIntegration,
  { template: id, places = [] }: { readonly template: string; readonly places?: readonly string[] | undefined },
): Promise<{ readonly template: FilledTemplate; readonly text: string }> {
  const all = await approved(ports, kept)
  const template = all.find((one) => idOf(one) === id)
  if (template === undefined)
    throw channelsRefusal('field_value.approved_template', { id, known: all.map(idOf).slice(0, 20) })
  const names = placesIn(template.text)
  if (names.length !== places.length || places.some((place) => place.trim() === ''))
    throw channelsRefusal('field_value.template_places', { id, count: names.length })
  const filled = names.map((name, no) => ({ name, text: (places[no] ?? '').trim() }))
  const texts = new Map(filled.map(({ name, text }) => [name, text]))
  const text = template.text.replaceAll(place, (whole, name: string) => texts.get(name) ?? whole)
  return { template: { name: template.name, language: template.language, places: filled }, text }
}

const place = /\{\{\s*(\w+)\s*\}\}/g

/** Places in the order in which they are counted, or stand; one that stands twice is filled once. */
function placesIn(text: string): string[] {
  const names = [...new Set([...text.matchAll(place)].map(([, name = '']) => name))]
  return names.every((name) => /^\d+$/.test(name)) ? names.toSorted((one, other) => Number(one) - Number(other)) : names
}

function idOf({ name, language }: ApprovedTemplate): string {
  return `${name}/${language}`
}

async function approved({ outlet }: Needs, kept: KeptIntegration): Promise<readonly ApprovedTemplate[]> {
  const templates = adapterOf(kept.adapter)?.writes?.templates
  const part = { settings: { zone: 'UTC', ...kept.settings }, secrets: kept.secrets[0]?.values ?? {} }
  const found: ApprovedTemplate[] = []
  let after: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const request = templates?.ask(part, after)
    if (templates === undefined || request === undefined)
      throw channelsRefusal('field_value.no_templates', { name: kept.name })
    const told = templates.told(await answerTo(outlet, request, kept.name))
    found.push(...told.templates)
    after = told.after
    if (after === undefined) break
  }
  return found
}

async function answerTo(
  outlet: Needs['outlet'],
  request: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  name: string,
): Promise<unknown> {
  let why: string
  try {
    const { status, bytes } = await outlet.ask({ method: 'GET', ...request }, bounds)
    const text = new TextDecoder().decode(bytes)
    if (status === 200) return JSON.parse(text) as unknown
    why = /"message":\s*"([^"]*)"/.exec(text)?.[1] ?? `HTTP ${status}`
  } catch (error) {
    why = error instanceof Error ? error.message : String(error)
  }
  throw channelsRefusal('field_value.templates_not_told', { name, why })
}
