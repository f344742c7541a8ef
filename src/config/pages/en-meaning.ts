import type { PageText } from './page'

/** English pages: what can be read but cannot be meant. */
export const enMeaning = {
  'intake-never-reached': {
    title: 'A line of intake that nothing comes to',
    means: 'A line without “when” takes everything, and this line stands below it.',
    why: 'What it is for would become something else: a request instead of a deal, or nothing at all.',
    mend: 'Put the line without “when” last, or leave one of the two out.',
  },
  'never-true': {
    title: 'A condition that can never hold',
    means: 'By the field’s own limits, or by the lines around it, no deal can ever fit this line.',
    why: 'What it is for would never happen: a task never opened, a line never reached, a stage never left.',
    mend: 'Look at the limits that are named; write a value within them, or leave the line out.',
  },
  'always-true': {
    title: 'A condition that always holds',
    means: 'By the field’s own limits every deal with a value fits this line, so it tells nothing apart.',
    why: 'It looks as if something were checked, and nothing is.',
    mend: 'Write a value that tells deals apart, or “field: filled” if only that is meant.',
  },
  'task-cycle': {
    title: 'Tasks that wait for each other',
    means: 'Each of these tasks is due after another one of them, so none ever becomes due.',
    why: 'They would hang in every deal and hold up the stage.',
    mend: 'Let one of them count from entering the stage: leave its “after …” out.',
  },
  'won-after': {
    title: 'A deal that can never be won',
    means: '“won_after” names a stage the direction does not go through.',
    why: 'No deal of the direction would ever count as won, and the plan would stay empty.',
    mend: 'Name one of the direction’s own stages: the one after which the money is there.',
  },
  'stage-twice': {
    title: 'A stage twice in one direction',
    means: 'The list of stages has the same stage two times.',
    why: 'It would be unclear where a deal in it stands. A deal may come back to a stage, but that is written nowhere.',
    mend: 'Leave one of the two out; if the work differs, make a stage of its own.',
  },
  'change-unused': {
    title: 'A change to a stage the direction does not have',
    means: 'Under “change” stands a stage that this direction does not go through.',
    why: 'The change would have no effect; most often the stage was meant to be in the list.',
    mend: 'Add the stage to “stages” of the direction, or leave the change out.',
  },
  'skip-last': {
    title: 'The last stage cannot be skipped',
    means: 'A stage is skipped by going to the one behind it, and behind the last there is none.',
    why: 'The deal would have nowhere to go.',
    mend: 'Leave the last stage out of “may_skip”.',
  },
  'gate-needs-unfillable': {
    title: 'A gate that asks for what is filled only later',
    means: 'To leave this stage a field must have a value, but people are asked to fill it only in a later stage.',
    why: 'Every deal would be stopped here.',
    mend: 'Ask for the field under “filled” here or earlier, or move the condition to the later stage.',
  },
  'one-pair-of-hands': {
    title: 'A direction that one person passes alone',
    means: 'Whoever owns a deal does every task and writes every field up to the win: nobody else has a word in it.',
    why: 'A gate is worth what a second person at it is worth. Alone, a seller writes “paid” and wins the deal.',
    mend: 'Give one task on the way to another role, or say with “written_by” that a field of a gate is somebody else’s word.',
  },
  'no-catch-all': {
    title: 'New deals that would go nowhere',
    means: '“new_deals” is read from the top, and the last line must take whatever fits none above it.',
    why: 'A deal that fits no line would have no direction and no owner, and the client no answer.',
    mend: 'Add a last line without “when”.',
  },
  gap: {
    title: 'A combination that was forgotten',
    means: 'There are lines for each of these values alone, but none for the two together.',
    why: 'Such deals fall through to the last line, which is hardly what is meant.',
    mend: 'Add the line that is named, or leave one of the conditions out.',
  },
  'no-otherwise': {
    title: 'Nobody for a client without a previous owner',
    means: '“give_to: previous_owner” gives the deal to whoever had the client before; not every client has one.',
    why: 'Such a deal would be nobody’s.',
    mend: 'Add “otherwise:” with the role that gets it then.',
  },
  'move-stopped': {
    title: 'A move that will be stopped',
    means:
      'The rule moves a deal, but at that moment the gate of its stage is not open: a task is not done, a field not filled, a stage would be skipped.',
    why: 'Automation goes through the same gate as people, so the rule would fail every time.',
    mend: 'Do before the move what the gate asks for, or ask for it under “when”.',
  },
  'automation-loop': {
    title: 'Rules that set each other off for ever',
    means: 'What one rule does sets off another one, and so on, back to the first.',
    why: 'Norma would cut it off after a few rounds, and the deal would be left in the middle.',
    mend: 'Add a “when” that no longer holds after the first time.',
  },
  'ladder-order': {
    title: 'A ladder that does not climb',
    means:
      'Each step of an escalation must come later than the one above it, and each step of “when_behind” must be lower.',
    why: 'Steps out of order would tell the head before the manager, or never.',
    mend: 'Put the steps in the order of time, or change the number.',
  },
  'due-after-max-age': {
    title: 'A task due after the deal is stuck',
    means: 'The task is due later than a deal may stay in the stage.',
    why: 'The deal would be reported as stuck while everybody is still in time.',
    mend: 'Write an earlier due date or a longer “max_age”.',
  },
  'stage-without-task': {
    title: 'A stage in which nothing has to be done',
    means: 'The fourth sales standard: every stage has at least one task that is not optional.',
    why: 'Nobody would know what to do in it, and a deal could pass with nothing done.',
    mend: 'Add a task: what to do, by whom, and when it is due. Or leave the stage out.',
  },
  'holiday-on-weekend': {
    title: 'A holiday on a day off',
    means: 'This holiday is a day that is not worked anyway.',
    why: 'Often the year or the month is wrong, and the real holiday is missing.',
    mend: 'Leave the day out, or put the date right.',
  },
  'contradictory-day': {
    title: 'A day said twice, or for nothing',
    means:
      'A day stands in two lists of the calendar, or its line changes nothing: it is worked anyway, or has these hours anyway.',
    why: 'Only one of two lines can hold, and a line that changes nothing is often a wrong year or month.',
    mend: 'Leave the day in one place only, or put the date right.',
  },
  'calendar-behind': {
    title: 'A calendar that does not know this year (a warning)',
    means: 'The calendar has no holiday in the current year or, from October on, in the next one.',
    why: 'Holidays would count as working days, and tasks would be due on them.',
    mend: 'Write the holidays of the year under “holidays”, or let “norma holidays” write those of a country.',
  },
  'zone-sign': {
    title: 'A time zone with its sign the other way round (a warning)',
    means: 'In zones such as “Etc/GMT+3” the plus means west: that one is three hours behind UTC.',
    why: 'Whoever means UTC+3 gets due dates that are six hours off.',
    mend: 'Write the place, such as “Europe/Moscow”, or the other sign.',
  },
  'calendar-ends': {
    title: 'A calendar without working time',
    means: 'By this calendar nobody works in any week, or not for more than 400 days.',
    why: 'Nothing could ever be due.',
    mend: 'Write the days under “work_week” and the hours under “hours”.',
  },
  'moved-cycle': {
    title: 'Renamings that go round in a circle',
    means: '“moved” says where an old name went; these lines lead back to where they began.',
    why: 'Open deals would have no stage to go to.',
    mend: 'Leave out the line that leads back.',
  },
  'same-name': {
    title: 'Two things with one name (a warning)',
    means:
      'Two stages of a direction, two directions, roles, fields, events, reasons, options or tasks are called the same.',
    why: 'People know them by the name alone: a board would have two equal columns, a list two equal lines.',
    mend: 'Give one of them another name; its id may stay.',
  },
  'odd-chance': {
    title: 'A chance that falls, or counts for nothing (a warning)',
    means:
      'Along a direction the chance of a stage is smaller than that of a stage before it, or it is written for a stage behind “won_after”.',
    why: 'What is open is weighed by its chance beside the plan: a deal that moves on would make the forecast smaller.',
    mend: 'Write chances that grow from stage to stage, and none for stages in which the deal is won already.',
  },
  'said-twice': {
    title: 'The same value twice in one list (a warning)',
    means: 'A field, a role, an option or an item of a checklist stands twice in one list.',
    why: 'The second changes nothing; most often another one was meant.',
    mend: 'Leave one of the two out, or write what was meant.',
  },
  'unreadable-name': {
    title: 'A name that cannot be read (a warning)',
    means:
      'A name is blank, or holds a sign that nobody can see: a control character, or one that turns the direction of writing.',
    why: 'Cards and columns without a name, and calendars and exports with broken lines.',
    mend: 'Write the name in letters that can be seen.',
  },
  unused: {
    title: 'Declared and never used (a warning)',
    means: 'This is declared, but no stage, direction, rule or ladder uses it.',
    why: 'It is often a slip: the name was meant somewhere. Publishing is possible all the same.',
    mend: 'Use it, or leave it out.',
  },
} as const satisfies Readonly<Record<string, PageText>>
