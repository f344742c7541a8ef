import type Type from 'typebox'

import * as automation from './automation'
import * as beginning from './beginning'
import * as client from './client'
import * as commands from './commands'
import { Deal, DealCard } from './deal'
import { DomainEvent } from './event'
import * as entry from './entry'
import * as notice from './notice'
import { Department, Employee } from './people'
import * as plan from './plan'
import { Problem } from './problem'
import * as queries from './queries'
import * as report from './report'
import * as release from './release'
import * as search from './search'
import { Subject } from './subject'
import { SubjectEvent } from './subject-event'
import { Task } from './task'
import * as views from './views'
import * as webhook from './webhook'

/** Every shape that crosses a boundary, by its name: the TypeScript type, the validator, the `$ref` in OpenAPI. */
export const shapes = {
  AddTask: commands.AddTask,
  AuditPage: report.AuditPage,
  Automation: automation.Automation,
  Board: views.Board,
  BurnUp: plan.BurnUp,
  BurnUpQuery: queries.BurnUpQuery,
  CalendarFeed: notice.CalendarFeed,
  CalendarFile: notice.CalendarFile,
  CancelTask: commands.CancelTask,
  ChangeOwner: commands.ChangeOwner,
  CheckItem: commands.CheckItem,
  AddClientWay: client.AddClientWay,
  ClientCard: client.ClientCard,
  ClientDeals: client.ClientDeals,
  ClientPage: client.ClientPage,
  ClientQuery: client.ClientQuery,
  ClientReaders: client.ClientReaders,
  CreateClient: client.CreateClient,
  LinkClients: client.LinkClients,
  RevealWay: client.RevealWay,
  RevealedWay: client.RevealedWay,
  UpdateClient: client.UpdateClient,
  CloseDeal: commands.CloseDeal,
  SubjectEvent,
  CompleteTask: commands.CompleteTask,
  CreateDeal: commands.CreateDeal,
  CompanySetUp: beginning.CompanySetUp,
  Deal,
  DealCard,
  DealPage: views.DealPage,
  DealView: views.DealView,
  DealsQuery: queries.DealsQuery,
  DeliveryPage: notice.DeliveryPage,
  Department,
  DepartmentList: views.DepartmentList,
  DomainEvent,
  Employee,
  EmployeeList: views.EmployeeList,
  EventPage: views.EventPage,
  FirstPeople: beginning.FirstPeople,
  HandOver: views.HandOver,
  HandedOver: views.HandedOver,
  Health: views.Health,
  Readiness: views.Readiness,
  InboxPage: notice.InboxPage,
  InviteEmployee: entry.InviteEmployee,
  Invitation: entry.Invitation,
  LanguageQuery: report.LanguageQuery,
  MarkAllRead: notice.MarkAllRead,
  MarkRead: notice.MarkRead,
  MarkedRead: notice.MarkedRead,
  Me: views.Me,
  MoveDeal: commands.MoveDeal,
  Notice: notice.Notice,
  NotificationSettings: notice.NotificationSettings,
  OpenApi: views.OpenApi,
  PageQuery: queries.PageQuery,
  PasskeyRemoved: entry.PasskeyRemoved,
  PauseRule: automation.PauseRule,
  PipelineList: views.PipelineList,
  PlanProgress: plan.PlanProgress,
  PlanView: plan.PlanView,
  PostEvent: commands.PostEvent,
  Problem,
  ProgressQuery: queries.ProgressQuery,
  PlanRules: release.PlanRules,
  PublishRules: release.PublishRules,
  ReassignTask: commands.ReassignTask,
  ReleaseCancelled: release.ReleaseCancelled,
  ReleasePlan: release.ReleasePlan,
  ReleaseStatus: release.ReleaseStatus,
  ReattributeDeal: commands.ReattributeDeal,
  RecurringView: plan.RecurringView,
  RecordReply: commands.RecordReply,
  RebuildSearch: search.RebuildSearch,
  ReplayWebhook: webhook.ReplayWebhook,
  ReopenDeal: commands.ReopenDeal,
  ReopenTask: commands.ReopenTask,
  Report: report.Report,
  ReportFile: report.ReportFile,
  ReportItems: report.ReportItems,
  ReportItemsQuery: report.ReportItemsQuery,
  ReportList: report.ReportList,
  ReportQuery: report.ReportQuery,
  RescheduleTask: commands.RescheduleTask,
  RollbackRules: release.RollbackRules,
  ScheduledRelease: release.ScheduledRelease,
  SchedulePublish: release.SchedulePublish,
  RotateWebhookSecret: webhook.RotateWebhookSecret,
  RuleView: automation.RuleView,
  RulesView: views.RulesView,
  SaveDepartment: views.SaveDepartment,
  SaveEmployee: views.SaveEmployee,
  SaveWebhook: webhook.SaveWebhook,
  Session: entry.Session,
  SessionList: entry.SessionList,
  SessionsEnded: entry.SessionsEnded,
  SetRecurring: plan.SetRecurring,
  SetTargetCells: plan.SetTargetCells,
  SetTargets: plan.SetTargets,
  SetUpCompany: beginning.SetUpCompany,
  SettingsView: views.SettingsView,
  ShareCalendar: notice.ShareCalendar,
  Subject,
  Task,
  TargetCellsSet: plan.TargetCellsSet,
  TaskPage: views.TaskPage,
  TasksQuery: queries.TasksQuery,
  TaskView: views.TaskView,
  VersionList: release.VersionList,
  UpdateDeal: commands.UpdateDeal,
  SearchAnswer: search.SearchAnswer,
  SearchQuery: search.SearchQuery,
  SearchRebuilt: search.SearchRebuilt,
  Webhook: webhook.Webhook,
  WebhookDeliveryPage: webhook.WebhookDeliveryPage,
  WebhookList: webhook.WebhookList,
  WebhookRemoved: webhook.WebhookRemoved,
  WebhookReplayed: webhook.WebhookReplayed,
  WebhookWithSecret: webhook.WebhookWithSecret,
} as const

export type ShapeName = keyof typeof shapes
export type ShapeOf<N extends ShapeName> = Type.Static<(typeof shapes)[N]>
