import { inWords } from '#domain/kernel/saying'
import type { DomainEvent } from '#schemas/event'
import type { Saying } from '#schemas/saying'
import { firstStart, systemCaller } from '#domain/kernel/access'
import { otherEditors } from '#domain/people/people-editors'
import { inviteEmployee } from '#entry/usecases/invite-employee'
import { actLine } from '#local/act-line'
import { founder } from '#local/found-company'
import { giveBackAtRest } from '#local/give-back'
import { startNorma, type Norma, type NormaOptions } from '#local/norma'
import { isHostName, isLoopback } from '#local/own-hosts'
import { localWords, say as sayLocal, type LocalWords } from '#local/say'
import { yearsBehind } from '#domain/time/years-behind'
import type { Ports } from '#ports/ports'
import { rememberTable } from '#reports/usecases/remember-table'
import { commandEnvironment, rulesTextOf, today, usualRules, UsageError } from '#cli/environment'
import { firstRules } from '#cli/first-rules'
import { localLog } from '#cli/local-log'
import { printSaid, say, wordsIn } from '#cli/say'
import { showProgress } from '#cli/show-progress'

import { fewLines } from './few-lines'

type Options = {
  readonly port: number | string
  readonly data: string
  readonly rules?: string
  readonly host?: string | readonly string[]
  readonly demo?: boolean
  readonly issuer?: string
  readonly clientId?: string
}

/** `norma start`: runs until it is told to stop, and says how to talk to it. */
export async function startCommand(options: Options): Promise<void> {
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(say('port', { written: String(options.port) }))
  }
  const hosts = hostsIn(options.host)
  const provider = providerIn(options)
  const { lang, engine, channels, requestsAMinute } = commandEnvironment
  const [words, acts, log] = await Promise.all([wordsIn(lang), localWords(lang), localLog(lang)])
  const told = (sentence: Saying) => inWords(words, sentence)
  const progress = showProgress()
  const { path: rules, ...first } = firstRules(options.data, options.rules, (said) => printSaid(lang, said))
  const norma = await startNorma({
    dataDir: options.data,
    tellTakeOver: (done, total) => progress.show(told(say('taking_over')), done, total),
    port,
    ...first,
    server: engine,
    channels,
    requestsAMinute,
    hosts,
    ...(options.demo === undefined ? {} : { demo: options.demo }),
    ...(provider === undefined ? {} : { provider }),
    log,
    tellEvent: tellActs(acts, told),
  }).finally(progress.end)
  // That what comes with the product is not used surprises nobody.
  await tellRules(norma.ports, options.rules !== undefined || rules === usualRules ? rules : undefined)
  const { employees } = await norma.ports.people.load()
  const somebody = employees[founder]?.id ?? Object.keys(employees).toSorted()[0] ?? founder
  process.stdout.write(welcome(told, norma, options.data, somebody))
  await tellFirstWayIn(told, norma)
  await tellBackstage(norma)
  giveBackAtRest()
  stopOnSignal(norma, told(say('stopping')))
  await rememberTable(norma.ports).catch((error: unknown) => log(sayLocal('table_unread'), { error: String(error) }))
}

/** Prints what happens by itself, a line each. */
function tellActs(words: LocalWords, told: Told): (event: DomainEvent) => void {
  const tell = fewLines(
    (line) => process.stdout.write(`${line}\n`),
    (count) => told(say('more_acts', { count })),
  )
  return (event) => {
    const line = actLine(event, words)
    if (line !== undefined) tell(line)
  }
}

