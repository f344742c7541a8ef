import type { Format } from '#domain/kernel/texts/format'
import { arrow, directionsText, taskKeyOf, type PlanWords } from './plan-words'
import type { ReleaseChange } from '#schemas/release'

const dealForms = { one: 'open deal', other: 'open deals' }
const inStage = { one: 'deal in the stage now finishes it', other: 'deals in the stage now finish it' }
const taskForms = { one: 'open task', other: 'open tasks' }
const people = { one: 'person is', other: 'people are' }

/** A plan in English. */
export const planEn: PlanWords = {
  title: ({ from, deals }, file, format) => `Plan: v${from} → ${file}     ${format.counted(deals, dealForms)}`,
  groups: {
    blocked: 'BLOCKED – nothing can be published until these are answered',
    warnings: 'WARNINGS – nothing is stopped by these',
    moves: 'MOVES',
    nextEntry: 'FROM THE NEXT STAGE ENTRY',
    newDeals: 'NEW DEALS ONLY',
    atOnce: 'AT ONCE',
  },
  head,
  body: (change, group, format) => [
    ...(group === 'nextEntry' ? staying(change, format) : []),
    ...(group === 'moves' ? moving(change, format) : []),
    ...nowLines(change, format),
    ...(change.code === 'role-empty'
      ? [
          `measured by the deals that entered the stages of its tasks in the last ${change.names['days'] ?? '7'} days; until somebody is in the role, the owners’ heads get them`,
        ]
      : []),
  ],
  examples: (named) => `such as ${named.join(', ')}`,
  quoted: (title) => `“${title}”`,
  paste: ({ guess, code }) => {
    if (code === 'id-reused') return 'Is it called so again? Then add:'
    if (guess === undefined) return 'What became of it? Add a line, with the new id behind the colon:'
    const why = code === 'pipeline-in-use' ? 'has the same stages' : 'has the same tasks'
    return `“${guess}” ${why} – was it renamed? Then add:`
  },
  texts: (keys) => `${keys.length} texts read otherwise: ${keys.join(', ')}`,
  same: 'This is the text in force: there is nothing to publish.',
  nothing: 'Nothing changes for deals, tasks and people.',
  publishable: 'Publishable.',
  blocked: 'Not publishable.',
}

function head(change: ReleaseChange, format: Format): string {
  const { code, names, deals, tasks } = change
  const open = `${format.counted(deals, dealForms)} ${deals === 1 ? 'is' : 'are'}`
  const where = directionsText(change)
  switch (code) {
    case 'stage-in-use': {
      const place = names['pipeline'] === undefined ? '' : ` from “${names['pipeline']}”`
      return `stage “${names['stage']}” is gone${place}, but ${open} in it: ${where}`
    }
    case 'pipeline-in-use':
      return names['linked'] === undefined
        ? `direction “${names['pipeline']}” is gone, but ${open} in it`
        : `direction “${names['pipeline']}” is gone, but ${open} linked to deals of it`
    case 'role-in-use': {
      const who = names['people'] === '' ? [] : (names['people']?.split(', ') ?? [])
      const held = who.length === 0 ? '' : `${format.counted(who.length, people)} in it (${names['people']})`
      const named = tasks === 0 ? '' : `${format.counted(tasks, taskForms)} ${tasks === 1 ? 'waits' : 'wait'} for it`
      return `role “${names['role']}” is gone, but ${[held, named].filter((part) => part !== '').join(' and ')}`
    }
    case 'field-in-use':
      return `field “${names['field']}” is gone, but ${format.counted(deals, dealForms)} and ${format.counted(tasks, taskForms)} depend on what it holds`
    case 'option-in-use':
      return `option “${names['option']}” of “${names['field']}” is gone, but ${format.counted(deals, dealForms)} ${deals === 1 ? 'has' : 'have'} it`
    case 'series-removed':
      return `the series “${names['series']}” (${names['like']}) is gone: its numbers would be given once more; leave it in “numbers” even if nothing is numbered by it any more`
    case 'id-reused':
      return names['both'] === undefined
        ? `“${change.from}” is what “${change.to}” was called before; choose another id, or old records would be misread`
        : `“${change.from}” is what “${change.to}” was called before, and both are in this text: go back with “norma rollback” or on the page of versions, or give the new one an id of its own`
    case 'role-empty':
      return `nobody is in the role ${names['role']}: ${names['week']} tasks a week would have no one`
    case 'old-versions-alive':
      return `${format.counted(deals, dealForms)} finish their stage by rules before v${names['from']} (the oldest: v${names['oldest']})`
    default:
      return channelHead(change) ?? changeHead(change)
  }
}

