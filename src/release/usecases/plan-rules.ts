import { releaseRefusal } from '#release/words/release-refusal'
import { createHash } from 'node:crypto'

import { nowKeysOf, planRelease, type Proposal } from '#release/domain/release-plan'
import { renamingBack, renamingOf, type Renamed } from '#domain/rules/renaming'
import { isChosen } from '#release/domain/now-effects'
import type { Ports } from '#ports/ports'
import type { Manifest } from '#ports/rule-files'
import type { RulesVersion } from '#ports/rules'
import type { Model } from '#schemas/model'
import type { ReleasePlan } from '#schemas/release'
import type { Command } from '#usecases/command'
import { readLiveFacts, type LiveNeeds, type Tell } from './read-live-facts'
import { withConsentWords } from '#usecases/rules/consent-words'
import { checkedFiles } from './rule-files'

export type PlanNeeds = LiveNeeds & Pick<Ports, 'files' | 'language' | 'ruleFiles'>

/** What is to be planned: a text, or going back to an earlier version; and what shall apply to deals in their stage. */
export type PlanAsk = {
  readonly text?: string | undefined
  readonly rollbackTo?: number | undefined
  readonly now?: readonly string[] | undefined
  /** The files beside a text; those of the version in force where absent. */
  readonly files?: Manifest | undefined
  /** Counts whom other lengths of keeping erase, where somebody wants to know it. */
  readonly erasedSooner?: (change: {
    readonly before: Model
    readonly after: Model
  }) => ReturnType<Ports['personalData']['erasedSooner']>
}

/** Counts them in all that rooms keep of clients. */
export function countingErased(ports: Ports): NonNullable<PlanAsk['erasedSooner']> {
  return (change) => ports.personalData.erasedSooner(ports, change)
}

/** A plan with what it was made of, for whoever goes on to publish it. */
export type Planned = {
  readonly plan: ReleasePlan
  readonly current: RulesVersion
  readonly text: string
  readonly model: Model
  readonly renamed: Renamed
  readonly files?: Manifest
}

/**
 * Says what publishing a text would do to the deals that are open, without doing anything. Refuses with `rules_faulty` and
 * all faults of the text, and with `now_unknown` where a key of `now` is none that the plan has.
 */
export async function planRules(ports: PlanNeeds, command: Command, ask: PlanAsk, tell?: Tell): Promise<Planned> {
  refuseRight(command, 'plan')
  const current = await ports.rules.current()
  const { text, model, back, files } = await proposed(ports, command, current, ask)
  const version = current.version + 1
  const renamings = current.renamings ?? []
  const renamed =
    back === undefined
      ? renamingOf(current.model, model, version)
      : renamingBack(
          current.model,
          model,
          renamings.filter((step) => step.version > back),
          version,
        )
  const hash = hashOf(text, files)
  const proposal: Proposal = {
    from: current.version,
    before: await withConsentWords(ports, current),
    after: await withConsentWords(ports, { model, files }),
    renamed,
    renamings,
    hash,
    isSame: hash === current.hash,
    now: ask.now ?? [],
    isRollback: back !== undefined,
  }
  const [live, erased] = await Promise.all([
    readLiveFacts(ports, current, { after: model, renamed }, tell),
    ask.erasedSooner?.({ before: current.model, after: model }),
  ])
  const facts = { ...live, ...(erased === undefined ? {} : { erased }) }
  const plan = planRelease(proposal, facts)
  refuseUnknownKeys(plan)
  return { plan, current, text, model, renamed, ...(files === undefined ? {} : { files }) }
}

/** The name of a text with the files beside it. */
export function hashOf(text: string, files: Manifest = {}): string {
  const beside = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHash('sha256').update(text)
  return (beside.length === 0 ? hash : hash.update(JSON.stringify(beside))).digest('hex')
}

/** Refuses whoever may not publish rules. */
export function refuseRight({ caller }: Command, what: 'plan' | 'publish'): void {
  if (caller.reach.rules_edit === 'all') return
  throw releaseRefusal(`forbidden.${what}_rules`)
}

/** The checked model of a text, or a refusal with every fault of it in the language of whoever asks. */
export async function checkedModel(
  { language }: Pick<Ports, 'language'>,
  command: Command,
  text: string,
): Promise<Model> {
  const { model, diagnostics } = await language.check(text, command.language)
  if (model !== undefined) return model
  const [first, count] = [diagnostics[0], diagnostics.length]
  if (first === undefined) throw releaseRefusal('rules_faulty', { count }, { diagnostics })
  throw releaseRefusal('rules_faulty.first', { count, line: first.line, message: first.message }, { diagnostics })
}

async function proposed(
  ports: PlanNeeds,
  command: Command,
  current: RulesVersion,
  { text, rollbackTo, files: given }: PlanAsk,
): Promise<{
  readonly text: string
  readonly model: Model
  readonly files: Manifest | undefined
  readonly back?: number
}> {
  if (text !== undefined && rollbackTo === undefined) {
    const model = await checkedModel(ports, command, text)
    return { text, model, files: await checkedFiles(ports, command, model, { given, before: current.files }) }
  }
  if (rollbackTo === undefined || text !== undefined) {
    throw releaseRefusal('rules_unknown.what_to_plan')
  }
  if (rollbackTo >= current.version) {
    throw releaseRefusal('rules_unknown.not_before', { version: rollbackTo, current: current.version })
  }
  const earlier = await ports.rules.version(rollbackTo)
  const model = await checkedModel(ports, command, earlier.text)
  const files = await checkedFiles(ports, command, model, { given: earlier.files })
  return { text: earlier.text, model, files, back: earlier.version }
}

function refuseUnknownKeys(plan: ReleasePlan): void {
  const known = nowKeysOf(plan)
  const unknown = plan.now.filter((key) => !known.some((one) => isChosen(one, [key])))
  if (unknown.length === 0) return
  throw releaseRefusal('now_unknown', { unknown, known }, { known })
}
