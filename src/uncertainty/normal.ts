import { exponential, logarithm } from './elementary.ts'

/** 1 ÷ √(2π). */
const peak = 0.3989422804014327

/** The density of the standard normal distribution at z. */
export function normalDensity(z: number): number {
  return peak * bell(Math.abs(z))
}

/** exp(−z² ÷ 2) for z ≥ 0; the square is split in two so that its rounding is not magnified in the tails. */
function bell(z: number): number {
  const nearby = Math.floor(z * 16) / 16
  return exponential(-0.5 * nearby * nearby) * exponential(-0.5 * (z - nearby) * (z + nearby))
}

/**
 * The chance that a standard normal value is at most z: to about 1e-16, and to about 1e-15 of itself in the lower tail.
 * Source: W. J. Cody (1969), Rational Chebyshev approximations for the error function, in the form of Algorithm 715 (1993), ANORM.
 */
export function normalProbability(z: number): number {
  const y = Math.abs(z)
  if (!(y > 0.67448975)) return 0.5 + z * middle(z * z)
  if (y > 38.6) return z > 0 ? 1 : 0
  const tail = bell(y) * (y <= 5.656854249492381 ? shoulder(y) : far(y))
  return z > 0 ? 1 - tail : tail
}

function middle(x: number): number {
  const over = (((0.06568233791820745 * x + 2.235252035460684) * x + 161.02823106855587) * x + 1067.6894854603709) * x + 18154.98125334356
  const under = (((x + 47.20258190468824) * x + 976.0985517377767) * x + 10260.932208618979) * x + 45507.78933502673
  return over / under
}

function shoulder(y: number): number {
  let over = 1.0765576773720192e-8 * y + 0.39894151208813466
  over = (((over * y + 8.883149794388377) * y + 93.50665613217785) * y + 597.2702763948002) * y + 2494.5375852903726
  over = ((over * y + 6848.190450536283) * y + 11602.65143764735) * y + 9842.714838383978
  let under = y + 22.266688044328117
  under = (((under * y + 235.387901782625) * y + 1519.3775994075547) * y + 6485.558298266761) * y + 18615.571640885097
  under = ((under * y + 34900.952721145979) * y + 38912.00328609327) * y + 19685.429676859992
  return over / under
}

function far(y: number): number {
  const x = 1 / (y * y)
  const over =
    ((((0.02307344176494017 * x + 0.215898534057957) * x + 0.12740116116024736) * x + 0.02223527787064981) * x + 0.0014216191932278936) *
      x +
    2.9112874951168793e-5
  const under =
    ((((x + 1.284260096144911) * x + 0.46823821248086511) * x + 0.06598813786892856) * x + 0.0037823963320275824) * x + 7.297515550839662e-5
  return (peak - (x * over) / under) / y
}

/**
 * The standard normal value that is not exceeded with chance u, for u strictly between 0 and 1: to about 1e-16 of itself.
 * Source: M. J. Wichura (1988), Algorithm AS 241, PPND16.
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5
  if (Math.abs(q) <= 0.425) return q * central(0.180625 - q * q)
  const r = Math.sqrt(-logarithm(Math.min(u, 1 - u)))
  const z = r <= 5 ? near(r - 1.6) : tail(r - 5)
  return q < 0 ? -z : z
}

function central(r: number): number {
  let over = 2509.0809287301227 * r + 33430.57558358813
  over = (((over * r + 67265.7709270087) * r + 45921.95393154987) * r + 13731.693765509461) * r + 1971.5909503065513
  over = (over * r + 133.14166789178438) * r + 3.3871328727963665
  let under = 5226.495278852855 * r + 28729.085735721943
  under = (((under * r + 39307.89580009271) * r + 21213.794301586597) * r + 5394.196021424751) * r + 687.1870074920579
  return over / ((under * r + 42.31333070160091) * r + 1)
}

function near(r: number): number {
  let over = 7.745450142783414e-4 * r + 0.022723844989269184
  over = (((over * r + 0.2417807251774506) * r + 1.2704582524523684) * r + 3.6478483247632045) * r + 5.769497221460691
  over = (over * r + 4.630337846156546) * r + 1.4234371107496835
  let under = 1.0507500716444169e-9 * r + 5.475938084995345e-4
  under = (((under * r + 0.015198666563616457) * r + 0.14810397642748008) * r + 0.6897673349851) * r + 1.6763848301838038
  return over / ((under * r + 2.053191626637759) * r + 1)
}

function tail(r: number): number {
  let over = 2.0103343992922881e-7 * r + 2.7115555687434876e-5
  over = (((over * r + 0.0012426609473880784) * r + 0.026532189526576124) * r + 0.29656057182850487) * r + 1.7848265399172913
  over = (over * r + 5.463784911164114) * r + 6.657904643501103
  let under = 2.0442631033899397e-15 * r + 1.4215117583164459e-7
  under = (((under * r + 1.8463183175100548e-5) * r + 7.868691311456133e-4) * r + 0.014875361290850615) * r + 0.13692988092273581
  return over / ((under * r + 0.599832206555888) * r + 1)
}