/** Channels that are gone, by which nobody can come, or that may not be used; and what is amiss with clients. */
function channelHead({ code, names }: ReleaseChange): string | undefined {
  switch (code) {
    case 'paper-in-use':
      return `“${names['name']}” (${names['paper']}) is gone, but ${names['count']} of it are under way${names['by'] === undefined ? '' : `: ${names['by']}`}`
    case 'channel-in-use':
      return `channel “${names['channel']}” is gone, but ${names['by']} leads to it`
    case 'channel-without-line':
      return `nothing that is connected leads to the channel “${names['channel']}” (“${names['name']}”): nobody can come by it`
    case 'nobody-in-otherwise':
      return `nobody is in the role ${names['role']}: whoever it calls back or answers goes to the head of the company`
    case 'alarm-role-empty':
      return `nobody is in the role ${names['role']}, which is to hear when somebody reads too many clients of others`
    case 'consent-text-changed':
      return `the consent “${names['name']}” (${names['consent']}) says something else and is still version ${names['version']}: give it a new one`
    case 'keep-erases': {
      const among = names['looked'] === undefined ? '' : `, among the first ${names['looked']} that are old enough`
      return `clients who are kept so far and will be erased by the new “keep”: ${names['cards']}${among}; the first after ${names['on']}, each announced a week ahead`
    }
    case 'foreign-messenger':
      return `“${names['name']}” is a messenger from abroad, and “company” says “restricted: yes”`
    default:
      return undefined
  }
}

function changeHead(change: ReleaseChange): string {
  const { code, key, names } = change
  switch (code) {
    case 'stage-moved':
      return `stage ${arrow(change, 'none')}`
    case 'pipeline-moved':
      return `direction ${arrow(change, 'none')}`
    case 'role-moved':
      return `role ${arrow(change, 'none')}`
    case 'field-moved':
      return `field ${arrow(change, 'none')}`
    case 'option-moved':
      return `option of ${names['field']} ${arrow(change, 'none')}`
    case 'task-added':
      return `${key}: new task “${names['do']}”, ${change.to}`
    case 'task-removed':
      return `${key}: the task “${names['do']}” is gone`
    case 'task-by':
      return `${taskKeyOf(change)}: responsible ${arrow(change, 'none')}`
    case 'task-may-also':
      return `${taskKeyOf(change)}: who else may do it ${arrow(change, 'nobody')}`
    case 'task-due':
      return `${taskKeyOf(change)}: due ${arrow(change, 'none')}`
    case 'task-asked':
      return `${taskKeyOf(change)}: ${arrow(change, 'none')}`
    case 'task-text':
      return `${taskKeyOf(change)}: ${textChange(change)}`
    case 'task-ladder':
      return `${taskKeyOf(change)}: when late ${arrow(change, 'none')}`
    default:
      return code.startsWith('new-deals') ? newDealsHead(change) : (paperHead(change) ?? plainHead(change))
  }
}

function plainHead(change: ReleaseChange): string {
  const { code, key, names } = change
  const called = names['name'] === undefined ? '' : ` (“${names['name']}”)`
  switch (code) {
    case 'stage-added':
      return `stage ${key}${called} is new`
    case 'stage-removed':
      return `stage ${key} is gone; no deal is in it`
    case 'won-behind':
      return `${key}: deals come behind “${names['stage']}”`
    case 'stages-order':
      return `${key}: order ${arrow(change, 'none')}`
    case 'pipeline-added':
      return `direction ${names['pipeline']}${called} is new`
    case 'pipeline-removed':
      return `direction ${names['pipeline']} is gone; no deal is in it`
    case 'calendar':
      return `${key}: ${change.to}`
    case 'role-added':
    case 'field-added':
    case 'event-added':
    case 'option-added':
      return `${key}${called} is new`
    case 'role-removed':
    case 'field-removed':
    case 'event-removed':
    case 'option-removed':
      return `${key} is gone; nothing open refers to it`
    case 'automation-added':
      return `${key} is new, for what happens from now on`
    case 'automation-removed':
      return `${key} is gone`
    case 'automation-changed':
      return `${key} does something else, for what happens from now on`
    case 'text':
      return `${key}: ${textChange(change)}`
    default:
      return `${key}: ${arrow(change, 'none')}`
  }
}

/** Sellers, series, kinds of invoices and documents, channels and templates that come and go. */
function paperHead({ code, key, names }: ReleaseChange): string | undefined {
  const called = names['name'] === undefined ? '' : ` (“${names['name']}”)`
  if (code === 'paper-added' || code === 'channel-added' || code === 'client-added') return `${key}${called} is new`
  if (code === 'client-removed') return `${key}${called} is gone; cards keep what they say`
  if (code === 'channel-removed') return `${key}${called} is gone; what is owed keeps its date`
  return code === 'paper-removed' ? `${key}${called} is gone; what is issued stays as it is` : undefined
}

