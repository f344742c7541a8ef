import { documentSaying } from '#documents/words/document-refusal'
import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { madeNow } from '#domain/rules/made-now'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import type { Command } from '#usecases/command'
import { holdsFor } from '#usecases/deals/with-facts'
import { addTask } from '#usecases/tasks/add-task'
import type { Scene } from './document-scene'
import { draftOf, type MakeNeeds } from './make-document'
import { decideDocument } from './save-documents'
import { worded } from './worded'

type Needs = MakeNeeds & Pick<Ports, 'language'>

/**
 * Makes the documents that a stage makes by itself, once a stay: a document’s id follows from deal, stay and kind, so that an
 * event that comes twice or late makes no second. What cannot be made becomes a task of whoever issues it; the move stays.
 */
export async function makeByStage(ports: Needs, { detail: { dealId } }: DomainEvent): Promise<void> {
  const rules = await ports.rules.current()
  const { documents = {} } = rules.model
  // Most companies have no documents, and nothing of the deal is read then.
  if (Object.keys(documents).length === 0) return
  const [deal, people] = await Promise.all([ports.deals.find(dealId), ports.people.load()])
  if (deal === undefined) return
  for (const id of madeNow(rules.model, deal)) {
    const kind = Object.hasOwn(documents, id) ? documents[id] : undefined
    if (kind === undefined) continue
    // oxlint-disable-next-line no-await-in-loop -- few, and each is printed
    if (!(await holdsFor(ports, deal, kind.when, rules.model))) continue
    // oxlint-disable-next-line no-await-in-loop -- the same
    await makeOnce(ports, { deal, people, rules, kind })
  }
}

async function makeOnce(ports: Needs, scene: Scene): Promise<void> {
  const { deal, kind } = scene
  const id = `doc_${deal.id.slice('deal_'.length)}-${deal.visit.no}-${kind.id}`
  if ((await ports.documents.find(id)) !== undefined) return
  try {
    await decideDocument(ports, `The documents of ${deal.id} were changed`, async () => {
      const own = await ports.documents.ofDeal(deal.id)
      const isThere = own.some((one) => one.id === id || (one.kind === kind.id && one.stands === 'draft'))
      if (isThere) return { change: { documents: [] }, answer: undefined }
      const { change } = await draftOf(ports, scene, { id, by: 'stage' })
      return { change, answer: undefined }
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await askSomebody(ports, scene, { id, why: error })
  }
}

/** Somebody has to see to what cannot be made: whoever issues such documents, once a stay. */
async function askSomebody(
  ports: Needs,
  { deal, kind }: Scene,
  { id, why }: { readonly id: string; readonly why: Refusal },
): Promise<void> {
  const { language } = kind
  const asked = documentSaying('see_to', { name: kind.name, message: await sentenceIn(language, why) })
  const command: Command = {
    caller: systemCaller('system', 'documents'),
    correlationId: id,
    once: { key: `${id}~cannot`, requestHash: id, status: 201 },
  }
  await addTask(ports, command, deal.id, {
    do: (await worded(asked, language)).slice(0, 500),
    by: kind.by,
    due: '1 working day',
    required: false,
  })
}
