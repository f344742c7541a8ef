import { enAnswers } from './en-answers'
import { line } from '#playbook/blocks'
import { enAutomation, enDeals, enGlossary } from './en-frame-more'
import type { DirectionWords, Frame, GateWords, HomeWords, RoleWords, StageWords, TaskWords } from './frame'

const home: HomeWords = {
  title: 'Sales playbook',
  intro: (directions, stages, tasks) =>
    `How we sell: ${directions}, ${stages}, ${tasks}. It is written from the rules themselves, so it is never out of date.`,
  start: (deals, automation, glossary) =>
    line`New here? Read the direction you work in, then the page of your role: it says everything that is expected of you, and when. Then: ${deals}, ${automation} and ${glossary}.`,
  directions: 'Directions',
  directionsCaption: 'Which directions there are, and when a deal is won',
  rolesCaption: 'Who there is, and how many tasks the rules have for them',
  direction: 'Direction',
  stages: 'Stages',
  wonAfter: 'Won when it leaves',
  roles: 'Who does what',
  role: 'Role',
  owes: 'Tasks in the rules',
  pages: 'Pages of the playbook',
  back: 'All pages',
}

const direction: DirectionWords = {
  axes: (parts) => line`Reports and plans also add it up with: ${parts}.`,
  won: (stage) =>
    line`A deal is won when it leaves ${stage} forward. After that it goes on to the end and is then completed.`,
  skip: (stages) => line`These stages may be skipped: ${stages}. Every other stage has to be gone through.`,
  diagram: (name) => `The way of a deal: ${name}`,
  glance: 'All tasks at a glance',
  caption: (name) => `Stages, tasks, who does them and by when: ${name}`,
  heads: ['Stage', 'Task', 'Who', 'Due'],
  start: 'New deal',
  end: 'Completed',
  wonHere: 'Won',
  skippable: 'may be skipped',
  lost: 'May be lost, with a reason',
  cancelled: 'May be cancelled, with a reason',
  tasks: (count) => count,
  chance: (percent) => `chance ${percent}`,
  atMost: (length) => `at most ${length}`,
}

const stage: StageWords = {
  title: (index, name) => `${index}. ${name}`,
  goal: (goal) => line`${{ strong: 'Goal:' }} ${goal}`,
  chance: (percent) => `A deal in this stage is won with a probability of ${percent}.`,
  maxAge: (length, ladder) => line`A deal stays here at most ${length}; after that the ladder ${ladder} begins.`,
  maxIdle: (length, ladder) => line`If nobody does anything for ${length}, the ladder ${ladder} begins.`,
  won: 'When a deal leaves this stage forward, it is won.',
  skippable: 'This stage may be skipped.',
  howTo: 'How to work here',
  tasks: 'Tasks',
  leave: 'When you can leave',
  byItself: 'What happens automatically',
  made: (name) => line`As soon as a deal comes here, the draft of “${name}” is made.`,
  madeAfter: (name, event) => line`After ${event} the draft of “${name}” is made.`,
  changed: 'In this direction the stage differs from what is usual elsewhere.',
}

const task: TaskWords = {
  who: (who) => line`Who: ${who}.`,
  mayAlso: (who) => line`May do it too: ${who}.`,
  due: (due) => line`Due: ${due}.`,
  only: (condition) => line`Only if ${condition}.`,
  onlyShort: (condition) => line`if ${condition}`,
  optional: 'The stage may be left without it.',
  optionalShort: 'optional',
  checklist: 'Tick off on the way:',
  howTo: 'How to do it well:',
  late: (ladder) => line`If it is late, the ladder ${ladder} begins.`,
  keep: 'When the deal moves on, the task stays open.',
  once: 'A deal that comes back to this stage does not get it again once it has been done.',
  waits: 'While whoever does it is away, it waits for them and does not go to a deputy.',
  closes: ({ name, isInvoice }, fact) =>
    line`It is done by itself once the ${isInvoice ? 'invoice' : 'document'} “${name}” is ${fact}.`,
}

const gate: GateWords = {
  intro: 'You can leave this stage when:',
  task: (done) => line`the task ${done} is done`,
  taskIf: (done, condition) => line`the task ${done} is done (only if ${condition})`,
  filled: (field) => line`${field} is filled in`,
  paid: (percent) => line`at least ${percent} of what was invoiced is paid`,
  invoiced: (name) => line`the invoice “${name}” is issued`,
  signed: (name) => line`“${name}” is signed by all who sign it`,
  message: (message) => line`Whoever tries earlier is told: ${message}`,
  override: (who) => line`Who may let a deal pass all the same, with a reason in writing: ${who}.`,
  strict: 'Nobody can let a deal pass without this.',
  back: 'Going back to an earlier stage is always possible, with a reason.',
}

const role: RoleWords = {
  intro: (name) => `Everything that is expected of “${name}”, and when.`,
  tasks: 'Tasks of the stages',
  asOwner: 'Tasks in deals of one’s own',
  caption: (name) => `Tasks: ${name}`,
  heads: ['Task', 'Due', 'Stage', 'Directions'],
  added: 'Tasks that appear on their own',
  addedTask: (added, due, rule) => line`${added}: ${due}. ${rule}`,
  followUp: (added, due) => line`${added}: ${due}. It appears when a deal is closed early.`,
  decides: 'What this role decides',
  overrides: (left, directions) =>
    line`May let a deal leave ${left} although its conditions do not hold, with a reason in writing (${directions}).`,
  mayLose: 'May close a deal as lost.',
  mayCancel: 'May cancel a deal that was won.',
  told: 'What this role is told',
  ladder: (ladder, step) => line`${ladder}: ${step}`,
  behind: (percent) => `When the plan falls below ${percent} of where it should be today.`,
  takesOver: 'What this role takes over',
  deals: 'New deals this role gets',
  becomesOwner: (owner) =>
    line`Whoever gets a deal manages it from then on. What a manager owes is on this page: ${owner}.`,
  nothing: 'The rules expect nothing of this role yet.',
}

/** The frame of the playbook in English. */
export const enFrame: Frame = {
  home,
  direction,
  stage,
  task,
  gate,
  role,
  deals: enDeals,
  answers: enAnswers,
  automation: enAutomation,
  glossary: enGlossary,
}