function newDealsHead(change: ReleaseChange): string {
  const { code, names } = change
  if (code === 'new-deals-added') return `new_deals, line ${names['no']} (${names['pipeline']}) is new: ${change.to}`
  if (code === 'new-deals-removed')
    return `new_deals, line ${names['no']} (${names['pipeline']}) is gone: ${change.from}`
  return `new_deals, line ${names['no']} (${names['pipeline']}): ${arrow(change, 'nothing')}`
}

function textChange({ from, to }: ReleaseChange): string {
  if (!from) return `new text “${to}”`
  return !to ? `the text “${from}” is gone` : `“${from}” → “${to}”`
}

function staying(change: ReleaseChange, format: Format): readonly string[] {
  const { code, deals, tasks, from } = change
  const where = directionsText(change)
  const directions = change.directions.map(({ pipeline }) => pipeline).join(', ')
  if (code === 'ladder')
    return [`${format.counted(tasks, taskForms)} ${tasks === 1 ? 'climbs' : 'climb'} the old ladder`]
  if (code === 'won-after' || code === 'won-behind') return winning(change, format)
  if (['stages-order', 'may-skip', 'stage-added'].includes(code))
    return [
      `${directions === '' ? '' : `${directions}; ${format.counted(deals, dealForms)}, `}from the next move; what is won stays won`,
    ]
  if (deals === 0) return ['no deal is in the stage now']
  const old = `${where}; ${format.counted(deals, inStage)} by the old rule`
  if (tasks === 0) return [old]
  const open = format.counted(tasks, taskForms)
  const kept: Readonly<Record<string, string>> = {
    'task-by': `${open} ${tasks === 1 ? 'stays' : 'stay'} with ${from ?? ''}`,
    'task-due': `${open} ${tasks === 1 ? 'keeps its' : 'keep their'} date`,
    'task-removed': `${open} ${tasks === 1 ? 'stays' : 'stay'} until done`,
  }
  return [old, ...(kept[code] === undefined ? [] : [kept[code]])]
}

/** Deals that are behind the stage which wins, though nobody has won them yet. */
function winning({ to, names, deals }: ReleaseChange, format: Format): readonly string[] {
  const rule = 'from the next move; what is won stays won'
  if (deals === 0) return [rule]
  const behind = `${format.counted(deals, dealForms)} ${deals === 1 ? 'is' : 'are'} already behind “${to ?? names['stage'] ?? ''}”`
  return [`${behind}: ${deals === 1 ? 'it' : 'each'} is won at its next move forward`, rule]
}

function moving(change: ReleaseChange, format: Format): readonly string[] {
  const { code, deals, tasks } = change
  if (code === 'role-moved') return [`its people and ${format.counted(tasks, taskForms)} follow`]
  const open = format.counted(deals, dealForms)
  if (code === 'field-moved')
    return [`${open} ${deals === 1 ? 'keeps what it holds' : 'keep what they hold'}, under the new name`]
  if (code === 'option-moved') return [`${open} ${deals === 1 ? 'gets' : 'get'} the new one in place of the old`]
  const where = directionsText(change)
  return [
    ...(where === '' ? [] : [where]),
    `${format.counted(deals, dealForms)} and ${format.counted(tasks, taskForms)} follow; dates, people, history and the gate they entered with stay`,
  ]
}

function nowLines({ now }: ReleaseChange, format: Format): readonly string[] {
  if (now === undefined) return []
  const parts = [
    ...(now.opened > 0 ? [`the task appears in up to ${format.counted(now.opened, dealForms)}`] : []),
    ...(now.cancelled > 0
      ? [`${format.counted(now.cancelled, taskForms)} ${now.cancelled === 1 ? 'is' : 'are'} cancelled`]
      : []),
    ...(now.redated > 0
      ? [`${format.counted(now.redated, taskForms)} ${now.redated === 1 ? 'is' : 'are'} dated anew, none into the past`]
      : []),
    ...(now.forgiven > 0
      ? [
          `${format.number(now.forgiven)} of them ${now.forgiven === 1 ? 'is' : 'are'} late now and ${now.forgiven === 1 ? 'stops' : 'stop'} being late`,
        ]
      : []),
    ...(now.won > 0
      ? [`${format.counted(now.won, dealForms)} ${now.won === 1 ? 'is' : 'are'} won at once, dated today`]
      : []),
    ...(now.handedOver > 0
      ? [`${format.counted(now.handedOver, taskForms)} ${now.handedOver === 1 ? 'is' : 'are'} handed over`]
      : []),
  ]
  const deals = `${format.counted(now.deals, dealForms)} ${now.deals === 1 ? 'goes' : 'go'} by the new rule, clocks from publishing on`
  const what = parts.length === 0 ? deals : parts.join(', ')
  return [now.chosen ? `NOW (--now ${now.key}): ${what}` : `with --now ${now.key}: ${what}`]
}
