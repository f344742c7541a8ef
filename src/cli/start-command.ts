import { founder } from '#local/found-company'
import { startNorma } from '#local/norma'
import { yearsBehind } from '#domain/time/years-behind'
import type { Ports } from '#ports/ports'
import { commandEnvironment, exitCodes, rulesTextOf, tell, today, UsageError } from './environment'
import { fileWords } from './file-words'

const words = fileWords[commandEnvironment.lang]

/** `norma start`: runs until it is told to stop, and says how to talk to it. */
export async function startCommand(options: { port: number | string; data: string; rules?: string }): Promise<void> {
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not “${options.port}”.`)
  }
  const norma = await startNorma({
    dataDir: options.data,
    port,
    rulesText: rulesTextOf(options.rules),
    fallbackEngine: commandEnvironment.engine,
    channels: commandEnvironment.channels,
    log: tell,
    tellAct: (line) => process.stdout.write(`${line}\n`),
  })
  await tellRules(norma.ports, options.rules)
  const { employees } = await norma.ports.people.load()
  const somebody = employees[founder]?.id ?? Object.keys(employees).toSorted()[0] ?? founder
  process.stdout.write(welcome(norma.address, options.data, somebody))
  const stop = () => {
    process.stdout.write(`${words.stopping}\n`)
    void norma.stop().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  norma.onEngineLoss(() => {
    process.stderr.write(`${words.engineLost}
`)
    process.exit(exitCodes.internal)
  })
}

/** Says what of the rules nobody would notice: that a named file was not used, and calendars that do not know the year. */
async function tellRules({ rules }: Ports, file: string | undefined): Promise<void> {
  const { model, text, version, at } = await rules.current()
  if (file !== undefined && rulesTextOf(file) !== text) {
    process.stdout.write(`${words.otherRules(version, at.slice(0, 10), file)}\n`)
  }
  for (const [name, calendar] of [['calendar', model.calendar] as const, ...Object.entries(model.calendars)]) {
    const years = yearsBehind(calendar, today())
    // A further calendar that inherits its holidays is behind only because the company's is.
    const isInherited = name !== 'calendar' && calendar.holidays.every((day) => model.calendar.holidays.includes(day))
    if (years.length > 0 && !isInherited) process.stdout.write(`${words.calendarBehind(name, years)}\n`)
  }
}

function welcome(address: string, dataDir: string, employee: string): string {
  const at = dataDir === commandEnvironment.dataDir ? '' : ` --data ${dataDir}`
  return `${words.runs(address, dataDir)}

${words.openPages}
  ${address}/app

${words.getToken}
  TOKEN=$(npx norma token --as ${employee}${at})

${words.thenTry}
  curl -s -H "Authorization: Bearer $TOKEN" ${address}/pipelines
  curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' ${address}/deals -d '{"title":"${words.exampleTitle}","fields":{"client_type":"company","repeat_client":false,"amount":25000000}}'
  curl -s -H "Authorization: Bearer $TOKEN" '${address}/tasks?assignee=me&state=open'

${words.stop}
`
}
