import { rulesRefusal } from '#domain/rules/words/rules-refusal'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { addDuration } from '#domain/time/calendar'
import { withChanged } from '#domain/deals/of-buyer'
import { reaches } from '#domain/kernel/access'
import { linesFor } from '#domain/deals/routing'
import { pipelineOf, stageIndex, stageName } from '#domain/rules/stage-rules'
import { dateIn } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { CreateDeal } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import type { EventDetail } from '#schemas/event'
import type { NewDealLine } from '#schemas/model'
import { once, type Command } from '#usecases/command'
import { refuseUnable } from '#usecases/people/refuse-unable'
import { filledIn } from '#usecases/linked/filled-in'
import { commit } from './commit'
import type { Decision } from './decision'
import { giveDeal, type Given } from './give-deal'
import { foreseeBuyer, type Foreseen } from '#usecases/buyers/foresee-buyer'
import { contactsIn, takeClient } from './take-client'
import { refuseOthersFields } from './refuse-others-fields'

type Needs = Pick<Ports, 'clock' | 'ids' | 'deals' | 'people' | 'rules' | 'settings' | 'knownClients' | 'gateFacts'>

/**
 * Creates a deal in the first stage of its direction. Direction and owner come from `new_deals` where none is named. With
 * `askedAt` the first reply is due from when the client turned to us, not from when the deal was made.
 */
export function createDeal(ports: Needs, command: Command, input: CreateDeal, asked: Asked = {}): Promise<Deal> {
  return once(ports, command, () => create(ports, command, input, asked))
}

/** When the client turned to us, and by which channel of the file. */
type Asked = { readonly askedAt?: string; readonly channel?: string }

async function create(ports: Needs, command: Command, input: CreateDeal, { askedAt, channel }: Asked): Promise<Deal> {
  const [people, newest, settings] = await Promise.all([
    ports.people.load(),
    ports.rules.current(),
    ports.settings.load(),
  ])
  const at = ports.clock.now()
  const currency = input.currency ?? settings.currency
  const unborn = { deal: { fields: {}, currency }, newest, people }
  const { fields } = await filledIn(ports, command.caller, unborn, input.fields)
  const on = dateIn(newest.model.calendar.timezone, at)
  const lines = await linesOf(ports, newest, { written: input.client ?? {}, fields, at }, currency)
  const [line] = lines
  const place = placeOf(newest, input, line)
  refuseLateStart(newest, place, command)
  const { owner, untaken } = await ownerOf(ports, command, { input, lines, people, on })
  refuseOthersFields(command.caller, Object.keys(fields), { owner, people, model: newest.model, at })
  const id = ports.ids.next('deal')
  const deal: Deal = {
    id,
    version: 1,
    title: input.title,
    ...bornIn(place, newest, at),
    owner,
    client: {},
    currency,
    fields,
    happened: {},
    createdAt: at,
    createdBy: command.caller.actor.id,
    updatedAt: at,
    ...firstReply(newest, line, { at, askedAt }, command),
    ...(channel === undefined ? {} : { channel }),
    ...(input.externalId === undefined ? {} : { externalId: input.externalId }),
  }
  refuseUnknownRate(deal, settings)
  return commit(ports, command, await bornWithClient(ports, command, { deal, input, untaken }))
}

async function linesOf(
  ports: Needs,
  { model }: RulesVersion,
  asked: Foreseen,
  currency: string,
): Promise<readonly NewDealLine[]> {
  return linesFor(model, { fields: await foreseeBuyer(ports, model, asked), currency, at: asked.at })
}

/** The new deal with its client, who is taken in last: a deal that is refused leaves no card. */
async function bornWithClient(
  ports: Needs,
  command: Command,
  {
    deal,
    input,
    untaken,
  }: { readonly deal: Deal; readonly input: CreateDeal; readonly untaken: EventDetail['untaken'] },
): Promise<Decision> {
  const { owner, createdAt: at } = deal
  const once = command.once?.key ?? input.externalId ?? deal.id
  const { fields } = deal
  const come = await takeClient(ports, command, { written: input.client ?? {}, fields, madeAt: at, owner, at, once })
  const { client, links, told, finders, changes } = come
  const next = { ...deal, fields: withChanged(fields, changes), client, ...(links === undefined ? {} : { links }) }
  const detail = { ...detailOf(next, untaken), ...told }
  return { was: undefined, next, name: 'deal.created', detail, at, finders }
}

function bornIn(place: Pick<Deal, 'pipeline' | 'stage'>, { version }: RulesVersion, at: string) {
  return { ...place, status: 'open' as const, visit: { no: 1, enteredAt: at, configVersion: version } }
}

