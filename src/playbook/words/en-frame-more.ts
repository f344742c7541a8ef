import { line } from '#playbook/blocks'
import type { AutomationWords, DealWords, GlossaryWords } from './frame'

/** How deals come and go, in English. */
export const enDeals: DealWords = {
  title: 'How deals come and end',
  come: 'Where a new deal goes',
  comeIntro: 'The lines are read from the top; the first one that fits decides.',
  when: (condition, direction) => line`If ${condition}: ${direction}.`,
  otherwise: (direction) => line`Every other deal: ${direction}.`,
  gets: (who) => line`Who gets it: ${who}`,
  inTurn: 'in turn',
  leastBusy: 'whoever is least busy',
  previous: (fallback) => line`Who gets it: whoever managed this client before; if there is nobody: ${fallback}`,
  reply: (length) => `The client has to be answered within ${length}.`,
  noRouting: 'The rules do not say where new deals go; whoever enters a deal chooses.',
  lost: 'When a deal is lost',
  lostIntro: 'Before it is won, a deal can be closed as lost at any stage. One of these reasons is named:',
  cancelled: 'When a deal is cancelled',
  cancelledIntro:
    'After it was won, a deal can only be cancelled, and it is taken off the plan. One of these reasons is named:',
  reasons: 'Reasons',
  reason: 'Reason',
  meaning: 'In the file',
  anyone: 'Everybody who may edit the deal may do it.',
  who: (who) => line`Who may do it: ${who}.`,
  followUp: (task, who, due) => line`Then a task appears: ${task}. Who: ${who}. Due: ${due}.`,
  plan: 'The plan',
  year: (month) => `The year of the plan begins in ${month}. How much is to be sold is set in the system.`,
  behind: (percent, who) => line`Below ${percent} of where the plan should be today, ${who} will be told.`,
}

/** What happens by itself, in English. */
export const enAutomation: AutomationWords = {
  title: 'What happens by itself',
  rules: 'Automation',
  noRules: 'Nothing happens by itself.',
  on: {
    dealCreated: 'a deal comes in',
    stageEntered: (stage) => (stage === undefined ? ['a deal enters a stage'] : line`a deal enters the stage ${stage}`),
    fieldChanged: (field) => line`${field} changes`,
    taskDone: (task) => (task === undefined ? ['a task is done'] : line`the task ${task} is done`),
    dealWon: 'a deal is won',
    dealLost: 'a deal is lost',
    dealCancelled: 'a deal is cancelled',
    event: (event) => line`this happens: ${event}`,
  },
  when: (event) => line`When ${event}:`,
  whenAnd: (event, condition) => line`When ${event}, and ${condition}:`,
  addTask: (task, who, due) => line`a task appears: “${task}” (who: ${who}; due: ${due})`,
  completeTask: (task) => line`the task ${task} is ticked off`,
  moveTo: (stage) => line`the deal moves to ${stage}, if everything that is needed to leave its stage is there`,
  complete: 'the deal is completed, if everything that is needed is there',
  set: (field, value) => line`${field} becomes ${value}`,
  clear: (field) => line`${field} is emptied`,
  notify: (people) => line`${people} will be told`,
  ladders: 'When something is late',
  laddersIntro:
    'Each ladder is climbed step by step until the matter is settled. Time counts in working hours where it says so.',
  lateTask: 'A task is late',
  stuckDeal: 'A deal stays too long',
  ladder: (id) => line`Ladder ${{ code: id }}`,
  empty: 'Nothing happens.',
  usedByRest: 'It is climbed wherever no other ladder is named.',
  usedBy: (places) => line`Used by: ${places}.`,
}

/** The glossary, in English. */
export const enGlossary: GlossaryWords = {
  title: 'Glossary',
  words: 'Words',
  terms: [
    ['Direction', 'A way of selling with its own sequence of stages.'],
    ['Stage', 'A step of a direction. A deal is judged by the rules it entered the stage with.'],
    ['Task', 'What must be done, by whom and by when. Tasks appear by themselves when a deal enters a stage.'],
    ['Gate', 'What must be true before a deal can leave a stage forward.'],
    ['Won', 'The moment a deal leaves the stage the direction names for it. Delivery and papers come after.'],
    ['Lost and cancelled', 'A deal that ends before it was won is lost, one that ends after is cancelled.'],
    ['Ladder', 'Who is told, step by step, when a task is late or a deal is stuck.'],
  ],
  fields: 'Fields of a deal',
  fieldsCaption: 'What is written down about a deal',
  fieldHeads: ['Field', 'Kind', 'What goes in', 'Where it matters'],
  options: (options) => `one of: ${options}`,
  bounds: (min, max) => {
    if (min !== undefined && max !== undefined) return `from ${min} to ${max}`
    return min === undefined ? `at most ${max ?? ''}` : `at least ${min}`
  },
  formula: (formula) => line`computed: ${{ code: formula }}`,
  everyDeal: 'every deal has it',
  writtenBy: (who) => line`written by ${who} alone`,
  toLeave: (stages) => line`needed to leave: ${stages}`,
  dueFrom: (tasks) => line`due dates count from it: ${tasks}`,
  events: 'Events from outside',
  eventsCaption: 'What other systems tell us about a deal',
  eventHeads: ['Event', 'What it sets off'],
  axes: 'How directions are cut',
  axesCaption: 'Reports and plans add up along these',
  axisHeads: ['Axis', 'Values'],
  time: 'Working time and due dates',
  hours: (week, zone) => `Working time: ${week} (${zone}).`,
  calendar: (id) => line`Calendar ${{ code: id }}`,
  holidays: (dates) => `Days off: ${dates}.`,
  extra: (dates) => `Worked although it is a day off: ${dates}.`,
  short: (dates) => `Days with hours of their own: ${dates}.`,
  counting: [
    'Working days begin with the next one: a task given on Monday for one working day is due on Tuesday at closing time.',
    'Working hours run only while we are open. What comes in the evening begins to count in the morning.',
    'Before a date it is counted back in the same way: one working day before a Saturday or a Monday is the Friday before.',
    'A shift that runs past midnight belongs to the day it begins on.',
    'Calendar days count weekends and holidays too and end at closing time.',
    'A date that is already past when a task appears becomes “now”, and nobody is blamed for it.',
  ],
}
