import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { type Limits, usualLimits } from '../answers/cost/limits.ts'
import { threadedCrew } from '../answers/crew/crews.ts'
import { Desk, longestWait } from '../answers/crew/desk.ts'
import type { ModelVersion } from '../answers/model-version.ts'
import { takeCredential } from './access/credential.ts'
import { type Access, guard } from './access/guard.ts'
import { accessPageRoute } from './access/page.ts'
import { bareSecurityHeaders, setSecurityHeaders } from './access/security-headers.ts'
import { openAccess } from './access/settings.ts'
import { keepBodies } from './body.ts'
import { clientErrorAnswerer } from './client-error.ts'
import { openHeaders, openToOrigins } from './cross-origin.ts'
import { tellDeprecation } from './deprecation.ts'
import { sendError } from './errors.ts'
import { loadLibrary } from './library.ts'
import { answerUnknown } from './not-found.ts'
import { collectOperations } from './openapi.ts'
import { RecentAnswers } from './recent-answers.ts'
import { logRequests } from './request-log.ts'
import { appraiseRoute } from './routes/appraise.ts'
import { assuranceRoute } from './routes/assurance.ts'
import { batchRoute } from './routes/batch.ts'
import { breakEvenRoutes } from './routes/break-even.ts'
import { chooseRoutes } from './routes/choose.ts'
import { compareRoutes } from './routes/compare.ts'
import { documentsRoutes } from './routes/documents.ts'
import { explainRoutes } from './routes/explain.ts'
import { healthRoutes } from './routes/health.ts'
import { linesRoutes } from './routes/lines.ts'
import { metricsRoute } from './routes/metrics.ts'
import { pageRoutes } from './routes/page.ts'
import { referenceRoute } from './routes/reference.ts'
import { scenarioRoute } from './routes/scenario.ts'
import { scenarioAppraiseRoutes } from './routes/scenario-appraise.ts'
import { scenarioReportRoutes } from './routes/scenario-report.ts'
import { scenarioValueRoute } from './routes/scenario-value.ts'
import { scenarioWorkbookRoute } from './routes/scenario-workbook.ts'
import { scenariosRoute } from './routes/scenarios.ts'
import { sensitivityRoutes } from './routes/sensitivity.ts'
import { simulateRoutes } from './routes/simulate.ts'
import { spreadsheetsRoute } from './routes/spreadsheets.ts'
import { templateRoute } from './routes/template.ts'
import { versionRoute } from './routes/version.ts'
import { CountedMethods } from './seeing/counted-methods.ts'
import { requestLogger, safeLogger } from './seeing/safe-log.ts'
import { meterDesk, meterGuard, meterLibrary, meterTurns, type SeeingOptions, seeService } from './seeing/seeing.ts'
import { watchedCrew } from './seeing/watched-crew.ts'
import { watchRouteless } from './seeing/watched-requests.ts'
import type { Service } from './service.ts'
import { refuseUnsound } from './strict-requests.ts'
import { isQuestion, longestTurn, Turns } from './turns.ts'
import { takeUploads } from './uploads.ts'
import { usualWork, type WorkSettings } from './work-settings.ts'

/** What the service is built with; everything that is not the same everywhere is given. */
export interface AppOptions {
  model: ModelVersion
  /** The folder of the scenario library. */
  scenarios: string
  logger?: FastifyServerOptions['logger']
  /** False from the moment the service begins to stop. */
  isReady?: () => boolean
  /** Who may call; anyone where absent. */
  access?: Access
  seeing?: SeeingOptions
  /** The most of everything that a question may bring or take; the usual where absent. */
  limits?: Limits
  /** How long questions are worked on; the usual where absent. */
  work?: WorkSettings
}

/** Builds the service: the one builder of production and tests. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { model, scenarios, logger = false, isReady = () => true, access = { settings: openAccess }, seeing = {} } = options
  const { limits = usualLimits, work = usualWork } = options
  const bareHeaders = bareSecurityHeaders(access.settings.hstsSeconds)
  const app = fastify({
    logger: safeLogger(logger) as NonNullable<typeof logger>,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    rewriteUrl: takeCredential,
    trustProxy: access.settings.proxies === undefined ? false : [...access.settings.proxies],
    childLoggerFactory: requestLogger,
    bodyLimit: limits.bodyBytes,
    // A request that has come in is answered, even while the service stops.
    return503OnClosing: false,
    // The time a request may take to arrive, a connection may be idle, and a connection is kept for the next request. The work
    // itself is priced before it is begun, and long work is ended on its thread: see the desk.
    requestTimeout: 30_000,
    connectionTimeout: Math.max(120_000, (longestWait + work.seconds + 15) * 1000),
    keepAliveTimeout: 72_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, requireHostHeader: false },
    frameworkErrors: (error, request, reply) => {
      sendError(error, request, reply.headers({ ...bareHeaders, ...openHeaders(request, access.settings.origins) }))
      // No hook runs for a request that reached no route.
      watchRouteless(meters, request, reply)
    },
    clientErrorHandler: clientErrorAnswerer(bareHeaders),
  })
  // Bodies and options are read by readers of our own; Fastify's would turn null into 0 and drop a misspelt key, with a 200. And a
  // serialiser that follows a schema would write Infinity as null.
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.setErrorHandler(sendError)
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  // A connection that is kept would keep a stopping service alive.
  app.addHook('onSend', async (_request, reply) => void (isReady() || reply.header('connection', 'close')))
  openToOrigins(app, access.settings.origins)
  await setSecurityHeaders(app, access.settings.hstsSeconds)
  tellDeprecation(app)
  refuseUnsound(app)
  keepBodies(app, limits.bodyBytes)
  await takeUploads(app)
  logRequests(app)
  const meters = seeService(app, model, isReady, seeing)
  answerUnknown(app)
  meterGuard(meters, await guard(app, access))
  await collectOperations(app, model.version)

  const workshop = { model, methods: new CountedMethods(meters) }
  const jobs = new URL('./jobs.ts', import.meta.url)
  const threads = threadedCrew({ threads: work.threads, heapMegabytes: work.megabytes, kept: work.kept }, jobs)
  app.addHook('onListen', async () => threads.begin())
  const crew = new Desk(watchedCrew(threads, meters), { seconds: work.seconds, waiting: work.waiting })
  meterDesk(meters, crew)
  app.addHook('onClose', () => crew.close())
  const turns = new Turns(longestTurn)
  meterTurns(meters, turns)
  app.addHook('preHandler', async (request) => (isQuestion(request) ? await turns.take() : undefined))
  const library = loadLibrary(scenarios, app.log)
  meterLibrary(meters, library)
  const service: Service = { ...workshop, crew, library, recent: new RecentAnswers(workshop), isReady, limits }
  appraiseRoute(app, service)
  scenariosRoute(app, service)
  scenarioRoute(app, service)
  scenarioAppraiseRoutes(app, service)
  explainRoutes(app, service)
  simulateRoutes(app, service)
  sensitivityRoutes(app, service)
  breakEvenRoutes(app, service)
  compareRoutes(app, service)
  chooseRoutes(app, service)
  scenarioValueRoute(app, service)
  scenarioWorkbookRoute(app, service)
  scenarioReportRoutes(app, service)
  await batchRoute(app, service)
  templateRoute(app, service)
  referenceRoute(app)
  linesRoutes(app)
  healthRoutes(app, service)
  versionRoute(app, service)
  metricsRoute(app, meters)
  spreadsheetsRoute(app)
  accessPageRoute(app)
  assuranceRoute(app, service)
  await documentsRoutes(app)
  await pageRoutes(app, service, access.settings)
  return app
}
