import { yesNo, text, value, required, optional, condition, doers, taskDoer, ladder } from '#config/shape/parts'

/** The keys of a task. */
export const taskKeys = {
  do: required(text, 'What exactly is to be done.'),
  by: required(taskDoer, 'Who is responsible.'),
  may_also: optional(doers, 'Who else may do it, beside its responsible, those in the role and their heads.'),
  due: required(value('a due date such as 1 working day', 'due'), 'When it must be done.'),
  when: optional(condition, 'The task is opened only for deals that fit.'),
  optional: optional(yesNo, 'The stage may be left without it.'),
  how_to: optional(text, 'How to do it well, in Markdown.'),
  done_when: optional(
    value('a document or an invoice and what is done to it, such as contract issued', 'done_when'),
    'What closes the task by itself: contract issued, act signed, invoice paid.',
  ),
  checklist: optional({ is: 'list', of: text }, 'Steps to tick off.'),
  escalate: optional(ladder, 'The ladder to climb when it is late.'),
  on_leave: optional(
    { is: 'words', words: ['cancel', 'keep'] },
    'What happens to the open task when the deal moves on.',
  ),
  on_return: optional({ is: 'words', words: ['again', 'once'] }, 'Whether a deal that comes back gets it again.'),
  while_away: optional(
    { is: 'words', words: ['deputy', 'wait'] },
    'Whether it goes to a deputy while its responsible is away, or waits.',
  ),
}
