import { environment } from './environment'

/** Counts something in CloudWatch through the log (embedded metric format): no call, no right, no waiting. */
export function putMetric(name: string, value: number, details: Readonly<Record<string, unknown>> = {}): void {
  const declared = {
    Namespace: environment('NORMA_METRICS'),
    Dimensions: [[]],
    Metrics: [{ Name: name, Unit: 'Count' }],
  }
  console.log(
    JSON.stringify({ ...details, _aws: { Timestamp: Date.now(), CloudWatchMetrics: [declared] }, [name]: value }),
  )
}
