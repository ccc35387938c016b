import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, type Tracer, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { BatchSpanProcessor, type SpanExporter, TracerProvider, type TracerProviderOptions } from '@opentelemetry/sdk-trace'
import type { ModelVersion } from '../../answers/model-version.ts'
import type { SpanFacts } from './spans.ts'
import type { NamedSpan, Tracing } from './tracing.ts'

/** How long the end of the service waits for a collector, in milliseconds. */
const patience = 2000

/**
 * Traces that go to a collector by OTLP over HTTP, in batches and beside the work: where the collector is away, they are dropped and counted.
 * The exporter itself reads OTEL_EXPORTER_OTLP_ENDPOINT, _HEADERS, _TIMEOUT and _COMPRESSION. Source: OpenTelemetry, OTLP 1.7 and its semantic conventions for HTTP.
 */
export function otlpTracing(model: ModelVersion, environment: Readonly<Record<string, string | undefined>>): Tracing {
  let lost = 0
  const exporter = new OTLPTraceExporter()
  const counting: SpanExporter = {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.code !== 0) lost += spans.length
        done(result)
      }),
    shutdown: () => exporter.shutdown(),
  }
  const provider = new TracerProvider({
    resource: resourceOf({ 'service.name': environment.OTEL_SERVICE_NAME || model.name, 'service.version': model.version }),
    spanProcessors: [new BatchSpanProcessor({ exporter: counting, scheduledDelayMillis: 1000 })],
  })
  const tracer = provider.getTracer(model.name, model.version)
  return {
    request: (facts, caller) => begun(tracer, 'request', facts, caller === undefined ? ROOT_CONTEXT : contextOf(caller), SpanKind.SERVER),
    lost: () => lost,
    close: async () => {
      const waited = new Promise<void>((resolve) => setTimeout(resolve, patience).unref())
      await Promise.race([provider.shutdown().catch(() => {}), waited])
    },
  }
}

function contextOf({ traceId, spanId, isSampled }: { traceId: string; spanId: string; isSampled: boolean }): Context {
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true })
}

function begun(tracer: Tracer, name: string, facts: SpanFacts, context: Context, kind = SpanKind.INTERNAL): NamedSpan {
  const span = tracer.startSpan(name, { kind, attributes: facts }, context)
  return {
    name: (known) => void span.updateName(known),
    child: (childName, childFacts) => begun(tracer, childName, childFacts, trace.setSpan(context, span)),
    end: (last, isFailed) => {
      span.setAttributes(last)
      // A status without a message: one would quote the error.
      if (isFailed) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },
  }
}

/** Who traces, told by its name and version alone: the machine's own names stay where they are. */
function resourceOf(attributes: Record<string, string>): NonNullable<TracerProviderOptions['resource']> {
  const resource: NonNullable<TracerProviderOptions['resource']> = {
    attributes,
    merge: () => resource,
    getRawAttributes: () => Object.entries(attributes),
  }
  return resource
}
