import type Type from 'typebox'

import * as commands from './commands'
import { Deal, DealCard } from './deal'
import { DomainEvent } from './event'
import { Department, Employee } from './people'
import * as plan from './plan'
import { Problem } from './problem'
import * as queries from './queries'
import { Task } from './task'
import * as views from './views'

/** Every shape that crosses a boundary, by its name: the TypeScript type, the validator, the `$ref` in OpenAPI. */
export const shapes = {
  AddTask: commands.AddTask,
  Board: views.Board,
  BurnUp: plan.BurnUp,
  BurnUpQuery: queries.BurnUpQuery,
  CancelTask: commands.CancelTask,
  ChangeOwner: commands.ChangeOwner,
  CheckItem: commands.CheckItem,
  CloseDeal: commands.CloseDeal,
  CompleteTask: commands.CompleteTask,
  CreateDeal: commands.CreateDeal,
  Deal,
  DealCard,
  DealPage: views.DealPage,
  DealView: views.DealView,
  DealsQuery: queries.DealsQuery,
  Department,
  DepartmentList: views.DepartmentList,
  DomainEvent,
  Employee,
  EmployeeList: views.EmployeeList,
  EventPage: views.EventPage,
  HandOver: views.HandOver,
  HandedOver: views.HandedOver,
  Health: views.Health,
  Me: views.Me,
  MoveDeal: commands.MoveDeal,
  OpenApi: views.OpenApi,
  PageQuery: queries.PageQuery,
  PipelineList: views.PipelineList,
  PlanProgress: plan.PlanProgress,
  PlanView: plan.PlanView,
  PostEvent: commands.PostEvent,
  Problem,
  ProgressQuery: queries.ProgressQuery,
  PublishRules: views.PublishRules,
  ReassignTask: commands.ReassignTask,
  ReattributeDeal: commands.ReattributeDeal,
  RecurringView: plan.RecurringView,
  RecordReply: commands.RecordReply,
  ReopenDeal: commands.ReopenDeal,
  ReopenTask: commands.ReopenTask,
  RescheduleTask: commands.RescheduleTask,
  RulesView: views.RulesView,
  SaveDepartment: views.SaveDepartment,
  SaveEmployee: views.SaveEmployee,
  SetRecurring: plan.SetRecurring,
  SetTargets: plan.SetTargets,
  SettingsView: views.SettingsView,
  Task,
  TaskList: views.TaskList,
  TaskPage: views.TaskPage,
  TasksQuery: queries.TasksQuery,
  UpdateDeal: commands.UpdateDeal,
} as const

export type ShapeName = keyof typeof shapes
export type ShapeOf<N extends ShapeName> = Type.Static<(typeof shapes)[N]>
