import { burnUp, cells, plan, progress, recurring } from '#http/plan/example-plans'
import { audit, report, reportCell, reportItems } from '#reports/http/example-reports'
import { calendarFeed, deliveries, inbox, notificationSettings } from '#notices/http/example-notices'
import {
  anna,
  b2b,
  card,
  deal,
  dealId,
  doneTask,
  moved,
  pipeline,
  reply,
  rule,
  rules,
  task,
  taskId,
  view,
} from '#http/example-things'
import { plannedRelease, releaseStatus, scheduledRelease, versionHead } from '#release/http/example-releases'
import { savedWebhook, webhook, webhookDelivery, webhookWithSecret } from '#webhooks/http/example-webhooks'
import type { Example } from './openapi'

const ofDeal = { params: { deal: dealId }, answer: { ...deal, version: 8 } }
const ofTask = { params: { task: taskId }, answer: { ...task, rev: 2 } }

/** An example of every operation by its id; only the description of the interface shows them. */
export const examples: Readonly<Record<string, Example>> = {
  createDeal: {
    body: { title: deal.title, client: deal.client, fields: { amount: 45_000_000, source: 'site' } },
    answer: { ...deal, version: 1 },
  },
  listDeals: {
    query: { pipeline: 'b2b_new', stage: 'general_offer', q: 'aurora', limit: 50 },
    answer: { items: [card] },
  },
  readDeal: { params: { deal: dealId }, answer: view },
  updateDeal: { ...ofDeal, body: { fields: { amount: 47_000_000 } } },
  moveDeal: { ...ofDeal, body: { toStage: 'feedback', complete: [taskId] } },
  loseDeal: {
    params: { deal: dealId },
    body: { reason: 'price', comment: 'A competitor is cheaper by a third' },
    answer: { ...deal, version: 8, status: 'lost', closed: { at: deal.updatedAt, reason: 'price' } },
  },
  cancelDeal: {
    params: { deal: dealId },
    body: { reason: 'returned' },
    answer: { ...deal, version: 8, status: 'cancelled', closed: { at: deal.updatedAt, reason: 'returned' } },
  },
  reopenDeal: { ...ofDeal, body: { reason: 'They found the money' } },
  changeOwner: { ...ofDeal, body: { owner: 'ivan.kotov' }, answer: { ...deal, version: 8, owner: 'ivan.kotov' } },
  postEvent: { ...ofDeal, body: { event: 'payment_received', fields: { paid: 45_000_000 } } },
  recordReply: {
    ...ofDeal,
    body: { channel: 'phone', comment: 'Wants to see the machines on Friday' },
    answer: { ...deal, version: 8, firstReply: reply },
  },
  reattributeDeal: { ...ofDeal, body: { owner: 'ivan.kotov', reason: 'He closed it while Anna was ill' } },
  readTimeline: { params: { deal: dealId }, query: { limit: 20 }, answer: { items: [moved] } },

  listTasksOfDeal: { params: { deal: dealId }, answer: { items: [task] } },
  addTask: {
    params: { deal: dealId },
    body: { do: 'Call about the colour', by: 'owner', due: '2 working hours' },
    answer: { ...task, template: null, do: 'Call about the colour', required: false },
  },
  listTasks: { query: { assignee: 'me', state: 'today' }, answer: { items: [task] } },
  completeTask: { ...ofTask, body: { comment: 'Sent by e-mail' }, answer: doneTask },
  reopenTask: { ...ofTask, body: { reason: 'The offer had an old price' } },
  reassignTask: {
    ...ofTask,
    body: { responsible: 'ivan.kotov' },
    answer: { ...task, rev: 2, responsible: 'ivan.kotov' },
  },
  rescheduleTask: { ...ofTask, body: { dueAt: '2026-11-25T15:00:00.000Z', reason: 'The client asked for it' } },
  checkItem: { ...ofTask, body: { item: 0, done: true } },
  cancelTask: {
    ...ofTask,
    body: { reason: 'The client has the offer already' },
    answer: { ...task, rev: 2, status: 'cancelled' },
  },

  readTargets: { params: { period: '2026-11' }, answer: plan },
  setTargets: {
    params: { period: '2026-11' },
    body: { targets: [{ metric: 'sum', scope: 'employee', id: anna.id, value: 300_000_000 }] },
    answer: plan,
  },
  readProgress: { params: { period: '2026-11' }, query: { metric: 'sum', by: 'employee' }, answer: progress },
  readBurnUp: { params: { period: '2026-11' }, query: { scope: 'employee', id: anna.id }, answer: burnUp },
  setTargetCells: cells,
  listReports: {
    query: { lang: 'en' },
    answer: {
      items: [{ name: report.name, title: report.title, how: report.how, groups: ['stage'], hasPeriod: true }],
    },
  },
  readReport: { params: { report: 'accountant' }, query: { period: '2026-11' }, answer: report },
  readReportItems: {
    params: { report: 'accountant' },
    query: { period: '2026-11', cell: reportCell },
    answer: reportItems,
  },
  readReportCsv: { params: { report: 'accountant' }, query: { period: '2026-11', lang: 'ru' }, answer: {} },
  readReportXlsx: { params: { report: 'accountant' }, query: { period: '2026-11' }, answer: {} },
  readAudit: { query: { limit: 50 }, answer: audit },
  readRecurring: { answer: { targets: [recurring] } },
  setRecurring: { body: { targets: [recurring] }, answer: { targets: [recurring] } },

  readMe: {
    answer: {
      employee: anna,
      reach: {
        deals_read: 'own',
        deals_edit: 'own',
        plan_read: 'own',
        plan_edit: 'none',
        people_edit: 'none',
        rules_edit: 'none',
        import: 'none',
      },
      leads: [],
    },
  },
  listEmployees: { answer: { items: [anna] } },
  readEmployee: { params: { employee: anna.id }, answer: anna },
  saveEmployee: {
    params: { employee: anna.id },
    body: { name: anna.name, department: 'b2b', roles: ['manager'], active: true },
    answer: anna,
  },
  handOver: {
    params: { employee: anna.id },
    body: { to: 'ivan.kotov', reason: 'Anna has moved to another city', dryRun: true },
    answer: { from: anna.id, to: 'ivan.kotov', dryRun: true, deals: [dealId], tasks: [], failed: [], more: false },
  },
  readInbox: { query: { limit: 20 }, answer: inbox },
  markRead: { params: { notice: inbox.items[0].notice.id }, body: { read: true }, answer: inbox.items[0].notice },
  markAllRead: { body: { until: '2026-11-24T15:05:00.000Z' }, answer: { marked: 3 } },
  readNotificationSettings: { answer: notificationSettings },
  saveNotificationSettings: { body: notificationSettings, answer: notificationSettings },
  readDeliveries: { query: { limit: 20 }, answer: { items: deliveries } },
  readCalendarFeed: { answer: { shared: true, since: calendarFeed.since } },
  shareCalendar: { body: { shared: true }, answer: calendarFeed },
  readCalendar: {
    params: { file: calendarFeed.path.slice('/calendar/'.length) },
    answer: { text: 'BEGIN:VCALENDAR' },
  },

  createWebhook: { body: savedWebhook, answer: webhookWithSecret },
  listWebhooks: { answer: { items: [webhook] } },
  readWebhook: { params: { webhook: webhook.id }, answer: webhook },
  saveWebhook: { params: { webhook: webhook.id }, body: savedWebhook, answer: webhook },
  removeWebhook: { params: { webhook: webhook.id }, answer: { removed: webhook.id } },
  rotateWebhookSecret: {
    params: { webhook: webhook.id },
    body: {},
    answer: { ...webhookWithSecret, webhook: { ...webhook, oldSecretUntil: '2026-11-24T09:00:00.000Z' } },
  },
  readWebhookDeliveries: {
    params: { webhook: webhook.id },
    query: { limit: 20 },
    answer: { items: [webhookDelivery] },
  },
  replayWebhook: { params: { webhook: webhook.id }, body: { deliveryId: webhookDelivery.id }, answer: { replayed: 1 } },

  listDepartments: { answer: { items: [b2b] } },
  readDepartment: { params: { department: 'b2b' }, answer: b2b },
  saveDepartment: {
    params: { department: 'b2b' },
    body: { name: b2b.name, parent: 'sales', head: 'oleg.smirnov' },
    answer: b2b,
  },

  listPipelines: {
    answer: {
      configVersion: 3,
      items: [pipeline],
      outcomes: { lost: { price: 'Too expensive' }, cancelled: { returned: 'Goods were returned' } },
      events: { payment_received: 'Payment received' },
    },
  },
  readBoard: {
    params: { pipeline: 'b2b_new' },
    answer: {
      pipeline: 'b2b_new',
      name: pipeline.name,
      columns: [
        {
          stage: 'general_offer',
          name: 'General offer',
          count: 1,
          sums: [{ currency: 'RUB', minor: 45_000_000 }],
          sumMinor: 45_000_000,
          noRate: [],
        },
      ],
    },
  },
  readRules: { answer: rules },
  readRulesVersion: { params: { rules: '3' }, answer: rules },
  publishRules: { body: { text: rules.text, note: rules.note, expected: 2 }, answer: rules },

  planRules: { body: { text: rules.text, now: ['contract.draft_contract.by'] }, answer: plannedRelease },
  rollbackRules: { body: { to: 2, note: 'The new gate stops too many deals', expected: 3 }, answer: rules },
  scheduleRules: {
    body: { text: rules.text, note: rules.note, expected: 3, at: scheduledRelease.at },
    answer: scheduledRelease,
  },
  cancelScheduled: { params: { release: scheduledRelease.id }, answer: { cancelled: scheduledRelease.id } },
  readReleaseStatus: { answer: releaseStatus },
  listRulesVersions: { answer: { items: [versionHead] } },

  readAutomation: { answer: { configVersion: 3, items: [rule] } },
  pauseRule: {
    params: { rule: rule.id },
    body: { reason: 'The bank sends every payment twice today' },
    answer: {
      ...rule,
      paused: { at: deal.updatedAt, by: anna.id, reason: 'The bank sends every payment twice today' },
    },
  },
  resumeRule: { params: { rule: rule.id }, answer: rule },

  readHealth: { answer: { status: 'ok', at: deal.updatedAt } },
  readOpenApi: { answer: { openapi: '3.1.0', info: { title: 'Norma', version: '0.1.0' } } },
  readSettings: { answer: { currency: 'RUB', rates: { USD: '92.50' } } },
  saveSettings: {
    body: { currency: 'RUB', rates: { USD: '92.50' } },
    answer: { currency: 'RUB', rates: { USD: '92.50' } },
  },
}
