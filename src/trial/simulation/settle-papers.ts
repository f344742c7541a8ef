import { leftToPay } from '#domain/money/invoice-state'
import type { Gate } from '#schemas/model'
import { act } from '#trial/act'
import { papersOf, type PaperAction } from '#trial/papers'
import type { TrialScene } from '#trial/trial-scene'

type Papers = Pick<Gate, 'invoiced' | 'signed' | 'paid'>

/** What has not come about yet, worst case: there is no paper, or nobody has issued it. */
const unissued = ['none', 'draft']

/**
 * Does with papers what a gate asks for, as people would: invoices are issued and paid whole, documents are issued and signed
 * by all who sign them. Answers what was done, as the file words it, such as `contract signed`; what the product refuses is
 * left as it is, and the gate says so.
 */
export async function settlePapers(scene: TrialScene, gate: Papers | undefined): Promise<readonly string[]> {
  const done: string[] = []
  const doIt = async (action: PaperAction, fact: string): Promise<void> => {
    if ((await act(scene, { action })) === undefined) done.push(fact)
  }
  const issue = async (paper: string): Promise<void> => {
    const states = await statesIn(scene)
    if (unissued.includes(states[paper] ?? 'none')) await doIt({ kind: 'issue', paper }, `${paper} issued`)
  }
  for (const paper of [...(gate?.invoiced ?? []), ...(gate?.signed ?? [])]) {
    // oxlint-disable-next-line no-await-in-loop -- one paper after another, as numbers are given out
    await issue(paper)
  }
  for (const paper of gate?.signed ?? []) {
    // oxlint-disable-next-line no-await-in-loop -- the same
    const state = (await statesIn(scene))[paper]
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (state !== 'signed') await doIt({ kind: 'sign', paper, who: 'both' }, `${paper} signed`)
  }
  if (gate?.paid === undefined) return done
  const wanted = await invoiceToPay(scene)
  if (wanted !== undefined) await issue(wanted)
  for (const { kind, kopecks } of await openInvoices(scene)) {
    // oxlint-disable-next-line no-await-in-loop -- one payment after another
    await doIt({ kind: 'pay', paper: kind, kopecks }, `${kind} paid`)
  }
  return done
}

function statesIn({ world, dealId, model }: TrialScene): Promise<Record<string, string>> {
  return papersOf(world.ports, dealId, model)
}

/** Which invoice is issued where none is: the one that is made already, else the first of the file. */
async function invoiceToPay(scene: TrialScene): Promise<string | undefined> {
  const kinds = Object.keys(scene.model.invoices ?? {})
  const states = await statesIn(scene)
  if (kinds.some((kind) => !unissued.includes(states[kind] ?? 'none'))) return undefined
  return kinds.find((kind) => states[kind] === 'draft') ?? kinds[0]
}

async function openInvoices({ world, dealId }: TrialScene): Promise<readonly { kind: string; kopecks: number }[]> {
  const own = await world.ports.money.invoicesOf(dealId)
  return own.flatMap((one) => (one.isIssued && leftToPay(one) > 0 ? [{ kind: one.kind, kopecks: leftToPay(one) }] : []))
}
