import { createHash } from 'node:crypto'

import { beforeEach, describe, expect, test } from 'vitest'

import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { consumers } from '#product/lists/consumers'
import type { Deal } from '#schemas/deal'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { addComment, changeComment, readComments, removeComment } from '#usecases/attached/comments'
import { addFile, addressOfFile, keepFile, readFiles, removeFile } from '#usecases/attached/files'
import { seenDeal, type SeenSubject } from '#usecases/attached/seen-subject'
import type { Command } from '#usecases/command'
import { createDeal } from '#usecases/deals/create-deal'

const engine = useEngine()

const pdf = new TextEncoder().encode('%PDF-1.7 an offer')
const announced = (name: string, bytes = pdf) => ({
  name,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

const refused = async (run: Promise<unknown>): Promise<Refusal> => {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw new Error(`It was not refused: ${String(error)}`)
  return error
}

describe.each([
  ['in the one table', () => aWorld(engine)],
  ['in memory', () => aWorldInMemory()],
])('what people attach to a deal, %s', (_, open) => {
  let world: World
  let deal: Deal

  beforeEach(async () => {
    world = await open()
    const input = { title: 'Machines', pipeline: 'b2b_new', owner: 'anna' }
    deal = await createDeal(world.ports, await world.as(), input)
    await world.run(consumers, deal.id)
  })

  const as = async (who: string): Promise<readonly [Command, SeenSubject]> => {
    const command = await world.as(who)
    const people = await world.ports.people.load()
    return [command, await seenDeal(world.ports, { caller: command.caller, people }, deal.id)]
  }
  const say = async (who: string, text: string, more: object = {}) =>
    addComment(world.ports, ...(await as(who)), { text, ...more })
  const told = async (who: string) =>
    (await world.ports.notices.inbox(who, { limit: 50 })).items.filter(({ kind }) => kind === 'mentioned')
  const attach = async (who: string, name: string) => {
    const [command, seen] = await as(who)
    const { id, url } = await addFile(world.ports, command, seen, announced(name))
    expect(await world.bytes.send(url, pdf)).toBe(true)
    return keepFile(world.ports, command, seen, id)
  }
  const texts = async () => (await readComments(world.ports, (await as('anna'))[1])).map(({ text }) => text)

  test('comments stand with the newest first, what is pinned above', async () => {
    const first = await say('anna', 'One')
    await say('boris', 'Two')
    await say('helen', 'Three')

    expect(await texts()).toEqual(['Three', 'Two', 'One'])
    await changeComment(world.ports, ...(await as('boris')), { id: first.id, pinned: true })
    expect(await texts()).toEqual(['One', 'Three', 'Two'])
  })

  test('whoever is named is told once, with the deal and who named them, and nobody else is', async () => {
    await say('anna', '@Boris and @anna: the client asks for an instalment plan')
    await world.run(consumers, deal.id)
    await world.run(consumers, deal.id)

    expect(await told('boris')).toMatchObject([{ by: 'Anna', deal: { id: deal.id, title: 'Machines' } }])
    expect(await told('anna')).toEqual([])
    expect(await told('helen')).toEqual([])
  })

  test('the event of a comment says its id and whom it names, and not a word of it', async () => {
    const { id } = await say('anna', '@Boris the client’s number is +7 912 555-01-02')
    const events = await world.eventsOf(deal.id)

    expect(events.at(-1)).toMatchObject({
      name: 'deal.commented',
      detail: { attached: { kind: 'comment', id, mentions: ['boris'] } },
    })
    expect(JSON.stringify(events)).not.toContain('555-01-02')
  })

  test('naming somebody who cannot see the deal is refused by name, in both languages', async () => {
    const refusal = await refused(say('anna', '@Cyril do you know them?'))

    expect(refusal.code).toBe('field_value')
    expect(await sentenceIn('en', refusal)).toContain('Cyril cannot see this')
    expect(await sentenceIn('ru', refusal)).toContain('Cyril не видит этой страницы')
    expect(await texts()).toEqual([])
  })

  test('a text is changed by whoever wrote it, and only those named anew are told', async () => {
    const { id } = await say('anna', '@Boris look')
    await changeComment(world.ports, ...(await as('anna')), { id, text: '@Boris @Helen look' })
    await world.run(consumers, deal.id)

    expect([await told('boris'), await told('helen')].map(({ length }) => length)).toEqual([1, 1])
    const others = changeComment(world.ports, ...(await as('boris')), { id, text: 'Mine' })
    expect((await refused(others)).code).toBe('forbidden')
  })

  test('a comment is taken away by whoever wrote it and by their head, not by others', async () => {
    const first = await say('anna', 'One')
    const second = await say('helen', 'Two')

    const others = removeComment(world.ports, ...(await as('anna')), second.id)
    expect((await refused(others)).code).toBe('forbidden')
    await removeComment(world.ports, ...(await as('boris')), first.id)
    expect(await texts()).toEqual(['Two'])
    expect((await refused(removeComment(world.ports, ...(await as('boris')), first.id))).code).toBe('comment_unknown')
  })

  test('a request that is repeated says it once', async () => {
    const [command, seen] = await as('anna')
    const once = { ...command, once: { key: 'a-key-of-a-request', requestHash: 'x', status: 201 } }

    const first = await addComment(world.ports, once, seen, { text: 'One' })
    const again = await addComment(world.ports, once, seen, { text: 'One' })

    expect(again).toEqual(first)
    expect(await texts()).toEqual(['One'])
  })

  test('a file is there when its bytes are, under its own name and as what it is', async () => {
    const file = await attach('anna', 'C:\\fakepath\\Договор.exe')
    const [, seen] = await as('boris')

    expect(await readFiles(world.ports, seen)).toEqual([file])
    expect(file).toMatchObject({ name: 'Договор.exe', type: 'application/pdf', size: pdf.length, by: 'anna' })
    const { url } = await addressOfFile(world.ports, seen, { id: file.id, as: 'inline' })
    expect(world.bytes.read(url)).toEqual({
      bytes: pdf,
      handing: { name: 'Договор.exe', type: 'application/pdf', as: 'inline' },
    })
    expect((await world.eventsOf(deal.id)).map(({ name }) => name)).toContain('deal.file_added')
  })

  test('a file whose bytes have not come is none, and is said to be so', async () => {
    const [command, seen] = await as('anna')
    const { id } = await addFile(world.ports, command, seen, announced('offer.pdf'))

    const refusal = await refused(keepFile(world.ports, command, seen, id))
    expect([refusal.code, refusal.message]).toEqual(['field_value', expect.stringContaining('“offer.pdf”')])
    expect(await readFiles(world.ports, seen)).toEqual([])
  })

  test('said twice that it was sent, it is one file', async () => {
    const file = await attach('anna', 'offer.pdf')
    const [command, seen] = await as('anna')

    expect(await keepFile(world.ports, command, seen, file.id)).toEqual(file)
    expect(await readFiles(world.ports, seen)).toHaveLength(1)
  })

  test.each([
    [0, 'пуст', 'is empty'],
    [20 * 1024 * 1024 + 1, '20,1 МБ, а', 'has 20.1 MB'],
  ])('a file of %i bytes is refused', async (size, russian, english) => {
    const [command, seen] = await as('anna')

    const refusal = await refused(addFile(world.ports, command, seen, { ...announced('a.zip'), size }))
    expect(await sentenceIn('en', refusal)).toContain(english)
    expect(await sentenceIn('ru', refusal)).toContain(russian)
  })

  test('a file is taken away with its bytes, by whoever brought it and their heads', async () => {
    const file = await attach('anna', 'offer.pdf')
    const other = await attach('boris', 'letter.pdf')

    expect((await refused(removeFile(world.ports, ...(await as('anna')), other.id))).code).toBe('forbidden')
    await removeFile(world.ports, ...(await as('boris')), other.id)
    await removeFile(world.ports, ...(await as('helen')), file.id)
    const [, seen] = await as('anna')
    expect(await readFiles(world.ports, seen)).toEqual([])
    expect(await world.ports.files.get(`${deal.id}/${file.id}`)).toBeUndefined()
  })

  test('whoever does not see the deal sees nothing of it', async () => {
    expect((await refused(as('cyril'))).code).toBe('deal_unknown')
  })
})
