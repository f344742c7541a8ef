import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { mayCountAgain } from '#domain/deals/closing-rights'
import { pipelineOf, stageIndex, stageName } from '#domain/rules/stage-rules'
import { withWon } from '#domain/deals/winning'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { ReopenDeal } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import type { Model } from '#schemas/model'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openFile } from './deal-file'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'gateFacts'>

/**
 * Lets a closed deal go on, in the stage it was in or an earlier one; a new visit begins there. A deal that was won
 * counts again as it did, unless it goes back to the stage that must be left to win, or before it. One that was cancelled is
 * let count again by whoever may cancel it, or has the right `books_edit`.
 */
export function reopenDeal(ports: Needs, command: Command, dealId: string, input: ReopenDeal): Promise<Deal> {
  return once(ports, command, async () => {
    const { deal, newest, people } = await openFile(ports, command.caller, dealId)
    expectVersion(deal, command)
    if (deal.status === 'open' || deal.status === 'won') {
      throw dealRefusal('deal_not_closed', { title: deal.title }, { status: deal.status })
    }
    const pipeline = pipelineOf(newest.model, deal.pipeline)
    const to = stageIndex(pipeline, input.toStage ?? deal.stage)
    if (to > stageIndex(pipeline, deal.stage)) {
      throw dealRefusal('stage_not_next.reopen', { stage: stageName(pipeline, deal.stage) })
    }
    const isWon = deal.won !== undefined && to > stageIndex(pipeline, pipeline.wonAfter)
    if (isWon && deal.status === 'cancelled') refuseCountingAgain(command, deal, newest.model, people)
    const at = notBefore(ports.clock.now(), deal)
    const { closed: _closed, ...running } = deal
    const reopened: Deal = {
      ...running,
      stage: pipeline.stages[to]?.id ?? deal.stage,
      status: isWon ? 'won' : 'open',
      visit: { no: deal.visit.no + 1, enteredAt: at, configVersion: newest.version },
    }
    const next = isWon ? reopened : withWon(reopened, undefined)
    const { stage, visit, status, owner } = deal
    const from = { stage, visit: visit.no, status, pipeline: deal.pipeline, owner }
    const became = deal.status === 'completed' && !isWon ? { became: 'unwon' as const } : {}
    const detail = { from, reason: input.reason, ...became }
    return commit(ports, command, { was: deal, next, name: 'deal.reopened', detail, at })
  })
}

function refuseCountingAgain({ caller }: Command, deal: Deal, model: Model, people: People): void {
  if (mayCountAgain(caller, deal, { model, org: people })) return
  const role = model.outcomes.cancelled.who ?? ''
  const name = model.roles[role]?.name ?? role
  throw dealRefusal('forbidden.count_again', { title: deal.title, role, name }, { role, right: 'books_edit' })
}
