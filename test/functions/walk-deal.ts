/** Where the product answers and as whom it is asked. */
export type Door = { readonly address: string; readonly token: string; readonly employee: string }

type Deal = { readonly id: string; readonly stage: string }
type Blocked = {
  readonly missing: {
    readonly tasks: readonly { readonly id: string }[]
    readonly fields: readonly { readonly id: string }[]
  }
}
type Progress = { readonly rows: readonly { readonly scope: string; readonly fact: number }[] }

const moves = 20
const patienceMs = 60_000

/** Walks one deal 20 moves to and fro through its gate and checks what must follow from that; throws at the first difference. */
export async function walkDeal(door: Door, say: (line: string) => void): Promise<void> {
  const before = await tasksDone(door)
  const deal = await ask<Deal>(door, 'POST', '/deals', {
    title: 'Smoke test',
    pipeline: 'b2b_new',
    owner: door.employee,
  })
  say(`created ${deal.id}`)
  let finished = 0
  for (let move = 1; move <= moves; move += 1) {
    const forward = move % 2 === 1
    if (forward) finished += await goForward(door, deal.id)
    else await ask(door, 'POST', `/deals/${deal.id}/moves`, { toStage: 'presentation', reason: 'Smoke test' })
    const { stage } = (await ask<{ readonly deal: Deal }>(door, 'GET', `/deals/${deal.id}`)).deal
    const wanted = forward ? 'general_offer' : 'presentation'
    if (stage !== wanted) throw new Error(`After move ${move} the deal is in ${stage} and not in ${wanted}.`)
  }
  say(`moved it ${moves} times, ${finished} tasks done on the way`)
  await until('the deal has open tasks of the stage it is in', async () => {
    const { items } = await ask<{ items: readonly { status: string; stage: string }[] }>(
      door,
      'GET',
      `/deals/${deal.id}/tasks`,
    )
    return items.some((task) => task.status === 'open' && task.stage === 'presentation')
  })
  say('its tasks were opened')
  await until(`the plan counts ${finished} more tasks`, async () => (await tasksDone(door)) - before === finished)
  say('the plan counts the tasks that were done')
}

/** Moves the deal through its gate and answers how many tasks that took. */
async function goForward(door: Door, deal: string): Promise<number> {
  const path = `/deals/${deal}/moves`
  const first = await send(door, 'POST', path, { toStage: 'general_offer' })
  if (first.status < 300) return 0
  if (first.status !== 409) throw new Error(`POST ${path} answered ${first.status}: ${first.text}`)
  const { missing } = JSON.parse(first.text) as Blocked
  const complete = missing.tasks.map(({ id }) => id)
  const fields = Object.fromEntries(missing.fields.map(({ id }) => [id, 'said in the smoke test']))
  await ask(door, 'POST', path, { toStage: 'general_offer', complete, fields })
  return complete.length
}

async function tasksDone(door: Door): Promise<number> {
  const month = new Date().toISOString().slice(0, 7)
  const { rows } = await ask<Progress>(door, 'GET', `/plans/${month}/progress?metric=tasks_done&by=company`)
  return rows.find(({ scope }) => scope === 'company')?.fact ?? 0
}

async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`For a minute it was not so that ${what}.`)
}

async function ask<T>(door: Door, method: string, path: string, body?: unknown): Promise<T> {
  const { status, text } = await send(door, method, path, body)
  if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text}`)
  return JSON.parse(text) as T
}

async function send(
  door: Door,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  const headers = { authorization: `Bearer ${door.token}`, 'content-type': 'application/json' }
  const answer = await fetch(door.address + path, {
    method,
    headers: method === 'POST' ? { ...headers, 'idempotency-key': crypto.randomUUID() } : headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, text: await answer.text() }
}