/** What the event of a new deal says of it beside its state. */
function detailOf(deal: Deal, untaken: EventDetail['untaken']): Omit<EventDetail, 'dealId' | 'deal'> {
  const { title, currency, externalId, firstReplyDueAt, askedAt, channel, fields } = deal
  return {
    title,
    currency,
    changes: Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, [null, value]])),
    ...(externalId === undefined ? {} : { externalId }),
    ...(untaken === undefined ? {} : { untaken }),
    ...(askedAt === undefined ? {} : { askedAt }),
    ...(channel === undefined ? {} : { channel }),
    ...(firstReplyDueAt === undefined || firstReplyDueAt === null ? {} : { firstReplyDueAt }),
  }
}

function placeOf(
  newest: RulesVersion,
  input: CreateDeal,
  line: NewDealLine | undefined,
): Pick<Deal, 'pipeline' | 'stage'> {
  const id = input.pipeline ?? line?.pipeline
  if (id === undefined) throw dealRefusal('pipeline_unknown.new_deal')
  const pipeline = pipelineOf(newest.model, id)
  const stage = pipeline.stages[input.stage === undefined ? 0 : stageIndex(pipeline, input.stage)]
  if (stage === undefined) throw rulesRefusal('stage_unknown.none', { pipeline: pipeline.name })
  return { pipeline: pipeline.id, stage: stage.id }
}

/**
 * A deal that began elsewhere may enter where it stands, if the way there may be skipped or the system brings it in; but
 * nobody creates a deal that is past the stage which must be left to win: it would be won by no gate.
 */
function refuseLateStart({ model }: RulesVersion, place: Pick<Deal, 'pipeline' | 'stage'>, { caller }: Command): void {
  const pipeline = pipelineOf(model, place.pipeline)
  const index = stageIndex(pipeline, place.stage)
  const passed = pipeline.stages.slice(0, index).map((stage) => stage.id)
  const isTrusted = caller.actor.kind === 'import' || caller.actor.kind === 'system'
  const inTheWay = isTrusted ? [] : passed.filter((stage) => !pipeline.maySkip.includes(stage))
  const isPastWin = passed.includes(pipeline.wonAfter) && caller.actor.kind !== 'system'
  if (inTheWay.length === 0 && !isPastWin) return
  const first = pipeline.stages[0]?.name ?? ''
  const past = (inTheWay.length > 0 ? inTheWay : [pipeline.wonAfter]).map((stage) => stageName(pipeline, stage))
  throw dealRefusal('stage_not_next.begin', { pipeline: pipeline.name, past, first }, { skipped: inTheWay })
}

async function ownerOf(
  ports: Needs,
  { caller }: Command,
  ask: { input: CreateDeal; lines: readonly NewDealLine[]; people: People; on: string },
): Promise<Given> {
  const { input, lines, people, on } = ask
  const [line, ...others] = lines
  if (input.owner === undefined && line !== undefined) {
    return giveDeal(ports, people, {
      lines: [line, ...others],
      contacts: await contactsIn(input.client ?? {}),
      written: input.client ?? {},
      on,
      creator: caller.employee,
    })
  }
  const owner = input.owner ?? caller.employee
  if (owner === null || people.employees[owner] === undefined) {
    throw peopleRefusal('employee_unknown.owner', { id: owner ?? '' })
  }
  if (people.employees[owner]?.active !== true && caller.actor.kind !== 'import') {
    throw peopleRefusal('employee_inactive.owner', { id: owner })
  }
  if (!reaches(caller, 'deals_edit', owner, people)) {
    throw dealRefusal('forbidden.create_deal', { owner })
  }
  // What came by itself, or was so elsewhere, is not lost because of a right.
  const isGiven = owner !== caller.employee && caller.actor.kind !== 'import' && caller.actor.kind !== 'system'
  if (isGiven) await refuseUnable('deal', people, owner)
  return { owner }
}

type Asking = { readonly at: string; readonly askedAt: string | undefined }

/** When the client turned to us, and when the first reply is due. History that is imported had it long ago. */
function firstReply(newest: RulesVersion, line: NewDealLine | undefined, asking: Asking, { caller }: Command) {
  const { at, askedAt = at } = asking
  const asked = asking.askedAt !== undefined && askedAt <= at ? { askedAt } : {}
  if (line?.firstReply === undefined || caller.actor.kind === 'import') return asked
  const from = asked.askedAt ?? at
  return { ...asked, firstReplyDueAt: addDuration(newest.model.calendar, from, line.firstReply) }
}

function refuseUnknownRate(deal: Deal, settings: { currency: string; rates: Readonly<Record<string, string>> }): void {
  if (deal.currency === settings.currency || settings.rates[deal.currency] !== undefined) return
  const known = [settings.currency, ...Object.keys(settings.rates)]
  throw dealRefusal('field_value.currency', { currency: deal.currency, known })
}
