import { buyerOf } from '#domain/deals/of-buyer'
import type { AddressedMail } from '#channels/domain/facts'
import type { MessageFact } from '#channels/domain/messages'
import { contactWritten } from '#channels/usecases/whose-client'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { channelsSaying } from '#channels/words/channels-refusal'
import { employeeCaller } from '#domain/kernel/access'
import { employeesAt } from '#domain/people/employees-at'
import { Refusal } from '#domain/kernel/refusal'
import { textHash } from '#domain/kernel/text-hash'
import type { KeptIntegration } from '#ports/integrations'
import type { People } from '#ports/people'
import type { Deal } from '#schemas/deal'
import type { Employee } from '#schemas/people'
import type { Saying } from '#schemas/saying'
import { addComment } from '#usecases/attached/comments'
import { seenDeal, type SeenSubject } from '#usecases/attached/seen-subject'
import type { Command } from '#usecases/command'
import { isMailInOf } from '#usecases/people/mail-in'
import { again, whileOthersWrite } from '#usecases/while-others-write'

/** What a mail to an address of an employee is to be read as, or why it is nothing. */
export type Addressed = { readonly messages: readonly MessageFact[] } | { readonly why: Saying }

/** No person answers so many notices within two hours: something answers by itself. */
const mostComments = 60

const mostText = 4_000

/**
 * Reads a mail to an address that was given to one employee. From them it becomes a comment on the deal, or a message with
 * the client it was written to or by; from anybody else it is what it would be at the mailbox itself: nobody comes in by it.
 * The same mail again changes nothing.
 */
export async function keepAddressed(
  ports: ChannelNeeds,
  integration: KeptIntegration,
  mail: AddressedMail,
): Promise<Addressed> {
  const people = await ports.people.load()
  const [employee] = employeesAt(people.employees, mail.from)
  if (employee === undefined) return { messages: mail.otherwise }
  if (!isMailInOf(integration, employee.id, mail.to, ports.clock.now()))
    return { why: channelsSaying('mail_in_not_theirs', { from: mail.from }) }
  if (mail.to.use === 'client') {
    const messages = mail.theirs.map((fact) => byOf(fact, employee))
    return messages.length === 0 ? { why: channelsSaying('mail_in_nobody', { from: mail.from }) } : { messages }
  }
  const seen = await dealOf(ports, { caller: employeeCaller(employee, people.departments), people }, mail.to.deal)
  if (seen?.deal === undefined) return { why: channelsSaying('mail_in_not_theirs', { from: mail.from }) }
  const { deal } = seen
  if (mail.theirs.length === 0) return comment(ports, { mail, employee, people, seen })
  for (const { contact } of mail.theirs) await linkToDeal(ports, contact, deal)
  return { messages: mail.theirs.map((fact) => ({ ...byOf(fact, employee), inDeal: deal.id })) }
}

function byOf(fact: MessageFact, { id }: Employee): MessageFact {
  return fact.direction === 'out' ? { ...fact, by: id } : fact
}

/** A deal as an employee sees it; programs of mail may have written its id in small letters. */
async function dealOf(
  ports: ChannelNeeds,
  asker: Parameters<typeof seenDeal>[1],
  written: string,
): Promise<SeenSubject | undefined> {
  for (const id of new Set([written, `deal_${written.slice('deal_'.length).toUpperCase()}`])) {
    try {
      return await seenDeal(ports, asker, id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return undefined
}

type Commenting = {
  readonly mail: AddressedMail
  readonly employee: Employee
  readonly people: People
  readonly seen: SeenSubject
}

async function comment(ports: ChannelNeeds, { mail, employee, people, seen }: Commenting): Promise<Addressed> {
  const text = mail.text.trim().slice(0, mostText)
  if (text === '') return { messages: [] }
  if ((await ports.talks.countUp(`mail-in#${employee.id}`, ports.clock.now())) > mostComments)
    return { why: channelsSaying('mail_in_machine', { from: mail.from, most: mostComments }) }
  const key = `mail#${textHash(mail.id)}`
  const command: Command = {
    caller: employeeCaller(employee, people.departments),
    correlationId: key,
    once: { key, requestHash: 'mail', status: 201 },
  }
  try {
    await addComment(ports, command, seen, { text })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // Whoever is named and may not see the deal is not told; what was written is kept all the same.
    await addComment(ports, command, { ...seen, people: { ...seen.people, employees: {} } }, { text })
  }
  return { messages: [] }
}

/** Whoever was written to about a deal and is nobody’s yet belongs to its client from now on. */
async function linkToDeal(ports: ChannelNeeds, contact: string | undefined, { id, links }: Deal): Promise<void> {
  const client = buyerOf({ links })
  if (contact === undefined || client === undefined) return
  const { linked, known } = await ports.knownClients.find(contactWritten(contact))
  if (linked !== undefined || known.length > 0) return
  const talk = await ports.talks.talkIdOf(contact)
  await ports.talks.link(client, talk)
  await whileOthersWrite(`The talk ${talk} was written`, async () => {
    const was = await ports.talks.findTalk(talk)
    if (was?.client !== undefined) return undefined
    const made = { id: talk, contact, lastAt: ports.clock.now(), ...was, client, deal: was?.deal ?? id }
    return (await ports.talks.saveTalk({ ...made, rev: (was?.rev ?? 0) + 1 })) ? undefined : again
  })
}