function stopOnSignal(norma: Norma, sentence: string): void {
  const stop = () => {
    process.stdout.write(`${sentence}\n`)
    void norma.stop().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function hostsIn(host: string | readonly string[] | undefined): readonly string[] {
  const hosts = [host ?? []].flat().map((one) => String(one).toLowerCase())
  const odd = hosts.find((one) => !isHostName(one))
  if (odd !== undefined) throw new UsageError(say('host', { written: odd }))
  return hosts
}

/** The company's provider by its three settings; a secret stands in the environment, where no other user reads it. */
function providerIn({ issuer, clientId, demo }: Options): NormaOptions['provider'] {
  const { clientSecret } = commandEnvironment
  if (issuer === undefined && clientId === undefined) return undefined
  if (issuer === undefined || clientId === undefined) throw new UsageError(say('provider_half'))
  if (demo === true) throw new UsageError(say('provider_demo'))
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined
  if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(issuer)))) {
    throw new UsageError(say('issuer', { written: issuer }))
  }
  return { issuer, clientId: String(clientId), ...(clientSecret === undefined ? {} : { clientSecret }) }
}

/** Says what of the rules nobody would notice: that the file given, or the one in this folder, was not used, and calendars that do not know the year. */
async function tellRules({ rules }: Ports, file: string | undefined): Promise<void> {
  const { lang } = commandEnvironment
  const { model, text, version, at } = await rules.current()
  if (file !== undefined && rulesTextOf(file) !== text) {
    await printSaid(lang, say('other_rules', { version, day: at.slice(0, 10), file }))
  }
  for (const [calendar, days] of [['calendar', model.calendar] as const, ...Object.entries(model.calendars)]) {
    const years = yearsBehind(days, today())
    // A further calendar that inherits its holidays is behind only because the company's is.
    const isInherited = calendar !== 'calendar' && days.holidays.every((day) => model.calendar.holidays.includes(day))
    // oxlint-disable-next-line no-await-in-loop -- one line after another
    if (years.length > 0 && !isInherited) await printSaid(lang, say('calendar_behind', { calendar, years }))
  }
}

/** Says what earlier runs have left: what was put aside, and what is still to be done. */
async function tellBackstage({ runtime }: Pick<Norma, 'runtime'>): Promise<void> {
  const { lang } = commandEnvironment
  const { stream, queues } = runtime.stand()
  const letters = queues.reduce((sum, { deadLetters }) => sum + deadLetters, 0)
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, stream.waiting)
  if (letters > 0) await printSaid(lang, say('letters_wait', { count: letters }))
  if (waiting > 0) await printSaid(lang, say('still_waiting', { count: waiting }))
}

type Told = (sentence: Saying) => string

/** While nobody who may change people has a way in, a link for one of them is told at every start. */
async function tellFirstWayIn(told: Told, { ports, publicAddress }: Norma): Promise<void> {
  if (ports.ways.by === 'picker') return
  const { employees } = await ports.people.load()
  const editors = otherEditors(employees, '')
  const entries = await ports.entry.findMany(editors)
  const isIn = Object.values(entries).some(
    ({ password, passkeys, identity }) => password !== undefined || passkeys.length > 0 || identity !== undefined,
  )
  const [first] = editors
  if (isIn || first === undefined) return
  const { path } = await inviteEmployee(ports, systemCaller('system', firstStart), first)
  process.stdout.write(
    `${told(say('first_link', { name: employees[first]?.name ?? first }))}\n  ${publicAddress}${path}\n\n`,
  )
}

type Welcomed = Pick<Norma, 'address' | 'publicAddress' | 'standsOn'>

function welcome(told: Told, { address, publicAddress, standsOn }: Welcomed, folder: string, employee: string): string {
  const at = folder === commandEnvironment.dataDir ? '' : ` --data ${folder}`
  return `${told(say('runs', { address, folder }))} ${told(say('stands_on', { name: standsOn }))}

${told(say('open_pages'))}
  ${publicAddress}/app

${told(say('get_token'))}
  TOKEN=$(npx norma token --as ${employee}${at})

${told(say('then_try'))}
  curl -s -H "Authorization: Bearer $TOKEN" ${address}/pipelines
  curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' ${address}/deals -d '{"title":"${told(say('example_title'))}","fields":{"client_type":"company","repeat_client":false,"amount":25000000}}'
  curl -s -H "Authorization: Bearer $TOKEN" '${address}/tasks?assignee=me&state=open'

${told(say('stop'))}
`
}
